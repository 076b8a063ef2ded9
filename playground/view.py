"""The world as the page sees it: one JSON document."""

from __future__ import annotations

from datetime import timedelta

from playground import profile
from playground.model import Chat, Json, Keyboard
from playground.store import Store, people_in

ANSWERS_FOR = timedelta(minutes=1)


def state(store: Store) -> Json:
    """The whole of GET /play/state; instants are Unix seconds of the injected clock."""
    now = store.now()
    return {
        "version": store.bus.version,
        "now": now.timestamp(),
        "bot": {"id": store.bot.id, "username": store.bot.username, "name": store.bot.name},
        "people": [
            {
                "id": person.id,
                "name": person.name,
                "language": person.language,
                "zone": person.zone,
                "started": person.started,
                "blocked": person.blocked,
                "bot_description": profile.text(store, "description", person),
                "bot_about": profile.text(store, "short_description", person),
            }
            for person in store.people.values()
            if not person.is_bot
        ],
        "chats": [_chat(store, chat) for chat in store.chats.values()],
        "answers": [
            {
                "id": answer.id,
                "person": answer.person,
                "text": answer.text,
                "alert": answer.alert,
                "url": answer.url,
                "at": answer.at.timestamp(),
            }
            for answer in store.answers.values()
            if now - answer.at <= ANSWERS_FOR
        ],
        "log": list(store.log),
    }


def calls(store: Store, after: int) -> list[Json]:
    """The bot's calls from number `after` on, without uploaded bytes."""
    return [
        {
            "n": call.n,
            "at": call.at.timestamp(),
            "method": call.method,
            "params": call.params,
            "ok": call.ok,
            "error": call.error,
        }
        for call in store.calls[max(after, 0) :]
    ]


def _chat(store: Store, chat: Chat) -> Json:
    raw: Json = {
        "id": chat.id,
        "type": chat.type,
        "title": chat.title,
        "members": chat.members,
        "bot_admin": chat.bot_admin,
        "upgraded_to": chat.upgraded_to,
        "keyboards": {
            str(person.id): _keyboard(chat.keyboards.get(person.id)) for person in people_in(store, chat)
        },
        "commands": {
            str(person.id): profile.commands(store, chat, person) for person in people_in(store, chat)
        }
        if chat.bot_in
        else {},
        "messages": [
            message.raw | {"silent": message.silent, "edited": message.edited}
            for message in chat.messages.values()
            if not message.deleted
        ],
    }
    return raw | ({"with": chat.id} if chat.private else {})


def _keyboard(keyboard: Keyboard | None) -> Json | None:
    if keyboard is None:
        return None
    return {"rows": keyboard.rows, "persistent": keyboard.persistent, "carrier": keyboard.carrier}
