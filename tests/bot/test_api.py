"""The Bot API over python-telegram-bot's network stack, against a server on this machine."""

import asyncio
import json
import warnings
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import (
    BadRequest,
    EndPointNotFound,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

import playground
from bot.api import BotApi, MuteRequest, NetworkInTurn
from scheduler.clock import MovableClock


@pytest.fixture
async def town() -> AsyncIterator[playground.Playground]:
    town = await playground.start(MovableClock(datetime(2026, 11, 21, 12, 0, tzinfo=UTC)), seeded=False)
    yield town
    await town.stop()


@pytest.fixture
async def api(town: playground.Playground) -> AsyncIterator[BotApi]:
    api = BotApi(town.token, town.api_root)
    await api.start()
    yield api
    await api.stop()


@pytest.fixture
def ann(town: playground.Playground) -> playground.Person:
    ann = town.world.add_person("Ann")
    town.world.start(ann)
    return ann


async def test_a_call_returns_the_raw_result(api: BotApi, ann: playground.Person) -> None:
    with warnings.catch_warnings(record=True) as seen:
        result = await api.call("sendMessage", {"chat_id": ann.id, "text": "Hello."})
    assert result["text"] == "Hello."
    assert isinstance(result, dict)
    assert seen == []


async def test_what_is_none_is_left_out(
    api: BotApi, town: playground.Playground, ann: playground.Person
) -> None:
    await api.call("sendMessage", {"chat_id": ann.id, "text": "Hello.", "reply_markup": None})
    assert town.calls[-1].params == {"chat_id": ann.id, "text": "Hello."}


async def test_updates_are_fetched_raw_while_other_calls_go_through(
    api: BotApi, town: playground.Playground, ann: playground.Person
) -> None:
    [first] = await api.call("getUpdates", {"timeout": 0})
    assert first["message"]["text"] == "/start"
    poll = asyncio.create_task(
        api.call("getUpdates", {"offset": first["update_id"] + 1, "timeout": 50}, read_timeout=60)
    )
    await api.call("sendMessage", {"chat_id": ann.id, "text": "Hello."})
    assert not poll.done()
    town.world.say(ann, ann.id, "hi")
    [second] = await poll
    assert second["message"]["text"] == "hi"


async def test_errors_keep_their_class(
    api: BotApi, town: playground.Playground, ann: playground.Person
) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await api.call("sendMessage", {"chat_id": 1, "text": "Hello."})
    town.faults.add("429", retry_after=9)
    with pytest.raises(RetryAfter):
        await api.call("getMe")
    town.faults.add("500")
    with pytest.raises(NetworkError):
        await api.call("getMe")
    town.faults.add("slow", seconds=0.3)
    with pytest.raises(TimedOut):
        await api.call("getMe", read_timeout=0.05)


async def test_a_method_that_does_not_exist_is_told_from_a_rejected_token(
    api: BotApi, town: playground.Playground
) -> None:
    with pytest.raises(EndPointNotFound, match="sendDance"):
        await api.call("sendDance")
    town.faults.add("401")
    with pytest.raises(InvalidToken):
        await api.call("sendMessage", {"chat_id": 1, "text": "Hello."})


async def serve(status: int, body: str) -> tuple[web.AppRunner, str]:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status, text=body)

    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}"


@pytest.mark.parametrize(
    ("method", "body", "error"),
    [
        ("getMe", '{"ok": false, "error_code": 404, "description": "Not Found"}', InvalidToken),
        ("sendMessage", '{"ok": false, "error_code": 404, "description": "Not Found"}', EndPointNotFound),
        ("getMe", "<html>no such page</html>", NetworkError),
    ],
)
async def test_a_404_means_a_wrong_token_a_wrong_method_or_another_server(
    method: str, body: str, error: type[TelegramError]
) -> None:
    runner, root = await serve(404, body)
    api = BotApi("1:x", root)
    await api.start()
    try:
        with pytest.raises(error):
            await api.call(method)
    finally:
        await api.stop()
        await runner.cleanup()


async def test_no_error_quotes_the_token() -> None:
    token = "12345:AbCdEfGhIjKlMnOpQrStUvWxYz0123456789"
    refusal = {"ok": False, "description": f"Bad Request: /bot{token}/getMe is odd"}
    runner, root = await serve(400, json.dumps(refusal))
    api = BotApi(token, root)
    await api.start()
    try:
        with pytest.raises(BadRequest) as refused:
            await api.call("getMe")
    finally:
        await api.stop()
        await runner.cleanup()
    with pytest.raises(TelegramError) as stopped:
        await api.call("getMe")
    for error in (refused.value, stopped.value):
        assert token not in f"{error!r} {error.__cause__!r}"
        assert error.__suppress_context__


async def test_a_server_that_is_away_is_a_network_error() -> None:
    api = BotApi("1:x", "http://127.0.0.1:9/")
    await api.start()
    with pytest.raises(NetworkError):
        await api.call("getMe")
    await api.stop()


async def test_an_api_that_was_stopped_can_be_started_again(api: BotApi) -> None:
    await api.stop()
    await api.start()
    assert (await api.call("getMe"))["is_bot"] is True


async def test_the_bot_that_updates_carry_refuses_every_call() -> None:
    bot = Bot("1:x", request=MuteRequest(), get_updates_request=MuteRequest())
    with pytest.raises(NetworkInTurn, match="sendMessage"):
        await bot.send_message(1, "Hello.")


async def test_the_bot_that_updates_carry_knows_who_it_is() -> None:
    mute = MuteRequest({"id": 1, "is_bot": True, "first_name": "Backsoon", "username": "backsoon_demo_bot"})
    bot = Bot("1:x", request=mute, get_updates_request=mute)
    await bot.initialize()
    assert bot.username == "backsoon_demo_bot"
    with pytest.raises(NetworkInTurn):
        await bot.send_message(1, "Hello.")
    await bot.shutdown()
