"""Text with Telegram entities, built without a markup language that a name could break."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of text, offset and length in UTF-16 units. `type` is Telegram's MessageEntity.type."""

    type: str
    offset: int
    length: int
    unix_time: int | None = None
    date_time_format: str | None = None
    user_id: int | None = None


@dataclass(frozen=True, slots=True)
class Rich:
    """Text and its entities."""

    text: str
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of day for a text: each phone shows it in its own zone; `text` is the fallback inside."""

    instant: datetime
    text: str
    format: str = "t"


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name that notifies them where it stands."""

    name: str
    telegram_id: int


def utc_moment(instant: datetime) -> Moment:
    """The hour with UTC inside: what is honest until the reader's zone is known."""
    return Moment(instant, f"{instant.astimezone(UTC):%H:%M} UTC")


def moment_for(instant: datetime, zone: str | None) -> Moment:
    """The hour with the reader's own zone inside (21:40 CET), or UTC while theirs is not known here."""
    if zone is None:
        return utc_moment(instant)
    try:
        local = instant.astimezone(ZoneInfo(zone))
    except (ValueError, OSError, LookupError):
        return utc_moment(instant)
    name = local.tzname() or ""
    # Zones without letters of their own are named by their offset: +0530.
    shown = name if name.isalpha() else _offset_name(local)
    return Moment(instant, f"{local:%H:%M} {shown}")


def _offset_name(local: datetime) -> str:
    minutes = round((local.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def utf16_length(text: str) -> int:
    """Length in UTF-16 units, as Telegram counts offsets."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
