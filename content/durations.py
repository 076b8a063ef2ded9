"""Reads the length that someone gave with /pause. What it does not know for sure, it does not guess."""

import re
from datetime import timedelta
from typing import TypeAlias

Length: TypeAlias = timedelta

# Longer than any pause; whatever exceeds it reads as this, so that no number can overflow.
LONGEST_READ = timedelta(days=400)
_MOST_CHARACTERS = 64

# The full-width forms of ASCII, as Chinese keyboards write them, lie at a fixed distance.
_TO_ASCII = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}

_MINUTE = r"(?:m|min|mins|minute|minutes|分|分钟)"
_HOUR = r"(?:h|hr|hrs|hour|hours|小时|个小时)"
_MINUTES = re.compile(rf"([0-9]+) ?{_MINUTE}?", re.IGNORECASE | re.ASCII)
_HOURS = re.compile(rf"([0-9]+)(?:[.,]([0-9]{{1,2}}))? ?{_HOUR}", re.IGNORECASE | re.ASCII)
_BOTH = re.compile(rf"([0-9]+) ?{_HOUR} ?([0-5]?[0-9]) ?{_MINUTE}?", re.IGNORECASE | re.ASCII)
_NAMED = {
    "半小时": 30,
    "半个小时": 30,
    "一小时": 60,
    "一个小时": 60,
    "一个半小时": 90,
    "两小时": 120,
    "两个小时": 120,
    "half an hour": 30,
    "an hour": 60,
}


def parse_length(text: str) -> Length | None:
    """The length that `text` names as a whole, or None. Never raises; lengths over 400 days read as that."""
    if len(text) > _MOST_CHARACTERS:
        return None
    plain = " ".join(text.translate(_TO_ASCII).split())
    minutes = _NAMED.get(plain.lower(), _minutes(plain))
    if minutes is None:
        return None
    return timedelta(minutes=min(minutes, LONGEST_READ // timedelta(minutes=1)))


def _minutes(plain: str) -> int | None:
    if match := _MINUTES.fullmatch(plain):
        return int(match[1])
    if match := _BOTH.fullmatch(plain):
        return int(match[1]) * 60 + int(match[2])
    if match := _HOURS.fullmatch(plain):
        hundredths = int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0"))
        minutes, rest = divmod(hundredths * 60, 100)
        return None if rest else minutes
    return None
