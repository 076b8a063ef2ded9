"""/nearmiss and /win, and their buttons. Everything is shown in private."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Act, Context, act_of, press_of, pressed_message, row_id
from handlers.pages import lead_to_private
from practices import moments
from practices.moments import MomentKind


async def near_miss(update: Update, context: Context) -> None:
    """/nearmiss."""
    await _log(update, MomentKind.NEAR, "nearmiss")


async def win(update: Update, context: Context) -> None:
    """/win."""
    await _log(update, MomentKind.WIN, "win")


async def _log(update: Update, kind: MomentKind, payload: str) -> None:
    act = await act_of(update)
    if act is not None and not lead_to_private(act, payload):
        await moments.log(act.turn, act.person, kind)


async def pressed(update: Update, context: Context) -> None:
    """One tap, from wherever it is offered."""
    press = await press_of(update)
    if press is not None:
        act, parts, _ = press
        await moments.log(act.turn, act.person, MomentKind(parts[1]))


async def about(update: Update, context: Context) -> None:
    """A line about it, telling, taking back."""
    press = await press_of(update)
    if press is None:
        return
    act, parts, query = press
    message_id = pressed_message(query) if act.private else None
    moment_id = row_id(parts[1]) or 0
    match parts[2]:
        case "line":
            await moments.ask(act.turn, act.person, moment_id)
        case "leave":
            await moments.leave(act.turn, act.person, message_id)
        case "tell":
            await moments.tell(act.turn, act.person, moment_id, message_id)
        case _:
            await moments.take_back(act.turn, act.person, moment_id, message_id)


async def own(update: Update, context: Context) -> None:
    """The presser's own list."""
    press = await press_of(update)
    if press is not None:
        act, _, query = press
        await moments.own(act.turn, act.person, instead_of=pressed_message(query) if act.private else None)


async def typed(act: Act, text: str) -> None:
    """The line about it."""
    await moments.keep(act.turn, act.person, text)


async def _enter_near(act: Act, _rest: str) -> None:
    await moments.log(act.turn, act.person, MomentKind.NEAR)


async def _enter_win(act: Act, _rest: str) -> None:
    await moments.log(act.turn, act.person, MomentKind.WIN)


async def _enter_own(act: Act, _rest: str) -> None:
    await moments.own(act.turn, act.person)


PAYLOADS = {"nearmiss": _enter_near, "win": _enter_win, "moments": _enter_own}

HANDLERS = (
    CommandHandler("nearmiss", near_miss),
    CommandHandler("win", win),
    CallbackQueryHandler(pressed, r"^moment:(near|win)$"),
    CallbackQueryHandler(about, r"^moment:\d{1,19}:(line|leave|tell|undo)$"),
    CallbackQueryHandler(own, r"^moments:own$"),
)
