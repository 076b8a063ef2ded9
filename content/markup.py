"""From a formatted text to Rich: bold tags and values turn into entities, whatever the values hold."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from content.rich import Entity, Mention, Moment, Rich, utf16_length

# A value stands in a text as one of these until the text is formatted, so that no name can be read as markup.
SENTINELS = frozenset(map(chr, range(0xE000, 0xF900)))
_PIECES = re.compile(r"(</?b>|[\uE000-\uF8FF])")

# What can stand in a text beside numbers.
Value: TypeAlias = str | Moment | Mention


def sentinel(index: int) -> str:
    """The stand-in of the value with this index."""
    return chr(0xE000 + index)


def assemble(formatted: str, values: Sequence[Value]) -> Rich:
    """Put the values in place of their sentinels; entities come in order of their start."""
    text = ""
    offset = 0
    bold_from = 0
    entities: list[Entity] = []
    for piece in _PIECES.split(formatted):
        if piece == "<b>":
            bold_from = offset
            continue
        if piece == "</b>":
            entities.append(Entity("bold", bold_from, offset - bold_from))
            continue
        shown = piece
        if len(piece) == 1 and piece in SENTINELS:
            value = values[ord(piece) - 0xE000]
            shown = _shown(value)
            entities.extend(_entity(value, offset, utf16_length(shown)))
        text += shown
        offset += utf16_length(shown)
    entities = [entity for entity in entities if entity.length]
    return Rich(text, tuple(sorted(entities, key=lambda entity: (entity.offset, -entity.length))))


def join(texts: Sequence[Rich], between: str) -> Rich:
    """Texts one after the other, their entities moved along."""
    whole = ""
    entities: list[Entity] = []
    for index, rich in enumerate(texts):
        whole += between if index else ""
        start = utf16_length(whole)
        entities.extend(_moved(entity, start) for entity in rich.entities)
        whole += rich.text
    return Rich(whole, tuple(entities))


def _shown(value: Value) -> str:
    if isinstance(value, Moment):
        return value.text
    return value.name if isinstance(value, Mention) else value


def _entity(value: Value, offset: int, length: int) -> list[Entity]:
    if isinstance(value, Moment):
        seconds = _unix(value.instant)
        return [Entity("date_time", offset, length, unix_time=seconds, date_time_format=value.format)]
    if isinstance(value, Mention):
        return [Entity("text_mention", offset, length, user_id=value.telegram_id)]
    return []


def _unix(instant: datetime) -> int:
    return int(instant.timestamp())


def _moved(entity: Entity, by: int) -> Entity:
    return Entity(
        entity.type,
        entity.offset + by,
        entity.length,
        entity.unix_time,
        entity.date_time_format,
        entity.user_id,
    )


def split_values(params: Mapping[str, Value | int]) -> tuple[dict[str, str | int], list[Value]]:
    """What Fluent gets (numbers as they are, all else as sentinels), and the values to put in later."""
    given: dict[str, str | int] = {}
    values: list[Value] = []
    for name, value in params.items():
        if isinstance(value, int):
            given[name] = int(value)
        else:
            given[name] = sentinel(len(values))
            values.append(value)
    return given, values
