"""The worker: one turn after another, each one transaction, whatever it is about."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
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
from storage.database import Database, LeaseLost
from storage.work import Work

log = get_logger(__name__)

ATTEMPTS = 3
TIMERS_AT_ONCE = 20
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
        # As of the last look that found the inbox empty.
        self._due: list[str] = []
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
                    if not await self.work_once():
                        await self._rest(stop)
                except _DATABASE_TROUBLE:
                    # It is locked, full or away.
                    log.exception("the database cannot be used; trying again")
                    await _wait(stop, _DATABASE_BACK_OFF_SECONDS)
        finally:
            self._alarm.stop()

    async def work_once(self) -> bool:
        """One waiting update or event, or else up to twenty due timers. False: there was nothing to do."""
        if await self._inbox_turn():
            return True
        due = self._due
        for key in due:
            await self._timer_turn(key)
        return bool(due)

    async def _look_at_timers(self, work: Work) -> None:
        """What is due now, and when the next timer will be."""
        now = self._clock.now()
        next_due = await work.timers.next_due()
        behind = next_due is not None and next_due <= now
        self._due = [timer.key for timer in await work.timers.due(now, TIMERS_AT_ONCE)] if behind else []
        self._next_due = next_due

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

    async def _inbox_turn(self) -> bool:
        seq, kind, payload = 0, "", {}
        started = monotonic()
        answer: Answer | None = None
        language: str | None = None
        try:
            async with self._database.work() as work:
                row = await work.inbox.next_waiting()
                if row is None:
                    await self._look_at_timers(work)
                    return False
                seq, kind = row.seq, row.kind
                turn = Turn(self._clock.now(), work, received_at=row.received_at)
                payload = work.inbox.payload(row)
                await self._handle(turn, kind, payload)
                await work.inbox.finish(row)
                answer, language = turn.answer, turn.language
        except (*_DATABASE_TROUBLE, LeaseLost):
            raise
        except Exception:
            log.exception("a turn failed and was rolled back", kind=kind)
            dead = await self._count_failure(seq, kind, payload)
            self._meters.turn(kind, "dead" if dead else "failed", monotonic() - started)
            if not dead:
                return True
            answer = Answer("trouble", alert=True)
        else:
            self._meters.turn(kind, "done", monotonic() - started)
            self._meters.waited(kind, (self._clock.now() - row.received_at).total_seconds())
        self._committed(kind, payload, answer, language)
        return True

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

    async def _timer_turn(self, key: str) -> None:
        kind, late, outcome = "", 0.0, "done"
        try:
            async with self._database.work() as work:
                now = self._clock.now()
                timer = await work.timers.get(key)
                if timer is None or timer.due_at > now:
                    return
                kind, late = timer.kind, (now - timer.due_at).total_seconds()
                await TIMERS[kind](Turn(now, work), timer.subject_id)
        except (*_DATABASE_TROUBLE, LeaseLost):
            raise
        except Exception:
            # A promise is never dropped: it is tried again, later each time, out of the others' way.
            log.exception("a timer failed and was rolled back", timer=kind)
            async with self._database.work() as work:
                await work.timers.postpone(key, self._clock.now(), _TIMER_BACK_OFF)
            outcome = "failed"
        self._meters.fired(kind, outcome, late)
        self._on_committed()

    def _committed(
        self, kind: str, payload: Mapping[str, Any], answer: Answer | None, language: str | None
    ) -> None:
        self._on_committed()
        if kind != "press":
            return
        try:
            query = payload["callback_query"]
            spoken = language or query["from"].get("language_code")
            self._answer_press(str(query["id"]), spoken, answer)
        except Exception:
            # What was done stays done; the button comes to rest by itself.
            log.exception("a press was not answered")


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
