from datetime import timedelta

import pytest

from practices import pause, zone
from storage.tables import Person
from tests.practices.pause_desk import Desk

BERLIN, TORONTO = ("Europe/Berlin", "Berlin"), ("America/Toronto", "London, Canada")


async def zone_of(desk: Desk, person: int) -> str | None:
    async with desk.database.work() as work:
        found = await work.session.get(Person, person)
        assert found is not None
        return found.zone


async def test_one_sure_place_is_kept_at_once_and_shown_to_be_checked(desk: Desk) -> None:
    await desk.act(desk.ann, zone.ask, private=True)
    await desk.rows()
    await desk.act(desk.ann, zone.answered, [BERLIN], private=True)
    assert await zone_of(desk, desk.ann) == "Europe/Berlin"
    assert [row.name for row in await desk.rows()] == ["zone.kept"]


@pytest.mark.parametrize(("choices", "sure"), [([BERLIN, TORONTO], True), ([BERLIN], False)])
async def test_what_may_mean_another_place_is_asked_about(
    desk: Desk, choices: list[tuple[str, str]], sure: bool
) -> None:
    await desk.act(desk.ann, zone.answered, choices, sure=sure, private=True)
    assert await zone_of(desk, desk.ann) is None
    (row,) = await desk.rows()
    assert row.name == "zone.choose"
    assert row.params["choices"] == [list(choice) for choice in choices]


async def test_two_names_of_one_zone_need_no_question(desk: Desk) -> None:
    await desk.act(desk.ann, zone.answered, [BERLIN, ("Europe/Berlin", "Hamburg")], private=True)
    assert await zone_of(desk, desk.ann) == "Europe/Berlin"


async def test_an_unknown_place_is_asked_for_once_more(desk: Desk) -> None:
    await desk.act(desk.ann, zone.answered, [], private=True)
    assert [row.name for row in await desk.rows()] == ["zone.unknown"]


async def test_what_was_to_be_done_is_one_tap_away_once_the_time_is_known(desk: Desk) -> None:
    await desk.act(desk.ann, zone.ask, "pause:7:times", private=True)
    await desk.act(desk.ann, zone.answered, [BERLIN], private=True)
    await desk.act(desk.ann, zone.ask_again, private=True)
    await desk.act(desk.ann, zone.keep, "Asia/Shanghai", private=True)
    assert [row.params.get("then") for row in await desk.rows()] == ["pause:7:times"] * 4


async def test_after_half_an_hour_nothing_is_carried_on(desk: Desk) -> None:
    await desk.act(desk.ann, zone.ask, "pause:7:times", private=True)
    desk.now += timedelta(minutes=30)
    await desk.rows()
    await desk.act(desk.ann, zone.keep, "Asia/Shanghai", private=True)
    (row,) = await desk.rows()
    assert row.params.get("then") is None


async def test_what_is_no_zone_is_not_kept(desk: Desk) -> None:
    assert await desk.act(desk.ann, zone.keep, "Nowhere/Land", private=True) == "old-button"
    assert await zone_of(desk, desk.ann) is None


async def test_without_a_private_chat_the_press_opens_it(single: Desk) -> None:
    cleo = await single.meet(3, "Cleo", private=False)
    answer = await single.answer(cleo, zone.ask, "settings:quiet")
    assert answer.start == "zone"
    assert await single.rows() == []


async def test_a_running_pause_that_both_read_shows_the_new_hour_only_when_it_changes(desk: Desk) -> None:
    await desk.act(desk.ann, pause.call, by_message=False)
    await desk.deliver()
    shown = len(desk.shown)
    await desk.act(desk.ann, zone.keep, "Europe/Berlin", private=True)
    await desk.act(desk.ben, zone.keep, "Europe/Berlin", private=True)
    await desk.deliver()
    assert {one.chat for one in desk.shown[shown:]} == {1, 2}
    await desk.act(desk.ben, pause.call, by_message=False)
    await desk.deliver()
    edits = [one.text for one in desk.shown if one.method == "editMessageText" and one.panel]
    assert "21:20 CET" in edits[-1]


async def test_ones_own_panel_of_a_running_pause_shows_the_new_hour_at_once(single: Desk) -> None:
    await single.pair(group=False)
    await single.act(single.ann, pause.call, by_message=False)
    await single.deliver()
    shown = len(single.shown)
    await single.act(single.ann, zone.keep, "Europe/Berlin", private=True)
    await single.deliver()
    assert {one.chat for one in single.shown[shown:]} == {1}
    assert any("21:20 CET" in one.text for one in single.shown[shown:] if one.panel)


async def test_two_partners_in_two_zones_see_utc_where_both_read(desk: Desk) -> None:
    await desk.act(desk.ann, zone.keep, "Europe/Berlin", private=True)
    await desk.act(desk.ben, zone.keep, "Asia/Shanghai", private=True)
    await desk.act(desk.ann, pause.call, by_message=False)
    await desk.deliver()
    shown = [one.text for one in desk.shown if one.screen == "pause"]
    assert "20:20 UTC" in shown[-1]


async def test_in_their_private_chats_each_sees_their_own_hour(single: Desk) -> None:
    await single.pair(group=False)
    await single.act(single.ann, zone.keep, "Europe/Berlin", private=True)
    await single.act(single.ben, zone.keep, "Asia/Shanghai", private=True)
    await single.act(single.ann, pause.call, by_message=False)
    await single.deliver()
    shown = {one.chat: one.text for one in single.shown if one.screen == "pause"}
    assert "21:20 CET" in shown[1]
    assert "04:20 CST" in shown[2]
