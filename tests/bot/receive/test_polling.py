"""The poller between a town of phones and a database, over real HTTP."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs
from telegram.error import Conflict, InvalidToken, RetryAfter, TimedOut

import playground
from bot.api import BotApi
from bot.receive.keep import Receiver
from bot.receive.polling import Poller, _wait_after
from scheduler.clock import MovableClock
from storage.database import Database
from storage.keys import new_keyring
from storage.sealed import Vault
from storage.tables import Base, Inbox
from storage.work import Work

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Ledger(Database):
    """A database that cannot be written to as often as it is told."""

    failures = 0

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        async with super().work() as work:
            yield work
            if self.failures:
                self.failures -= 1
                raise OperationalError("COMMIT", None, Exception("disk full"))


@dataclass
class Post:
    """Ann's phone, the poller, and what it wrote down."""

    town: playground.Playground
    clock: MovableClock
    database: Ledger
    api: BotApi
    ann: playground.Person
    received: int = 0
    trip: Callable[[], None] = field(default=lambda: None)

    def poller(self) -> Poller:
        me = self.town.world.store.bot
        receiver = Receiver(
            self.database,
            self.clock,
            bot_id=me.id,
            bot_username=str(me.username),
            on_received=self._on_received,
        )
        return Poller(self.api, receiver)

    def _on_received(self) -> None:
        self.received += 1
        trip, self.trip = self.trip, lambda: None
        trip()

    @asynccontextmanager
    async def polling(self) -> AsyncIterator[None]:
        stop = asyncio.Event()
        running = asyncio.create_task(self.poller().run(stop))
        try:
            yield
            assert not running.done()
        finally:
            stop.set()
            async with asyncio.timeout(3):
                await running

    async def confirmed(self) -> None:
        """Until Telegram keeps nothing for us any more."""
        await self.town.world.until(
            lambda: not self.town.world.pending() and self.town.world.store.updates.polled
        )

    async def inbox(self) -> list[dict[str, Any]]:
        async with self.database.work() as work:
            rows = await work.session.scalars(select(Inbox).order_by(Inbox.seq))
            return [work.inbox.payload(row) for row in rows]

    async def texts(self) -> list[str]:
        return [raw["message"]["text"] for raw in await self.inbox()]

    def say(self, text: str) -> None:
        self.town.world.say(self.ann, self.ann.id, text)


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    clock = MovableClock(NOON)
    town = await playground.start(clock, seeded=False)
    database = Ledger(f"sqlite+aiosqlite:///{tmp_path}/inbox.db", Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    api = BotApi(town.token, town.api_root)
    await api.start()
    yield Post(town, clock, database, api, town.world.add_person("Ann"))
    await api.stop()
    await database.close()
    await town.stop()


def offsets(post: Post) -> list[int | None]:
    return [call.params.get("offset") for call in post.town.calls if call.method == "getUpdates"]


async def test_what_arrives_is_written_down_in_order_and_then_confirmed(post: Post) -> None:
    async with post.polling():
        for text in ("✋", "one", "two"):
            post.say(text)
        await post.confirmed()
    assert await post.texts() == ["✋", "one", "two"]


async def test_what_could_not_be_written_down_is_asked_for_again(post: Post) -> None:
    post.database.failures = 1
    async with post.polling():
        post.say("✋")
        await post.confirmed()
    assert await post.texts() == ["✋"]


async def test_what_was_written_down_but_not_confirmed_comes_again_and_changes_nothing(post: Post) -> None:
    def trip() -> None:
        raise RuntimeError

    post.trip = trip
    async with post.polling():
        post.say("✋")
        await post.confirmed()
    assert post.received == 2
    assert await post.texts() == ["✋"]


async def test_a_restart_before_the_next_question_repeats_nothing(post: Post) -> None:
    stop = asyncio.Event()
    post.trip = stop.set
    post.say("✋")
    async with asyncio.timeout(5):
        await post.poller().run(stop)
    assert len(post.town.world.pending()) == 1
    async with post.polling():
        await post.confirmed()
    assert await post.texts() == ["✋"]


async def test_the_offset_follows_the_last_batch_even_when_ids_start_anew(post: Post) -> None:
    async with post.polling():
        post.say("one")
        await post.confirmed()
        post.clock.advance(timedelta(days=9))
        post.say("two")
        await post.confirmed()
        post.say("three")
        await post.confirmed()
    assert await post.texts() == ["one", "two", "three"]
    ids = [raw["update_id"] for raw in await post.inbox()]
    assert ids[1] != ids[0] + 1
    assert offsets(post)[0] is None


async def test_an_update_that_makes_no_sense_keeps_no_other_out(post: Post) -> None:
    store = post.town.world.store
    post.say("one")
    store.queue("message", {"message_id": "?", "chat": 5}, "nonsense")
    store.queue("callback_query", {"data": ["✋"]}, "nonsense")
    post.say("two")
    async with post.polling():
        await post.confirmed()
    assert await post.texts() == ["one", "two"]


async def test_faults_of_the_network_lose_nothing(post: Post) -> None:
    for kind in ("500", "reset", "lost_reply"):
        post.town.faults.add(kind, "getUpdates")
    post.say("✋")
    async with post.polling():
        await post.confirmed()
    assert await post.texts() == ["✋"]


async def test_a_second_poller_is_named_in_the_log_and_outlasted(post: Post) -> None:
    other = BotApi(post.town.token, post.town.api_root)
    await other.start()
    with capture_logs() as logs:
        async with post.polling():
            await post.town.world.until(lambda: post.town.world.store.updates.polled)
            await other.call("getUpdates", {"timeout": 0})
            await post.town.world.until(lambda: bool(logs))
            post.say("✋")
            await post.town.world.until(lambda: not post.town.world.pending(), within=10)
    await other.stop()
    assert [line["event"] for line in logs] == [
        "another program polls with this token; stop it, or use another token"
    ]
    assert await post.texts() == ["✋"]


async def test_a_revoked_token_is_said_and_stopping_needs_no_patience(post: Post) -> None:
    post.town.faults.add("401", "getUpdates")
    with capture_logs() as logs:
        async with post.polling():
            await post.town.world.until(lambda: bool(logs))
    assert [line["event"] for line in logs] == ["telegram no longer accepts the token"]


def test_telegrams_wish_to_wait_is_granted_and_other_waits_grow() -> None:
    assert _wait_after(RetryAfter(17), 0) == 17
    assert _wait_after(InvalidToken(), 0) == 30
    assert _wait_after(Conflict("two"), 0) == 5
    waits = [_wait_after(TimedOut(), failures) for failures in range(8)]
    assert waits == sorted(waits)
    assert waits[-1] == 5
