"""How a handler finds the turn it is part of, and who acts where in it."""

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from telegram import Bot, CallbackQuery, Update, User
from telegram.ext import CallbackContext

from content.texts import language_of
from practices import couple, reach
from practices.turn import Person, Turn, to_couple, to_crowd, to_person

CURRENT_TURN: ContextVar[Turn] = ContextVar("current_turn")

_LARGEST_ID = 2**63 - 1
_MOST_DIGITS = 19

# No handler keeps anything in the context: state lives in the turn's transaction alone.
Context = CallbackContext[Bot, dict[Any, Any], dict[Any, Any], dict[Any, Any]]


@dataclass(frozen=True, slots=True)
class Act:
    """Who acts, in which turn; `private`: in their private chat; `message_id`: of what they wrote there."""

    turn: Turn
    person: Person
    private: bool
    message_id: int | None = None


async def meet(turn: Turn, user: User) -> Person:
    """The person behind a Telegram user, made known if new."""
    language = language_of(user.language_code)
    return await turn.work.persons.meet(user.id, user.first_name, language, turn.now)


async def act_of(update: Update) -> Act | None:
    """The act of an update. None for whoever has not met the bot, unless they write to it in private."""
    turn = CURRENT_TURN.get()
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None:
        return None
    private = chat.type == chat.PRIVATE
    if private:
        repeats = update.callback_query is not None or update.edited_message is not None
        if repeats and await turn.work.persons.by_telegram(user.id) is None:
            # Somebody who was forgotten taps or edits an old message: that makes nobody known.
            turn.reply("old-button")
            return None
        person = await meet(turn, user)
        turn.origin = to_person(person.id)
        await reach.private_opened(turn, person)
    else:
        known = await turn.work.persons.by_telegram(user.id)
        if known is None:
            return None
        person = known
        if not await couple.has_say(turn, person, chat.id):
            turn.language = person.language
            return None
        turn.origin = await _origin_in_group(turn, person, chat.id)
    turn.language = person.language
    await couple.tell_untold(turn, person)
    return Act(turn, person, private, update.message.message_id if update.message is not None else None)


async def _origin_in_group(turn: Turn, person: Person, chat_id: int) -> str | None:
    """The couple's own chat is the place to answer in; in any other group the private chat is."""
    theirs = await turn.work.couples.of(person.id)
    view = await turn.work.couples.view(theirs.id) if theirs is not None else None
    if view is None or view.chat_id != chat_id:
        return None
    if view.just_two:
        return to_couple(view.id)
    # With others in it, only for whoever can be answered nowhere else; nothing said there has names.
    return None if person.private_open else to_crowd(view.id)


async def press_of(update: Update) -> tuple[Act, list[str], CallbackQuery] | None:
    """A press: the act and the parts of its data. A stranger's press is answered kindly here."""
    query = update.callback_query
    if query is None or query.data is None:
        return None
    if any(row_id(part) is None for part in query.data.split(":") if part.isdecimal()):
        CURRENT_TURN.get().reply("old-button")
        return None
    act = await act_of(update)
    if act is None:
        if CURRENT_TURN.get().answer is None:
            CURRENT_TURN.get().reply("not-yours", alert=True)
        return None
    if not act.private and await couple.is_untold(act.turn, act.person):
        # They learn it where nobody else reads.
        act.turn.reply("okay", start="hello")
        return None
    if not await couple.is_of(act.turn, act.person, *_pressed_place(query)):
        return None
    return act, query.data.split(":"), query


async def private_press_of(update: Update) -> tuple[Act, list[str], CallbackQuery] | None:
    """A press of a button that is never shown in a group: one that comes from there is an old one."""
    pressed = await press_of(update)
    if pressed is None or pressed[0].private:
        return pressed
    pressed[0].turn.reply("old-button")
    return None


def row_id(digits: str) -> int | None:
    """A row's id out of a press or a link, which anybody can forge; none if no id is that large."""
    number = int(digits[:_MOST_DIGITS])
    return number if number <= _LARGEST_ID and len(digits) <= _MOST_DIGITS else None


def _pressed_place(query: CallbackQuery) -> tuple[int, int]:
    return (query.message.chat.id, query.message.message_id) if query.message is not None else (0, 0)


def pressed_message(query: CallbackQuery) -> int | None:
    """The id of the message whose button was pressed."""
    return query.message.message_id if query.message is not None else None
