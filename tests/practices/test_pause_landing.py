"""Telegram's reply is on its way while something changes.

A time that was missed is said to be missed, and an undone pause leaves no words behind.
"""

from datetime import timedelta
from functools import partial

import pytest

from bot.deliver.delivery import Delivery
from practices import pause, pause_often
from tests.practices.pause_desk import EVENING, Desk

tap = partial(pause.call, by_message=False)
later = partial(pause.change_time, from_now=True)
OUT = timedelta(minutes=20, seconds=90)


async def _call(desk: Desk, *, seen: bool) -> int:
    """Ann calls a pause of twenty minutes; then Telegram is out. `seen`: its panel stands by then."""
    await desk.act(desk.ann, tap)
    if seen:
        await desk.deliver()
    desk.telegram_is_up = False
    await desk.pass_time(minutes=20)
    return (await desk.pause()).id


async def _miss(desk: Desk) -> None:
    """Telegram is out through the return time that was promised last."""
    await desk.be_out(seconds=OUT.total_seconds())
    desk.telegram_is_up = True
    await desk.deliver()


async def _assert_said_as_missed(desk: Desk) -> None:
    found = await desk.pause()
    assert desk.shown[-1].screen == "outage"
    assert (found.return_said_at, found.return_missed) == (desk.now, True)


@pytest.mark.parametrize("seen", [True, False])
async def test_a_return_that_lands_after_a_new_time_was_asked_for_is_no_return_of_that_one(
    desk: Desk, seen: bool
) -> None:
    called = await _call(desk, seen=seen)
    on_its_way = await desk.take_off()
    assert await desk.act(desk.ben, later, called, 1, 20) == "pause-extended"
    await desk.land(on_its_way)
    await _miss(desk)
    await _assert_said_as_missed(desk)


async def test_of_two_new_times_each_has_a_return_of_its_own(desk: Desk) -> None:
    called = await _call(desk, seen=True)
    # The second return is drawn where no word about its time was shown before.
    await desk.act(desk.ben, later, called, 1, 20)
    await desk.pass_time(minutes=20)
    on_its_way = await desk.take_off()
    assert on_its_way.screen == "return"
    await desk.act(desk.ben, later, called, 2, 20)
    await desk.land(on_its_way)
    await _miss(desk)
    await _assert_said_as_missed(desk)


async def test_the_word_of_a_delivery_is_about_the_time_that_it_was_drawn_for(desk: Desk) -> None:
    called = await _call(desk, seen=True)
    on_its_way = await desk.take_off()
    await desk.act(desk.ben, later, called, 1, 20)
    # As after a sleep: the new return is due before anybody has heard of the old one.
    await desk.be_out(seconds=OUT.total_seconds())
    await desk.land(on_its_way)
    desk.telegram_is_up = True
    await desk.deliver()
    await _assert_said_as_missed(desk)


async def test_a_return_that_lands_with_its_time_unchanged_stays_the_return(desk: Desk) -> None:
    await _call(desk, seen=True)
    await desk.land(await desk.take_off())
    said = desk.now
    desk.now += timedelta(minutes=2)
    desk.telegram_is_up = True
    await desk.deliver()
    found = await desk.pause()
    assert (found.return_said_at is not None, found.return_missed) == (True, False)
    assert found.return_said_at == said
    assert [one.screen for one in desk.shown][-1] == "return"


async def _on_its_way(desk: Desk, screen: str) -> Delivery:
    """What comes before it is delivered; it has no reply yet."""
    for _ in range(9):
        delivery = await desk.take_off()
        if delivery.screen == screen:
            return delivery
        await desk.deliver_next()
    raise AssertionError(f"{screen} does not come")


async def test_words_to_pass_on_that_land_after_an_undo_leave(single: Desk) -> None:
    await single.act(single.ann, tap, private=True)
    on_its_way = await _on_its_way(single, "pause.pass_on")
    await single.act(single.ann, pause.undo, (await single.pause()).id, private=True)
    message = await single.land(on_its_way)
    # Another pause is called before anybody has looked again.
    await single.act(single.ann, tap, private=True)
    await single.deliver()
    assert message in single.deleted
    async with single.database.work() as work:
        (stands,) = await work.panels.said_since(1, ("pause.pass_on",), EVENING)
    assert stands not in single.deleted


async def test_the_word_about_many_pauses_leaves_with_the_undo_of_the_third(single: Desk) -> None:
    for _ in range(pause_often.OFTEN - 1):
        await single.act(single.ann, tap, private=True)
        await single.pass_time(minutes=21)
    await single.act(single.ann, tap, private=True)
    on_its_way = await _on_its_way(single, pause_often.SCREEN)
    await single.act(single.ann, pause.undo, (await single.pause()).id, private=True)
    message = await single.land(on_its_way)
    await single.deliver()
    assert message in single.deleted
