"""Private pages that turn in place, so that the chat stays calm."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from practices.turn import Person, Turn, to_person

# A page opened from any other message (a pause's panel, for one) leaves that message as it is.
_TURNING = frozenset(
    {"calm", "check_in", "help", "phrases", "playbook", "portrait", "quiz", "sharing", "together"}
)
# So long every message of ours is remembered, until it gives way to another.
_REMEMBERED = timedelta(hours=47)


@dataclass(frozen=True, slots=True)
class Spot:
    """The private message whose button was pressed. `film`: it moves; `drawn`: a picture or a file."""

    id: int
    sent_at: datetime
    film: bool
    drawn: bool = False


async def show(
    turn: Turn,
    person: Person,
    screen: str,
    spot: Spot | None = None,
    *,
    film: bool = False,
    drawn: bool = False,
    **params: Any,
) -> None:
    """Show a page, in place of the one at `spot` where there is one.

    `film`: the page is a moving picture; `drawn`: a picture or a file that is drawn for it. Words cannot be
    edited into a picture, nor back: there the new page comes first, then the old one goes. One drawing takes
    the place of another in the same message.
    """
    place = to_person(person.id)
    shown = await turn.work.panels.what(person.telegram_id, spot.id) if spot is not None else None
    if spot is not None and shown is None and turn.now - spot.sent_at < _REMEMBERED:
        # Tapped twice: it has given way already.
        return
    if spot is None or shown is None or re.split("[.:]", shown)[0] not in _TURNING:
        # One that is still on its way comes once.
        await turn.work.outbox.withdraw_screen(place, screen)
        turn.say(place, screen, **params)
    elif film or spot.film or drawn is not spot.drawn:
        await turn.work.panels.forget_sent(person.telegram_id, spot.id)
        turn.say(place, screen, **params)
        turn.call(place, "deleteMessage", message_id=spot.id)
    else:
        turn.say(place, screen, instead_of=spot.id, **params)
