"""Which hours suit both, and when a rhythm's next check-in and review begin. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from storage.couple_day import DAY_BEGINS, day_of, instant_on, week_of
from storage.local_time import in_daily_hours, local, next_at
from storage.persons import QUIET_FROM, QUIET_TO
from storage.rhythms import CHECK_IN_AT, REVIEW_AT, SUNDAY, RhythmView
from storage.views import PersonView

# A check-in or a review may begin so long after its time, and no longer.
WINDOW = timedelta(hours=3)
_DAY = timedelta(days=1)
_DAY_MINUTES = 24 * 60
_STEP = 30
# So many half hours both should be awake from the beginning on.
_FREE_STEPS = 4
# More days than any weekday, or a week that had its review, can be away.
_SEARCHED = 22


@dataclass(frozen=True, slots=True)
class Offer:
    """Times by the clock in `zone`, minutes since midnight; zone none: by their own clock, wherever it is."""

    zone: str | None
    check_in_at: int
    review_day: int
    review_at: int

    def seen_from(self, zone: str, now: datetime) -> "Offer":
        """The same times as clocks in another zone show them these days."""
        if self.zone is None or self.zone == zone:
            return Offer(zone, self.check_in_at, self.review_day, self.review_at)
        today = day_of(now, self.zone)
        check_in = instant_on(today, self.check_in_at, self.zone)
        sunday = today + timedelta(days=(self.review_day - today.weekday()) % 7)
        review = instant_on(sunday, self.review_at, self.zone)
        return Offer(zone, _minute(check_in, zone), day_of(review, zone).weekday(), _minute(review, zone))


def offer(partners: Sequence[PersonView], now: datetime) -> Offer:
    """20:30, and Sunday 18:00; for two zones or early nights the nearest hours at which both are awake."""
    zones = tuple(partner.zone for partner in partners if partner.zone)
    if not zones:
        return Offer(None, CHECK_IN_AT, SUNDAY, REVIEW_AT)
    zone = zones[0]
    today = day_of(now, zone)
    sunday = today + timedelta(days=(SUNDAY - today.weekday()) % 7)
    return Offer(
        zone,
        _nearest(partners, CHECK_IN_AT, today, zone, same_day=False),
        SUNDAY,
        _nearest(partners, REVIEW_AT, sunday, zone, same_day=True),
    )


def _nearest(partners: Sequence[PersonView], wished: int, day: date, zone: str, *, same_day: bool) -> int:
    """The minute of `day` at which all are awake for two hours, nearest to the wished one by every clock."""
    known = [partner for partner in partners if partner.zone]

    def cost(minute: int) -> tuple[int, int, int, int]:
        instant = instant_on(day, minute, zone)
        free = 0
        while free < _FREE_STEPS and not any_asleep(known, instant + free * timedelta(minutes=_STEP)):
            free += 1
        others = sum(day_of(instant, one.zone or zone) != day for one in known) if same_day else 0
        away = [_away(_minute(instant, one.zone or zone), wished) for one in known]
        return (-free, others, max(away), sum(away))

    return min(range(0, _DAY_MINUTES, _STEP), key=cost)


def any_asleep(people: Sequence[PersonView], instant: datetime) -> bool:
    """Whether it is night for any of these."""
    return any(person.is_quiet_at(instant) or _is_night(person, instant) for person in people)


def _is_night(person: PersonView, instant: datetime) -> bool:
    """Whoever has no quiet hours sleeps all the same."""
    none = person.quiet_from == person.quiet_to
    return none and in_daily_hours(person.zone, QUIET_FROM, QUIET_TO, instant)


def _away(minute: int, wished: int) -> int:
    apart = (minute - wished) % _DAY_MINUTES
    return min(apart, _DAY_MINUTES - apart)


def _minute(instant: datetime, zone: str) -> int:
    clock = local(instant, zone)
    return clock.hour * 60 + clock.minute


def is_check_in_day(rhythm: RhythmView, day: date) -> bool:
    """Whether a check-in is wanted on this one of the couple's days."""
    return bool(rhythm.check_in_days >> day.weekday() & 1)


def next_check_in(rhythm: RhythmView, after: datetime) -> datetime | None:
    """When the first check-in begins later than `after`, on a day that had none; None if there is no day."""
    day = day_of(after, rhythm.day_zone) - _DAY
    for _ in range(_SEARCHED):
        start = instant_on(day, rhythm.check_in_at, rhythm.day_zone)
        had = rhythm.check_in_day is not None and day <= rhythm.check_in_day
        if start > after and not had and is_check_in_day(rhythm, day):
            return start
        day += _DAY
    return None


def next_review(rhythm: RhythmView, after: datetime) -> datetime | None:
    """When the first review begins later than `after`, in a week that had none."""
    day = day_of(after, rhythm.day_zone) - _DAY
    for _ in range(_SEARCHED):
        start = instant_on(day, rhythm.review_at, rhythm.day_zone)
        had = rhythm.review_week is not None and week_of(day) <= rhythm.review_week
        if start > after and not had and day.weekday() == rhythm.review_day:
            return start
        day += _DAY
    return None


def latest_start(rhythm: RhythmView, minute: int, now: datetime) -> tuple[date, datetime]:
    """The couple's day on which their clock last came to this minute, and when that was."""
    day = day_of(now, rhythm.day_zone)
    start = instant_on(day, minute, rhythm.day_zone)
    if start > now:
        day -= _DAY
        start = instant_on(day, minute, rhythm.day_zone)
    return day, start


def window_end(partners: Sequence[PersonView], start: datetime) -> datetime:
    """Until when what begins at `start` may still begin: three hours, or until either one's quiet hours."""
    ends = [start + WINDOW]
    for person in partners:
        if person.zone and person.quiet_from != person.quiet_to:
            at = time(person.quiet_from // 60, person.quiet_from % 60)
            ends.append(next_at(at, person.zone, start))
    return min(ends)


def break_ends(last_day: date, zone: str) -> datetime:
    """When a holiday is over whose last day this is: as the couple's next day begins."""
    return instant_on(last_day + _DAY, DAY_BEGINS, zone)


def last_day_of_break(until: datetime, zone: str) -> date:
    """The last day of a holiday that is over then."""
    return day_of(until, zone) - _DAY
