"""Calls whose outcome is unknown, and calls that must wait, over real HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from bot.api import BotApi
from bot.deliver import deliverer as module
from storage.database import Database
from storage.lanes import Lane
from storage.work import Work
from tests.bot.deliver.office import Office, Someone, Two, meet, screen


async def test_a_flood_is_waited_out_exactly_and_holds_that_chat_alone(
    office: Office, ann: Someone, ben: Someone
) -> None:
    office.town.faults.add("429", "sendMessage", chat=ann.chat, retry_after=7)
    await office.panel(ann.address, "pause:1", lane=Lane.PAUSE)
    async with office.open():
        await office.rest()
        await office.say(ann.address, "answer")
        await office.say(ben.address, "hello")
        await office.pass_time(6.9)
        assert (office.texts(ann.chat), office.texts(ben.chat)) == ([], ["hello"])
        await office.pass_time(0.2)
        assert office.texts(ann.chat) == ["pause:1", "answer"]


async def test_a_flood_is_waited_out_by_the_next_process_too(office: Office, ann: Someone) -> None:
    office.town.faults.add("429", "sendMessage", retry_after=7)
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    office.deliverer = office.new_deliverer()
    await office.deliver()
    assert len(office.calls()) == 1
    office.clock.advance(timedelta(seconds=7))
    await office.deliver()
    assert office.texts(ann.chat) == ["pause:1"]


@pytest.mark.parametrize("fault", ["500", "reset"])
async def test_a_pause_is_tried_again_at_most_four_seconds_apart_for_ever(
    office: Office, ann: Someone, fault: str
) -> None:
    office.town.faults.add(fault, "sendMessage", times=12)
    await office.panel(ann.address, "pause:1", lane=Lane.PAUSE)
    async with office.open():
        await office.rest()
        for _ in range(12):
            before = len(office.calls())
            await office.pass_time(4.0)
            assert len(office.calls()) == before + 1
    assert office.texts(ann.chat) == ["pause:1"]


async def test_other_words_are_tried_again_ever_more_slowly(office: Office, ann: Someone) -> None:
    office.town.faults.add("500", "sendMessage", times=9)
    await office.panel(ann.address, "couple:1")
    async with office.open():
        await office.rest()
        for pause in (1, 2, 4, 8, 16, 32, 60, 60):
            before = len(office.calls())
            await office.pass_time(pause - 0.1)
            assert len(office.calls()) == before
            await office.pass_time(0.1)
            assert len(office.calls()) == before + 1


async def test_a_message_whose_answer_was_lost_appears_at_most_twice(office: Office, ann: Someone) -> None:
    office.town.faults.add("lost_reply", "sendMessage")
    await office.panel(ann.address, "pause:1", anew=True, lane=Lane.PAUSE)
    async with office.open():
        await office.rest()
        await office.pass_time(4)
    assert office.texts(ann.chat) == ["pause:1", "pause:1"]
    assert await office.waiting() == []


async def test_an_edit_whose_answer_was_lost_is_done_when_it_says_so(office: Office, ann: Someone) -> None:
    await office.panel(ann.address, "pause:1")
    await office.deliver()
    office.board.shows["pause:1"] = screen("changed", report=True)
    office.town.faults.add("lost_reply", "editMessageText")
    await office.panel(ann.address, "pause:1", lane=Lane.PAUSE)
    async with office.open():
        await office.rest()
        await office.pass_time(4)
    assert office.texts(ann.chat) == ["changed"]
    assert await office.waiting() == []
    assert len(await office.events("shown")) == 1


async def test_words_are_tried_until_their_moment_has_passed(office: Office, ann: Someone) -> None:
    office.town.faults.add("500", "sendMessage", times=100)
    await office.say(ann.address, "soon late", for_=timedelta(seconds=30))
    async with office.open():
        await office.rest()
        for _ in range(40):
            await office.pass_time(1)
    assert await office.waiting() == []
    assert len(office.calls()) == 5


async def test_order_holds_while_a_message_is_tried_again(office: Office, ann: Someone, ben: Someone) -> None:
    office.town.faults.add("500", "sendMessage", chat=ann.chat)
    await office.say(ann.address, "first")
    await office.say(ann.address, "second")
    await office.say(ben.address, "hello")
    async with office.open():
        await office.rest()
        assert (office.texts(ann.chat), office.texts(ben.chat)) == ([], ["hello"])
        await office.pass_time(1)
    assert office.texts(ann.chat) == ["first", "second"]


async def test_while_telegram_is_away_all_but_the_pause_knock_gently(
    office: Office,
) -> None:
    people = [await meet(office, f"p{number}") for number in range(20)]
    office.town.faults.add("reset", times=1000)
    async with office.open():
        for someone in people:
            await office.say(someone.address, "review", lane=Lane.SCHEDULED)
        await office.rest()
        before = len(office.calls())
        await office.pass_time(1.01)
        assert 1 <= len(office.calls()) - before <= 5
        office.town.faults.clear()
        for _ in range(60):
            await office.pass_time(2)
    assert all(office.texts(someone.chat) == ["review"] for someone in people)


async def test_a_rejected_token_holds_everything_and_is_tried_slowly(
    office: Office, ann: Someone, ben: Someone
) -> None:
    office.town.faults.add("401", "sendMessage")
    await office.panel(ann.address, "pause:1", lane=Lane.PAUSE)
    async with office.open():
        await office.rest()
        await office.say(ben.address, "hello")
        await office.pass_time(29)
        assert len(office.calls()) == 1
        await office.pass_time(1)
        assert (office.texts(ann.chat), office.texts(ben.chat)) == (["pause:1"], ["hello"])


async def test_a_clock_that_was_set_back_keeps_no_pause_waiting(office: Office, ann: Someone) -> None:
    office.town.faults.add("500", "sendMessage")
    await office.panel(ann.address, "pause:1", lane=Lane.PAUSE)
    await office.deliver()
    office.deliverer = office.new_deliverer()
    office.clock.advance(-timedelta(hours=3))
    async with office.open():
        await office.rest()
        await office.pass_time(300)
    assert office.texts(ann.chat) == ["pause:1"]


async def test_a_clock_that_is_set_back_while_running_keeps_no_pause_waiting(
    office: Office, ann: Someone
) -> None:
    office.town.faults.add("500", "sendMessage")
    await office.panel(ann.address, "pause:1", lane=Lane.PAUSE)
    async with office.open():
        await office.rest()
        office.ahead = 3 * 3600 + 4
        await office.pass_time(-3 * 3600)
    assert office.texts(ann.chat) == ["pause:1"]


async def test_a_deletion_is_tried_a_few_times_only(office: Office, ann: Someone) -> None:
    office.town.faults.add("500", "deleteMessage", times=50)
    await office.ask(ann.address, "deleteMessage", message_id=424242)
    async with office.open():
        for _ in range(40):
            await office.pass_time(1)
    assert await office.waiting() == []
    assert len(office.calls()) == 5


async def test_a_deletion_that_was_promised_is_tried_for_as_long_as_it_was(
    office: Office, ann: Someone
) -> None:
    office.town.faults.add("500", "deleteMessage", times=8)
    until = office.clock.now() + timedelta(hours=1)
    for message_id in (424242, 424243):
        await office.ask(ann.address, "deleteMessage", expires_at=until, message_id=message_id)
    async with office.open():
        for _ in range(400):
            await office.pass_time(1)
    assert await office.waiting() == []
    assert len(office.calls()) == 10
    office.town.faults.add("500", "deleteMessage", times=1000)
    await office.ask(ann.address, "deleteMessage", expires_at=until, message_id=424244)
    async with office.open():
        await office.pass_time(3300)
    assert await office.waiting() == []


async def test_a_question_is_tried_until_it_is_answered(office: Office, couple: Two) -> None:
    office.town.faults.add("500", "getChatMemberCount", times=7)
    await office.ask(f"group:{couple.group_id}", "getChatMemberCount")
    async with office.open():
        for _ in range(150):
            await office.pass_time(1)
    assert [event["result"] for event in await office.events("result")] == [3]


async def test_telegram_being_unreachable_is_waited_for(office: Office, ann: Someone) -> None:
    away = BotApi(office.town.token, "http://127.0.0.1:9")
    await away.start()
    office.api = away
    office.deliverer = office.new_deliverer()
    await office.panel(ann.address, "pause:1", lane=Lane.PAUSE)
    await office.deliver()
    assert [row.attempts for row in await office.waiting()] == [1]
    await away.stop()


class ShakyDatabase(Database):
    """A database whose disk is full now and then."""

    failures = 0

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        async with super().work() as work:
            yield work
            if self.failures:
                self.failures -= 1
                raise OperationalError("COMMIT", None, OSError("no space left"))


async def test_a_delivery_that_the_database_does_not_take_is_not_sent_again(
    office: Office, ann: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DATABASE_PAUSE", 0.01)
    shaky = ShakyDatabase.__new__(ShakyDatabase)
    shaky.__dict__ |= office.database.__dict__
    office.database = shaky
    office.deliverer = office.new_deliverer()
    office.town.faults.add("slow", "sendMessage", seconds=0.2)
    await office.panel(ann.address, "pause:1")
    async with office.open():
        await office.town.world.until(lambda: bool(office.calls()))
        shaky.failures = 3
        async with asyncio.timeout(10):
            while shaky.failures:  # noqa: ASYNC110
                await asyncio.sleep(0)
        await office.rest()
    assert office.texts(ann.chat) == ["pause:1"]
    assert await office.waiting() == []


async def test_an_outbox_that_cannot_be_read_is_read_again(
    office: Office, ann: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DATABASE_PAUSE", 0.01)
    await office.panel(ann.address, "pause:1")
    shaky = ShakyDatabase.__new__(ShakyDatabase)
    shaky.__dict__ |= office.database.__dict__
    shaky.failures = 2
    office.database = shaky
    office.deliverer = office.new_deliverer()
    async with office.open():
        await office.town.world.until(lambda: office.texts(ann.chat) == ["pause:1"])
        await office.rest()
    assert len(office.calls()) == 1
