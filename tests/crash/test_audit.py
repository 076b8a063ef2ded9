"""The audit finds what it is for: a real life is spoilt in one way at a time, and it fails each time."""

import asyncio
import copy
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
import pytest_asyncio

import playground
from playground.faults import Fault
from playground.model import Call
from scheduler.clock import MovableClock
from storage.types import to_microseconds
from tests.crash.arrivals import LEFT, place_of
from tests.crash.audit import AFTERWARDS, Ledger
from tests.crash.couples import Two, is_return, text_of
from tests.crash.course import MORNING
from tests.crash.rig import Move, Rig
from tests.databases import Onlooker

HOUR = timedelta(hours=1)


class Life:
    """What a bot that was never killed has left behind: two couples who were called back."""

    def __init__(self, rig: Rig, twos: list[Two]) -> None:
        self._rig = rig
        self.twos = twos

    def spoilt(self, folder: Path, spoil: Callable[["Copy"], None]) -> "Copy":
        """A copy of it with something wrong."""
        shutil.copyfile(self._rig.folder / "backsoon.db", folder / "backsoon.db")
        spoilt = Copy(self._rig, self.twos, folder)
        spoil(spoilt)
        return spoilt


class Copy:
    """The rig as it stands at the end, on a database file and a list of calls that can be spoilt."""

    def __init__(self, rig: Rig, twos: list[Two], folder: Path) -> None:
        self.calls = list(rig.calls)
        self.twos = [copy.copy(two) for two in twos]
        self.losses: list[Fault] = []
        self._file = folder / "backsoon.db"
        self.rig = copy.copy(rig)
        town: Any = SimpleNamespace(calls=self.calls)
        self.rig.town = town
        self.rig._onlooker = Onlooker(f"sqlite+aiosqlite:///{self._file}")
        for two in self.twos:
            two.rig = self.rig

    def sql(self, statement: str, *values: object) -> None:
        """Change rows; at least one must change."""
        connection = sqlite3.connect(self._file)
        with connection:
            assert connection.execute(statement, values).rowcount > 0
        connection.close()

    def audit(self) -> Ledger:
        self.rig._looked_at = 0
        self.rig._sends, self.rig._shows = defaultdict(list), defaultdict(list)
        ledger = Ledger()
        ledger.audit(self.rig, self.twos, self.losses)
        return ledger

    def messages(self, true: Callable[[Call], bool]) -> list[Call]:
        """Those that arrived and of which this is true."""
        return [call for call in self.calls if call.method == "sendMessage" and call.ok and true(call)]

    def again(self, true: Callable[[Call], bool], *, known: bool) -> None:
        """Have the last such message arrive twice; `known`: and the bot knows of both."""
        call = self.messages(true)[-1]
        self.repeat(call, len(self.calls), known=known)

    def repeat(self, call: Call, n: int, *, known: bool = False) -> None:
        """Have the same message arrive as the call numbered `n`, before the one that was."""
        result = {**call.result, "message_id": 900_001 + len(self.calls)}
        self.calls.insert(n, replace(call, result=result))
        self.calls[n:] = [replace(one, n=at) for at, one in enumerate(self.calls[n:], n)]
        self.rig.moves = [
            move._replace(begun=move.begun + (move.begun > n), known=move.known + (move.known > n))
            for move in self.rig.moves
        ]
        if known:
            self.sql(
                "INSERT INTO sent SELECT max(id) + 1, chat_id, ?1, "
                "(SELECT panel_key FROM sent WHERE chat_id = ?2 AND message_id = ?3), NULL, sent_at "
                "FROM sent WHERE chat_id = ?2",
                result["message_id"],
                *place_of(call),
            )

    def reword(self, call: Call, **params: object) -> None:
        """Let it say something else."""
        self.calls[call.n] = replace(call, params={**call.params, **params})

    def shows(self, *screens: str) -> Callable[[Call], bool]:
        """Whether a message shows one of these screens, as the bot wrote it down."""
        rows = self.rig.rows("SELECT chat_id, message_id, panel_key FROM sent")
        places = {(chat, message) for chat, message, key in rows if key in screens}
        return lambda call: place_of(call) in places


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def life(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Life]:
    """Two couples in the middle of a second pause; the first one is over."""
    folder = tmp_path_factory.mktemp("life") / "data"
    clock = MovableClock(MORNING)
    town = await playground.start(clock, seeded=False)
    rig = Rig(town, clock, folder)
    twos = [Two(rig, Random(number), number) for number in range(2)]
    try:
        await rig.start()
        await asyncio.gather(*(two.pair() for two in twos))
        for two in twos:
            await two.call()
            await rig.quiet()
        for two in twos:
            while two.running:
                await rig.move_to(max(two.pause.times[-1], clock.now()))
                await two.come_back()
                await rig.quiet()
        await twos[0].call()
        await rig.quiet()
        assert await rig.end() == 0
        yield Life(rig, twos)
    finally:
        await rig.stop()
        await town.stop()


def test_an_unspoilt_life_stands(life: Life, tmp_path: Path) -> None:
    ledger = life.spoilt(tmp_path, lambda _: None).audit()
    assert ledger.updates > 10
    assert ledger.effects > 3
    assert len(ledger.promises) >= 2
    assert len(ledger.pending) == 1
    assert ledger.doubled == 0


def _drop_return(it: Copy) -> None:
    it.calls.remove(next(call for call in it.calls if call.method == "sendMessage" and is_return(call)))


def _swap(it: Copy) -> None:
    """The last panel before the return is said after it."""
    index = next(n for n, call in enumerate(it.calls) if call.method == "sendMessage" and is_return(call))
    chat = it.calls[index].params["chat_id"]
    before = max(
        n
        for n, call in enumerate(it.calls[:index])
        if call.method == "sendMessage" and call.params["chat_id"] == chat and text_of(call).startswith("✋")
    )
    it.calls[index], it.calls[before] = it.calls[before], it.calls[index]


def _say_missed(it: Copy) -> None:
    """A return time that was kept is said to have been missed as well."""
    call = it.messages(_kept)[0]
    it.repeat(call, call.n + 1, known=True)
    late = it.calls[call.n + 1]
    it.reword(late, text="I was offline at 09:20 UTC.")
    it.calls[late.n] = replace(it.calls[late.n], at=late.at + HOUR)


def _kept(call: Call) -> bool:
    return text_of(call).startswith("It's")


def _missed(call: Call) -> bool:
    return text_of(call).startswith("I was offline")


def _hand(call: Call) -> bool:
    return text_of(call).startswith("✋")


def _excuse_late(it: Copy) -> None:
    it.reword(it.messages(_kept)[0], text="I was offline at 09:20 UTC.")


def _keep_too_late(it: Copy) -> None:
    it.reword(it.messages(_missed)[0], text="It's 09:00 UTC, Ann and Ben.")


def _overtaken(it: Copy, *, asked_before: bool) -> None:
    """The clock moves on by an hour while a word is on its way, or before the call in front of it."""
    call = it.messages(_kept)[0]
    it.calls[call.n] = replace(call, at=call.at + HOUR)
    chat = call.params["chat_id"]
    before = max(one.n for one in it.calls[: call.n] if one.params.get("chat_id") == chat)
    begun = before if asked_before else call.n
    later = [move for move in it.rig.moves if move.begun > begun]
    it.rig.moves = [*it.rig.moves[: -len(later)], Move(call.at + HOUR, begun, begun), *later]


def _repeat_after_known(it: Copy) -> None:
    """It is known already when it comes again, and only then the bot is killed."""
    call = it.messages(is_return)[0]
    it.repeat(call, call.n + 1)
    it.rig.deaths = [call.n + 2]


def _repeat(it: Copy, *, killed_later: int) -> None:
    """It came before the known one already; so many calls to the same chat later the bot was killed."""
    call = it.messages(is_return)[0]
    it.repeat(call, call.n)
    chat = call.params["chat_id"]
    later = [one.n for one in it.calls[call.n + 1 :] if one.params.get("chat_id") == chat]
    it.rig.deaths = [later[killed_later]]


def _lose_reply(it: Copy, *, known: int) -> None:
    """It came twice, and one reply to this chat was lost; `known`: so many of them before the lost one."""
    call = it.messages(is_return)[0]
    it.repeat(call, call.n + known)
    it.losses = [Fault("lost_reply", "sendMessage", int(call.params["chat_id"]), times=0)]


def _read_late(it: Copy) -> None:
    """The request was still to be read as its sender died."""
    _repeat(it, killed_later=0)
    it.rig.deaths = [it.messages(is_return)[0].n]


def _leave(it: Copy) -> None:
    """Its sender no longer held the lease as the reply came."""
    call = it.messages(is_return)[0]
    it.repeat(call, call.n)
    process: Any = SimpleNamespace(err=[f'level=warning event="{LEFT}" method=sendMessage'])
    it.rig.processes = [process]


def _end_once_more(it: Copy) -> None:
    """As if a pause had ended in a way in which none did."""
    it.again(lambda call: text_of(call).startswith("Today rests"), known=True)
    it.reword(it.calls[-1], chat_id=it.twos[0].chat)
    place = (it.twos[0].chat, it.calls[-1].result["message_id"])
    it.sql("UPDATE sent SET chat_id = ? WHERE message_id = ?", *place)


def _lose(it: Copy, method: str, starts: str | tuple[str, ...]) -> None:
    lost = [call for call in it.calls if call.method == method and text_of(call).startswith(starts)]
    assert lost
    for call in lost:
        it.calls.remove(call)


def _lose_answers(it: Copy) -> None:
    lost = it.messages(it.shows("help.home"))
    for call in lost:
        it.calls.remove(call)
    it.sql("DELETE FROM sent WHERE panel_key = 'help.home'")


def _twice_unknown(it: Copy) -> None:
    it.again(is_return, known=False)
    it.again(is_return, known=False)


def _show_often(it: Copy) -> None:
    for _ in range(9):
        it.again(_hand, known=True)


_LONG_AGO, _SOME_DAY, _MUCH_LATER = (
    to_microseconds(datetime(*day, tzinfo=UTC)) for day in ((2026, 1, 1), (2026, 3, 2), (2027, 1, 1))
)
SPOILS: dict[str, Callable[[Copy], None]] = {
    "an update never had its turn": lambda it: it.sql(
        "DELETE FROM inbox WHERE seq = (SELECT min(seq) FROM inbox)"
    ),
    "an update still waits": lambda it: it.sql("UPDATE inbox SET state = 'waiting' WHERE key LIKE 'tg:%'"),
    "an update was given up": lambda it: it.sql("UPDATE inbox SET state = 'dead' WHERE key NOT LIKE 'tg:%'"),
    "a call had no effect": lambda it: it.sql("UPDATE parties SET called_at = NULL"),
    "a call had its effect twice": lambda it: it.sql("UPDATE parties SET called_at = ?", _SOME_DAY),
    "a time was changed twice": lambda it: it.sql(
        "INSERT INTO pause_times SELECT pause_id, commitment + 9, return_at, committed_at FROM pause_times"
    ),
    "a pause ended otherwise": lambda it: it.sql(
        "UPDATE pauses SET outcome = 'faded' WHERE state = 'closed'"
    ),
    "a promise has no timer": lambda it: it.sql("DELETE FROM timers WHERE kind = 'pause'"),
    "a timer comes too late": lambda it: it.sql(
        "UPDATE timers SET due_at = ? WHERE kind = 'pause'", _MUCH_LATER
    ),
    "a timer was left behind": lambda it: it.sql(
        "UPDATE timers SET due_at = ? WHERE kind = 'pause'", _LONG_AGO
    ),
    "nobody was called back": _drop_return,
    "somebody was knowingly called back twice": lambda it: it.repeat(
        it.messages(is_return)[0], it.messages(is_return)[0].n + 1, known=True
    ),
    "a time was knowingly shown too often": _show_often,
    "a message came twice unknown in one life": _twice_unknown,
    "a message came unknown where nothing was killed": lambda it: it.again(is_return, known=False),
    "a kept promise is also said to be missed": _say_missed,
    "the order is wrong": _swap,
    "a punctual return is said to be missed": _excuse_late,
    "a return is said an hour late as if it were punctual": _keep_too_late,
    "a return is written long after the minute is over": lambda it: _overtaken(it, asked_before=True),
    "a return is repeated once it is known, and then comes a kill": _repeat_after_known,
    "a return is repeated without a kill that caught it": lambda it: _repeat(it, killed_later=1),
    "a return is repeated once it is known, and some reply was lost": lambda it: _lose_reply(it, known=1),
    "the first hand is knowingly shown twice": lambda it: it.repeat(
        it.messages(_hand)[0], it.messages(_hand)[0].n + 1, known=True
    ),
    "the last hand is knowingly shown twice": lambda it: it.again(_hand, known=True),
    "an end is said that no pause came to": _end_once_more,
    "an end is knowingly said twice": lambda it: it.again(
        lambda call: text_of(call).startswith(AFTERWARDS), known=True
    ),
    "an end is not said": lambda it: _lose(it, "sendMessage", "Today rests"),
    "an end is not shown": lambda it: _lose(it, "editMessageText", "You're talking"),
    "nobody who asked for help was answered": _lose_answers,
    "a cry for help was answered twice": lambda it: it.again(it.shows("help.home"), known=True),
    "a menu of times came twice": lambda it: it.again(it.shows("pause.times"), known=True),
}


@pytest.mark.parametrize("spoil", SPOILS)
def test_the_audit_finds_that(spoil: str, life: Life, tmp_path: Path) -> None:
    spoilt = life.spoilt(tmp_path, SPOILS[spoil])
    with pytest.raises(AssertionError):
        spoilt.audit()


def _answer_too_late(it: Copy) -> None:
    """After everything that was asked the clock was moved by more than an answer is worth, before it came."""
    _lose_answers(it)
    it.rig.course = [it.rig.clock.now() + HOUR] * len(it.rig.course)


EXCUSES: dict[str, Callable[[Copy], None]] = {
    "it was in flight as the bot was killed, and came again": lambda it: _repeat(it, killed_later=0),
    "the clock was moved while it was on its way": lambda it: _overtaken(it, asked_before=False),
    "it was read after its sender's death, and came again": _read_late,
    "its reply was lost, and it came again": lambda it: _lose_reply(it, known=0),
    "its sender's lease was over, and it came again": _leave,
    "an answer came to be worth nothing": _answer_too_late,
}


@pytest.mark.parametrize("excuse", EXCUSES)
def test_the_audit_excuses_that(excuse: str, life: Life, tmp_path: Path) -> None:
    life.spoilt(tmp_path, EXCUSES[excuse]).audit()
