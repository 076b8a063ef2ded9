"""What people write after /pause, through the real dispatch; each example's turn is rolled back."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.dispatch import Dispatcher
from content.times import Clock, parse_when
from practices.turn import Turn
from storage.tables import Pause
from storage.work import Work
from tests.practices.pause_desk import Desk, open_desk

ME = {"id": 700, "is_bot": True, "first_name": "Backsoon", "username": "backsoon_demo_bot"}
ANN = {"id": 1, "is_bot": False, "first_name": "Ann", "language_code": "en"}
SHORTEST, LONGEST = timedelta(minutes=20), timedelta(hours=24)


class NotKept(Exception):
    """Takes the turn back."""


@dataclass
class Outcome:
    """The return time that the turn promised, as a length, and the screens that it said."""

    length: timedelta | None
    said: list[str]


@dataclass
class Room:
    """Ann and Ben, a couple, and the dispatch."""

    runner: asyncio.Runner
    desk: Desk
    dispatcher: Dispatcher

    def hear(self, text: str, *, minutes_ago: float = 0) -> Outcome:
        return self.runner.run(self._hear(text, minutes_ago))

    async def _hear(self, text: str, minutes_ago: float) -> Outcome:
        sent_at = self.desk.now - timedelta(minutes=minutes_ago)
        length = len(text.split(maxsplit=1)[0].encode("utf-16-le")) // 2
        message = {
            "message_id": 5,
            "date": int(sent_at.timestamp()),
            "chat": {"id": 1, "type": "private"},
            "from": ANN,
            "text": text,
            "entities": [{"type": "bot_command", "offset": 0, "length": length}] if text[0] == "/" else [],
        }
        return await self._turn({"update_id": 1, "message": message}, self.desk.now)

    async def _turn(self, raw: dict[str, Any], received_at: datetime) -> Outcome:
        outcome = Outcome(None, [])
        with suppress(NotKept):
            async with self._taken_back() as work:
                await self.dispatcher.handle(Turn(self.desk.now, work, received_at=received_at), raw)
                begun = await work.session.scalar(select(Pause))
                outcome.length = begun.return_at - self.desk.now if begun is not None else None
                outcome.said = [row.name for row in work.outbox._new if row.kind == "screen"]
        return outcome

    def press(self, data: str, *, minutes_ago: float) -> Outcome:
        """A press that has waited in the inbox so long."""
        return self.runner.run(self._press(data, minutes_ago))

    async def _press(self, data: str, minutes_ago: float) -> Outcome:
        chat = {"id": 1, "type": "private"}
        message = {"message_id": 4, "date": int(self.desk.now.timestamp()), "chat": chat, "from": ME}
        query = {"id": "1", "from": ANN, "chat_instance": "1", "message": message, "data": data}
        received_at = self.desk.now - timedelta(minutes=minutes_ago)
        return await self._turn({"update_id": 1, "callback_query": query}, received_at)

    @asynccontextmanager
    async def _taken_back(self) -> AsyncIterator[Work]:
        async with self.desk.database.work() as work:
            yield work
            raise NotKept


@pytest.fixture(scope="module")
def room() -> Iterator[Room]:
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()

        async def furnish() -> Room:
            desk = await stack.enter_async_context(open_desk("sqlite+aiosqlite:///:memory:"))
            await desk.pair(group=False)
            dispatcher = Dispatcher("700:token", ME)
            await dispatcher.start()
            stack.push_async_callback(dispatcher.stop)
            return Room(runner, desk, dispatcher)

        yield runner.run(furnish())
        runner.run(stack.aclose())


units: Any = st.sampled_from(
    ["", "m", " min", " minutes", "h", " hours", "小时", "分钟", "个半小时", " h 15", "d", "°"]
)
lengths = st.builds(lambda number, unit: f"{number}{unit}", st.integers(-3, 3000) | st.floats(), units)
quickly = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.parametrize("command", ["/pause", "/p", "/pause@backsoon_demo_bot"])
def test_without_a_length_it_is_twenty_minutes(room: Room, command: str) -> None:
    assert room.hear(command) == Outcome(SHORTEST, [])


@quickly
@given(st.text(min_size=1) | lengths)
@example("1h30")
@example("９０分钟")
@example("20 or 45")
@example("9" * 400)
@example("-45")
@example("45\n45")
@example("4５")
@example("²0")
@example("21:30")
def test_whatever_is_written_it_never_fails_and_never_guesses_a_length(room: Room, words: str) -> None:
    assume("/pause " + words.strip() != "/pause " and words.isprintable())
    when = parse_when(" ".join(words.split()))
    outcome = room.hear(f"/pause {words}")
    if when is None:
        assert outcome == Outcome(None, ["pause.not_understood"])
    elif isinstance(when, Clock):
        # A time of day without a zone: asked about, never guessed.
        assert outcome.length is None
        assert outcome.said
    elif when.span < SHORTEST:
        assert outcome == Outcome(None, ["pause.too_short"])
    elif when.span > LONGEST:
        assert outcome == Outcome(None, ["pause.too_long"])
    else:
        assert outcome == Outcome(when.span, [])


@quickly
@given(st.text(st.characters(codec="utf-16"), min_size=1, max_size=60))
def test_no_text_at_all_can_make_a_turn_fail(room: Room, words: str) -> None:
    assume(words.strip())
    room.hear(words.strip())
    room.hear(f"/p {words}")


@pytest.mark.parametrize("text", ["✋", "🖐🏽", "/pause", "/pause 45", "/p@backsoon_demo_bot 1h"])
def test_what_was_sent_more_than_five_minutes_ago_is_asked_about(room: Room, text: str) -> None:
    assert room.hear(text, minutes_ago=5).length is not None
    assert room.hear(text, minutes_ago=5.1) == Outcome(None, ["pause.offline_ask"])


@pytest.mark.parametrize("text", ["✋ please", "hello", "/pausing", "/pause@weather_bot"])
def test_what_is_no_hand_pauses_nobody_and_is_answered_all_the_same(room: Room, text: str) -> None:
    outcome = room.hear(text)
    assert outcome.length is None
    assert outcome.said == ["common.unknown"]


def test_a_press_that_waited_long_in_the_inbox_is_asked_about(room: Room) -> None:
    assert room.press("pause:new", minutes_ago=5).length == SHORTEST
    assert room.press("pause:new", minutes_ago=5.1) == Outcome(None, ["pause.offline_ask"])
