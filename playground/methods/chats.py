"""What the bot asks and does about a chat: its members, its pins, leaving it."""

from __future__ import annotations

from typing import Any

from playground.errors import bad
from playground.membership import member, remove, status_of
from playground.methods.access import chat_of, to_read, to_write
from playground.model import Chat, Json
from playground.posting import quoted, service
from playground.store import BOT_ID, Store

NO_PIN_RIGHT = "not enough rights to manage pinned messages in the chat"


def get_chat(store: Store, params: Json) -> Json:
    chat = chat_of(store, params)
    full = store.chat_raw(chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    if chat.pinned:
        full["pinned_message"] = quoted(chat.messages[chat.pinned[-1]])
    return full


def get_chat_member(store: Store, params: Json) -> Json:
    chat, user_id = to_read(chat_of(store, params)), params["user_id"]
    if user_id not in store.users():
        raise bad("user not found")
    return member(store, user_id, status_of(chat, user_id))


def get_chat_member_count(store: Store, params: Json) -> int:
    return len(to_read(chat_of(store, params)).members)


def get_chat_administrators(store: Store, params: Json) -> list[Json]:
    chat = to_read(chat_of(store, params))
    if chat.private:
        raise bad("there are no administrators in the private chat")
    states = [(one, status_of(chat, one)) for one in chat.members]
    return [member(store, one, status) for one, status in states if status in ("creator", "administrator")]


def pin_chat_message(store: Store, params: Json) -> bool:
    chat = _pinnable(store, params)
    message = chat.messages.get(params["message_id"])
    if message is None or message.deleted:
        raise bad("message to pin not found")
    chat.pinned.append(message.id)
    service(store, chat, BOT_ID, {"pinned_message": quoted(message)})
    return True


def unpin_chat_message(store: Store, params: Json) -> bool:
    chat = _pinnable(store, params)
    wanted = params.get("message_id", chat.pinned[-1] if chat.pinned else None)
    if wanted not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(wanted)
    store.bus.changed()
    return True


def leave_chat(store: Store, params: Json) -> bool:
    chat = to_read(chat_of(store, params))
    if chat.private:
        raise bad("chat member status can't be changed in private chats")
    remove(store, chat, BOT_ID, BOT_ID)
    return True


def _pinnable(store: Store, params: Json) -> Chat:
    chat = to_write(store, params)
    if not chat.private and not chat.bot_admin:
        raise bad(NO_PIN_RIGHT)
    return chat


METHODS: dict[str, Any] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatMemberCount": get_chat_member_count,
    "getChatAdministrators": get_chat_administrators,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "leaveChat": leave_chat,
}
