"""Local time: what a clock on somebody's wall says. Pure; on the changes between summer and winter time too.

It stands in this room since the timers' local rules and a person's quiet hours do, and since practices,
screens and the scheduler all read it here.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
# In seconds. No gap was ever longer: a zone that changes sides of the date line skips a day.
_LONGEST_GAP = 26 * 3600


@cache
def zone_info(name: str | None) -> ZoneInfo | None:
    """The zone with this IANA name; None for none, and for a name that is no zone."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return None


def local(instant: datetime, zone: str) -> datetime:
    """The instant as a clock in this zone shows it. Raises ValueError for a name that is no zone."""
    info = zone_info(zone)
    if info is None:
        raise ValueError(f"there is no zone {zone}")
    return instant.astimezone(info)


def instant_of(day: date, at: time, zone: str) -> datetime:
    """The UTC instant at which this zone's clock first shows `at` on `day`.

    A time that the clock skips is the first instant after the gap. Raises ValueError for no zone.
    """
    info = zone_info(zone)
    if info is None:
        raise ValueError(f"there is no zone {zone}")
    wanted = datetime.combine(day, at.replace(tzinfo=None, fold=0))
    instant = wanted.replace(tzinfo=info).astimezone(UTC)
    if instant.astimezone(info).replace(tzinfo=None, fold=0) == wanted:
        return instant
    # In a gap fold=0 reads with the offset before it, hence lands after it.
    return _end_of_gap(instant, info, wanted)


def _end_of_gap(after: datetime, info: ZoneInfo, wanted: datetime) -> datetime:
    """The first whole second whose local reading is past `wanted`, by halving."""
    high = int(after.timestamp()) + 1
    low = high - _LONGEST_GAP
    while high - low > 1:
        middle = (low + high) // 2
        if datetime.fromtimestamp(middle, info).replace(tzinfo=None) > wanted:
            high = middle
        else:
            low = middle
    return datetime.fromtimestamp(high, UTC)


def next_at(at: time, zone: str, after: datetime) -> datetime:
    """The first UTC instant later than `after` at which this zone's clock comes to `at`.

    Once a day: a time in a gap comes right after the gap, a time in an overlap at its first occurrence.
    Raises ValueError for a name that is no zone.
    """
    day = local(after, zone).date() - _DAY
    while True:
        instant = instant_of(day, at, zone)
        if instant > after:
            return instant
        day += _DAY


def next_reading(
    zone: str, hour: int, minute: int, now: datetime, *, tomorrow: bool = False, either: bool = False
) -> datetime | None:
    """The instant that somebody in this zone means by a time of day said now.

    Today's if it is yet to come, or the next morning's if that is less than twelve hours off; `either`:
    twelve hours later may be meant, whichever comes first. With `tomorrow` as it was said. None: it has
    passed, and the day after would be a wait that nobody meant. Raises ValueError for no zone.
    """
    today = local(now, zone).date()
    if tomorrow:
        return instant_of(today + _DAY, time(hour, minute), zone)
    hours = (hour % 12, hour % 12 + 12) if either else (hour,)
    readings = [instant_of(day, time(h, minute), zone) for h in hours for day in (today, today + _DAY)]
    last = max(instant_of(today + _DAY, time(0), zone), now + timedelta(hours=12))
    return min((instant for instant in readings if now < instant < last), default=None)


def in_daily_hours(zone: str | None, start: int, end: int, instant: datetime) -> bool:
    """Whether the instant lies in these hours of the local day, minutes since midnight, `end` not included.

    Equal ones mean none; without a known zone nobody knows, so False.
    """
    if zone is None or start == end or zone_info(zone) is None:
        return False
    clock = local(instant, zone)
    minute = clock.hour * 60 + clock.minute
    if start < end:
        return start <= minute < end
    return minute >= start or minute < end
