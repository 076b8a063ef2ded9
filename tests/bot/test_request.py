"""Calls go out together over connections that stay open, and nothing is sent twice."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from telegram.error import NetworkError, TimedOut

from bot.api import BotApi, Upload


@dataclass
class Telegram:
    """A server that counts connections and calls; `answer` None: it hangs up without a word."""

    root: str = ""
    answer: str | None = '{"ok": true, "result": true}'
    connections: set[object] = field(default_factory=set)
    calls: list[dict[str, str | bytes]] = field(default_factory=list)
    open: int = 0
    all_open: asyncio.Event = field(default_factory=asyncio.Event)
    wanted: int = 1

    async def take(self, request: web.Request) -> web.Response:
        self.connections.add(request.transport)
        form = await request.post()
        self.calls.append(
            {
                name: value.file.read() if isinstance(value, web.FileField) else str(value)
                for name, value in form.items()
            }
        )
        self.open += 1
        if self.open >= self.wanted:
            self.all_open.set()
        await self.all_open.wait()
        if self.answer is None:
            assert request.transport is not None
            request.transport.abort()
        return web.Response(text=self.answer or "")


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    telegram = Telegram()
    app = web.Application()
    app.router.add_post("/{rest:.*}", telegram.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    telegram.root = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield telegram
    await runner.cleanup()


@pytest.fixture
async def api(telegram: Telegram) -> AsyncIterator[BotApi]:
    api = BotApi("1:x", telegram.root)
    await api.start()
    yield api
    await api.stop()


async def test_one_call_after_another_uses_one_connection(api: BotApi, telegram: Telegram) -> None:
    for number in range(5):
        await api.call("sendMessage", {"chat_id": number, "text": "here"})
    assert len(telegram.calls) == 5
    assert len(telegram.connections) == 1


async def test_calls_do_not_wait_for_each_other(api: BotApi, telegram: Telegram) -> None:
    # Each is answered once all sixteen are there.
    telegram.wanted = 16
    async with asyncio.timeout(10):
        await asyncio.gather(*(api.call("sendMessage", {"chat_id": number}) for number in range(16)))
    assert len(telegram.connections) == 16


async def test_a_reply_that_was_lost_is_an_unknown_outcome_and_nothing_is_sent_again(
    api: BotApi, telegram: Telegram
) -> None:
    await api.call("sendMessage", {"chat_id": 1})
    telegram.answer = None
    with pytest.raises(NetworkError):
        await api.call("sendMessage", {"chat_id": 2})
    assert [call["chat_id"] for call in telegram.calls] == ["1", "2"]


async def test_a_reply_that_does_not_come_is_waited_for_no_longer_than_asked(
    api: BotApi, telegram: Telegram
) -> None:
    telegram.wanted = 2
    with pytest.raises(TimedOut):
        await api.call("sendMessage", {"chat_id": 1}, read_timeout=0.05)


async def test_a_file_goes_with_its_words(api: BotApi, telegram: Telegram) -> None:
    film = Upload("breathing.gif", b"GIF89a")
    await api.call("sendAnimation", {"chat_id": 1, "animation": film, "caption": "慢慢呼吸"})
    (call,) = telegram.calls
    assert call["caption"] == "慢慢呼吸"
    assert b"GIF89a" in call.values()
