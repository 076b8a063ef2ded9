"""/quiz and its buttons. Everything is shown in private."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from content.quiz import quiz_items
from handlers.context import Act, Context, act_of, press_of, private_press_of, row_id
from handlers.pages import lead_to_private, spot_of
from practices import quiz


async def command(update: Update, context: Context) -> None:
    """/quiz."""
    act = await act_of(update)
    if act is not None and not lead_to_private(act, "quiz"):
        await quiz.home(act.turn, act.person)


async def _enter(act: Act, _rest: str) -> None:
    """By whoever had no open private chat."""
    await quiz.home(act.turn, act.person)


PAYLOADS = {"quiz": _enter}


async def page(update: Update, context: Context) -> None:
    """A page about no item: where it stands, the beginning, or one's own result."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    turn, person, spot = act.turn, act.person, spot_of(act, query)
    if not act.private:
        await quiz.home(turn, person)
        return
    match parts[1]:
        case "home":
            await quiz.home(turn, person, spot)
        case "intro":
            await quiz.intro(turn, person, spot)
        case "begin":
            await quiz.begin(turn, person, spot)
        case name:
            await quiz.page(turn, person, name, spot)


async def attempt(update: Update, context: Context) -> None:
    """Something about one attempt as a whole."""
    pressed = await private_press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    turn, person, attempt_id, spot = act.turn, act.person, row_id(parts[1]) or 0, spot_of(act, query)
    match parts[2]:
        case "go":
            await quiz.go_on(turn, person, attempt_id, spot)
        case "anew":
            await quiz.begin_anew(turn, person, attempt_id, spot)
        case "delete":
            await quiz.ask_to_forget(turn, person, attempt_id, spot)
        case "forget":
            await quiz.forget(turn, person, attempt_id, spot)


async def item(update: Update, context: Context) -> None:
    """An answer to an item, or a way past it."""
    pressed = await private_press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    turn, person, spot, items = act.turn, act.person, spot_of(act, query), quiz_items()
    attempt_id, number = row_id(parts[1]) or 0, int(parts[2])
    match parts[3]:
        case "skip":
            await quiz.skip(turn, person, items, attempt_id, number, spot)
        case "next":
            await quiz.keep(turn, person, items, attempt_id, number, spot)
        case "back":
            await quiz.back(turn, person, attempt_id, number, spot)
        case "stop":
            await quiz.stop(turn, person, attempt_id, number, spot)
        case value:
            await quiz.give(turn, person, items, attempt_id, number, int(value), spot)


HANDLERS = (
    CommandHandler("quiz", command),
    CallbackQueryHandler(page, r"^quiz:(home|intro|begin|result|scales|then)$"),
    CallbackQueryHandler(attempt, r"^quiz:\d{1,19}:(go|anew|delete|forget)$"),
    CallbackQueryHandler(item, r"^quiz:\d{1,19}:\d{1,2}:([1-7]|skip|next|back|stop)$"),
)
