"""When the measured check-ins are due: by the real rhythm, in a zone where it is evening now.

So neither clock nor quiet hours need a word of their own.
"""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from practices.couple_day import jitter
from storage.rhythms import EVERY_DAY
from storage.types import to_microseconds

KIND = "check_in"
_EVENING = 20
_FURTHEST_EAST = 14


def evening_zone(now: datetime) -> str:
    """A zone whose clocks show some minute past eight in the evening."""
    east = (_EVENING - now.astimezone(UTC).hour) % 24
    if east > _FURTHEST_EAST - 2:
        east -= 24
    # These names count westward.
    return f"Etc/GMT{-east:+d}" if east else "Etc/GMT"


def begin_at(connection: sqlite3.Connection, couples: int, start: datetime, due: datetime | None) -> None:
    """So many couples have their check-in at `start`, a whole minute: each its jitter later.

    `due`: all of them in this instant instead, as after an outage that lasted past the jitter.
    """
    zone = evening_zone(start)
    ids = [row[0] for row in connection.execute(_FIRST, (couples,))]
    minute = _EVENING * 60 + start.minute
    connection.executemany(
        "UPDATE rhythms SET zone = ?, check_in_at = ?, check_in_days = ?, review_on = 0 WHERE couple_id = ?",
        ((zone, minute, EVERY_DAY, each) for each in ids),
    )
    connection.executemany(
        "UPDATE persons SET zone = ? WHERE id IN (SELECT person_id FROM members WHERE couple_id = ?)",
        ((zone, each) for each in ids),
    )
    connection.executemany(
        "UPDATE timers SET due_at = ? WHERE key = ?",
        ((to_microseconds(due or start + jitter(each)), f"{KIND}:{each}") for each in ids),
    )


def whole_minute(at: datetime) -> datetime:
    """The minute that this instant lies in."""
    return at.replace(second=0, microsecond=0)


def past_jitter(due: datetime) -> datetime:
    """A check-in's time such that at `due` every couple's is due."""
    return whole_minute(due - timedelta(minutes=10))


_FIRST = "SELECT couple_id FROM rhythms ORDER BY couple_id LIMIT ?"


def came(folder: Path) -> int:
    """How many check-ins began since the database was made."""
    connection = sqlite3.connect(f"file:{folder}/backsoon.db?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM check_ins WHERE closed_at IS NULL").fetchone()[0])
    finally:
        connection.close()
