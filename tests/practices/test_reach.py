"""Whom the bot can reach, and what a delivery teaches about a promise."""

from datetime import timedelta

from practices import pause, reach
from practices.turn import Turn
from tests.practices.pause_desk import Desk


async def _report(desk: Desk, pause_id: int, screen: str) -> None:
    async with desk.database.work() as work:
        await reach.shown(Turn(desk.now, work), f"pause:{pause_id}", screen, desk.now)


async def test_a_late_word_about_an_earlier_time_says_nothing_about_the_new_one(desk: Desk) -> None:
    await desk.act(desk.ann, pause.call, timedelta(minutes=20), by_message=False)
    called = (await desk.pause()).id
    await _report(desk, called, "return")
    assert (await desk.pause()).return_said_at is None


async def test_a_return_is_said_once_whichever_chat_it_reached_first(desk: Desk) -> None:
    await desk.act(desk.ann, pause.call, timedelta(minutes=20), by_message=False)
    called = (await desk.pause()).id
    await desk.pass_time(minutes=20)
    await _report(desk, called, "return")
    first = (await desk.pause()).return_said_at
    await _report(desk, called, "outage")
    again = await desk.pause()
    assert first is not None
    assert (again.return_said_at, again.return_missed) == (first, False)


async def test_other_screens_are_no_word_about_the_return(desk: Desk) -> None:
    await desk.act(desk.ann, pause.call, timedelta(minutes=20), by_message=False)
    called = (await desk.pause()).id
    desk.telegram_is_up = False
    await desk.pass_time(minutes=20)
    await _report(desk, called, "pause")
    assert (await desk.pause()).return_said_at is None
