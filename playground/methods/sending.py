"""sendMessage, sendPhoto, sendVoice, sendSticker, sendAnimation, sendDocument, sendChatAction."""

from __future__ import annotations

import struct
from typing import Any

from playground import entities, html, markup
from playground.errors import bad
from playground.methods.access import to_write
from playground.model import Chat, Json, Message
from playground.posting import post, set_keyboards
from playground.store import BOT_ID, Store

MAX_TEXT, MAX_CAPTION = 4096, 1024
KINDS = ("photo", "animation", "document")
MAX_RAW_BYTES = 32 * 1024


def send_message(store: Store, params: Json) -> Json:
    chat = to_write(store, params)
    text, marks = formatted(store, params, "text", "entities", MAX_TEXT)
    if not text:
        raise bad("message text is empty")
    content: Json = {"text": text}
    if marks:
        content["entities"] = marks
    if "link_preview_options" in params:
        content["link_preview_options"] = params["link_preview_options"]
    return _post(store, chat, params, content).raw


def send_photo(store: Store, params: Json) -> Json:
    chat = to_write(store, params)
    return _captioned(store, chat, params, _photo(store, params, "photo"))


def send_voice(store: Store, params: Json) -> Json:
    return _captioned(store, to_write(store, params), params, {"voice": _again(store, params["voice"])})


def send_sticker(store: Store, params: Json) -> Json:
    return _post(store, to_write(store, params), params, {"sticker": _again(store, params["sticker"])}).raw


def send_animation(store: Store, params: Json) -> Json:
    chat = to_write(store, params)
    return _captioned(store, chat, params, _animation(store, params, "animation"))


def send_document(store: Store, params: Json) -> Json:
    chat = to_write(store, params)
    return _captioned(store, chat, params, {"document": _file(store, params, "document", "")})


def attached(store: Store, media: Json) -> Json:
    """What an InputMedia makes of a message; ApiError 400 for a kind that is not here."""
    kind = media["type"]
    if kind == "photo":
        return _photo(store, media, "media")
    if kind == "animation":
        return _animation(store, media, "media")
    if kind == "document":
        return {"document": _file(store, media, "media", "")}
    raise bad("unsupported media: the playground takes photos, animations and documents only")


def send_chat_action(store: Store, params: Json) -> bool:
    to_write(store, params)
    return True


def formatted(store: Store, params: Json, key: str, marks: str, longest: int) -> tuple[str, list[Json]]:
    """A text of a call with its checked entities; ApiError 400 in Telegram's words."""
    text, given = params.get(key, ""), params.get(marks, [])
    if len(text.encode()) > MAX_RAW_BYTES:
        raise bad("message is too long")
    mode = params.get("parse_mode", "").lower()
    if mode == "html":
        text, given = html.parse(text)
    elif mode:
        raise bad("unsupported parse_mode: the playground reads HTML and entities only")
    found = entities.checked(text, given, store.users())
    text, found = entities.trimmed(text, found)
    if len(text) > longest:
        raise bad("message caption is too long" if key == "caption" else "message is too long")
    return text, found


def _post(store: Store, chat: Chat, params: Json, content: Json) -> Message:
    keyboard = params.get("reply_markup", {})
    markup.check(keyboard, chat.private)
    if "inline_keyboard" in keyboard:
        content["reply_markup"] = keyboard
    if params.get("protect_content"):
        content["has_protected_content"] = True
    message = post(store, chat, BOT_ID, content, _reply_to(chat, params))
    message.silent = params.get("disable_notification", False)
    set_keyboards(store, chat, message, keyboard)
    return message


def _reply_to(chat: Chat, params: Json) -> int | None:
    wanted = params.get("reply_parameters")
    if wanted is None:
        return None
    target = chat.messages.get(wanted["message_id"])
    if target is None or target.deleted:
        if wanted.get("allow_sending_without_reply"):
            return None
        raise bad("message to be replied not found")
    return target.id


def _captioned(store: Store, chat: Chat, params: Json, content: Json) -> Json:
    caption, marks = formatted(store, params, "caption", "caption_entities", MAX_CAPTION)
    if caption:
        content["caption"] = caption
    if marks:
        content["caption_entities"] = marks
    return _post(store, chat, params, content).raw


def _file(store: Store, params: Json, key: str, content_type: str) -> Json:
    """The Bot API description of a file; the server has stored uploads before and put their ids here."""
    upload = store.files.get(params[key])
    if upload is None:
        raise bad("wrong file identifier/HTTP URL specified")
    body: Json = {"file_id": upload.id, "file_unique_id": upload.id[-12:], "file_size": len(upload.content)}
    return body | {"file_name": upload.name, "mime_type": upload.content_type or content_type}


def _photo(store: Store, params: Json, key: str) -> Json:
    body = _file(store, params, key, "image/jpeg")
    width, height = _size(store, body["file_id"])
    size = {name: body[name] for name in ("file_id", "file_unique_id", "file_size")}
    return {"photo": [size | {"width": width, "height": height}]}


def _animation(store: Store, params: Json, key: str) -> Json:
    body = _file(store, params, key, "video/mp4")
    body |= {name: params.get(name, 0) for name in ("width", "height", "duration")}
    return {"animation": body, "document": _file(store, params, key, "")}


def _again(store: Store, file_id: str) -> Json:
    """What somebody sent, sent on by its id; the playground takes no upload of these kinds."""
    body = store.bodies.get(file_id)
    if body is None:
        raise bad("wrong file identifier/HTTP URL specified")
    return body


def _size(store: Store, file_id: str) -> tuple[int, int]:
    content = store.files[file_id].content
    if content.startswith(b"\x89PNG") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    return 0, 0


METHODS: dict[str, Any] = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendVoice": send_voice,
    "sendSticker": send_sticker,
    "sendAnimation": send_animation,
    "sendDocument": send_document,
    "sendChatAction": send_chat_action,
}
