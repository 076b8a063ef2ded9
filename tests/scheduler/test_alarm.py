"""The alarm: rings at the instant it is set to, however the clock is moved, and else never."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import pytest

from scheduler.alarm import Alarm
from scheduler.clock import MovableClock, SystemClock

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SOON = timedelta(milliseconds=60)
HOUR = timedelta(hours=1)
PATIENCE = 5.0


class MachineClock(MovableClock):
    """Moved as a machine's clock is when it is set, or was suspended: nobody is told."""

    def on_move(self, listener: Callable[[], None]) -> None:
        """Nobody is."""


class Bell:
    """Counts how often it rang, and can be waited for."""

    def __init__(self) -> None:
        self.rings = 0
        self._rang = asyncio.Event()

    def ring(self) -> None:
        self.rings += 1
        self._rang.set()

    async def heard(self) -> None:
        """Wait for the next ring."""
        async with asyncio.timeout(PATIENCE):
            await self._rang.wait()
        self._rang.clear()


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(NOON)


@pytest.fixture
async def alarm(clock: MovableClock, bell: Bell) -> AsyncIterator[Alarm]:
    alarm = Alarm(clock, bell.ring)
    alarm.start()
    yield alarm
    alarm.stop()


async def later(seconds: timedelta) -> None:
    """Let so much real time pass for an alarm of the machine's own."""
    passed = Bell()
    other = Alarm(SystemClock(), passed.ring)
    other.start()
    other.set(SystemClock().now() + seconds)
    await passed.heard()
    other.stop()


async def test_it_rings_when_its_instant_comes_and_not_before(bell: Bell) -> None:
    machine = SystemClock()
    alarm = Alarm(machine, bell.ring)
    alarm.start()
    due = machine.now() + SOON
    alarm.set(due)
    await bell.heard()
    assert machine.now() >= due
    assert bell.rings == 1
    alarm.stop()


async def test_what_is_due_already_rings_at_once(alarm: Alarm, bell: Bell) -> None:
    alarm.set(NOON - HOUR)
    await bell.heard()
    alarm.set(NOON)
    await bell.heard()
    assert bell.rings == 2


async def test_it_rings_when_the_clock_is_moved_to_its_instant(
    alarm: Alarm, bell: Bell, clock: MovableClock
) -> None:
    alarm.set(NOON + HOUR)
    clock.advance(HOUR)
    await bell.heard()
    assert bell.rings == 1


async def test_a_move_that_stops_short_brings_it_nearer(
    alarm: Alarm, bell: Bell, clock: MovableClock
) -> None:
    alarm.set(NOON + HOUR)
    clock.advance(HOUR - SOON)
    assert bell.rings == 0
    await bell.heard()
    assert bell.rings == 1


async def test_a_clock_that_is_set_back_puts_it_off(alarm: Alarm, bell: Bell, clock: MovableClock) -> None:
    alarm.set(NOON + SOON)
    clock.advance(-HOUR)
    await later(2 * SOON)
    assert bell.rings == 0
    clock.advance(HOUR)
    await bell.heard()


async def test_a_clock_that_is_moved_without_a_word_makes_it_a_second_late_at_most(bell: Bell) -> None:
    clock = MachineClock(NOON)
    alarm = Alarm(clock, bell.ring)
    alarm.start()
    alarm.set(NOON + HOUR)
    clock.advance(HOUR)
    begun = asyncio.get_running_loop().time()
    await bell.heard()
    assert asyncio.get_running_loop().time() - begun < 2
    alarm.set(NOON + 2 * HOUR)
    clock.advance(-HOUR)
    await later(2 * SOON)
    assert bell.rings == 1
    alarm.stop()


async def test_set_to_nothing_it_never_rings(alarm: Alarm, bell: Bell, clock: MovableClock) -> None:
    alarm.set(None)
    alarm.set(NOON + SOON)
    alarm.set(None)
    clock.advance(timedelta(days=9))
    await later(2 * SOON)
    assert bell.rings == 0


async def test_set_anew_only_the_newest_instant_counts(alarm: Alarm, bell: Bell, clock: MovableClock) -> None:
    alarm.set(NOON + SOON)
    alarm.set(NOON + HOUR)
    await later(2 * SOON)
    assert bell.rings == 0
    clock.advance(HOUR)
    await bell.heard()
    assert bell.rings == 1


async def test_stopped_it_rings_no_more_and_a_move_does_it_no_harm(bell: Bell, clock: MovableClock) -> None:
    alarm = Alarm(clock, bell.ring)
    alarm.start()
    alarm.set(NOON + SOON)
    alarm.stop()
    alarm.stop()
    clock.advance(HOUR)
    await later(2 * SOON)
    assert bell.rings == 0
