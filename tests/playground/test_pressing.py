from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
import telegram

from playground import Person, World, WorldError
from tests.playground.hands import Api, HandClock

TOO_OLD = (400, "Bad Request: query is too old and response timeout expired or query ID is invalid")


async def _panel(api: Api, chat: int, *buttons: dict[str, Any]) -> int:
    sent = await api(
        "sendMessage", chat_id=chat, text="panel", reply_markup={"inline_keyboard": [list(buttons)]}
    )
    return int(sent.result["message_id"])


async def test_a_press_arrives_with_its_message_and_its_answer_reaches_the_presser_alone(
    world: World, ann: Person, ben: Person, group: int, api: Api
) -> None:
    panel = await _panel(api, group, {"text": "✋", "callback_data": "pause:1", "style": "primary"})
    callback = world.tap(ben, group, panel, "✋")
    query = (await api.updates())[0]["callback_query"]
    assert (query["id"], query["data"], query["from"]["id"]) == (callback, "pause:1", ben.id)
    assert query["message"]["message_id"] == panel
    assert world.answer(callback) is None
    await api("answerCallbackQuery", callback_query_id=callback, text="Pause.", show_alert=True)
    answer = await world.answered(callback)
    assert (answer.person, answer.text, answer.alert) == (ben.id, "Pause.", True)


async def test_an_answer_that_comes_too_late_is_refused_though_the_press_counts(
    world: World, clock: HandClock, ann: Person, group: int, api: Api
) -> None:
    panel = await _panel(api, group, {"text": "✋", "callback_data": "p"})
    callback = world.tap(ann, group, panel, "p")
    clock.advance(timedelta(seconds=16))
    assert await api.kinds() == ["callback_query"]
    assert (await api("answerCallbackQuery", callback_query_id=callback)).error == TOO_OLD
    assert (await api("answerCallbackQuery", callback_query_id="unknown")).error == TOO_OLD


async def test_a_press_is_answered_once(world: World, ann: Person, group: int, api: Api) -> None:
    panel = await _panel(api, group, {"text": "✋", "callback_data": "p"})
    callback = world.tap(ann, group, panel, "p")
    assert (await api("answerCallbackQuery", callback_query_id=callback, text="a" * 201)).status == 400
    assert (await api("answerCallbackQuery", callback_query_id=callback)).result is True
    assert (await api("answerCallbackQuery", callback_query_id=callback)).error == TOO_OLD


async def test_a_test_can_wait_for_an_answer(
    world: World, ann: Person, group: int, api: Api, bot: telegram.Bot
) -> None:
    panel = await _panel(api, group, {"text": "✋", "callback_data": "p"})
    waiting = asyncio.create_task(world.answered(world.tap(ann, group, panel, "p")))
    query = (await bot.get_updates())[0].callback_query
    assert query is not None
    await query.answer("here")
    assert (await waiting).text == "here"
    with pytest.raises(TimeoutError):
        await world.answered("never", within=0.01)


async def test_only_a_member_can_press_and_only_what_is_there(
    world: World, ann: Person, group: int, api: Api
) -> None:
    panel = await _panel(api, group, {"text": "✋", "callback_data": "p"})
    cleo = world.add_person("Cleo")
    with pytest.raises(WorldError, match="not in this chat"):
        world.tap(cleo, group, panel, "p")
    with pytest.raises(WorldError, match="no button"):
        world.tap(ann, group, panel, "other")


async def test_a_copy_button_fills_the_clipboard_and_a_link_opens(
    world: World, ann: Person, group: int, api: Api
) -> None:
    panel = await _panel(
        api,
        group,
        {"text": "Copy", "copy_text": {"text": "Back in twenty minutes."}},
        {"text": "Read", "url": "https://example.org/pause"},
        {"text": "Start", "url": "https://t.me/backsoon_demo_bot?start=from_group"},
        {"text": "Share", "switch_inline_query_current_chat": "pause"},
    )
    for label in ("Copy", "Read", "Start", "Share"):
        assert world.tap(ann, group, panel, label) == ""
    assert world.clipboard[ann.id] == "Back in twenty minutes."
    assert world.opened[ann.id] == "https://example.org/pause"
    assert await api.texts() == ["/start from_group"]


@pytest.mark.parametrize(
    ("button", "error"),
    [
        ({"text": "a", "callback_data": "✋" * 22}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "url": "not a link"}, "BUTTON_URL_INVALID"),
        ({"text": "a", "copy_text": {"text": "a" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "a", "web_app": {"url": "https://example.org"}}, "BUTTON_TYPE_INVALID"),
        ({"text": "a", "callback_data": "p", "style": "pink"}, "invalid button style specified"),
        ({"text": " ", "callback_data": "p"}, "text must be non-empty"),
        ({"text": "a"}, "exactly one action is needed"),
        ({"text": "a", "callback_data": "p", "url": "https://example.org"}, "exactly one action is needed"),
    ],
)
async def test_a_button_that_telegram_would_refuse_is_refused(
    group: int, api: Api, button: dict[str, Any], error: str
) -> None:
    sent = await api("sendMessage", chat_id=group, text="x", reply_markup={"inline_keyboard": [[button]]})
    assert sent.error[0] == 400
    assert error in sent.error[1]


async def test_a_hundred_buttons_are_the_most(group: int, api: Api) -> None:
    rows = [[{"text": "a", "callback_data": "p"}]] * 101
    sent = await api("sendMessage", chat_id=group, text="x", reply_markup={"inline_keyboard": rows})
    assert sent.error == (400, "Bad Request: reply markup is too long")


async def test_a_bot_that_was_removed_gets_no_press(world: World, ann: Person, group: int, api: Api) -> None:
    panel = await _panel(api, group, {"text": "✋", "callback_data": "p"})
    world.remove_bot(group, ann)
    world.store.updates.drop()
    world.tap(ann, group, panel, "p")
    assert await api.updates() == []
