"""A screen as the parameters of the methods that send and edit messages. Source: Bot API."""

import hashlib
import json
from typing import Any

from bot.api import Upload
from content.animations import Animation
from content.rich import Entity, Rich, utf16_length
from content.steady import steady
from screens.screen import Button, Keyboard, Screen

Params = dict[str, Any]

MOST_CAPTION = 1024
"""UTF-16 units."""


def body(screen: Screen) -> Params:
    """What a message shows, as JSON values: the part that sending and editing have in common."""
    params: Params = {"text": steady(screen.text.text), "link_preview_options": {"is_disabled": True}}
    if screen.text.entities:
        params["entities"] = [_entity(entity, screen.text) for entity in screen.text.entities]
    markup = _markup(screen)
    if markup:
        params["reply_markup"] = markup
    return params


def to_send(chat_id: int, screen: Screen, *, ring: bool) -> Params:
    """Parameters of sendMessage; without `ring` the phones stay silent."""
    return {"chat_id": chat_id, **body(screen), "disable_notification": not ring}


def to_send_animation(
    chat_id: int, screen: Screen, animation: Animation, file_id: str | None, *, ring: bool
) -> Params:
    """Parameters of sendAnimation: by the id under which Telegram has the file, or with the file itself."""
    return {
        "chat_id": chat_id,
        "animation": file_id or Upload(animation.name, animation.content),
        "width": animation.width,
        "height": animation.height,
        "duration": animation.seconds,
        **_captioned(screen),
        "disable_notification": not ring,
    }


def to_send_drawn(chat_id: int, screen: Screen, content: bytes, *, ring: bool) -> tuple[str, Params]:
    """The method, sendPhoto or sendDocument, and its parameters; `content`: what was drawn."""
    method, name, file = _file(screen, content)
    params = {"chat_id": chat_id, name: file, **_captioned(screen), "disable_notification": not ring}
    return method, params


def to_edit_drawn(chat_id: int, message_id: int, screen: Screen, content: bytes) -> Params:
    """Parameters of editMessageMedia: another picture and its words, in place of those that are there."""
    _, name, file = _file(screen, content)
    shown = _captioned(screen)
    markup = {"reply_markup": shown.pop("reply_markup")} if "reply_markup" in shown else {}
    media = {"type": name, "media": f"attach://{name}", **shown}
    return {"chat_id": chat_id, "message_id": message_id, "media": media, name: file, **markup}


def fits_caption(screen: Screen) -> bool:
    """Whether its text may stand under a picture; a longer one goes alone."""
    return utf16_length(screen.text.text) <= MOST_CAPTION


def to_edit(chat_id: int, message_id: int, screen: Screen) -> Params:
    """Parameters of editMessageText."""
    return {"chat_id": chat_id, "message_id": message_id, **body(screen)}


def digest(screen: Screen) -> str:
    """A hash of what is shown: equal digests need no edit."""
    shown = json.dumps(body(screen), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(shown.encode()).hexdigest()[:32]


def _captioned(screen: Screen) -> Params:
    """The body of a message whose words stand under a picture."""
    shown = body(screen)
    del shown["link_preview_options"]
    names = {"text": "caption", "entities": "caption_entities"}
    return {names.get(key, key): value for key, value in shown.items()}


def _file(screen: Screen, content: bytes) -> tuple[str, str, Upload]:
    """The method that sends it, the parameter that holds it, and the file."""
    if screen.picture is not None:
        return "sendPhoto", "photo", Upload(f"{screen.picture.name}.png", content)
    if screen.document is not None:
        return "sendDocument", "document", Upload(f"{screen.document.name}.pdf", content)
    if screen.archive is not None:
        return "sendDocument", "document", Upload(f"{screen.archive.name}.zip", content)
    raise ValueError("nothing is drawn for this screen")


def _entity(entity: Entity, rich: Rich) -> Params:
    params: Params = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    if entity.unix_time is not None:
        params["unix_time"] = entity.unix_time
    if entity.date_time_format:
        params["date_time_format"] = entity.date_time_format
    if entity.user_id is not None:
        name = _stretch(rich.text, entity.offset, entity.length)
        params["user"] = {"id": entity.user_id, "is_bot": False, "first_name": name}
    return params


def _stretch(text: str, offset: int, length: int) -> str:
    units = text.encode("utf-16-le", "surrogatepass")[2 * offset : 2 * (offset + length)]
    return units.decode("utf-16-le", "surrogatepass")


def _markup(screen: Screen) -> Params | None:
    if screen.keyboard is not None:
        return _reply_markup(screen.keyboard)
    if screen.rows:
        return {"inline_keyboard": [[_button(button) for button in row] for row in screen.rows]}
    return None


def _reply_markup(keyboard: Keyboard) -> Params:
    selective = {"selective": True} if keyboard.selective else {}
    if not keyboard.rows:
        return {"remove_keyboard": True, **selective}
    rows = [[{"text": label} for label in row] for row in keyboard.rows]
    return {"keyboard": rows, "is_persistent": True, "resize_keyboard": True, **selective}


def _button(button: Button) -> Params:
    params: Params = {"text": steady(button.label)}
    if button.press is not None:
        params["callback_data"] = button.press
    if button.link is not None:
        params["url"] = button.link
    if button.copy is not None:
        params["copy_text"] = {"text": steady(button.copy)}
    if button.style is not None:
        params["style"] = button.style
    return params
