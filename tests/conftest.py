import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.migrate import upgrade
from tests import databases


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A PostgreSQL database of this process's own."""
    with databases.postgresql() as url:
        yield url


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """An empty PostgreSQL database, as DATABASE_URL takes it."""
    yield postgresql_server
    databases.empty(postgresql_server)


@pytest.fixture(scope="session")
def postgresql_tables() -> Iterator[str]:
    """Another one, that keeps its tables: making them anew takes longer than most tests."""
    with databases.postgresql("_tables") as url:
        asyncio.run(upgrade(url))
        yield url


@pytest.fixture
def postgresql_rowless(postgresql_tables: str) -> str:
    """Its tables, with no rows."""
    databases.clear(postgresql_tables)
    return postgresql_tables


@pytest.fixture(params=["sqlite", "postgresql"])
def rowless_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of each kind in turn with no rows; PostgreSQL's has its tables already."""
    return _url_of(request, tmp_path, "postgresql_rowless")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind in turn."""
    return _url_of(request, tmp_path, "postgresql_url")


def _url_of(request: pytest.FixtureRequest, tmp_path: Path, on_postgresql: str) -> str:
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/house.db"
    url: str = request.getfixturevalue(on_postgresql)
    return url
