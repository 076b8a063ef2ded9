"""kill -9 of the real process under load. CRASH_KILLS asks for more of it, CRASH_SEED for another course."""

import asyncio
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import playground
from scheduler.clock import MovableClock
from tests.crash.audit import Ledger
from tests.crash.couples import Two, live
from tests.crash.reaper import Reaper
from tests.crash.rig import Rig

KILLS = int(os.environ.get("CRASH_KILLS", "10"))
SEED = int(os.environ.get("CRASH_SEED", "3"))
COUPLES = 6
MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


async def test_nothing_accepted_is_lost_and_nothing_handled_twice_whenever_the_bot_is_killed(
    tmp_path: Path, database_url: str
) -> None:
    rng = Random(SEED)
    clock = MovableClock(MORNING)
    town = await playground.start(clock, seeded=False)
    rig = Rig(town, clock, tmp_path / "data", database_url)
    twos = [Two(rig, Random(rng.random()), number) for number in range(COUPLES)]
    ledger = Ledger()
    await rig.start()
    try:
        await asyncio.gather(*(two.pair() for two in twos))
        await rig.quiet()
        reaper = Reaper(rig, twos, Random(rng.random()), KILLS)
        killing = asyncio.create_task(reaper.run())
        while not killing.done():
            await live(rig, twos, rng)
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
    assert rig.kills >= KILLS
    assert rig.complaints() == []
    caught = ", ".join(f"{phase} {n}" for phase, n in sorted(rig.caught.items()))
    sys.stdout.write(
        f"{rig.kills} kills, seed {SEED} ({caught}): {ledger}; {max(rig.back):.1f} s to be back\n"
    )
