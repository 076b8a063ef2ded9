"""A copy of one's data is made beside the deliveries; whatever becomes of it, room and words remain."""

import asyncio
import io
import json
from collections.abc import Mapping
from typing import Any
from zipfile import ZipFile

import pytest

from bot.deliver.archive import Archivist
from bot.deliver.studio import NotDrawn, Studio
from content.quiz import quiz_items
from content.rich import Rich
from playground import Message
from screens.screen import Archive, Picture, Reader, Screen
from storage.share_views import What
from tests.bot.deliver.office import Office, Someone, Two
from tests.pictures.examples import WEEK


class Painter(Studio):
    """Draws so many bytes for every picture, and remembers which."""

    def __init__(self, size: int = 0) -> None:
        super().__init__()
        self.size = size
        self.drawn: list[str] = []

    async def draw(self, what: Any) -> bytes:
        self.drawn.append(what.name)
        await asyncio.sleep(0)
        return b"\x89PNG".ljust(self.size, b"0")


async def ask(office: Office, someone: Someone, *, kept: bool = True) -> Archive:
    """A copy is wanted; its file waits to be sent."""
    async with office.database.work() as work:
        export = await work.exports.begin(someone.id, office.clock.now())
        if not kept:
            await work.exports.remove(export)
    archive = Archive(export.id, someone.id, "en", None, Rich("Not this time."), "backsoon")
    office.board.shows["copy"] = Screen("copy", Rich("Your copy."), report=True, archive=archive)
    return archive


async def look_back(office: Office, couple: Two, times: int) -> None:
    """So many reviews, a week apart."""
    async with office.database.work() as work:
        for _ in range(times):
            now = office.clock.now()
            review = await work.reviews.begin(couple.id, week=None, since=now, asks_about=None, now=now)
            review.closed_at = now
            await work.flush()


def archivist(office: Office, studio: Studio, **largest: int) -> Archivist:
    return Archivist(office.database, studio, office.clock, lambda: None, **largest)


def names(packed: bytes) -> list[str]:
    return ZipFile(io.BytesIO(packed)).namelist()


def last(office: Office, someone: Someone) -> Message:
    return office.town.world.messages(someone.chat, someone.phone)[-1]


async def test_pictures_that_have_no_room_are_left_out_and_the_page_says_so(
    office: Office, ann: Someone, couple: Two
) -> None:
    await look_back(office, couple, 5)
    wanted = await ask(office, ann)
    packed = await archivist(office, Painter(400_000), largest=10_000_000).make(wanted)
    assert len(packed) < 10_000_000
    assert len([name for name in names(packed) if name.endswith(".png")]) == 2
    archive = ZipFile(io.BytesIO(packed))
    data = json.loads(archive.read("data.json"))
    assert [picture["file"] is None for picture in data["pictures"]] == [False, False, True, True, True]
    assert "3 pictures were left out." in archive.read("index.html").decode()


async def test_without_anybody_who_draws_the_copy_comes_without_pictures(
    office: Office, ann: Someone, couple: Two
) -> None:
    class Nobody(Studio):
        async def draw(self, what: Any) -> bytes:
            raise NotDrawn("nobody draws")

    await look_back(office, couple, 1)
    packed = await archivist(office, Nobody()).make(await ask(office, ann))
    assert names(packed) == ["index.html", "data.json"]


async def test_a_copy_that_is_wanted_no_more_is_not_made(office: Office, ann: Someone) -> None:
    with pytest.raises(NotDrawn):
        await archivist(office, Painter()).make(await ask(office, ann, kept=False))


async def test_how_far_it_is_comes_back_as_events(office: Office, ann: Someone) -> None:
    wanted = await ask(office, ann)
    await archivist(office, Painter()).make(wanted)
    steps = [event["step"] for event in await office.events("export")]
    assert steps == ["collecting", "drawing"]


async def test_where_no_copy_can_be_made_that_is_said_without_a_file(office: Office, ann: Someone) -> None:
    await ask(office, ann, kept=False)
    await office.say(ann.address, "copy")
    await office.deliver()
    message = last(office, ann)
    assert message.text == "Not this time."
    assert "document" not in message.raw
    [shown] = await office.events("shown")
    assert (shown["screen"], shown["message_id"]) == ("copy.failed", message.id)


async def test_a_result_is_in_its_authors_copy_and_in_the_partners_as_far_as_it_is_shared(
    office: Office, ann: Someone, ben: Someone, couple: Two
) -> None:
    async with office.database.work() as work:
        attempt = await work.quizzes.begin(ben.id, office.clock.now())
        for item in quiz_items():
            await work.quizzes.answer(attempt, item.id, 4, None)
        attempt.finished_at = office.clock.now()

    async def results_of(someone: Someone) -> list[tuple[str, str]]:
        packed = await archivist(office, Painter()).make(await ask(office, someone))
        pictures = json.loads(ZipFile(io.BytesIO(packed)).read("data.json"))["pictures"]
        return [(picture["id"], picture["file"]) for picture in pictures]

    shown = [(str(ben.id), "pictures/quiz-1.png")]
    assert (await results_of(ben), await results_of(ann)) == (shown, [])
    async with office.database.work() as work:
        share = await work.quiz_shares.begin(ben.id, couple.id, attempt.id, What.PLACE, office.clock.now())
    assert await results_of(ann) == shown
    async with office.database.work() as work:
        found = await work.quiz_shares.get(share.id)
        assert found is not None
        found.withdrawn_at = office.clock.now()
    assert await results_of(ann) == []


async def test_what_was_made_for_a_row_that_is_gone_takes_up_no_room(office: Office, ann: Someone) -> None:
    def card(reader: Reader, params: Mapping[str, Any]) -> Screen:
        return Screen("card", Rich("Your week."), picture=Picture("week", WEEK))

    office.board.shows["card"] = card
    office.studio = Painter()
    office.deliverer = office.new_deliverer()
    office.town.faults.add("500", "sendPhoto", times=1000)
    async with office.open():
        for _ in range(6):
            await office.say(ann.address, "card")
            await office.rest()
            await office.do(lambda work: work.outbox.withdraw_screen(ann.address, "card"))
            await office.pass_time(1)
        office.town.faults.clear()
        await office.say(ann.address, "card")
        await office.pass_time(120)
    assert "photo" in last(office, ann).raw
