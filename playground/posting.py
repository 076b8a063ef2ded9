"""How a message comes into a chat: from a person, from the bot, from Telegram itself."""

from __future__ import annotations

from typing import Any

from playground import entities
from playground.errors import WorldError
from playground.model import Chat, Json, Keyboard, Message
from playground.privacy import reaches_bot
from playground.store import BOT_ID, Store, people_in


def post(store: Store, chat: Chat, by: int, content: Json, reply_to: int | None = None) -> Message:
    """Put a message into a chat; what our bot may see of it is queued. `content` is its Bot API body."""
    raw: Json = {
        "message_id": store.message_id(chat),
        "date": store.unix(),
        "chat": store.chat_raw(chat),
        "from": store.user(by),
    }
    if reply_to is not None and reply_to in chat.messages:
        raw["reply_to_message"] = quoted(chat.messages[reply_to])
    raw.update(content)
    message = Message(chat.id, raw["message_id"], by, raw)
    chat.messages[message.id] = message
    if by == BOT_ID or store.person(by).is_bot:
        chat.last_bot = by
    if by != BOT_ID:
        deliver(store, chat, message)
    store.bus.changed()
    return message


def deliver(store: Store, chat: Chat, message: Message) -> None:
    """Queue a person's message for the bot, if privacy mode lets it through."""
    who = message.raw["from"]["first_name"]
    if reaches_bot(store, chat, message):
        message.seen_by_bot = True
        store.queue("message", message.raw, f"{who}: {message.text or _service(message.raw)}")
    elif chat.bot_in:
        store.note("in", "message", False, f"{who}: withheld by privacy mode")


def service(store: Store, chat: Chat, by: int, content: Json) -> Message:
    """A service message. The bot is told of its own doings too (a pin, for example)."""
    message = post(store, chat, by, content)
    if by == BOT_ID and chat.bot_in:
        message.seen_by_bot = True
        store.queue("message", message.raw, _service(content))
    return message


def quoted(message: Message) -> Json:
    """A message as it stands inside a reply to it: without what it replied to itself."""
    return {key: value for key, value in message.raw.items() if key != "reply_to_message"}


def written(text: str) -> Json:
    """The body of a typed text, with the entities that Telegram finds in it."""
    marks = entities.found(text)
    return {"text": text, **({"entities": marks} if marks else {})}


def set_keyboards(store: Store, chat: Chat, message: Message, markup: Json) -> None:
    """Open or remove reply keyboards on the phones that a bot's message is meant for."""
    message.frozen = "keyboard" in markup or "force_reply" in markup
    for person in people_in(store, chat):
        if markup.get("selective") and not _meant(message, person.id, person.username):
            continue
        if "keyboard" in markup:
            chat.keyboards[person.id] = Keyboard(
                rows=markup["keyboard"],
                persistent=markup.get("is_persistent", False),
                one_time=markup.get("one_time_keyboard", False),
                carrier=message.id,
            )
        elif "remove_keyboard" in markup:
            chat.keyboards.pop(person.id, None)
        elif "force_reply" in markup:
            chat.force_reply[person.id] = message.id


def remove(store: Store, chat: Chat, message: Message) -> None:
    """Take a message away for everybody; a reply keyboard goes with its carrier."""
    message.deleted = True
    for person_id in [one for one, keyboard in chat.keyboards.items() if keyboard.carrier == message.id]:
        del chat.keyboards[person_id]
    for person_id in [one for one, carrier in chat.force_reply.items() if carrier == message.id]:
        del chat.force_reply[person_id]
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
    store.bus.changed()


def edit(store: Store, message: Message, content: Json) -> Message:
    """Replace parts of a message; a value of None takes the part away."""
    for key, value in content.items():
        if value is None:
            message.raw.pop(key, None)
        else:
            message.raw[key] = value
    message.raw["edit_date"] = store.unix()
    message.edited = True
    store.bus.changed()
    return message


def writable(store: Store, chat: Chat, person_id: int) -> None:
    """Raise WorldError unless this person can write in this chat."""
    person = store.person(person_id)
    if person.deactivated:
        raise WorldError(f"{person.name} has no account any more.")
    if person_id not in chat.members:
        raise WorldError(f"{person.name} is not in this chat.")
    if chat.gone or chat.upgraded_to is not None:
        raise WorldError("This group was closed or became a supergroup.")
    if chat.private and person.blocked:
        raise WorldError(f"{person.name} blocked the bot and must unblock it first.")


def _meant(message: Message, person_id: int, username: str | None) -> bool:
    replied: Any = message.raw.get("reply_to_message")
    if replied and replied["from"]["id"] == person_id:
        return True
    for entity in message.raw.get("entities", []):
        if entity["type"] == "text_mention" and entity["user"]["id"] == person_id:
            return True
        named = entities.cut(message.text, entity) if entity["type"] == "mention" else ""
        if username and named.lower() == f"@{username.lower()}":
            return True
    return False


def _service(raw: Json) -> str:
    usual = ("message_id", "date", "chat", "from", "reply_to_message")
    return ", ".join(key for key in raw if key not in usual)
