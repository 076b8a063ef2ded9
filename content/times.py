"""Reads when someone wants to be back: a length, or a time of day. Only whole sentences, never a guess.

Why no library reads this is told in `docs/decisions.md`.
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeAlias

from content.durations import LONGEST_READ, parse_length
from content.numerals import ENGLISH, number

_MOST_CHARACTERS = 64


@dataclass(frozen=True, slots=True)
class Length:
    """So long from now."""

    span: timedelta


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day where the writer is, on the 24-hour clock.

    `either`: nothing says which half of the day is meant, so twelve hours later may be meant too.
    """

    hour: int
    minute: int
    tomorrow: bool = False
    either: bool = False


When: TypeAlias = Length | Clock

# The full-width forms of ASCII, and the space of Chinese keyboards; traditional characters.
_TO_ASCII = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_TO_SIMPLIFIED = str.maketrans("鐘時點個後兩裡", "钟时点个后两里")
_HAN_GAP = re.compile(r"(?<=[\u4e00-\u9fff0-9]) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) (?=[0-9])")

_WORD = "|".join(sorted(ENGLISH, key=len, reverse=True))
_NUMBER = rf"[0-9]{{1,9}}|(?:twenty|thirty|forty|fifty)[- ](?:{_WORD})|{_WORD}"
_MINUTES = r"(?:minutes?|mins?|m)"
_HOURS = r"(?:hours?|hrs?|h)"
_ENGLISH_SPANS = (
    (re.compile(r"(?:a )?half (?:an |a )?hour"), 30),
    (re.compile(r"(?:a )?quarter (?:of )?an hour"), 15),
    (re.compile(r"three quarters of an hour"), 45),
    (re.compile(r"(?:an|one) hour"), 60),
    (re.compile(r"(?:an|one) hour and a half|(?:one|1) and a half hours?"), 90),
)
_ENGLISH_HALVES = re.compile(rf"(?P<hours>{_NUMBER}) (?:and a half {_HOURS}|{_HOURS} and a half)")
_ENGLISH_BOTH = re.compile(
    rf"(?:(?P<hours>{_NUMBER}|an) ?{_HOURS}(?: and |, | )?)?(?:(?P<minutes>{_NUMBER}) ?{_MINUTES})?"
)

_HAN_NUMBER = r"[0-9]{1,9}|[零〇一二两三四五六七八九十百]{1,5}"
_HAN_SPAN = re.compile(
    rf"(?:(?P<half>半)|(?P<hours>{_HAN_NUMBER}))个?(?P<more>半)?(?:小时|钟头)(?P<tail>半)?"
    rf"(?:零?(?P<minutes>{_HAN_NUMBER})分钟?)?"
)
_HAN_MINUTES = re.compile(rf"(?P<minutes>{_HAN_NUMBER})分钟?")
_HAN_QUARTERS = re.compile(r"(?P<quarters>[一三])刻钟?")

_PART = r"(?:in the )?(?P<part>morning|afternoon|evening)|at (?P<night>night)"
_DAY = re.compile(
    r"(?:(?P<before>tomorrow|tmrw|today|tonight|this (?:morning|afternoon|evening))"
    r"(?: (?P<before_part>morning|afternoon|evening|night))?,? )?"
    r"(?:(?:at|by|till|til|until) )?(?P<time>.+?)"
    r"(?: (?P<after>tomorrow|tmrw|today|tonight|this (?:morning|afternoon|evening))"
    rf"(?: (?P<after_part>morning|afternoon|evening|night))?| (?:{_PART}))?"
)
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-5][0-9]))?(?: ?(?P<half>[ap])\.?m\.?|(?P<oclock> o'?clock))?"
)
_FRENCH = re.compile(r"(?P<hour>1[3-9]|2[0-3])h(?P<minute>[0-5][0-9])")
_SPOKEN = re.compile(
    rf"(?:(?P<past>half|quarter|{_NUMBER}) (?P<way>past|to) )?(?P<hour>{_NUMBER})"
    r"(?: ?(?P<half>[ap])\.?m\.?|(?P<oclock> o'?clock))?"
)

_HAN_DAY = r"(?P<day>今天|今日|今晚|今早|明天|明日|明早|明晚)?"
_HAN_PART = r"(?P<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|早|晚)?的?"
_HAN_CLOCK = re.compile(
    rf"{_HAN_DAY}{_HAN_PART}(?P<hour>{_HAN_NUMBER})"
    rf"(?:[:.](?P<digits>[0-5][0-9])|[点时](?:钟|整|(?P<half>半)|(?P<quarters>[一三])刻"
    rf"|零?〇?(?P<minute>{_HAN_NUMBER})分?)?)"
)


def parse_when(text: str) -> When | None:
    """What `text` names as a whole: a length, a time of day, or None. Never raises."""
    plain = _plain(text)
    if plain is None:
        return None
    clock = _french(plain)
    if clock is not None:
        return clock
    span = parse_length(plain) or _span(plain)
    return Length(span) if span is not None else _clock(plain)


def parse_clock(text: str) -> Clock | None:
    """What `text` names as a time of day, as someone says what their watch shows. Never raises."""
    plain = _plain(text)
    if plain is None:
        return None
    clock = _french(plain) or _clock(plain)
    return None if clock is None or clock.tomorrow else clock


def write_when(language: str, when: When) -> str:
    """A text that reads back as `when`; lengths in whole minutes."""
    if isinstance(when, Length):
        minutes = when.span // timedelta(minutes=1)
        return f"{minutes}分钟" if language == "zh" else f"{minutes} min"
    day = ("明天" if language == "zh" else "tomorrow ") if when.tomorrow else ""
    hour = str(when.hour) if when.either else f"{when.hour:02}"
    time = f"{hour}:{when.minute:02}"
    if when.either or not 10 <= when.hour <= 12:
        return day + time
    # From ten to noon no leading zero tells which half of the day is meant.
    if language == "zh":
        return f"{day}{'中午' if when.hour == 12 else '上午'}{time}"
    return f"{day}{time} {'pm' if when.hour == 12 else 'am'}"


def _plain(text: str) -> str | None:
    if len(text) > _MOST_CHARACTERS:
        return None
    plain = " ".join(text.translate(_TO_ASCII).translate(_TO_SIMPLIFIED).replace("’", "'").lower().split())
    return _HAN_GAP.sub("", plain)


def _span(plain: str) -> timedelta | None:
    plain = re.sub(r"^(?:for|in) ", "", plain)
    minutes = _english_minutes(plain)
    if minutes is None:
        minutes = _han_minutes(plain.removesuffix("后").removesuffix("以"))
    return None if minutes is None else min(timedelta(minutes=minutes), LONGEST_READ)


def _english_minutes(plain: str) -> int | None:
    for pattern, minutes in _ENGLISH_SPANS:
        if pattern.fullmatch(plain):
            return minutes
    if match := _ENGLISH_HALVES.fullmatch(plain):
        hours = number(match["hours"])
        return None if hours is None else hours * 60 + 30
    match = _ENGLISH_BOTH.fullmatch(plain)
    if match is None or not (match["hours"] or match["minutes"]):
        return None
    hours = 1 if match["hours"] == "an" else number(match["hours"] or "0")
    rest = number(match["minutes"] or "0")
    return None if hours is None or rest is None else hours * 60 + rest


def _han_minutes(plain: str) -> int | None:
    if match := _HAN_QUARTERS.fullmatch(plain):
        return 15 * (number(match["quarters"]) or 0)
    if match := _HAN_MINUTES.fullmatch(plain):
        return number(match["minutes"])
    match = _HAN_SPAN.fullmatch(plain)
    if match is None:
        return None
    halves = [name for name in ("half", "more", "tail") if match[name]]
    hours = 0 if match["half"] else number(match["hours"])
    rest = number(match["minutes"] or "0")
    if hours is None or rest is None or len(halves) > 1 or (halves and match["minutes"]):
        return None
    return hours * 60 + 30 * len(halves) + rest


def _french(plain: str) -> Clock | None:
    """21h40 is a time of day; 1h30, which `parse_length` knows, is a length."""
    match = _FRENCH.fullmatch(plain)
    return Clock(int(match["hour"]), int(match["minute"])) if match else None


def _clock(plain: str) -> Clock | None:
    return _han_clock(plain) or _english_clock(plain)


def _english_clock(plain: str) -> Clock | None:
    match = _DAY.fullmatch(plain)
    if match is None or (match["before"] and match["after"]):
        return None
    day = match["before"] or match["after"] or ""
    part = match["before_part"] or match["after_part"] or match["part"] or match["night"]
    if day == "tonight":
        part = "evening"
    elif day.startswith("this "):
        part = day.removeprefix("this ")
    named = bool(day or part) or plain != match["time"]
    clock = _numeric(match["time"], named=named) or _spoken(match["time"], named=named)
    if clock is None:
        return None
    tomorrow = day in {"tomorrow", "tmrw"}
    return _in_part(replace(clock, tomorrow=tomorrow), part, _ENGLISH_PARTS)


def _numeric(time: str, *, named: bool) -> Clock | None:
    if time == "noon":
        return Clock(12, 0)
    match = _TIME.fullmatch(time)
    if match is None:
        return None
    # A bare number is a length, if anything.
    if not (named or match["minute"] or match["half"] or match["oclock"]):
        return None
    either = match["half"] is None and not match["hour"].startswith("0")
    return _read(int(match["hour"]), int(match["minute"] or 0), match["half"], either=either)


def _spoken(time: str, *, named: bool) -> Clock | None:
    match = _SPOKEN.fullmatch(time)
    if match is None or not (named or match["past"] or match["half"] or match["oclock"]):
        return None
    hour = number(match["hour"])
    past = {"half": 30, "quarter": 15, None: 0}.get(match["past"], number(match["past"] or ""))
    if (
        hour is None
        or past is None
        or not 0 <= past < 60
        or (match["past"] == "half" and match["way"] == "to")
    ):
        return None
    if not 1 <= hour <= 12:
        return _read(hour, 0, match["half"], either=False) if not match["past"] else None
    if match["way"] == "to" and past:
        hour, past = (hour - 2) % 12 + 1, 60 - past
    return _read(hour, past, match["half"], either=match["half"] is None)


def _read(hour: int, minute: int, half: str | None, *, either: bool) -> Clock | None:
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if not (0 <= hour < 24 and 0 <= minute < 60):
        return None
    return Clock(hour, minute, either=either and 1 <= hour <= 12)


# Of each part of the day: the first and the last hour that can be meant.
_ENGLISH_PARTS = {"morning": (0, 11), "afternoon": (12, 18), "evening": (17, 23), "night": (19, 23)}
_HAN_PARTS = {
    **dict.fromkeys(("凌晨",), (0, 6)),
    **dict.fromkeys(("清晨", "早上", "早晨", "早", "上午"), (4, 11)),
    "中午": (11, 14),
    "下午": (12, 18),
    "傍晚": (16, 20),
    **dict.fromkeys(("晚上", "晚", "夜里"), (17, 23)),
}


def _in_part(clock: Clock, part: str | None, parts: dict[str, tuple[int, int]]) -> Clock | None:
    """The reading that lies in this part of the day; None if neither does."""
    if part is None:
        return clock
    first, last = parts[part]
    hours = (clock.hour, (clock.hour + 12) % 24) if clock.either else (clock.hour,)
    fitting = [hour for hour in hours if first <= hour <= last]
    return replace(clock, hour=fitting[0], either=False) if len(fitting) == 1 else None


def _han_clock(plain: str) -> Clock | None:
    match = _HAN_CLOCK.fullmatch(plain)
    if match is None:
        return None
    day, part = match["day"] or "", match["part"]
    if day[-1:] in ("早", "晚"):
        if part is not None:
            return None
        part = day[-1]
    if not day and not part and match["digits"]:
        return None
    minute = _han_minute(match)
    hour = number(match["hour"])
    if hour is None or minute is None:
        return None
    clock = _read(hour, minute, None, either=not match["hour"].startswith("0"))
    if clock is None:
        return None
    return _in_part(replace(clock, tomorrow=day.startswith("明")), part, _HAN_PARTS)


def _han_minute(match: re.Match[str]) -> int | None:
    if match["half"]:
        return 30
    if match["quarters"]:
        return 15 * (number(match["quarters"]) or 0)
    minute = number(match["digits"] or match["minute"] or "0")
    return minute if minute is not None and minute < 60 else None
