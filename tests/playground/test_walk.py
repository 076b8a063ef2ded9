from __future__ import annotations

from datetime import timedelta

from playground.model import Person
from playground.walk import walk
from playground.world import World
from tests.playground.hands import START, Api, HandClock


class HaltingClock(HandClock):
    """Remembers where it halted, in minutes after the start."""

    halts: list[float]

    def advance(self, delta: timedelta) -> None:
        super().advance(delta)
        self.halts.append((self.at - START) / timedelta(minutes=1))


async def _walked(world: World, **delta: float) -> list[float]:
    clock = HaltingClock()
    clock.halts = []
    world.store.clock = clock
    await walk(world.store, timedelta(**delta))
    return clock.halts


async def test_twenty_minutes_pass_minute_by_minute(world: World) -> None:
    assert await _walked(world, minutes=20) == list(range(1, 21))


async def test_a_day_halts_at_the_hours_that_the_bot_named_and_around_them(
    world: World, ann: Person, api: Api
) -> None:
    world.start(ann)
    at = int((START + timedelta(hours=3, seconds=30)).timestamp())
    entity = {"type": "date_time", "offset": 0, "length": 4, "unix_time": at, "date_time_format": "t"}
    await api("sendMessage", chat_id=ann.id, text="then", entities=[entity])
    halts = await _walked(world, days=1)
    assert {175.5, 180.5, 190.5, 210.5} <= set(halts)
    assert halts == sorted(halts)
    assert halts[-1] == 24 * 60
    assert len(halts) < 70
