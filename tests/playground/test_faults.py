from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import telegram

import playground as play
from playground import Person, World, WorldError
from tests.playground.hands import Api, HandClock


@pytest.fixture
def chat(world: World, ann: Person) -> int:
    """Ann's private chat, started."""
    world.start(ann)
    return ann.id


async def test_a_fault_strikes_as_often_as_asked_and_then_all_is_well(
    playground: play.Playground, chat: int, api: Api
) -> None:
    playground.faults.add("429", "sendMessage", times=2, retry_after=7)
    for _ in range(2):
        refused = await api("sendMessage", chat_id=chat, text="hi")
        assert refused.error == (429, "Too Many Requests: retry after 7")
        assert refused.body["parameters"] == {"retry_after": 7}
    assert (await api("sendMessage", chat_id=chat, text="hi")).status == 200


async def test_a_fault_can_be_for_one_chat_only(
    playground: play.Playground, chat: int, group: int, api: Api
) -> None:
    playground.faults.add("500", "*", chat=group)
    assert (await api("sendMessage", chat_id=chat, text="hi")).status == 200
    assert (await api("sendMessage", chat_id=group, text="hi")).error == (
        500,
        "Internal Server Error: restart",
    )
    playground.faults.add("401", "sendMessage")
    assert (await api("sendMessage", chat_id=chat, text="hi")).error == (401, "Unauthorized")


async def test_a_lost_reply_leaves_the_message_and_a_reset_does_not(
    playground: play.Playground, world: World, ann: Person, chat: int, bot: telegram.Bot
) -> None:
    playground.faults.add("lost_reply", "sendMessage")
    with pytest.raises(telegram.error.NetworkError):
        await bot.send_message(chat, "arrived")
    playground.faults.add("reset", "sendMessage")
    with pytest.raises(telegram.error.NetworkError):
        await bot.send_message(chat, "never arrived")
    assert [message.text for message in world.messages(chat, ann)] == ["/start", "arrived"]
    assert [(call.ok, call.error) for call in playground.calls if call.method == "sendMessage"] == [
        (True, None),
        (False, "fault: reset"),
    ]


async def test_a_slow_answer_outlasts_an_impatient_caller_though_the_message_is_there(
    playground: play.Playground, world: World, ann: Person, chat: int, bot: telegram.Bot
) -> None:
    playground.faults.add("slow", "sendMessage", seconds=5)
    with pytest.raises(telegram.error.TimedOut):
        await bot.send_message(chat, "slow", read_timeout=0.1)
    assert world.last(chat, ann).text == "slow"


async def test_faults_can_be_cleared_and_unknown_ones_are_named(
    playground: play.Playground, chat: int, api: Api
) -> None:
    playground.faults.add("500", times=100)
    playground.faults.clear()
    assert (await api("sendMessage", chat_id=chat, text="hi")).status == 200
    with pytest.raises(WorldError, match="There is no fault 'fire'"):
        playground.faults.add("fire")


async def test_flood_limits_refuse_a_burst_and_forgive_after_a_while(clock: HandClock, api: Api) -> None:
    limited = await play.start(clock, seeded=False, flood_limits=True)
    try:
        world = limited.world
        ann, ben = world.add_person("Ann"), world.add_person("Ben")
        group = world.make_group("Ann & Ben", [ann, ben])
        world.add_bot(group, ann)
        telegram_side = Api(api.session, limited.api_root, limited.token)

        async def send() -> Any:
            return await telegram_side("sendMessage", chat_id=group, text="hi")

        for _ in range(5):
            assert (await send()).status == 200
        refused = await send()
        assert refused.error == (429, "Too Many Requests: retry after 5")
        for _ in range(3):
            clock.advance(timedelta(seconds=refused.body["parameters"]["retry_after"]))
            for _ in range(5):
                assert (await send()).status == 200
        clock.advance(timedelta(seconds=5))
        assert (await send()).error == (429, "Too Many Requests: retry after 40")
        clock.advance(timedelta(seconds=40))
        assert (await send()).status == 200
    finally:
        await limited.stop()


async def test_without_flood_limits_a_burst_passes(chat: int, api: Api) -> None:
    for _ in range(40):
        assert (await api("sendMessage", chat_id=chat, text="hi")).status == 200
