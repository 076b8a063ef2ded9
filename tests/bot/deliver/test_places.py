"""Which chat an address means when a row is delivered."""

import pytest

from bot.deliver.places import Closed, Nowhere, Place, Places, Resolved, Spread
from screens.screen import Where
from storage.work import Work
from tests.bot.deliver.office import Office, Someone, Two, close_private, meet, pair


async def place_of(office: Office, address: str, panel: str = "couple:1") -> Resolved:
    await office.panel(address, panel)
    [row] = await office.waiting()
    async with office.database.work() as work:
        return await Places(work, {"pause"}).resolve(row)


async def count(office: Office, couple: Two, members: int | None) -> None:
    async with office.database.work() as work:
        group = await work.groups.get(couple.group_id)
        assert group is not None
        group.member_count = members


async def test_a_person_is_reached_in_private(office: Office, ann: Someone) -> None:
    assert await place_of(office, ann.address) == Place(ann.chat, Where.PRIVATE, ("en",), ann.id)


async def test_a_person_who_has_not_opened_the_private_chat_is_not(office: Office, ann: Someone) -> None:
    await close_private(office, ann)
    assert await place_of(office, ann.address) == Closed(ann.chat)


@pytest.mark.parametrize("address", ["person:1", "couple:1", "crowd:1", "group:1"])
async def test_what_is_not_known_is_nowhere(office: Office, address: str) -> None:
    assert await place_of(office, address) == Nowhere()


async def test_a_couple_is_reached_in_the_chat_of_just_the_two(office: Office, couple: Two) -> None:
    assert await place_of(office, couple.address) == Place(couple.chat, Where.SHARED, ("en",))


async def test_two_languages_are_both_spoken_in_the_shared_chat(office: Office, ann: Someone) -> None:
    ben = await meet(office, "Ben", "zh")
    couple = await pair(office, ann, ben)
    place = await place_of(office, couple.address)
    assert isinstance(place, Place)
    assert sorted(place.languages) == ["en", "zh"]


@pytest.mark.parametrize("members", [None, 2, 4, 200])
async def test_until_the_group_is_known_to_be_just_the_two_both_are_reached_in_private(
    office: Office, couple: Two, ann: Someone, ben: Someone, members: int | None
) -> None:
    await count(office, couple, members)
    spread = await place_of(office, couple.address, "pause:1")
    assert isinstance(spread, Spread)
    assert set(spread.addresses) == {ann.address, ben.address}


async def test_a_pause_reaches_a_partner_without_a_private_chat_in_the_crowd(
    office: Office, couple: Two, ann: Someone, ben: Someone
) -> None:
    await count(office, couple, 4)
    await close_private(office, ben)
    spread = await place_of(office, couple.address, "pause:1")
    assert isinstance(spread, Spread)
    assert set(spread.addresses) == {ann.address, f"crowd:{couple.id}"}


async def test_the_crowd_sees_nothing_but_the_pause(
    office: Office, couple: Two, ann: Someone, ben: Someone
) -> None:
    await count(office, couple, 4)
    await close_private(office, ben)
    spread = await place_of(office, couple.address, "couple:1")
    assert isinstance(spread, Spread)
    assert set(spread.addresses) == {ann.address, ben.address}


async def test_two_partners_without_private_chats_share_one_copy_in_the_crowd(
    office: Office, couple: Two, ann: Someone, ben: Someone
) -> None:
    await count(office, couple, 4)
    await close_private(office, ann)
    await close_private(office, ben)
    assert await place_of(office, couple.address, "pause:1") == Spread((f"crowd:{couple.id}",))


async def test_a_crowd_is_the_couples_group_and_no_person(office: Office, couple: Two) -> None:
    await count(office, couple, 4)
    assert await place_of(office, f"crowd:{couple.id}") == Place(couple.chat, Where.CROWD, ("en",))


async def test_a_couple_without_a_group_is_reached_in_private(
    office: Office, couple: Two, ben: Someone
) -> None:
    async def leave(work: Work) -> None:
        group = await work.groups.get(couple.group_id)
        assert group is not None
        group.present = False

    await office.do(leave)
    await close_private(office, ben)
    spread = await place_of(office, couple.address, "pause:1")
    assert isinstance(spread, Spread)
    assert ben.address in spread.addresses


async def test_an_ended_couple_is_nowhere(office: Office, couple: Two, ann: Someone) -> None:
    async def part(work: Work) -> None:
        row = await work.couples.get(couple.id)
        assert row is not None
        await work.couples.end(row, ann.id, office.clock.now())

    await office.do(part)
    assert await place_of(office, couple.address) == Nowhere()


async def test_a_group_is_itself_as_long_as_the_bot_is_in_it(office: Office, couple: Two) -> None:
    assert await place_of(office, f"group:{couple.group_id}") == Place(couple.chat, Where.SHARED)


async def test_a_group_that_the_bot_left_is_nowhere(office: Office, couple: Two) -> None:
    async def leave(work: Work) -> None:
        group = await work.groups.get(couple.group_id)
        assert group is not None
        group.present = False

    await office.do(leave)
    assert await place_of(office, f"group:{couple.group_id}") == Nowhere()


async def test_a_chat_is_taken_as_it_is(office: Office) -> None:
    assert await place_of(office, "chat:-42") == Place(-42, Where.CROWD)


async def test_an_address_of_no_known_shape_is_an_error(office: Office) -> None:
    with pytest.raises(ValueError, match="no address"):
        await place_of(office, "planet:3")


async def test_a_couple_reached_in_private_each_gets_their_own_copy(
    office: Office, couple: Two, ann: Someone, ben: Someone
) -> None:
    await count(office, couple, None)
    await office.panel(couple.address, "pause:1")
    await office.say(couple.address, "a word", to="both")
    await office.deliver()
    words = ["pause:1", "a word {'to': 'both'}"]
    assert (office.texts(ann.chat), office.texts(ben.chat)) == (words, words)
    assert {reader.person_id for reader in office.board.readers} == {ann.id, ben.id}
    assert await office.waiting() == []


async def test_copies_keep_their_place_before_what_was_said_later(
    office: Office, couple: Two, ann: Someone
) -> None:
    await count(office, couple, None)
    await office.say(couple.address, "first")
    await office.say(ann.address, "second")
    await office.say(couple.address, "third")
    await office.deliver()
    assert office.texts(ann.chat) == ["first", "second", "third"]


async def test_a_row_for_nobody_is_dropped(office: Office, ann: Someone) -> None:
    await office.panel("couple:1", "pause:1")
    await office.say(ann.address, "hello")
    await office.deliver()
    assert office.texts(ann.chat) == ["hello"]
    assert await office.waiting() == []
