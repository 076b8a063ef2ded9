"""/playbook and its buttons. Everything is shown in private."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import Act, Context, act_of, press_of, private_press_of, row_id
from handlers.pages import lead_to_private, spot_of
from practices import experiments, playbook
from practices.experiments import Felt, Trial


async def command(update: Update, context: Context) -> None:
    """/playbook."""
    act = await act_of(update)
    if act is not None and not lead_to_private(act, "playbook"):
        await playbook.show(act.turn, act.person)


async def _enter(act: Act, _rest: str) -> None:
    """By whoever had no open private chat."""
    await playbook.show(act.turn, act.person)


PAYLOADS = {"playbook": _enter}


async def page(update: Update, context: Context) -> None:
    """One of its pages."""
    pressed = await press_of(update)
    if pressed is not None:
        act, parts, query = pressed
        await playbook.show(act.turn, act.person, parts[1], spot_of(act, query))


async def begin(update: Update, context: Context) -> None:
    """An experiment begins."""
    pressed = await private_press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    await experiments.begin(act.turn, act.person, Trial(parts[2]), spot_of(act, query))


async def about(update: Update, context: Context) -> None:
    """How it felt, or an end."""
    pressed = await private_press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    experiment_id, spot = row_id(parts[1]) or 0, spot_of(act, query)
    if parts[2] == "stop":
        await experiments.stop(act.turn, act.person, experiment_id, spot)
    else:
        await experiments.feel(act.turn, act.person, experiment_id, Felt(parts[2]), spot)


_PAGES = "home|soothing|say|hear|partner|trial|log"

HANDLERS = (
    CommandHandler("playbook", command),
    CallbackQueryHandler(page, rf"^playbook:({_PAGES})$"),
    CallbackQueryHandler(begin, rf"^trial:begin:({'|'.join(Trial)})$"),
    CallbackQueryHandler(about, rf"^trial:\d{{1,19}}:({'|'.join(Felt)}|stop)$"),
)
