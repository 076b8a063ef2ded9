"""docs/reliability.md: the page, written from the figures that each part of a run has left."""

import json
import os
import platform
import sqlite3
import subprocess
from importlib.metadata import version
from typing import Any

from tests import databases
from tests.crash.phases import BETWEEN, PHASES
from tests.crash.process import HOUSE

PAGE = HOUSE / "docs" / "reliability.md"
FIGURES = HOUSE / "docs" / "reliability"
KILLS = {"sqlite": "SQLite", "postgresql": "PostgreSQL", "standby": "PostgreSQL with a standby"}
FAULTS = {"faults-sqlite": "SQLite", "faults-postgresql": "PostgreSQL"}
ROWS = {
    **{phase: f"killed in the middle of: {phase}" for phase in PHASES},
    BETWEEN: "killed between two of them",
}
COUNTS = {
    "updates": "updates accepted, each with one turn",
    "effects": "effects of them in the history, each once",
    "promises": "return times that came, each said once",
    "missed": "of these, said to have been missed",
    "pending": "return times seen pending, each with its timer",
    "unknown": "messages whose outcome the bot could not know",
    "back": "longest time to be back, s",
    "back_median": "median of it, s",
}
OPENING = """# Reliability

"Your partner will be told, and you will both be called back" has to survive whatever happens to the
machine. Here real processes of the bot are killed with `kill -9`, and everything else that can go wrong is
done to them, while couples call pauses over real HTTP to the playground's Bot API server. Only the clock is
moved. `make chaos` runs all of it and writes this page; `make chaos SEED=…` repeats a course. A seed fixes
what people do and what is aimed at; how the processes interleave differs from run to run, and so do some of
the counts.

What is held, whenever nothing is left to do at the moment, over and over while the kills go on:

- **Every accepted update has exactly one effect.** Each had one turn, which succeeded. The history of
  pauses holds exactly the calls, changes of time and ends that people made, in their order.
- **Every promise is kept, pending in the future, or said once to have been missed.** A return time that came
  was said, as missed if the bot was more than a minute late. One that is still to come has a timer. Nothing
  of it is said a second time, unless the bot could not know that the first one arrived.
- **Order holds in a chat.** What is said of a pause comes in the order of its moments, repeated messages
  included.
- **Only a call whose outcome is unknown may double.** Telegram has no idempotency key. A message that
  arrived without the bot learning of it is counted: a kill caught it on its way, or its reply was lost, at
  most one a chat for each of these; and it came before the one that the bot knows of. No other message
  comes twice.
- **What is asked for is answered.** Every /help has its answer, unless ten minutes went by before it could
  be given; every end of a pause is shown.

Couples move their clocks past return times while the bot is dead, so that many return times are meant to be
missed.

What a process was in the middle of, it marks in a file of its own memory, which is read after its death:
*receive*, until an update is committed; *turn*, from its handler to its commit; *answer*, the call that
answers a press; *deliver*, a call to Telegram and the writing down of what came of it; *timers*, the turn
of a timer that is due; *start*, until the bot is up.
"""


def keep(name: str, figures: dict[str, Any]) -> None:
    """Keep the figures of a part."""
    FIGURES.mkdir(exist_ok=True)
    (FIGURES / f"{name}.json").write_text(json.dumps(figures, indent=2) + "\n")


def write() -> None:
    """Write the page from whatever figures there are."""
    seen = {
        name: json.loads((FIGURES / f"{name}.json").read_text())
        for name in (*KILLS, *FAULTS)
        if (FIGURES / f"{name}.json").exists()
    }
    PAGE.write_text(
        "\n".join([OPENING, *_kills(seen), *_faults(seen), "## The runs", "", *_runs(seen)]) + "\n"
    )


def _kills(seen: dict[str, Any]) -> list[str]:
    names = [name for name in KILLS if name in seen]
    if not names:
        return []
    rows = [("kills", [seen[name]["kills"] for name in names])]
    rows += [(words, [seen[name]["caught"].get(phase, 0) for name in names]) for phase, words in ROWS.items()]
    rows += [(words, [seen[name][count] for name in names]) for count, words in COUNTS.items()]
    return [
        "## Kills",
        "",
        "The time to be back runs from the start of the next process until it asks Telegram for updates;",
        "with a standby, from the kill until the other one asks, at the product's own lease of ten seconds",
        "(limit: 12 s). Alone on PostgreSQL a killed process keeps a lease of two seconds here, which the",
        "next one waits for. Processes start as fast as a machine that other work shares lets them.",
        "",
        *_table(
            ["", *(KILLS[name] for name in names)], [[words, *map(str, values)] for words, values in rows]
        ),
        "",
    ]


def _faults(seen: dict[str, Any]) -> list[str]:
    names = [name for name in FAULTS if name in seen]
    faults = dict.fromkeys(fault for name in names for fault in seen[name]["faults"])
    if not faults:
        return []
    rows = [[fault, *(_held(seen[name]["faults"].get(fault)) for name in names)] for fault in faults]
    return [
        "## Everything else",
        "",
        "All of the above held through each of these, too; after an outage the return message, or the word",
        "that it was missed, went out within five seconds of the first moment at which both the bot and",
        "Telegram were up.",
        "",
        *_table(["fault", *(FAULTS[name] for name in names)], rows),
        "",
    ]


def _held(fault: dict[str, Any] | None) -> str:
    return "not tried" if fault is None else f"held: {fault['held']}"


def _runs(seen: dict[str, Any]) -> list[str]:
    names = {**KILLS, **{name: f"Faults, {words}" for name, words in FAULTS.items()}}
    return _table(
        ["part", "date", "seed", "minutes", "on"],
        [
            [names[name], *(str(figures[key]) for key in ("date", "seed", "minutes", "on"))]
            for name, figures in seen.items()
        ],
    )


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(line)} |" for line in lines]


def versions(kind: str) -> str:
    """What it ran on, in one line."""
    libraries = ", ".join(
        f"{name} {version(name)}" for name in ("python-telegram-bot", "SQLAlchemy", "APScheduler")
    )
    database = f"SQLite {sqlite3.sqlite_version}"
    if kind == "postgresql":
        onlooker = databases.Onlooker(str(databases.server()))
        database = f"PostgreSQL {onlooker.rows('SHOW server_version')[0][0].split()[0]}"
        onlooker.close()
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    return f"{_revision()}; {database}, Python {platform.python_version()}, {libraries}; {machine}"


def _revision() -> str:
    """Which program: the commit that is checked out."""
    asked = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return f"commit {asked.stdout.strip() or 'unknown'}"
