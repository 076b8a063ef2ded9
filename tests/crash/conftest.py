"""A rig on which nobody lives yet."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import playground
from scheduler.clock import MovableClock
from tests.crash.rig import Rig

# What fails there is told in full.
pytest.register_assert_rewrite("tests.crash.audit", "tests.crash.faults")

EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """In the evening, with nobody in it, and no bot before `start`."""
    clock = MovableClock(EVENING)
    town = await playground.start(clock, seeded=False)
    rig = Rig(town, clock, tmp_path / "data")
    yield rig
    await rig.stop()
    await town.stop()
