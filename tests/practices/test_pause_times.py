from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from practices import pause, pause_return, pause_times
from storage.tables import Person
from storage.views import PauseState
from tests.practices.pause_desk import Desk, Row

tap = partial(pause.call, by_message=False)
more = partial(pause.change_time, from_now=False)
later = partial(pause.change_time, from_now=True)
RING = Row("panel", "pause", "both", anew=True, ring=True, params={})


@pytest.fixture
async def called(desk: Desk) -> int:
    """Ann has called a pause of twenty minutes, and both have seen it."""
    await desk.act(desk.ann, tap)
    await desk.deliver()
    return (await desk.pause()).id


@pytest.mark.parametrize("minutes", [20, 40, 60])
async def test_more_time_before_the_return_counts_from_it_and_rings_once(
    desk: Desk, called: int, minutes: int
) -> None:
    before = await desk.pause()
    desk.now += timedelta(minutes=15)
    assert await desk.act(desk.ben, more, called, 1, minutes) == "pause-extended"
    after = await desk.pause()
    assert after.return_at == before.return_at + timedelta(minutes=minutes)
    assert (after.commitment, after.state) == (2, PauseState.RUNNING)
    assert await desk.rows() == [RING]
    assert await desk.next_in() == minutes


@pytest.mark.parametrize("wait", [20, 24, 51])
async def test_more_time_after_the_return_counts_from_now(desk: Desk, called: int, wait: int) -> None:
    await desk.pass_time(minutes=wait)
    assert await desk.act(desk.ann, more, called, 1, 20) == "pause-extended"
    after = await desk.pause()
    assert after.return_at == desk.now + timedelta(minutes=20)
    assert (after.state, after.return_said_at, after.return_missed) == (PauseState.RUNNING, None, False)
    assert await desk.rows() == [RING]
    assert await desk.next_in() == 15


async def test_in_an_hour_counts_from_now_even_before_the_return(desk: Desk, called: int) -> None:
    desk.now += timedelta(minutes=5)
    assert await desk.act(desk.ann, later, called, 1, 60) == "pause-extended"
    assert (await desk.pause()).return_at == desk.now + timedelta(minutes=60)


async def test_no_change_of_time_makes_a_running_pause_shorter(desk: Desk, called: int) -> None:
    await desk.act(desk.ann, more, called, 1, 60)
    await desk.rows()
    assert await desk.act(desk.ann, later, called, 2, 20) == "pause-time-changed"
    assert (await desk.pause()).commitment == 2
    assert await desk.rows() == []


async def test_both_asking_for_more_at_once_move_the_time_once(desk: Desk, called: int) -> None:
    before = await desk.pause()
    assert await desk.act(desk.ann, more, called, 1, 20) == "pause-extended"
    assert await desk.act(desk.ben, more, called, 1, 20) == "pause-time-changed"
    after = await desk.pause()
    assert (after.return_at, after.commitment) == (before.return_at + timedelta(minutes=20), 2)


async def test_a_button_of_an_earlier_time_changes_nothing_after_the_return(desk: Desk, called: int) -> None:
    await desk.act(desk.ann, more, called, 1, 20)
    await desk.pass_time(minutes=41)
    assert await desk.act(desk.ben, more, called, 1, 20) == "old-button"
    assert (await desk.pause()).state == PauseState.DUE


@pytest.mark.parametrize("minutes", [0, 1, 19])
@pytest.mark.parametrize("wait", [5, 25])
async def test_a_forged_length_moves_nothing(desk: Desk, called: int, minutes: int, wait: int) -> None:
    await desk.pass_time(minutes=wait)
    await desk.act(desk.ann, more, called, 1, minutes)
    assert (await desk.pause()).commitment == 1


async def test_a_pause_lasts_a_day_from_its_start_at_most(desk: Desk) -> None:
    await desk.act(desk.ann, tap, timedelta(hours=23))
    start = desk.now
    called = (await desk.pause()).id
    answer = await desk.answer(desk.ann, pause.change_time, called, 1, 61, from_now=False)
    assert (answer.name, answer.alert) == ("pause-limit", True)
    assert await desk.act(desk.ann, more, called, 1, 60) == "pause-extended"
    assert (await desk.pause()).return_at == start + timedelta(hours=24)
    assert await desk.act(desk.ann, more, called, 2, 20) == "pause-limit"
    await desk.pass_time(hours=24)
    assert await desk.act(desk.ann, more, called, 2, 20) == "pause-limit"


async def test_a_new_time_forgets_who_was_here_for_the_old_one(desk: Desk, called: int) -> None:
    await desk.act(desk.ann, pause_return.here, called)
    await desk.act(desk.ben, more, called, 1, 20)
    assert [party.here_at for party in (await desk.parties(called)).values()] == [None, None]


async def test_every_time_that_was_promised_is_kept_in_the_history(desk: Desk, called: int) -> None:
    start = desk.now
    await desk.act(desk.ann, more, called, 1, 20)
    await desk.pass_time(minutes=45)
    await desk.act(desk.ben, more, called, 2, 60)
    times = await desk.times(called)
    assert [time.return_at - start for time in times] == [timedelta(minutes=m) for m in (20, 40, 105)]
    assert [time.committed_at - start for time in times] == [timedelta(minutes=m) for m in (0, 0, 45)]


async def test_the_menu_of_times_opens_in_the_private_chat_of_whoever_asks(desk: Desk, called: int) -> None:
    assert await desk.act(desk.ben, pause_times.offer, called) == "pause-times-sent"
    (row,) = await desk.rows()
    assert (row.name, row.to, row.params) == ("pause.times", "ben", {"id": called, "page": "first"})


async def test_another_page_of_the_menu_takes_the_place_of_the_first(desk: Desk, called: int) -> None:
    assert await desk.act(desk.ben, pause_times.offer, called, page="more", instead_of=7) == ""
    (row,) = await desk.rows()
    assert row.params == {"id": called, "page": "more", "instead_of": 7}


async def test_without_a_private_chat_the_menu_is_the_way_there(single: Desk) -> None:
    single.ben = await single.meet(3, "Ben", private=False)
    await single.pair()
    await single.act(single.ann, tap)
    called = (await single.pause()).id
    await single.rows()
    answer = await single.answer(single.ben, pause_times.offer, called)
    assert answer.start == f"times-{called}"
    assert await single.rows() == []


async def test_after_midnight_tomorrow_is_the_morning_that_comes(desk: Desk) -> None:
    after_midnight = datetime(2026, 3, 3, 0, 30, tzinfo=UTC)
    choices = pause_times.tomorrow_choices((), "Etc/UTC", after_midnight)
    assert [choice.isoformat() for choice in choices] == [
        "2026-03-03T09:00:00+00:00",
        "2026-03-03T12:30:00+00:00",
        "2026-03-03T19:00:00+00:00",
    ]


async def test_the_morning_after_midnight_can_be_promised_when_only_tomorrow_is_left(desk: Desk) -> None:
    await desk.pass_time(hours=4, minutes=10)
    await desk.act(desk.ann, tap)
    async with desk.database.work() as work:
        ann = await work.session.get(Person, desk.ann)
        assert ann is not None
        ann.zone = "Etc/UTC"
    running = await desk.pause()
    for commitment in (1, 2):
        await desk.act(desk.ann, more, running.id, commitment, 20)
    nine = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    minutes = int(nine.timestamp()) // 60
    assert await desk.act(desk.ann, pause_times.commit_at, running.id, 3, minutes) == "pause-extended"
    assert (await desk.pause()).return_at == nine
