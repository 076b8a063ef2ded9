"""Order, lanes, panels and words: what reaches the phones, and in which order."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.deliver import deliverer as module
from bot.deliver.deliverer import Deliverer
from content.rich import Rich
from screens.screen import Keyboard, Screen
from storage.lanes import Lane
from tests.bot.deliver.office import Office, Someone, Two, meet, screen


async def test_what_is_said_to_a_person_reaches_their_private_chat(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "hello")
    await office.deliver()
    assert office.texts(ann.chat) == ["hello"]
    assert await office.waiting() == []


async def test_a_couple_is_reached_in_their_group(office: Office, couple: Two) -> None:
    await office.panel(couple.address, "pause:1")
    await office.deliver()
    assert office.texts(couple.chat) == ["pause:1"]


async def test_words_ring_only_when_they_should(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "quietly")
    await office.say(ann.address, "loudly", ring=True)
    await office.deliver()
    silent = [call.params["disable_notification"] for call in office.calls("sendMessage")]
    assert silent == [True, False]


async def test_a_chat_has_one_call_in_flight_and_keeps_its_order(office: Office, ann: Someone) -> None:
    office.town.faults.add("slow", "sendMessage", seconds=0.05, times=3)
    for number in range(6):
        await office.say(ann.address, f"word {number}")
    await office.deliver()
    assert office.texts(ann.chat) == [f"word {number}" for number in range(6)]


async def test_even_a_pause_waits_for_the_call_in_flight_in_its_chat(
    office: Office, couple: Two, ann: Someone
) -> None:
    office.town.faults.add("slow", "sendMessage", seconds=0.3)
    async with office.open():
        await office.say(f"group:{couple.group_id}", "answer")
        await office.town.world.until(lambda: bool(office.calls()))
        await office.panel(couple.address, "pause:1", lane=Lane.PAUSE)
        await office.say(ann.address, "elsewhere")
        await office.town.world.until(lambda: office.texts(ann.chat) == ["elsewhere"])
        assert office.texts(couple.chat) == ["answer"]
        await office.rest()
    assert office.texts(couple.chat) == ["answer", "pause:1"]


async def test_a_pause_overtakes_answers_which_overtake_the_scheduled(office: Office, ann: Someone) -> None:
    for lane, name in ((Lane.SCHEDULED, "review"), (Lane.ANSWER, "answer"), (Lane.PAUSE, "pause")):
        await office.say(ann.address, name, lane=lane)
    await office.deliver()
    assert office.texts(ann.chat) == ["pause", "answer", "review"]


async def test_a_pause_overtakes_everybody_elses_scheduled_words(office: Office, ann: Someone) -> None:
    others = [await meet(office, f"p{number}") for number in range(30)]
    for other in others:
        await office.say(other.address, "review", lane=Lane.SCHEDULED)
    await office.panel(ann.address, "pause:1", lane=Lane.PAUSE)
    await office.deliver()
    assert office.calls()[0].params["chat_id"] == ann.chat
    assert len(office.calls()) == 31


async def test_words_whose_moment_has_passed_are_dropped(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "late", for_=timedelta(minutes=1))
    office.clock.advance(timedelta(minutes=2))
    await office.deliver()
    assert office.calls() == []
    assert await office.waiting() == []


async def test_a_screen_may_take_the_place_of_a_message(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "question")
    await office.deliver()
    question = office.town.world.last(ann.chat, ann.phone)
    await office.say(ann.address, "done", instead_of=question.id)
    await office.deliver()
    assert office.texts(ann.chat) == ["done"]


async def test_a_screen_whose_message_is_gone_is_sent_as_a_new_one(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "question")
    await office.deliver()
    question = office.town.world.last(ann.chat, ann.phone)
    office.town.world.delete(ann.phone, ann.chat, question.id)
    await office.say(ann.address, "done", instead_of=question.id)
    await office.deliver()
    assert office.texts(ann.chat) == ["done"]
    assert await office.waiting() == []


async def test_a_reply_keyboard_comes_in_a_message_of_its_own(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "question")
    await office.deliver()
    question = office.town.world.last(ann.chat, ann.phone)
    office.board.shows["carrier"] = Screen("carrier", Rich("Here it is."), keyboard=Keyboard((("✋",),)))
    await office.say(ann.address, "carrier", instead_of=question.id)
    await office.deliver()
    assert office.texts(ann.chat) == ["question", "Here it is."]
    keyboard = office.town.world.keyboard(ann.chat, ann.phone)
    assert keyboard is not None
    assert keyboard.labels() == ["✋"]


async def test_a_practice_that_asked_learns_of_the_delivery(office: Office, ann: Someone) -> None:
    sketch = screen("It's time.", name="pause.return", report=True)
    office.board.shows["pause:1"] = replace(sketch, commitment=2)
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    [event] = await office.events("shown")
    [call] = office.calls("sendMessage")
    assert event == {
        "key": "pause:1",
        "screen": "pause.return",
        "commitment": 2,
        "chat_id": ann.chat,
        "message_id": call.result["message_id"],
        "at": office.clock.now().isoformat(),
    }
    assert office.woken == 1


async def test_the_answer_to_a_question_comes_back_as_an_event(office: Office, couple: Two) -> None:
    await office.ask(f"group:{couple.group_id}", "getChatMemberCount")
    await office.deliver()
    [event] = await office.events("result")
    assert event == {
        "method": "getChatMemberCount",
        "address": f"group:{couple.group_id}",
        "params": {},
        "result": 3,
    }


async def test_poison_is_dropped_after_three_failures_and_the_others_go_on(
    office: Office, ann: Someone, ben: Someone
) -> None:
    office.board.shows["broken"] = ValueError("cannot be drawn")
    await office.say(ann.address, "broken")
    await office.say(ann.address, "after it")
    await office.say(ben.address, "hello")
    async with office.open():
        await office.rest()
        assert office.texts(ben.chat) == ["hello"]
        assert office.texts(ann.chat) == []
        for _ in range(3):
            await office.pass_time(1.1)
        assert office.texts(ann.chat) == ["after it"]
    assert await office.waiting() == []
    assert len(office.board.readers) == 5


async def test_a_deliverer_that_is_stopped_lets_the_call_in_flight_land(office: Office, ann: Someone) -> None:
    office.town.faults.add("slow", "sendMessage", seconds=0.3)
    async with office.open():
        await office.say(ann.address, "hello")
        await office.town.world.until(lambda: bool(office.calls("sendMessage")))
        await office.say(ann.address, "tomorrow")
    assert [row.name for row in await office.waiting()] == ["tomorrow"]


async def test_a_call_that_does_not_land_in_time_is_given_up_and_its_row_stays(
    office: Office, ann: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "GRACE", 0.05)
    office.town.faults.add("slow", "sendMessage", seconds=0.5)
    async with office.open():
        await office.panel(ann.address, "pause:1")
        await office.town.world.until(lambda: bool(office.calls("sendMessage")))
    assert [row.name for row in await office.waiting()] == ["pause:1"]


async def test_errors_are_told_by_kind_and_never_in_words(office: Office, ann: Someone) -> None:
    office.board.shows["broken"] = ValueError("what Ann wrote")
    office.town.faults.add("500", "sendMessage")
    await office.say(ann.address, "hello", words="what Ann wrote")
    await office.say(ann.address, "broken")
    with capture_logs() as logs:
        async with office.open():
            await office.rest()
            await office.pass_time(1)
    assert [(log["event"], log.get("reason"), log["log_level"]) for log in logs] == [
        ("call refused", "network", "warning"),
        ("row failed", None, "error"),
    ]
    assert "what Ann wrote" not in str(logs)


async def test_the_next_start_repeats_nothing(office: Office, ann: Someone) -> None:
    await office.say(ann.address, "once")
    await office.deliver()
    office.deliverer = office.new_deliverer()
    await office.say(ann.address, "twice")
    await office.deliver()
    assert office.texts(ann.chat) == ["once", "twice"]


async def test_the_deliverer_can_be_cancelled(office: Office, ann: Someone) -> None:
    running = asyncio.create_task(Deliverer.run(office.deliverer, asyncio.Event()))
    await office.rest()
    running.cancel()
    assert isinstance((await asyncio.gather(running, return_exceptions=True))[0], asyncio.CancelledError)
