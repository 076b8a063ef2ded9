"""The webhook's door, knocked at over real HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

import playground
from bot.api import BotApi
from bot.errors import StartRefused
from bot.receive.admit import ALLOWED_UPDATES
from bot.receive.keep import Receiver
from bot.receive.webhook import LONGEST_UPDATE, Hook, register
from scheduler.clock import MovableClock
from storage.database import Database
from storage.keys import new_keyring
from storage.sealed import Vault
from storage.tables import Base, Inbox
from storage.work import Work

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SECRET = "backsoon-" * 4
HEADER = "X-Telegram-Bot-Api-Secret-Token"
HAND = {
    "update_id": 1,
    "message": {
        "message_id": 9,
        "date": 1,
        "chat": {"id": -5, "type": "group"},
        "from": {"id": 1},
        "text": "✋",
    },
}


class Ledger(Database):
    """A database whose commits a test can break or hold up, and which counts who opened it."""

    failures = 0
    opened = 0
    gate: asyncio.Event | None = None

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        self.opened += 1
        async with super().work() as work:
            yield work
            if self.gate is not None:
                await self.gate.wait()
            if self.failures:
                self.failures -= 1
                raise OperationalError("COMMIT", None, Exception("disk full"))


class Door:
    """The hook on a server, the database behind it, and hands to knock."""

    def __init__(self, database: Ledger, session: aiohttp.ClientSession) -> None:
        self.database = database
        self.session = session
        self.url = ""
        self.hook = Hook("/telegram", SECRET)
        self.woken = 0

    def open(self) -> None:
        clock = MovableClock(NOON)
        receiver = Receiver(self.database, clock, bot_id=7, bot_username="bot", on_received=self._wake)
        self.hook.open(receiver)

    def _wake(self) -> None:
        self.woken += 1

    async def knock(self, body: Any = HAND, secret: str | None = SECRET) -> int:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {} if secret is None else {HEADER: secret}
        async with self.session.post(self.url, data=BytesIO(data), headers=headers) as answer:
            assert await answer.read() == b""
            return answer.status

    async def keys(self) -> list[str]:
        async with Database.work(self.database) as work:
            return list(await work.session.scalars(select(Inbox.key).order_by(Inbox.seq)))


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Door]:
    database = Ledger(f"sqlite+aiosqlite:///{tmp_path}/inbox.db", Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with aiohttp.ClientSession() as session:
        door = Door(database, session)
        door.open()
        app = web.Application(client_max_size=LONGEST_UPDATE)
        app.router.add_post(door.hook.path, door.hook.handle)
        async with TestServer(app) as server:
            door.url = str(server.make_url(door.hook.path))
            yield door
    await database.close()


async def test_an_update_is_committed_before_telegram_is_told_that_it_arrived(door: Door) -> None:
    door.database.gate = asyncio.Event()
    knocking = asyncio.create_task(door.knock())
    async with asyncio.timeout(5):
        while not door.database.opened:  # noqa: ASYNC110
            await asyncio.sleep(0)
    assert not knocking.done()
    door.database.gate.set()
    assert await knocking == 200
    assert await door.keys() == ["tg:1"]
    assert door.woken == 1


async def test_the_same_update_twice_changes_nothing(door: Door) -> None:
    assert [await door.knock(), await door.knock()] == [200, 200]
    assert await door.keys() == ["tg:1"]


async def test_two_deliveries_of_one_update_at_once_leave_one(door: Door) -> None:
    assert set(await asyncio.gather(*(door.knock() for _ in range(8)))) == {200}
    assert await door.keys() == ["tg:1"]


@pytest.mark.parametrize("secret", [None, "", "x", SECRET[:-1], SECRET + "x", SECRET.upper(), "✋"])
async def test_without_its_secret_nothing_is_read_or_written(door: Door, secret: str | None) -> None:
    assert await door.knock(secret=secret) == 401
    assert door.database.opened == 0


async def test_a_stranger_is_refused_before_having_sent_a_byte_of_the_body(door: Door) -> None:
    host, port = door.url.removeprefix("http://").split("/")[0].split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"POST /telegram HTTP/1.1\r\nHost: {host}\r\nContent-Length: 100\r\n\r\n".encode())
    async with asyncio.timeout(5):
        assert await reader.readline() == b"HTTP/1.1 401 Unauthorized\r\n"
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize(
    "body",
    [b"", b"hello", b"{", b"\xff\xfe\x00", b"[]", b"null", b"7", b'"text"', b"{}", b'{"update_id": "1"}',
     b'{"update_id": true}', b'{"update_id": 99999999999999999999}', b"[" * 100_000],
)  # fmt: skip
async def test_what_is_no_update_is_refused_and_nothing_written(door: Door, body: bytes) -> None:
    assert await door.knock(body) == 400
    assert door.database.opened == 0


@pytest.mark.parametrize("told", [True, False])
async def test_what_is_too_large_is_refused_and_nothing_written(door: Door, told: bool) -> None:
    body = b" " * (LONGEST_UPDATE + 1)

    async def in_pieces() -> AsyncIterator[bytes]:
        yield body

    headers = {HEADER: SECRET}
    async with door.session.post(
        door.url, data=BytesIO(body) if told else in_pieces(), headers=headers
    ) as answer:
        assert answer.status == 413
    assert door.database.opened == 0


async def test_the_longest_update_is_taken(door: Door) -> None:
    padding = LONGEST_UPDATE - len(json.dumps(HAND)) - len(', "more": ""')
    assert await door.knock({**HAND, "more": "x" * padding}) == 200
    assert await door.keys() == ["tg:1"]


@pytest.mark.parametrize(
    "raw",
    [{"update_id": 2}, {"update_id": 2, "poll": {}}, {"update_id": 2, "message": 5},
     {"update_id": 2, "message": {"chat": {"id": "?"}, "from": []}},
     {"update_id": 2, "message": {**HAND["message"], "text": "hello"}}],  # type: ignore[dict-item]
)  # fmt: skip
async def test_an_update_that_is_not_for_us_is_done_with_and_never_written(
    door: Door, raw: Mapping[str, Any]
) -> None:
    assert await door.knock(raw) == 200
    assert door.database.opened == 0


async def test_what_cannot_be_written_now_telegram_delivers_again(door: Door) -> None:
    door.database.failures = 1
    with capture_logs() as logs:
        assert await door.knock() == 503
    assert [line["event"] for line in logs] == ["an update was not written down; telegram delivers it again"]
    assert await door.keys() == []
    assert await door.knock() == 200
    assert await door.keys() == ["tg:1"]


async def test_before_the_bot_is_up_telegram_is_asked_to_come_again(door: Door) -> None:
    door.hook._receiver = None
    assert await door.knock() == 503
    door.open()
    assert await door.knock() == 200


URL = "https://bot.example/telegram"


@pytest.fixture
async def town() -> AsyncIterator[playground.Playground]:
    town = await playground.start(MovableClock(NOON), seeded=False)
    yield town
    await town.stop()


@pytest.fixture
async def api(town: playground.Playground) -> AsyncIterator[BotApi]:
    api = BotApi(town.token, town.api_root)
    await api.start()
    yield api
    await api.stop()


def set_webhook(town: playground.Playground) -> list[dict[str, Any]]:
    return [call.params for call in town.calls if call.method == "setWebhook"]


async def test_telegram_is_told_where_to_deliver_and_only_once(
    town: playground.Playground, api: BotApi
) -> None:
    ann = town.world.add_person("Ann")
    town.world.say(ann, ann.id, "✋")
    for _ in range(2):
        await register(api, URL, SECRET)
    (told,) = set_webhook(town)
    assert told["url"].partition("?")[0] == URL
    assert told["secret_token"] == SECRET
    assert told["allowed_updates"] == list(ALLOWED_UPDATES)
    assert told["drop_pending_updates"] is False
    assert len(town.world.pending()) == 1


@pytest.mark.parametrize(
    ("url", "secret"), [("https://other.example/telegram", SECRET), (URL, "another-" * 4)]
)
async def test_another_address_or_another_secret_is_told_anew(
    town: playground.Playground, api: BotApi, url: str, secret: str
) -> None:
    await register(api, URL, SECRET)
    await register(api, url, secret)
    assert set_webhook(town)[1]["secret_token"] == secret


async def test_another_list_of_updates_is_told_anew(town: playground.Playground, api: BotApi) -> None:
    await register(api, URL, SECRET)
    hook = set_webhook(town)[0]
    await api.call("setWebhook", {**hook, "allowed_updates": ["message"]})
    await register(api, URL, SECRET)
    assert town.world.store.updates.allowed == list(ALLOWED_UPDATES)


async def test_the_address_that_telegram_shows_does_not_hold_the_secret(
    town: playground.Playground, api: BotApi
) -> None:
    await register(api, URL, SECRET)
    assert SECRET not in str(await api.call("getWebhookInfo"))


async def test_an_address_that_telegram_does_not_take_ends_the_start_with_a_sentence(
    town: playground.Playground, api: BotApi
) -> None:
    with pytest.raises(StartRefused, match="does not take this WEBHOOK_URL"):
        await register(api, URL, "a secret with spaces")
