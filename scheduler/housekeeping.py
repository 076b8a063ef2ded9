"""Housekeeping: what is done now and then, and promised to nobody."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger


async def every(interval: timedelta, stop: asyncio.Event, do: Callable[[], Awaitable[None]]) -> None:
    """Do it now, then every `interval` until `stop`."""
    scheduler: Any = AsyncIOScheduler(executors={"default": AsyncIOExecutor()}, timezone="UTC")
    await do()
    scheduler.add_job(
        do,
        IntervalTrigger(seconds=int(interval.total_seconds())),
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
    scheduler.start()
    try:
        await stop.wait()
    finally:
        scheduler.shutdown(wait=False)
