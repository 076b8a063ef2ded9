"""Edits, deletions and the answer to a press."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from playground import markup
from playground.errors import NOT_MODIFIED, bad
from playground.methods.access import to_edit, to_write
from playground.methods.sending import KINDS, MAX_CAPTION, MAX_TEXT, attached, formatted
from playground.model import Chat, Json, Message
from playground.posting import edit, remove
from playground.pressing import answer
from playground.store import BOT_ID, Store

DELETABLE = timedelta(hours=48)


def edit_message_text(store: Store, params: Json) -> Json:
    message = _editable(store, params)
    if "text" not in message.raw:
        raise bad("there is no text in the message to edit")
    text, marks = formatted(store, params, "text", "entities", MAX_TEXT)
    if not text:
        raise bad("message text is empty")
    new = {"text": text, "entities": marks or None, "reply_markup": _keyboard(store, message, params)}
    return _change(store, message, new)


def edit_message_caption(store: Store, params: Json) -> Json:
    message = _editable(store, params)
    if not any(kind in message.raw for kind in KINDS):
        raise bad("there is no caption in the message to edit")
    caption, marks = formatted(store, params, "caption", "caption_entities", MAX_CAPTION)
    new = {"caption": caption or None, "caption_entities": marks or None}
    return _change(store, message, new | {"reply_markup": _keyboard(store, message, params)})


def edit_message_media(store: Store, params: Json) -> Json:
    message, media = _editable(store, params), params["media"]
    new = dict.fromkeys((*KINDS, "text", "entities", "link_preview_options")) | attached(store, media)
    caption, marks = formatted(store, media, "caption", "caption_entities", MAX_CAPTION)
    new |= {"caption": caption or None, "caption_entities": marks or None}
    return _change(store, message, new | {"reply_markup": _keyboard(store, message, params)})


def edit_message_reply_markup(store: Store, params: Json) -> Json:
    message = _editable(store, params)
    return _change(store, message, {"reply_markup": _keyboard(store, message, params)})


def delete_message(store: Store, params: Json) -> bool:
    chat = to_write(store, params)
    message = chat.messages.get(params["message_id"])
    if message is None or message.deleted:
        raise bad("message to delete not found")
    if not _deletable(store, chat, message):
        raise bad("message can't be deleted")
    remove(store, chat, message)
    return True


def delete_messages(store: Store, params: Json) -> bool:
    chat = to_write(store, params)
    ids = params["message_ids"]
    if not 1 <= len(ids) <= 100:
        raise bad(
            "too many message identifiers specified" if ids else "message identifiers are not specified"
        )
    found = [chat.messages[one] for one in ids if one in chat.messages and not chat.messages[one].deleted]
    if not all(_deletable(store, chat, message) for message in found):
        raise bad("message can't be deleted")
    for message in found:
        remove(store, chat, message)
    return True


def answer_callback_query(store: Store, params: Json) -> bool:
    answer(
        store,
        params["callback_query_id"],
        params.get("text", ""),
        params.get("show_alert", False),
        params.get("url", ""),
    )
    return True


def _editable(store: Store, params: Json) -> Message:
    if "inline_message_id" in params:
        raise bad("MESSAGE_ID_INVALID")
    if "chat_id" not in params or "message_id" not in params:
        raise bad("message identifier is not specified")
    chat = to_edit(store, params)
    message = chat.messages.get(params["message_id"])
    if message is None or message.deleted:
        raise bad("message to edit not found")
    if message.by != BOT_ID or message.frozen:
        raise bad("message can't be edited")
    return message


def _keyboard(store: Store, message: Message, params: Json) -> Json | None:
    """An edit without a keyboard takes the old one away; so does an empty one."""
    keyboard: Json | None = params.get("reply_markup")
    if keyboard is None or not any(keyboard["inline_keyboard"]):
        return None
    markup.check(keyboard, store.chats[message.chat_id].private)
    return keyboard


def _change(store: Store, message: Message, new: Json) -> Json:
    if all(message.raw.get(key) == value for key, value in new.items()):
        raise bad(NOT_MODIFIED)
    return edit(store, message, new).raw


def _deletable(store: Store, chat: Chat, message: Message) -> bool:
    young = store.unix() - message.sent_at < DELETABLE.total_seconds()
    return young and (message.by == BOT_ID or chat.private or chat.bot_admin)


METHODS: dict[str, Any] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "answerCallbackQuery": answer_callback_query,
}
