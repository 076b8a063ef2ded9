"""One silent, private reminder to whoever has done nothing yet. It knows nothing of the other."""

from datetime import datetime, timedelta

from practices import rhythm
from practices.check_in_reveal import own_key
from practices.quiet import awake
from practices.turn import Turn, to_person
from storage.lanes import Lane
from storage.tables import CheckIn
from storage.views import PersonView

TIMER_KIND = "check_in_nudge"
AFTER = timedelta(hours=3)
# Later than this the next prompt is nearer than this one.
_AT_MOST = timedelta(hours=18)


async def arm(turn: Turn, check_in: CheckIn) -> None:
    """Promise it, three hours from the prompt."""
    await _set(turn, check_in, check_in.opened_at + AFTER)


async def fire(turn: Turn, check_in_id: int) -> None:
    """Remind whom it is time to remind, and promise the rest."""
    check_in = await turn.work.check_ins.get(check_in_id)
    if check_in is None:
        return
    await turn.work.timers.cancel(_key(check_in))
    couple = await turn.work.couples.get(check_in.couple_id)
    if check_in.closed_at is not None or couple is None or couple.ended_at is not None:
        return
    silent = [
        answer
        for answer in await turn.work.check_ins.answers(check_in.id)
        if answer.given_at is None and answer.nudged_at is None
    ]
    people = await turn.work.persons.views(answer.person_id for answer in silent)
    waits = await rhythm.must_wait(turn, check_in.couple_id)
    later: list[datetime] = []
    for answer in silent:
        person = people[answer.person_id]
        due = _due(check_in, person)
        if due > turn.now:
            later.append(due)
        elif waits:
            later.append(turn.now + rhythm.LOOK_AGAIN)
        elif person.is_quiet_at(turn.now):
            # A pause held it back until then.
            later.append(awake(person, turn.now))
        elif person.private_open:
            answer.nudged_at = turn.now
            turn.panel(to_person(person.id), own_key(answer.id), anew=True, lane=Lane.SCHEDULED)
    soon = [instant for instant in later if instant < check_in.opened_at + _AT_MOST]
    if soon:
        await _set(turn, check_in, min(soon))


def _due(check_in: CheckIn, person: PersonView) -> datetime:
    """When this person may be reminded; the other's doings have no part in it."""
    return awake(person, check_in.opened_at + AFTER)


async def _set(turn: Turn, check_in: CheckIn, due_at: datetime) -> None:
    await turn.work.timers.set(
        _key(check_in), kind=TIMER_KIND, subject_id=check_in.id, lane=Lane.SCHEDULED, due_at=due_at
    )


def _key(check_in: CheckIn) -> str:
    return f"check_in_nudge:{check_in.couple_id}"
