"""The one answer to a press."""

import pytest
from structlog.testing import capture_logs

from bot.deliver import answer
from bot.deliver.answer import answer_press
from tests.bot.deliver.office import Office, Someone, screen


@pytest.fixture
async def press(office: Office, ann: Someone) -> str:
    """Ann tapped a button."""
    office.board.shows["panel"] = screen("panel", button="Tap")
    await office.say(ann.address, "panel")
    await office.deliver()
    panel = office.town.world.last(ann.chat, ann.phone)
    return office.town.world.tap(ann.phone, ann.chat, panel.id, "Tap")


async def test_a_press_is_answered_with_a_toast(office: Office, press: str) -> None:
    await answer_press(office.api, press, "Pause. Twenty minutes.", False, None)
    given = office.town.world.answer(press)
    assert given is not None
    assert (given.text, given.alert) == ("Pause. Twenty minutes.", False)


async def test_a_press_is_answered_with_an_alert(office: Office, press: str) -> None:
    await answer_press(office.api, press, "This is for Ann and Ben.", True, None)
    given = office.town.world.answer(press)
    assert given is not None
    assert given.alert is True


async def test_a_press_can_be_answered_without_a_word(office: Office, press: str) -> None:
    await answer_press(office.api, press, None, False, None)
    given = office.town.world.answer(press)
    assert given is not None
    assert given.text == ""


async def test_an_answer_that_comes_too_late_is_let_go(office: Office, press: str) -> None:
    with capture_logs() as logs:
        await answer_press(office.api, "no such press", "Hello.", False, None)
    assert [(log["event"], log["reason"]) for log in logs] == [("press not answered", "query_too_old")]


async def test_an_answer_that_gets_lost_is_let_go(office: Office, press: str) -> None:
    office.town.faults.add("reset", "answerCallbackQuery")
    with capture_logs() as logs:
        await answer_press(office.api, press, "Hello.", False, None)
    assert [log["reason"] for log in logs] == ["network"]


async def test_an_answer_is_not_waited_for_longer_than_the_button_spins(
    office: Office, press: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer, "_PATIENCE", 0.05)
    office.town.faults.add("slow", "answerCallbackQuery", seconds=0.3)
    with capture_logs() as logs:
        await answer_press(office.api, press, "Hello.", False, None)
    assert [log["event"] for log in logs] == ["press not answered"]
