"""/unpair and its buttons."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Context, act_of, press_of, pressed_message
from practices import couple


async def unpair(update: Update, context: Context) -> None:
    """/unpair: asked in private, wherever it was said."""
    act = await act_of(update)
    if act is not None:
        await couple.ask_unpair(act.turn, act.person)


async def pressed(update: Update, context: Context) -> None:
    """The confirmation, and "Tell now"."""
    press = await press_of(update)
    if press is None:
        return
    act, parts, query = press
    couple_id, what = int(parts[1]), parts[2]
    if what == "yes":
        await couple.unpair(act.turn, act.person, couple_id, message_id=pressed_message(query))
    elif what == "no":
        await couple.keep(act.turn, act.person, couple_id, message_id=pressed_message(query))
    else:
        await couple.tell_now(act.turn, act.person, couple_id, message_id=pressed_message(query))


HANDLERS = (
    CommandHandler("unpair", unpair),
    CallbackQueryHandler(pressed, r"^unpair:\d{1,19}:(yes|no|tell)$"),
)
