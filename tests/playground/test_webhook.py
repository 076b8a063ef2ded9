"""Delivery by webhook, as seen by who listens there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

import playground as play
from tests.playground.hands import Api, HandClock

SECRET = "ann_and_ben-" * 2


class Listener:
    """Takes what is delivered; answers what a test has laid out, then 200."""

    def __init__(self) -> None:
        self.url = ""
        self.got: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.answers: list[web.Response] = []
        self.hold: asyncio.Event | None = None

    async def handle(self, request: web.Request) -> web.Response:
        self.got.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.hold is not None:
            await self.hold.wait()
        return self.answers.pop(0) if self.answers else web.Response()

    @property
    def texts(self) -> list[str]:
        return [raw["message"]["text"] for raw in self.got]


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    listener = Listener()
    app = web.Application()
    app.router.add_post("/hook", listener.handle)
    async with TestServer(app) as server:
        listener.url = str(server.make_url("/hook"))
        yield listener


async def test_what_waits_and_what_comes_is_delivered_with_the_secret(
    world: play.World, ann: play.Person, api: Api, listener: Listener
) -> None:
    world.say(ann, ann.id, "before")
    await api("setWebhook", url=listener.url, secret_token=SECRET)
    await world.until(lambda: not world.pending())
    world.say(ann, ann.id, "after")
    await world.until(lambda: not world.pending())
    assert listener.texts == ["before", "after"]
    assert listener.secrets == [SECRET, SECRET]


async def test_a_chats_messages_come_one_after_another_and_keep_no_other_chat_waiting(
    world: play.World, ann: play.Person, ben: play.Person, api: Api, listener: Listener
) -> None:
    listener.hold = asyncio.Event()
    for person, text in ((ann, "one"), (ann, "two"), (ben, "three")):
        world.say(person, person.id, text)
    await api("setWebhook", url=listener.url)
    await world.until(lambda: len(listener.got) == 2)
    assert listener.texts == ["one", "three"]
    listener.hold.set()
    await world.until(lambda: not world.pending())
    assert listener.texts == ["one", "three", "two"]


async def test_what_was_not_taken_comes_again_at_once_and_its_trouble_is_told(
    world: play.World, ann: play.Person, api: Api, listener: Listener
) -> None:
    listener.answers = [web.Response(status=503)]
    world.say(ann, ann.id, "✋")
    await api("setWebhook", url=listener.url, max_connections=7)
    await world.until(lambda: not world.pending())
    assert listener.texts == ["✋", "✋"]
    info = (await api("getWebhookInfo")).result
    assert info["max_connections"] == 7
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"


async def test_what_is_never_taken_expires(
    world: play.World, ann: play.Person, api: Api, listener: Listener, clock: HandClock
) -> None:
    listener.answers = [web.Response(status=500, headers={"Retry-After": "3600"})]
    world.say(ann, ann.id, "✋")
    await api("setWebhook", url=listener.url)
    await world.until(lambda: bool(listener.got))
    assert len(world.pending()) == 1
    clock.advance(timedelta(hours=25))
    assert world.pending() == []


async def test_without_its_webhook_nothing_is_delivered_and_nothing_lost(
    world: play.World, ann: play.Person, api: Api, listener: Listener
) -> None:
    listener.answers = [web.Response(status=500, headers={"Retry-After": "3600"})]
    world.say(ann, ann.id, "✋")
    await api("setWebhook", url=listener.url)
    await world.until(lambda: bool(listener.got))
    await api("deleteWebhook")
    assert [raw["message"]["text"] for raw in (await api("getUpdates")).result] == ["✋"]
    assert len(listener.got) == 1


async def test_nothing_is_delivered_to_another_machine(world: play.World, ann: play.Person, api: Api) -> None:
    await api("setWebhook", url="https://bot.example/hook")
    world.say(ann, ann.id, "✋")
    info = (await api("getWebhookInfo")).result
    assert (info["pending_update_count"], info.get("last_error_message")) == (1, None)


@pytest.mark.parametrize("wrong", [{"secret_token": "no spaces"}, {"max_connections": 101}])
async def test_what_telegram_does_not_take_is_refused(wrong: dict[str, Any], api: Api) -> None:
    answer = await api("setWebhook", url="https://bot.example/hook", **wrong)
    assert answer.error is not None
    assert answer.error[0] == 400
