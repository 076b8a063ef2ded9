"""What the bot tells whoever looks after it, over real HTTP."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

import playground
from bot.api import BotApi
from bot.errors import StartRefused
from bot.metrics import Metrics
from bot.outside.health import HEARD_LATELY, LATE, Health
from bot.outside.server import serve_outside
from bot.receive.webhook import Hook
from scheduler.clock import MovableClock
from storage.database import Database
from storage.figures import Observer
from storage.keys import new_keyring
from storage.lanes import Lane
from storage.sealed import Vault
from storage.tables import Base

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HERE = "127.0.0.1"


@dataclass
class House:
    """A served bot without its worker: a database, a town, and a clock for how long ago things were."""

    url: str
    session: aiohttp.ClientSession
    town: playground.Playground
    database: Database
    api: BotApi
    file: Path
    ticks: list[float]

    async def look(self, path: str) -> tuple[int, str]:
        async with self.session.get(self.url + path) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            return answer.status, await answer.text()

    async def ready(self) -> tuple[int, dict[str, Any]]:
        async with self.session.get(self.url + "/readyz") as answer:
            body = await answer.json()
            assert body["ready"] is (answer.status == 200)
            return answer.status, body["checks"]

    async def promise(self, due_at: datetime) -> None:
        async with self.database.work() as work:
            await work.timers.set("pause:1", kind="pause", subject_id=1, lane=Lane.PAUSE, due_at=due_at)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    file = tmp_path / "100% ann #1.db"
    clock = MovableClock(NOON)
    town = await playground.start(clock, seeded=False)
    database = Database(f"sqlite+aiosqlite:///{file}", Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    ticks = [0.0]

    def time() -> float:
        return ticks[0]

    metrics = Metrics(time)
    api = BotApi(town.token, town.api_root, metrics)
    await api.start()
    observer = Observer(f"sqlite+aiosqlite:///{file}")
    async with (
        aiohttp.ClientSession() as session,
        serve_outside((HERE, 0), Health(observer, api, clock, metrics, time), metrics) as port,
    ):
        yield House(f"http://{HERE}:{port}", session, town, database, api, file, ticks)
    await observer.close()
    await api.stop()
    await database.close()
    await town.stop()


def calls(house: House) -> int:
    return len(house.town.calls)


async def test_a_process_that_lives_says_so(house: House) -> None:
    assert await house.look("/healthz") == (200, "ok\n")


async def test_a_bot_that_keeps_its_promises_is_ready(house: House) -> None:
    await house.promise(NOON - timedelta(seconds=5))
    status, checks = await house.ready()
    assert status == 200
    assert {name: check["well"] for name, check in checks.items()} == {
        "database": True,
        "telegram": True,
        "updates": True,
        "timers": True,
    }
    assert checks["timers"]["seconds"] == 5


async def test_a_timer_that_is_late_by_more_than_a_minute_is_told(house: House) -> None:
    await house.promise(NOON - LATE - timedelta(seconds=1))
    status, checks = await house.ready()
    assert status == 503
    assert checks["timers"] == {"well": False, "seconds": 61}


async def test_an_update_that_nobody_works_on_is_told(house: House) -> None:
    async with house.database.work() as work:
        await work.inbox.receive(1, "message", {}, NOON - timedelta(minutes=2))
    status, checks = await house.ready()
    assert (status, checks["updates"]["well"]) == (503, False)


async def test_telegram_is_asked_only_where_nothing_was_heard_from_it_lately(house: House) -> None:
    await house.ready()
    assert calls(house) == 1
    await house.ready()
    assert calls(house) == 1
    house.ticks[0] = HEARD_LATELY + 1
    status, checks = await house.ready()
    assert calls(house) == 2
    assert (status, checks["telegram"]["seconds"]) == (200, 0)


async def test_telegram_out_of_reach_is_told_and_not_asked_by_every_visitor(house: House) -> None:
    house.town.faults.add("reset", "*", times=100)
    answers = await asyncio.gather(*(house.ready() for _ in range(5)))
    assert {status for status, _ in answers} == {503}
    assert answers[0][1]["telegram"] == {"well": False, "seconds": None}
    assert calls(house) == 1


async def test_a_token_that_was_revoked_is_told(house: House) -> None:
    house.town.faults.add("401", "*", times=100)
    status, checks = await house.ready()
    assert (status, checks["telegram"]["well"]) == (503, False)


async def test_a_database_that_is_gone_is_told_and_the_figures_still_come(house: House) -> None:
    await house.database.close()
    for path in house.file.parent.glob(f"{house.file.name}*"):
        path.write_bytes(b"spoilt " * 1000)
    status, checks = await house.ready()
    assert (status, checks["database"]["well"]) == (503, False)
    status, page = await house.look("/metrics")
    assert status == 200
    assert "backsoon_database_up 0.0" in page
    assert "backsoon_inbox_waiting" not in page


async def test_the_figures_tell_what_waits_while_a_turn_is_in_progress(house: House) -> None:
    async with house.database.work() as work:
        work.outbox.add_panel("couple:1", "pause:1", anew=True, ring=True, lane=Lane.PAUSE, now=NOON)
    async with house.database.work() as turn:
        await turn.inbox.receive(5, "message", {}, NOON)
        _, page = await house.look("/metrics")
    assert "backsoon_database_up 1.0" in page
    assert 'backsoon_outbox_waiting{lane="pause"} 1.0' in page
    assert 'backsoon_outbox_waiting{lane="scheduled"} 0.0' in page
    assert "backsoon_inbox_waiting 0.0" in page


async def test_nothing_else_is_served(house: House) -> None:
    for path in ("/", "/telegram", "/metrics/", "/healthz/x"):
        async with house.session.get(house.url + path) as answer:
            assert answer.status == 404


async def test_a_port_that_is_taken_ends_the_start_with_a_sentence(house: House) -> None:
    port = int(house.url.rpartition(":")[2])
    with pytest.raises(StartRefused, match="choose another LISTEN"):
        async with _served(port):
            pass


async def test_a_delivery_in_flight_is_finished_when_the_bot_stops() -> None:
    begun, end = asyncio.Event(), asyncio.Event()

    class SlowHook(Hook):
        async def handle(self, request: web.Request) -> web.Response:
            begun.set()
            await end.wait()
            return web.Response()

    with socket.socket() as free:
        free.bind((HERE, 0))
        port = free.getsockname()[1]
    async with aiohttp.ClientSession() as session:
        stop = asyncio.Event()

        async def serve() -> None:
            async with _served(port, SlowHook("/telegram", "secret")):
                begun.set()
                await stop.wait()

        serving = asyncio.create_task(serve())
        await begun.wait()
        begun.clear()
        delivery = asyncio.create_task(session.post(f"http://{HERE}:{port}/telegram"))
        await begun.wait()
        stop.set()
        stopped, _ = await asyncio.wait({serving, delivery}, timeout=0.2)
        assert not stopped
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get(f"http://{HERE}:{port}/healthz")
        end.set()
        async with asyncio.timeout(5):
            assert (await delivery).status == 200
            await serving


@asynccontextmanager
async def _served(port: int, hook: Hook | None = None) -> AsyncIterator[None]:
    metrics = Metrics()
    clock = MovableClock(NOON)
    observer = Observer("sqlite+aiosqlite:///nowhere/at-all.db")
    health = Health(observer, BotApi("1:token", f"http://{HERE}:1"), clock, metrics)
    async with serve_outside((HERE, port), health, metrics, hook):
        yield
    await observer.close()
