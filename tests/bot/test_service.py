"""The composition root: what a start does with Telegram and with what waited meanwhile."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

import playground
from bot.deliver.limits import Limits
from bot.errors import StartRefused
from bot.service import serve
from bot.settings import Settings
from scheduler.clock import MovableClock

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
PATIENCE = 20.0


class Bot:
    """The bot on a town of phones; started and stopped by hand."""

    def __init__(self, town: playground.Playground, clock: MovableClock, folder: Path) -> None:
        self.town, self.clock, self.folder = town, clock, folder
        self.stop = asyncio.Event()
        self.up = asyncio.Event()

    async def run(self) -> None:
        """Serve until stopped."""
        settings = Settings(
            bot_token=SecretStr(self.town.token), bot_api_url=self.town.api_root, data_dir=self.folder
        )
        await serve(settings, self.clock, self.stop, limits=Limits.none(), on_ready=self.up.set)

    async def serve_what_waits(self) -> None:
        """Serve until everything that waited has been received and has had its turn, then stop."""
        updates = self.town.world.store.updates
        waiting = "SELECT key FROM inbox WHERE state = 'waiting'"
        self.up.clear()
        task = asyncio.create_task(self.run())
        async with asyncio.timeout(PATIENCE):
            await self.up.wait()
        await self.town.world.until(
            lambda: updates.polled and not updates.pending() and not self.rows(waiting), PATIENCE
        )
        self.stop.set()
        await task
        self.stop.clear()

    def rows(self, query: str) -> list[tuple[object, ...]]:
        database = sqlite3.connect(self.folder / "backsoon.db")
        try:
            return database.execute(query).fetchall()
        finally:
            database.close()


@pytest.fixture
async def town() -> AsyncIterator[playground.Playground]:
    town = await playground.start(MovableClock(NOON))
    yield town
    await town.stop()


@pytest.fixture
def bot(town: playground.Playground, tmp_path: Path) -> Bot:
    clock = town.world.store.clock
    assert isinstance(clock, MovableClock)
    return Bot(town, clock, tmp_path / "data")


def called(town: playground.Playground, method: str) -> int:
    return sum(call.method == method for call in town.calls)


async def test_what_waited_at_telegram_has_its_turn_and_no_second_one(
    bot: Bot, town: playground.Playground
) -> None:
    ann = next(iter(town.world.store.people.values()))
    town.world.start(ann)
    await bot.serve_what_waits()
    await bot.serve_what_waits()
    assert bot.rows("SELECT kind, count(*) FROM inbox WHERE key LIKE 'tg:%'") == [("message", 1)]


async def test_a_webhook_that_was_set_before_is_taken_away_and_what_waits_is_kept(
    bot: Bot, town: playground.Playground
) -> None:
    updates = town.world.store.updates
    updates.webhook = {"url": "https://example.org/hook"}
    town.world.start(next(iter(town.world.store.people.values())))
    await bot.serve_what_waits()
    assert updates.webhook == {}
    assert bot.rows("SELECT count(*) FROM inbox WHERE key LIKE 'tg:%'") == [(1,)]


@pytest.mark.parametrize("kind", ["500", "429", "reset", "lost_reply"])
async def test_a_start_outlasts_a_telegram_in_trouble(
    kind: str, bot: Bot, town: playground.Playground
) -> None:
    town.faults.add(kind, "getMe", retry_after=1)
    await bot.serve_what_waits()
    assert called(town, "getMe") == 2


async def test_a_token_that_is_not_known_is_no_reason_to_wait(bot: Bot, town: playground.Playground) -> None:
    town.faults.add("401", "getMe")
    with pytest.raises(StartRefused, match="does not know this BOT_TOKEN"):
        await bot.run()
    assert not bot.up.is_set()


async def test_asked_to_stop_before_it_is_up_it_never_begins(bot: Bot, town: playground.Playground) -> None:
    bot.stop.set()
    async with asyncio.timeout(PATIENCE):
        await bot.run()
    assert not bot.up.is_set()
    assert called(town, "getUpdates") == 0


async def test_every_start_forgets_what_no_redelivery_can_reach(
    bot: Bot, town: playground.Playground
) -> None:
    town.world.start(next(iter(town.world.store.people.values())))
    await bot.serve_what_waits()
    bot.clock.advance(timedelta(hours=49))
    await bot.serve_what_waits()
    assert bot.rows("SELECT count(*) FROM inbox WHERE key LIKE 'tg:%' AND state = 'done'") == [(0,)]
