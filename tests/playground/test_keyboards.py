from __future__ import annotations

from typing import Any

import pytest

from playground import Person, World, WorldError
from tests.playground.hands import Api

HAND: dict[str, Any] = {"keyboard": [[{"text": "✋"}]], "is_persistent": True, "resize_keyboard": True}


async def _carry(api: Api, chat: int, markup: dict[str, Any], **more: Any) -> int:
    sent = await api("sendMessage", chat_id=chat, text=more.pop("text", "keys"), reply_markup=markup, **more)
    return int(sent.result["message_id"])


async def test_a_key_pressed_in_a_group_arrives_as_a_reply_to_the_carrier(
    world: World, ann: Person, ben: Person, group: int, api: Api
) -> None:
    carrier = await _carry(api, group, HAND)
    world.say(ann, group, "talk")
    world.key(ben, group, "✋")
    message = (await api.updates())[0]["message"]
    assert message["text"] == "✋"
    assert message["from"]["id"] == ben.id
    assert message["reply_to_message"]["message_id"] == carrier
    keyboard = world.keyboard(group, ann)
    assert keyboard is not None
    assert keyboard.persistent


async def test_in_a_private_chat_a_key_is_a_plain_text(world: World, ann: Person, api: Api) -> None:
    world.start(ann)
    await _carry(api, ann.id, HAND)
    assert "reply_to_message" not in world.key(ann, ann.id, "✋").raw


async def test_there_is_no_key_without_a_keyboard(world: World, ann: Person, group: int, api: Api) -> None:
    with pytest.raises(WorldError, match="has no key"):
        world.key(ann, group, "✋")
    await _carry(api, group, HAND)
    await _carry(api, group, {"remove_keyboard": True})
    with pytest.raises(WorldError, match="has no key"):
        world.key(ann, group, "✋")


async def test_a_selective_keyboard_is_only_for_whom_it_names_or_answers(
    world: World, ann: Person, ben: Person, group: int, api: Api
) -> None:
    named = {"type": "text_mention", "offset": 0, "length": 3, "user": ann.user()}
    await _carry(api, group, HAND | {"selective": True}, text="Ann, this is yours", entities=[named])
    assert world.keyboard(group, ann) is not None
    assert world.keyboard(group, ben) is None
    said = world.say(ben, group, "/me@backsoon_demo_bot")
    answer = {"message_id": said.id}
    await _carry(api, group, HAND | {"selective": True}, reply_parameters=answer)
    assert world.keyboard(group, ben) is not None
    await _carry(api, group, {"remove_keyboard": True, "selective": True}, reply_parameters=answer)
    assert world.keyboard(group, ben) is None
    assert world.keyboard(group, ann) is not None


async def test_a_one_time_keyboard_goes_after_one_press(
    world: World, ann: Person, ben: Person, group: int, api: Api
) -> None:
    await _carry(api, group, HAND | {"one_time_keyboard": True})
    world.key(ann, group, "✋")
    assert world.keyboard(group, ann) is None
    assert world.keyboard(group, ben) is not None


async def test_a_keyboard_goes_with_its_carrier_and_with_its_bot(
    world: World, ann: Person, group: int, api: Api
) -> None:
    carrier = await _carry(api, group, HAND)
    await api("deleteMessage", chat_id=group, message_id=carrier)
    assert world.keyboard(group, ann) is None
    await _carry(api, group, HAND)
    world.remove_bot(group, ann)
    assert world.keyboard(group, ann) is None


async def test_a_forced_reply_is_a_reply(world: World, ann: Person, group: int, api: Api) -> None:
    asked = await _carry(api, group, {"force_reply": True})
    assert world.say(ann, group, "45").raw["reply_to_message"]["message_id"] == asked
    assert "reply_to_message" not in world.say(ann, group, "that was all").raw


async def test_buttons_that_ask_for_contacts_are_for_private_chats(
    world: World, ann: Person, group: int, api: Api
) -> None:
    markup = {"keyboard": [[{"text": "me", "request_contact": True}]]}
    sent = await api("sendMessage", chat_id=group, text="x", reply_markup=markup)
    assert sent.error == (400, "Bad Request: BUTTON_TYPE_INVALID")
    world.start(ann)
    assert (await api("sendMessage", chat_id=ann.id, text="x", reply_markup=markup)).status == 200
