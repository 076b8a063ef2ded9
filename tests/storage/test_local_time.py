from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.local_time import instant_of, local, next_at, next_reading, zone_info

ZONES = (
    "Europe/Berlin",
    "Asia/Shanghai",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "America/Havana",
    "Africa/Casablanca",
    "Pacific/Apia",
)
instants = st.timedeltas(timedelta(0), timedelta(days=9490)).map(
    lambda past: datetime(2011, 6, 1, tzinfo=UTC) + past
)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


def test_a_time_that_the_clock_skips_comes_right_after_the_gap() -> None:
    assert next_at(time(2, 30), "Europe/Berlin", utc(2026, 3, 28, 12)) == utc(2026, 3, 29, 1)


def test_a_time_that_the_clock_shows_twice_comes_at_its_first_occurrence_only() -> None:
    first = utc(2026, 10, 25, 0, 30)
    assert next_at(time(2, 30), "Europe/Berlin", utc(2026, 10, 24, 12)) == first
    assert next_at(time(2, 30), "Europe/Berlin", first) == utc(2026, 10, 26, 1, 30)


def test_a_day_that_a_zone_skipped_is_followed_by_the_next() -> None:
    # Samoa left out 30 December 2011.
    assert instant_of(date(2011, 12, 30), time(9), "Pacific/Apia") == utc(2011, 12, 30, 10)


@given(at=times, zone=st.sampled_from(ZONES), after=instants)
def test_the_next_occurrence_is_later_within_two_days_and_reads_so_but_after_a_gap(
    at: time, zone: str, after: datetime
) -> None:
    instant = next_at(at, zone, after)
    assert after < instant <= after + timedelta(hours=50)
    reading = local(instant, zone)
    if reading.time() != at:
        before = local(instant - timedelta(seconds=1), zone)
        assert (
            before.replace(tzinfo=None) < datetime.combine(before.date(), at)
            or before.date() != reading.date()
        )
        assert reading.utcoffset() != before.utcoffset()


@given(at=times, zone=st.sampled_from(ZONES), after=instants)
def test_no_local_day_has_a_time_twice(at: time, zone: str, after: datetime) -> None:
    first = next_at(at, zone, after)
    second = next_at(at, zone, first)
    assert local(first, zone).date() < local(second, zone).date()


@pytest.mark.parametrize("name", [None, "", "Nowhere/Land", "../etc", "America", "a\0b", "x" * 300])
def test_what_is_no_zone_is_none(name: str | None) -> None:
    assert zone_info(name) is None


NOW = utc(2026, 3, 2, 20, 0)  # 21:00 in Berlin


@pytest.mark.parametrize(
    ("hour", "minute", "extra", "expected"),
    [
        (21, 40, {}, utc(2026, 3, 2, 20, 40)),
        (20, 0, {}, None),
        (20, 59, {}, None),
        (21, 0, {}, None),
        (1, 0, {}, utc(2026, 3, 3, 0, 0)),
        (9, 0, {}, None),
        (9, 30, {"either": True}, utc(2026, 3, 2, 20, 30)),
        (8, 30, {"either": True}, utc(2026, 3, 3, 7, 30)),
        (12, 30, {"either": True}, utc(2026, 3, 2, 23, 30)),
        (9, 30, {"tomorrow": True, "either": True}, utc(2026, 3, 3, 8, 30)),
        (21, 0, {"tomorrow": True}, utc(2026, 3, 3, 20, 0)),
    ],
)
def test_a_time_of_day_is_the_next_one_that_was_meant_and_never_nearly_a_day_off(
    hour: int, minute: int, extra: dict[str, bool], expected: datetime | None
) -> None:
    assert next_reading("Europe/Berlin", hour, minute, NOW, **extra) == expected


def test_any_time_later_today_is_meant_however_far_off() -> None:
    morning = utc(2026, 3, 2, 5, 0)
    assert next_reading("Europe/Berlin", 23, 0, morning) == utc(2026, 3, 2, 22, 0)
