"""Message entities: found in a text as Telegram finds them, and checked when the bot sends its own."""

from __future__ import annotations

import re

from playground.errors import bad
from playground.model import Json

_FOUND = (
    ("url", re.compile(r"(?:https?://|t\.me/)[^\s<>]*[^\s<>.,!?:;)]")),
    ("bot_command", re.compile(r"(?<![\w/@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?!\w)")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}")),
)
TYPES = frozenset(
    (
        *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"),
        *("bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote"),
        *("code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"),
    )
)
_FORMAT = re.compile(r"r|w?[dD]?[tT]?")


def utf16(text: str) -> int:
    """The length of a text in UTF-16 code units, the unit of all offsets."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, entity: Json) -> str:
    """The part of a text that an entity covers."""
    units = text.encode("utf-16-le")
    start = 2 * entity["offset"]
    return units[start : start + 2 * entity["length"]].decode("utf-16-le", "replace")


def found(text: str) -> list[Json]:
    """The links, commands and mentions that Telegram itself marks in a text."""
    entities: list[Json] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            entity = {"type": kind, "offset": utf16(text[: match.start()]), "length": utf16(match.group())}
            if not any(_overlap(entity, other) for other in entities):
                entities.append(entity)
    return sorted(entities, key=lambda entity: int(entity["offset"]))


def checked(text: str, given: list[Json], users: dict[int, Json]) -> list[Json]:
    """The bot's own entities, checked, together with the found ones that they leave room for.

    `users` are the known users by id: a mention of somebody else is dropped, as Telegram does.
    """
    entities = []
    for entity in given:
        _check(text, entity)
        if entity["type"] != "text_mention":
            entities.append(entity)
        elif entity["user"]["id"] in users:
            entities.append({**entity, "user": users[entity["user"]["id"]]})
    free = [entity for entity in found(text) if not any(_overlap(entity, other) for other in entities)]
    return sorted(entities + free, key=lambda entity: (int(entity["offset"]), -int(entity["length"])))


def trimmed(text: str, given: list[Json]) -> tuple[str, list[Json]]:
    """A text without outer white space, its entities moved and shortened to fit."""
    lead = utf16(text) - utf16(text.lstrip())
    inner = text.strip()
    end = utf16(inner)
    moved = []
    for entity in given:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, end)
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return inner, moved


def _check(text: str, entity: Json) -> None:
    kind, start, length = entity["type"], entity["offset"], entity["length"]
    if kind not in TYPES:
        raise bad(f"can't parse MessageEntity: unknown type {kind}")
    if start < 0 or length <= 0 or start + length > utf16(text):
        raise bad("ENTITY_BOUNDS_INVALID")
    units = text.encode("utf-16-le")
    for edge, word in ((start, "begins"), (start + length, "ends")):
        if 0xDC <= _high_byte(units, edge) <= 0xDF:
            raise bad(f"entity {word} in a middle of a UTF-16 symbol at byte offset {edge}")
    needed = {"text_link": "url", "text_mention": "user", "date_time": "unix_time"}.get(kind)
    if needed and needed not in entity:
        raise bad(f"can't parse MessageEntity: {kind} needs {needed}")
    if kind == "date_time" and not _FORMAT.fullmatch(entity.get("date_time_format", "")):
        raise bad("Invalid date-time format specified")


def _high_byte(units: bytes, at: int) -> int:
    return units[2 * at + 1] if 2 * at + 1 < len(units) else 0


def _overlap(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"]
    )
