"""Who may do what in a pause, and how much of it is left."""

from datetime import datetime, timedelta

from practices.turn import Turn
from storage.tables import Party, Pause, Person
from storage.views import Outcome, PauseState


async def part_in(turn: Turn, person: Person, pause_id: int) -> tuple[Pause, Party] | None:
    """The pause and the presser's part in it, unless it is over or not theirs, which is said kindly."""
    pause = await turn.work.pauses.get(pause_id)
    party = await party_of(turn, pause, person) if pause is not None else None
    if pause is None or party is None:
        turn.reply("not-yours", alert=True)
    elif pause.outcome == Outcome.PARTED:
        turn.reply("couple-over", alert=True)
    elif pause.state == PauseState.CLOSED:
        turn.reply("pause-over")
    else:
        return pause, party
    return None


async def party_of(turn: Turn, pause: Pause, person: Person) -> Party | None:
    parties = await turn.work.pauses.parties(pause.id)
    return next((party for party in parties if party.person_id == person.id), None)


def is_running(pause: Pause, now: datetime) -> bool:
    """Whether its return time is yet to come, even if its timer had no turn so far."""
    return pause.state == PauseState.RUNNING and now < pause.return_at


def whole_minutes(length: timedelta) -> int:
    """Whole minutes, rounded up: nobody is promised less than was said."""
    return max(1, -(-int(length.total_seconds()) // 60))
