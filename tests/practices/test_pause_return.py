from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import pytest

from practices import pause, pause_times
from practices.pause_return import here, rest, talking, will_be_there
from storage.views import Outcome, PauseState
from tests.practices.pause_desk import Desk, Row

tap = partial(pause.call, by_message=False)
Practice = Callable[..., Awaitable[None]]


@pytest.fixture
async def called(desk: Desk) -> int:
    """Ann has called a pause of twenty minutes, and both have seen it."""
    await desk.act(desk.ann, tap)
    await desk.deliver()
    return (await desk.pause()).id


@pytest.mark.parametrize("wait", [3, 10, 19])
async def test_both_here_before_the_time_end_the_pause_early(desk: Desk, called: int, wait: int) -> None:
    await desk.pass_time(minutes=wait)
    await desk.deliver()
    assert await desk.act(desk.ann, here, called) == "pause-here-early"
    assert await desk.rows() == []
    assert (await desk.pause()).state == PauseState.RUNNING
    assert await desk.act(desk.ben, here, called) == "pause-here-early"
    assert (await desk.last()).outcome == Outcome.BOTH_BACK
    assert await desk.rows() == [Row("panel", "pause", "both", anew=True, ring=False, params={})]
    assert await desk.timers() == []


async def test_here_before_the_time_is_kept_for_its_author_and_counts_at_the_time(
    desk: Desk, called: int
) -> None:
    desk.now += timedelta(minutes=12)
    await desk.act(desk.ann, here, called)
    await desk.act(desk.ann, here, called)
    assert await desk.rows() == []
    desk.now += timedelta(minutes=8)
    desk.telegram_is_up = False
    await desk.fire()
    assert [(row.name, row.to, row.ring) for row in await desk.rows()] == [
        ("pause", "both", True),
        ("pause.one_here", "ben", False),
    ]
    assert await desk.act(desk.ben, here, called) == "pause-here"
    assert (await desk.last()).outcome == Outcome.BOTH_BACK


async def test_one_here_after_the_time_is_told_to_the_other_in_private_once(desk: Desk, called: int) -> None:
    await desk.pass_time(minutes=21)
    assert await desk.act(desk.ben, here, called) == "pause-here"
    assert [(row.name, row.to) for row in await desk.rows()] == [("pause.one_here", "ann")]
    await desk.act(desk.ben, here, called)
    assert await desk.rows() == []
    assert (await desk.pause()).state == PauseState.DUE
    assert await desk.act(desk.ann, here, called) == "pause-here"
    assert (await desk.last()).outcome == Outcome.BOTH_BACK


async def test_one_here_is_told_to_nobody_who_has_no_private_chat(single: Desk) -> None:
    single.ben = await single.meet(3, "Ben", private=False)
    await single.pair()
    await single.act(single.ann, tap)
    await single.pass_time(minutes=21)
    await single.act(single.ann, here, (await single.pause()).id)
    assert await single.rows() == []


async def test_here_ends_a_pause_whose_other_nobody_can_ask(single: Desk) -> None:
    single.ben = await single.meet(3, "Ben", private=False)
    await single.pair(group=False)
    await single.act(single.ann, tap, private=True)
    called = (await single.pause()).id
    await single.act(single.ann, here, called)
    await single.deliver()
    await single.pass_time(minutes=20)
    assert single.screens(1)[-1] == "return"
    assert (await single.pause()).state == PauseState.DUE
    await single.act(single.ann, here, called)
    assert (await single.last()).state == PauseState.CLOSED


async def test_a_promise_to_be_there_is_answered_kindly_and_not_kept(desk: Desk, called: int) -> None:
    desk.now += timedelta(minutes=16)
    answer = await desk.answer(desk.ann, will_be_there, called)
    assert (answer.name, answer.alert) == ("pause-will", True)
    assert [party.here_at for party in (await desk.parties(called)).values()] == [None, None]
    assert await desk.rows() == []


@pytest.mark.parametrize(
    ("do", "said", "outcome", "anew"),
    [
        (talking, "pause-talking", Outcome.TALKING, False),
        (rest, "pause-rested", Outcome.RESTED, True),
    ],
)
@pytest.mark.parametrize("wait", [20, 35, 55])
@pytest.mark.parametrize("who", ["ann", "ben"])
async def test_either_one_may_end_it_from_the_return_time_on(
    desk: Desk, called: int, do: Practice, said: str, outcome: Outcome, anew: bool, wait: int, who: str
) -> None:
    await desk.pass_time(minutes=wait)
    assert await desk.act(getattr(desk, who), do, called) == said
    assert (await desk.last()).outcome == outcome
    assert await desk.timers() == []
    assert await desk.rows() == [Row("panel", "pause", "both", anew=anew, ring=False, params={})]


@pytest.mark.parametrize("do", [talking, rest])
async def test_nobody_ends_it_before_the_return_time(desk: Desk, called: int, do: Practice) -> None:
    desk.now += timedelta(minutes=19)
    answer = await desk.answer(desk.ann, do, called)
    assert (answer.name, answer.alert) == ("pause-not-yet", True)
    assert (await desk.pause()).state == PauseState.RUNNING


@pytest.mark.parametrize("do", [talking, rest])
async def test_it_may_be_ended_at_the_return_time_whichever_turn_comes_first(
    desk: Desk, called: int, do: Practice
) -> None:
    desk.now += timedelta(minutes=20)
    await desk.act(desk.ann, do, called)
    assert (await desk.last()).state == PauseState.CLOSED


async def test_buttons_of_a_pause_that_is_over_say_so(desk: Desk, called: int) -> None:
    await desk.pass_time(minutes=20)
    await desk.act(desk.ann, talking, called)
    for do in (pause.undo, here, will_be_there, talking, rest, pause_times.offer):
        assert await desk.act(desk.ben, do, called) == "pause-over"
    assert await desk.act(desk.ben, pause.change_time, called, 1, 20, from_now=False) == "pause-over"


async def test_where_a_pauses_panel_stood_is_forgotten_after_a_month_and_its_button_is_still_answered(
    desk: Desk, called: int
) -> None:
    async def over(after: timedelta) -> int:
        """A pause that ends so much later; in how many chats the panel of the first one stands then."""
        desk.now += after
        await desk.act(desk.ann, tap)
        await desk.deliver()
        pause_id = (await desk.pause()).id
        for person in (desk.ann, desk.ben):
            await desk.act(person, here, pause_id)
        await desk.deliver()
        async with desk.database.work() as work:
            assert len(await work.panels.places(f"pause:{pause_id}")) == 1
            return len(await work.panels.places(f"pause:{called}"))

    for person in (desk.ann, desk.ben):
        await desk.act(person, here, called)
    await desk.deliver()
    assert await over(timedelta(days=29)) == 1
    assert await over(timedelta(days=2)) == 0
    assert await desk.act(desk.ben, talking, called) == "pause-over"
