"""The database: one writer, transactions that begin at once, and what is written stays written."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage.sealed import Vault
from storage.work import Work

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # A promise made to a person survives a power cut, not just a kill.
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA secure_delete=ON",
)


class Database:
    """Opens units of work. On SQLite all of them share one connection, so that they never collide."""

    def __init__(self, url: str, vault: Vault) -> None:
        self.engine = open_engine(url)
        self._vault = vault

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """A transaction: committed at the end, rolled back by any error."""
        async with AsyncSession(self.engine, expire_on_commit=False, autoflush=True) as session:
            work = Work(session, self._vault)
            async with session.begin():
                yield work
                await work.outbox.write()

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


def open_engine(url: str) -> AsyncEngine:
    """An engine for `sqlite+aiosqlite` set up as the promises need it. Parameters never reach a log."""
    engine = create_async_engine(
        make_url(url), hide_parameters=True, poolclass=AsyncAdaptedQueuePool, pool_size=1, max_overflow=0
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        # The driver must not begin transactions by itself: BEGIN IMMEDIATE is ours.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
