"""Who may pair with whom, whatever is pressed and in whatever order."""

from datetime import timedelta

from practices import pairing
from practices.turn import Turn
from storage.tables import Group, Pairing
from tests.practices.pause_desk import GROUP_CHAT, Desk


async def ask(desk: Desk) -> int:
    """The question in the group; its id."""
    async with desk.database.work() as work:
        place = await work.groups.join(GROUP_CHAT, desk.now)
        turn = Turn(desk.now, work)
        await pairing.greet(turn, place, "en")
        question = await work.pairings.open_of_group(place.id)
        assert question is not None
        return question.id


async def question(desk: Desk, number: int) -> Pairing:
    async with desk.database.work() as work:
        found = await work.pairings.get(number)
        assert found is not None
        return found


async def link(desk: Desk) -> tuple[int, str]:
    """Ann's invitation: its id and its token."""
    await desk.act(desk.ann, pairing.invite, by_press=True)
    async with desk.database.work() as work:
        (found,) = await work.pairings.open_of_person(desk.ann)
        view = await work.pairings.view(found.id)
        assert view is not None
        assert view.token is not None
        return found.id, view.token


async def test_the_seats_are_for_two_distinct_persons_in_the_order_of_their_presses(single: Desk) -> None:
    number = await ask(single)
    assert await single.act(single.ben, pairing.join, number, GROUP_CHAT) == "pair-first"
    assert await single.act(single.ben, pairing.join, number, GROUP_CHAT) == "pair-same"
    assert await single.act(single.ann, pairing.join, number, GROUP_CHAT) == "pair-second"
    cleo = await single.meet(3, "Cleo")
    assert await single.act(cleo, pairing.join, number, GROUP_CHAT) == "pair-third"
    assert await single.act(cleo, pairing.confirm, number, yes=True) == "not-yours"
    found = await question(single, number)
    assert (found.first_id, found.second_id) == (single.ben, single.ann)


async def test_the_first_confirms_only_after_the_second(single: Desk) -> None:
    number = await ask(single)
    await single.act(single.ann, pairing.join, number, GROUP_CHAT)
    assert await single.act(single.ann, pairing.confirm, number, yes=True) == "pair-wait"
    await single.act(single.ben, pairing.join, number, GROUP_CHAT)
    assert await single.act(single.ann, pairing.confirm, number, yes=True) == "pair-wait"
    assert await single.act(single.ben, pairing.confirm, number, yes=True) == "pair-second"
    assert await single.act(single.ann, pairing.confirm, number, yes=True) == "pair-done"


async def test_whoever_is_taken_pairs_with_nobody_new_in_either_seat(desk: Desk) -> None:
    cleo = await desk.meet(3, "Cleo")
    async with desk.database.work() as work:
        second = await work.groups.join(-7, desk.now)
        opened = await work.pairings.open_in_group(second.id, "en", desk.now)
    assert await desk.act(desk.ann, pairing.join, opened.id, -7) == "pair-first"
    assert await desk.act(cleo, pairing.join, opened.id, -7) == "pair-first"
    assert await desk.act(desk.ann, pairing.join, opened.id, -7) == "pair-taken"
    assert (await question(desk, opened.id)).second_id is None


async def test_two_who_paired_elsewhere_meanwhile_form_no_second_couple(single: Desk) -> None:
    number = await ask(single)
    for person in (single.ann, single.ben):
        await single.act(person, pairing.join, number, GROUP_CHAT)
    await single.act(single.ben, pairing.confirm, number, yes=True)
    cleo = await single.meet(3, "Cleo")
    async with single.database.work() as work:
        await work.couples.form(single.ben, cleo, None, single.now)
    assert await single.act(single.ann, pairing.confirm, number, yes=True) == "pair-taken"
    assert (await question(single, number)).outcome == "declined"


async def test_a_link_keeps_its_seven_days_and_not_a_second_more(single: Desk) -> None:
    number, token = await link(single)
    single.now += pairing.LINK_VALID_FOR - timedelta(seconds=1)
    await single.act(single.ben, pairing.open_link, token)
    assert (await question(single, number)).second_id == single.ben
    single.now += timedelta(seconds=1)
    assert await single.act(single.ben, pairing.confirm, number, yes=True) == "pair-gone"
    assert (await question(single, number)).outcome == "expired"


async def test_a_link_is_the_inviters_to_revoke(single: Desk) -> None:
    number, token = await link(single)
    await single.act(single.ben, pairing.open_link, token)
    assert await single.act(single.ben, pairing.revoke, number) == "not-yours"
    assert await single.act(single.ann, pairing.revoke, number) == "invite-revoked"
    assert await single.act(single.ann, pairing.revoke, number) == "pair-gone"
    assert await single.act(single.ben, pairing.confirm, number, yes=True) == "pair-gone"
    closed = await question(single, number)
    assert closed.token is None


async def test_pairing_closes_every_other_invitation_of_the_two(single: Desk) -> None:
    number, token = await link(single)
    await single.act(single.ben, pairing.invite, by_press=True)
    await single.act(single.ben, pairing.open_link, token)
    await single.act(single.ben, pairing.confirm, number, yes=True)
    assert await single.act(single.ann, pairing.confirm, number, yes=True) == "pair-done"
    async with single.database.work() as work:
        assert await work.pairings.open_of_person(single.ann) == []
        assert await work.pairings.open_of_person(single.ben) == []


async def test_no_seat_is_offered_where_there_is_none(single: Desk) -> None:
    number = await ask(single)
    async with single.database.work() as work:
        turn = Turn(single.now, work)
        assert await pairing.has_seat(turn, number, GROUP_CHAT)
        assert not await pairing.has_seat(turn, number, -7)
        assert not await pairing.has_seat(turn, 2**63 - 1, GROUP_CHAT)


async def test_a_group_that_has_its_couple_is_asked_nothing(desk: Desk) -> None:
    async with desk.database.work() as work:
        place = await work.groups.by_chat(GROUP_CHAT)
        assert isinstance(place, Group)
        await pairing.greet(Turn(desk.now, work), place, "en")
    assert await desk.rows() == []
