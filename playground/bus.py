"""A change counter that the page, the pollers and the tests wait on."""

from __future__ import annotations

import asyncio


class Bus:
    """Counts changes of the world; whoever waits is woken at the next one."""

    def __init__(self) -> None:
        self.version = 1
        self._waiters: set[asyncio.Future[None]] = set()

    def changed(self) -> None:
        """Count one change and wake everybody who waits."""
        self.version += 1
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        self._waiters.clear()

    async def wait(self, seen: int, seconds: float) -> int:
        """Wait until the version is above `seen`, at most `seconds` real seconds; returns the version."""
        if self.version <= seen and seconds > 0:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiters.add(waiter)
            try:
                await asyncio.wait({waiter}, timeout=seconds)
            finally:
                self._waiters.discard(waiter)
        return self.version
