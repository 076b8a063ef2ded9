"""The worker with the real dispatch over real storage; updates are put into the inbox by hand."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs
from telegram import Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot.dispatch import Dispatcher
from bot.registry import TIMERS
from bot.work import AT_ONCE, ATTEMPTS, Worker
from handlers.context import CURRENT_TURN, Context, meet
from practices.turn import Answer, Turn
from scheduler.clock import MovableClock
from storage.database import Database
from storage.keys import new_keyring
from storage.lanes import Lane
from storage.sealed import Vault
from storage.tables import Base, Inbox, Outbox, Person, Timer

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ANN: dict[str, Any] = {"id": 1, "is_bot": False, "first_name": "Ann", "language_code": "zh-hans"}
ME = {"id": 700, "is_bot": True, "first_name": "Backsoon", "username": "backsoon_demo_bot"}


class HandlerBroke(Exception):
    """What a bug would raise."""


async def broken(update: Update, context: Context) -> None:
    """Changes rows, says something, and fails."""
    turn = CURRENT_TURN.get()
    assert update.effective_user is not None
    await meet(turn, update.effective_user)
    turn.say("chat:1", "common.unknown")
    turn.reply("okay")
    raise HandlerBroke


@dataclass
class Bench:
    """The worker, its database and its clock; what it answered to presses, and what was committed by then."""

    database: Database
    clock: MovableClock
    folder: Path
    worker: Worker = field(init=False)
    answers: list[tuple[str, str | None, Answer | None]] = field(default_factory=list)
    states: list[list[str]] = field(default_factory=list)
    commits: int = 0

    def answer_press(self, query_id: str, language: str | None, answer: Answer | None) -> None:
        with sqlite3.connect(self.folder / "work.db") as other:
            self.states.append([state for (state,) in other.execute("SELECT state FROM inbox ORDER BY seq")])
        other.close()
        self.answers.append((query_id, language, answer))

    def count_commit(self) -> None:
        self.commits += 1

    async def receive(self, number: int, kind: str, body: Mapping[str, Any]) -> None:
        name = {"press": "callback_query"}.get(kind, kind)
        async with self.database.work() as work:
            await work.inbox.receive(number, kind, {"update_id": number, name: body}, self.clock.now())

    async def say(self, number: int, text: str) -> None:
        chat = {"id": 1, "type": "private"}
        entities = [{"type": "bot_command", "offset": 0, "length": len(text)}] if text[0] == "/" else []
        body = {"message_id": number, "date": int(NOON.timestamp()), "chat": chat, "from": ANN}
        await self.receive(number, "message", {**body, "text": text, "entities": entities})

    async def press(self, number: int, data: str) -> None:
        chat = {"id": 1, "type": "private"}
        message = {"message_id": 1, "date": int(NOON.timestamp()), "chat": chat, "from": ME}
        query = {"id": f"q{number}", "from": ANN, "chat_instance": "1", "message": message, "data": data}
        await self.receive(number, "press", query)

    async def promise(self, key: str, kind: str, lane: Lane = Lane.PAUSE) -> None:
        async with self.database.work() as work:
            await work.timers.set(key, kind=kind, subject_id=1, lane=lane, due_at=self.clock.now())

    async def work(self) -> None:
        while await self.worker.work_once():
            pass

    async def all(self, table: Any) -> list[Any]:
        async with self.database.work() as work:
            return list(await work.session.scalars(select(table)))

    async def inbox(self) -> list[tuple[str, int, bool]]:
        """State, attempts, and whether anything of the payload is left."""
        rows = sorted(await self.all(Inbox), key=lambda row: row.seq)
        return [(row.state, row.attempts, row.payload is not None) for row in rows]


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/work.db", Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    dispatcher = Dispatcher("700:token", ME)
    failing = MessageHandler(filters.Text(["break"]), broken), CallbackQueryHandler(broken, "^break$")
    dispatcher._application.add_handlers(failing, group=-1)
    await dispatcher.start()
    bench = Bench(database, MovableClock(NOON), tmp_path)
    bench.worker = Worker(
        database, bench.clock, dispatcher, answer_press=bench.answer_press, on_committed=bench.count_commit
    )
    yield bench
    await dispatcher.stop()
    await database.close()


async def test_an_update_has_one_turn_and_leaves_a_tombstone_without_its_words(bench: Bench) -> None:
    await bench.say(1, "hello")
    assert await bench.worker.work_once()
    assert not await bench.worker.work_once()
    assert await bench.inbox() == [("done", 0, False)]
    assert [row.name for row in await bench.all(Outbox)] == ["common.unknown"]
    assert bench.commits == 1


async def test_a_handlers_error_takes_back_everything_it_did(bench: Bench) -> None:
    await bench.say(1, "break")
    assert await bench.worker.work_once()
    assert await bench.all(Person) == []
    assert await bench.all(Outbox) == []
    assert await bench.inbox() == [("waiting", 1, True)]


async def test_after_three_failures_an_update_is_dead_and_its_person_told_kindly(bench: Bench) -> None:
    await bench.say(1, "break")
    await bench.say(2, "hello")
    with capture_logs() as logs:
        await bench.work()
    assert await bench.inbox() == [("dead", ATTEMPTS, False), ("done", 0, False)]
    assert ATTEMPTS == 3
    kind, usual = await bench.all(Outbox)
    assert (kind.name, kind.address, usual.name) == ("trouble", "chat:1", "common.unknown")
    async with bench.database.work() as work:
        assert work.outbox.params(kind) == {"language": "zh"}
    assert [line["event"] for line in logs if line["log_level"] == "error"][-1].startswith("an update failed")
    assert "break" not in [value for line in logs for value in line.values()]


async def test_a_press_that_failed_for_good_is_answered_with_the_kind_line(bench: Bench) -> None:
    await bench.press(1, "break")
    await bench.work()
    assert bench.answers == [("q1", "zh-hans", Answer("trouble", alert=True))]
    assert await bench.all(Outbox) == []


async def test_a_press_is_answered_once_and_after_its_turn_was_committed(bench: Bench) -> None:
    await bench.press(1, "who:knows")
    await bench.work()
    assert [(query, answer.name) for query, _, answer in bench.answers if answer] == [("q1", "old-button")]
    assert bench.states == [["done"]]


async def test_an_answer_that_cannot_be_given_stops_nobody(bench: Bench) -> None:
    def fail(query_id: str, language: str | None, answer: Answer | None) -> None:
        raise KeyError("no such text")

    bench.worker._answer_press = fail
    await bench.press(1, "who:knows")
    await bench.say(2, "hello")
    await bench.work()
    assert [state for state, _, _ in await bench.inbox()] == ["done", "done"]


async def test_an_update_that_no_library_can_read_is_dead_without_a_word(bench: Bench) -> None:
    await bench.receive(1, "message", {"message_id": {}, "chat": 5})
    await bench.receive(2, "press", {"id": 5, "data": []})
    await bench.say(3, "hello")
    await bench.work()
    assert [state for state, _, _ in await bench.inbox()] == ["dead", "dead", "done"]


async def test_what_was_said_in_a_group_by_a_third_person_is_emptied_unread(bench: Bench) -> None:
    chat = {"id": -5, "type": "group", "title": "home"}
    body = {"message_id": 1, "date": int(NOON.timestamp()), "chat": chat, "from": ANN, "text": "hear me"}
    await bench.receive(1, "message", body)
    await bench.work()
    assert await bench.inbox() == [("done", 0, False)]
    assert await bench.all(Person) == []
    assert await bench.all(Outbox) == []


async def test_a_timer_that_fails_is_tried_again_later_each_time_and_never_dropped(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(turn: Turn, subject: int) -> None:
        turn.say("chat:1", "common.unknown")
        raise HandlerBroke

    monkeypatch.setitem(TIMERS, "broken", fail)
    await bench.promise("broken:1", "broken")
    waits = []
    for _ in range(5):
        await bench.work()
        (timer,) = await bench.all(Timer)
        waits.append((timer.due_at - bench.clock.now()).total_seconds())
        bench.clock.advance(timer.due_at - bench.clock.now())
    assert waits == [5, 30, 300, 300, 300]
    assert await bench.all(Outbox) == []


async def test_a_failing_turn_takes_back_nothing_of_those_beside_it_and_those_behind_it_wait(
    bench: Bench,
) -> None:
    await bench.say(1, "hello")
    await bench.press(2, "who:knows")
    await bench.say(3, "break")
    await bench.say(4, "hello")
    # On a machine that is busy enough, each has a transaction of its own.
    while not any(attempts for _, attempts, _ in await bench.inbox()):
        assert await bench.worker.work_once()
    done = ("done", 0, False)
    assert await bench.inbox() == [done, done, ("waiting", 1, True), ("waiting", 0, True)]
    assert [query for query, _, _ in bench.answers] == ["q2"]
    assert bench.states == [["done", "done", "waiting", "waiting"]]
    assert len(await bench.all(Person)) == 1


async def test_a_failing_timer_takes_back_nothing_of_those_beside_it(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def speak(turn: Turn, subject: int) -> None:
        turn.say("chat:1", "common.unknown")
        due = await turn.work.timers.due(turn.now, AT_ONCE)
        await turn.work.timers.cancel(next(timer.key for timer in due if timer.kind == "speak"))

    async def fail(turn: Turn, subject: int) -> None:
        await speak(turn, subject)
        raise HandlerBroke

    monkeypatch.setitem(TIMERS, "speak", speak)
    monkeypatch.setitem(TIMERS, "broken", fail)
    for number, kind in enumerate(["speak", "broken", "speak"]):
        await bench.promise(f"{number}", kind)
    await bench.work()
    assert len(await bench.all(Outbox)) == 2
    assert [(timer.key, timer.attempts) for timer in await bench.all(Timer)] == [("1", 1)]


async def test_a_failing_timer_keeps_no_other_one_waiting(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    async def fail(turn: Turn, subject: int) -> None:
        raise HandlerBroke

    async def do(turn: Turn, subject: int) -> None:
        done.append("good")
        await turn.work.timers.cancel("good:1")

    monkeypatch.setitem(TIMERS, "broken", fail)
    monkeypatch.setitem(TIMERS, "good", do)
    await bench.promise("broken:1", "broken", Lane.PAUSE)
    await bench.promise("unheard:1", "unheard of", Lane.PAUSE)
    await bench.promise("good:1", "good", Lane.SCHEDULED)
    await bench.work()
    assert done == ["good"]


async def test_people_come_before_timers_and_timers_of_a_pause_before_others(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[int] = []

    async def do(turn: Turn, subject: int) -> None:
        waiting = [row for row in await turn.work.session.scalars(select(Inbox)) if row.state == "waiting"]
        order.append(len(waiting))
        due = await turn.work.timers.due(turn.now, 1)
        await turn.work.timers.cancel(due[0].key)

    monkeypatch.setitem(TIMERS, "count", do)
    for number in range(30):
        await bench.promise(f"count:{number}", "count", Lane.SCHEDULED)
    await bench.say(1, "hello")
    assert await bench.worker.work_once()
    assert order == []
    assert await bench.worker.work_once()
    assert 0 < len(order) <= AT_ONCE
    assert AT_ONCE == 20
    await bench.say(2, "hello")
    await bench.work()
    assert order == [0] * 30


async def test_a_locked_database_is_waited_for_and_costs_no_attempt(bench: Bench) -> None:
    await bench.say(1, "hello")
    stop = asyncio.Event()
    rival = sqlite3.connect(bench.folder / "work.db", isolation_level=None)
    async with bench.database.work() as work:
        await (await work.session.connection()).exec_driver_sql("PRAGMA busy_timeout=20")
    rival.execute("BEGIN IMMEDIATE")
    with capture_logs() as logs:
        running = asyncio.create_task(bench.worker.run(stop))
        async with asyncio.timeout(5):
            while not logs:  # noqa: ASYNC110
                await asyncio.sleep(0)
        rival.execute("ROLLBACK")
        rival.close()
        async with asyncio.timeout(5):
            while not bench.commits:  # noqa: ASYNC110
                await asyncio.sleep(0)
        stop.set()
        await running
    assert {line["event"] for line in logs} == {"the database cannot be used; trying again"}
    assert await bench.inbox() == [("done", 0, False)]


async def test_the_worker_wakes_for_what_comes_in_and_what_falls_due(bench: Bench) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(bench.worker.run(stop))
    await bench.say(1, "hello")
    bench.worker.wake()
    async with asyncio.timeout(5):
        while not bench.commits:  # noqa: ASYNC110
            await asyncio.sleep(0)
    async with bench.database.work() as work:
        due = bench.clock.now() + timedelta(hours=8)
        await work.timers.set("pause:9", kind="pause", subject_id=9, lane=Lane.PAUSE, due_at=due)
    bench.worker.wake()
    bench.clock.advance(timedelta(hours=8))
    async with asyncio.timeout(5):
        while bench.commits < 2:
            bench.worker.wake()
            await asyncio.sleep(0)
    stop.set()
    await running
    assert await bench.all(Timer) == []
