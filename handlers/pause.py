"""✋ in every way it reaches us, and the buttons of a pause."""

from datetime import timedelta

from telegram import CallbackQuery, Message, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from content.signals import is_pause_signal
from content.times import Clock, parse_when
from handlers.context import Act, Context, act_of, press_of, pressed_message, row_id
from practices import pause, pause_return, pause_times, zone


class _PauseSignal(filters.MessageFilter):
    """A text that is exactly a pause signal."""

    def filter(self, message: Message) -> bool:
        return message.text is not None and is_pause_signal(message.text)


PAUSE_SIGNAL = _PauseSignal()

# Under these panels, and under the keyboard's carrier, ✋ can only mean a pause.
_OWN = ("couple", "pause", "couple.keyboard")


async def command(update: Update, context: Context) -> None:
    """/pause and /p, with or without a length or a time of day."""
    act, message = await act_of(update), update.effective_message
    if act is None or message is None:
        return
    argument = " ".join(context.args or ())
    if not argument:
        await _call(act, message)
        return
    when = parse_when(argument)
    if when is None:
        act.turn.say(act.turn.origin_of(act.person.id), "pause.not_understood")
    elif isinstance(when, Clock) and act.turn.now - message.date > pause.LATE:
        # What time it was meant for may have passed: ask for a plain pause instead.
        await pause.ask_late(act.turn, act.person, message.date, pause.SHORTEST)
    elif isinstance(when, Clock):
        await _until(act, when, by_message=True)
    else:
        await _call(act, message, when.span, given=True)


async def _until(act: Act, clock: Clock, *, by_message: bool) -> None:
    await pause_times.call_until(
        act.turn,
        act.person,
        clock.hour,
        clock.minute,
        tomorrow=clock.tomorrow,
        either=clock.either,
        by_message=by_message,
    )


async def signal(update: Update, context: Context) -> None:
    """✋ as a text: from the reply keyboard, or typed."""
    act, message = await act_of(update), update.effective_message
    if act is None or message is None:
        return
    if not act.private and message.reply_to_message is not None:
        shown = await act.turn.work.panels.what(message.chat_id, message.reply_to_message.message_id)
        # What is no longer remembered can only be the carrier, which is kept for good.
        if shown is not None and shown.split(":")[0] not in _OWN:
            act.turn.say(act.turn.origin_of(act.person.id), "pause.maybe")
            return
    await _call(act, message)


def _take_away(act: Act, query: CallbackQuery) -> None:
    """The message whose button was pressed has done its work."""
    if query.message is not None:
        place = f"chat:{query.message.chat.id}"
        act.turn.call(place, "deleteMessage", message_id=query.message.message_id)


async def _call(
    act: Act, message: Message, length: timedelta = pause.SHORTEST, *, given: bool = False
) -> None:
    fits = pause.SHORTEST <= length <= pause.LONGEST
    if fits and act.turn.now - message.date > pause.LATE:
        await pause.ask_late(act.turn, act.person, message.date, length)
    else:
        await pause.call(act.turn, act.person, length, by_message=True, given=given)
        _show_the_way(act, message)


def _show_the_way(act: Act, message: Message) -> None:
    """A pause alone needs the private chat; a message in a group gets the button that opens it."""
    answer = act.turn.answer
    if not act.private and answer is not None and answer.start is not None:
        chat = f"chat:{message.chat_id}"
        act.turn.say(chat, "help.group", start=answer.start, language=act.person.language)


async def new(update: Update, context: Context) -> None:
    """The ✋ button, wherever it stands."""
    pressed = await press_of(update)
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
    pressed = await press_of(update)
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
    """The menu of times: opened from a panel, or turned to another page in place."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    page = "tonight" if parts[2] == "tonight" else parts[3] if len(parts) > 3 else None
    in_place = pressed_message(query) if parts[2] == "times" and page is not None and act.private else None
    await pause_times.offer(act.turn, act.person, int(parts[1]), page or "first", instead_of=in_place)


async def offered(update: Update, context: Context) -> None:
    """A length or a time that was offered before there was a pause."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    _take_away(act, query)
    if parts[1] == "for":
        await pause.call(act.turn, act.person, timedelta(minutes=int(parts[2])), by_message=False)
    elif parts[1] == "until":
        await pause_times.call_at(act.turn, act.person, int(parts[2]))
    else:
        hour, minute, tomorrow, either = (int(part) for part in parts[2:])
        await _by_clock(act, Clock(hour, minute, bool(tomorrow), bool(either)), query.data or "")


async def _by_clock(act: Act, clock: Clock, data: str) -> None:
    if act.person.zone is None:
        await zone.ask(act.turn, act.person, data)
    else:
        await _until(act, clock, by_message=False)


async def change_time(update: Update, context: Context) -> None:
    """A length was chosen; the private message that offered it has done its work."""
    pressed = await press_of(update)
    if pressed is None:
        return
    act, parts, query = pressed
    pause_id, commitment, minutes = int(parts[1]), int(parts[2]), int(parts[4])
    if parts[3] == "at":
        await pause_times.commit_at(act.turn, act.person, pause_id, commitment, minutes)
    else:
        from_now = parts[3] == "in"
        await pause.change_time(act.turn, act.person, pause_id, commitment, minutes, from_now=from_now)
    if act.private:
        _take_away(act, query)


async def _offer_times(act: Act, digits: str) -> None:
    pause_id = row_id(digits) if digits.isdecimal() else None
    await pause_times.offer(act.turn, act.person, pause_id or 0)


async def _call_here(act: Act, _rest: str) -> None:
    await pause.call(act.turn, act.person, by_message=True)


# The private chat was opened by a button that needs it.
PAYLOADS = {"times": _offer_times, "pause": _call_here}

HANDLERS = (
    CommandHandler(("pause", "p"), command),
    MessageHandler(PAUSE_SIGNAL & filters.UpdateType.MESSAGE, signal),
    CallbackQueryHandler(new, r"^pause:new$"),
    CallbackQueryHandler(late, r"^pause:late:(no|\d{1,4})$"),
    CallbackQueryHandler(simple, r"^pause:\d{1,19}:(undo|will|here|talking|rest)$"),
    CallbackQueryHandler(times, r"^pause:\d{1,19}:(times(:(first|more|today|tonight))?|tonight)$"),
    CallbackQueryHandler(offered, r"^pause:(for:\d{1,4}|until:\d{1,9}|clock(:\d{1,2}){4})$"),
    CallbackQueryHandler(change_time, r"^pause:\d{1,19}:\d{1,6}:((plus|in):\d{1,4}|at:\d{1,9})$"),
)
