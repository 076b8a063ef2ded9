"""A course of life and kills: couples live, the bot is killed so often, and everything is audited."""

import asyncio
import math
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import playground
from scheduler.clock import MovableClock
from tests.crash.audit import Ledger
from tests.crash.couples import Two, live
from tests.crash.pair import Pair
from tests.crash.reaper import Reaper
from tests.crash.rig import HOLDS, Rig

COUPLES = 6
MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was seen. `back`: real seconds until somebody asked for updates again."""

    kills: int
    caught: Counter[str]
    ledger: Ledger
    back: list[float]

    def __str__(self) -> str:
        caught = ", ".join(f"{phase} {n}" for phase, n in sorted(self.caught.items()))
        return f"{self.kills} kills ({caught}): {self.ledger}; at most {max(self.back):.1f} s to be back"


async def run(
    folder: Path,
    url: str,
    *,
    kills: int,
    seed: int,
    seconds: float = math.inf,
    holds: float = HOLDS,
    standby: bool = False,
) -> Figures:
    """Live until so many were killed; AssertionError tells of the first thing that did not hold.

    `seconds`: after which it stops with fewer. `holds`: for how many the lease holds on PostgreSQL.
    `standby`: two processes, of which the one that works is killed.
    """
    rng = Random(seed)
    clock = MovableClock(MORNING)
    town = await playground.start(clock, seeded=False)
    rig = (Pair if standby else Rig)(town, clock, folder, url, holds)
    twos = [Two(rig, Random(rng.random()), number) for number in range(COUPLES)]
    ledger = Ledger()
    try:
        for _ in range(2 if standby else 1):
            await rig.start()
        await asyncio.gather(*(two.pair() for two in twos))
        await rig.quiet()
        reaper = Reaper(rig, twos, Random(rng.random()), kills, seconds)
        killing = asyncio.create_task(reaper.run())
        while not killing.done():
            await live(rig, twos, rng, lambda: ledger.audit(rig, twos, reaper.losses))
            await rig.quiet()
            ledger.audit(rig, twos, reaper.losses)
        await killing
        # Whatever was left open closes by itself.
        await rig.move_to(clock.now() + timedelta(hours=9))
        for two in twos:
            two.pause.outcome = two.pause.outcome or "faded"
        await rig.quiet()
        ledger.audit(rig, twos, reaper.losses)
        assert await rig.end() == 0
    finally:
        await rig.stop()
        await town.stop()
    assert rig.kills >= kills or seconds < math.inf
    assert rig.complaints() == []
    return Figures(rig.kills, rig.caught, ledger, rig.back)
