"""Four weeks after an attempt, one silent private line offers another. It comes once, or not at all."""

from datetime import datetime, timedelta

from practices import reminding
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
    until = await reminding.kept_until(turn, person)
    if until is not None:
        await _set(turn, person_id, until)
        return
    turn.say(to_person(person_id), "quiz.again", lane=Lane.SCHEDULED, for_=_SAID_FOR, id=person_id)


async def _set(turn: Turn, person_id: int, due_at: datetime) -> None:
    await turn.work.timers.set(
        _key(person_id), kind=TIMER_KIND, subject_id=person_id, lane=Lane.SCHEDULED, due_at=due_at
    )


def _key(person_id: int) -> str:
    return f"quiz_retake:{person_id}"
