from collections.abc import AsyncIterator

import pytest

import playground
from bot.api import BotApi
from bot.profile import publish
from scheduler.clock import MovableClock


@pytest.fixture
async def play() -> AsyncIterator[playground.Playground]:
    running = await playground.start(MovableClock(), seeded=False)
    yield running
    await running.stop()


@pytest.fixture
async def api(play: playground.Playground) -> AsyncIterator[BotApi]:
    api = BotApi(play.token, play.api_root)
    await api.start()
    yield api
    await api.stop()


def _set(play: playground.Playground) -> list[str]:
    return [call.method for call in play.calls if call.method.startswith("set")]


async def test_the_first_start_tells_telegram_about_the_bot_in_both_languages(
    api: BotApi, play: playground.Playground
) -> None:
    await publish(api)
    english = await api.call("getMyCommands", {"scope": {"type": "all_private_chats"}, "language_code": ""})
    chinese = await api.call("getMyCommands", {"scope": {"type": "all_private_chats"}, "language_code": "zh"})
    assert [command["command"] for command in english] == [command["command"] for command in chinese]
    assert english[0]["description"] != chinese[0]["description"]
    assert (await api.call("getMyDescription", {"language_code": "zh"}))["description"]


async def test_safety_is_in_no_groups_command_list(api: BotApi) -> None:
    await publish(api)
    for code in ("", "zh"):
        listed = await api.call(
            "getMyCommands", {"scope": {"type": "all_group_chats"}, "language_code": code}
        )
        assert "pause" in [command["command"] for command in listed]
        assert "safety" not in [command["command"] for command in listed]


async def test_a_second_start_sets_nothing(api: BotApi, play: playground.Playground) -> None:
    await publish(api)
    before = _set(play)
    await publish(api)
    assert _set(play) == before


async def test_only_what_differs_is_set(api: BotApi, play: playground.Playground) -> None:
    await publish(api)
    await api.call("setMyShortDescription", {"short_description": "older words", "language_code": "zh"})
    before = len(_set(play))
    await publish(api)
    assert _set(play)[before:] == ["setMyShortDescription"]


async def test_a_refusal_does_not_keep_the_bot_from_starting(
    api: BotApi, play: playground.Playground
) -> None:
    play.faults.add("429", "setMyCommands", times=1, retry_after=30)
    await publish(api)
    assert "setMyCommands" in _set(play)
