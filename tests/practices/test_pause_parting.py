from datetime import timedelta
from functools import partial

import pytest

from practices import couple, pause, pause_return, pause_steps, pause_times
from storage.tables import Pause, Timer
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


async def leave(desk: Desk) -> None:
    await desk.act(desk.ben, couple.unpair, desk.couple, message_id=None, private=True)
    await desk.deliver()


async def alone(desk: Desk) -> dict[int, Pause]:
    """The pauses alone that are not closed, by whom they call."""
    found = [one for one in await desk.pauses() if one.couple_id is None and one.state != PauseState.CLOSED]
    return {person: one for one in found for person in await desk.parties(one.id)}


async def pause_timers(desk: Desk) -> list[Timer]:
    """What is promised of pauses; the end of what the two shared is another matter."""
    return [timer for timer in await desk.timers() if timer.kind == pause_steps.TIMER_KIND]


async def test_leaving_in_mid_pause_makes_one_alone_for_each_with_the_same_time(
    desk: Desk, called: int
) -> None:
    await desk.pass_time(minutes=5)
    shown = len(desk.shown)
    await leave(desk)
    (first,) = [one for one in await desk.pauses() if one.couple_id is not None]
    assert (first.state, first.outcome) == (PauseState.CLOSED, Outcome.PARTED)
    each = await alone(desk)
    assert set(each) == {desk.ann, desk.ben}
    assert {one.return_at for one in each.values()} == {EVENING + timedelta(minutes=20)}
    assert len(await pause_timers(desk)) == 2
    assert [one.chat for one in desk.shown[shown:] if one.panel] == []


async def test_after_leaving_each_is_called_in_private_without_a_name(desk: Desk, called: int) -> None:
    await desk.pass_time(minutes=5)
    shown = len(desk.shown)
    await leave(desk)
    await desk.pass_time(hours=10)
    later = desk.shown[shown:]
    assert {one.chat for one in later} == {ANN, BEN}
    for chat, other in ((ANN, "Ben"), (BEN, "Ann")):
        panels = [one for one in later if one.chat == chat and one.panel]
        assert [one.screen for one in panels if one.method == "sendMessage"] == ["nearly", "return", "open"]
        assert not [one.text for one in panels if other in one.text]
    assert await pause_timers(desk) == []
    assert await alone(desk) == {}


async def test_after_leaving_old_buttons_are_refused_kindly(desk: Desk, called: int) -> None:
    await leave(desk)
    for do in (pause.undo, pause_return.here, pause_return.rest, pause_times.offer):
        answer = await desk.answer(desk.ann, do, called)
        assert (answer.name, answer.alert) == ("couple-over", True)


async def test_without_a_private_chat_it_closes_silently(single: Desk) -> None:
    single.ben = await single.meet(3, "Ben", private=False)
    await single.pair()
    await single.act(single.ann, tap)
    await single.deliver()
    await single.act(single.ann, couple.unpair, single.couple, message_id=None)
    assert set(await alone(single)) == {single.ann}


async def test_leaving_after_both_were_called_calls_nobody_again(desk: Desk, called: int) -> None:
    await desk.pass_time(minutes=25)
    shown = len(desk.shown)
    await leave(desk)
    await desk.pass_time(hours=10)
    assert await alone(desk) == {}
    assert await pause_timers(desk) == []
    assert not [one for one in desk.shown[shown:] if one.panel]


async def test_leaving_right_when_the_return_is_due_still_calls_each(desk: Desk, called: int) -> None:
    desk.now += timedelta(minutes=20)
    await leave(desk)
    await desk.fire()
    assert [one.screen for one in desk.shown if one.panel and one.chat == ANN] == ["return"]


async def test_here_before_the_time_still_counts_after_leaving(desk: Desk, called: int) -> None:
    await desk.act(desk.ann, pause_return.here, called)
    await leave(desk)
    await desk.pass_time(minutes=21)
    assert set(await alone(desk)) == {desk.ben}


async def test_one_alone_can_come_back_rest_and_take_longer(desk: Desk, called: int) -> None:
    await leave(desk)
    own = await alone(desk)
    assert await desk.act(desk.ann, pause.undo, own[desk.ann].id) == "pause-running"
    assert (
        await desk.act(desk.ann, pause.change_time, own[desk.ann].id, 1, 20, from_now=False, private=True)
        == "pause-extended"
    )
    await desk.deliver()
    await desk.pass_time(minutes=41)
    assert await desk.act(desk.ann, pause_return.here, own[desk.ann].id, private=True) == "pause-here"
    assert await desk.act(desk.ben, pause_return.rest, own[desk.ben].id, private=True) == "pause-rested"
    assert await alone(desk) == {}
    assert await desk.act(desk.ben, pause_return.here, own[desk.ann].id, private=True) == "not-yours"


async def test_a_new_couples_hand_closes_what_was_left_of_the_old_and_undo_brings_it_back(
    desk: Desk, called: int
) -> None:
    await leave(desk)
    before = {person: (one.id, one.state) for person, one in (await alone(desk)).items()}
    await desk.pair(group=False)
    await desk.act(desk.ann, tap, private=True)
    assert await alone(desk) == {}
    newest = await desk.pause()
    await desk.act(desk.ann, pause.undo, newest.id, private=True)
    assert {person: (one.id, one.state) for person, one in (await alone(desk)).items()} == before
    assert len(await pause_timers(desk)) == 2
    assert GROUP_CHAT not in {one.chat for one in desk.shown if one.panel == f"pause:{newest.id}"}
