"""benchmarks/RESULTS.md: the table, with what it was measured with."""

import os
import platform
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.lab import Figure, Scale

_FILE = Path(__file__).parent / "RESULTS.md"
# Written by hand: why something is as it is.
_NOTES = Path(__file__).parent / "NOTES.md"
_WHY = "\n## Why\n\n"
_PARTS = ("python-telegram-bot", "SQLAlchemy", "aiosqlite", "APScheduler", "aiohttp", "httpx", "cryptography")
_HEAD = "| figure | ours | plain stack | ratio | target | verdict |\n| --- | --- | --- | --- | --- | --- |\n"
_TEXT = """# What was measured

`make bench` writes this page. Each figure sets the bot beside a *plain stack* (`plain.py`):
python-telegram-bot's own polling, handlers that commit with SQLAlchemy over aiosqlite, APScheduler's
AsyncIOScheduler with SQLAlchemyJobStore, one job a reminder (six for a pause). In its favour: misfire grace
is off, WAL, `synchronous=FULL` as ours, and the jobs in a file of their own. It keeps no inbox, no outbox and
no encryption. Every stack runs in a process of its own against the same local Bot API server (`peer.py`), in
another; rounds alternate between the stacks; a figure is the median of its rounds. Nothing limits the rate of
sending unless the figure says so. All times are the peer's, from the instant at which the update could be
fetched to the instant at which the message had arrived.

"""


def line(figure: Figure) -> str:
    """One row of the table."""
    cells = (figure.name, figure.ours, figure.plain, figure.ratio, figure.target, figure.verdict)
    return f"| {' | '.join(cells)} |"


def write(figures: Mapping[str, list[Figure]], scale: Scale, seconds: float) -> None:
    """Replace the page."""
    rows = [figure for each in figures.values() for figure in each]
    notes = [f"- *{figure.name}*: {note}" for figure in rows for note in figure.notes]
    table = _HEAD + "\n".join(map(line, rows)) + "\n"
    _FILE.write_text(
        _TEXT
        + _machine(scale, seconds)
        + "\n"
        + table
        + "\n"
        + "\n".join(notes)
        + "\n"
        + _WHY
        + _NOTES.read_text(encoding="utf-8"),
        encoding="utf-8",
    )


def _machine(scale: Scale, seconds: float) -> str:
    parts = ", ".join(f"{name} {version(name)}" for name in _PARTS)
    quick = (
        "**A quick run with small sizes: it shows that the bench works, and no more.** "
        if scale.quick
        else ""
    )
    load = os.getloadavg()[0]
    return (
        f"{quick}{datetime.now(UTC):%d %B %Y %H:%M} UTC, {scale.rounds} rounds, {seconds / 60:.0f} min; "
        f"{platform.system()} {platform.release()}, {os.cpu_count()} cores ({_cpu()}), "
        f"load {load:.1f} at the end; Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {parts}.\n"
    )


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    return next((each.partition(":")[2].strip() for each in lines if each.startswith("model name")), "?")
