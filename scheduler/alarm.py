"""Waking up for what is due next: the one thing that APScheduler does here."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

from scheduler.clock import Clock, SystemClock

_JOB = "alarm"
# A machine's clock is set, and a laptop sleeps, without a word to whoever waits in running seconds.
_LOOK_SECONDS = 1.0


class Alarm:
    """Rings once at the instant it is set to, however that clock is moved meanwhile; at most a second late.

    One job, whatever the number of timers: start-up time and memory stay flat.
    """

    def __init__(self, clock: Clock, ring: Callable[[], None]) -> None:
        self._clock = clock
        self._machine = SystemClock()
        self._ring = ring
        self._due: datetime | None = None
        self._watching: asyncio.Task[None] | None = None
        self._scheduler: Any = AsyncIOScheduler(
            executors={"default": AsyncIOExecutor()},
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
            timezone="UTC",
        )
        clock.on_move(self._moved)

    def start(self) -> None:
        """Begin to ring."""
        self._scheduler.start()
        self._watching = asyncio.create_task(self._watch())

    def stop(self) -> None:
        """Ring no more."""
        if self._watching is not None:
            self._watching.cancel()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def set(self, due: datetime | None) -> None:
        """Ring at `due`, by the clock; at once if it has passed; not at all for none."""
        self._due = due
        if due is None:
            if self._scheduler.get_job(_JOB):
                self._scheduler.remove_job(_JOB)
            return
        real = self._machine.now() + max(timedelta(), due - self._clock.now())
        self._scheduler.add_job(self._wake, DateTrigger(real), id=_JOB, replace_existing=True)

    async def _wake(self) -> None:
        self._due = None
        self._ring()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            if self._due is not None and self._due <= self._clock.now():
                self.set(None)
                self._ring()

    def _moved(self) -> None:
        if self._scheduler.running:
            self.set(self._due)
