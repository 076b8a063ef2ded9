"""Rows that go for good: those of a person who is to be forgotten, and a couple's after its thirty days."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    exists,
    false,
    func,
    or_,
    select,
    update,
)
from sqlalchemy import Delete as Deletion
from sqlalchemy.ext.asyncio import AsyncSession

from storage.privacy import RULES, Delete, Step
from storage.sealed import Vault
from storage.tables import Base, Panel, Person, Sent, Timer

BATCH = 300
"""Rows in one transaction, without what hangs on them: some tens of milliseconds."""

_Keys = Sequence[tuple[Any, ...]]
# A primary key, and some of its values.
_Held = tuple[Column[Any], Sequence[Any]] | None


class ErasureRepository:
    """Each call does a batch and may be repeated: whatever is gone already is not found again."""

    def __init__(self, session: AsyncSession, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        # Whether this transaction erased anything, of which no trace may stay in a log.
        self.erased = False

    async def detach(self, person: Person) -> None:
        """Nobody on Telegram is this person any more, and nothing tells who it was."""
        chat_id = person.telegram_id
        # Telegram's own numbers of users are positive, and ids are unique.
        person.telegram_id = -person.id
        person.name = self._vault.seal("persons", "name", person.id, "…")
        person.private_open = False
        person.zone = person.expects = person.expects_until = None
        await self._session.flush()
        await self._session.execute(delete(Panel).where(Panel.chat_id == chat_id))
        await self._session.execute(
            delete(Sent).where(or_(Sent.person_id == person.id, Sent.chat_id == chat_id))
        )

    async def all_known(self, person_ids: Collection[int]) -> bool:
        """Whether all of these are here, and none of them is being forgotten."""
        if not person_ids:
            return True
        query = select(func.count()).where(Person.id.in_(person_ids), Person.telegram_id > 0)
        return await self._session.scalar(query) == len(person_ids)

    async def forget(self, person_id: int, most: int = BATCH) -> bool:
        """Erase at most so many rows of a detached person. True: nothing is left."""
        return await self._go_through(_steps("forget"), person_id, most)

    async def end(self, couple_id: int, most: int = BATCH) -> bool:
        """Erase at most so many rows of what a couple shared. True: nothing is left."""
        return await self._go_through(_steps("end"), couple_id, most)

    async def _go_through(self, steps: Iterable[tuple[Table, Step]], subject: int, most: int) -> bool:
        self.erased = True
        for table, step in steps:
            while True:
                done = await self._take(table, step, subject, most)
                most -= done
                if most <= 0:
                    return False
                if not done:
                    break
        return True

    async def _take(self, table: Table, step: Step, subject: int, most: int) -> int:
        where = step.where(subject)
        if isinstance(step, Delete):
            keys = await self._keys(table, where, most)
            held = await self._held(table, step.hang_on, keys)
            await self._remove(table, keys)
            await self._remove_bare(held)
            return len(keys)
        columns = [table.c[name] for name in step.columns]
        full = or_(false(), *(column.is_not(None) for column in columns))
        keys = await self._keys(table, and_(where, full), most)
        if keys:
            emptied = {column.name: None for column in columns}
            await self._each(update(table).values(emptied), table, keys)
        return len(keys)

    async def _keys(self, table: Table, where: ColumnElement[bool], most: int | None) -> _Keys:
        query = select(*table.primary_key.columns).where(where)
        found = await self._session.execute(query if most is None else query.limit(most))
        return [tuple(row) for row in found]

    async def _remove(self, table: Table, keys: _Keys) -> None:
        """Delete rows. What points to them loses the pointer, or goes too where it must have one."""
        if not keys:
            return
        for column in _pointing_to(table):
            (target,) = (key.column for key in column.foreign_keys)
            position = list(table.primary_key.columns).index(target)
            points = column.in_({key[position] for key in keys})
            if column.nullable:
                await self._session.execute(update(column.table).where(points).values({column.name: None}))
            else:
                await self._remove(column.table, await self._keys(column.table, points, None))
        if keys and len(keys[0]) == 1 and isinstance(keys[0][0], int):
            # Nothing is promised about them any longer. Ids are random, so no other table has them.
            await self._session.execute(delete(Timer).where(Timer.subject_id.in_([key[0] for key in keys])))
        await self._each(delete(table), table, keys)

    async def _held(self, table: Table, column: str | None, keys: _Keys) -> _Held:
        """The rows on which these hang by this column."""
        if column is None or not keys:
            return None
        (target,) = (key.column for key in table.c[column].foreign_keys)
        (own,) = table.primary_key.columns
        found = select(table.c[column]).distinct().where(own.in_([key[0] for key in keys]))
        return target, (await self._session.scalars(found)).all()

    async def _remove_bare(self, held: _Held) -> None:
        """Delete those of them that no row needs any longer."""
        if held is None:
            return
        target, ids = held
        pointing = [column for column in _pointing_to(target.table) if not column.nullable]
        bare = and_(target.in_(ids), *(~exists().where(column == target) for column in pointing))
        await self._remove(target.table, await self._keys(target.table, bare, None))

    async def _each(self, change: Update | Deletion, table: Table, keys: _Keys) -> None:
        """Do this to the rows of these keys, each found by an index."""
        columns = list(table.primary_key.columns)
        if len(columns) == 1:
            await self._session.execute(change.where(columns[0].in_([key[0] for key in keys])))
            return
        # No index serves a list of pairs on SQLite.
        named = [f"key_{number}" for number in range(len(columns))]
        same = [column == bindparam(name) for column, name in zip(columns, named, strict=True)]
        values = [dict(zip(named, key, strict=True)) for key in keys]
        await self._session.execute(change.where(*same), values)


def _steps(what: str) -> list[tuple[Table, Step]]:
    tables = Base.metadata.tables
    return [
        (tables[getattr(step, "of", None) or name], step)
        for name, rule in RULES.items()
        for step in getattr(rule, what)
    ]


def _pointing_to(table: Table) -> list[Column[Any]]:
    return [
        column
        for other in Base.metadata.sorted_tables
        for column in other.columns
        if any(key.column.table is table for key in column.foreign_keys)
    ]
