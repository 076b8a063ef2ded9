"""/calm and the buttons of Calm me. Everything is shown in private."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Act, Context, act_of, press_of, private_press_of, row_id
from handlers.pages import lead_to_private, spot_of
from practices import calm


async def command(update: Update, context: Context) -> None:
    """/calm."""
    act = await act_of(update)
    if act is not None and not lead_to_private(act):
        await calm.begin_unasked(act.turn, act.person)


async def _enter(act: Act, digits: str) -> None:
    """Out of a pause whose presser had no open private chat."""
    pause_id = (row_id(digits) if digits.isdecimal() else None) or 0
    theirs = await calm.is_theirs(act.turn, act.person, pause_id)
    await calm.begin(act.turn, act.person, pause_id if theirs else 0)


PAYLOADS = {"calm": _enter}


async def begin(update: Update, context: Context) -> None:
    """Calm me, on a pause's panel or on a page."""
    pressed = await press_of(update)
    if pressed is not None:
        act, parts, query = pressed
        await calm.begin(act.turn, act.person, row_id(parts[1]) or 0, spot_of(act, query))


async def page(update: Update, context: Context) -> None:
    """A page behind it, a step of the scan, or a change of the list."""
    pressed = await private_press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    turn, person, pause_id, spot = act.turn, act.person, row_id(parts[1]) or 0, spot_of(act, query)
    match parts[2:]:
        case ["scan", step]:
            await calm.scan(turn, person, pause_id, int(step), spot)
        case ["drop", comfort]:
            await calm.drop(turn, person, pause_id, row_id(comfort) or 0, spot)
        case ["add"]:
            await calm.ask(turn, person, pause_id, spot)
        case [name]:
            await calm.page(turn, person, pause_id, name, spot)


async def typed(act: Act, text: str) -> None:
    """What helps, in the person's own words."""
    await calm.keep(act.turn, act.person, text)


_PAGES = "breathe|all|walk|water|music|leave|state|racing|far|settled|list|remove|add"

HANDLERS = (
    CommandHandler("calm", command),
    CallbackQueryHandler(begin, r"^calm:\d{1,19}$"),
    CallbackQueryHandler(page, rf"^calm:\d{{1,19}}:({_PAGES}|scan:([1-9]|10)|drop:\d{{1,19}})$"),
)
