"""Housekeeping: at the start, then now and then, until stopped."""

import asyncio
from datetime import timedelta

import pytest

from scheduler.housekeeping import every

PATIENCE = 5.0


async def test_it_is_done_at_the_start_and_again_until_stopped() -> None:
    stop, done_often = asyncio.Event(), asyncio.Event()
    times: list[int] = []

    async def tidy() -> None:
        times.append(len(times))
        if len(times) == 2:
            done_often.set()

    task = asyncio.create_task(every(timedelta(seconds=1), stop, tidy))
    async with asyncio.timeout(PATIENCE):
        await done_often.wait()
        stop.set()
        await task
    assert times == [0, 1]


async def test_stopping_does_not_wait_for_the_next_time() -> None:
    stop = asyncio.Event()
    times: list[int] = []

    async def tidy() -> None:
        times.append(len(times))
        stop.set()

    async with asyncio.timeout(PATIENCE):
        await every(timedelta(hours=1), stop, tidy)
    assert times == [0]


async def test_an_error_at_the_start_is_not_kept_quiet() -> None:
    async def fail() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await every(timedelta(hours=1), asyncio.Event(), fail)
