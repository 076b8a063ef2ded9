"""Copies of a person's data: which are being made, and what each of them may hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.export_tables import Rule
from storage.ids import new_id
from storage.one import one
from storage.sealed import Sealed, Vault
from storage.tables import Export, Member

Value = str | int | bool | None
Record = dict[str, Value]


@dataclass(frozen=True, slots=True)
class ExportView:
    """A copy for `person_id`, whom alone it may be shown; `others`: those whose words it may hold too."""

    id: int
    person_id: int
    step: str
    others: tuple[int, ...]


class ExportRepository:
    """Copies by their id; `read` takes the reader, as every call does that returns private rows."""

    def __init__(self, session: AsyncSession, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    async def begin(self, reader_id: int, now: datetime) -> Export:
        """One that is to be made."""
        export = Export(id=new_id(), person_id=reader_id, asked_at=now, step="collecting", message_id=None)
        self._session.add(export)
        await self._session.flush()
        return export

    async def get(self, export_id: int) -> Export | None:
        """One of them, for whoever makes or shows it."""
        return await one(self._session, Export, export_id)

    async def view(self, export_id: int) -> ExportView | None:
        """One as its screens need it."""
        export = await self.get(export_id)
        if export is None:
            return None
        couples = select(Member.couple_id).where(Member.person_id == export.person_id)
        others = select(Member.person_id).where(
            Member.couple_id.in_(couples), Member.person_id != export.person_id
        )
        found = (await self._session.scalars(others.distinct().order_by(Member.person_id))).all()
        return ExportView(export.id, export.person_id, export.step, tuple(found))

    async def since(self, reader_id: int, since: datetime) -> Sequence[Export]:
        """Those that the reader asked for at `since` or later, the newest first."""
        query = select(Export).where(Export.person_id == reader_id, Export.asked_at >= since)
        return (await self._session.scalars(query.order_by(Export.asked_at.desc(), Export.id))).all()

    async def remove(self, export: Export) -> None:
        """It is over."""
        await self._session.execute(delete(Export).where(Export.id == export.id))

    async def read(self, reader_id: int, rule: Rule) -> list[Record]:
        """The rows of one table that the reader may have, as JSON values.

        Ids are strings, instants RFC 3339 in UTC. What of the other's row is not for the reader is not there.
        """
        found = await self._session.execute(rule.query(reader_id))
        return [self._record(rule, row) for row in found.mappings()]

    async def both_are_there(self, couple_id: int) -> bool:
        """Whether both partners of a couple, over or not, are still known."""
        query = select(func.count()).select_from(Member).where(Member.couple_id == couple_id)
        return (await self._session.scalar(query) or 0) > 1

    def _record(self, rule: Rule, row: Any) -> Record:
        def shows(name: str) -> bool:
            return bool(row["own"]) or bool(row.get(f"shows {name}"))

        return {name: self._value(rule, row, name) for name in rule.columns if shows(name)}

    def _value(self, rule: Rule, row: Any, name: str) -> Value:
        value, column = row[name], rule.table.c[name]
        match value:
            case None | bool() | str():
                return value
            case Sealed():
                text = self._vault.open(rule.name, name, row[column.info.get("bound_to", "id")], value)
                # A lone surrogate can be in no file.
                return text.encode("utf-8", "replace").decode()
            case datetime():
                return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
            case date():
                return value.isoformat()
            case int() if name == "id" or name.endswith("_id") or name in _IDS:
                return str(value)
            case int():
                return value
        raise TypeError(f"{rule.name}.{name} has no place in a copy")


# Ids that are not called so.
_IDS = frozenset({"asks_about", "undone_by"})
