"""The program as a real process: how it starts, what it waits for, what it refuses, how it ends."""

import asyncio
import signal
import socket
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import httpx
import pytest

import playground
from scheduler.clock import MovableClock
from tests.crash.process import BotProcess

SOON = 5.0
ENDINGS = [signal.SIGTERM, signal.SIGINT]

Launch = Callable[..., Awaitable[BotProcess]]


@pytest.fixture
async def town() -> AsyncIterator[playground.Playground]:
    """Telegram, with Ann and Ben."""
    town = await playground.start(MovableClock())
    yield town
    await town.stop()


@pytest.fixture
async def launch(tmp_path: Path, town: playground.Playground) -> AsyncIterator[Launch]:
    """Start `python -m bot …`; settings may be changed by name. Whatever still runs ends with the test."""
    started: list[BotProcess] = []

    async def start(*arguments: str, **changed: str) -> BotProcess:
        settings = {"BOT_TOKEN": town.token, "BOT_API_URL": town.api_root, "DATA_DIR": "data", **changed}
        process = await BotProcess.start("-m", "bot", *arguments, folder=tmp_path, settings=settings)
        started.append(process)
        return process

    yield start
    for process in started:
        await process.kill()


async def polls(town: playground.Playground, process: BotProcess) -> None:
    """Wait until the bot waits for updates, and nothing waits for it."""
    assert await process.said("the bot is up"), process.err
    updates = town.world.store.updates
    await town.world.until(lambda: (updates.polled and not updates.pending()) or not process.alive, SOON * 3)
    assert process.alive, process.err


def sends(town: playground.Playground) -> list[str]:
    """The texts that the bot has sent, in order."""
    return [str(call.params["text"]) for call in town.calls if call.method == "sendMessage" and call.ok]


async def refused(process: BotProcess) -> str:
    """It ends with exit code 2, and its last word is one sentence; that sentence."""
    assert await process.ended() == 2
    assert not any("Traceback" in line for line in process.err)
    return process.err[-1]


def ann(town: playground.Playground) -> playground.Person:
    return next(one for one in town.world.store.people.values() if one.name == "Ann")


@pytest.mark.parametrize("ending", ENDINGS)
async def test_it_ends_at_once_and_well_while_it_waits_for_updates(
    ending: signal.Signals, launch: Launch, town: playground.Playground
) -> None:
    bot = await launch("run")
    await polls(town, bot)
    bot.signal(ending)
    assert await bot.ended(SOON) == 0
    assert not any("Traceback" in line or "level=error" in line for line in bot.err)


@pytest.mark.parametrize("ending", ENDINGS)
async def test_a_message_in_flight_is_awaited_and_not_sent_again_by_the_next_start(
    ending: signal.Signals, launch: Launch, town: playground.Playground
) -> None:
    bot = await launch("run")
    await polls(town, bot)
    town.faults.add("slow", "sendMessage", seconds=1.5)
    town.world.start(ann(town))
    await town.world.until(lambda: len(sends(town)) == 1)
    bot.signal(ending)
    assert await bot.ended(SOON) == 0
    again = await launch("run")
    await polls(town, again)
    # Whatever the next start had to repeat would come before the answer to this.
    town.world.say(ann(town), town.world.private_chat(ann(town)), "/help")
    await town.world.until(lambda: len(sends(town)) > 1)
    first, second = sends(town)
    assert first != second


async def test_a_message_that_takes_too_long_does_not_keep_it(
    launch: Launch, town: playground.Playground
) -> None:
    bot = await launch("run")
    await polls(town, bot)
    town.faults.add("slow", "sendMessage", seconds=60)
    town.world.start(ann(town))
    await town.world.until(lambda: len(sends(town)) == 1)
    bot.signal(signal.SIGTERM)
    assert await bot.ended(SOON) == 0
    assert not any("Traceback" in line for line in bot.err)


async def test_asked_twice_to_end_it_still_ends_well(launch: Launch, town: playground.Playground) -> None:
    bot = await launch("run")
    await polls(town, bot)
    town.faults.add("slow", "sendMessage", seconds=1)
    town.world.start(ann(town))
    await town.world.until(lambda: len(sends(town)) == 1)
    bot.signal(signal.SIGINT)
    bot.signal(signal.SIGTERM)
    bot.signal(signal.SIGINT)
    assert await bot.ended(SOON) == 0


async def test_telegram_out_of_reach_is_waited_for(
    launch: Launch, tmp_path: Path, town: playground.Playground
) -> None:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        port = chosen.getsockname()[1]
    bot = await launch("run", BOT_API_URL=f"http://127.0.0.1:{port}")
    assert await bot.said("telegram cannot be reached; trying again")
    later = await playground.start(MovableClock(), port=port, token=town.token)
    await polls(later, bot)
    later.world.start(ann(later))
    await later.world.until(lambda: len(sends(later)) == 1)
    bot.signal(signal.SIGTERM)
    assert await bot.ended(SOON) == 0
    await later.stop()


@pytest.mark.parametrize("ending", ENDINGS)
async def test_it_ends_at_once_while_telegram_is_out_of_reach(ending: signal.Signals, launch: Launch) -> None:
    bot = await launch("run", BOT_API_URL="http://127.0.0.1:1")
    assert await bot.said("telegram cannot be reached; trying again")
    bot.signal(ending)
    assert await bot.ended(SOON) == 0


async def test_it_ends_at_once_while_telegram_keeps_it_waiting_for_an_answer(
    launch: Launch, town: playground.Playground
) -> None:
    town.faults.add("slow", "getMe", seconds=60)
    bot = await launch("run")
    await town.world.until(lambda: any(call.method == "getMe" for call in town.calls), SOON * 3)
    bot.signal(signal.SIGTERM)
    assert await bot.ended(SOON) == 0


async def test_the_first_start_makes_a_key_for_its_owner_alone_and_says_what_a_backup_needs(
    launch: Launch, tmp_path: Path, town: playground.Playground
) -> None:
    bot = await launch("run")
    assert await bot.said("a backup of the database without it is worthless")
    assert (tmp_path / "data" / "encryption.keys").stat().st_mode & 0o777 == 0o600
    bot.signal(signal.SIGTERM)
    assert await bot.ended(SOON) == 0
    key = (tmp_path / "data" / "encryption.keys").read_bytes()
    again = await launch("run")
    await polls(town, again)
    assert again.out == []
    assert (tmp_path / "data" / "encryption.keys").read_bytes() == key


async def test_a_second_process_on_the_same_data_is_refused_and_the_first_works_on(
    launch: Launch, town: playground.Playground
) -> None:
    first = await launch("run")
    await polls(town, first)
    second = await launch("run")
    assert (await refused(second)).startswith("Another Backsoon already works on")
    assert len(second.err) == 1
    town.world.start(ann(town))
    await town.world.until(lambda: len(sends(town)) == 1)


async def test_a_database_of_another_bot_is_refused(
    launch: Launch, tmp_path: Path, town: playground.Playground
) -> None:
    assert await (await launch("migrate")).ended() == 0
    with sqlite3.connect(tmp_path / "data" / "backsoon.db") as database:
        database.execute("INSERT INTO installation (id, bot_id) VALUES (1, 42)")
    database.close()
    bot = await launch("run")
    assert "belongs to another bot" in await refused(bot)
    assert len(bot.err) == 1
    assert not town.world.store.updates.polled


async def test_a_database_without_its_key_is_refused_and_left_as_it_is(
    launch: Launch, tmp_path: Path
) -> None:
    assert await (await launch("migrate")).ended() == 0
    (tmp_path / "data" / "encryption.keys").unlink()
    before = (tmp_path / "data" / "backsoon.db").read_bytes()
    bot = await launch("run")
    assert "keys file" in await refused(bot)
    assert len(bot.err) == 1
    assert not (tmp_path / "data" / "encryption.keys").exists()
    assert (tmp_path / "data" / "backsoon.db").read_bytes() == before


async def test_a_token_that_telegram_does_not_know_is_refused(launch: Launch) -> None:
    bot = await launch("run", BOT_TOKEN="42:" + "x" * 35)
    assert "does not know this BOT_TOKEN" in await refused(bot)
    assert len(bot.err) == 1
    assert "x" * 35 not in "".join(bot.err + bot.out)


async def test_a_database_that_a_newer_version_has_used_is_refused(launch: Launch, tmp_path: Path) -> None:
    assert await (await launch("migrate")).ended() == 0
    with sqlite3.connect(tmp_path / "data" / "backsoon.db") as database:
        database.execute("UPDATE alembic_version SET version_num = 'tomorrow'")
    database.close()
    bot = await launch("run")
    assert "newer version" in await refused(bot)
    assert len(bot.err) == 1


async def test_a_file_that_is_no_database_is_refused(launch: Launch, tmp_path: Path) -> None:
    assert await (await launch("migrate")).ended() == 0
    (tmp_path / "data" / "backsoon.db").write_bytes(b"Ben wrote this. " * 500)
    bot = await launch("run")
    assert "cannot be opened" in await refused(bot)
    assert (tmp_path / "data" / "backsoon.db").read_bytes().startswith(b"Ben wrote")


async def test_the_demos_page_answers_in_under_five_seconds_and_ends_with_ctrl_c(launch: Launch) -> None:
    loop = asyncio.get_running_loop()
    begun = loop.time()
    demo = await launch("demo", "--port", "0", BOT_TOKEN="")
    assert await demo.said("http://127.0.0.1:")
    address = next(word for line in demo.out for word in line.split() if word.startswith("http://"))
    async with httpx.AsyncClient() as page:
        assert (await page.get(address)).status_code == 200
    assert loop.time() - begun < SOON
    demo.signal(signal.SIGINT)
    assert await demo.ended(SOON) == 0
    assert not any("Traceback" in line for line in demo.err)
    # What is gone in an hour needs no backup.
    assert len(demo.out) == 1
