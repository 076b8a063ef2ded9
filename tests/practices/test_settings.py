import pytest

from practices import settings
from storage.tables import Person
from tests.practices.pause_desk import Desk


async def person_of(desk: Desk, person: int) -> Person:
    async with desk.database.work() as work:
        found = await work.session.get(Person, person)
        assert found is not None
        return found


async def live_in(desk: Desk, person: int, zone: str) -> None:
    async with desk.database.work() as work:
        found = await work.session.get(Person, person)
        assert found is not None
        found.zone = zone


async def test_a_page_is_changed_in_place(desk: Desk) -> None:
    await desk.act(desk.ann, settings.show, "language", instead_of=5, private=True)
    (row,) = await desk.rows()
    assert (row.name, row.to, row.params["page"], row.params["instead_of"]) == (
        "settings.page",
        "ann",
        "language",
        5,
    )


@pytest.mark.parametrize("page", ["quiet", "from", "to"])
async def test_quiet_hours_need_to_know_whose_hours_they_are(desk: Desk, page: str) -> None:
    await desk.act(desk.ann, settings.show, page, private=True)
    (row,) = await desk.rows()
    assert (row.name, row.params["then"]) == ("zone.ask", "settings:quiet")


async def test_quiet_hours_are_ones_own(desk: Desk) -> None:
    await live_in(desk, desk.ann, "Europe/Berlin")
    await desk.act(desk.ann, settings.set_quiet, "from", 60, private=True)
    await desk.act(desk.ann, settings.set_quiet, "to", 9 * 60, private=True)
    ann, ben = await person_of(desk, desk.ann), await person_of(desk, desk.ben)
    assert (ann.quiet_from, ann.quiet_to) == (60, 540)
    assert (ben.quiet_from, ben.quiet_to) == (22 * 60 + 30, 7 * 60 + 30)


async def test_a_minute_that_no_day_has_is_refused(desk: Desk) -> None:
    assert await desk.act(desk.ann, settings.set_quiet, "from", 1440, private=True) == "old-button"


async def test_quiet_hours_go_off_and_come_back_as_they_usually_are(desk: Desk) -> None:
    await live_in(desk, desk.ann, "Europe/Berlin")
    await desk.act(desk.ann, settings.switch_quiet, on=False, private=True)
    ann = await person_of(desk, desk.ann)
    assert ann.quiet_from == ann.quiet_to
    await desk.act(desk.ann, settings.switch_quiet, on=True, private=True)
    ann = await person_of(desk, desk.ann)
    assert (ann.quiet_from, ann.quiet_to) == (22 * 60 + 30, 7 * 60 + 30)


async def test_the_group_hears_one_line_of_a_switched_keyboard_and_none_of_a_repeated_press(
    desk: Desk,
) -> None:
    for _ in range(2):
        await desk.act(desk.ann, settings.switch_keyboard, on=False, private=True)
    rows = await desk.rows()
    assert [row.name for row in rows if row.to == "both"] == ["settings.keyboard"]
    assert not (await person_of(desk, desk.ann)).group_keyboard
    assert (await person_of(desk, desk.ben)).group_keyboard


async def test_without_a_chat_of_the_two_there_is_no_keyboard_to_switch(single: Desk) -> None:
    await single.pair(count=4)
    assert await single.act(single.ann, settings.switch_keyboard, on=False, private=True) == "old-button"
    assert (await person_of(single, single.ann)).group_keyboard


async def test_a_language_is_answered_in_itself(desk: Desk) -> None:
    await desk.act(desk.ann, settings.set_language, "zh", private=True)
    await desk.deliver()
    assert desk.shown[-1].text.startswith("你的设置")
    assert (await person_of(desk, desk.ben)).language == "en"
