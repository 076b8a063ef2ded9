"""What nothing else understands: always answered, never stored."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from handlers.context import Context, act_of, press_of
from practices.turn import to_person


async def unknown(update: Update, context: Context) -> None:
    """A private message that is neither a command we know nor a signal."""
    act = await act_of(update)
    if act is not None:
        act.turn.say(to_person(act.person.id), "common.unknown")


async def old_button(update: Update, context: Context) -> None:
    """A button that no longer means anything."""
    pressed = await press_of(update)
    if pressed is not None:
        pressed[0].turn.reply("old-button")


# Registered after all others: they take what nobody else took.
FALLBACKS = (
    MessageHandler(
        filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL, unknown
    ),
    CallbackQueryHandler(old_button),
)
