"""/phrases and its buttons. Everything is shown in private."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Act, Context, act_of, press_of
from handlers.pages import lead_to_private, spot_of
from practices import phrases


async def command(update: Update, context: Context) -> None:
    """/phrases."""
    act = await act_of(update)
    if act is not None and not lead_to_private(act):
        await phrases.show(act.turn, act.person)


async def page(update: Update, context: Context) -> None:
    """A situation, and a page of it."""
    pressed = await press_of(update)
    if pressed is not None:
        act, parts, query = pressed
        number = int(parts[2]) if len(parts) > 2 else 1
        await phrases.show(act.turn, act.person, parts[1], number, spot_of(act, query))


_SITUATIONS = "starting|waiting|returning|reassuring"


async def _enter(act: Act, situation: str) -> None:
    """By whoever pressed without an open private chat."""
    known = situation in _SITUATIONS.split("|")
    await phrases.show(act.turn, act.person, situation if known else "home")


PAYLOADS = {"phrases": _enter}

HANDLERS = (
    CommandHandler("phrases", command),
    CallbackQueryHandler(page, rf"^phrases:(home|({_SITUATIONS})(:[12])?)$"),
)
