"""When a private reminder may come: never in a pause, on a holiday or in quiet hours."""

from datetime import datetime

from practices import quiet, rhythm
from practices.turn import Turn
from storage.views import PersonView


async def kept_until(turn: Turn, person: PersonView) -> datetime | None:
    """When to look again, if this person is to be left alone now; None: they may be reminded."""
    if await turn.work.pauses.open_alone(person.id) is not None:
        return turn.now + rhythm.LOOK_AGAIN
    couple = await turn.work.couples.of(person.id)
    if couple is not None:
        if await rhythm.pause_is_on(turn, couple.id):
            return turn.now + rhythm.LOOK_AGAIN
        view = await turn.work.rhythms.view(couple.id)
        if view is not None and view.on_break(turn.now):
            return view.break_until
    awake = quiet.awake(person, turn.now)
    return awake if awake > turn.now else None
