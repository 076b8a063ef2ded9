"""/help, /privacy and /safety, and their pages."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Act, Context, act_of, press_of, pressed_message
from practices.turn import to_person


async def help_(update: Update, context: Context) -> None:
    """/help, by situation."""
    await _private(update, "help.home")


async def privacy(update: Update, context: Context) -> None:
    """/privacy."""
    await _private(update, "help.privacy")


async def _private(update: Update, screen: str) -> None:
    """In private the page itself; in a group the ✋ and the way there."""
    page = screen.partition(".")[2]
    act = await act_of(update)
    if act is None:
        return
    if act.private:
        act.turn.say(to_person(act.person.id), screen)
    elif act.turn.origin is not None:
        act.turn.say(act.turn.origin, "help.group", start="privacy" if page == "privacy" else "help")


async def safety(update: Update, context: Context) -> None:
    """/safety: in private, wherever it was typed. Nothing is said in a group."""
    act = await act_of(update)
    if act is not None:
        act.turn.say(to_person(act.person.id), "safety.home")


async def page(update: Update, context: Context) -> None:
    """A page of these, in place; from a group's message it opens in private."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    if not act.person.private_open:
        act.turn.reply("okay", start="help")
        return
    act.turn.reply("okay")
    in_place = pressed_message(query) if act.private else None
    act.turn.say(to_person(act.person.id), ".".join(parts), instead_of=in_place)


async def leave(update: Update, context: Context) -> None:
    """The safety page goes with one tap."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, _, query = pressed
    act.turn.reply("okay")
    message_id = pressed_message(query)
    if act.private and message_id is not None:
        act.turn.call(to_person(act.person.id), "deleteMessage", message_id=message_id)


async def _home(act: Act, _rest: str) -> None:
    act.turn.say(to_person(act.person.id), "help.home")


async def _enter_privacy(act: Act, _rest: str) -> None:
    act.turn.say(to_person(act.person.id), "help.privacy")


PAYLOADS = {"help": _home, "privacy": _enter_privacy}

HANDLERS = (
    CommandHandler("help", help_),
    CommandHandler("privacy", privacy),
    CommandHandler("safety", safety),
    CallbackQueryHandler(page, r"^(help:(home|arguing|talk|myself|almost|privacy)|safety:(home|more))$"),
    CallbackQueryHandler(leave, r"^safety:leave$"),
)
