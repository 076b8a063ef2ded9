"""A row by its primary key."""

from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, inspect, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Base

T = TypeVar("T", bound=Base)


async def one(session: AsyncSession, table: type[T], *key: int | str) -> T | None:
    """The row, or none; what this transaction has read already is not read again.

    `Session.get` makes its statement anew at each call, which takes longer than running it.
    """
    mapper, query = _by_key(table)
    known: T | None = session.identity_map.get(mapper.identity_key_from_primary_key(key))
    if known is not None:
        return known
    found: T | None = await session.scalar(query, {f"key_{number}": part for number, part in enumerate(key)})
    return found


@cache
def _by_key(table: type[T]) -> tuple[Any, Select[Any]]:
    mapper = inspect(table)
    columns = enumerate(mapper.primary_key)
    return mapper, select(table).where(*(column == bindparam(f"key_{number}") for number, column in columns))
