"""The audit finds what it is for: a real life is spoilt in one way at a time, and it fails each time."""

import asyncio
import copy
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
import pytest_asyncio

import playground
from playground.model import Call
from scheduler.clock import MovableClock
from storage.types import to_microseconds
from tests.crash.audit import Ledger
from tests.crash.couples import Two, is_return, text_of
from tests.crash.course import MORNING
from tests.crash.rig import Rig
from tests.databases import Onlooker


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
        self.rig._looked_at, self.rig._sends = 0, defaultdict(list)
        ledger = Ledger()
        ledger.audit(self.rig, self.twos, [])
        return ledger

    def again(self, true: Callable[[Call], bool], *, known: bool) -> None:
        """Have the last such message arrive twice; `known`: and the bot knows of both."""
        call = [call for call in self.calls if call.method == "sendMessage" and true(call)][-1]
        result = {**call.result, "message_id": 900_001 + len(self.calls)}
        self.calls.append(replace(call, n=len(self.calls), result=result))
        if known:
            place = (call.params["chat_id"], result["message_id"])
            self.sql("INSERT INTO sent SELECT ?2, ?1, ?2, NULL, NULL, max(sent_at) FROM sent", *place)


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
                await rig.move_to(two.pause.times[-1])
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
    it.again(is_return, known=True)
    it.calls[-1] = replace(it.calls[-1], params={**it.calls[-1].params, "text": "I was offline at 8:20."})


def _twice_unknown(it: Copy) -> None:
    it.again(is_return, known=False)
    it.again(is_return, known=False)


def _show_often(it: Copy) -> None:
    for _ in range(9):
        it.again(lambda call: text_of(call).startswith("✋"), known=True)


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
    "somebody was knowingly called back twice": lambda it: it.again(is_return, known=True),
    "a time was knowingly shown too often": _show_often,
    "a message came twice unknown in one life": _twice_unknown,
    "a message came unknown where nothing was killed": lambda it: it.again(is_return, known=False),
    "a kept promise is also said to be missed": _say_missed,
    "the order is wrong": _swap,
}


@pytest.mark.parametrize("spoil", SPOILS)
def test_the_audit_finds_that(spoil: str, life: Life, tmp_path: Path) -> None:
    spoilt = life.spoilt(tmp_path, SPOILS[spoil])
    with pytest.raises(AssertionError):
        spoilt.audit()
