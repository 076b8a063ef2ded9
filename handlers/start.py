"""/start: in private with or without a payload; in a group it shows what belongs there."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Update
from telegram.ext import CommandHandler

from content.texts import language_of
from handlers import (
    calm,
    check_in,
    moments,
    pairing,
    pause,
    phrases,
    playbook,
    quiz,
    review,
    rhythm,
    settings,
)
from handlers import help as helping
from handlers.context import CURRENT_TURN, Act, Context, act_of
from practices import couple
from practices import pairing as pairing_practice

# What a link or a button's link leads to: by the payload's first word, with the rest of it.
Enter = Callable[[Act, str], Awaitable[None]]
PAYLOADS: Mapping[str, Enter] = {
    **pairing.PAYLOADS,
    **pause.PAYLOADS,
    **rhythm.PAYLOADS,
    **settings.PAYLOADS,
    **calm.PAYLOADS,
    **check_in.PAYLOADS,
    **phrases.PAYLOADS,
    **playbook.PAYLOADS,
    **quiz.PAYLOADS,
    **review.PAYLOADS,
    **moments.PAYLOADS,
    **helping.PAYLOADS,
}


async def start(update: Update, context: Context) -> None:
    """/start."""
    act = await act_of(update)
    chat = update.effective_chat
    payload = context.args[0] if context.args else ""
    if chat is not None and chat.type != chat.PRIVATE:
        if not payload:
            await _in_group(update, act, chat.id)
        return
    if act is None:
        return
    word, _, rest = payload.replace("_", "-", 1).partition("-")
    enter = PAYLOADS.get(word)
    if enter is None:
        await pairing_practice.start(act.turn, act.person)
    else:
        await enter(act, rest)


async def _in_group(update: Update, act: Act | None, chat_id: int) -> None:
    turn = CURRENT_TURN.get()
    group = await turn.work.groups.by_chat(chat_id)
    if group is None or not group.present:
        return
    theirs = await turn.work.couples.in_group(group.id)
    user = update.effective_user
    if theirs is None:
        person = act.person if act is not None else None
        language = person.language if person else language_of(user.language_code if user else None)
        await pairing_practice.ask_again(turn, group, person, language)
    elif act is not None:
        await couple.show_in_group(turn, theirs, act.person)


HANDLERS = (CommandHandler("start", start),)
