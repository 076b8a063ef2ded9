"""Timers: durable promises to do something at an instant."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.lanes import Lane
from storage.one import one
from storage.tables import Timer


def _upsert(insert: Any) -> Any:
    """Whatever the key promised before gives way."""
    rest = {name: insert.excluded[name] for name in ("due_at", "attempts")}
    return insert.on_conflict_do_update(index_elements=[Timer.key], set_=rest)


_TABLE = Timer.metadata.tables[Timer.__tablename__]
_UPSERT = {
    "sqlite": _upsert(sqlite.insert(_TABLE)),
    "postgresql": _upsert(postgresql.insert(_TABLE)),
}


class TimerRepository:
    """One row a key; setting it again moves it."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        # Those that this transaction has as rows; the others are written without being read.
        self._read: dict[str, Timer] = {}

    async def set(self, key: str, *, kind: str, subject_id: int, lane: Lane, due_at: datetime) -> None:
        """Promise `kind` about `subject_id` at `due_at`, instead of whatever this key promised before."""
        timer = self._read.get(key)
        if timer is not None:
            timer.due_at = due_at
            timer.attempts = 0
            return
        promise = {"key": key, "kind": kind, "subject_id": subject_id, "lane": int(lane), "due_at": due_at}
        upsert = _UPSERT[self._session.get_bind().dialect.name]
        await self._session.execute(upsert, {**promise, "attempts": 0})

    async def postpone(self, key: str, now: datetime, back_off: Sequence[timedelta]) -> None:
        """It failed: try again after the next of these waits, the last one for ever after."""
        timer = await self.get(key)
        if timer is not None:
            timer.due_at = now + back_off[min(timer.attempts, len(back_off) - 1)]
            timer.attempts += 1

    async def cancel(self, key: str) -> None:
        """Promise nothing under this key any longer."""
        self._read.pop(key, None)
        await self._session.execute(delete(Timer).where(Timer.key == key))

    async def get(self, key: str) -> Timer | None:
        """What this key promises."""
        timer = await one(self._session, Timer, key)
        if timer is not None:
            self._read[key] = timer
        return timer

    async def due(self, now: datetime, limit: int) -> Sequence[Timer]:
        """Due timers, by lane, the longest due first."""
        found: list[Timer] = []
        # Lane by lane, so that the index gives them in order, however many are due.
        for lane in Lane:
            query = select(Timer).where(Timer.lane == int(lane), Timer.due_at <= now)
            query = query.order_by(Timer.due_at).limit(limit - len(found))
            found += await self._session.scalars(query)
            if len(found) == limit:
                break
        self._read.update({timer.key: timer for timer in found})
        return found

    async def next_due(self) -> datetime | None:
        """The earliest instant at which anything is due."""
        return await self._session.scalar(select(func.min(Timer.due_at)))
