"""The daily check-in's buttons, the words and files sent for it, and /answers."""

from telegram import Message, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from handlers.context import Act, Context, act_of, press_of, private_press_of, row_id
from handlers.pages import lead_to_private, spot_of
from practices import check_in, review_answers
from practices.check_in import Given
from practices.turn import to_person


async def pressed(update: Update, context: Context) -> None:
    """A button of the panel, of the reminder, or of the private page."""
    found = await press_of(update)
    if found is None:
        return
    act, parts, _ = found
    turn, person, check_in_id = act.turn, act.person, row_id(parts[1]) or 0
    match parts[2:]:
        case ["mood", number]:
            await check_in.mood(turn, person, check_in_id, int(number))
        case ["answer"]:
            await check_in.ask(turn, person, check_in_id)
        case ["skip"]:
            await check_in.skip(turn, person, check_in_id)
        case [choice]:
            await check_in.keep_private(turn, person, check_in_id, only_me=choice == "mine")


async def _enter(act: Act, digits: str) -> None:
    """Answer, pressed in the shared chat."""
    check_in_id = (row_id(digits) if digits.isdecimal() else None) or 0
    await check_in.ask(act.turn, act.person, check_in_id, by_link=True)


PAYLOADS = {"answer": _enter}


async def answers(update: Update, context: Context) -> None:
    """/answers."""
    act = await act_of(update)
    if act is not None and not lead_to_private(act):
        await check_in.history(act.turn, act.person, None, None)


async def page(update: Update, context: Context) -> None:
    """A page of one's own answers, or the file on it."""
    found = await private_press_of(update)
    if found is None:
        return
    act, parts, query = found
    if parts[2:] == ["play"]:
        await check_in.play_own(act.turn, act.person, row_id(parts[1]) or 0)
    else:
        answer_id = (row_id(parts[1]) or 0) if len(parts) > 1 else None
        await check_in.history(act.turn, act.person, answer_id, spot_of(act, query))


async def answered(act: Act, message: Message) -> bool:
    """Words that were asked for, or a reply to a check-in. False: neither."""
    if await replied(act, message):
        return True
    given, asked = _given(message), _asked_for(act)
    if given is None or not asked:
        return False
    await check_in.keep(act.turn, act.person, asked, given)
    return True


async def replied(act: Act, message: Message) -> bool:
    """A private reply to a check-in, or to the own page of it, is its answer. False: it is none."""
    if message.reply_to_message is None:
        return False
    shown = await act.turn.work.panels.what(message.chat_id, message.reply_to_message.message_id) or ""
    check_in_id, given = await check_in.meant_by(act.turn, act.person, shown), _given(message)
    if check_in_id is None or given is None:
        return False
    await check_in.keep(act.turn, act.person, check_in_id, given)
    return True


async def in_group(update: Update, context: Context) -> None:
    """A reply in a group to a message of ours, or its edit: to the panel, it is an answer in the open."""
    act, message = await act_of(update), update.effective_message
    if act is None or message is None or message.reply_to_message is None:
        return
    shown = await act.turn.work.panels.what(message.chat_id, message.reply_to_message.message_id) or ""
    kind, _, subject = shown.partition(":")
    given = _given(message)
    if kind == "checkin" and given is not None:
        take = check_in.speak if update.edited_message is None else check_in.edited_openly
        await take(act.turn, act.person, int(subject), given)


async def sent(update: Update, context: Context) -> None:
    """A private message that is no text."""
    act, message = await act_of(update), update.effective_message
    if act is None or message is None:
        return
    if not await answered(act, message):
        screen = "check_in.other_kind" if _asked_for(act) else "common.unknown"
        act.turn.say(to_person(act.person.id), screen)


async def edited(update: Update, context: Context) -> None:
    """A private message was edited."""
    act, message = await act_of(update), update.effective_message
    given = _given(message) if message is not None else None
    if act is None or message is None or given is None:
        return
    # It is what one of them came in, or none of them.
    await check_in.edited(act.turn, act.person, given)
    if given.words is not None:
        await review_answers.edited(act.turn, act.person, message.message_id, given.words)


def _asked_for(act: Act) -> int:
    """The check-in whose words are expected now; 0: none is."""
    expected = act.turn.work.persons.expected(act.person, act.turn.now) or ""
    kind, _, digits = expected.partition(":")
    return int(digits) if kind == check_in.ASKED else 0


def _given(message: Message) -> Given | None:
    """What a message gives: words, or one of the three kinds of file. None: something else."""
    if message.text is not None:
        return Given(words=message.text, message_id=message.message_id)
    if message.voice is not None:
        kind, file_id = "voice", message.voice.file_id
    elif message.photo:
        kind, file_id = "photo", message.photo[-1].file_id
    elif message.sticker is not None:
        kind, file_id = "sticker", message.sticker.file_id
    else:
        return None
    return Given(words=message.caption, media=kind, file_id=file_id, message_id=message.message_id)


_PRIVATE, _GROUP = filters.ChatType.PRIVATE, filters.ChatType.GROUPS
_NEW, _EDITED = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE

# Registered after the pause's signals and every command.
HANDLERS = (
    CommandHandler("answers", answers, filters=_NEW),
    CallbackQueryHandler(pressed, r"^checkin:\d{1,19}:(mood:[1-5]|answer|skip|mine|share)$"),
    CallbackQueryHandler(page, r"^answers(:\d{1,19}(:play)?)?$"),
    MessageHandler(_GROUP & filters.REPLY & (_NEW | _EDITED) & ~filters.COMMAND, in_group),
    MessageHandler(_PRIVATE & _NEW & ~filters.TEXT & ~filters.StatusUpdate.ALL, sent),
    MessageHandler(_PRIVATE & _EDITED & ~filters.COMMAND, edited),
)
