"""Couples through a simulated year: what it leaves in the database, and in the memory of the process.

Receiver, worker, deliverer and housekeeping are the program's own, in one process of their own, under a clock
that is moved from one event of the day to the next; phones stand at the other end of the calls.
"""

import argparse
import asyncio
import gc
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import monotonic
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks import our_data
from benchmarks.lab import Bench, Figure, met
from benchmarks.peer import BOT, TOKEN
from bot import loop
from content.texts import texts
from storage.types import to_microseconds

_MOST_BYTES = 500_000
_RATIO = 1.1
_ZONE = ZoneInfo("Europe/Berlin")
_SEED = 11
_WEEK, _SUNDAY = 7, 6
_COUPLES = 100
_LONGEST = 3 * 3600.0
"""Seconds, after which the year is left as it is."""


def measure(bench: Bench) -> list[Figure]:
    """One process, once; after SIGTERM it tells of the days that were."""
    couples, days = bench.scale.of(_COUPLES, 5), bench.scale.of(365, 28)
    folder = our_data.build(bench.folder / "year", couples, rhythm=True)
    command = [sys.executable, "-m", "benchmarks.year", str(folder), str(couples), str(days)]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env=env, timeout=2 * _LONGEST
    )
    return figures(json.loads(done.stdout.splitlines()[-1]), couples)


def figures(told: dict[str, Any], couples: int) -> list[Figure]:
    """Of what `live` has told."""
    name = f"{couples} couples through {told['days']} simulated days"
    # A year that was not lived to its end is drawn out to one.
    each = told["bytes"] / couples * max(1.0, 365 / told["days"])
    ratio = told["memory"] / told["memory_after_a_week"]
    lived = ", ".join(f"{count:,} {what}" for what, count in told["lived"].items())
    largest = ", ".join(f"{table} {size / couples / 1000:.0f} kB" for table, size in told["largest"].items())
    return [
        Figure(
            f"{name}: database a couple",
            f"{each / 1000:.0f} kB a year",
            "not measured",
            "",
            f"≤ {_MOST_BYTES // 1000} kB",
            met(each <= _MOST_BYTES),
            [f"{lived}, {told['calls']:,} calls, in {told['seconds']:.0f} s; largest, a couple: {largest}"],
        ),
        Figure(
            f"{name}: memory of the process",
            f"{told['memory'] / 1e6:.0f} MB, {told['memory_after_a_week'] / 1e6:.0f} MB after the first week",
            "not measured",
            f"{ratio:.2f}",
            f"≤ {_RATIO} × that after the first week",
            met(ratio <= _RATIO),
            ["the phones live in the same process; pictures are drawn in another one, which is not measured"],
        ),
    ]


class Town:
    """The program in one process, and the couples."""

    def __init__(self, folder: Path, couples: int, start: datetime) -> None:
        from benchmarks.phones import Painter, Phones
        from bot.deliver.deliverer import Deliverer
        from bot.deliver.limits import Limits
        from bot.dispatch import Dispatcher
        from bot.receive.keep import Receiver
        from bot.registry import SEEN_BY_CROWD, draw
        from bot.work import Worker
        from scheduler.clock import MovableClock
        from storage.database import Database
        from storage.keys import read_keyring
        from storage.sealed import Vault

        self.couples = range(couples)
        self.clock = MovableClock(start)
        vault = Vault(read_keyring(folder / "encryption.keys"))
        self.database = Database(f"sqlite+aiosqlite:///{folder}/backsoon.db", vault)
        self.phones = Phones(self.clock)
        self.dispatcher = Dispatcher(TOKEN, BOT)
        api: Any = self.phones
        studio: Any = Painter()
        self.deliverer = Deliverer(
            self.database,
            api,
            self.clock,
            draw,
            str(BOT["username"]),
            Limits.none(),
            crowd_panels=SEEN_BY_CROWD,
            studio=studio,
        )
        self.worker = Worker(
            self.database,
            self.clock,
            self.dispatcher,
            answer_press=lambda *_: None,
            on_committed=self.deliverer.wake,
        )
        self.receiver = Receiver(
            self.database,
            self.clock,
            bot_id=int(str(BOT["id"])),
            bot_username=str(BOT["username"]),
            on_received=lambda: None,
        )
        self.chance = random.Random(_SEED)

    async def until(self, day: date, hour: int, minute: int = 0) -> None:
        """Let the clock come to this time of their day, and all that is due happen."""
        self.clock.move_to(datetime.combine(day, time(hour, minute), _ZONE).astimezone(UTC))
        await self.settle()

    async def settle(self) -> None:
        """What was done is received; turns and deliveries go on until there are none."""
        await self.phones.send(self.receiver)
        self.deliverer.wake()
        async with asyncio.timeout(_LONGEST):
            while True:
                worked = await self.worker.work_once()
                while not self.deliverer.idle:  # noqa: ASYNC110 - nobody tells
                    # Not at once, which would keep SQLite's thread waiting.
                    await asyncio.sleep(0.001)
                if not worked and not await self.worker.work_once():
                    return

    async def day(self, day: date, number: int) -> None:
        """One day in the life of everybody."""
        from bot.term import sweep

        await self.until(day, 9)
        await self._pauses(day, number)
        if day.weekday() == _SUNDAY:
            await self._reviews(day)
        await self._check_ins(day)
        await self.until(day, 23, 45)
        await sweep(self.database, self.clock)

    async def _pauses(self, day: date, number: int) -> None:
        """Two a week for each couple, with both back at the return time."""
        paused = [couple for couple in self.couples if (couple + number) % _WEEK in (0, 3)]
        await self.until(day, 13)
        for couple in paused:
            self.phones.hand(couple, number % 2)
        await self.settle()
        for minute in (16, 20):
            await self.until(day, 13, minute)
        for partner in (0, 1):
            for couple in paused:
                self.phones.press(couple, partner, "pause:#:here")
            await self.settle()
        await self.until(day, 13, 22)

    async def _reviews(self, day: date) -> None:
        await self.until(day, 18, 10)
        for _step in range(8):
            for partner in (0, 1):
                for couple in self.couples:
                    chips = self.phones.shapes(couple, "review:#:tap:") or self.phones.shapes(
                        couple, "review:#:propose:"
                    )
                    if chips and (partner == 0 or "tap" in chips[0]):
                        self.phones.press(couple, partner, self.chance.choice(chips))
            await self.settle()
            for partner in (0, 1):
                for couple in self.couples:
                    for yes in self.phones.shapes(couple, "review:#:yes:")[-1:]:
                        self.phones.press(couple, partner, yes)
            await self.settle()
            for couple in self.couples:
                for following in self.phones.shapes(couple, "review:#:next:")[-1:]:
                    self.phones.press(couple, 0, following)
                self.phones.drop(couple, "review:#")
            await self.settle()

    async def _check_ins(self, day: date) -> None:
        """Both on most days; words twice a week, where they are asked for in private."""
        await self.until(day, 20, 40)
        writing = []
        for couple in self.couples:
            words = self.chance.random() < 2 / _WEEK
            for partner in (0, 1):
                whim = self.chance.random()
                if whim < 0.85:
                    self.phones.press(couple, partner, f"checkin:#:mood:{self.chance.randint(1, 5)}")
                elif whim < 0.9:
                    self.phones.press(couple, partner, "checkin:#:skip")
                check_in = self.phones.row(couple, "checkin:#:answer")
                if words and whim < 0.85 and check_in:
                    self.phones.say(couple, partner, f"/start answer-{check_in}")
                    writing.append((couple, partner))
        await self.settle()
        for couple, partner in writing:
            self.phones.say(couple, partner, self.chance.choice(_WORDS))
        await self.settle()


_WORDS = (
    "That you waited at the station although it rained, and had kept the seat by the window.",
    "Coffee.",
    "When we laughed about the burnt rice. I had forgotten how loud you can laugh.",
    "You asked how the talk with my mother went, and then listened until I was through with all of it.",
)


async def live(folder: Path, couples: int, days: int) -> dict[str, Any]:
    """The figures; fewer days if they take too long."""
    began = monotonic()
    first = datetime.now(_ZONE).date() + timedelta(days=1)
    start = datetime.combine(first, time(8), _ZONE)
    with sqlite3.connect(folder / "backsoon.db") as connection:
        due = to_microseconds(start)
        connection.execute("UPDATE timers SET due_at = ? WHERE kind IN ('check_in', 'review')", (due,))
    texts()
    gc.freeze()
    town = Town(folder, couples, start.astimezone(UTC))
    stop, enough = asyncio.Event(), asyncio.Event()
    # Whoever has no more time has the figures of the days that were.
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, enough.set)
    await town.dispatcher.start()
    delivering = asyncio.create_task(town.deliverer.run(stop))
    after_a_week, lived = 0.0, 0
    for number in range(days):
        await town.day(first + timedelta(days=number), number)
        lived = number + 1
        if lived == _WEEK:
            after_a_week = _memory()
        if lived % 30 == 0:
            shown = f"  (day {lived}: {_memory() / 1e6:.0f} MB, {monotonic() - began:.0f} s)"
            print(shown, file=sys.stderr, flush=True)
        if monotonic() - began > _LONGEST or enough.is_set():
            break
    memory = _memory()
    stop.set()
    town.deliverer.wake()
    await delivering
    await town.dispatcher.stop()
    await town.database.close()
    return {
        "days": lived,
        "seconds": monotonic() - began,
        "calls": town.phones.calls,
        "memory_after_a_week": after_a_week,
        "memory": memory,
        **_database(folder),
    }


def _memory() -> float:
    """Resident bytes, without garbage."""
    gc.collect()
    status = Path("/proc/self/status").read_text()
    return 1024.0 * next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def _database(folder: Path) -> dict[str, Any]:
    connection = sqlite3.connect(folder / "backsoon.db")
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        pages = "SELECT sum(pgsize) FROM dbstat WHERE name = ? OR name IN (SELECT name FROM sqlite_schema"
        pages += " WHERE type = 'index' AND tbl_name = ?)"
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        sizes = {name: connection.execute(pages, (name, name)).fetchone()[0] or 0 for name in names}
        largest = sorted(sizes.items(), key=lambda item: -item[1])[:6]
        counted = {
            "check-ins": "check_ins",
            "answers": "check_in_answers WHERE given_at IS NOT NULL",
            "with words": "check_in_answers WHERE words IS NOT NULL",
            "pauses": "pauses",
            "reviews": "reviews",
        }
        lived = {
            name: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for name, table in counted.items()
        }
        return {
            "bytes": (folder / "backsoon.db").stat().st_size,
            "largest": dict(largest),
            "lived": lived,
        }
    finally:
        connection.close()


async def _tell(folder: Path, couples: int, days: int) -> None:
    print(json.dumps(await live(folder, couples, days)))


def main() -> None:
    """Live, and print what it came to as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.year")
    parser.add_argument("folder", type=Path)
    parser.add_argument("couples", type=int)
    parser.add_argument("days", type=int)
    asked = parser.parse_args()
    loop.run(_tell(asked.folder, asked.couples, asked.days))


if __name__ == "__main__":
    main()
