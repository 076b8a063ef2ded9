"""Pictures and documents are drawn in a process of their own; whatever becomes of it, the words arrive."""

import asyncio
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.deliver.studio import Studio
from content.rich import Rich
from playground import Message
from screens.screen import Button, Document, Picture, Reader, Screen
from storage.lanes import Lane
from tests.bot.deliver.office import Office, Someone, screen
from tests.pictures.examples import WEEK

DEAD = (sys.executable, "-c", "")
DEAF = (sys.executable, "-c", "import sys; sys.stdin.read()")
SHOWN = Picture("week", WEEK, name="week")


def card(reader: Reader, params: Mapping[str, Any]) -> Screen:
    picture = replace(SHOWN, theme=params.get("theme", "light"))
    return Screen("card", Rich("Your week."), ((Button("Dark", press="p:1"),),), picture=picture)


@pytest.fixture(autouse=True)
def card_on_the_board(office: Office) -> None:
    office.board.shows["card"] = card
    office.board.shows["paper"] = Screen(
        "paper", Rich("To keep."), document=Document("week", WEEK, name="report")
    )


def staff(office: Office, *command: str, patience: float = 10.0) -> None:
    """Have another process draw."""
    office.studio = Studio(command, patience)
    office.deliverer = office.new_deliverer()


def last(office: Office, someone: Someone) -> Message:
    return office.town.world.messages(someone.chat, someone.phone)[-1]


def content(office: Office, message: Message) -> bytes:
    file = message.raw["photo"][-1] if "photo" in message.raw else message.raw["document"]
    return office.town.world.store.files[file["file_id"]].content


async def test_a_picture_arrives_with_its_words_and_buttons_below(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "card")
    await office.deliver()
    message = last(office, ann)
    assert (message.text, message.labels) == ("Your week.", ["Dark"])
    [size] = message.raw["photo"]
    assert (size["width"], size["height"]) == (1080, 1350)
    assert await office.waiting() == []


async def test_a_document_arrives_as_a_file(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "paper")
    await office.deliver()
    message = last(office, ann)
    assert message.text == "To keep."
    assert message.raw["document"]["file_name"] == "report.pdf"
    assert content(office, message).startswith(b"%PDF-")


async def test_another_picture_takes_the_place_of_the_first_in_its_message(
    office: Office, ann: Someone
) -> None:
    await office.say(ann.address, "card")
    await office.deliver()
    first = last(office, ann)
    was = content(office, first)
    await office.say(ann.address, "card", instead_of=first.id, theme="dark")
    await office.deliver()
    second = last(office, ann)
    assert (second.id, second.text, second.labels) == (first.id, "Your week.", ["Dark"])
    assert content(office, second) != was


async def test_a_picture_that_should_become_words_gives_way_to_them(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "card")
    await office.deliver()
    card = last(office, ann)
    office.board.shows["after"] = screen("after")
    await office.say(ann.address, "after", instead_of=card.id)
    await office.deliver()
    assert office.texts(ann.chat)[-1] == "after"
    assert "Your week." not in office.texts(ann.chat)


@pytest.mark.parametrize(("command", "patience"), [(DEAD, 10.0), (DEAF, 0.2)])
async def test_when_nothing_can_be_drawn_the_words_go_alone(
    office: Office, ann: Someone, command: tuple[str, ...], patience: float
) -> None:
    staff(office, *command, patience=patience)
    await office.say(ann.address, "card")
    await office.deliver()
    message = last(office, ann)
    assert (message.text, message.labels) == ("Your week.", ["Dark"])
    assert "photo" not in message.raw
    assert await office.waiting() == []


async def test_data_that_the_template_cannot_take_cost_the_picture_alone(
    office: Office, ann: Someone
) -> None:
    office.board.shows["card"] = Screen("card", Rich("Your week."), picture=Picture("week", {}))
    await office.say(ann.address, "card")
    await office.deliver()
    assert last(office, ann).text == "Your week."


async def test_a_group_that_takes_no_pictures_gets_the_words(
    office: Office, ann: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    from playground.errors import bad
    from playground.methods import METHODS

    def refuse(*_: Any) -> Any:
        raise bad("not enough rights to send photos to the chat")

    monkeypatch.setitem(METHODS, "sendPhoto", refuse)
    await office.say(ann.address, "card")
    await office.deliver()
    assert last(office, ann).text == "Your week."


async def test_words_too_long_for_a_caption_go_alone(office: Office, ann: Someone) -> None:
    office.board.shows["card"] = Screen("card", Rich("y" * 1025), picture=SHOWN)
    await office.say(ann.address, "card")
    await office.deliver()
    assert last(office, ann).raw["text"] == "y" * 1025


async def test_a_pause_passes_a_picture_that_is_being_drawn_and_what_follows_it_waits(
    office: Office, ann: Someone
) -> None:
    staff(office, *DEAF)
    await office.say(ann.address, "card")
    await office.say(ann.address, "after")
    async with office.open():
        while office.studio is None or office.studio.pid is None:  # noqa: ASYNC110 - a process starts
            await asyncio.sleep(0)
        office.board.shows["pause:1"] = screen("Pause.")
        await office.panel(ann.address, "pause:1", lane=Lane.PAUSE)
        async with asyncio.timeout(5):
            while not office.texts(ann.chat):  # noqa: ASYNC110
                await asyncio.sleep(0)
    assert office.texts(ann.chat) == ["Pause."]
    assert len(await office.waiting()) == 2


async def test_the_picture_shows_what_is_true_when_it_is_sent(office: Office, ann: Someone) -> None:
    """Drawn anew where the data changed while the first drawing was made."""
    sentences = iter(["before", *["after"] * 9])

    def changing(reader: Reader, params: Mapping[str, Any]) -> Screen:
        words = next(sentences)
        return Screen("card", Rich(words), picture=Picture("week", {**WEEK, "sentence": words}))

    office.board.shows["card"] = changing
    await office.say(ann.address, "card")
    await office.deliver()
    sent = content(office, last(office, ann))
    assert last(office, ann).text == "after"
    studio = Studio()
    assert sent == await studio.draw(Picture("week", {**WEEK, "sentence": "after"}))
    await studio.close()


async def test_many_pictures_all_arrive(office: Office, ann: Someone, ben: Someone) -> None:
    for _ in range(4):
        await office.say(ann.address, "card")
        await office.say(ben.address, "paper")
    await office.deliver()
    assert len(office.calls("sendPhoto")) == len(office.calls("sendDocument")) == 4
    assert await office.waiting() == []
