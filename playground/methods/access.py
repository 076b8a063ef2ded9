"""Which chats the bot may use, and Telegram's words where it may not."""

from __future__ import annotations

from typing import Any

from playground.errors import UPGRADED, ApiError, bad, forbidden
from playground.model import Chat, Json
from playground.store import Store


def chat_of(store: Store, params: Json) -> Chat:
    """The chat that a call names. Raises ApiError 400 if the bot cannot know it."""
    return find(store, params["chat_id"])


def find(store: Store, chat_id: Any) -> Chat:
    if isinstance(chat_id, str) and chat_id.lstrip("-").isdigit():
        chat_id = int(chat_id)
    chat = store.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None or not chat.bot_known:
        raise bad("chat not found")
    return chat


def to_write(store: Store, params: Json) -> Chat:
    """The chat, if the bot may post in it now."""
    chat = chat_of(store, params)
    if chat.private:
        _private(store, chat)
        return chat
    if chat.upgraded_to is not None:
        raise ApiError(400, UPGRADED, migrate_to_chat_id=chat.upgraded_to)
    to_read(chat)
    if chat.bot_muted:
        raise bad("not enough rights to send text messages to the chat")
    return chat


def to_edit(store: Store, params: Json) -> Chat:
    """The chat, if the bot may edit in it now: an upgraded group still lets it."""
    chat = chat_of(store, params)
    if chat.private:
        _private(store, chat)
    else:
        to_read(chat)
    return chat


def to_read(chat: Chat) -> Chat:
    """The group, if the bot is in it."""
    if chat.private or chat.bot_in:
        if chat.gone:
            raise forbidden("the group chat was deleted")
        return chat
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    raise forbidden(f"bot is not a member of the {chat.type} chat")


def _private(store: Store, chat: Chat) -> None:
    person = store.people[chat.id]
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.is_bot or not person.started:
        raise forbidden("bot can't initiate conversation with a user")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
