"""Four weeks after an attempt, one silent private line offers another. It comes once, or not at all."""

from datetime import datetime, timedelta

from practices import quiet, rhythm
from practices.turn import Lane, Person, Turn, to_person

TIMER_KIND = "quiz_retake"
AFTER = timedelta(weeks=4)
# So long the line stays worth sending.
_SAID_FOR = timedelta(hours=12)


async def arm(turn: Turn, person: Person) -> None:
    """An attempt was finished just now: offer another in four weeks, not counting from an earlier one."""
    await _set(turn, person.id, turn.now + AFTER)


async def cancel(turn: Turn, person: Person) -> None:
    """There is nothing to take once more."""
    await turn.work.timers.cancel(_key(person.id))


async def fire(turn: Turn, person_id: int) -> None:
    """Offer it now, or when it disturbs nobody."""
    await turn.work.timers.cancel(_key(person_id))
    person = await turn.work.persons.view(person_id)
    begun = await turn.work.quizzes.open_attempt(person_id) is not None
    if person is None or not person.private_open or begun:
        return
    until = await _kept_until(turn, person_id) or quiet.awake(person, turn.now)
    if until > turn.now:
        await _set(turn, person_id, until)
        return
    turn.say(to_person(person_id), "quiz.again", lane=Lane.SCHEDULED, for_=_SAID_FOR, id=person_id)


async def _kept_until(turn: Turn, person_id: int) -> datetime | None:
    """Until when a pause or a holiday keeps it back."""
    if await turn.work.pauses.open_alone(person_id) is not None:
        return turn.now + rhythm.LOOK_AGAIN
    couple = await turn.work.couples.of(person_id)
    if couple is None:
        return None
    if await rhythm.pause_is_on(turn, couple.id):
        return turn.now + rhythm.LOOK_AGAIN
    view = await turn.work.rhythms.view(couple.id)
    return view.break_until if view is not None and view.on_break(turn.now) else None


async def _set(turn: Turn, person_id: int, due_at: datetime) -> None:
    await turn.work.timers.set(
        _key(person_id), kind=TIMER_KIND, subject_id=person_id, lane=Lane.SCHEDULED, due_at=due_at
    )


def _key(person_id: int) -> str:
    return f"quiz_retake:{person_id}"
