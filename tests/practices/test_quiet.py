from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.quiet import free_half_hour, in_quiet, ring_allowed
from storage.local_time import local
from storage.views import PersonView

instants = st.timedeltas(timedelta(0), timedelta(days=5475)).map(
    lambda past: datetime(2020, 6, 1, tzinfo=UTC) + past
)
minutes = st.integers(0, 47).map(lambda half: half * 30)


def somebody(zone: str | None, quiet_from: int = 22 * 60 + 30, quiet_to: int = 7 * 60 + 30) -> PersonView:
    return PersonView(1, 1, "Ann", "en", True, zone=zone, quiet_from=quiet_from, quiet_to=quiet_to)


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [("22:29", False), ("22:30", True), ("23:59", True), ("00:00", True), ("07:29", True), ("07:30", False)],
)
def test_quiet_hours_span_midnight_with_their_first_minute_and_without_their_last(
    clock: str, quiet: bool
) -> None:
    # Shanghai has no summer time and is eight hours ahead.
    instant = datetime.fromisoformat(f"2026-03-02T{clock}+08:00").astimezone(UTC)
    assert in_quiet("Asia/Shanghai", 22 * 60 + 30, 7 * 60 + 30, instant) is quiet


def test_quiet_hours_may_lie_within_a_day() -> None:
    noon = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
    assert in_quiet("Asia/Shanghai", 9 * 60, 17 * 60, noon)
    assert not in_quiet("Asia/Shanghai", 9 * 60, 17 * 60, noon + timedelta(hours=5))


@given(instant=instants, minute=minutes)
def test_equal_hours_mean_none(instant: datetime, minute: int) -> None:
    assert not in_quiet("Europe/Berlin", minute, minute, instant)


@given(instant=instants)
def test_without_a_known_zone_nothing_is_quiet(instant: datetime) -> None:
    assert not in_quiet(None, 0, 1439, instant)
    assert not in_quiet("Nowhere/Land", 0, 1439, instant)


def test_a_message_to_two_rings_only_where_neither_is_asleep() -> None:
    berlin, shanghai = somebody("Europe/Berlin"), somebody("Asia/Shanghai")
    evening_in_berlin = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
    assert ring_allowed([berlin], evening_in_berlin)
    assert not ring_allowed([berlin, shanghai], evening_in_berlin)


def test_the_first_free_half_hour_is_free_for_both() -> None:
    people = [somebody("Europe/Berlin"), somebody("Asia/Shanghai")]
    found = free_half_hour(people, datetime(2026, 3, 2, 16, 10, tzinfo=UTC))
    # 7:30 in Berlin, 14:30 in Shanghai
    assert found == datetime(2026, 3, 3, 6, 30, tzinfo=UTC)


def test_where_the_two_leave_no_hour_free_there_is_none() -> None:
    people = [somebody("Europe/Berlin", 0, 720), somebody("Europe/Berlin", 720, 0)]
    assert free_half_hour(people, datetime(2026, 3, 2, 16, 10, tzinfo=UTC)) is None


@given(
    after=instants,
    zone=st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", None]),
    first=minutes,
    last=minutes,
)
def test_a_free_half_hour_rings_and_stands_on_the_half_hour(
    after: datetime, zone: str | None, first: int, last: int
) -> None:
    person = somebody(zone, first, last)
    found = free_half_hour([person], after)
    if found is not None:
        assert found >= after
        assert ring_allowed([person], found)
        clock = local(found, zone) if zone else found
        assert (clock.minute % 30, clock.second, clock.microsecond) == (0, 0, 0)
