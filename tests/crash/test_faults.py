"""Every fault once, on one bot after the other's. `make chaos` has them at full length."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio

from tests.crash.faults import FAULTS, Stage, open_stage

SEED = int(os.environ.get("CRASH_SEED", "3"))


class Stages:
    """One bot for all faults; after one that it did not stand, another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = AsyncExitStack()
        self._stages: list[Stage] = []
        self.sound = False

    async def next(self) -> Stage:
        """One that has stood whatever came before."""
        if not self.sound:
            folder = self._folder / str(len(self._stages))
            self._stages.append(await self._open.enter_async_context(open_stage(folder, SEED)))
        self.sound = False
        self._stages[-1].begin()
        return self._stages[-1]

    async def close(self) -> None:
        await self._open.aclose()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stages(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stages]:
    stages = Stages(tmp_path_factory.mktemp("faults"))
    yield stages
    await stages.close()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("fault", FAULTS)
async def test_nothing_is_lost_and_nothing_handled_twice_when(fault: str, stages: Stages) -> None:
    result = await FAULTS[fault](await stages.next())
    stages.sound = True
    sys.stdout.write(f"{fault}, seed {SEED}: {result}\n")
