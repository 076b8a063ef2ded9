"""The worker: one turn after another, each done whole or not at all, whatever it is about."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from structlog.stdlib import get_logger

from bot.dispatch import Dispatcher
from bot.metrics import SILENT, Meters
from bot.registry import EVENTS, TIMERS
from content.texts import language_of
from practices.turn import Answer, Turn
from scheduler.alarm import Alarm
from scheduler.clock import Clock
from storage.database import Database, LeaseLost, Several, Undone
from storage.tables import Inbox
from storage.work import Work

log = get_logger(__name__)

ATTEMPTS = 3
AT_ONCE = 20
# Seconds after which a shared transaction ends, so that the receiver and the deliverer get theirs.
_MOMENT = 0.04
_LOOK_AGAIN_SECONDS = 30.0
# Everything waits in the database until it can be used again. No fault of the turn in progress.
_DATABASE_TROUBLE = (OperationalError, InterfaceError, NoConnection)
_DATABASE_BACK_OFF_SECONDS = 0.5
_TIMER_BACK_OFF = (timedelta(seconds=5), timedelta(seconds=30), timedelta(minutes=5))

# Answers a press: callback query id, the presser's language or Telegram's code for it, the answer.
AnswerPress = Callable[[str, str | None, Answer | None], None]


class Worker:
    """Takes waiting inbox rows in sequence, then due timers by lane, at most twenty before it looks again."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        dispatcher: Dispatcher,
        *,
        answer_press: AnswerPress,
        on_committed: Callable[[], None],
        meters: Meters = SILENT,
    ) -> None:
        self._database = database
        self._clock = clock
        self._dispatcher = dispatcher
        self._answer_press = answer_press
        self._on_committed = on_committed
        self._meters = meters
        self._awake = asyncio.Event()
        # As of the last look that found nothing to do.
        self._next_due: datetime | None = None
        self._alarm = Alarm(clock, self.wake)

    def wake(self) -> None:
        """Something was received, or is due."""
        self._awake.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until stopped; the turn in progress commits or rolls back.

        Raises:
            LeaseLost: another replica works now.
        """
        self._alarm.start()
        try:
            while not stop.is_set():
                self._awake.clear()
                try:
                    if await self.work_once():
                        # Whoever shows what was committed is to have the database before our next look.
                        await asyncio.sleep(0)
                    else:
                        await self._rest(stop)
                except _DATABASE_TROUBLE:
                    # It is locked, full or away.
                    log.exception("the database cannot be used; trying again")
                    await _wait(stop, _DATABASE_BACK_OFF_SECONDS)
        finally:
            self._alarm.stop()

    async def work_once(self) -> bool:
        """Up to twenty waiting updates and events; due timers, if no person waits. False: nothing to do.

        They share a transaction, as far as they take no longer than a moment. If one fails, all are done once
        more, each so that it can be undone alone.
        """
        done, failed = await self._database.together(self._turns)
        for each in done:
            self._committed(each)
        if failed is not None:
            await self._fail(failed)
        return bool(done) or failed is not None

    async def _turns(self, several: Several) -> tuple[list["_Done"], "_Done | None"]:
        rows = await several.look.inbox.waiting(AT_ONCE)
        until = monotonic() + _MOMENT
        done, failed = await self._inbox_turns(several, rows, until)
        if len(done) == len(rows) < AT_ONCE and all(each.kind in EVENTS for each in done):
            # No person waits for these to be committed, so what is due need not wait either.
            done += await self._timer_turns(several, until)
        return done, failed

    async def _inbox_turns(
        self, several: Several, rows: Sequence[Inbox], until: float
    ) -> tuple[list["_Done"], "_Done | None"]:
        """Those that had their turn, and the one that failed: whoever comes after it waits for it."""
        done: list[_Done] = []
        for row in rows:
            each = _Done(row.kind, monotonic(), row.seq, row.received_at)
            try:
                async with several.work() as work:
                    await self._inbox_turn(work, row, each)
            except (*_DATABASE_TROUBLE, LeaseLost):
                raise
            except Exception:
                if not several.apart:
                    raise Undone from None
                log.exception("a turn failed and was rolled back", kind=row.kind)
                return done, each
            done.append(each)
            if monotonic() > until:
                break
            # Others come to their own between two turns.
            await asyncio.sleep(0)
        return done, None

    async def _inbox_turn(self, work: Work, row: Inbox, each: "_Done") -> None:
        turn = Turn(self._clock.now(), work, received_at=row.received_at)
        each.payload = work.inbox.payload(row)
        await self._handle(turn, row.kind, each.payload)
        await work.inbox.finish(row)
        each.answer, each.language = turn.answer, turn.language
        each.took = monotonic() - each.began

    async def _timer_turns(self, several: Several, until: float) -> list["_Done"]:
        """What is due now; and when the next timer will be, if nothing is."""
        now, timers = self._clock.now(), several.look.timers
        self._next_due = await timers.next_due()
        done: list[_Done] = []
        if self._next_due is None or self._next_due > now:
            return done
        for timer in await timers.due(now, AT_ONCE):
            each = await self._timer_turn(several, timer.key)
            if each is not None:
                done.append(each)
            if monotonic() > until:
                break
            await asyncio.sleep(0)
        return done

    async def _rest(self, stop: asyncio.Event) -> None:
        self._alarm.set(self._next_due)
        waiting = asyncio.ensure_future(self._awake.wait())
        stopping = asyncio.ensure_future(stop.wait())
        # Should anybody have forgotten to wake us.
        await asyncio.wait(
            (waiting, stopping), timeout=_LOOK_AGAIN_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        waiting.cancel()
        stopping.cancel()

    async def _handle(self, turn: Turn, kind: str, payload: Mapping[str, Any]) -> None:
        hear = EVENTS.get(kind)
        if hear is not None:
            await hear(turn, payload)
        else:
            await self._dispatcher.handle(turn, payload)

    async def _count_failure(self, seq: int, kind: str, payload: Mapping[str, Any]) -> bool:
        """Count it. True: that was the last attempt; the row is dead, and the person is told."""
        async with self._database.work() as work:
            if await work.inbox.failed(seq) < ATTEMPTS:
                return False
            await work.inbox.bury(seq)
            chat_id, language = _speaker(payload)
            if kind == "message" and chat_id is not None:
                turn = Turn(self._clock.now(), work)
                turn.say(f"chat:{chat_id}", "trouble", language=language_of(language))
        log.error("an update failed for good; it is kept without its text", kind=kind)
        return True

    async def _timer_turn(self, several: Several, key: str) -> "_Done | None":
        each: _Done | None = None
        try:
            async with several.work() as work:
                now = self._clock.now()
                timer = await work.timers.get(key)
                if timer is None or timer.due_at > now:
                    return None
                each = _Done(timer.kind, monotonic(), late=(now - timer.due_at).total_seconds())
                await TIMERS[timer.kind](Turn(now, work), timer.subject_id)
        except (*_DATABASE_TROUBLE, LeaseLost):
            raise
        except Exception:
            if not several.apart:
                raise Undone from None
            # A promise is never dropped: it is tried again, later each time, out of the others' way.
            log.exception("a timer failed and was rolled back", timer=each.kind if each else "")
            async with several.work() as work:
                await work.timers.postpone(key, self._clock.now(), _TIMER_BACK_OFF)
            each = each or _Done("", monotonic())
            each.outcome = "failed"
        return each

    async def _fail(self, each: "_Done") -> None:
        dead = await self._count_failure(each.seq, each.kind, each.payload)
        self._meters.turn(each.kind, "dead" if dead else "failed", monotonic() - each.began)
        if dead:
            each.answer, each.language = Answer("trouble", alert=True), None
            self._on_committed()
            self._answer(each)

    def _committed(self, each: "_Done") -> None:
        self._on_committed()
        if each.received_at is None:
            self._meters.fired(each.kind, each.outcome, each.late)
            return
        self._meters.turn(each.kind, each.outcome, each.took)
        self._meters.waited(each.kind, (self._clock.now() - each.received_at).total_seconds())
        self._answer(each)

    def _answer(self, each: "_Done") -> None:
        if each.kind != "press":
            return
        try:
            query = each.payload["callback_query"]
            spoken = each.language or query["from"].get("language_code")
            self._answer_press(str(query["id"]), spoken, each.answer)
        except Exception:
            # What was done stays done; the button comes to rest by itself.
            log.exception("a press was not answered")


@dataclass(slots=True)
class _Done:
    """A turn until its commit is known; of an inbox row, or of a timer, which was `late` by seconds."""

    kind: str
    began: float
    seq: int = 0
    received_at: datetime | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)
    answer: Answer | None = None
    language: str | None = None
    outcome: str = "done"
    late: float = 0.0
    took: float = 0.0


def _speaker(payload: Mapping[str, Any]) -> tuple[int | None, str | None]:
    """The chat and the language of whoever wrote this, as far as it can be read."""
    message = _part(payload, "message")
    chat_id = _part(message, "chat").get("id")
    language = _part(message, "from").get("language_code")
    return chat_id if isinstance(chat_id, int) else None, language if isinstance(language, str) else None


def _part(outer: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    inner = outer.get(name)
    return inner if isinstance(inner, Mapping) else {}


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
