"""The quiz: one person alone, in private, one item at a time. The partner learns nothing of it.

`items` are those of the quiz in the order in which they are asked; a press names the attempt and the number
of its item, counted from 1. Whatever an old keyboard, a second device or a double tap sends, the item that
is asked now is shown, and nothing changes.
"""

from collections.abc import Sequence
from datetime import timedelta

from practices import pages, quiz_retake, sharing
from practices.pages import Spot
from practices.quiz_scoring import Scored
from practices.turn import Person, Turn, to_person
from storage.tables import QuizAttempt

_MILLISECOND = timedelta(milliseconds=1)


async def home(turn: Turn, person: Person, spot: Spot | None = None) -> None:
    """Where it stands: an attempt to go on with, a result, or the beginning. In private alone."""
    if not person.private_open:
        turn.reply("okay", start="quiz")
        return
    if turn.origin != to_person(person.id):
        turn.reply("calm-sent")
    attempt = await turn.work.quizzes.open_attempt(person.id)
    if attempt is not None:
        # Whoever comes back takes their time anew.
        attempt.shown_at = None
        await pages.show(turn, person, "quiz.resume", spot, id=person.id)
    elif await turn.work.quizzes.newest(person.id) is not None:
        await page(turn, person, "result", spot)
    else:
        await pages.show(turn, person, "quiz.intro", spot)


async def intro(turn: Turn, person: Person, spot: Spot | None = None) -> None:
    """Before the first item, the first time or once more."""
    if await turn.work.quizzes.open_attempt(person.id) is not None:
        await home(turn, person, spot)
    else:
        await pages.show(turn, person, "quiz.intro", spot)


async def begin(turn: Turn, person: Person, spot: Spot | None = None) -> None:
    """The first item; with an open attempt, its own item."""
    attempt = await turn.work.quizzes.open_attempt(person.id)
    if attempt is None:
        attempt = await turn.work.quizzes.begin(person.id, turn.now)
    await _ask(turn, person, attempt, spot)


async def go_on(turn: Turn, person: Person, attempt_id: int, spot: Spot | None = None) -> None:
    """On at the item where it stopped."""
    attempt = await _of_press(turn, person, attempt_id, spot)
    if attempt is not None:
        await _ask(turn, person, attempt, spot)


async def begin_anew(turn: Turn, person: Person, attempt_id: int, spot: Spot | None = None) -> None:
    """This attempt is let go, and another begins."""
    attempt = await _of_press(turn, person, attempt_id, spot)
    if attempt is not None:
        await turn.work.quizzes.drop(attempt)
        await begin(turn, person, spot)


async def give(
    turn: Turn,
    person: Person,
    items: Sequence[Scored],
    attempt_id: int,
    number: int,
    value: int,
    spot: Spot | None = None,
) -> None:
    """An answer from 1 to 7; the last one ends the attempt."""
    attempt = await _asked(turn, person, attempt_id, number, spot)
    if attempt is not None:
        await turn.work.quizzes.answer(attempt, items[number - 1].id, value, _took(turn, attempt))
        await _forward(turn, person, items, attempt, spot)


async def skip(
    turn: Turn,
    person: Person,
    items: Sequence[Scored],
    attempt_id: int,
    number: int,
    spot: Spot | None = None,
) -> None:
    """No answer to this one; one given before goes."""
    attempt = await _asked(turn, person, attempt_id, number, spot)
    if attempt is not None:
        await turn.work.quizzes.skip(attempt, items[number - 1].id)
        await _forward(turn, person, items, attempt, spot)


async def keep(
    turn: Turn,
    person: Person,
    items: Sequence[Scored],
    attempt_id: int,
    number: int,
    spot: Spot | None = None,
) -> None:
    """On, after going back: what was given here stays."""
    attempt = await _asked(turn, person, attempt_id, number, spot)
    if attempt is not None:
        await _forward(turn, person, items, attempt, spot)


async def back(turn: Turn, person: Person, attempt_id: int, number: int, spot: Spot | None = None) -> None:
    """To the item before."""
    attempt = await _asked(turn, person, attempt_id, number, spot)
    if attempt is not None:
        attempt.at = max(1, number - 1)
        await _ask(turn, person, attempt, spot)


async def stop(turn: Turn, person: Person, attempt_id: int, number: int, spot: Spot | None = None) -> None:
    """Enough for now; all of it is kept."""
    attempt = await _asked(turn, person, attempt_id, number, spot)
    if attempt is not None:
        attempt.shown_at = None
        await pages.show(turn, person, "quiz.stopped", spot, id=person.id)


async def page(turn: Turn, person: Person, name: str, spot: Spot | None = None) -> None:
    """A page of one's own newest result: `result`, `scales` or `then`."""
    if await turn.work.quizzes.newest(person.id) is None:
        turn.reply("old-button")
        await home(turn, person, spot)
    else:
        await pages.show(turn, person, f"quiz.{name}", spot, id=person.id)


async def ask_to_forget(turn: Turn, person: Person, attempt_id: int, spot: Spot | None = None) -> None:
    """One question before all answers go."""
    if await _is_last(turn, person, attempt_id, spot):
        await pages.show(turn, person, "quiz.delete", spot, attempt=attempt_id)


async def forget(turn: Turn, person: Person, attempt_id: int, spot: Spot | None = None) -> None:
    """Every attempt goes, open or finished, and whatever was made of it."""
    if await _is_last(turn, person, attempt_id, spot):
        await sharing.withdraw_all(turn, person)
        await turn.work.quizzes.forget(person.id)
        await quiz_retake.cancel(turn, person)
        await pages.show(turn, person, "quiz.gone", spot)


async def _is_last(turn: Turn, person: Person, attempt_id: int, spot: Spot | None) -> bool:
    """Whether the press is about the reader's latest attempt; a question asked before it counts no longer."""
    quizzes = turn.work.quizzes
    attempt = await quizzes.open_attempt(person.id) or await quizzes.newest(person.id)
    if attempt is not None and attempt.id == attempt_id:
        return True
    turn.reply("old-button")
    await home(turn, person, spot)
    return False


async def _asked(
    turn: Turn, person: Person, attempt_id: int, number: int, spot: Spot | None
) -> QuizAttempt | None:
    """The attempt, if this is the item that it asks now; else what is asked now is shown."""
    attempt = await _of_press(turn, person, attempt_id, spot)
    if attempt is None or attempt.at == number:
        return attempt
    turn.reply("quiz-here")
    await _show(turn, person, spot)
    return None


async def _of_press(turn: Turn, person: Person, attempt_id: int, spot: Spot | None) -> QuizAttempt | None:
    """The person's open attempt, if the press is about it; else it is shown where they are."""
    attempt = await turn.work.quizzes.open_attempt(person.id)
    if attempt is not None and attempt.id == attempt_id:
        return attempt
    turn.reply("quiz-here")
    if attempt is not None:
        await _show(turn, person, spot)
    else:
        await home(turn, person, spot)
    return None


async def _forward(
    turn: Turn, person: Person, items: Sequence[Scored], attempt: QuizAttempt, spot: Spot | None
) -> None:
    if attempt.at < len(items):
        attempt.at += 1
        await _ask(turn, person, attempt, spot)
        return
    attempt.shown_at = None
    attempt.finished_at = turn.now
    await turn.work.flush()
    await quiz_retake.arm(turn, person)
    await page(turn, person, "result", spot)


async def _ask(turn: Turn, person: Person, attempt: QuizAttempt, spot: Spot | None) -> None:
    attempt.shown_at = turn.now
    await _show(turn, person, spot)


async def _show(turn: Turn, person: Person, spot: Spot | None) -> None:
    # Whoever taps fast sees where they are, and not each item late.
    await turn.work.outbox.withdraw_screen(to_person(person.id), "quiz.item")
    await pages.show(turn, person, "quiz.item", spot, id=person.id)


def _took(turn: Turn, attempt: QuizAttempt) -> int | None:
    """Milliseconds since the press that brought the item."""
    return (turn.now - attempt.shown_at) // _MILLISECOND if attempt.shown_at is not None else None
