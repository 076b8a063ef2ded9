"""How two become a couple."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from handlers.context import CURRENT_TURN, Act, Context, act_of, meet, press_of, row_id
from practices import couple, pairing


async def _open_link(act: Act, token: str) -> None:
    await pairing.open_link(act.turn, act.person, token)


PAYLOADS = {"p": _open_link}


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
    CommandHandler("invite", invite),
    CallbackQueryHandler(join, r"^pair:\d{1,19}:join$"),
    CallbackQueryHandler(confirm, r"^(pair|invite|invited):\d{1,19}:(yes|no)$"),
    CallbackQueryHandler(invite, r"^invite:new$"),
    CallbackQueryHandler(revoke, r"^invite:\d{1,19}:revoke$"),
)
