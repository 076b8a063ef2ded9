"""Which updates are let in. Whatever else is said in a group is never written down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from content.signals import is_pause_signal

# Always named to Telegram, which remembers the list of the last call.
ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member")

_SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "group_chat_created",
    "supergroup_chat_created",
)


@dataclass(frozen=True, slots=True)
class Admitted:
    """An update that gets a turn. `signal`: a pause signal, which no flood may keep out."""

    update_id: int
    kind: str
    raw: Mapping[str, Any]
    person: int
    chat: int
    signal: bool
    membership: bool


def admit(raw: object, bot_id: int, bot_username: str) -> Admitted | None:
    """Let an update in, or not. Never raises, whatever `raw` is."""
    if not isinstance(raw, Mapping) or not isinstance(raw.get("update_id"), int):
        return None
    for kind, judge in (("message", _message), ("callback_query", _press), ("my_chat_member", _membership)):
        body = raw.get(kind)
        if isinstance(body, Mapping):
            return judge(raw, body, bot_id, bot_username.lower())
    return None


def _message(
    raw: Mapping[str, Any], message: Mapping[str, Any], bot_id: int, username: str
) -> Admitted | None:
    chat, sender = _mapping(message, "chat"), _mapping(message, "from")
    membership = any(name in message for name in _SERVICE)
    text = message.get("text")
    text = text if isinstance(text, str) else ""
    command = _command(message, text, username)
    signal = is_pause_signal(text) or command in ("pause", "p")
    private = chat.get("type") == "private"
    to_us = _mapping(_mapping(message, "reply_to_message"), "from").get("id") == bot_id
    if sender.get("is_bot") and not membership:
        return None
    if not (membership or private or signal or command is not None or to_us):
        return None
    return _admitted(raw, "message", chat, sender, signal=signal, membership=membership)


def _press(raw: Mapping[str, Any], query: Mapping[str, Any], bot_id: int, username: str) -> Admitted | None:
    data = query.get("data")
    chat = _mapping(_mapping(query, "message"), "chat")
    if not isinstance(data, str) or not chat:
        return None
    signal = data.startswith("pause:")
    return _admitted(raw, "press", chat, _mapping(query, "from"), signal=signal, membership=False)


def _membership(
    raw: Mapping[str, Any], changed: Mapping[str, Any], bot_id: int, username: str
) -> Admitted | None:
    chat, sender = _mapping(changed, "chat"), _mapping(changed, "from")
    return _admitted(raw, "my_chat_member", chat, sender, signal=False, membership=True)


def _admitted(
    raw: Mapping[str, Any],
    kind: str,
    chat: Mapping[str, Any],
    sender: Mapping[str, Any],
    *,
    signal: bool,
    membership: bool,
) -> Admitted | None:
    chat_id, person = chat.get("id"), sender.get("id", 0)
    if not isinstance(chat_id, int) or not isinstance(person, int):
        return None
    return Admitted(raw["update_id"], kind, raw, person, chat_id, signal, membership)


def _command(message: Mapping[str, Any], text: str, username: str) -> str | None:
    """The command that a text begins with, if it is ours."""
    if not text.startswith("/"):
        return None
    word = text.split(maxsplit=1)[0][1:].lower()
    name, _, bot = word.partition("@")
    return name if not bot or bot == username else None


def _mapping(outer: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    inner = outer.get(name)
    return inner if isinstance(inner, Mapping) else {}
