"""What Telegram refuses for good, over real HTTP, and what comes of it."""

from content.rich import Rich
from screens.screen import Keyboard, Screen
from storage.lanes import Lane
from storage.work import Work
from tests.bot.deliver.office import Office, Someone, Two, close_private, meet, screen


async def test_whoever_blocked_the_bot_is_reported_and_left_alone(office: Office, ann: Someone) -> None:
    office.town.world.block(ann.phone)
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    assert await office.events("gone") == [
        {
            "chat_id": ann.chat,
            "address": ann.address,
            "name": "pause:1",
            "kind": "panel",
            "why": "blocked",
        }
    ]
    assert await office.waiting() == []


async def test_whoever_deleted_their_account_is_reported(office: Office, ann: Someone) -> None:
    office.town.world.deactivate(ann.phone)
    await office.say(ann.address, "hello")
    await office.deliver()
    assert [event["why"] for event in await office.events("gone")] == ["blocked"]


async def test_whoever_never_started_the_bot_is_reported(office: Office) -> None:
    cleo = await meet(office, "Cleo", started=False)
    await office.say(f"chat:{cleo.chat}", "hello")
    await office.deliver()
    assert [event["why"] for event in await office.events("gone")] == ["never_started"]


async def test_a_closed_private_chat_is_reported_without_a_call(office: Office, ann: Someone) -> None:
    await close_private(office, ann)
    await office.panel(ann.address, "pause:1")
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    assert [event["why"] for event in await office.events("gone")] == ["closed"]
    assert office.calls() == []
    assert await office.waiting() == []
    assert office.woken == 1


async def test_a_chat_that_is_not_found_is_reported(office: Office) -> None:
    await office.say("chat:-4009999999", "hello")
    await office.deliver()
    assert [event["why"] for event in await office.events("gone")] == ["not_found"]


async def test_a_couple_whose_group_threw_the_bot_out_is_reached_in_private(
    office: Office, couple: Two, ann: Someone, ben: Someone
) -> None:
    office.town.world.remove_bot(couple.chat, ann.phone)
    await office.panel(couple.address, "pause:1", lane=Lane.PAUSE)
    async with office.open():
        await office.rest()
        assert [event["why"] for event in await office.events("gone")] == ["kicked"]

        async def learn(work: Work) -> None:
            group = await work.groups.get(couple.group_id)
            assert group is not None
            group.present = False

        await office.do(learn)
        await office.pass_time(1)
    assert (office.texts(ann.chat), office.texts(ben.chat)) == (["pause:1"], ["pause:1"])
    assert await office.waiting() == []


async def test_a_couple_that_stays_unreachable_is_tried_slowly(
    office: Office, couple: Two, ann: Someone
) -> None:
    office.town.world.remove_bot(couple.chat, ann.phone)
    await office.panel(couple.address, "pause:1", lane=Lane.PAUSE)
    async with office.open():
        await office.rest()
        assert len(office.calls()) == 1
        await office.pass_time(4)
        assert len(office.calls()) == 2


async def test_a_group_without_the_right_to_write_is_reported(office: Office, couple: Two) -> None:
    office.town.world.mute_bot(couple.chat)
    await office.say(f"group:{couple.group_id}", "hello")
    await office.deliver()
    assert [event["why"] for event in await office.events("gone")] == ["no_rights"]
    assert await office.waiting() == []


async def test_an_upgraded_group_is_reported_and_its_panel_goes_to_the_new_chat(
    office: Office, couple: Two
) -> None:
    new_chat = office.town.world.upgrade(couple.chat)
    await office.panel(couple.address, "pause:1", lane=Lane.PAUSE)
    async with office.open():
        await office.rest()
        assert await office.events("migrated") == [{"old": couple.chat, "new": new_chat}]

        async def learn(work: Work) -> None:
            await work.groups.move(couple.chat, new_chat)

        await office.do(learn)
        await office.pass_time(1)
    assert office.texts(new_chat) == ["pause:1"]


async def test_a_panel_that_was_deleted_by_hand_is_sent_anew(office: Office, ann: Someone) -> None:
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    panel = office.town.world.last(ann.chat, ann.phone)
    office.town.world.delete(ann.phone, ann.chat, panel.id)
    office.board.shows["pause:1"] = screen("changed")
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    assert office.texts(ann.chat) == ["changed"]
    assert [call.method for call in office.calls()] == ["sendMessage", "editMessageText", "sendMessage"]
    assert await office.waiting() == []


async def test_a_panel_that_cannot_be_edited_is_sent_anew_and_the_old_one_goes(
    office: Office, ann: Someone
) -> None:
    office.board.shows["pause:1"] = Screen("carrier", Rich("first"), keyboard=Keyboard((("✋",),)))
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    office.board.shows["pause:1"] = screen("second")
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    assert office.texts(ann.chat) == ["second"]


async def test_a_message_in_a_group_that_was_upgraded_is_left_where_it_is(
    office: Office, couple: Two
) -> None:
    office.town.world.upgrade(couple.chat)
    await office.ask(f"chat:{couple.chat}", "sendMessage", text="x")
    await office.deliver()
    assert await office.waiting() == []
    assert len(await office.events("migrated")) == 1


async def test_a_message_that_is_deleted_already_is_done(office: Office, ann: Someone) -> None:
    await office.ask(ann.address, "deleteMessage", message_id=424242)
    await office.deliver()
    assert await office.waiting() == []
    assert len(office.calls()) == 1


async def test_a_screen_that_telegram_refuses_as_malformed_is_dropped(office: Office, ann: Someone) -> None:
    office.board.shows["empty"] = screen(" ")
    await office.say(ann.address, "empty")
    await office.say(ann.address, "after it")
    await office.deliver()
    assert office.texts(ann.chat) == ["after it"]
    assert await office.waiting() == []
    assert await office.events() == []


async def test_a_method_that_does_not_exist_is_dropped(office: Office, ann: Someone) -> None:
    await office.ask(ann.address, "sendDance")
    await office.deliver()
    assert await office.waiting() == []
