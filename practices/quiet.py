"""Quiet hours: when nothing of ours may make a sound, by each person's own clock."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from storage.local_time import in_daily_hours as in_quiet
from storage.local_time import local, next_at, zone_info
from storage.views import PersonView

__all__ = ["awake", "free_half_hour", "in_quiet", "ring_allowed"]

_HALF_HOUR = timedelta(minutes=30)
_SEARCHED = timedelta(hours=24)


def ring_allowed(people: Sequence[PersonView], instant: datetime) -> bool:
    """Whether a message to all of these may make a sound: none of them has quiet hours then."""
    return not any(person.is_quiet_at(instant) for person in people)


def awake(person: PersonView, instant: datetime) -> datetime:
    """The instant, or the end of this person's quiet hours that it lies in."""
    if person.zone is None or not person.is_quiet_at(instant):
        return instant
    return next_at(time(*divmod(person.quiet_to, 60)), person.zone, instant)


def free_half_hour(people: Sequence[PersonView], after: datetime) -> datetime | None:
    """The first half hour by the clock, not before `after`, that is quiet for none of them.

    By the clock of the first whose zone is known, else UTC. None if their quiet hours leave none in a day.
    """
    zone = next((person.zone for person in people if zone_info(person.zone)), None)
    instant = _next_half_hour(after, zone)
    while instant <= after + _SEARCHED:
        if ring_allowed(people, instant):
            return instant
        instant = _next_half_hour(instant + timedelta(seconds=1), zone)
    return None


def _next_half_hour(after: datetime, zone: str | None) -> datetime:
    clock = local(after, zone) if zone else after.astimezone(UTC)
    past = timedelta(minutes=clock.minute % 30, seconds=clock.second, microseconds=clock.microsecond)
    return after.astimezone(UTC) + ((_HALF_HOUR - past) % _HALF_HOUR)
