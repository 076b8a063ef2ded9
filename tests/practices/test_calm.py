"""Calm me: what is asked, kept and shown, and to whom."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from practices import calm, pages, phrases
from practices.pages import Spot
from practices.turn import Turn
from storage.comforts import LONGEST, MOST
from storage.tables import Pause, Person
from tests.practices.pause_desk import Desk


async def items(desk: Desk, person: int) -> list[str]:
    async with desk.database.work() as work:
        return [text for _, text in await work.comforts.all_of(person)]


async def expects(desk: Desk, person: int) -> str | None:
    async with desk.database.work() as work:
        found = await work.session.get(Person, person)
        assert found is not None
        return work.persons.expected(found, desk.now)


async def close_private(desk: Desk, person: int) -> None:
    async with desk.database.work() as work:
        found = await work.session.get(Person, person)
        assert found is not None
        found.private_open = False


async def paused(desk: Desk) -> int:
    """A pause that Ann called."""
    async with desk.database.work() as work:
        pause = await work.pauses.start(
            couple_id=desk.couple,
            party_ids=[desk.ann, desk.ben],
            caller_id=desk.ann,
            return_at=desk.now + timedelta(minutes=20),
            now=desk.now,
        )
        return pause.id


async def said(desk: Desk) -> list[tuple[str, str]]:
    return [(row.name, row.to) for row in await desk.rows()]


async def test_from_the_shared_chat_it_opens_in_the_pressers_private_chat_alone(desk: Desk) -> None:
    pause = await paused(desk)
    assert await desk.act(desk.ben, calm.begin, pause) == "calm-sent"
    assert await said(desk) == [("calm.home", "ben")]


async def test_without_a_private_chat_the_press_leads_there(desk: Desk) -> None:
    pause = await paused(desk)
    await close_private(desk, desk.ben)
    answer = await desk.answer(desk.ben, calm.begin, pause)
    assert answer.start == f"calm-{pause}"
    answer = await desk.answer(desk.ben, phrases.show, "returning")
    assert answer.start == "phrases-returning"
    assert await said(desk) == []


async def test_a_strangers_press_is_refused_kindly(desk: Desk) -> None:
    pause = await paused(desk)
    cleo = await desk.meet(1003, "Cleo")
    assert await desk.act(cleo, calm.begin, pause) == "not-yours"
    assert await desk.act(desk.ann, calm.begin, pause + 1) == "not-yours"
    assert await said(desk) == []


async def test_a_pause_that_is_over_keeps_nobody_from_calm(desk: Desk) -> None:
    pause = await paused(desk)
    async with desk.database.work() as work:
        row = await work.session.get(Pause, pause)
        assert row is not None
        row.state = "closed"
    await desk.act(desk.ben, calm.begin, pause, private=True)
    assert await said(desk) == [("calm.home", "ben")]


async def test_what_was_asked_for_is_kept_once(desk: Desk) -> None:
    await desk.act(desk.ann, calm.ask, 0, None, private=True)
    assert await expects(desk, desk.ann) == "comfort:0"
    await desk.act(desk.ann, calm.keep, "  mint\n tea ", private=True)
    await desk.act(desk.ann, calm.keep, "mint tea", private=True)
    assert await items(desk, desk.ann) == ["mint tea"]
    assert await items(desk, desk.ben) == []
    assert await expects(desk, desk.ann) is None


async def test_too_many_words_are_asked_for_once_more(desk: Desk) -> None:
    await desk.act(desk.ann, calm.ask, 7, None, private=True)
    await desk.act(desk.ann, calm.keep, "x" * (LONGEST + 1), private=True)
    assert await items(desk, desk.ann) == []
    assert await expects(desk, desk.ann) == "comfort:7"
    await desk.act(desk.ann, calm.keep, "x" * LONGEST, private=True)
    assert await items(desk, desk.ann) == ["x" * LONGEST]


async def test_a_list_has_room_for_twelve(desk: Desk) -> None:
    for number in range(MOST + 1):
        await desk.act(desk.ann, calm.keep, f"thing {number}", private=True)
    assert len(await items(desk, desk.ann)) == MOST
    assert (await said(desk))[-1] == ("calm.full", "ann")
    assert await desk.act(desk.ann, calm.ask, 0, None, private=True) == "calm-full"
    assert await expects(desk, desk.ann) is None


@pytest.mark.parametrize("name", ["list", "walk", "breathe"])
async def test_going_on_takes_the_question_back(desk: Desk, name: str) -> None:
    await desk.act(desk.ann, calm.ask, 0, None, private=True)
    await desk.act(desk.ann, calm.page, 0, name, None, private=True)
    assert await expects(desk, desk.ann) is None


async def test_another_question_is_left_alone(desk: Desk) -> None:
    async with desk.database.work() as work:
        ann = await work.session.get(Person, desk.ann)
        assert ann is not None
        work.persons.expect(ann, "city", desk.now + timedelta(minutes=1))
    await desk.act(desk.ann, calm.page, 0, "walk", None, private=True)
    assert await expects(desk, desk.ann) == "city"


async def test_nobody_takes_a_thing_off_anothers_list(desk: Desk) -> None:
    async with desk.database.work() as work:
        comfort = await work.comforts.add(desk.ann, "tea", desk.now)
    await desk.act(desk.ben, calm.drop, 0, comfort, None, private=True)
    assert await items(desk, desk.ann) == ["tea"]
    await desk.act(desk.ann, calm.drop, 0, comfort, None, private=True)
    assert await items(desk, desk.ann) == []


async def test_a_page_opened_from_a_pauses_panel_leaves_the_panel_as_it_is(desk: Desk) -> None:
    await remember(desk, 5, "pause:1")
    await desk.act(desk.ann, calm.begin, 0, Spot(5, desk.now, film=False), private=True)
    (row,) = await desk.rows()
    assert (row.name, row.params.get("instead_of")) == ("calm.home", None)


async def test_a_page_turns_in_place(desk: Desk) -> None:
    await remember(desk, 5, "help.home")
    await desk.act(desk.ann, calm.page, 0, "walk", Spot(5, desk.now, film=False), private=True)
    (row,) = await desk.rows()
    assert (row.name, row.params.get("instead_of")) == ("calm.walk", 5)


@pytest.mark.parametrize(("name", "film"), [("breathe", False), ("walk", True)])
async def test_between_words_and_pictures_the_new_comes_first_and_the_old_goes(
    desk: Desk, name: str, film: bool
) -> None:
    await remember(desk, 5, "calm.home")
    spot = Spot(5, desk.now, film=film)
    for _ in range(2):  # tapped twice
        await desk.act(desk.ann, calm.page, 0, name, spot, private=True)
    assert [(row.kind, row.name) for row in await desk.rows()] == [
        ("screen", f"calm.{name}"),
        ("call", "deleteMessage"),
    ]


@pytest.mark.parametrize(
    ("shown", "wanted", "in_place"), [(True, True, True), (True, False, False), (False, True, False)]
)
async def test_a_drawing_takes_the_place_of_a_drawing_and_of_nothing_else(
    desk: Desk, shown: bool, wanted: bool, in_place: bool
) -> None:
    await remember(desk, 5, "calm.home")
    spot = Spot(5, desk.now, film=False, drawn=shown)

    async def turn_to(turn: Turn, person: Person) -> None:
        await pages.show(turn, person, "calm.card", spot, drawn=wanted, theme="dark")

    await desk.act(desk.ann, turn_to, private=True)
    rows = await desk.rows()
    assert (rows[0].params.get("instead_of") == 5) is in_place
    assert [row.name for row in rows] == (["calm.card"] if in_place else ["calm.card", "deleteMessage"])


async def test_a_page_too_old_to_be_remembered_is_followed_by_a_new_one(desk: Desk) -> None:
    old = Spot(5, desk.now - timedelta(days=3), film=False)
    await desk.act(desk.ann, calm.page, 0, "walk", old, private=True)
    (row,) = await desk.rows()
    assert (row.name, row.params.get("instead_of")) == ("calm.walk", None)


async def remember(desk: Desk, message_id: int, what: str) -> None:
    async with desk.database.work() as work:
        telegram_id = await work.session.scalar(select(Person.telegram_id).where(Person.id == desk.ann))
        assert telegram_id is not None
        work.panels.remember_sent(telegram_id, message_id, panel_key=what, words_of=(), now=desk.now)


async def test_typed_during_a_pause_it_knows_the_pause(desk: Desk) -> None:
    pause = await paused(desk)
    await desk.act(desk.ben, calm.begin_unasked)
    (row,) = await desk.rows()
    assert (row.name, row.to, row.params["id"]) == ("calm.home", "ben", pause)


async def test_typed_without_a_pause_it_is_about_none(desk: Desk) -> None:
    await desk.act(desk.ben, calm.begin_unasked)
    (row,) = await desk.rows()
    assert (row.name, row.params) == ("calm.home", {"pause": 0, "reader": desk.ben})
