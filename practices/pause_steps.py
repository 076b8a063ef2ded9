"""A pause's one next step: which moments it has, which of them is due, and what then happens."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import IntEnum

from practices.quiet import ring_allowed
from practices.turn import Turn, to_couple, to_person
from storage.lanes import Lane
from storage.panels import PANELS_KEPT_FOR
from storage.tables import Party, Pause
from storage.views import UNDO_WINDOW, Outcome, PauseState

NEARLY = timedelta(minutes=5)
NUDGE = timedelta(minutes=10)
OPEN = timedelta(minutes=30)
CLOSE = timedelta(hours=8)
# After the word that a return was missed, nothing more is said for so long.
_AFTER_OUTAGE = timedelta(minutes=10)
_RETRY_CLOSE = timedelta(minutes=30)

TIMER_KIND = "pause"


class Step(IntEnum):
    """The moments of a pause, in order."""

    UNDO_ENDS = 0
    NEARLY = 1
    RETURN = 2
    NUDGE = 3
    OPEN = 4
    CLOSE = 5


def steps(pause: Pause) -> Sequence[tuple[datetime, Step]]:
    """Every moment of the pause with its instant, in time order."""
    said_late = pause.return_said_at if pause.return_missed else None
    moments = [
        (pause.return_at - NEARLY, Step.NEARLY),
        (pause.return_at, Step.RETURN),
        (pause.return_at + NUDGE, Step.NUDGE),
        (pause.return_at + OPEN, Step.OPEN),
        (max(pause.return_at, said_late or pause.return_at) + CLOSE, Step.CLOSE),
    ]
    undo_ends = pause.called_at + UNDO_WINDOW
    # From then on no panel offers Undo, so nothing needs to be taken away.
    if undo_ends < pause.return_at - NEARLY:
        moments.insert(0, (undo_ends, Step.UNDO_ENDS))
    return moments


def next_step(pause: Pause, after: datetime) -> datetime:
    """The instant of the first moment later than `after`; a return that has not come is never passed over."""
    if pause.state == PauseState.RUNNING and pause.return_at <= after:
        return pause.return_at
    return next((instant for instant, _ in steps(pause) if instant > after), after + _RETRY_CLOSE)


def due_step(pause: Pause, now: datetime) -> Step | None:
    """The latest moment that has come; the ones it overtook are passed over."""
    due = [step for instant, step in steps(pause) if instant <= now]
    return due[-1] if due else None


def state_by_time(pause: Pause, at: datetime) -> PauseState:
    """The state that an undisturbed pause was in at an instant."""
    if at < pause.return_at:
        return PauseState.RUNNING
    return PauseState.DUE if at < pause.return_at + OPEN else PauseState.OPEN


def timer_key(pause_id: int) -> str:
    """The key of a pause's one timer, which is its panel's key too."""
    return f"pause:{pause_id}"


async def arm(turn: Turn, pause: Pause, after: datetime | None = None) -> None:
    """Promise the pause's next step."""
    due_at = next_step(pause, turn.now if after is None else after)
    await turn.work.timers.set(
        timer_key(pause.id), kind=TIMER_KIND, subject_id=pause.id, lane=Lane.PAUSE, due_at=due_at
    )


async def fire(turn: Turn, pause_id: int) -> None:
    """The pause's timer is due: do the latest due step, promise the next."""
    pause = await turn.work.pauses.get(pause_id)
    if pause is None or pause.state == PauseState.CLOSED:
        await turn.work.timers.cancel(timer_key(pause_id))
        return
    step = due_step(pause, turn.now)
    if step is not None:
        await _take(turn, pause, step)
    if pause.state != PauseState.CLOSED:
        await arm(turn, pause)


async def _take(turn: Turn, pause: Pause, step: Step) -> None:
    if pause.state == PauseState.RUNNING:
        if step < Step.RETURN:
            await show(turn, pause, anew=step is Step.NEARLY)
        else:
            # Whatever was missed meanwhile, the return comes first and stands for all of it.
            await _return(turn, pause, PauseState.DUE if step < Step.OPEN else PauseState.OPEN)
    elif step is Step.NUDGE:
        await _nudge(turn, pause)
    elif step is Step.OPEN and pause.state == PauseState.DUE:
        pause.state = PauseState.OPEN
        await show(turn, pause, anew=not _missed_just_now(turn, pause))
    elif step is Step.CLOSE and not await turn.work.outbox.has_panel(timer_key(pause.id)):
        # What is still on its way, such as the word that the return was missed, is said first.
        await close(turn, pause, Outcome.FADED)


async def _return(turn: Turn, pause: Pause, state: PauseState) -> None:
    parties = await turn.work.pauses.parties(pause.id)
    pause.state = state
    # Whatever was shown before now was no word about this time.
    pause.return_said_at = None
    pause.return_missed = False
    if all(party.here_at for party in parties):
        await close(turn, pause, Outcome.BOTH_BACK, anew=True)
        return
    await show(turn, pause, anew=True, ring=await may_ring(turn, pause))
    for here in (party for party in parties if party.here_at):
        await tell_here(turn, pause, parties, here.person_id)


async def _nudge(turn: Turn, pause: Pause) -> None:
    if pause.return_said_at is None or pause.return_missed:
        # Whoever has just learnt of an outage, or will, is not nudged on top of it.
        return
    for party in await turn.work.pauses.parties(pause.id):
        person = await turn.work.persons.get(party.person_id)
        if person is not None and person.private_open:
            screen = "pause.quiet" if party.here_at else "pause.nudge"
            turn.say(to_person(person.id), screen, lane=Lane.PAUSE, id=pause.id)


def _missed_just_now(turn: Turn, pause: Pause) -> bool:
    said_at = pause.return_said_at
    return pause.return_missed and said_at is not None and turn.now - said_at < _AFTER_OUTAGE


async def tell_here(turn: Turn, pause: Pause, parties: Sequence[Party], here_id: int) -> None:
    """Tell whoever has not tapped, in private, that the other is here."""
    for party in parties:
        person = await turn.work.persons.get(party.person_id)
        if party.person_id != here_id and not party.here_at and person is not None and person.private_open:
            turn.say(to_person(party.person_id), "pause.one_here", lane=Lane.PAUSE, id=pause.id)


async def show(turn: Turn, pause: Pause, *, anew: bool = False, ring: bool = False) -> None:
    """The pause's panel is stale, wherever its parties are reached."""
    turn.panel(await address(turn, pause), timer_key(pause.id), anew=anew, ring=ring, lane=Lane.PAUSE)


async def may_ring(turn: Turn, pause: Pause) -> bool:
    """Whether a message about this pause may make a sound now: it is in nobody's quiet hours."""
    parties = await turn.work.pauses.parties(pause.id)
    people = await turn.work.persons.views(party.person_id for party in parties)
    return ring_allowed(tuple(people.values()), turn.now)


async def address(turn: Turn, pause: Pause) -> str:
    """The couple, or the one person of a pause alone."""
    if pause.couple_id is not None:
        return to_couple(pause.couple_id)
    parties = await turn.work.pauses.parties(pause.id)
    return to_person(parties[0].person_id)


async def close(turn: Turn, pause: Pause, outcome: Outcome, *, anew: bool = False) -> None:
    """The pause ends, and with it its timer and its buttons."""
    pause.state = PauseState.CLOSED
    pause.outcome = outcome
    pause.closed_at = turn.now
    await turn.work.timers.cancel(timer_key(pause.id))
    await show(turn, pause, anew=anew)
    if pause.couple_id is not None:
        old = await turn.work.pauses.closed_before(pause.couple_id, turn.now - PANELS_KEPT_FOR)
        await turn.work.panels.forget_everywhere(map(timer_key, old))
