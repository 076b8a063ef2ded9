"""Databases for tests: an SQLite file each, or a PostgreSQL one that is emptied between tests."""

import asyncio
import os
import sqlite3
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any

import asyncpg
import pytest
from sqlalchemy import make_url

# Where a superuser may enter without a password; the first that answers is used.
SERVERS = (
    os.environ.get("TEST_POSTGRESQL", ""),
    "postgresql://root@127.0.0.1:5432/postgres",
    "postgresql://root@/postgres?host=/var/run/postgresql",
)
_PREFIX = "backsoon_test_"


class Loop:
    """An event loop in a thread of its own, for questions from code that does not wait."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        Thread(target=self._loop.run_forever, daemon=True).start()

    def run(self, question: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(question, self._loop).result(30)


@cache
def _loop() -> Loop:
    return Loop()


@cache
def server() -> str | None:
    """A PostgreSQL to test on. None: there is none, which CI does not forgive."""
    for address in filter(None, SERVERS):
        try:
            _loop().run(_ask(address, "SELECT 1"))
        except (OSError, asyncpg.PostgresError):
            continue
        return address
    if os.environ.get("CI"):
        pytest.fail("there is no PostgreSQL to test on")
    return None


@contextmanager
def postgresql(name: str = "") -> Iterator[str]:
    """A new database: its address as DATABASE_URL takes it. It is dropped afterwards."""
    address = server()
    if address is None:
        pytest.skip("there is no PostgreSQL on this machine")
    database = f"{_PREFIX}{os.getpid()}{name}"
    _drop_left_over(address)
    _loop().run(_ask(address, f"CREATE DATABASE {database}"))
    url = make_url(address).set(drivername="postgresql+asyncpg", database=database)
    yield url.render_as_string(hide_password=False)
    _loop().run(_ask(address, f"DROP DATABASE {database} WITH (FORCE)"))


def _drop_left_over(address: str) -> None:
    """Of runs that were killed."""
    for (name,) in _loop().run(_ask(address, "SELECT datname FROM pg_database WHERE datname ^@ $1", _PREFIX)):
        pid = name.removeprefix(_PREFIX).partition("_")[0]
        if not Path(f"/proc/{pid}").exists():
            _loop().run(_ask(address, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))


def empty(url: str) -> None:
    """Drop every table, and whatever was left open on them."""
    onlooker = Onlooker(url)
    onlooker.rows(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid != pg_backend_pid()"
    )
    onlooker.rows("DROP SCHEMA public CASCADE")
    onlooker.rows("CREATE SCHEMA public")


class Onlooker:
    """Somebody else on the same database. Instants come as SQLite keeps them: naive, in UTC."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._path = make_url(url).database if url.startswith("sqlite") else None

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query, whose values stand at `?`."""
        if self._path is not None:
            connection = sqlite3.connect(f"file:{self._path}?mode=ro", uri=True)
            try:
                given = [_text(value) for value in values]
                return connection.execute(query, given).fetchall()
            finally:
                connection.close()
        for number in range(1, len(values) + 1):
            query = query.replace("?", f"${number}", 1)
        address = make_url(self._url).set(drivername="postgresql").render_as_string(hide_password=False)
        found = _loop().run(_ask(address, query, *values))
        return [tuple(_text(value) for value in row) for row in found]


def _text(value: object) -> object:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ", "microseconds")
    return value


async def _ask(address: str, query: str, *values: object) -> list[tuple[Any, ...]]:
    connection = await asyncpg.connect(address, timeout=5)
    try:
        return [tuple(row.values()) for row in await connection.fetch(query, *values)]
    finally:
        await connection.close()
