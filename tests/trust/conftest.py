import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import databases
from tests.trust.scene import Left, play_it


@pytest.fixture(scope="session")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    """What an evening with everything in it left behind on SQLite."""
    return _played(tmp_path_factory, None)


@pytest.fixture(scope="session")
def left_on_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Left]:
    """The same on PostgreSQL."""
    with databases.postgresql("_trust") as url:
        yield _played(tmp_path_factory, url)


def _played(factory: pytest.TempPathFactory, url: str | None) -> Left:
    folder: Path = factory.mktemp("evening") / "data"
    return asyncio.run(play_it(folder, url or f"sqlite+aiosqlite:///{folder}/backsoon.db"))


@pytest.fixture(params=["left", "left_on_postgresql"])
def every_left(request: pytest.FixtureRequest) -> Left:
    """The evening on each kind of database in turn."""
    left: Left = request.getfixturevalue(request.param)
    return left
