"""The plain stack's databases with many couples: the same numbers, chats and persons as ours."""

import pickle
import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger

from benchmarks import plain
from benchmarks.lab import chat_of, person_of

_FAR = datetime(2040, 1, 1, tzinfo=UTC)


def build(folder: Path, couples: int, *, rhythm: bool = False, running: int = 0, moments: int = 0) -> Path:
    """A folder with so many couples; see the same function for ours. A rhythm is a cron job a couple."""
    folder.mkdir(parents=True, exist_ok=True)
    plain.create(folder)
    connection = plain.connect(folder, "plain.db")
    with connection:
        connection.executemany(
            "INSERT INTO couples (id, chat_id) VALUES (?, ?)", ((n + 1, chat_of(n)) for n in range(couples))
        )
        connection.executemany(
            "INSERT INTO persons (id, name, language, couple_id) VALUES (?, 'Ann', 'en', ?)",
            ((person_of(n, each), n + 1) for n in range(couples) for each in (0, 1)),
        )
    connection.close()
    _create_jobs(folder)
    far = _FAR + timedelta(seconds=1)
    _add_jobs(folder, ((f"far:{n}", plain.remind, [-n, "return"], far) for n in range(moments)))
    if rhythm:
        check_ins(folder, couples, _FAR)
    start_pauses(folder, range(running), _FAR)
    return folder


def start_pauses(folder: Path, numbers: Iterable[int], return_at: datetime) -> None:
    """These couples have a pause that is on and returns then; its other jobs are left out."""
    connection = plain.connect(folder, "plain.db")
    started = return_at - plain.LENGTH
    pauses: list[int] = []
    with connection:
        for number in numbers:
            row = (number + 1, *(each.replace(tzinfo=None).isoformat(" ") for each in (started, return_at)))
            cursor = connection.execute(
                "INSERT INTO pauses (couple_id, state, started_at, return_at) VALUES (?, 'running', ?, ?)",
                row,
            )
            pauses.append(int(cursor.lastrowid or 0))
    connection.close()
    _add_jobs(folder, ((f"{pause}:return", plain.remind, [pause, "return"], return_at) for pause in pauses))


def check_ins(folder: Path, couples: int, first: datetime) -> None:
    """So many couples have a daily check-in, first due then."""
    _add_jobs(folder, ((f"checkin:{n}", plain.check_in, [n + 1], first) for n in range(couples)), daily=True)


def _create_jobs(folder: Path) -> None:
    store: Any = plain.job_store(folder)
    store.start(AsyncIOScheduler(timezone=UTC), "default")
    store.shutdown()


def _add_jobs(
    folder: Path,
    jobs: Iterable[tuple[str, Callable[..., Any], list[Any], datetime]],
    *,
    daily: bool = False,
) -> None:
    """Written as the job store writes them, many in one transaction."""
    scheduler: Any = AsyncIOScheduler(timezone=UTC)
    connection: sqlite3.Connection = plain.connect(folder, "jobs.db")
    cron = CronTrigger(hour=20, timezone="Europe/Berlin") if daily else None

    def row(name: str, call: Callable[..., Any], args: list[Any], due: datetime) -> tuple[str, float, bytes]:
        job = Job(
            scheduler,
            id=name,
            func=call,
            args=args,
            kwargs={},
            name=name,
            trigger=cron or DateTrigger(due, "UTC"),
            executor="default",
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
            next_run_time=due,
        )
        return name, due.timestamp(), pickle.dumps(job.__getstate__(), pickle.HIGHEST_PROTOCOL)

    with connection:
        connection.executemany(
            "INSERT OR REPLACE INTO apscheduler_jobs (id, next_run_time, job_state) VALUES (?, ?, ?)",
            (row(*job) for job in jobs),
        )
    connection.close()
