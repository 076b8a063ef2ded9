"""✋ in every way it reaches us, and the buttons of a pause."""

from datetime import timedelta

from telegram import CallbackQuery, Message, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from content.durations import parse_length
from content.signals import is_pause_signal
from handlers.context import Act, Context, act_of, press_of, pressed_message
from practices import pause, pause_return


class _PauseSignal(filters.MessageFilter):
    """A text that is exactly a pause signal."""

    def filter(self, message: Message) -> bool:
        return message.text is not None and is_pause_signal(message.text)


PAUSE_SIGNAL = _PauseSignal()

# Under these panels, and under the keyboard's carrier, ✋ can only mean a pause.
_OWN = ("couple", "pause", "couple.keyboard")


async def command(update: Update, context: Context) -> None:
    """/pause and /p, with or without a length."""
    act, message = await _spoken(update)
    if act is None or message is None:
        return
    argument = " ".join(context.args or ())
    if not argument:
        await _call(act, message)
        return
    length = parse_length(argument)
    if length is None:
        act.turn.say(act.turn.origin_of(act.person.id), "pause.not_understood")
    else:
        await _call(act, message, length)


async def signal(update: Update, context: Context) -> None:
    """✋ as a text: from the reply keyboard, or typed."""
    act, message = await _spoken(update)
    if act is None or message is None:
        return
    if not act.private and message.reply_to_message is not None:
        shown = await act.turn.work.panels.what(message.chat_id, message.reply_to_message.message_id)
        # What is no longer remembered can only be the carrier, which is kept for good.
        if shown is not None and shown.split(":")[0] not in _OWN:
            act.turn.say(act.turn.origin_of(act.person.id), "pause.maybe")
            return
    await _call(act, message)


async def _spoken(update: Update) -> tuple[Act | None, Message | None]:
    """The act and its message; none in another couple's chat, where only those two have a say."""
    act, message = await act_of(update), update.effective_message
    if act is None or message is None:
        return None, None
    if not act.private and await pause.elsewhere(act.turn, act.person, message.chat_id):
        return None, None
    return act, message


async def _pressed(update: Update) -> tuple[Act, list[str], CallbackQuery] | None:
    """A press on a ✋ that names no pause; in another couple's chat it is answered kindly here."""
    pressed = await press_of(update)
    if pressed is None:
        return None
    act, _, query = pressed
    chat = query.message.chat.id if query.message is not None else None
    if not act.private and chat is not None and await pause.elsewhere(act.turn, act.person, chat):
        act.turn.reply("not-yours", alert=True)
        return None
    return pressed


def _take_away(act: Act, query: CallbackQuery) -> None:
    """The message whose button was pressed has done its work."""
    if query.message is not None:
        place = f"chat:{query.message.chat.id}"
        act.turn.call(place, "deleteMessage", message_id=query.message.message_id)


async def _call(act: Act, message: Message, length: timedelta = pause.SHORTEST) -> None:
    if act.turn.now - message.date > pause.LATE:
        await pause.ask_late(act.turn, act.person, message.date, length)
    else:
        await pause.call(act.turn, act.person, length, by_message=True)


async def new(update: Update, context: Context) -> None:
    """The ✋ button, wherever it stands."""
    pressed = await _pressed(update)
    if pressed is None:
        return
    turn, person = pressed[0].turn, pressed[0].person
    if turn.received_at is not None and turn.now - turn.received_at > pause.LATE:
        # A press tells no time of its own; it had reached us, and then we were out.
        await pause.ask_late(turn, person, turn.received_at, pause.SHORTEST)
    else:
        await pause.call(turn, person, by_message=False)


async def late(update: Update, context: Context) -> None:
    """The answer to "Pause now?": a number of minutes, or no."""
    pressed = await _pressed(update)
    if pressed is None:
        return
    act, parts, query = pressed
    _take_away(act, query)
    if parts[2] == "no":
        act.turn.reply("okay")
    else:
        await pause.call(act.turn, act.person, timedelta(minutes=int(parts[2])), by_message=False)


_SIMPLE = {
    "undo": pause.undo,
    "will": pause_return.will_be_there,
    "here": pause_return.here,
    "talking": pause_return.talking,
    "rest": pause_return.rest,
}


async def simple(update: Update, context: Context) -> None:
    """One press, one practice."""
    pressed = await press_of(update)
    if pressed is not None:
        act, parts, _ = pressed
        await _SIMPLE[parts[2]](act.turn, act.person, int(parts[1]))


async def times(update: Update, context: Context) -> None:
    """The menu of lengths: opened from a panel, or turned to another page in place."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    page = parts[3] if len(parts) > 3 else None
    in_place = pressed_message(query) if page is not None and act.private else None
    await pause.offer_times(act.turn, act.person, int(parts[1]), page=page or "first", instead_of=in_place)


async def change_time(update: Update, context: Context) -> None:
    """A length was chosen; the private message that offered it has done its work."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    await pause.change_time(
        act.turn, act.person, int(parts[1]), int(parts[2]), int(parts[4]), from_now=parts[3] == "in"
    )
    if act.private:
        _take_away(act, query)


HANDLERS = (
    CommandHandler(("pause", "p"), command),
    MessageHandler(PAUSE_SIGNAL & filters.UpdateType.MESSAGE, signal),
    CallbackQueryHandler(new, r"^pause:new$"),
    CallbackQueryHandler(late, r"^pause:late:(no|\d{1,4})$"),
    CallbackQueryHandler(simple, r"^pause:\d{1,19}:(undo|will|here|talking|rest)$"),
    CallbackQueryHandler(times, r"^pause:\d{1,19}:times(:(first|more))?$"),
    CallbackQueryHandler(change_time, r"^pause:\d{1,19}:\d{1,6}:(plus|in):\d{1,4}$"),
)
