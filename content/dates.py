"""Reads the day that someone names: “3 December”, “until Sunday”, 12月3日. Never a guess."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta

from babel import Locale

from content.numerals import ENGLISH, number

_MOST_CHARACTERS = 64
_DAY = timedelta(days=1)
_MOST_DAYS = 400

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_DAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_MONTH_OF = {name: index for index, name in enumerate(_MONTHS, 1)}
_MONTH_OF |= {name[:3]: index for name, index in _MONTH_OF.items()} | {"sept": 9}
_WEEKDAY_OF = {name: index for index, name in enumerate(_WEEKDAYS)} | _SHORT_DAYS

_MONTH = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_ORDINAL = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>20[0-9]{2}))?"
_BEFORE = re.compile(r"^(?:on holiday |away )?(?:until|till|til|to|through|thru|up to) ")
_ENGLISH_DATES = (
    re.compile(rf"(?:the )?{_ORDINAL}(?: of)? (?P<month>{_MONTH})\.?{_YEAR}"),
    re.compile(rf"(?P<month>{_MONTH})\.? (?:the )?{_ORDINAL}{_YEAR}"),
)
_ISO = re.compile(r"(?P<year>20[0-9]{2})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_WEEKDAY = re.compile(rf"(?:this |on )?(?P<name>{'|'.join(sorted(_WEEKDAY_OF, key=len, reverse=True))})")
_NUMBER = rf"an?|[0-9]{{1,3}}|{'|'.join(sorted(ENGLISH, key=len, reverse=True))}"
_SPAN = re.compile(rf"(?:for |in )?(?P<count>{_NUMBER}) (?P<unit>days?|weeks?|fortnights?)")
_ENGLISH_NAMED = {"today": 0, "tomorrow": 1, "the day after tomorrow": 2}
_WEEKENDS = {"the weekend", "this weekend", "weekend", "the end of the week", "the end of the weekend"}

_TO_SIMPLIFIED = str.maketrans("這週後兩號禮個", "这周后两号礼个")
_HAN_BEFORE = re.compile(r"^(?:休假|放假|休息|度假)?(?:一?直?到|至)?(?P<rest>.+?)(?:为止|结束|回来)?$")
_HAN_NUMBER = r"[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
_HAN_DATE = re.compile(
    rf"(?:(?:(?P<year>20[0-9]{{2}})|(?P<next>明)|今)年)?(?P<month>{_HAN_NUMBER})月(?P<day>{_HAN_NUMBER})[日号]?"
)
_HAN_DAY = re.compile(rf"(?P<day>{_HAN_NUMBER})[日号]")
_HAN_WEEKDAY = re.compile(r"(?P<which>这个?|本|下个?)?(?:周|星期|礼拜)(?P<name>[一二三四五六日天末])")
_HAN_SPAN = re.compile(rf"(?P<count>{_HAN_NUMBER})(?:个?(?P<weeks>周|星期|礼拜)|天)(?:后|以后)?")
_HAN_NAMED = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3}
_HAN_WEEKDAYS = "一二三四五六日"


def parse_day(text: str, today: date) -> date | None:
    """The day that `text` names as a whole, not before `today` unless it says its year. Never raises."""
    if len(text) > _MOST_CHARACTERS:
        return None
    plain = " ".join(unicodedata.normalize("NFKC", text).translate(_TO_SIMPLIFIED).lower().split())
    try:
        return _english(_BEFORE.sub("", plain), today) or _han(plain.replace(" ", ""), today)
    except (ValueError, OverflowError):
        return None


def _english(plain: str, today: date) -> date | None:
    if plain in _ENGLISH_NAMED:
        return today + _ENGLISH_NAMED[plain] * _DAY
    if plain in _WEEKENDS:
        return _on_or_after(today, 6)
    if match := _WEEKDAY.fullmatch(plain):
        return _on_or_after(today + _DAY, _WEEKDAY_OF[match["name"]])
    if match := _SPAN.fullmatch(plain):
        count = 1 if match["count"] in ("a", "an") else number(match["count"])
        days = {"d": 1, "w": 7, "f": 14}[match["unit"][0]]
        return _ahead(today, count, days)
    if match := _ISO.fullmatch(plain):
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    for pattern in _ENGLISH_DATES:
        if match := pattern.fullmatch(plain):
            year = int(match["year"]) if match["year"] else None
            return _dated(year, _MONTH_OF[match["month"]], int(match["day"]), today)
    return None


def _han(plain: str, today: date) -> date | None:
    found = _HAN_BEFORE.fullmatch(plain)
    plain = found["rest"] if found else plain
    if plain in _HAN_NAMED:
        return today + _HAN_NAMED[plain] * _DAY
    if match := _HAN_WEEKDAY.fullmatch(plain):
        return _han_weekday(match, today)
    if match := _HAN_SPAN.fullmatch(plain):
        return _ahead(today, number(match["count"]), 7 if match["weeks"] else 1)
    if match := _HAN_DATE.fullmatch(plain):
        month, day = number(match["month"]), number(match["day"])
        year = int(match["year"]) if match["year"] else today.year + 1 if match["next"] else None
        return _dated(year, month or 0, day or 0, today)
    if match := _HAN_DAY.fullmatch(plain):
        return _day_of_month(number(match["day"]) or 0, today)
    return None


def _han_weekday(match: re.Match[str], today: date) -> date | None:
    weekend = match["name"] == "末"
    weekday = 6 if weekend or match["name"] == "天" else _HAN_WEEKDAYS.index(match["name"])
    monday = today - today.weekday() * _DAY
    which = (match["which"] or "")[:1]
    if which == "下":
        return monday + (7 + weekday) * _DAY
    if which or weekend:
        day = monday + weekday * _DAY
        return day if day >= today else None
    return _on_or_after(today + _DAY, weekday)


def _on_or_after(day: date, weekday: int) -> date:
    return day + (weekday - day.weekday()) % 7 * _DAY


def _ahead(today: date, count: int | None, days: int) -> date | None:
    return today + count * days * _DAY if count is not None and 0 < count * days <= _MOST_DAYS else None


def _dated(year: int | None, month: int, day: int, today: date) -> date:
    """Without a year, the next such day that there is. Raises ValueError where there is none."""
    if year is not None:
        return date(year, month, day)
    # Four years hold every date there is.
    for later in range(5):
        try:
            found = date(today.year + later, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError("there is no such day")


def _day_of_month(day: int, today: date) -> date:
    months = today.year * 12 + today.month - 1
    for later in range(3):
        try:
            found = date((months + later) // 12, (months + later) % 12 + 1, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError("there is no such day")


def weekday(language: str, day: int) -> str:
    """A weekday's short name; Monday is 0."""
    return str(Locale(language).days["stand-alone"]["abbreviated"][day])


def weekdays(language: str, days: Iterable[int]) -> str:
    """Several, in a row."""
    return ("、" if language == "zh" else ", ").join(weekday(language, day) for day in days)
