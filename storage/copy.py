"""Moving an installation from one database to another: everything or nothing, checked row by row."""

import hashlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from sqlalchemy import RowMapping, Table, and_, delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import open_engine
from storage.migrate import current, newest, upgrade
from storage.sealed import Sealed
from storage.tables import Base, Inbox, Lease, Seal

_BATCH = 500


class CopyRefused(Exception):
    """Nothing was copied. `str()` is a sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a table holds: so many rows, and a sum of their hashes that does not depend on their order."""

    rows: int
    digest: int


async def copy(source_url: str, target_url: str) -> int:
    """Copy every row of every table in one transaction of the target; how many rows there were.

    The target is brought to the newest revision first. What was sealed stays sealed with the same keys. Which
    replica works is not copied.

    Raises:
        CopyRefused: another revision, a target that is not empty, or a bot that still works on either.
    """
    if (await current(source_url))[0] != newest():
        raise CopyRefused(
            "The database to copy from is not at the newest revision: run python -m bot migrate on it first."
        )
    if (await current(target_url))[0] not in (None, newest()):
        raise CopyRefused("The database to copy to is at another revision than the program.")
    await upgrade(target_url)
    source, target = open_engine(source_url), open_engine(target_url)
    try:
        async with source.begin() as here, target.begin() as there:
            await _hold_still(here, "from")
            await _hold_still(there, "to")
            return await _copy(here, there)
    finally:
        await source.dispose()
        await target.dispose()


async def _hold_still(connection: AsyncConnection, which: str) -> None:
    """Let nobody write until the end. On SQLite the transaction itself does that."""
    if connection.dialect.name != "postgresql":
        return
    names = ", ".join(connection.dialect.identifier_preparer.format_table(table) for table in _all_tables())
    await connection.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))
    held = select(Lease.epoch).where(Lease.until > func.clock_timestamp())
    if await connection.scalar(held) is not None:
        raise CopyRefused(
            f"A bot still works on the database to copy {which}: stop all of its replicas first."
        )


async def _copy(here: AsyncConnection, there: AsyncConnection) -> int:
    tables = [table for table in _all_tables() if table.name != Lease.__tablename__]
    # Keys with which nothing else was sealed yet give way to those of what is copied.
    await there.execute(delete(Seal))
    for table in tables:
        if await there.scalar(select(func.count()).select_from(table)):
            raise CopyRefused("The database to copy to is not empty.")
    for table in tables:
        await _copy_table(table, here, there)
    await _go_on_counting(there)
    total = 0
    for table in tables:
        given, taken = await _content(table, here), await _content(table, there)
        if given != taken:
            raise CopyRefused(f"The copy of {table.name} differs from what was copied; nothing was kept.")
        total += taken.rows
    return total


async def _copy_table(table: Table, here: AsyncConnection, there: AsyncConnection) -> None:
    """Rows first, then the columns that point to other rows of the same table."""
    own = [
        column for column in table.columns if any(key.column.table is table for key in column.foreign_keys)
    ]
    async for batch in _batches(table, here):
        emptied = {column.name: None for column in own}
        await there.execute(table.insert(), [{**row, **emptied} for row in batch])
    if not own:
        return
    async for batch in _batches(table, here):
        for row in batch:
            values = {column.name: row[column.name] for column in own}
            if any(value is not None for value in values.values()):
                same = and_(*(column == row[column.name] for column in table.primary_key.columns))
                await there.execute(update(table).where(same).values(values))


async def _batches(table: Table, connection: AsyncConnection) -> AsyncIterator[Sequence[RowMapping]]:
    result = await connection.stream(select(table).order_by(*table.primary_key.columns))
    async for batch in result.mappings().partitions(_BATCH):
        yield batch


async def _content(table: Table, connection: AsyncConnection) -> Content:
    rows, digest = 0, 0
    async for batch in _batches(table, connection):
        for row in batch:
            rows += 1
            digest += int.from_bytes(hashlib.sha256(_text(row).encode()).digest(), "big")
    return Content(rows, digest % 2**256)


def _text(row: RowMapping) -> str:
    return repr([value.data if isinstance(value, Sealed) else value for value in row.values()])


async def _go_on_counting(connection: AsyncConnection) -> None:
    """The inbox's sequence goes on where the other left off. SQLite sees to that by itself."""
    if connection.dialect.name != "postgresql":
        return
    last = await connection.scalar(select(func.max(Inbox.seq)))
    if last is not None:
        sequence = func.pg_get_serial_sequence(Inbox.__tablename__, Inbox.seq.key)
        await connection.execute(select(func.setval(sequence, last)))


def _all_tables() -> Sequence[Table]:
    """Those that others point to come first."""
    return Base.metadata.sorted_tables
