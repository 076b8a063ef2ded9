"""/export and its buttons. Nothing of it is ever said in a group but the way to the private chat."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Context, act_of, private_press_of
from practices import export


async def command(update: Update, context: Context) -> None:
    """/export."""
    act = await act_of(update)
    if act is None:
        return
    if act.private:
        await export.begin(act.turn, act.person)
    elif act.turn.origin is not None:
        act.turn.say(act.turn.origin, "help.group", start="privacy")


async def make(update: Update, context: Context) -> None:
    """Make a copy, on /privacy or /forget."""
    pressed = await private_press_of(update)
    if pressed is None:
        return
    act = pressed[0]
    await export.begin(act.turn, act.person)


HANDLERS = (CommandHandler("export", command), CallbackQueryHandler(make, r"^export:make$"))
