"""The rig with a standby: two processes on one PostgreSQL database, of which the lease's holder is killed."""

import asyncio
from datetime import datetime

from tests.crash.process import BotProcess
from tests.crash.rig import UNREADABLE, Rig

HOLDER = "SELECT holder FROM lease WHERE until > clock_timestamp()"


class Pair(Rig):
    """Kills whichever process works; the other one takes over, and a new one waits in its place."""

    # The last process that was seen to hold the lease.
    _holder: BotProcess | None = None

    @property
    def at_work(self) -> BotProcess | None:
        """The lease's holder, as of the last look that found another than those killed."""
        if self._holder is None or self._holder in self._killed:
            self._holder = self._look_for_it()
        return self._holder

    @property
    def _waits(self) -> bool:
        """Whether all that stand have said that they are up."""
        standing = [one for one in self.processes if one not in self._killed]
        return len(standing) > 1 and all("up" in one.out for one in standing)

    def _look_for_it(self) -> BotProcess | None:
        try:
            pids = [holder.rpartition(":")[2] for (holder,) in self.rows(HOLDER)]
        except UNREADABLE:
            return None
        standing = (one for one in self.processes if one not in self._killed)
        return next((one for one in standing if str(one.pid) in pids), None)

    def _started(self) -> None:
        """Counted from the kill."""

    async def kill(self, aimed: str | None = None) -> None:
        """kill -9 of the holder, once there is one and the other is up: a standby still to start is none."""
        await self.until(lambda: self.at_work is not None and self._waits)
        killed = asyncio.get_running_loop().time()
        await super().kill(aimed)
        self._begun = killed

    async def move_to(self, instant: datetime) -> None:
        """Move the clock of both, or of the one that waits while the other is killed."""
        if self.asleep:
            self.asleep = False
            await self.kill()
            await self._tell(instant)
            await self.start()
            return
        await self._tell(instant)

    async def _tell(self, instant: datetime) -> None:
        async with self._clock_in_hand:
            self.clock.move_to(instant)
            for process in self.processes:
                if process not in self._killed:
                    process.tell(instant.isoformat())
                    await process.said(instant.isoformat())
            self._known()

    async def end(self) -> int:
        """End the one that waits and then the one that works; the greater exit code."""
        await self.until(lambda: self.at_work is not None)
        standing = [one for one in self.processes if one not in self._killed]
        holder = self._holder
        return max([await self._end(one) for one in sorted(standing, key=lambda one: one is holder)])
