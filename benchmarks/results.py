"""benchmarks/RESULTS.md: the table, with what it was measured with and when.

Each module's figures are kept in a file of their own, so that one can be measured anew.
"""

import json
import os
import platform
import sqlite3
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.lab import Figure, Scale

_FILE = Path(__file__).parent / "RESULTS.md"
_FIGURES = Path(__file__).parent / "figures"
# Written by hand: why something is as it is.
_NOTES = Path(__file__).parent / "NOTES.md"
_WHY = "\n## Why\n\n"
_PARTS = ("python-telegram-bot", "SQLAlchemy", "aiosqlite", "APScheduler", "aiohttp", "httpx", "cryptography")
_HEAD = "| figure | ours | plain stack | ratio | target | verdict |\n| --- | --- | --- | --- | --- | --- |\n"
# Each module's own, with how many rounds were asked for; a module that is not named has that many of all.
_ROUNDS = {
    "busy": "{}; the plain stack and the check-ins that are spread: 1",
    "start": "{}; JobQueue: 1",
    "kills": "1",
    "local_rules": "none: nothing is random",
    "year": "1",
}
_RUNS = (
    "| figures of | when | rounds | minutes | program | machine |\n| --- | --- | --- | --- | --- | --- |\n"
)
_TEXT = """# What was measured

`make bench` writes this page; `make bench ONLY=rush` measures some figures anew. Each figure sets the bot
beside a *plain stack* (`plain.py`): python-telegram-bot's own polling, handlers that commit with SQLAlchemy
over aiosqlite, APScheduler's AsyncIOScheduler with SQLAlchemyJobStore, one job a reminder (six for a pause).
In its favour: misfire grace is off, WAL, `synchronous=FULL` as ours, and the jobs in a file of their own. It
keeps no inbox, no outbox and no encryption. Every stack runs in a process of its own against the same local
Bot API server (`peer.py`), in another. Where there are rounds, they alternate between the stacks, and a
figure is their median; the table of runs says what was run once. Nothing limits the rate of sending unless
the figure says so.

Waits for a panel are the peer's, from the instant at which the update could be fetched to the instant at
which the message had arrived. Last commits are seen in the database file, which is looked at every 20 ms;
they and the last arrivals count from when all have tapped or all are due. A start counts from when the bench
starts the process to the arrival of its first panel. Turns, local rules and the blocks of an event loop are
timed within their own process.

"""


def line(figure: Figure) -> str:
    """One row of the table."""
    cells = (figure.name, figure.ours, figure.plain, figure.ratio, figure.target, figure.verdict)
    return f"| {' | '.join(cells)} |"


def keep(name: str, figures: Sequence[Figure], scale: Scale, seconds: float) -> None:
    """Keep the figures of one module, with how they came about."""
    _FIGURES.mkdir(exist_ok=True)
    run = {
        "when": f"{datetime.now(UTC):%d %B %Y %H:%M} UTC",
        "rounds": scale.rounds,
        "minutes": f"{seconds / 60:.1f}",
        "program": _program(),
        "machine": _machine(),
        "quick": scale.quick,
    }
    kept = {"run": run, "figures": [asdict(figure) for figure in figures]}
    (_FIGURES / f"{name}.json").write_text(f"{json.dumps(kept, indent=2, ensure_ascii=False)}\n", "utf-8")


def write(names: Iterable[str]) -> None:
    """Write the page from the figures that are kept, in this order."""
    kept = {name: _read(name) for name in names if (_FIGURES / f"{name}.json").exists()}
    rows = [Figure(**figure) for each in kept.values() for figure in each["figures"]]
    notes = [f"- *{figure.name}*: {note}" for figure in rows for note in figure.notes]
    parts = (
        _TEXT,
        _HEAD,
        *(f"{line(figure)}\n" for figure in rows),
        "\n",
        *(f"{note}\n" for note in notes),
        _WHY,
        _NOTES.read_text(encoding="utf-8"),
        "\n## The runs\n\n",
        _RUNS,
        *(f"{_told(name, each['run'])}\n" for name, each in kept.items()),
    )
    _FILE.write_text("".join(parts), encoding="utf-8")


def _read(name: str) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads((_FIGURES / f"{name}.json").read_text("utf-8"))
    return kept


def _told(name: str, run: dict[str, Any]) -> str:
    quick = "; **a quick run, which shows no more than that the bench works**" if run["quick"] else ""
    rounds = _ROUNDS.get(name, "{}").format(run["rounds"])
    cells = (name, run["when"] + quick, rounds, run["minutes"], run["program"], run["machine"])
    return f"| {' | '.join(map(str, cells))} |"


def _program() -> str:
    asked = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    parts = ", ".join(f"{name} {version(name)}" for name in _PARTS)
    return f"commit {asked.stdout.strip() or 'unknown'}; SQLite {sqlite3.sqlite_version}, {parts}"


def _machine() -> str:
    return (
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}, "
        f"{os.cpu_count()} cores ({_cpu()}), load {os.getloadavg()[0]:.1f} at the end"
    )


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    return next((each.partition(":")[2].strip() for each in lines if each.startswith("model name")), "?")
