"""One replica works, the others wait: holding the lease, and letting go of everything when it is lost."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError
from structlog.stdlib import get_logger

from bot.metrics import SILENT, Meters
from storage.database import LeaseLost

log = get_logger(__name__)

_TROUBLE = (SQLAlchemyError, OSError)


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: how long the lease holds, how often it is renewed, how often the others look at most."""

    holds: float = 10.0
    renewed: float = 3.0
    looked: float = 0.5

    @property
    def safe(self) -> float:
        """For how long after the start of a renewal the holder may call Telegram."""
        return self.holds * 0.8

    @property
    def frozen(self) -> float:
        """After how long the database gives up on the transaction of a process that does not move."""
        return self.holds * 0.5


class Lease(Protocol):
    """What `storage.lease` does with the row."""

    async def take(self) -> int | None: ...
    async def left(self) -> float: ...
    async def renew(self, epoch: int) -> bool: ...
    async def release(self, epoch: int) -> bool: ...


def seconds() -> float:
    """Of a clock that only runs forward, also while the machine sleeps where it has such a clock."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class Term:
    """One time of holding the lease. `over` is set when it was lost, or the process is to end."""

    def __init__(self, epoch: int, safe_until: float, time: Callable[[], float]) -> None:
        self.epoch = epoch
        self.over = asyncio.Event()
        self.lost = False
        # The work is done: there is nothing left to renew the lease for.
        self.ended = False
        self._safe_until = safe_until
        self._time = time

    @property
    def safe(self) -> bool:
        """Whether nobody else can hold the lease yet, by our own clock."""
        return not self.lost and self._time() < self._safe_until

    def check(self) -> None:
        """To be asked right before each call to Telegram.

        Raises:
            LeaseLost: another replica may be calling.
        """
        if not self.safe:
            self.lose()
            raise LeaseLost

    def lose(self) -> None:
        """It is another's, or may be any moment."""
        self.lost = True
        self.over.set()

    def extend(self, safe_until: float) -> None:
        """It was renewed."""
        self._safe_until = safe_until


class Lead:
    """Waits for the lease, works while it holds, and waits again."""

    def __init__(
        self,
        lease: Lease,
        pace: Pace,
        *,
        meters: Meters = SILENT,
        time: Callable[[], float] = seconds,
    ) -> None:
        """`time`: seconds of a clock that only runs forward."""
        self._lease = lease
        self._pace = pace
        self._meters = meters
        self._time = time

    async def run(self, stop: asyncio.Event, work: Callable[[Term], Awaitable[None]]) -> None:
        """Until stopped: whenever the lease is ours, `work`, which ends soon after its term is over."""
        self._meters.lease(held=False)
        while (term := await self._wait(stop)) is not None:
            log.info("this replica works now", epoch=term.epoch)
            self._meters.lease(held=True)
            try:
                await self._hold(term, stop, work)
            finally:
                self._meters.lease(held=False)
            if term.lost:
                log.warning("another replica works, or may; this one waits", epoch=term.epoch)

    async def _wait(self, stop: asyncio.Event) -> Term | None:
        """The next term; none if stopped before."""
        failing = False
        while not stop.is_set():
            begun = self._time()
            left = self._pace.looked
            try:
                epoch = await self._lease.take()
                if epoch is not None:
                    return Term(epoch, begun + self._pace.safe, self._time)
                left = await self._lease.left()
            except _TROUBLE as error:
                if not failing:
                    log.warning("the lease cannot be read; trying again", reason=type(error).__name__)
                failing = True
            else:
                failing = False
            await _pause(stop, min(max(left, 0.0), self._pace.looked))
        return None

    async def _hold(self, term: Term, stop: asyncio.Event, work: Callable[[Term], Awaitable[None]]) -> None:
        stopping = asyncio.create_task(stop.wait())
        stopping.add_done_callback(lambda _: term.over.set())
        renewing = asyncio.create_task(self._renew(term))
        try:
            await work(term)
        finally:
            # A cancellation may get lost in a call that fails at the same moment.
            term.ended = True
            for task in (stopping, renewing):
                task.cancel()
            await asyncio.gather(stopping, renewing, return_exceptions=True)
            if not term.lost:
                # So that the next one need not wait until it expires.
                with contextlib.suppress(*_TROUBLE):
                    await self._lease.release(term.epoch)

    async def _renew(self, term: Term) -> None:
        """For as long as the term's work goes on, its last calls included."""
        wait = self._pace.renewed
        while not (term.lost or term.ended):
            await asyncio.sleep(wait)
            begun = self._time()
            try:
                renewed = await self._lease.renew(term.epoch)
            except _TROUBLE as error:
                log.warning("the lease was not renewed; trying again", reason=type(error).__name__)
                wait = self._pace.looked
                if not term.safe:
                    term.lose()
            else:
                wait = self._pace.renewed
                term.extend(begun + self._pace.safe) if renewed else term.lose()


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
