"""Two real processes on one PostgreSQL database, both of which Telegram delivers to; one of them works."""

import asyncio
import re
import signal
import socket
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

import playground
from bot.receive.webhook import LONGEST_UPDATE
from playground.model import Json
from scheduler.clock import MovableClock
from tests.crash.process import BotProcess
from tests.crash.test_standby import EVENING, LAUNCHER, LEASE, LIMIT, MERCY, Standby

SECRET = "only-telegram-knows-this"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
PATH = "/telegram"


class Balancer:
    """What stands before the replicas: hands each update to the next of them, every third one to all."""

    def __init__(self) -> None:
        self.ports: list[int] = []
        # What each replica took, by its port.
        self.taken: dict[int, list[int]] = {}
        self.url = ""
        self._count = 0
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        self._session = aiohttp.ClientSession()
        app = web.Application(client_max_size=2 * LONGEST_UPDATE)
        app.router.add_post(PATH, self._hand_on)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}{PATH}"

    async def stop(self) -> None:
        assert self._runner is not None
        assert self._session is not None
        await self._runner.cleanup()
        await self._session.close()

    async def _hand_on(self, request: web.Request) -> web.Response:
        raw: Json = await request.json()
        self._count += 1
        turn = self._count % len(self.ports)
        chosen = self.ports if self._count % 3 == 0 else [self.ports[turn]]
        answers = await asyncio.gather(*(self.knock(port, raw, request.headers[HEADER]) for port in chosen))
        for port, status in zip(chosen, answers, strict=True):
            self.taken.setdefault(port, []).extend([raw["update_id"]] if status == 200 else [])
        return web.Response(status=answers[0])

    async def knock(self, port: int, body: Json | bytes, secret: str | None) -> int:
        """Deliver something to a replica; its answer."""
        assert self._session is not None
        url, headers = f"http://127.0.0.1:{port}{PATH}", {HEADER: secret} if secret is not None else {}
        if isinstance(body, bytes):
            sending = self._session.post(url, data=BytesIO(body), headers=headers)
        else:
            sending = self._session.post(url, json=body, headers=headers)
        async with sending as answer:
            return answer.status

    async def figure(self, port: int, name: str) -> float:
        """What a replica's /metrics tells."""
        assert self._session is not None
        async with self._session.get(f"http://127.0.0.1:{port}/metrics") as answer:
            found = re.search(rf"^{name} (\S+)$", await answer.text(), re.MULTILINE)
        assert found is not None
        return float(found[1])


class Replicas(Standby):
    """Ann, Ben, and replicas by name, each with a door of its own."""

    balancer: Balancer

    async def start(self) -> BotProcess:
        """One more replica, which is up."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = {
            "BOT_TOKEN": self.town.token,
            "BOT_API_URL": self.town.api_root,
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": self.url,
            "WEBHOOK_URL": self.balancer.url,
            "WEBHOOK_SECRET": SECRET,
            "LISTEN": f"127.0.0.1:{port}",
        }
        replica = await BotProcess.start(
            LAUNCHER, self.clock.now().isoformat(), str(LEASE), folder=self.folder.parent, settings=settings
        )
        self.replicas.append(replica)
        assert await replica.said("the bot is up"), replica.err
        self.balancer.ports.append(port)
        return replica

    async def gauges(self) -> list[float]:
        """Who works, as each replica tells it."""
        return [await self.balancer.figure(port, "backsoon_lease_held") for port in self.balancer.ports]

    async def status(self) -> str:
        """What `python -m bot status` says of the lease."""
        settings = {"DATA_DIR": str(self.folder), "DATABASE_URL": self.url}
        looking = await BotProcess.start("-m", "bot", "status", folder=self.folder.parent, settings=settings)
        await looking.ended()
        return next(line for line in looking.out if "lease" in line)

    def called(self, method: str) -> int:
        return sum(call.method == method for call in self.town.calls)

    def effects(self) -> int:
        """How often help was shown, to anybody."""
        return len(self.onlooker.rows("SELECT 1 FROM sent WHERE panel_key = 'help.home'"))

    def kept(self) -> list[tuple[str, str]]:
        """The updates that were written down, and what became of them."""
        query = "SELECT key, state FROM inbox WHERE key LIKE 'tg:%' ORDER BY seq"
        return [(key, state) for key, state in self.onlooker.rows(query)]


@pytest.fixture
async def replicas(tmp_path: Path, postgresql_url: str) -> AsyncIterator[Replicas]:
    clock = MovableClock(EVENING)
    town = await playground.start(clock, seeded=False)
    replicas = Replicas(town, clock, tmp_path / "data", postgresql_url)
    replicas.balancer = Balancer()
    await replicas.balancer.start()
    try:
        first = await replicas.start()
        assert await first.said("this replica works now")
        await replicas.start()
        yield replicas
    finally:
        await replicas.stop()
        await replicas.balancer.stop()
        await town.stop()


async def test_what_either_receives_has_one_effect_and_one_of_them_works(replicas: Replicas) -> None:
    first, second = replicas.replicas
    await replicas.pair()
    for asked in range(6):
        for person in (replicas.ann, replicas.ben):
            replicas.world.say(person, replicas.world.private_chat(person), "/help")
        await replicas.quiet()
        assert replicas.effects() == 2 * (asked + 1)
    replicas.world.key(replicas.ann, replicas.group, "✋")
    await replicas.until(lambda: len(replicas.sends("✋")) == 1)
    await replicas.move(minutes=20)
    await replicas.until(lambda: len(replicas.sends("It's")) == 1)
    await replicas.tap(replicas.ben, ":talking")
    await replicas.quiet()
    assert replicas.history() == [("closed", "talking")]
    assert (len(replicas.sends("✋")), len(replicas.sends("It's"))) == (1, 1)
    # Each took its part, many took the same, and each of those is there once.
    taken = list(replicas.balancer.taken.values())
    assert len(taken) == 2
    assert all(len(ids) > 5 for ids in taken)
    assert len(set(taken[0]) & set(taken[1])) > 3
    once = {f"tg:{update_id}" for ids in taken for update_id in ids}
    assert sorted(key for key, _ in replicas.kept()) == sorted(once)
    assert {state for _, state in replicas.kept()} == {"done"}
    # The second found the address as it is to be.
    assert (replicas.called("getUpdates"), replicas.called("setWebhook")) == (0, 1)
    assert [replicas.held_by(first), replicas.held_by(second)].count(True) == 1
    assert sum(await replicas.gauges()) == 1


async def test_the_lease_is_seen_from_outside_as_it_changes_hands(replicas: Replicas) -> None:
    first, second = replicas.replicas
    assert await replicas.gauges() == [1, 0]
    assert f":{first.pid} for" in await replicas.status()
    await replicas.pair()
    replicas.world.key(replicas.ann, replicas.group, "✋")
    await replicas.until(lambda: len(replicas.sends("✋")) == 1)
    await replicas.quiet()
    frozen = replicas.balancer.ports.pop(0)
    first.signal(signal.SIGSTOP)
    begun = asyncio.get_running_loop().time()
    await replicas.until(lambda: replicas.held_by(second))
    assert asyncio.get_running_loop().time() - begun < LIMIT + MERCY
    assert await replicas.gauges() == [1]
    assert f":{second.pid} for" in await replicas.status()
    first.signal(signal.SIGCONT)
    assert await first.said("another replica works, or may; this one waits")
    replicas.balancer.ports.insert(0, frozen)
    assert await replicas.gauges() == [0, 1]
    # It receives again, and the other works.
    await replicas.move(minutes=20)
    await replicas.until(lambda: len(replicas.sends("It's")) == 1)
    await replicas.tap(replicas.ben, ":talking")
    await replicas.quiet()
    assert replicas.history() == [("closed", "talking")]
    for replica in (first, second):
        replica.signal(signal.SIGTERM)
        assert await replica.ended() == 0
    assert (await replicas.status()).split() == [
        "WRONG",
        "lease",
        "held",
        "by",
        "nobody:",
        "no",
        "replica",
        "works",
    ]


async def test_either_refuses_what_is_not_telegrams_and_writes_nothing(replicas: Replicas) -> None:
    hand = b'{"update_id": 7, "message": {"chat": {"id": 5, "type": "private"}, "from": {"id": 5}}}'
    before = replicas.kept()
    for port in replicas.balancer.ports:
        for body, secret, status in (
            (hand, None, 401),
            (hand, "another-bot-knows-this!!", 401),
            (b" " * (LONGEST_UPDATE + 1), SECRET, 413),
            (b"hello", SECRET, 400),
        ):
            assert await replicas.balancer.knock(port, body, secret) == status
    assert replicas.kept() == before
    assert await replicas.balancer.knock(replicas.balancer.ports[1], hand, SECRET) == 200
    assert [key for key, _ in replicas.kept()[len(before) :]] == ["tg:7"]
