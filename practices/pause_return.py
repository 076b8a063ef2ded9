"""Coming back from a pause: I'm here, we're talking, let it rest."""

from practices.pause_party import is_running, part_in
from practices.pause_steps import close, tell_here
from practices.turn import Turn
from storage.tables import Person
from storage.views import Outcome, PauseState


async def will_be_there(turn: Turn, person: Person, pause_id: int) -> None:
    """ "I'll be there" before the return time: kindly answered, not kept."""
    if await part_in(turn, person, pause_id) is not None:
        turn.reply("pause-will", alert=True)


async def here(turn: Turn, person: Person, pause_id: int) -> None:
    """ "I'm here": before the return time it is kept for its author alone and counts at that time."""
    found = await part_in(turn, person, pause_id)
    if found is None:
        return
    pause, party = found
    before = pause.state == PauseState.RUNNING
    turn.reply("pause-here-early" if before else "pause-here")
    if party.here_at is not None and before:
        return
    told = party.here_at is not None
    party.here_at = party.here_at or turn.now
    parties = await turn.work.pauses.parties(pause.id)
    view = await turn.work.pauses.view(pause.id)
    unreachable = view.unreachable if view is not None else frozenset()
    missing = [p.person_id for p in parties if p.here_at is None]
    if not missing:
        await close(turn, pause, Outcome.BOTH_BACK, anew=True)
    elif not before and set(missing) <= unreachable:
        # Nobody whom the bot could ask is missing: the rest is theirs.
        await close(turn, pause, Outcome.TALKING)
    elif not before and not told:
        await tell_here(turn, pause, parties, person.id)


async def talking(turn: Turn, person: Person, pause_id: int) -> None:
    """ "We're talking", by either one, after the return time."""
    await _end_after_return(turn, person, pause_id, Outcome.TALKING, "pause-talking")


async def rest(turn: Turn, person: Person, pause_id: int) -> None:
    """ "Let it rest", by either one, after the return time: no time, no reason."""
    await _end_after_return(turn, person, pause_id, Outcome.RESTED, "pause-rested")


async def _end_after_return(turn: Turn, person: Person, pause_id: int, outcome: Outcome, answer: str) -> None:
    found = await part_in(turn, person, pause_id)
    if found is None:
        return
    pause, _ = found
    if is_running(pause, turn.now):
        turn.reply("pause-not-yet", alert=True)
        return
    turn.reply(answer)
    # Whoever was told that they would hear from us hears of a rest; those who talk need no message.
    await close(turn, pause, outcome, anew=outcome is Outcome.RESTED)
