from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import playground
from scheduler.clock import MovableClock
from tests.end_to_end.rig import START, Rig


@pytest.fixture
async def rig(tmp_path: Path, database_url: str) -> AsyncIterator[Rig]:
    clock = MovableClock(START)
    play = await playground.start(clock, seeded=False)
    rig = Rig(play, clock, tmp_path / "data", database_url)
    await rig.start_bot()
    yield rig
    await rig.stop_bot()
    await play.stop()
    rig.onlooker.close()
