"""A couple's own days and weeks. Pure; it stands here since screens and practices both count by them."""

from datetime import date, datetime, time, timedelta

from storage.local_time import instant_of, local

# Until four in the morning it is still last night, in minutes since midnight.
DAY_BEGINS = 4 * 60
_DAY = timedelta(days=1)


def day_of(instant: datetime, zone: str) -> date:
    """The day that an instant belongs to for whoever is awake then. Raises ValueError for no zone."""
    return (local(instant, zone).replace(tzinfo=None) - timedelta(minutes=DAY_BEGINS)).date()


def week_of(day: date) -> str:
    """The ISO week of one of the couple's days: 2026-W47."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def instant_on(day: date, minute: int, zone: str) -> datetime:
    """When the couple's clock comes to this minute of the day (since midnight) on one of their days.

    Minutes before four belong to the night after. Raises ValueError for a name that is no zone.
    """
    calendar_day = day if minute >= DAY_BEGINS else day + _DAY
    return instant_of(calendar_day, time(minute // 60, minute % 60), zone)
