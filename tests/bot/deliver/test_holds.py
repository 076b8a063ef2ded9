"""Waits that end when either clock says so."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.deliver.holds import Holds
from scheduler.clock import MovableClock


class Running:
    """A clock that only runs forward."""

    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(datetime(2026, 11, 21, 12, 0, tzinfo=UTC))


@pytest.fixture
def running() -> Running:
    return Running()


@pytest.fixture
def holds(clock: MovableClock, running: Running) -> Holds:
    return Holds(clock, running)


def test_what_was_never_held_is_free(holds: Holds) -> None:
    assert holds.left("chat") == 0
    assert not holds.knows("chat")


def test_a_hold_ends_when_the_clock_has_moved_past_it(holds: Holds, clock: MovableClock) -> None:
    holds.put("chat", 7)
    clock.advance(timedelta(seconds=5))
    assert holds.left("chat") == 2
    clock.advance(timedelta(seconds=2))
    assert holds.left("chat") == 0
    assert holds.knows("chat")


def test_a_clock_that_is_set_back_holds_nobody_longer(
    holds: Holds, clock: MovableClock, running: Running
) -> None:
    holds.put("chat", 7)
    clock.advance(-timedelta(hours=1))
    running.seconds += 6
    assert holds.left("chat") == 1
    running.seconds += 1
    assert holds.left("chat") == 0


def test_a_hold_can_be_renewed_and_ended(holds: Holds) -> None:
    holds.put("chat", 7)
    holds.put("chat", 3)
    assert holds.left("chat") == 3
    holds.end("chat")
    assert holds.left("chat") == 0


def test_holds_that_are_over_are_forgotten_in_time(holds: Holds, clock: MovableClock) -> None:
    for number in range(5000):
        holds.put(number, 1)
    holds.put("long", 60)
    clock.advance(timedelta(seconds=2))
    for number in range(5000, 9000):
        holds.put(number, 1)
    assert not holds.knows(0)
    assert holds.left("long") == 58
