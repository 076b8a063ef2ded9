"""What a person's phone shows of the bot's profile: the command list of a chat, the words before Start."""

from __future__ import annotations

import json
from collections.abc import Iterator

from playground.model import Chat, Json, Person
from playground.store import Store


def commands(store: Store, chat: Chat, person: Person) -> list[Json]:
    """The list behind the `/` key of a person in a chat: narrowest scope first, the language within it."""
    lists = store.profile.commands
    for scope in _scopes(chat, person):
        written = json.dumps(scope, sort_keys=True)
        for language in (_two_letters(person), ""):
            if lists.get((written, language)):
                return lists[written, language]
    return []


def text(store: Store, what: str, person: Person) -> str:
    """`description`, `short_description` or `name` in the person's language, else for everybody."""
    texts = store.profile.texts
    return texts.get((what, _two_letters(person))) or texts.get((what, ""), "")


def _scopes(chat: Chat, person: Person) -> Iterator[Json]:
    """The scopes that apply, narrowest first, as Telegram's docs order them (BotCommandScope)."""
    if chat.private:
        yield {"type": "chat", "chat_id": chat.id}
        yield {"type": "all_private_chats"}
    else:
        yield {"type": "chat_member", "chat_id": chat.id, "user_id": person.id}
        if person.id == chat.owner:
            yield {"type": "chat_administrators", "chat_id": chat.id}
        yield {"type": "chat", "chat_id": chat.id}
        if person.id == chat.owner:
            yield {"type": "all_chat_administrators"}
        yield {"type": "all_group_chats"}
    yield {"type": "default"}


def _two_letters(person: Person) -> str:
    return person.language[:2].lower()
