from __future__ import annotations

from playground import Person, World
from playground.store import BOT_ID
from tests.playground.hands import Api


async def test_what_people_say_to_each_other_in_a_group_stays_with_them(
    world: World, ann: Person, ben: Person, group: int, api: Api
) -> None:
    said = world.say(ann, group, "✋")
    world.say(ben, group, "sure", reply_to=said.id)
    world.say(ben, group, "@backsoon_demo_bot hello")
    world.sticker(ben, group, "✋")
    world.edit(ann, group, said.id, "never mind")
    assert await api.updates() == []


async def test_a_bare_command_arrives_only_after_the_bot_was_the_last_bot_to_post(
    world: World, ann: Person, group: int, api: Api
) -> None:
    world.say(ann, group, "/pause")
    assert await api.texts() == []
    await api("sendMessage", chat_id=group, text="here I am")
    world.say(ann, group, "/pause 45")
    assert await api.texts() == ["/pause 45"]
    other = world.add_other_bot("Echo", "echo_other_bot")
    world.add_member(group, other, ann)
    world.say(other, group, "I post too")
    world.say(ann, group, "/pause")
    assert await api.texts() == []


async def test_a_command_with_our_name_always_arrives_and_one_with_another_name_never(
    world: World, ann: Person, group: int, api: Api
) -> None:
    world.say(ann, group, "/pause@Backsoon_demo_bot")
    await api("sendMessage", chat_id=group, text="here I am")
    world.say(ann, group, "/pause@echo_other_bot")
    world.say(ann, group, "let us /pause")
    assert await api.texts() == ["/pause@Backsoon_demo_bot"]


async def test_a_reply_to_the_bot_arrives_whatever_it_says(
    world: World, ann: Person, ben: Person, group: int, api: Api
) -> None:
    panel = (await api("sendMessage", chat_id=group, text="panel")).result["message_id"]
    said = world.say(ben, group, "✋", reply_to=panel)
    world.sticker(ann, group, "✋", reply_to=panel)
    typed, sticker = await api.updates()
    assert typed["message"]["message_id"] == said.id
    assert typed["message"]["reply_to_message"]["message_id"] == panel
    assert typed["message"]["reply_to_message"]["from"]["id"] == BOT_ID
    assert sticker["message"]["sticker"]["emoji"] == "✋"


async def test_a_reply_to_another_bot_goes_to_that_bot(
    world: World, ann: Person, group: int, api: Api
) -> None:
    other = world.add_other_bot("Echo", "echo_other_bot")
    world.add_member(group, other, ann)
    await api.updates()
    theirs = world.say(other, group, "I post too")
    world.say(ann, group, "/pause@backsoon_demo_bot", reply_to=theirs.id)
    assert await api.updates() == []


async def test_an_admin_bot_hears_everything_but_other_bots(
    world: World, ann: Person, group: int, api: Api
) -> None:
    world.promote_bot(group)
    assert await api.kinds() == ["my_chat_member"]
    other = world.add_other_bot("Echo", "echo_other_bot")
    world.add_member(group, other, ann)
    await api.updates()
    world.say(ann, group, "✋")
    world.say(other, group, "beep")
    assert await api.texts() == ["✋"]
    world.demote_bot(group)
    world.say(ann, group, "✋")
    assert await api.texts() == []


async def test_service_messages_always_arrive(
    world: World, ann: Person, ben: Person, group: int, api: Api
) -> None:
    cleo = world.add_person("Cleo")
    world.add_member(group, cleo, ben)
    world.leave(cleo, group)
    note = world.say(ann, group, "keep this")
    world.pin(ann, group, note.id)
    joined, left, pinned = [update["message"] for update in await api.updates()]
    assert joined["from"]["id"] == ben.id
    assert [user["id"] for user in joined["new_chat_members"]] == [cleo.id]
    assert left["left_chat_member"]["id"] == cleo.id
    assert pinned["pinned_message"]["text"] == "keep this"


async def test_what_happened_before_the_bot_joined_never_arrives(
    world: World, ann: Person, ben: Person, api: Api
) -> None:
    chat = world.make_group("Ann & Ben", [ann, ben])
    world.say(ann, chat, "/pause@backsoon_demo_bot")
    world.add_bot(chat, ben)
    assert await api.kinds() == ["my_chat_member", "message"]


async def test_everything_in_a_private_chat_arrives(world: World, ann: Person, api: Api) -> None:
    world.start(ann)
    world.say(ann, ann.id, "✋")
    assert await api.texts() == ["/start", "✋"]
