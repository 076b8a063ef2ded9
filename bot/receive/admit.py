"""Which updates are let in. Whatever else is said in a group is never written down."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from content.signals import is_pause_signal

# Always named to Telegram, which remembers the list of the last call.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

_SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "group_chat_created",
    "supergroup_chat_created",
)

# What Telegram takes for a command at the beginning of a text. Source: Bot API, BotCommand.
_COMMAND = re.compile(r"/([a-z0-9_]{1,32})(?:@([a-z0-9_]{3,32}))?(?=\s|$)", re.IGNORECASE | re.ASCII)
# The presses that call a pause, rather than do something about one.
_CALLS = re.compile(r"pause:(?:new|late:\d+)")


@dataclass(frozen=True, slots=True)
class Admitted:
    """An update that gets a turn.

    `signal`: it calls a pause, which no flood may keep out. `about_pause`: a press on a pause's other
    buttons, or /pause with a length, which nobody else's flood may.
    """

    update_id: int
    kind: str
    raw: Mapping[str, Any]
    person: int
    chat: int
    signal: bool
    about_pause: bool
    membership: bool


def admit(raw: object, bot_id: int, bot_username: str) -> Admitted | None:
    """Let an update in, or not. Never raises, whatever `raw` is."""
    if not isinstance(raw, Mapping) or not is_id(raw.get("update_id")):
        return None
    for kind, judge in _JUDGES:
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
    command, argument = _command(text, username)
    asks = command in ("pause", "p")
    signal = is_pause_signal(text) or (asks and not argument)
    private = chat.get("type") == "private"
    to_us = _mapping(_mapping(message, "reply_to_message"), "from").get("id") == bot_id
    if sender.get("is_bot") and not membership:
        return None
    if not (membership or private or signal or command is not None or to_us):
        return None
    return _admitted(
        raw, "message", chat, sender, signal=signal, about_pause=asks and not signal, membership=membership
    )


def _edited(
    raw: Mapping[str, Any], message: Mapping[str, Any], bot_id: int, username: str
) -> Admitted | None:
    """Words to us that were changed: an answer may follow them. A command or a signal is given but once."""
    chat, sender, text = _mapping(message, "chat"), _mapping(message, "from"), message.get("text")
    text = text if isinstance(text, str) else ""
    to_us = _mapping(_mapping(message, "reply_to_message"), "from").get("id") == bot_id
    if not (chat.get("type") == "private" or to_us) or sender.get("is_bot"):
        return None
    if is_pause_signal(text) or _command(text, username)[0] is not None:
        return None
    return _admitted(raw, "edited_message", chat, sender, signal=False, about_pause=False, membership=False)


def _press(raw: Mapping[str, Any], query: Mapping[str, Any], bot_id: int, username: str) -> Admitted | None:
    data, presser = query.get("data"), _mapping(query, "from")
    chat = _mapping(_mapping(query, "message"), "chat")
    if not isinstance(data, str) or not isinstance(query.get("id"), str) or not is_id(presser.get("id")):
        return None
    signal = _CALLS.fullmatch(data) is not None
    about_pause = data.startswith("pause:") and not signal
    return _admitted(raw, "press", chat, presser, signal=signal, about_pause=about_pause, membership=False)


def _membership(
    raw: Mapping[str, Any], changed: Mapping[str, Any], bot_id: int, username: str
) -> Admitted | None:
    chat, sender = _mapping(changed, "chat"), _mapping(changed, "from")
    return _admitted(raw, "my_chat_member", chat, sender, signal=False, about_pause=False, membership=True)


def _admitted(
    raw: Mapping[str, Any],
    kind: str,
    chat: Mapping[str, Any],
    sender: Mapping[str, Any],
    *,
    signal: bool,
    about_pause: bool,
    membership: bool,
) -> Admitted | None:
    chat_id, person = chat.get("id"), sender.get("id", 0)
    if not is_id(chat_id) or not is_id(person):
        return None
    return Admitted(raw["update_id"], kind, raw, person, chat_id, signal, about_pause, membership)


def is_id(value: object) -> TypeGuard[int]:
    """Whether this can be an id: a whole number that fits a column."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63


def _command(text: str, username: str) -> tuple[str | None, str]:
    """The command that a text begins with, if it may be ours, and what follows it."""
    match = _COMMAND.match(text)
    if match is None or (match[2] is not None and match[2].lower() != username):
        return None, ""
    return match[1].lower(), text[match.end() :].strip()


def _mapping(outer: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    inner = outer.get(name)
    return inner if isinstance(inner, Mapping) else {}


_JUDGES = (
    ("message", _message),
    ("edited_message", _edited),
    ("callback_query", _press),
    ("my_chat_member", _membership),
)
