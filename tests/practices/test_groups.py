"""Whether a group is just the two, whatever order its news arrive in."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import delete

from practices import couple, groups, pairing, review
from practices.turn import Turn, to_couple
from storage.tables import Group, Outbox, Person
from storage.views import CoupleView
from tests.practices.pause_desk import GROUP_CHAT, Desk

NEW_CHAT = -1009
CLEO = 3
Step = Callable[[Turn], Awaitable[None]]


async def take(desk: Desk, *steps: Step) -> None:
    """Each step is a turn of its own."""
    for step in steps:
        async with desk.database.work() as work:
            await step(Turn(desk.now, work))


async def group(desk: Desk, chat_id: int = GROUP_CHAT) -> Group:
    async with desk.database.work() as work:
        found = await work.groups.by_chat(chat_id)
        assert found is not None
        return found


async def view(desk: Desk) -> CoupleView:
    async with desk.database.work() as work:
        found = await work.couples.view(desk.couple)
        assert found is not None
        return found


def join(*who: int) -> Step:
    return lambda turn: groups.joined(turn, GROUP_CHAT, who)


def leave(who: int) -> Step:
    return lambda turn: groups.left(turn, GROUP_CHAT, who)


async def count_in_crowd(turn: Turn) -> None:
    """Telegram has counted: the two, the bot, and one more."""
    place = await turn.work.groups.by_chat(GROUP_CHAT)
    assert place is not None
    await turn.work.session.execute(delete(Outbox).where(Outbox.name == "getChatMemberCount"))
    await groups.counted(turn, place.id, 4)


def count(group_id: int, number: int) -> Step:
    return lambda turn: groups.counted(turn, group_id, number)


async def test_whoever_joins_counts_at_once(desk: Desk) -> None:
    await take(desk, join(CLEO))
    assert not (await view(desk)).just_two


async def test_that_a_third_has_left_is_believed_when_telegram_has_counted(desk: Desk) -> None:
    number = (await group(desk)).id
    await take(desk, join(CLEO), leave(CLEO))
    assert not (await view(desk)).just_two
    await desk.rows()
    await take(desk, count(number, 3))
    assert (await view(desk)).just_two


async def test_a_count_that_a_later_question_has_overtaken_misleads_nobody(desk: Desk) -> None:
    number = (await group(desk)).id
    await take(desk, join(CLEO), count(number, 3))
    assert not (await view(desk)).just_two
    await desk.rows()
    await take(desk, count(number, 4))
    assert not (await view(desk)).just_two


async def test_until_anything_is_known_a_couple_is_reached_in_private(single: Desk) -> None:
    await single.pair(count=3)
    async with single.database.work() as work:
        place = await work.groups.by_chat(GROUP_CHAT)
        assert place is not None
        place.member_count = None
    assert not (await view(single)).just_two


async def test_every_join_and_every_leave_asks_for_a_count(desk: Desk) -> None:
    await take(desk, join(CLEO), leave(CLEO))
    assert [row.name for row in await desk.rows()].count("getChatMemberCount") == 2


async def test_others_are_mentioned_once_however_many_come(desk: Desk) -> None:
    await take(desk, join(CLEO), join(4, 5))
    assert [row.name for row in await desk.rows()].count("pair.crowd") == 1


async def panel_text(desk: Desk) -> str:
    """What the couple's panel shows in the group by now; Telegram's own answers come by `count`."""
    async with desk.database.work() as work:
        await work.session.execute(delete(Outbox).where(Outbox.kind == "call"))
    await desk.deliver()
    return [one.text for one in desk.shown if one.panel and one.chat == GROUP_CHAT][-1]


async def test_the_names_leave_the_panel_while_others_read_it_and_come_back_after(desk: Desk) -> None:
    number = (await group(desk)).id
    await take(desk, count(number, 3))
    assert "Ann" in await panel_text(desk)
    await take(desk, join(CLEO))
    assert "Ann" not in await panel_text(desk)
    await take(desk, leave(CLEO))
    await panel_text(desk)
    await take(desk, count(number, 3))
    assert "Ann" in await panel_text(desk)


@pytest.mark.parametrize("steps", [(join(CLEO), count_in_crowd), (leave(2),)])
async def test_what_the_two_were_asked_comes_along_to_where_nobody_else_reads(
    desk: Desk, steps: tuple[Step, ...]
) -> None:
    async with desk.database.work() as work:
        ann = await work.session.get(Person, desk.ann)
        assert ann is not None
        await review.ask(Turn(desk.now, work, origin=to_couple(desk.couple)), ann)
    await panel_text(desk)
    (stood,) = [one for one in await desk.panels() if one.key.startswith("review:")]
    assert stood.chat_id == GROUP_CHAT
    await take(desk, *steps)
    rows = await desk.rows()
    assert [row.params["message_id"] for row in rows if row.name == "deleteMessage"] == [stood.message_id]
    assert [(row.to, row.anew) for row in rows if row.name == "review"] == [("both", True)]


async def test_what_was_over_days_ago_is_not_brought_along(desk: Desk) -> None:
    async with desk.database.work() as work:
        ann = await work.session.get(Person, desk.ann)
        assert ann is not None
        await review.ask(Turn(desk.now, work, origin=to_couple(desk.couple)), ann)
    await panel_text(desk)
    await desk.pass_time(days=3)
    await take(desk, join(CLEO), count_in_crowd)
    assert "review" not in [row.name for row in await desk.rows()]
    assert not [one for one in await desk.panels() if one.key.startswith("review:")]


async def test_a_partner_leaving_takes_the_chat_from_the_couple(desk: Desk) -> None:
    await take(desk, leave(2))
    assert (await view(desk)).chat_id is None
    assert {row.to for row in await desk.rows() if row.name == "couple"} == {"ann", "ben"}


async def notice(turn: Turn) -> None:
    await groups.moved(turn, GROUP_CHAT, NEW_CHAT)


async def early_bird(turn: Turn) -> None:
    """The new chat makes itself known as any group does."""
    await groups.bot_added(turn, NEW_CHAT, "en")


@pytest.mark.parametrize(
    "steps",
    [
        (notice, notice, notice),
        (early_bird, notice, notice),
        (notice, early_bird, notice),
        (early_bird, early_bird, notice),
    ],
)
async def test_a_supergroup_gets_the_couples_hand_once_in_whatever_order_it_is_announced(
    desk: Desk, steps: tuple[Step, ...]
) -> None:
    await take(desk, *steps)
    rows = await desk.rows()
    assert [row.name for row in rows].count("couple") == 1
    assert [row.name for row in rows].count("couple.keyboard") == 1
    assert "getChatMemberCount" in [row.name for row in rows]
    async with desk.database.work() as work:
        assert await work.groups.by_chat(GROUP_CHAT) is None
        place = await work.groups.by_chat(NEW_CHAT)
        assert place is not None
        assert await work.pairings.open_of_group(place.id) is None
    assert (await view(desk)).chat_id == NEW_CHAT


async def test_a_question_asked_twice_in_one_group_stays_one(single: Desk) -> None:
    await take(single, lambda turn: groups.bot_added(turn, GROUP_CHAT, "en"), early_bird, notice)
    async with single.database.work() as work:
        place = await work.groups.by_chat(NEW_CHAT)
        assert place is not None
        assert len(await work.pairings.all_open_of_group(place.id)) == 1


async def test_a_supergroup_without_a_couple_or_a_question_is_not_asked_anything(desk: Desk) -> None:
    await desk.act(desk.ann, couple.unpair, desk.couple, message_id=None)
    await desk.rows()
    await take(desk, notice)
    assert "pair" not in [row.name for row in await desk.rows()]


async def test_an_unknown_group_changes_nothing(desk: Desk) -> None:
    await take(desk, lambda turn: groups.moved(turn, -5, -6), lambda turn: groups.joined(turn, -5, [1]))
    await take(desk, lambda turn: groups.left(turn, -5, 1), lambda turn: groups.bot_gone(turn, -5))
    await take(desk, count(1, 3))
    assert await desk.rows() == []


async def test_two_notices_of_one_arrival_greet_once(single: Desk) -> None:
    arrival: Step = lambda turn: groups.bot_added(turn, GROUP_CHAT, "en")  # noqa: E731
    await take(single, arrival, arrival)
    assert [row.name for row in await single.rows()].count("pair") == 1


async def test_a_question_of_another_group_cannot_be_answered_from_here(single: Desk) -> None:
    await take(single, lambda turn: groups.bot_added(turn, GROUP_CHAT, "en"))
    async with single.database.work() as work:
        place = await work.groups.by_chat(GROUP_CHAT)
        assert place is not None
        question = await work.pairings.open_of_group(place.id)
        assert question is not None
    answer = await single.answer(single.ann, pairing.join, question.id, NEW_CHAT)
    assert (answer.name, answer.alert) == ("not-yours", True)
