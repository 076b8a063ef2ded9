"""The cost of a turn with few and 1,000,000 couples; `python -m benchmarks.turn` alone prints a profile."""

import argparse
import asyncio
import cProfile
import json
import os
import pstats
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, perf_counter, process_time
from typing import Any

from benchmarks import our_data
from benchmarks.lab import Bench, Figure, chat_of, median, met, person_of
from benchmarks.peer import BOT, TOKEN
from benchmarks.turn_profile import shares

_RATIO = 1.3
_NOTE = "turns in process, no network; the query plans are held by tests/storage/test_query_plans.py"


def measure(bench: Bench) -> list[Figure]:
    """Both databases in turn, each time in a new process, with couples that have not paused yet."""
    turns = bench.scale.of(200, 80) // bench.scale.rounds
    # Each round, and the profile, takes other couples: with fewer than these, some would have paused before.
    few, many = max(100, turns * (bench.scale.rounds + 1)), bench.scale.of(1_000_000, 10_000)
    folders = {}
    for couples in (few, many):
        began = monotonic()
        folders[couples] = our_data.build(bench.folder / f"turn-{couples}", couples)
        print(f"  ({couples:,} couples written in {monotonic() - began:.0f} s)", file=sys.stderr, flush=True)
    costs: dict[int, list[dict[str, float]]] = {couples: [] for couples in folders}
    for number in range(bench.scale.rounds):
        for couples, folder in folders.items():
            costs[couples].append(_in_process(folder, number * turns, turns))
    profile = _in_process(folders[few], bench.scale.rounds * turns, turns, "--shares")
    notes = {
        "a ✋": [_NOTE, f"processor time of a ✋ and its return, by cProfile, once: {profile}"],
        "a return": [],
    }
    return [_figure(kind, costs, few, many, notes[kind]) for kind in notes]


def _figure(
    kind: str, costs: dict[int, list[dict[str, float]]], few: int, many: int, notes: list[str]
) -> Figure:
    small, large = (median(each[kind] for each in costs[couples]) for couples in (few, many))
    return Figure(
        f"cost of a turn ({kind}), {few} / {many:,} couples in the database",
        f"{small:.1f} / {large:.1f} ms",
        "not measured",
        f"{large / small:.2f}",
        f"≤ {_RATIO}",
        met(large <= _RATIO * small),
        notes,
    )


def _in_process(folder: Path, first: int, turns: int, *flags: str) -> Any:
    """What it printed."""
    command = [sys.executable, "-m", "benchmarks.turn", str(folder), str(first), str(turns), *flags]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=env, timeout=300)
    return json.loads(done.stdout.splitlines()[-1])


async def _turns(
    folder: Path, first: int, turns: int, profile: cProfile.Profile | None = None
) -> dict[str, list[float]]:
    """Milliseconds a turn, by kind; `profile` sees the turns alone."""
    from bot.dispatch import Dispatcher
    from bot.work import Worker
    from content.texts import texts
    from scheduler.clock import MovableClock
    from storage.database import Database
    from storage.keys import read_keyring
    from storage.sealed import Vault

    clock = MovableClock(datetime.now(UTC))
    vault = Vault(read_keyring(folder / "encryption.keys"))
    database = Database(f"sqlite+aiosqlite:///{folder}/backsoon.db", vault)
    dispatcher = Dispatcher(TOKEN, BOT)
    await dispatcher.start()
    worker = Worker(database, clock, dispatcher, answer_press=lambda *_: None, on_committed=lambda: None)
    async with database.work() as work:
        for number in range(turns):
            raw = _tap(first + number, clock.now())
            await work.inbox.receive(raw["update_id"], "message", raw, clock.now())
    texts()
    if profile is not None:
        profile.enable()
    taps = await _timed(worker, database, "SELECT count(*) FROM inbox WHERE state = 'done'")
    clock.advance(timedelta(minutes=20))
    returns = await _timed(worker, database, "SELECT count(*) FROM pauses WHERE state = 'due'")
    if profile is not None:
        profile.disable()
    await dispatcher.stop()
    await database.close()
    return {"a ✋": taps, "a return": returns}


async def _timed(worker: Any, database: Any, count: str) -> list[float]:
    """Milliseconds a turn, of each transaction that the turns shared."""
    costs, done = [], await _count(database, count)
    while True:
        before = perf_counter()
        worked = await worker.work_once()
        took = perf_counter() - before
        if not worked:
            return costs
        already, done = done, await _count(database, count)
        if done > already:
            costs.append(took * 1000 / (done - already))


async def _count(database: Any, query: str) -> int:
    async with database.engine.connect() as connection:
        return int((await connection.exec_driver_sql(query)).scalar_one())


def _tap(couple: int, now: datetime) -> dict[str, Any]:
    chat = {"id": chat_of(couple), "type": "group", "title": "Ann & Ben"}
    carrier = {"message_id": 5, "from": BOT, "chat": chat, "date": 1, "text": "\u270b"}
    return {
        "update_id": couple + 1,
        "message": {
            "message_id": 900,
            "from": {"id": person_of(couple), "is_bot": False, "first_name": "Ann", "language_code": "en"},
            "chat": chat,
            "date": int(now.timestamp()),
            "text": "\u270b",
            "reply_to_message": carrier,
        },
    }


def _profiled(folder: Path, first: int, turns: int) -> cProfile.Profile:
    profile = cProfile.Profile(process_time)
    asyncio.run(_turns(folder, first, turns, profile))
    return profile


def main() -> None:
    """Time turns on a database, or profile them on a small one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.turn")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("first", nargs="?", type=int, default=0)
    parser.add_argument("turns", nargs="?", type=int, default=200)
    parser.add_argument("--shares", action="store_true", help="of each library and room in the time")
    asked = parser.parse_args()
    if asked.folder is not None and asked.shares:
        print(json.dumps(shares(_profiled(asked.folder, asked.first, asked.turns))))
        return
    if asked.folder is not None:
        costs = asyncio.run(_turns(asked.folder, asked.first, asked.turns))
        print(json.dumps({kind: median(values) for kind, values in costs.items()}))
        return
    with tempfile.TemporaryDirectory() as folder:
        our_data.build(Path(folder), asked.turns)
        stats = pstats.Stats(_profiled(Path(folder), 0, asked.turns))
        stats.sort_stats("cumulative").print_stats(r"main|storage|practices|handlers|bot|sqlalchemy", 60)
        stats.sort_stats("tottime").print_stats(35)


if __name__ == "__main__":
    main()
