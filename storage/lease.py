"""The lease: which replica works, by PostgreSQL's clock alone, and news of what the others received."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import Float, cast, extract, func, literal, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import LEASE_ROW
from storage.engine import open_engine
from storage.inbox import NEWS
from storage.tables import Lease

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_NOW = func.clock_timestamp()
_Result = TypeVar("_Result")


class LeaseRow:
    """The one row, over a connection of its own, so that renewing never waits for a turn.

    Every method raises OperationalError, or another of SQLAlchemy's errors, where the database does not
    answer within `patience` seconds; the next call opens a new connection.
    """

    def __init__(
        self,
        url: str,
        holder: str,
        *,
        seconds: float,
        patience: float = 5.0,
        on_news: Callable[[], None] = lambda: None,
    ) -> None:
        """`holder`: a name for people to read. `seconds`: how long it holds unless renewed.

        `on_news`: called when a replica, this one or another, has received something.
        """
        # No transaction is ever open between two words of ours: frozen anywhere, we hold nobody up.
        self._engine = open_engine(url, connections=1).execution_options(isolation_level="AUTOCOMMIT")
        self._connection: AsyncConnection | None = None
        self._holder = holder
        self._seconds = seconds
        self._patience = patience
        self._on_news = on_news

    async def take(self) -> int | None:
        """Take the lease if it has expired: the new epoch. None: another replica holds it."""
        return await self._do(self._take)

    async def left(self) -> float:
        """For how many seconds it holds, unless it is renewed; not positive where nobody holds it."""
        return await self._do(self._left)

    async def renew(self, epoch: int) -> bool:
        """Hold it for longer. False: it has changed hands."""
        return await self._do(lambda connection: self._extend(connection, epoch, self._seconds))

    async def release(self, epoch: int) -> bool:
        """Let go of it at once. False: it has changed hands."""
        return await self._do(lambda connection: self._extend(connection, epoch, 0))

    async def close(self) -> None:
        """Close the connection; the lease is left as it is."""
        await self._drop()
        await self._engine.dispose()

    async def _take(self, connection: AsyncConnection) -> int | None:
        row = insert(Lease).values(id=LEASE_ROW, holder="", epoch=0, until=_NEVER)
        await connection.execute(row.on_conflict_do_nothing())
        # FOR UPDATE waits for the transactions that the last holder has begun; renewing does not.
        expired = (
            select(Lease.id)
            .where(Lease.id == LEASE_ROW, Lease.until <= _NOW)
            .with_for_update()
            .cte("expired")
        )
        taken = {"holder": self._holder, "epoch": Lease.epoch + 1, "until": _in(self._seconds)}
        ours = update(Lease).where(Lease.id == expired.c.id).values(taken).returning(Lease.epoch)
        epoch: int | None = await connection.scalar(ours)
        return epoch

    async def _left(self, connection: AsyncConnection) -> float:
        seconds = cast(extract("epoch", Lease.until - _NOW), Float)
        return float(await connection.scalar(select(seconds).where(Lease.id == LEASE_ROW)) or 0.0)

    async def _extend(self, connection: AsyncConnection, epoch: int, seconds: float) -> bool:
        ours = update(Lease).where(Lease.id == LEASE_ROW, Lease.epoch == epoch)
        changed = await connection.execute(ours.values(until=_in(seconds)).returning(Lease.epoch))
        return changed.first() is not None

    async def _do(self, action: Callable[[AsyncConnection], Awaitable[_Result]]) -> _Result:
        try:
            async with asyncio.timeout(self._patience):
                connection = await self._open()
                async with connection.begin():
                    return await action(connection)
        except TimeoutError as error:
            await self._drop()
            raise OperationalError(None, None, error, hide_parameters=True) from error
        except BaseException:
            # Whatever goes wrong with a connection that is given up must not take this error's place.
            with contextlib.suppress(Exception):
                await self._drop()
            raise

    async def _open(self) -> AsyncConnection:
        if self._connection is None:
            self._connection = await self._engine.connect()
            # SQLAlchemy has no word for LISTEN: the driver's connection has.
            driver: Any = (await self._connection.get_raw_connection()).driver_connection
            await driver.add_listener(NEWS, lambda *_: self._on_news())
            # What came while nobody listened.
            self._on_news()
        return self._connection

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.invalidate()
            await connection.close()


def _in(seconds: float) -> object:
    return _NOW + literal(seconds) * text("interval '1 second'")
