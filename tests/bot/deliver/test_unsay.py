"""What is taken back while it is on its way leaves the chat once it is there, and nothing else does."""

from storage.lanes import Lane
from storage.work import Work
from tests.bot.deliver.office import Office, Someone, screen


async def _take_back(office: Office, someone: Someone, name: str, *, lane: Lane = Lane.ANSWER) -> None:
    now = office.clock.now()

    async def take(work: Work) -> None:
        assert await work.outbox.withdraw_screen(someone.address, name)
        work.outbox.add_unsay(someone.address, (name,), since=now, lane=lane, now=now)

    await office.do(take)


async def _on_the_phone(office: Office, someone: Someone, text: str) -> None:
    await office.town.world.until(lambda: text in office.texts(someone.chat))


async def test_what_is_taken_back_on_its_way_is_deleted_when_it_is_there(
    office: Office, ann: Someone
) -> None:
    office.town.faults.add("slow", "sendMessage", seconds=0.2)
    async with office.open():
        await office.say(ann.address, "card")
        await _on_the_phone(office, ann, "card")
        await _take_back(office, ann, "card")
        await office.rest()
    assert office.texts(ann.chat) == []
    assert await office.waiting() == []
    assert [call.method for call in office.calls()] == ["sendMessage", "deleteMessage"]


async def test_what_gave_way_to_something_newer_on_its_way_stays(office: Office, ann: Someone) -> None:
    office.town.faults.add("slow", "sendMessage", seconds=0.2)
    async with office.open():
        await office.say(ann.address, "card")
        await _on_the_phone(office, ann, "card")
        await office.do(lambda work: work.outbox.withdraw_screen(ann.address, "card"))
        await office.rest()
    assert office.texts(ann.chat) == ["card"]


async def test_a_row_that_another_replica_has_delivered_is_no_reason_to_delete(
    office: Office, ann: Someone
) -> None:
    office.town.faults.add("slow", "sendMessage", seconds=0.2)
    async with office.open():
        await office.say(ann.address, "card")
        await _on_the_phone(office, ann, "card")
        [row] = await office.waiting()
        await office.do(lambda work: work.outbox.remove([row.id]))
        await office.rest()
    assert office.texts(ann.chat) == ["card"]


async def test_a_picture_that_was_turned_in_place_since_is_taken_back_with_it(
    office: Office, ann: Someone
) -> None:
    office.town.faults.add("slow", "sendMessage", seconds=0.2)
    async with office.open():
        await office.say(ann.address, "card")
        await _on_the_phone(office, ann, "card")
        [call] = office.calls("sendMessage")
        # Its button was pressed before its reply was here: the newer row takes the place of the first.
        await office.do(lambda work: work.outbox.withdraw_screen(ann.address, "card"))
        await office.say(ann.address, "card", instead_of=call.result["message_id"])
        await _take_back(office, ann, "card")
        await office.rest()
    assert office.texts(ann.chat) == []


async def test_what_is_said_anew_after_it_was_taken_back_stays(office: Office, ann: Someone) -> None:
    office.town.faults.add("slow", "sendMessage", seconds=0.2)
    for lane in (Lane.ANSWER, Lane.PAUSE):
        async with office.open():
            office.board.shows["card"] = screen("old")
            await office.say(ann.address, "card", lane=lane)
            await _on_the_phone(office, ann, "old")
            await _take_back(office, ann, "card", lane=lane)
            office.board.shows["card"] = screen("new")
            await office.say(ann.address, "card", lane=lane)
            await office.rest()
        assert office.texts(ann.chat)[-1] == "new"
        assert "old" not in office.texts(ann.chat)


async def test_panels_and_other_words_in_the_chat_stay(office: Office, ann: Someone) -> None:
    await office.panel(ann.address, "pause:1")
    await office.say(ann.address, "hello")
    await office.deliver()
    office.town.faults.add("slow", "sendMessage", seconds=0.2)
    async with office.open():
        await office.say(ann.address, "card")
        await _on_the_phone(office, ann, "card")
        await _take_back(office, ann, "card")
        await office.rest()
    assert office.texts(ann.chat) == ["pause:1", "hello"]


async def test_what_never_arrived_needs_no_deleting(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "card")
    await _take_back(office, ann, "card")
    await office.deliver()
    assert office.calls() == []
    assert await office.waiting() == []
