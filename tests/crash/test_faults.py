"""Every fault once, on both databases where that matters. `make chaos` has them at full length."""

import os
import sys
from pathlib import Path

import pytest

from tests.crash.faults import FAULTS, OF_DATABASES, OF_SERVERS, open_stage

SEED = int(os.environ.get("CRASH_SEED", "3"))
# One bot stands several in turn: starting it takes longer than most of them.
TURNS = 7
ON_SQLITE = [fault for fault in FAULTS if fault not in OF_SERVERS]
ON_POSTGRESQL = [fault for fault in FAULTS if fault in OF_DATABASES]


def in_turns(faults: list[str]) -> list[list[str]]:
    return [faults[start : start + TURNS] for start in range(0, len(faults), TURNS)]


@pytest.mark.parametrize("faults", in_turns(ON_SQLITE), ids=", ".join)
async def test_on_sqlite_nothing_is_lost_and_nothing_handled_twice_when(
    faults: list[str], tmp_path: Path
) -> None:
    await stand(faults, tmp_path / "data", f"sqlite+aiosqlite:///{tmp_path}/data/backsoon.db")


@pytest.mark.parametrize("faults", in_turns(ON_POSTGRESQL), ids=", ".join)
async def test_on_postgresql_nothing_is_lost_and_nothing_handled_twice_when(
    faults: list[str], tmp_path: Path, postgresql_url: str
) -> None:
    await stand(faults, tmp_path / "data", postgresql_url)


async def stand(faults: list[str], folder: Path, url: str) -> None:
    """One bot, and what befalls it in turn."""
    async with open_stage(folder, SEED, url) as stage:
        for fault in faults:
            stage.begin()
            result = await FAULTS[fault](stage)
            sys.stdout.write(f"{fault}, {url.partition(':')[0]}, seed {SEED}: {result}\n")
