"""/forget and its buttons."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Context, act_of, press_of, pressed_message
from practices import forget


async def command(update: Update, context: Context) -> None:
    """/forget: asked in private, wherever it was said."""
    act = await act_of(update)
    if act is not None:
        await forget.ask(act.turn, act.person)


async def pressed(update: Update, context: Context) -> None:
    """The question, the confirmation, or neither."""
    press = await press_of(update)
    if press is None:
        return
    act, parts, query = press
    message_id = pressed_message(query) if act.private else None
    if parts[1] == "ask":
        await forget.ask(act.turn, act.person)
    elif parts[2] == "yes":
        await forget.forget(act.turn, act.person, int(parts[1]), message_id=message_id)
    else:
        await forget.keep(act.turn, act.person, message_id=message_id)


HANDLERS = (
    CommandHandler("forget", command),
    CallbackQueryHandler(pressed, r"^forget:(ask|\d{1,19}:(yes|no))$"),
)
