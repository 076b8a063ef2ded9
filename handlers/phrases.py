"""/phrases and its buttons. Everything is shown in private."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from handlers.context import Context, act_of, press_of
from handlers.pages import lead_to_private, spot_of
from practices import phrases


async def command(update: Update, context: Context) -> None:
    """/phrases."""
    act = await act_of(update)
    if act is not None and not lead_to_private(act):
        await phrases.show(act.turn, act.person)


async def start(update: Update, context: Context) -> None:
    """/start by whoever pressed without an open private chat."""
    act = await act_of(update)
    if act is not None and context.args:
        await phrases.show(act.turn, act.person, context.args[0].removeprefix("phrases-"))


async def page(update: Update, context: Context) -> None:
    """A situation, and a page of it."""
    pressed = await press_of(update)
    if pressed is not None:
        act, parts, query = pressed
        number = int(parts[2]) if len(parts) > 2 else 1
        await phrases.show(act.turn, act.person, parts[1], number, spot_of(act, query))


_SITUATIONS = "starting|waiting|returning|reassuring"

HANDLERS = (
    CommandHandler("phrases", command),
    CommandHandler(
        "start",
        start,
        filters.ChatType.PRIVATE & filters.Regex(rf"^/start(@\w+)? phrases-(home|{_SITUATIONS})$"),
    ),
    CallbackQueryHandler(page, rf"^phrases:(home|({_SITUATIONS})(:[12])?)$"),
)
