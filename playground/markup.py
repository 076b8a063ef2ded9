"""Keyboards as the bot sends them, checked by Telegram's rules."""

from __future__ import annotations

import re

from playground.errors import bad
from playground.model import Json

STYLES = ("danger", "success", "primary")
ACTIONS = (
    "callback_data", "url", "copy_text", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "web_app", "login_url", "callback_game", "pay",
)  # fmt: skip
_LINK = re.compile(r"(https?://|tg://|t\.me/)\S+|[\w-]+(\.[\w-]+)+(/\S*)?")
_REQUESTS = (
    "request_users",
    "request_chat",
    "request_contact",
    "request_location",
    "request_poll",
    "web_app",
)
MAX_BUTTONS = 100


def check(markup: Json, private: bool) -> None:
    """Raise ApiError 400 for a keyboard that Telegram would refuse in this kind of chat."""
    if "inline_keyboard" in markup:
        rows = markup["inline_keyboard"]
        for row in rows:
            for button in row:
                _check_label(button)
                _check_inline(button, private)
    elif "keyboard" in markup:
        rows = markup["keyboard"]
        for row in rows:
            for button in row:
                _check_label(button)
                if not private and any(name in button for name in _REQUESTS):
                    raise bad("BUTTON_TYPE_INVALID")
    else:
        return
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad("reply markup is too long")


def _check_label(button: Json) -> None:
    if not button["text"].strip():
        raise bad("can't parse keyboard button: text must be non-empty")
    if "style" in button and button["style"] not in STYLES:
        raise bad("can't parse keyboard button: invalid button style specified")


def _check_inline(button: Json, private: bool) -> None:
    actions = [name for name in ACTIONS if name in button]
    if len(actions) != 1:
        raise bad("can't parse inline keyboard button: exactly one action is needed")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and not _LINK.fullmatch(button["url"]):
        raise bad("BUTTON_URL_INVALID")
    if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= 256:
        raise bad("BUTTON_COPY_TEXT_INVALID")
    if "web_app" in button and not private:
        raise bad("BUTTON_TYPE_INVALID")
