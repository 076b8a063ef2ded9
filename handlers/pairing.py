"""How two become a couple, and /start."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from content.texts import language_of
from handlers.context import CURRENT_TURN, Act, Context, act_of, meet, press_of, row_id
from practices import couple, pairing, pause


async def start(update: Update, context: Context) -> None:
    """/start, in private with or without a payload; in a group it shows what belongs there."""
    act = await act_of(update)
    chat = update.effective_chat
    if chat is not None and chat.type != chat.PRIVATE:
        if not context.args:
            await _start_in_group(update, act, chat.id)
        return
    if act is None:
        return
    payload = context.args[0] if context.args else ""
    if payload.startswith("p_"):
        await pairing.open_link(act.turn, act.person, payload.removeprefix("p_"))
    elif payload.startswith("times-") and payload.removeprefix("times-").isdecimal():
        pause_id = row_id(payload.removeprefix("times-"))
        await pause.offer_times(act.turn, act.person, pause_id or 0)
    else:
        await pairing.start(act.turn, act.person)


async def _start_in_group(update: Update, act: Act | None, chat_id: int) -> None:
    turn = CURRENT_TURN.get()
    group = await turn.work.groups.by_chat(chat_id)
    if group is None or not group.present:
        return
    theirs = await turn.work.couples.in_group(group.id)
    user = update.effective_user
    if theirs is None:
        person = act.person if act is not None else None
        language = person.language if person else language_of(user.language_code if user else None)
        await pairing.ask_again(turn, group, person, language)
    elif act is not None:
        await couple.show_in_group(turn, theirs, act.person)


async def join(update: Update, context: Context) -> None:
    """A press on the group's button."""
    query, chat = update.callback_query, update.effective_chat
    if query is None or query.data is None or chat is None:
        return
    turn = CURRENT_TURN.get()
    pairing_id = row_id(query.data.split(":")[1]) or 0
    known = await turn.work.persons.by_telegram(query.from_user.id)
    # Nobody is written down for a press that has no say.
    if known is None and not await pairing.has_seat(turn, pairing_id, chat.id):
        return
    person = await meet(turn, query.from_user)
    turn.language = person.language
    await couple.tell_untold(turn, person)
    await pairing.join(turn, person, pairing_id, chat.id)


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
        await pairing.invite(act.turn, act.person, by_press=update.callback_query is not None)


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
