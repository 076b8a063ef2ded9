"""Taps on inline buttons, their answers, and links that lead to the bot."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

from playground.errors import QUERY_TOO_OLD, WorldError, bad
from playground.model import Answer, Chat, Json, Message, Press
from playground.store import BOT_ID, Store

ANSWER_WITHIN = timedelta(seconds=15)  # measured, not documented
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def button(message: Message, wanted: str) -> Json:
    """The inline button with this callback data, or with this label."""
    for key in ("callback_data", "text"):
        for one in message.buttons():
            if one.get(key) == wanted:
                return one
    raise WorldError(f"That message has no button {wanted!r}.")


def press(store: Store, chat: Chat, message: Message, person_id: int, data: str) -> Press:
    """Queue a callback query; it waits 150 s for the bot and shows a spinner until answered."""
    person = store.person(person_id)
    number = store.number("press")
    one = Press(str(4_382_001_774_003_000_001 + number), person_id, chat.id, message.id, data, store.now())
    store.presses[one.id] = one
    payload = {
        "id": one.id,
        "from": person.user(),
        "chat_instance": str(-3_141_592_653_589 + chat.id),
        "message": message.raw,
        "data": data,
    }
    if chat.bot_in:
        store.queue("callback_query", payload, f"{person.name} taps {data}")
    return one


def answer(store: Store, press_id: str, text: str, alert: bool, url: str) -> None:
    """answerCallbackQuery: once, and within ANSWER_WITHIN of the tap."""
    one = store.presses.get(press_id)
    if one is None or one.answered or store.now() - one.at > ANSWER_WITHIN:
        raise bad(QUERY_TOO_OLD)
    if len(text) > 200:
        raise bad("MESSAGE_TOO_LONG")
    one.answered = True
    store.answers[press_id] = Answer(press_id, one.person, text, alert, url, store.now())
    store.bus.changed()


def bot_link(store: Store, url: str) -> tuple[str, str] | None:
    """What a link to our bot asks for: ("start" | "startgroup" | "", payload); None for other links.

    Raises WorldError for a payload that Telegram would not pass on.
    """
    parts = urlsplit(url if "://" in url else f"https://{url}")
    query = parse_qs(parts.query, keep_blank_values=True)
    if parts.scheme == "tg" and parts.netloc == "resolve":
        name = query.get("domain", [""])[0]
    elif parts.hostname in ("t.me", "telegram.me"):
        name = parts.path.strip("/")
    else:
        return None
    if name.lower() != str(store.bot.username).lower():
        return None
    for kind in ("start", "startgroup"):
        if kind in query:
            payload = query[kind][0]
            if payload and not _PAYLOAD.fullmatch(payload):
                raise WorldError("That link's payload is longer than 64 or has other signs than A-Za-z0-9_-.")
            return kind, payload
    return "", ""


def group_for_link(store: Store, person_id: int, chat_id: int | None) -> Chat:
    """The group that a person picks when a link adds the bot: the given one, or their newest without it."""
    if chat_id is not None:
        return store.chat(chat_id)
    groups = [
        chat
        for chat in store.chats.values()
        if not chat.private and person_id in chat.members and chat.upgraded_to is None and not chat.gone
    ]
    without = [chat for chat in groups if BOT_ID not in chat.members]
    if not groups:
        raise WorldError(f"{store.person(person_id).name} has no group to add the bot to.")
    return (without or groups)[-1]
