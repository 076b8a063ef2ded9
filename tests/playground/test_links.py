from __future__ import annotations

import pytest
from telegram.helpers import create_deep_linked_url

from playground import Person, World, WorldError
from tests.playground.hands import Api


async def test_an_invite_link_starts_the_bot_with_its_payload(world: World, ben: Person, api: Api) -> None:
    world.open_link(ben, create_deep_linked_url("backsoon_demo_bot", "pair-1_aB"))
    world.open_link(ben, "tg://resolve?domain=Backsoon_demo_bot&start=two")
    world.open_link(ben, "t.me/backsoon_demo_bot?start=")
    assert await api.texts() == ["/start pair-1_aB", "/start two", "/start"]
    assert ben.started


async def test_a_group_link_adds_the_bot_and_passes_the_payload_on(
    world: World, ann: Person, ben: Person, api: Api
) -> None:
    chat = world.make_group("Ann & Ben", [ann, ben])
    url = create_deep_linked_url("backsoon_demo_bot", "couple7", group=True)
    world.open_link(ann, url)
    added, joined, said = await api.updates()
    assert added["my_chat_member"]["chat"]["id"] == chat
    assert joined["message"]["new_chat_members"]
    assert said["message"]["text"] == "/start@backsoon_demo_bot couple7"
    world.open_link(ben, url)
    assert await api.texts() == ["/start@backsoon_demo_bot couple7"]


async def test_a_group_link_goes_to_the_group_that_was_picked(
    world: World, ann: Person, ben: Person, api: Api
) -> None:
    picked = world.make_group("one", [ann, ben])
    world.make_group("two", [ann, ben])
    world.open_link(ann, "https://t.me/backsoon_demo_bot?startgroup", picked)
    added, joined = await api.updates()
    assert added["my_chat_member"]["chat"]["id"] == picked
    assert joined["message"]["chat"]["id"] == picked


async def test_links_that_lead_nowhere_tell_the_bot_nothing(world: World, ann: Person, api: Api) -> None:
    assert world.open_link(ann, "https://example.org/?start=x") is None
    assert world.open_link(ann, "https://t.me/echo_other_bot?start=x") is None
    assert world.open_link(ann, "https://t.me/backsoon_demo_bot") is None
    assert await api.updates() == []
    with pytest.raises(WorldError, match="payload"):
        world.open_link(ann, "https://t.me/backsoon_demo_bot?start=" + "a" * 65)
    with pytest.raises(WorldError, match="no group"):
        world.open_link(ann, "https://t.me/backsoon_demo_bot?startgroup=x")
