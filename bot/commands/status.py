"""`status`: what waits and for how long, with or without a running bot, and what that bot has counted."""

import asyncio
from argparse import Namespace
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot import log
from bot.errors import EXIT_DONE, EXIT_FAILED
from bot.settings import Settings

if TYPE_CHECKING:
    from storage.figures import Held, Observer, Waiting


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it is about, how many or which, for how long, and whether that is well."""

    name: str
    value: str
    oldest: float | None = None
    well: bool = True


def main(_args: Namespace, settings: Settings) -> int:
    from scheduler.clock import SystemClock

    log.configure(settings.log_level)
    rows = asyncio.run(look(settings, SystemClock().now()))
    print("\n".join(table(rows)))
    return EXIT_DONE if all(row.well for row in rows) else EXIT_FAILED


async def look(settings: Settings, now: datetime) -> list[Row]:
    """The rows of the table as things are at `now`. Nothing is changed."""
    from sqlalchemy.exc import SQLAlchemyError

    from storage.figures import Observer

    observer = Observer(settings.database_url)
    try:
        return await _rows(observer, now, settings)
    except (SQLAlchemyError, OSError):
        return [Row("database", "cannot be read: run python -m bot doctor", well=False)]
    finally:
        await observer.close()


async def _rows(observer: "Observer", now: datetime, settings: Settings) -> list[Row]:
    from bot.outside.health import LATE
    from storage.migrate import newest

    present, expected = await observer.revision(), newest()
    if present != expected:
        words = f"{present or 'none'}, the program expects {expected}: run python -m bot doctor"
        return [Row("revision", words, well=False)]
    figures = await observer.figures(now)

    def waiting(name: str, what: "Waiting", late: timedelta | None = None) -> Row:
        well = late is None or what.oldest <= late.total_seconds()
        return Row(name, str(what.count), what.oldest if what.count else None, well)

    return [
        waiting("inbox waiting", figures.inbox, LATE),
        Row("inbox dead", str(figures.dead)),
        *(waiting(f"outbox {lane.name.lower()}", what) for lane, what in figures.outbox.items()),
        Row("timers", str(figures.timers)),
        waiting("timers due", figures.due, LATE),
        *([_lease(figures.lease)] if figures.lease is not None else []),
        Row("revision", f"{present}, the newest"),
        *await _since_the_start(settings),
    ]


async def _since_the_start(settings: Settings) -> list[Row]:
    """What a running bot has counted, where it can be asked."""
    from bot.outside.meters import read

    if settings.listen_at is None:
        return [Row("since its start", "set LISTEN, and the running bot tells")]
    told = await read(settings.listen_at)
    if told is None:
        return [Row("since its start", "no bot answers at LISTEN")]
    return [Row(name, value) for name, value in told]


def _lease(held: "Held") -> Row:
    """Who works, if anybody does."""
    if held.seconds <= 0:
        return Row("lease", "held by nobody: no replica works", well=False)
    return Row("lease", f"held by {held.holder} for {span(held.seconds)} unless renewed")


def table(rows: list[Row]) -> list[str]:
    """Aligned lines."""
    names = max(len(row.name) for row in rows)
    numbers = max((len(row.value) for row in rows if row.value.isdigit()), default=0)
    return [_line(row, names, numbers) for row in rows]


def _line(row: Row, names: int, numbers: int) -> str:
    value = row.value.rjust(numbers) if row.value.isdigit() else row.value
    age = f"  oldest {span(row.oldest)}" if row.oldest is not None else ""
    return f"{'ok   ' if row.well else 'WRONG'}  {row.name.ljust(names)}  {value}{age}"


def span(seconds: float) -> str:
    """`4 s`, `3 min 20 s`, `5 h 2 min`, `3 d 4 h`."""
    whole = int(seconds)
    parts = ((whole // 86400, "d"), (whole // 3600 % 24, "h"), (whole // 60 % 60, "min"), (whole % 60, "s"))
    first = next((number for number, (count, _) in enumerate(parts) if count), len(parts) - 1)
    shown = [
        f"{count} {unit}" for count, unit in parts[first : first + 2] if count or unit == parts[first][1]
    ]
    return " ".join(shown)
