"""`make chaos`: kills and every other fault at full length, and docs/reliability.md from what was seen.

Each part leaves its figures in docs/reliability/, so that one can be run anew; the page says of each when and
with which seed it was run.
"""

import argparse
import asyncio
import json
import math
import secrets
import sys
import tempfile
from collections.abc import Callable, Coroutine
from contextlib import ExitStack
from pathlib import Path
from time import monotonic
from typing import Any

from scheduler.clock import SystemClock
from tests import databases
from tests.crash import course, page
from tests.crash.faults import FAULTS, OF_SERVERS, open_stage
from tests.crash.phases import PHASES

KILLS = 200
STANDBY_KILLS = 10
# The product's own lease, and what the next holder may take.
LEASE, TAKEN_OVER = 10.0, 12.0
# In a long course each phase must have been hit.
LONG = 100
AIMED = PHASES[:-1]

Figures = dict[str, Any]
# Folder, database, seed, kills, and the seconds after which fewer of them will do.
Part = Callable[[Path, str, int, int, float], Coroutine[Any, Any, Figures]]


async def kills(folder: Path, url: str, seed: int, count: int, seconds: float) -> Figures:
    """One process, killed so often."""
    figures = _figures(await course.run(folder, url, kills=count, seed=seed, seconds=seconds))
    assert figures["kills"] < LONG or all(figures["caught"].get(phase) for phase in AIMED), figures["caught"]
    return figures


async def standby(folder: Path, url: str, seed: int, count: int, seconds: float) -> Figures:
    """Two processes at the product's own pace; whichever works is killed."""
    figures = _figures(
        await course.run(folder, url, kills=count, seed=seed, seconds=seconds, holds=LEASE, standby=True)
    )
    assert figures["back"] < TAKEN_OVER, figures["back"]
    return figures


async def faults(folder: Path, url: str, seed: int, count: int, seconds: float) -> Figures:
    """Everything but kills, at full length."""
    seen: Figures = {}
    for name, fault in FAULTS.items():
        if url.startswith("sqlite") and name in OF_SERVERS:
            continue
        begun = monotonic()
        own = folder / name.replace(" ", "-")
        own.mkdir(parents=True)
        async with open_stage(own, seed, _empty(url, own), at_length=True) as stage:
            stage.begin()
            result = await fault(stage)
        seen[name] = {"held": str(result), "seconds": round(monotonic() - begun)}
        sys.stdout.write(f"{name}: {result}\n")
        sys.stdout.flush()
    return {"faults": seen}


def _empty(url: str, folder: Path) -> str:
    """An empty database: PostgreSQL's is emptied; SQLite's is another file, beside the bot's other data."""
    if url.startswith("sqlite"):
        return f"sqlite+aiosqlite:///{folder}/backsoon.db"
    databases.empty(url)
    return url


# Name of a part: what it does, on which database, with how many kills.
PARTS: dict[str, tuple[Part, str, int]] = {
    "sqlite": (kills, "sqlite", KILLS),
    "postgresql": (kills, "postgresql", KILLS),
    "standby": (standby, "postgresql", STANDBY_KILLS),
    "faults-sqlite": (faults, "sqlite", 0),
    "faults-postgresql": (faults, "postgresql", 0),
}


def _figures(seen: course.Figures) -> Figures:
    ledger = seen.ledger
    return {
        "kills": seen.kills,
        "caught": dict(seen.caught),
        "updates": ledger.updates,
        "effects": ledger.effects,
        "promises": len(ledger.promises),
        "missed": ledger.missed,
        "pending": len(ledger.pending),
        "unknown": ledger.doubled,
        "back": round(max(seen.back), 1),
        "back_median": round(sorted(seen.back)[len(seen.back) // 2], 1),
    }


def run(name: str, seed: int, count: int | None, minutes: float) -> None:
    """Run a part and keep its figures."""
    work, kind, usual = PARTS[name]
    begun = monotonic()
    with ExitStack() as left, tempfile.TemporaryDirectory() as folder:
        # A place of its own, so that what this part leaves behind goes with it.
        if kind == "sqlite":
            url = f"sqlite+aiosqlite:///{folder}/house.db"
        else:
            url = left.enter_context(databases.postgresql("_chaos"))
        kills = usual if count is None else count
        seen = asyncio.run(work(Path(folder) / "data", url, seed, kills, minutes * 60))
    lasted = round((monotonic() - begun) / 60, 1)
    when = SystemClock().now().date().isoformat()
    page.keep(name, {"date": when, "seed": seed, "minutes": lasted, "on": page.versions(kind), **seen})
    sys.stdout.write(f"{name}: {json.dumps(seen)}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.crash.chaos", description=__doc__)
    parser.add_argument("--seed", type=int, help="for another course of events; by default one is drawn")
    parser.add_argument("--kills", type=int, help="instead of the usual number")
    parser.add_argument("--minutes", type=float, default=math.inf, help="no new kills after so long, a part")
    parser.add_argument("--only", choices=PARTS, action="append", help="a part; by default all of them")
    arguments = parser.parse_args()
    seed = secrets.randbelow(1_000_000) if arguments.seed is None else arguments.seed
    sys.stdout.write(f"seed {seed}\n")
    if databases.server() is None:
        sys.exit("There is no PostgreSQL on this machine: set TEST_POSTGRESQL to the address of one.")
    for name in arguments.only or PARTS:
        run(name, seed, arguments.kills, arguments.minutes)
    page.write()


if __name__ == "__main__":
    main()
