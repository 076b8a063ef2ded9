"""What the private pages' handlers share."""

from telegram import CallbackQuery, Message

from handlers.context import Act
from practices.pages import Spot


def spot_of(act: Act, query: CallbackQuery) -> Spot | None:
    """The private message whose button was pressed; none in a group, or once Telegram tells no more of it."""
    message = query.message
    if not act.private or not isinstance(message, Message):
        return None
    drawn = bool(message.photo) or (message.document is not None and message.animation is None)
    film = message.text is None and not drawn
    return Spot(message.message_id, message.date, film=film, drawn=drawn)


def lead_to_private(act: Act, start: str = "help") -> bool:
    """A command typed where nobody else may see the answer. True: nothing more is to be done here.

    The way there goes by this deep-link payload, in words that say nothing of it.
    """
    if act.person.private_open:
        return False
    if act.turn.origin is not None:
        act.turn.say(act.turn.origin, "help.group", start=start)
    return True
