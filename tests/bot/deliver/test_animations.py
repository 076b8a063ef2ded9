"""Moving pictures are uploaded once, then sent by the id that Telegram gave them."""

from typing import Any

import pytest

from bot.api import Upload
from content.animations import animation
from content.rich import Rich
from playground import Message
from screens.screen import Button, Screen
from tests.bot.deliver.office import Office, Someone, screen

BREATHE = Screen("breathe", Rich("Slowly."), ((Button("Back", press="p:1"),),), animation="breathing.gif")


@pytest.fixture(autouse=True)
def film_on_the_board(office: Office) -> None:
    office.board.shows["breathe"] = BREATHE


class Forgetful(dict[str, Any]):
    """Keeps nothing that is put in."""

    def __setitem__(self, key: str, value: Any) -> None:
        """It is lost."""


def films(office: Office, someone: Someone) -> list[Message]:
    return [one for one in office.town.world.messages(someone.chat, someone.phone) if "animation" in one.raw]


async def test_an_animation_arrives_with_its_words_and_buttons(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "breathe")
    await office.deliver()
    [film] = films(office, ann)
    assert film.text == "Slowly."
    assert film.labels == ["Back"]
    assert film.silent
    kept = office.town.world.store.files[film.raw["animation"]["file_id"]]
    assert kept.content == animation("breathing.gif").content
    assert film.raw["animation"]["mime_type"] == "image/gif"


async def test_it_is_uploaded_once_and_then_sent_by_its_id(
    office: Office, ann: Someone, ben: Someone
) -> None:
    await office.say(ann.address, "breathe")
    await office.deliver()
    await office.say(ben.address, "breathe")
    await office.deliver()
    assert len(office.town.world.store.files) == 1
    [own], [other] = films(office, ann), films(office, ben)
    assert own.raw["animation"]["file_id"] == other.raw["animation"]["file_id"]


async def test_a_file_that_telegram_lost_is_uploaded_anew(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "breathe")
    await office.deliver()
    office.town.world.store.files.clear()
    await office.say(ann.address, "breathe")
    await office.deliver()
    assert len(films(office, ann)) == 2
    assert len(office.town.world.store.files) == 1
    assert await office.waiting() == []


async def test_a_changed_file_is_uploaded_anew(office: Office, ann: Someone) -> None:
    async with office.database.work() as work:
        await work.media.remember("breathing.gif", "of an older one", "file-of-an-older-one")
    await office.say(ann.address, "breathe")
    await office.deliver()
    assert len(films(office, ann)) == 1
    assert [call.ok for call in office.calls("sendAnimation")] == [True]


async def test_a_file_that_is_refused_itself_is_given_up(office: Office, ann: Someone) -> None:
    office.town.world.store.files = Forgetful()
    await office.say(ann.address, "breathe")
    await office.deliver()
    assert [call.ok for call in office.calls("sendAnimation")] == [False]
    assert await office.waiting() == []


async def test_words_never_turn_into_an_animation_by_an_edit(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "sketch")
    await office.deliver()
    [words] = office.town.world.messages(ann.chat, ann.phone)[-1:]
    await office.say(ann.address, "breathe", instead_of=words.id)
    await office.deliver()
    assert len(films(office, ann)) == 1
    assert office.calls("editMessageText") == []


async def test_an_animation_that_should_become_words_gives_way_to_them(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "breathe")
    await office.deliver()
    [film] = films(office, ann)
    office.board.shows["after"] = screen("after")
    await office.say(ann.address, "after", instead_of=film.id)
    await office.deliver()
    assert office.texts(ann.chat)[-1] == "after"
    assert films(office, ann) == []
    assert await office.waiting() == []


def test_a_file_does_not_spill_into_what_is_printed() -> None:
    assert len(repr(Upload("breathing.gif", animation("breathing.gif").content))) < 60
