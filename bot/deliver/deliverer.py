"""The deliverer: shows what waits in the outbox until Telegram took it, and never gives a pause up."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from typing import Any

from structlog.stdlib import get_logger
from telegram.error import ChatMigrated, TelegramError

from bot.api import BotApi
from bot.deliver import settle
from bot.deliver.archive import Archivist
from bot.deliver.delivery import Delivery, Drawer, DrawRow
from bot.deliver.easel import Easel
from bot.deliver.errors import Rule, Verdict, classify, seconds_to_wait
from bot.deliver.limits import Limits
from bot.deliver.picker import Pick
from bot.deliver.settle import Aftermath
from bot.deliver.studio import Studio
from bot.deliver.traffic import Traffic
from bot.deliver.trouble import DATABASE_TROUBLE
from scheduler.clock import Clock
from storage.database import Database, LeaseLost, Several, Undone
from storage.work import Work

GRACE = 3.0
"""Seconds that calls in flight have at the end."""

DATABASE_PAUSE = 1.0
_LONGEST_SLEEP = 30.0
_SHORTEST_SLEEP = 0.02

_log = get_logger(__name__)


class Deliverer:
    """Takes rows from the outbox, draws them, calls Telegram, and writes down what came of it."""

    def __init__(
        self,
        database: Database,
        api: BotApi,
        clock: Clock,
        draw: DrawRow,
        bot_username: str,
        limits: Limits | None = None,
        *,
        on_event: Callable[[], None] = lambda: None,
        crowd_panels: Iterable[str] = (),
        studio: Studio | None = None,
        time: Callable[[], float] = monotonic,
    ) -> None:
        """`draw` gives the screen of a row as it is true now. `on_event` wakes the worker.

        `crowd_panels`: see `Places`. `studio` draws pictures, and is closed at the end of `run`.
        `time`: seconds of a clock that only runs forward.
        """
        self._database = database
        self._api = api
        self._clock = clock
        self._on_event = on_event
        self._crowd_panels = frozenset(crowd_panels)
        self._traffic = Traffic(clock, limits or Limits(), time)
        self._studio = studio or Studio()
        archivist = Archivist(database, self._studio, clock, on_event)
        self._easel = Easel(self._studio, self.wake, archivist)
        self._drawer = Drawer(draw, bot_username, self._traffic.wait_edit, self._easel)
        self._flights: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()
        self._asleep = False
        self._landed: list[_Landing] = []
        # Who holds it writes down what landed.
        self._pen = asyncio.Lock()

    @property
    def idle(self) -> bool:
        """Whether nothing is on its way, and nothing may go before some wait is over."""
        at_work = self._flights or self._easel.at_work
        return self._asleep and not at_work and not self._woken.is_set()

    def wake(self) -> None:
        """Look at the outbox: something was committed, or the clock was moved."""
        self._woken.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until `stop`; then calls in flight have three seconds, and what did not go stays."""
        stopping = asyncio.create_task(stop.wait())
        stopping.add_done_callback(lambda _: self.wake())
        try:
            while not stop.is_set():
                self._woken.clear()
                await self._sleep(await self._look(stop))
            await self._land()
        finally:
            stopping.cancel()
            await self._easel.clear()
            await self._cancel_flights()
            await self._studio.close()

    async def _look(self, stop: asyncio.Event) -> float:
        """Start what may go; seconds until it is worth looking again."""
        if self._traffic.free <= 0:
            # Whatever lands wakes us.
            return _LONGEST_SLEEP
        pick = Pick(self._clock, self._traffic, self._drawer, self._crowd_panels)
        try:
            async with self._database.work() as work:
                if self._easel.rows:
                    # Some may have been withdrawn; what was made for them would take up room for good.
                    self._easel.forget(self._easel.rows - await work.outbox.present(self._easel.rows))
                await pick.look(work)
        except Exception as error:
            for delivery in pick.deliveries:
                self._traffic.land(delivery)
            if not isinstance(error, LeaseLost):
                _log.exception("outbox not read")
            return DATABASE_PAUSE
        if pick.told:
            self._on_event()
        if stop.is_set():
            return 0.0
        for delivery in pick.deliveries:
            flight = asyncio.create_task(self._fly(delivery))
            self._flights.add(flight)
            flight.add_done_callback(self._flights.discard)
        return 0.0 if pick.again and self._traffic.free > 0 else pick.wait

    async def _sleep(self, seconds: float) -> None:
        if seconds <= 0:
            # Flights and turns come first.
            await asyncio.sleep(0)
            return
        self._asleep = True
        try:
            async with asyncio.timeout(min(max(seconds, _SHORTEST_SLEEP), _LONGEST_SLEEP)):
                await self._woken.wait()
        except TimeoutError:
            return
        finally:
            self._asleep = False

    async def _fly(self, delivery: Delivery) -> None:
        try:
            await self._settle(delivery, await self._call(delivery))
        except LeaseLost:
            # Whatever came of it, the row is still there for the replica that works now.
            _log.warning("delivery left to another replica", method=delivery.method, key=delivery.name)
        except Exception:
            for row_id in delivery.ids:
                self._traffic.failed(row_id, delivery.attempts)
            _log.exception("delivery failed", method=delivery.method, kind=delivery.kind, key=delivery.name)
        finally:
            self._traffic.land(delivery)
            self.wake()

    async def _call(self, delivery: Delivery) -> Any:
        """The method's result, or the error as a value."""
        try:
            return await self._api.call(delivery.method, delivery.params)
        except TelegramError as error:
            return error

    async def _settle(self, delivery: Delivery, outcome: Any) -> None:
        rule = classify(outcome) if isinstance(outcome, TelegramError) else None
        aftermath = await self._write_down(delivery, outcome, rule)
        if rule is not None:
            _speak(delivery, rule)
        self._remember(delivery, rule, aftermath, seconds_to_wait(outcome))
        if aftermath.told:
            self._on_event()

    def _remember(self, delivery: Delivery, rule: Rule | None, aftermath: Aftermath, wait: float) -> None:
        verdict = rule.verdict if rule else Verdict.DONE
        self._traffic.reached(answered=verdict is not Verdict.RETRY)
        if verdict is Verdict.DONE:
            self._traffic.succeeded(delivery)
        elif verdict is Verdict.HOLD:
            self._traffic.hold_all()
        elif verdict is Verdict.WAIT:
            self._traffic.hold_chat(delivery.chat_id, wait)
        if not aftermath.kept:
            self._traffic.forget(delivery.ids)
            self._easel.forget(delivery.ids)
        if verdict is Verdict.PLAIN:
            self._easel.give_up(delivery.ids[0])
        if aftermath.lost:
            self._traffic.lose(delivery)
        if aftermath.rest:
            self._traffic.rest(delivery)

    async def _write_down(self, delivery: Delivery, outcome: Any, rule: Rule | None) -> Aftermath:
        """Telegram has spoken already, so this is tried until the database takes it.

        Whoever comes first writes for all that have landed by then: one way to the disk for all of them.
        """
        landing = _Landing(delivery, outcome, rule)
        self._landed.append(landing)
        async with self._pen:
            while not landing.written:
                try:
                    await self._write(tuple(self._landed))
                except DATABASE_TROUBLE:
                    _log.exception("delivery not written down", method=delivery.method)
                    await asyncio.sleep(DATABASE_PAUSE)
                except BaseException:
                    self._landed.remove(landing)
                    raise
        if landing.error is not None:
            raise landing.error
        return landing.aftermath

    async def _write(self, landings: Sequence["_Landing"]) -> None:
        now = self._clock.now()

        async def write(several: Several) -> None:
            for landing in landings:
                landing.error = None
                try:
                    async with several.work() as work:
                        landing.aftermath = await landing.write(work, now)
                except (*DATABASE_TROUBLE, LeaseLost):
                    raise
                except Exception as error:
                    if not several.apart:
                        raise Undone from None
                    landing.error = error
                await asyncio.sleep(0)

        await self._database.together(write)
        for landing in landings:
            landing.written = True
            self._landed.remove(landing)

    async def _land(self) -> None:
        if self._flights:
            await asyncio.wait(self._flights, timeout=GRACE)

    async def _cancel_flights(self) -> None:
        flights = tuple(self._flights)
        for flight in flights:
            flight.cancel()
        await asyncio.gather(*flights, return_exceptions=True)


@dataclass(slots=True, eq=False)
class _Landing:
    """A call that is over, until it is written down; `error`: of ours, over this one alone."""

    delivery: Delivery
    outcome: Any
    rule: Rule | None
    written: bool = False
    aftermath: Aftermath = field(default_factory=Aftermath)
    error: Exception | None = None

    async def write(self, work: Work, now: datetime) -> Aftermath:
        if self.rule is None:
            return await settle.delivered(work, self.delivery, self.outcome, now)
        moved_to = self.outcome.new_chat_id if isinstance(self.outcome, ChatMigrated) else None
        wait = seconds_to_wait(self.outcome)
        return await settle.refused(work, self.delivery, self.rule, now, wait=wait, moved_to=moved_to)


def _speak(delivery: Delivery, rule: Rule) -> None:
    log = _log.bind(
        method=delivery.method,
        reason=rule.kind,
        outcome=rule.verdict.value,
        key=delivery.name,
        lane=int(delivery.lane),
    )
    if rule.verdict in (Verdict.BUG, Verdict.HOLD):
        log.error("call refused")
    elif rule.verdict in (Verdict.DONE, Verdict.GONE):
        log.info("call refused")
    else:
        log.warning("call refused")
