"""Timers: durable promises to do something at an instant."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.lanes import Lane
from storage.tables import Timer


class TimerRepository:
    """One row a key; setting it again moves it."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def set(self, key: str, *, kind: str, subject_id: int, lane: Lane, due_at: datetime) -> None:
        """Promise `kind` about `subject_id` at `due_at`, instead of whatever this key promised before."""
        timer = await self._session.get(Timer, key)
        if timer is None:
            timer = Timer(
                key=key, kind=kind, subject_id=subject_id, lane=int(lane), due_at=due_at, attempts=0
            )
            self._session.add(timer)
        timer.due_at = due_at
        timer.attempts = 0

    async def postpone(self, key: str, now: datetime, back_off: Sequence[timedelta]) -> None:
        """It failed: try again after the next of these waits, the last one for ever after."""
        timer = await self._session.get(Timer, key)
        if timer is not None:
            timer.due_at = now + back_off[min(timer.attempts, len(back_off) - 1)]
            timer.attempts += 1

    async def cancel(self, key: str) -> None:
        """Promise nothing under this key any longer."""
        await self._session.execute(delete(Timer).where(Timer.key == key))

    async def get(self, key: str) -> Timer | None:
        """What this key promises."""
        return await self._session.get(Timer, key)

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
        return found

    async def next_due(self) -> datetime | None:
        """The earliest instant at which anything is due."""
        return await self._session.scalar(select(func.min(Timer.due_at)))
