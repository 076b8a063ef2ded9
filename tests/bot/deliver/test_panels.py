"""Panels: drawn from what is true, edited silently, sent anew where it must be noticed."""

from dataclasses import replace
from datetime import timedelta

from bot.deliver.limits import Limits
from tests.bot.deliver.office import Office, Someone, screen


async def test_a_panel_shows_what_is_true_when_it_is_sent(office: Office, ann: Someone) -> None:
    office.board.shows["pause:1"] = screen("Back at 21:40")
    await office.panel(ann.address, "pause:1")
    office.board.shows["pause:1"] = screen("Back at 22:00")
    await office.deliver()
    assert office.texts(ann.chat) == ["Back at 22:00"]


async def test_queued_changes_of_a_panel_become_one_message(office: Office, ann: Someone) -> None:
    await office.panel(ann.address, "pause:1")
    await office.panel(ann.address, "pause:1", anew=True)
    await office.panel(ann.address, "pause:1", ring=True)
    await office.deliver()
    [call] = office.calls("sendMessage")
    assert call.params["disable_notification"] is False
    assert await office.waiting() == []


async def test_a_change_that_need_not_be_noticed_is_an_edit(office: Office, ann: Someone) -> None:
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    office.board.shows["pause:1"] = screen("changed")
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    assert office.texts(ann.chat) == ["changed"]
    assert len(office.calls("sendMessage")) == 1


async def test_an_edit_that_would_change_nothing_is_not_sent(office: Office, ann: Someone) -> None:
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    assert office.calls("editMessageText") == []
    assert await office.waiting() == []


async def test_a_panel_is_edited_at_most_once_in_three_seconds(office: Office, ann: Someone) -> None:
    office.limits = Limits(chat_burst=10)
    office.deliverer = office.new_deliverer()
    await office.panel(ann.address, "pause:1")
    async with office.open():
        await office.rest()
        for text in ("one", "two", "three"):
            office.board.shows["pause:1"] = screen(text)
            await office.panel(ann.address, "pause:1")
            await office.rest()
        assert office.texts(ann.chat) == ["one"]
        await office.pass_time(2.9)
        assert office.texts(ann.chat) == ["one"]
        await office.pass_time(0.2)
        assert office.texts(ann.chat) == ["three"]


async def test_an_edit_that_waits_lets_other_words_pass(office: Office, ann: Someone) -> None:
    office.limits = Limits(chat_burst=10)
    office.deliverer = office.new_deliverer()
    await office.panel(ann.address, "pause:1")
    async with office.open():
        await office.rest()
        for text in ("one", "two"):
            office.board.shows["pause:1"] = screen(text)
            await office.panel(ann.address, "pause:1")
            await office.rest()
        await office.say(ann.address, "hello")
        await office.rest()
        assert office.texts(ann.chat) == ["one", "hello"]


async def test_a_change_to_be_noticed_is_a_new_message(office: Office, ann: Someone) -> None:
    office.board.shows["pause:1"] = screen("first", button="Undo")
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    office.board.shows["pause:1"] = screen("second", button="Undo")
    await office.panel(ann.address, "pause:1", anew=True)
    await office.deliver()
    assert office.texts(ann.chat) == ["second"]
    assert [call.method for call in office.calls()] == ["sendMessage", "sendMessage", "deleteMessage"]


async def test_a_panel_too_old_to_delete_loses_its_buttons(office: Office, ann: Someone) -> None:
    office.board.shows["couple:1"] = screen("first", button="Pause")
    await office.panel(ann.address, "couple:1")
    await office.deliver()
    office.clock.advance(timedelta(hours=48))
    office.board.shows["couple:1"] = screen("second", button="Pause")
    await office.panel(ann.address, "couple:1", anew=True)
    await office.deliver()
    old, new = (one for one in office.town.world.messages(ann.chat, ann.phone) if one.by != ann.chat)
    assert (old.text, old.labels) == ("first", [])
    assert (new.text, new.labels) == ("second", ["Pause"])


async def test_a_panel_that_is_no_longer_true_is_dropped(office: Office, ann: Someone) -> None:
    office.board.shows["pause:1"] = None
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    assert office.calls() == []
    assert await office.waiting() == []


async def test_a_panel_knows_what_it_shows_in_each_chat(office: Office, ann: Someone) -> None:
    office.board.shows["pause:1"] = screen("x", name="pause.panel")
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    await office.panel(ann.address, "pause:1")
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    first, second = office.board.readers
    assert (first.shown, first.anew) == (None, True)
    assert (second.shown, second.anew) == ("pause.panel", False)
    assert (second.person_id, second.languages) == (ann.id, ("en",))


async def test_a_panel_knows_which_promise_it_is_about(office: Office, ann: Someone) -> None:
    office.board.shows["pause:1"] = replace(screen("x", name="return"), commitment=2)
    for anew in (False, False, True):
        await office.panel(ann.address, "pause:1", anew=anew)
        await office.deliver()
    seen = [(reader.shown, reader.commitment) for reader in office.board.readers]
    assert seen == [(None, None), ("return", 2), ("return", 2)]
    # The second drawing would have changed nothing.
    assert [call.method for call in office.calls()] == ["sendMessage", "sendMessage", "deleteMessage"]


async def test_a_change_while_a_panel_is_on_its_way_is_shown_after_it(office: Office, ann: Someone) -> None:
    office.board.shows["pause:1"] = screen("first")
    office.town.faults.add("slow", "sendMessage", seconds=0.2)
    async with office.open():
        await office.panel(ann.address, "pause:1")
        await office.town.world.until(lambda: office.texts(ann.chat) == ["first"])
        office.board.shows["pause:1"] = screen("second")
        await office.panel(ann.address, "pause:1")
        await office.rest()
    assert office.texts(ann.chat) == ["second"]


async def test_a_panel_has_no_age_limit(office: Office, ann: Someone) -> None:
    await office.panel(ann.address, "pause:1")
    office.clock.advance(timedelta(days=3))
    await office.deliver()
    assert office.texts(ann.chat) == ["pause:1"]
