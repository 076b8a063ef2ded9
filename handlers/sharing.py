"""One's own picture and report, what is shared of them, and /together. Everything is shown in private."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from content.quiz import quiz_items
from handlers.context import Context, act_of, press_of, pressed_message, private_press_of, row_id
from handlers.pages import lead_to_private, spot_of
from practices import sharing
from practices.sharing import What

_WHAT = "|".join(What)
_THEME = "light|dark"


async def command(update: Update, context: Context) -> None:
    """/together."""
    act = await act_of(update)
    if act is not None and not lead_to_private(act):
        await sharing.together(act.turn, act.person, quiz_items())


async def profile(update: Update, context: Context) -> None:
    """One's own picture, with or without a name, in either theme; one's own report."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    match parts[1:]:
        case ["report"]:
            await sharing.report(act.turn, act.person)
        case ["picture"]:
            await sharing.picture(act.turn, act.person, spot=spot_of(act, query))
        case ["picture", name, theme]:
            named, spot = name == "named", spot_of(act, query)
            await sharing.picture(act.turn, act.person, named=named, theme=theme, spot=spot)


async def share(update: Update, context: Context) -> None:
    """Choosing, previewing, sharing and taking back, by the author; Open, by the partner."""
    pressed = await private_press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    turn, person, spot, items = act.turn, act.person, spot_of(act, query), quiz_items()
    match parts[1:]:
        case ["new"]:
            await sharing.choose(turn, person, spot)
        case [attempt, "see", what]:
            await sharing.see(turn, person, items, row_id(attempt) or 0, What(what), spot)
        case [attempt, "yes", what, couple]:
            about = row_id(attempt) or 0, What(what), row_id(couple) or 0
            await sharing.share(turn, person, items, *about, spot)
        case [share_id, "back"]:
            await sharing.withdraw(turn, person, row_id(share_id) or 0, spot)
        case [share_id, "open"]:
            await sharing.open_shared(turn, person, row_id(share_id) or 0)
        case [share_id, "open", theme]:
            message_id = pressed_message(query)
            await sharing.open_shared(turn, person, row_id(share_id) or 0, theme=theme, message_id=message_id)


async def together(update: Update, context: Context) -> None:
    """The cycle, or what could be agreed on."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    spot, items = spot_of(act, query), quiz_items()
    match parts[1:]:
        case ["ideas"]:
            await sharing.together(act.turn, act.person, items, page="ideas", spot=spot)
        case ["show"]:
            await sharing.together(act.turn, act.person, items, spot=spot)
        case ["show", theme]:
            await sharing.together(act.turn, act.person, items, theme=theme, spot=spot)


HANDLERS = (
    CommandHandler("together", command),
    CallbackQueryHandler(profile, rf"^profile:(report|picture(:(named|plain):({_THEME}))?)$"),
    CallbackQueryHandler(
        share,
        rf"^share:(new|\d{{1,19}}:(see:({_WHAT})|yes:({_WHAT}):\d{{1,19}}|back|open(:({_THEME}))?))$",
    ),
    CallbackQueryHandler(together, rf"^together:(ideas|show(:({_THEME}))?)$"),
)
