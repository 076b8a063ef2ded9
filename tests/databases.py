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

from storage.tables import Base
from storage.types import to_microseconds

# Where a superuser may enter without a password; the first that answers is used.
SERVERS = (
    os.environ.get("TEST_POSTGRESQL", ""),
    "postgresql://root@127.0.0.1:5432/postgres",
    "postgresql://root@/postgres?host=/var/run/postgresql",
)
_PREFIX = "backsoon_test_"
_END_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid != pg_backend_pid()"
)


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
    onlooker.rows(_END_OTHERS)
    onlooker.rows("DROP SCHEMA public CASCADE")
    onlooker.rows("CREATE SCHEMA public")
    onlooker.close()


def clear(url: str) -> None:
    """Leave the tables and no row in them; whatever was left open on them is ended."""
    _loop().run(_clear(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)))


async def _clear(address: str) -> None:
    connection = await asyncpg.connect(address, timeout=5)
    try:
        await connection.execute(_END_OTHERS)
        tables = (table.name for table in reversed(Base.metadata.sorted_tables))
        await connection.execute(";".join(f"DELETE FROM {table}" for table in tables))  # noqa: S608 - names of ours
    finally:
        await connection.close()


class Onlooker:
    """Somebody else on the same database. Instants come as SQLite keeps them: microseconds since 1970."""

    def __init__(self, url: str) -> None:
        address = make_url(url)
        self._file = Path(address.database or "") if address.get_backend_name() == "sqlite" else None
        self._address = address.set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection: Any = None

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query, whose values stand at `?`."""
        if self._file is None:
            for number in range(1, len(values) + 1):
                query = query.replace("?", f"${number}", 1)
            return [tuple(map(_text, row)) for row in _loop().run(self._ask(query, *values))]
        connection = sqlite3.connect(f"file:{self._file}?mode=ro", uri=True)
        try:
            return connection.execute(query, [_text(value) for value in values]).fetchall()
        finally:
            connection.close()

    def files(self) -> list[Path]:
        """An SQLite file and its log."""
        return list(self._file.parent.glob(f"{self._file.name}*")) if self._file is not None else []

    def holds(self, words: str) -> bool:
        """Whether these words stand anywhere in the database, as they were typed."""
        if self._file is not None:
            return any(words.encode() in part.read_bytes() for part in self.files())
        tables = self.rows("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'")
        # Bytes are shown in hexadecimal.
        query = "SELECT count(*) FROM {0} WHERE {0}::text LIKE ANY (?::text[])"
        patterns = [f"%{words}%", f"%{words.encode().hex()}%"]
        return any(self.rows(query.format(table), patterns) != [(0,)] for (table,) in tables)

    async def _ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        if self._connection is None or self._connection.is_closed():
            self._connection = await asyncpg.connect(self._address, timeout=5, statement_cache_size=0)
        return [tuple(row.values()) for row in await self._connection.fetch(query, *values)]

    def close(self) -> None:
        """Look no more."""
        if self._connection is not None:
            _loop().run(self._connection.close())


def _text(value: object) -> object:
    if isinstance(value, datetime):
        return to_microseconds(value)
    return value


async def _ask(address: str, query: str, *values: object) -> list[tuple[Any, ...]]:
    connection = await asyncpg.connect(address, timeout=5)
    try:
        return [tuple(row.values()) for row in await connection.fetch(query, *values)]
    finally:
        await connection.close()
