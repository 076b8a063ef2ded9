"""The database: the worker's transactions take turns, and what is written stays written."""

import asyncio
import copy
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from storage.engine import open_engine
from storage.outbox import LastNumber
from storage.sealed import Vault
from storage.tables import Lease
from storage.work import Work

LEASE_ROW = 1

Mode = Literal["rollback_only", "create_savepoint"]
T = TypeVar("T")


class Undone(Exception):
    """One of several failed, and those that shared its transaction were rolled back with it."""


class LeaseLost(Exception):
    """Another replica works now, or may do so any moment: nothing was written or sent."""


@dataclass(frozen=True, slots=True)
class Fence:
    """What stands before each transaction of the lease's holder. `lost` is called when it is no more."""

    epoch: int
    lost: Callable[[], None]
    # On SQLite the one connection does this.
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def hold(self, session: AsyncSession) -> None:
        """Keep the lease from changing hands until this transaction ends. Renewing it goes on meanwhile.

        Raises:
            LeaseLost: it has changed hands.
        """
        ours = (
            select(Lease.epoch)
            .where(Lease.id == LEASE_ROW, Lease.epoch == self.epoch)
            .with_for_update(read=True, key_share=True)
        )
        if await session.scalar(ours) is None:
            self.lost()
            raise LeaseLost


class Several:
    """Units of work in one open transaction. Those that are close to each other share its commit."""

    def __init__(self, connection: AsyncConnection, vault: Vault, look: Work, *, apart: bool) -> None:
        """`look`: to read with, and to write what nothing can undo alone."""
        self.look = look
        self.apart = apart
        self._connection = connection
        self._vault = vault
        self._last = LastNumber()
        self.erased = False

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """One of them. `apart`, an error takes back what it did and nothing else; else all is."""
        mode: Mode = "create_savepoint" if self.apart else "rollback_only"
        async with _session(self._connection, mode) as session:
            work = Work(session, self._vault, self._last)
            async with session.begin():
                yield work
                await work.outbox.write()
        self.erased |= work.erasures.erased


def _session(connection: AsyncConnection, mode: Mode) -> AsyncSession:
    return AsyncSession(connection, expire_on_commit=False, autoflush=True, join_transaction_mode=mode)


class Database:
    """Opens units of work.

    On SQLite all of them share one connection, so that they never collide. On PostgreSQL those of whoever
    holds the lease take turns in the same way (`fenced`), while what is received is written beside them.
    """

    def __init__(self, url: str, vault: Vault, *, longest_pause: float = 5.0) -> None:
        """`longest_pause`: seconds after which PostgreSQL ends a transaction whose process is frozen."""
        self.engine = open_engine(url, longest_pause=longest_pause)
        self._vault = vault
        self.fence: Fence | None = None
        on_sqlite = self.engine.dialect.name == "sqlite"
        # The pool would hand its one connection to whoever asks again first, and let others starve.
        self._turn = asyncio.Lock() if on_sqlite else nullcontext()

    def fenced(self, epoch: int, lost: Callable[[], None]) -> "Database":
        """The same database for the holder of the lease: each transaction makes sure that it still is.

        Its transactions take turns. `lost` is called when it is not, before LeaseLost is raised.
        """
        ours = copy.copy(self)
        ours.fence = Fence(epoch, lost)
        return ours

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """A transaction: committed at the end, rolled back by any error.

        Raises:
            LeaseLost: it was to be that of the lease's holder, who is another by now.
        """
        self._vault.refresh()
        turn = self.fence.turn if self.fence else self._turn
        async with turn, AsyncSession(self.engine, expire_on_commit=False, autoflush=True) as session:
            work = Work(session, self._vault)
            async with session.begin():
                if self.fence is not None:
                    await self.fence.hold(session)
                yield work
                await work.outbox.write()
        if work.erasures.erased:
            await self.wipe()

    @asynccontextmanager
    async def several(self, *, apart: bool = True) -> AsyncIterator["Several"]:
        """One transaction for several units of work: all that were not undone are committed at the end.

        `apart`: each has a savepoint, which costs two statements. If not, one that fails undoes all.

        Raises:
            LeaseLost: as in `work`.
        """
        self._vault.refresh()
        turn = self.fence.turn if self.fence else self._turn
        async with (
            turn,
            self.engine.connect() as connection,
            connection.begin(),
            _session(connection, "rollback_only") as session,
        ):
            if self.fence is not None:
                await self.fence.hold(session)
            several = Several(connection, self._vault, Work(session, self._vault), apart=apart)
            yield several
        if several.erased:
            await self.wipe()

    async def together(self, do: Callable[["Several"], Awaitable[T]]) -> T:
        """Do several in one transaction. If it raises Undone, all of it once more, each of them apart."""
        try:
            async with self.several(apart=False) as several:
                return await do(several)
        except Undone:
            async with self.several() as several:
                return await do(several)

    async def wipe(self) -> None:
        """Leave nothing in SQLite's log of what is gone from the file. Whoever reads just now puts it off.

        PostgreSQL sees to its own files.
        """
        if self.engine.dialect.name != "sqlite":
            return
        async with self._turn, self.engine.connect() as connection:
            # The engine would begin a transaction, in which this may not be.
            driver: Any = (await connection.get_raw_connection()).driver_connection
            cursor = await driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            await cursor.close()

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()
