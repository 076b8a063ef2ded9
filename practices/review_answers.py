"""What each gives to a step of the review: taps, and words in private."""

from datetime import timedelta

from practices import rhythm
from practices.review import SHOWN_FOR, at_step, key_of, part_in
from practices.review_agreement import propose_words
from practices.review_agreement import take_back as take_yes_back
from practices.turn import Person, Turn, to_couple, to_person
from storage.review_views import CHIPS, Step
from storage.reviews import LONGEST
from storage.tables import Review, ReviewAnswer

__all__ = [
    "ASKED", "Step", "ask", "drop", "edited", "enter", "keep", "keep_private", "leave", "show", "take_back",
    "tap",
]  # fmt: skip

# The first word of what is expected while somebody writes; review and step follow it.
ASKED = "review"
_ASKED_FOR = timedelta(hours=1)


async def tap(turn: Turn, person: Person, review_id: int, step: Step, chip: str) -> None:
    """A suggestion that fits. The other is not shown it before the step is left."""
    review = await at_step(turn, person, review_id, step)
    if review is None:
        return
    if step is Step.AGREEMENT or chip not in CHIPS[step]:
        turn.reply("old-button")
        return
    answer = await turn.work.reviews.own_or_new(person.id, review.id, step)
    tapped = {chip} if step is Step.HELPED else {chip, *turn.work.reviews.chips(answer)}
    turn.work.reviews.set_chips(answer, [each for each in CHIPS[step] if each in tapped])
    turn.reply("review-kept")


async def take_back(turn: Turn, person: Person, review_id: int, step: Step) -> None:
    """All that they gave to this step is gone."""
    review = await at_step(turn, person, review_id, step)
    if review is None:
        return
    turn.reply("review-taken-back")
    if step is Step.AGREEMENT:
        await take_yes_back(turn, person, review)
        return
    answer = await turn.work.reviews.own(person.id, review.id, step)
    if answer is not None:
        turn.work.reviews.set_chips(answer, ())
        turn.work.reviews.set_words(answer, None)


async def ask(turn: Turn, person: Person, review_id: int, step: Step) -> None:
    """The next words that the person types in private are theirs to this step."""
    review = await at_step(turn, person, review_id, step)
    if review is None:
        return
    if turn.origin == to_person(person.id):
        turn.reply("okay")
        _expect(turn, person, review.id, step)
    else:
        # One tap into the private chat: what is typed in a shared one is seen at once.
        turn.reply("okay", start=f"review-{review.id}-{step.value}")


async def enter(turn: Turn, person: Person, review_id: int, step: Step) -> None:
    """Through the link of that tap."""
    if await at_step(turn, person, review_id, step) is not None:
        _expect(turn, person, review_id, step)
        return
    # There is no press that could be answered.
    waits = turn.answer is not None and turn.answer.name == "review-waits"
    turn.say(to_person(person.id), "review.waits" if waits else "review.moved")


def _expect(turn: Turn, person: Person, review_id: int, step: Step) -> None:
    turn.work.persons.expect(person, f"{ASKED}:{review_id}:{step.value}", turn.now + _ASKED_FOR)
    turn.say(to_person(person.id), "review.ask", id=review_id, step=step.value)


async def leave(turn: Turn, person: Person, message_id: int | None) -> None:
    """Not now: nothing is expected any more, and the question goes."""
    turn.work.persons.expect_no_more(person, ASKED)
    turn.reply("okay")
    if message_id is not None:
        turn.call(to_person(person.id), "deleteMessage", message_id=message_id)


async def keep(turn: Turn, person: Person, text: str, *, message_id: int | None = None) -> None:
    """Words that were asked for, and the private message that they came in."""
    _, digits, name = (person.expects or "").split(":")
    words, step = " ".join(text.split()), Step(name)
    review = await part_in(turn, person, int(digits))
    if review is None:
        turn.work.persons.expect(person, None)
        turn.say(to_person(person.id), "review.over")
        return
    if len(words) > LONGEST:
        turn.work.persons.expect(person, person.expects, turn.now + _ASKED_FOR)
        turn.say(to_person(person.id), "review.too_long", id=review.id, step=step.value)
        return
    if step is Step.AGREEMENT and await rhythm.pause_is_on(turn, review.couple_id):
        # On the table the other would see it at once.
        turn.work.persons.expect(person, person.expects, turn.now + _ASKED_FOR)
        turn.say(to_person(person.id), "review.waits_words")
        return
    turn.work.persons.expect(person, None)
    await rhythm.heard(turn, review.couple_id)
    if step is Step.AGREEMENT:
        await propose_words(turn, person, review, words)
        return
    answer = await turn.work.reviews.own_or_new(person.id, review.id, step)
    if answer.revealed_at is not None:
        # Both have seen what was given; the pair stays as it is.
        turn.say(to_person(person.id), "review.moved")
        return
    turn.work.reviews.set_words(answer, words, message_id)
    _say_kept(turn, person, review, answer)


async def edited(turn: Turn, person: Person, message_id: int, text: str) -> None:
    """A private message was edited: if it holds words that the other has not seen, they follow."""
    answer = await turn.work.reviews.own_by_message(person.id, message_id)
    if answer is None or answer.words is None:
        return
    review = await part_in(turn, person, answer.review_id)
    if review is None:
        turn.say(to_person(person.id), "review.over")
        return
    words = " ".join(text.split())
    if answer.revealed_at is not None:
        turn.say(to_person(person.id), "review.moved")
    elif len(words) > LONGEST:
        turn.say(to_person(person.id), "review.too_long", id=review.id, step=answer.step)
    else:
        turn.work.reviews.set_words(answer, words, message_id)
        _say_kept(turn, person, review, answer)


def _say_kept(turn: Turn, person: Person, review: Review, answer: ReviewAnswer) -> None:
    left = review.closed_at is not None or review.step != answer.step
    turn.say(to_person(person.id), "review.one_sided" if left else "review.kept", id=answer.id)


async def drop(turn: Turn, person: Person, answer_id: int, message_id: int | None) -> None:
    """Their own words are taken back, before the other saw them."""
    answer = await turn.work.reviews.own_by_id(person.id, answer_id)
    if answer is None:
        turn.reply("not-yours", alert=True)
        return
    if answer.revealed_at is not None:
        turn.reply("review-moved")
        return
    turn.work.reviews.set_words(answer, None)
    turn.reply("review-taken-back")
    if message_id is not None:
        turn.call(to_person(person.id), "deleteMessage", message_id=message_id)


async def show(turn: Turn, person: Person, answer_id: int, message_id: int | None) -> None:
    """What they alone gave is shown to both after all."""
    answer = await turn.work.reviews.own_by_id(person.id, answer_id)
    review = await part_in(turn, person, answer.review_id) if answer is not None else None
    if answer is None or review is None:
        if answer is None:
            turn.reply("not-yours", alert=True)
        return
    if answer.revealed_at is None:
        if answer.chips is None and answer.words is None:
            turn.reply("old-button")
            return
        if await rhythm.pause_is_on(turn, review.couple_id):
            # Nothing of it is said to the other now; the note stands, and so do its buttons.
            turn.reply("review-waits")
            return
        answer.revealed_at = turn.now
        turn.say(
            to_couple(review.couple_id),
            "review.given",
            for_=SHOWN_FOR,
            id=review.id,
            step=answer.step,
            person=person.id,
        )
        if review.closed_at is None:
            turn.panel(to_couple(review.couple_id), key_of(review), anew=True)
    turn.reply("okay")
    turn.say(to_person(person.id), "review.one_sided", instead_of=message_id, id=answer.id)


async def keep_private(turn: Turn, person: Person, answer_id: int, message_id: int | None) -> None:
    """It stays with its author."""
    if await turn.work.reviews.own_by_id(person.id, answer_id) is None:
        turn.reply("not-yours", alert=True)
        return
    turn.reply("okay")
    turn.say(to_person(person.id), "review.private", instead_of=message_id, id=answer_id)
