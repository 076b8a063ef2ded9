"""Where a couple's ✋ stands, and how it ends."""

from practices import couple, reach
from practices.turn import Turn
from storage.lanes import Lane
from storage.tables import Couple, Person
from tests.practices.pause_desk import GROUP_CHAT, Desk


async def arrive(desk: Desk, *, anew: bool = False) -> list[str]:
    """What is to be shown, in order, after the couple's ✋ was brought to where they are."""
    async with desk.database.work() as work:
        ours = await work.session.get(Couple, desk.couple)
        assert ours is not None
        await couple.arrive(Turn(desk.now, work), ours, anew=anew)
    async with desk.database.work() as work:
        return [row.name for row in await work.outbox.waiting(Lane.ANSWER, (0, 0), 100)]


async def test_a_hand_that_is_on_its_way_or_there_is_not_sent_twice(desk: Desk) -> None:
    assert await arrive(desk) == ["couple.keyboard", f"couple:{desk.couple}"]
    assert await arrive(desk) == ["couple.keyboard", f"couple:{desk.couple}"]
    await desk.deliver()
    assert desk.screens() == ["couple.keyboard", "couple"]
    assert await arrive(desk) == []
    assert await arrive(desk, anew=True) == ["couple.keyboard", f"couple:{desk.couple}"]


async def test_without_a_group_the_hand_stands_in_both_private_chats(single: Desk) -> None:
    await single.pair(group=False)
    await arrive(single)
    await single.deliver()
    assert single.screens(1) == single.screens(2) == ["couple.keyboard", "couple"]


async def test_leaving_needs_nobody_and_the_other_is_untold(desk: Desk) -> None:
    assert await desk.act(desk.ann, couple.unpair, desk.couple, message_id=None) == "unpair-done"
    assert await desk.act(desk.ann, couple.unpair, desk.couple, message_id=None) == "couple-over"
    assert await desk.act(desk.ben, couple.keep, desk.couple, message_id=None) == "couple-over"
    assert {row.to for row in await desk.rows()} == {"ann"}
    async with desk.database.work() as work:
        ben, ann = await work.session.get(Person, desk.ben), await work.session.get(Person, desk.ann)
        assert ben is not None
        assert ann is not None
        turn = Turn(desk.now, work)
        assert await couple.is_untold(turn, ben)
        assert not await couple.is_untold(turn, ann)
    await desk.act(desk.ben, couple.tell_untold)
    assert [(row.name, row.to) for row in await desk.rows()] == [("couple.told", "ben")]
    await desk.act(desk.ben, couple.tell_untold)
    assert await desk.rows() == []


async def test_nobody_else_can_end_a_couple_or_tell_of_it(desk: Desk) -> None:
    cleo = await desk.meet(3, "Cleo")
    for practice in (couple.unpair, couple.keep, couple.tell_now):
        assert await desk.act(cleo, practice, desk.couple, message_id=None) == "not-yours"
        assert await desk.act(cleo, practice, 2**63 - 1, message_id=None) == "not-yours"
    assert await desk.act(desk.ben, couple.tell_now, desk.couple, message_id=None) == "old-button"
    assert await desk.rows() == []


async def test_an_ending_that_cannot_be_told_now_is_kept_for_later(desk: Desk) -> None:
    await desk.act(desk.ann, couple.unpair, desk.couple, message_id=None)
    async with desk.database.work() as work:
        await reach.private_closed(Turn(desk.now, work), 2)
    assert await desk.act(desk.ann, couple.tell_now, desk.couple, message_id=None) == "unpair-later"
    async with desk.database.work() as work:
        ben = await work.session.get(Person, desk.ben)
        assert ben is not None
        assert await couple.is_untold(Turn(desk.now, work), ben)


async def test_a_blocked_private_chat_makes_no_noise_in_a_group_of_just_the_two(desk: Desk) -> None:
    async with desk.database.work() as work:
        await reach.private_closed(Turn(desk.now, work), 2)
    assert await desk.rows() == []


async def test_only_its_two_may_press_a_couples_panel_and_not_once_it_is_over(desk: Desk) -> None:
    await arrive(desk)
    await desk.deliver()
    (panel,) = await desk.panels()
    cleo = await desk.meet(3, "Cleo")
    place = (GROUP_CHAT, panel.message_id)
    for person, allowed in ((desk.ann, True), (cleo, False)):
        async with desk.database.work() as work:
            who = await work.session.get(Person, person)
            assert who is not None
            assert await couple.is_of(Turn(desk.now, work), who, *place) is allowed
    await desk.act(desk.ann, couple.unpair, desk.couple, message_id=None)
    async with desk.database.work() as work:
        who = await work.session.get(Person, desk.ann)
        assert who is not None
        turn = Turn(desk.now, work)
        assert not await couple.is_of(turn, who, *place)
        assert turn.answer is not None
        assert turn.answer.name == "couple-over"
