"""Sealing with the current key what an older one sealed, in small batches beside the running bot."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Table, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.sealed import SealBroken, Sealed, SealedText, Vault
from storage.tables import Base

_BATCH = 200


class KeyUnknown(Exception):
    """Something in the database does not open with these keys."""


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """A sealed column of a table, and the column whose value each of its texts is bound to."""

    table: Table
    column: Column[Sealed]
    bound_to: Column[int | str]

    def open(self, vault: Vault, row: int | str, sealed: Sealed) -> str:
        """The text of one row. Raises SealBroken."""
        return vault.open(self.table.name, self.column.name, row, sealed)


def sealed_columns() -> Sequence[SealedColumn]:
    """Every sealed column there is. A text is bound to its row's `id`, unless the column says otherwise."""
    return [
        SealedColumn(table, column, table.c[column.info.get("bound_to", "id")])
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, SealedText)
    ]


async def check_keys(connection: AsyncConnection, vault: Vault) -> None:
    """Open one text of each column.

    Raises:
        KeyUnknown: one does not open.
    """
    for place in sealed_columns():
        some = select(place.bound_to, place.column).where(place.column.is_not(None)).limit(1)
        row = (await connection.execute(some)).first()
        if row is None:
            continue
        try:
            place.open(vault, row[0], row[1])
        except SealBroken:
            raise KeyUnknown(place.table.name) from None


async def reseal(engine: AsyncEngine, vault: Vault) -> int:
    """Go once through every sealed text; how many were sealed anew.

    Each batch is a transaction of its own: a kill loses at most one, and the bot waits for no longer. What
    the bot writes meanwhile with the older key is found by going through once more.

    Raises:
        KeyUnknown: a text opens with none of the keys; what came before it is done.
    """
    return sum([await _column(engine, vault, place) for place in sealed_columns()])


async def _column(engine: AsyncEngine, vault: Vault, place: SealedColumn) -> int:
    done, after = 0, None
    while True:
        async with engine.begin() as connection:
            keys, count = await _batch(connection, vault, place, after)
        done += count
        if not keys:
            return done
        after = keys[-1]


async def _batch(
    connection: AsyncConnection, vault: Vault, place: SealedColumn, after: tuple[int | str, ...] | None
) -> tuple[list[tuple[int | str, ...]], int]:
    """One batch past the row `after`: the primary keys seen, and how many texts were sealed anew."""
    primary = list(place.table.primary_key.columns)
    query = (
        select(*primary, place.bound_to.label("bound"), place.column.label("sealed"))
        .where(place.column.is_not(None))
        .order_by(*primary)
        .limit(_BATCH)
        .with_for_update()
    )
    if after is not None:
        query = query.where(tuple_(*primary) > after)
    rows = (await connection.execute(query)).all()
    keys = [tuple(row[: len(primary)]) for row in rows]
    count = 0
    for key, row in zip(keys, rows, strict=True):
        if vault.is_current(row.sealed):
            continue
        try:
            words = place.open(vault, row.bound, row.sealed)
        except SealBroken:
            raise KeyUnknown(place.table.name) from None
        anew = vault.seal(place.table.name, place.column.name, row.bound, words)
        same = [column == value for column, value in zip(primary, key, strict=True)]
        await connection.execute(update(place.table).where(*same).values({place.column.name: anew}))
        count += 1
    return keys, count
