"""How much waits, and for how long: read beside the running bot, whose one writer never waits for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from alembic.runtime.migration import MigrationContext
from sqlalchemy import ColumnElement, Connection, Float, cast, extract, func, make_url, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage.lanes import Lane
from storage.tables import Inbox, Lease, Outbox, Timer

_PATIENCE_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many rows, the oldest of which has waited for so many seconds; 0 where there is none."""

    count: int
    oldest: float


@dataclass(frozen=True, slots=True)
class Held:
    """The lease: who took it last, and for how many seconds it holds; not positive if it is over."""

    holder: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Figures:
    """One look. `dead`: of the last 48 hours; `timers`: due or not; `due`: those that had no turn yet.

    `lease`: none on SQLite, and where nobody has ever held it.
    """

    inbox: Waiting
    dead: int
    outbox: Mapping[Lane, Waiting]
    timers: int
    due: Waiting
    lease: Held | None = None


class Observer:
    """Reads, with a connection of its own that cannot write."""

    def __init__(self, url: str) -> None:
        self._engine = _open_reader(url)

    async def figures(self, now: datetime) -> Figures:
        """How things are at `now`. Raises SQLAlchemy's errors where the database does not answer."""
        async with self._engine.connect() as connection:
            by_lane = await _by_lane(connection, now)
            return Figures(
                inbox=await _waiting(connection, Inbox.received_at, now, Inbox.state == "waiting"),
                dead=await _count(connection, Inbox, Inbox.state == "dead"),
                outbox={lane: by_lane.get(lane, Waiting(0, 0.0)) for lane in Lane},
                timers=await _count(connection, Timer),
                due=await _waiting(connection, Timer.due_at, now, Timer.due_at <= now),
                lease=await _held(connection),
            )

    async def revision(self) -> str | None:
        """The revision of its tables; none where there are none."""
        async with self._engine.connect() as connection:
            return await connection.run_sync(_revision)

    async def close(self) -> None:
        """Close the connection."""
        await self._engine.dispose()


def _open_reader(url: str) -> AsyncEngine:
    address = make_url(url)
    options: dict[str, Any] = {"server_settings": {"default_transaction_read_only": "on"}}
    if address.get_backend_name() == "sqlite":
        address = address.set(
            database=f"file:{quote(address.database or '')}", query={"mode": "ro", "uri": "true"}
        )
        options = {"timeout": _PATIENCE_SECONDS}
    return create_async_engine(
        address,
        hide_parameters=True,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=_PATIENCE_SECONDS,
        connect_args=options,
    )


async def _by_lane(connection: AsyncConnection, now: datetime) -> dict[Lane, Waiting]:
    query = select(Outbox.lane, func.count(), func.min(Outbox.created_at)).group_by(Outbox.lane)
    rows = await connection.execute(query)
    return {Lane(lane): Waiting(count, _age(first, now)) for lane, count, first in rows}


async def _waiting(
    connection: AsyncConnection,
    since: InstrumentedAttribute[datetime],
    now: datetime,
    which: ColumnElement[bool],
) -> Waiting:
    count, first = (await connection.execute(select(func.count(), func.min(since)).where(which))).one()
    return Waiting(count, _age(first, now))


async def _count(connection: AsyncConnection, table: type[Inbox | Timer], *which: ColumnElement[bool]) -> int:
    return await connection.scalar(select(func.count()).select_from(table).where(*which)) or 0


async def _held(connection: AsyncConnection) -> Held | None:
    """By the server's clock, as the replicas see it."""
    if connection.dialect.name != "postgresql":
        return None
    left = cast(extract("epoch", Lease.until - func.clock_timestamp()), Float)
    row = (await connection.execute(select(Lease.holder, left))).first()
    return None if row is None else Held(row[0], row[1])


def _age(first: datetime | None, now: datetime) -> float:
    return max(0.0, (now - first).total_seconds()) if first else 0.0


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
