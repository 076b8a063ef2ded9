from datetime import timedelta
from functools import partial

import pytest

from practices import groups, pause, pause_return
from practices.pause_steps import Step, due_step, steps
from practices.turn import Turn
from storage.views import Outcome, PauseState
from tests.practices.pause_desk import EVENING, GROUP_CHAT, Desk

tap = partial(pause.call, by_message=False)
ANN, BEN = 1, 2


@pytest.fixture
async def called(desk: Desk) -> int:
    """Ann has called a pause of twenty minutes, and both have seen it."""
    await desk.act(desk.ann, tap)
    await desk.deliver()
    return (await desk.pause()).id


def new(desk: Desk, chat: int) -> list[tuple[float, str, bool]]:
    """The new messages of a chat: minutes since the call, screen, with sound?"""
    return [
        ((one.at - EVENING).total_seconds() / 60, one.screen, not one.silent)
        for one in desk.shown
        if one.chat == chat and one.method == "sendMessage"
    ]


async def test_a_pause_that_nobody_touches_goes_through_every_moment_and_ends(
    desk: Desk, called: int
) -> None:
    await desk.pass_time(hours=12)
    assert new(desk, GROUP_CHAT) == [
        (0, "pause", True),
        (15, "nearly", False),
        (20, "return", True),
        (50, "open", False),
    ]
    assert new(desk, ANN) == new(desk, BEN) == [(30, "pause.nudge", False)]
    last = await desk.last()
    assert (last.state, last.outcome) == (PauseState.CLOSED, Outcome.FADED)
    assert last.closed_at == EVENING + timedelta(minutes=20, hours=8)
    assert (desk.shown[-1].method, desk.shown[-1].silent) == ("editMessageText", False)
    assert await desk.timers() == []


async def test_a_pause_has_one_timer_whatever_state_it_is_in(desk: Desk, called: int) -> None:
    for _ in range(5):
        assert len(await desk.timers()) == 1
        await desk.pass_time(minutes=await desk.next_in())
    assert len(await desk.timers()) == 1


async def test_ten_minutes_later_each_is_written_to_as_they_are(desk: Desk, called: int) -> None:
    await desk.pass_time(minutes=22)
    await desk.act(desk.ann, pause_return.here, called)
    await desk.pass_time(minutes=9)
    assert new(desk, ANN) == [(30, "pause.quiet", False)]
    assert [screen for _, screen, _ in new(desk, BEN)] == ["pause.one_here", "pause.nudge"]


async def test_the_note_after_ten_minutes_needs_an_open_private_chat(single: Desk) -> None:
    single.ben = await single.meet(3, "Ben", private=False)
    await single.pair()
    await single.act(single.ann, tap)
    await single.deliver()
    await single.pass_time(minutes=31)
    assert single.screens(ANN) == ["pause.nudge"]
    assert single.screens(3) == []


async def test_half_an_hour_later_one_line_goes_to_both_alike(desk: Desk, called: int) -> None:
    await desk.pass_time(minutes=51)
    assert (await desk.pause()).state == PauseState.OPEN
    line = desk.shown[-1]
    assert (line.chat, line.screen) == (GROUP_CHAT, "open")
    assert "Ann" not in line.text
    assert "Ben" not in line.text


@pytest.mark.parametrize(
    ("hours", "state"),
    [(0.5, PauseState.DUE), (1, PauseState.OPEN), (7, PauseState.OPEN), (30, PauseState.OPEN),
     (24 * 9, PauseState.OPEN)],
)  # fmt: skip
async def test_after_an_outage_of_any_length_the_missed_return_is_said_once_with_sound(
    desk: Desk, called: int, hours: float, state: PauseState
) -> None:
    await desk.be_out(hours=hours)
    assert new(desk, GROUP_CHAT)[1:] == [(hours * 60, "outage", True)]
    assert new(desk, ANN) == new(desk, BEN) == []
    late = await desk.pause()
    assert (late.state, late.return_missed, late.return_said_at) == (state, True, desk.now)
    said_at = desk.now
    await desk.pass_time(hours=24 * 3)
    assert desk.screens().count("outage") == 1
    assert (await desk.last()).outcome == Outcome.FADED
    assert (await desk.last()).closed_at == said_at + timedelta(hours=8)


@pytest.mark.parametrize("out", [3, 14, 17, 20, 20.9])
async def test_an_outage_that_ends_in_time_costs_nothing_but_what_it_overtook(
    desk: Desk, called: int, out: float
) -> None:
    await desk.be_out(minutes=out)
    await desk.pass_time(minutes=22 - out)
    assert "outage" not in desk.screens()
    assert desk.screens(GROUP_CHAT).count("nearly") == (out < 20)


async def test_after_an_outage_nobody_is_written_to_again_for_ten_minutes(desk: Desk, called: int) -> None:
    await desk.be_out(minutes=29)
    await desk.pass_time(minutes=10)
    assert new(desk, ANN) == new(desk, BEN) == []
    await desk.pass_time(minutes=12)
    assert [screen for _, screen, _ in new(desk, GROUP_CHAT)] == ["pause", "outage", "open"]


async def test_an_outage_screen_that_was_just_shown_stands_for_the_open_one(desk: Desk, called: int) -> None:
    await desk.be_out(minutes=45)
    await desk.pass_time(hours=1)
    assert [screen for _, screen, _ in new(desk, GROUP_CHAT)] == ["pause", "outage"]
    assert (await desk.pause()).state == PauseState.OPEN


async def test_while_telegram_is_away_the_return_waits_and_is_then_said_to_be_missed(
    desk: Desk, called: int
) -> None:
    desk.telegram_is_up = False
    await desk.pass_time(hours=40)
    assert (await desk.pause()).state == PauseState.OPEN
    desk.telegram_is_up = True
    await desk.deliver()
    assert new(desk, GROUP_CHAT)[1:] == [(40 * 60, "outage", True)]
    assert new(desk, ANN) == new(desk, BEN) == []
    await desk.pass_time(hours=8)
    assert (await desk.last()).outcome == Outcome.FADED


async def test_a_pause_that_can_be_shown_to_nobody_ends_all_the_same(desk: Desk, called: int) -> None:
    desk.telegram_is_up = False
    await desk.pass_time(hours=1)
    await desk.rows()
    await desk.pass_time(hours=8)
    assert (await desk.last()).outcome == Outcome.FADED
    assert await desk.timers() == []


async def test_a_clock_that_steps_back_calls_nobody_twice(desk: Desk, called: int) -> None:
    await desk.pass_time(minutes=20)
    desk.now -= timedelta(minutes=3)
    await desk.fire()
    await desk.pass_time(minutes=9)
    assert [screen for _, screen, _ in new(desk, GROUP_CHAT)] == ["pause", "nearly", "return"]


async def test_the_partners_late_hand_takes_no_return_away(desk: Desk, called: int) -> None:
    await desk.pass_time(minutes=19)
    await desk.act(desk.ben, tap)
    await desk.deliver()
    await desk.be_out(minutes=2.5)
    assert new(desk, GROUP_CHAT)[-1] == (21.5, "outage", True)


async def test_the_partners_late_hand_brings_no_second_five_minute_word(desk: Desk, called: int) -> None:
    await desk.pass_time(minutes=14)
    await desk.act(desk.ben, tap)
    await desk.pass_time(minutes=5)
    assert desk.screens(GROUP_CHAT).count("nearly") == 1


async def test_moments_come_in_order_and_the_latest_is_the_one_that_counts(desk: Desk, called: int) -> None:
    pause_ = await desk.pause()
    moments = steps(pause_)
    assert moments == sorted(moments)
    assert [step for _, step in moments] == list(Step)
    for instant, step in moments:
        assert due_step(pause_, instant) is step
    assert due_step(pause_, EVENING) is None


async def test_without_a_group_each_is_called_in_their_private_chat(single: Desk) -> None:
    await single.pair(group=False)
    await single.act(single.ann, tap, private=True)
    await single.deliver()
    await single.pass_time(minutes=60)
    for chat in (ANN, BEN):
        assert single.screens(chat) == ["pause", "nearly", "return", "pause.nudge", "open"]


async def test_in_a_group_with_others_whoever_has_no_private_chat_sees_it_there_without_names(
    single: Desk,
) -> None:
    single.ben = await single.meet(3, "Ben", private=False)
    await single.pair(count=5)
    await single.act(single.ann, tap)
    await single.deliver()
    await single.pass_time(minutes=21)
    seen = [one for one in single.shown if one.chat == GROUP_CHAT and one.method == "sendMessage"]
    assert [(one.screen, one.silent) for one in seen] == [("pause", False), ("return", False)]
    assert not [one.text for one in seen if "Ann" in one.text or "Ben" in one.text]
    assert single.screens(ANN) == ["pause", "nearly", "return"]


async def test_a_new_time_that_was_never_shown_is_said_to_be_missed_like_any_other(
    desk: Desk, called: int
) -> None:
    await desk.pass_time(minutes=22)
    assert desk.screens(GROUP_CHAT)[-1] == "return"
    desk.telegram_is_up = False
    await desk.act(desk.ann, pause.change_time, called, 1, 20, from_now=False)
    await desk.pass_time(minutes=23)
    desk.telegram_is_up = True
    await desk.deliver()
    assert new(desk, GROUP_CHAT)[-1] == (45, "outage", True)
    assert (await desk.pause()).return_missed


async def test_a_return_that_was_shown_is_not_called_missed_where_the_two_are_reached_next(
    desk: Desk, called: int
) -> None:
    await desk.pass_time(minutes=25)
    async with desk.database.work() as work:
        await groups.bot_gone(Turn(desk.now, work), GROUP_CHAT)
    await desk.deliver()
    for chat in (ANN, BEN):
        assert [one.screen for one in desk.shown if one.chat == chat and one.panel == f"pause:{called}"] == [
            "return"
        ]
