"""How two become a couple, and /start."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import CURRENT_TURN, Act, Context, act_of, meet, press_of
from practices import couple, pairing, pause
from practices.turn import to_person


async def start(update: Update, context: Context) -> None:
    """/start, in private with or without a payload; in a group it shows what belongs there."""
    act = await act_of(update)
    chat = update.effective_chat
    if chat is not None and chat.type != chat.PRIVATE:
        if not context.args:
            await _start_in_group(update, chat.id)
        return
    if act is None:
        return
    payload = context.args[0] if context.args else ""
    if payload.startswith("p_"):
        await pairing.open_link(act.turn, act.person, payload.removeprefix("p_"))
    elif payload.startswith("times-") and payload.removeprefix("times-").isdecimal():
        await pause.offer_times(act.turn, act.person, int(payload.removeprefix("times-")[:19]))
    else:
        await _start_in_private(act)


async def _start_in_private(act: Act) -> None:
    turn, person = act.turn, act.person
    theirs = await turn.work.couples.of(person.id)
    if theirs is not None:
        view = await turn.work.couples.view(theirs.id)
        if view is None or view.just_two:
            turn.say(to_person(person.id), "couple.keyboard", id=theirs.id)
        turn.panel(to_person(person.id), f"couple:{theirs.id}", anew=True)
        return
    links = [p for p in await turn.work.pairings.open_of_person(person.id) if p.group_id is None]
    if not links:
        turn.say(to_person(person.id), "pair.start", state="new")
        return
    key = "invite" if links[0].first_id == person.id else "invited"
    turn.panel(to_person(person.id), f"{key}:{links[0].id}", anew=True)


async def _start_in_group(update: Update, chat_id: int) -> None:
    turn = CURRENT_TURN.get()
    group = await turn.work.groups.by_chat(chat_id)
    if group is None or not group.present:
        return
    theirs = await turn.work.couples.in_group(group.id)
    user = update.effective_user
    if theirs is None:
        await pairing.greet(turn, group, "en" if user is None else (await meet(turn, user)).language)
    elif turn.origin is not None:
        await couple.show(turn, theirs)


async def join(update: Update, context: Context) -> None:
    """A press on the group's button."""
    query = update.callback_query
    if query is None or query.data is None:
        return
    turn = CURRENT_TURN.get()
    person = await meet(turn, query.from_user)
    await pairing.join(turn, person, int(query.data.split(":")[1]))


async def confirm(update: Update, context: Context) -> None:
    """Yes or no, in a group or by link."""
    pressed = await press_of(update)
    if pressed is not None:
        act, parts, _ = pressed
        await pairing.confirm(act.turn, act.person, int(parts[1]), yes=parts[2] == "yes")


async def invite(update: Update, context: Context) -> None:
    """A new invitation link, by button or by /invite."""
    act = await act_of(update)
    if act is not None:
        await pairing.invite(act.turn, act.person)


async def revoke(update: Update, context: Context) -> None:
    """The inviter takes the invitation back."""
    pressed = await press_of(update)
    if pressed is not None:
        act, parts, _ = pressed
        await pairing.revoke(act.turn, act.person, int(parts[1]))


HANDLERS = (
    CommandHandler("start", start),
    CommandHandler("invite", invite),
    CallbackQueryHandler(join, r"^pair:\d{1,19}:join$"),
    CallbackQueryHandler(confirm, r"^(pair|invite|invited):\d{1,19}:(yes|no)$"),
    CallbackQueryHandler(invite, r"^invite:new$"),
    CallbackQueryHandler(revoke, r"^invite:\d{1,19}:revoke$"),
)
