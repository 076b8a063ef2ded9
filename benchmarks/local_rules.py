"""Daily rules around real changes of local time: how often they fire on each local day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

from benchmarks.lab import Bench, Figure, met
from storage.local_time import next_at

# Both hemispheres, a half-hour change (Lord Howe), a two-hour one (Troll), changes at midnight (Beirut,
# Havana, Santiago), winter time by law (Dublin), none in Ramadan (Casablanca).
ZONES = (
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/Havana",
    "America/Santiago",
    "America/St_Johns",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Africa/Casablanca",
    "Pacific/Chatham",
)
TRANSITIONS, RULES = 243, 988
_NOTE = (
    "counted by local days against a walk through every minute around the change; wrong: once a day, but "
    "not at its first occurrence or, in a gap, not right after it"
)
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)

Next = Callable[[time, str, datetime], datetime]


@dataclass(frozen=True)
class Transition:
    """The first instant of a new offset, and by how much local time jumps."""

    zone: str
    at: datetime
    jump: timedelta


@dataclass
class Count:
    """Local days on which a rule did not fire, fired twice, or at another instant than it should."""

    missed: int = 0
    twice: int = 0
    wrong: int = 0
    seconds: float = 0.0
    calls: int = 0

    @property
    def cost(self) -> float:
        """Microseconds a call."""
        return self.seconds / self.calls * 1e6


def measure(bench: Bench) -> list[Figure]:
    """The same rules for both; no rounds, since nothing is random."""
    rules = list(_rules())
    ours, cron = Count(), Count()
    for transition, at in rules:
        _judge(ours, transition, at, next_at)
        _judge(cron, transition, at, _cron)
    transitions = len({(each.zone, each.at) for each, _ in rules})
    return [
        Figure(
            f"{len(rules)} daily rules around {transitions} real clock changes: missed / twice / wrong",
            f"{ours.missed} / {ours.twice} / {ours.wrong}",
            f"{cron.missed} / {cron.twice} / {cron.wrong} (CronTrigger)",
            f"{ours.cost:.0f} µs against {cron.cost:.0f} µs a call",
            "0 / 0 / 0",
            met(ours.missed + ours.twice + ours.wrong == 0),
            [_NOTE],
        )
    ]


def _rules() -> Iterator[tuple[Transition, time]]:
    """Four times of day a change, five for the first ones: in what is skipped or repeated, and around it."""
    found = [each for zone in ZONES for each in _transitions(zone)]
    chosen = [found[number * len(found) // TRANSITIONS] for number in range(TRANSITIONS)]
    fifths = RULES - 4 * len(chosen)
    for number, each in enumerate(chosen):
        before = each.at.astimezone(ZoneInfo(each.zone)).replace(tzinfo=None) - max(each.jump, timedelta())
        low, high = before, before + abs(each.jump)
        moments = (low, low + (high - low) / 2, high - _MINUTE, high, low - _MINUTE)
        for moment in moments[: 5 if number < fifths else 4]:
            yield each, moment.time().replace(second=0, microsecond=0)


def _transitions(zone: str) -> Iterator[Transition]:
    """By days, then by halving."""
    info = ZoneInfo(zone)
    day = datetime(2020, 1, 1, tzinfo=UTC)
    while day < datetime(2036, 1, 1, tzinfo=UTC):
        low, high = day, day + _DAY
        if _offset(low, info) != _offset(high, info):
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) / 2
                low, high = (middle, high) if _offset(middle, info) == _offset(low, info) else (low, middle)
            at = high.replace(microsecond=0)
            yield Transition(zone, at, _offset(day + _DAY, info) - _offset(day, info))
        day += _DAY


def _offset(instant: datetime, info: ZoneInfo) -> timedelta:
    offset = instant.astimezone(info).utcoffset()
    assert offset is not None
    return offset


def _judge(count: Count, transition: Transition, at: time, next_after: Next) -> None:
    info = ZoneInfo(transition.zone)
    middle = transition.at.astimezone(info).date()
    days = [middle + timedelta(days=offset) for offset in (-1, 0, 1)]
    fired: dict[date, list[datetime]] = {day: [] for day in days}
    after = transition.at - timedelta(days=2, hours=2)
    while after < transition.at + timedelta(days=2):
        began = perf_counter()
        after = next_after(at, transition.zone, after)
        count.seconds += perf_counter() - began
        count.calls += 1
        fired.setdefault(after.astimezone(info).date(), []).append(after)
    for day in days:
        wanted = _first(day, at, info)
        # A gap may end on the next day: what is wanted decides to which day it counts.
        times = fired[day] or [each for each in fired.get(day + _DAY, []) if each == wanted]
        count.missed += not times
        count.twice += len(times) > 1
        count.wrong += len(times) == 1 and times[0] != wanted


def _first(day: date, at: time, info: ZoneInfo) -> datetime:
    """The first instant at which that day's clock shows this time or, having skipped it, a later one."""
    instant = datetime.combine(day, time(), UTC) - timedelta(hours=26)
    wanted = datetime.combine(day, at)
    while True:
        local = instant.astimezone(info).replace(tzinfo=None)
        if local >= wanted:
            return instant
        instant += _MINUTE


_TRIGGERS: dict[tuple[time, str], CronTrigger] = {}


def _cron(at: time, zone: str, after: datetime) -> datetime:
    trigger = _TRIGGERS.get((at, zone))
    if trigger is None:
        trigger = _TRIGGERS[at, zone] = CronTrigger(hour=at.hour, minute=at.minute, timezone=zone)
    after += timedelta(seconds=1)
    found: datetime = trigger.get_next_fire_time(None, after)
    return found.astimezone(UTC)
