from __future__ import annotations

import pytest
import telegram

from playground import Person, World, WorldError
from tests.playground.hands import Api


async def test_an_added_bot_learns_who_added_it(world: World, ann: Person, ben: Person, api: Api) -> None:
    chat = world.make_group("Ann & Ben", [ann, ben])
    world.add_bot(chat, ben)
    change, service = await api.updates()
    assert change["my_chat_member"]["from"]["id"] == ben.id
    assert change["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert service["message"]["new_chat_members"][0]["username"] == "backsoon_demo_bot"


async def test_members_are_counted_with_the_bot(
    world: World, ann: Person, ben: Person, group: int, bot: telegram.Bot
) -> None:
    assert await bot.get_chat_member_count(group) == 3
    cleo = world.add_person("Cleo")
    world.add_member(group, cleo)
    assert await bot.get_chat_member_count(group) == 4
    assert (await bot.get_chat_member(group, cleo.id)).status == "member"
    world.remove_member(group, cleo)
    assert await bot.get_chat_member_count(group) == 3
    assert (await bot.get_chat_member(group, cleo.id)).status == "left"
    assert (await bot.get_chat_member(group, ann.id)).status == "creator"
    assert (await bot.get_chat_member(group, bot.id)).status == "member"
    with pytest.raises(telegram.error.BadRequest, match="User not found"):
        await bot.get_chat_member(group, 4711)
    world.remove_bot(group, ben)
    with pytest.raises(telegram.error.Forbidden, match="kicked"):
        await bot.get_chat_member_count(group)


async def test_admins_are_the_creator_and_a_promoted_bot(
    world: World, ann: Person, group: int, bot: telegram.Bot
) -> None:
    assert [one.user.id for one in await bot.get_chat_administrators(group)] == [ann.id]
    world.promote_bot(group)
    admins = {one.user.id: one for one in await bot.get_chat_administrators(group)}
    rights = admins[bot.id]
    assert isinstance(rights, telegram.ChatMemberAdministrator)
    assert rights.can_pin_messages


async def test_chat_member_comes_only_to_an_admin_that_asked(
    world: World, ann: Person, group: int, api: Api
) -> None:
    cleo = world.add_person("Cleo")
    world.promote_bot(group)
    await api.updates()
    world.add_member(group, cleo)
    assert await api.kinds() == ["message"]
    await api.updates(allowed_updates=["message", "chat_member"])
    world.leave(cleo, group)
    assert await api.kinds() == ["message", "chat_member"]


async def test_an_upgraded_group_refuses_sends_lets_edits_pass_and_names_its_successor(
    world: World, ann: Person, group: int, bot: telegram.Bot, api: Api
) -> None:
    panel = await bot.send_message(group, "panel")
    new = world.upgrade(group)
    old_note, new_note = [update["message"] for update in await api.updates()]
    assert (old_note["chat"]["id"], old_note["migrate_to_chat_id"]) == (group, new)
    assert (new_note["chat"]["id"], new_note["migrate_from_chat_id"]) == (new, group)
    assert new_note["chat"]["type"] == "supergroup"
    sent = await api("sendMessage", chat_id=group, text="lost")
    assert sent.error == (400, "Bad Request: group chat was upgraded to a supergroup chat")
    assert sent.body["parameters"] == {"migrate_to_chat_id": new}
    with pytest.raises(telegram.error.ChatMigrated):
        await bot.send_message(group, "lost")
    with pytest.raises(telegram.error.ChatMigrated):
        await bot.delete_message(group, panel.message_id)
    edited = await bot.edit_message_text("out of sight", group, panel.message_id)
    assert isinstance(edited, telegram.Message)
    assert [message.text for message in world.messages(new, ann) if message.text] == []
    with pytest.raises(WorldError, match="became a supergroup"):
        world.say(ann, group, "hello")
    first = await bot.send_message(new, "panel, anew")
    assert first.message_id == 2
    assert await bot.get_chat_member_count(new) == 3
    with pytest.raises(WorldError, match="Only a basic group"):
        world.upgrade(new)


async def test_pinning_needs_rights_in_a_group_and_none_in_private(
    world: World, ann: Person, group: int, bot: telegram.Bot, api: Api
) -> None:
    panel = await bot.send_message(group, "panel")
    with pytest.raises(
        telegram.error.BadRequest, match="Not enough rights to manage pinned messages in the chat"
    ):
        await bot.pin_chat_message(group, panel.message_id)
    world.promote_bot(group)
    await api.updates()
    assert await bot.pin_chat_message(group, panel.message_id)
    assert (await api.updates())[0]["message"]["pinned_message"]["message_id"] == panel.message_id
    assert await bot.unpin_chat_message(group)
    world.start(ann)
    hello = await bot.send_message(ann.id, "hello")
    assert await bot.pin_chat_message(ann.id, hello.message_id)
    pinned = (await bot.get_chat(ann.id)).pinned_message
    assert pinned is not None
    assert pinned.text == "hello"


async def test_people_cannot_do_what_their_app_would_not_let_them(
    world: World, ann: Person, ben: Person, group: int
) -> None:
    cleo = world.add_person("Cleo")
    with pytest.raises(WorldError, match="Cleo is not in this chat"):
        world.say(cleo, group, "hello")
    with pytest.raises(WorldError, match="Ben is in this group already"):
        world.add_member(group, ben)
    with pytest.raises(WorldError, match="exactly two members"):
        world.add_member(ann.id, ben, ann)
    with pytest.raises(WorldError, match="has not started"):
        world.block(cleo)
    with pytest.raises(WorldError, match="nothing to say"):
        world.say(ann, group, "  ")
    with pytest.raises(WorldError, match="somebody else's"):
        world.delete(ben, group, world.say(ann, group, "mine").id)
    with pytest.raises(WorldError, match="time zone"):
        world.settle(ann, zone="Mars/Base")
    world.leave(ben, group)
    assert world.messages(group, ben) == []


async def test_nobody_writes_to_a_bot_they_blocked(world: World, ann: Person, api: Api) -> None:
    world.start(ann)
    world.block(ann)
    with pytest.raises(WorldError, match="blocked the bot"):
        world.say(ann, ann.id, "hello")
    world.unblock(ann)
    world.say(ann, ann.id, "hello")
    assert await api.kinds() == ["message", "my_chat_member", "my_chat_member", "message"]
