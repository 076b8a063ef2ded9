"""One silent, private reminder to whoever has done nothing yet. It knows nothing of the other."""

from datetime import datetime, timedelta

from practices import rhythm
from practices.check_in_reveal import own_key, panel_key
from practices.quiet import awake
from practices.turn import Turn, to_person
from storage.lanes import Lane
from storage.tables import CheckIn, CheckInAnswer
from storage.views import PersonView

TIMER_KIND = "check_in_nudge"
AFTER = timedelta(hours=3)
# Later than this the next prompt is nearer than this one.
_AT_MOST = timedelta(hours=18)


async def arm(turn: Turn, check_in: CheckIn) -> None:
    """Promise it to each of the two, three hours from the prompt.

    By a timer of their own, so that when one is reminded does not depend on whether the other still may be.
    """
    for answer in await turn.work.check_ins.answers(check_in.id):
        await _set(turn, answer, check_in.opened_at + AFTER)


async def fire(turn: Turn, answer_id: int) -> None:
    """Remind the author of this answer, or promise it for later."""
    await turn.work.timers.cancel(_key(answer_id))
    answer = await turn.work.check_ins.part(answer_id)
    check_in = await turn.work.check_ins.get(answer.check_in_id) if answer is not None else None
    if answer is None or check_in is None or not await _is_wanted(turn, check_in, answer):
        return
    person = (await turn.work.persons.views([answer.person_id]))[answer.person_id]
    due = awake(person, check_in.opened_at + AFTER)
    if due > turn.now:
        later = due
    elif await rhythm.must_wait(turn, check_in.couple_id):
        later = _next_look(person, due, turn.now)
    elif person.is_quiet_at(turn.now):
        # A pause held it back until then.
        later = awake(person, turn.now)
    else:
        if person.private_open:
            answer.nudged_at = turn.now
            turn.panel(to_person(person.id), own_key(answer.id), anew=True, lane=Lane.SCHEDULED)
        return
    if later < check_in.opened_at + _AT_MOST:
        await _set(turn, answer, later)


async def _is_wanted(turn: Turn, check_in: CheckIn, answer: CheckInAnswer) -> bool:
    """Whether the question is there, was seen in their chat, and this person has done nothing about it."""
    if check_in.closed_at is not None or answer.given_at is not None or answer.nudged_at is not None:
        return False
    couple = await turn.work.couples.get(check_in.couple_id)
    view = await turn.work.rhythms.view(check_in.couple_id)
    if couple is None or couple.ended_at is not None or (view is not None and not view.check_in_on):
        return False
    return bool(await turn.work.panels.places(panel_key(check_in.id)))


def _next_look(person: PersonView, due: datetime, now: datetime) -> datetime:
    """The next of the looks that follow this person's own time, whenever the other's may be."""
    passed = (now - due) // rhythm.LOOK_AGAIN
    return awake(person, due + (passed + 1) * rhythm.LOOK_AGAIN)


async def _set(turn: Turn, answer: CheckInAnswer, due_at: datetime) -> None:
    await turn.work.timers.set(
        _key(answer.id), kind=TIMER_KIND, subject_id=answer.id, lane=Lane.SCHEDULED, due_at=due_at
    )


def _key(answer_id: int) -> str:
    return f"{TIMER_KIND}:{answer_id}"
