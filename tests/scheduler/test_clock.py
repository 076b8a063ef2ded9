"""The clock: aware, UTC, and moved by nobody but whoever holds it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from scheduler.clock import MovableClock, SystemClock

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_the_machines_clock_tells_an_aware_instant_in_utc() -> None:
    now = SystemClock().now()
    assert now.utcoffset() == timedelta()
    assert SystemClock().now() >= now


def test_a_frozen_clock_stands_until_it_is_moved() -> None:
    clock = MovableClock(NOON)
    assert clock.now() == clock.now() == NOON
    clock.advance(20 * MINUTE)
    assert clock.now() == NOON + 20 * MINUTE


def test_a_clock_started_in_another_zone_tells_utc() -> None:
    clock = MovableClock(NOON.astimezone(timezone(timedelta(hours=8))))
    assert clock.now() == NOON
    assert clock.now().utcoffset() == timedelta()


def test_a_clock_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        MovableClock(datetime(2026, 11, 21, 12, 0))  # noqa: DTZ001


def test_a_clock_can_be_stepped_back_and_moved_to_an_instant() -> None:
    clock = MovableClock(NOON)
    clock.advance(-MINUTE)
    assert clock.now() == NOON - MINUTE
    clock.move_to(NOON + timedelta(days=1))
    assert clock.now() == NOON + timedelta(days=1)


def test_a_clock_that_runs_on_keeps_running_after_a_move() -> None:
    clock = MovableClock()
    machine = SystemClock()
    clock.advance(timedelta(days=1))
    before = machine.now()
    assert before + timedelta(days=1) <= clock.now() <= machine.now() + timedelta(days=1)


def test_whoever_waits_for_an_instant_hears_of_every_move_once_it_is_made() -> None:
    clock = MovableClock(NOON)
    heard: list[datetime] = []
    clock.on_move(lambda: heard.append(clock.now()))
    clock.advance(MINUTE)
    clock.move_to(NOON)
    assert heard == [NOON + MINUTE, NOON]
