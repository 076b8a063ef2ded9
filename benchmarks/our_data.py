"""Databases with many couples, made in bulk.

One couple is made by the repositories themselves; all others are copies of its rows with other ids, so that a
new column needs no change here.
"""

import asyncio
import contextlib
import random
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks import check_in
from benchmarks.check_in import KIND
from benchmarks.lab import chat_of, person_of
from content.prompts import prompts
from storage.database import Database
from storage.ids import new_id
from storage.keys import Keyring, new_keyring, read_keyring, write_keyring
from storage.lanes import Lane
from storage.migrate import upgrade
from storage.sealed import Vault
from storage.tables import Panel
from storage.types import to_microseconds
from storage.work import Work

LENGTH = timedelta(minutes=20)
_FAR = datetime(2040, 1, 1, tzinfo=UTC)
_TABLES = (
    "groups",
    "persons",
    "couples",
    "members",
    "panels",
    "rhythms",
    "check_ins",
    "check_in_answers",
    "timers",
    "pauses",
    "parties",
    "pause_times",
)
_ORDER = {"parties": "called_at IS NULL"}
_CHUNK = 50_000
# Of a rowid: the sequence of ids is random, as the program's own are, but the same in every run.
_SEED = 20_260_302

Row = dict[str, Any]
Rows = Mapping[str, list[Row]]


def build(
    folder: Path, couples: int, *, rhythm: bool = False, days: int = 0, running: int = 0, moments: int = 0
) -> Path:
    """A data folder with so many paired couples, numbered from 0, each with its group.

    `rhythm`: each has accepted the usual times, with both timers; the last `days` had a check-in.
    `running`: so many of the first have a pause that is on and returns in years. `moments`: so many more
    timers that are far away.
    """
    folder.mkdir(parents=True, exist_ok=True)
    keyring = new_keyring()
    write_keyring(folder / "encryption.keys", keyring)
    templates = asyncio.run(_templates(folder, keyring))
    with _open(folder) as connection:
        for table in _TABLES:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608
        rows = _couples(templates, Vault(keyring), couples, rhythm=rhythm, days=days)
        _insert(connection, rows)
        _insert(connection, (("timers", _timer(templates, f"{KIND}:-{n}", n, KIND)) for n in range(moments)))
        _insert(connection, _pauses(templates, list(_ids(couples))[:running], _FAR))
    return folder


def start_pauses(folder: Path, numbers: Iterable[int], return_at: datetime) -> None:
    """These couples have a pause that is on and returns then."""
    keyring = read_keyring(folder / "encryption.keys")
    with tempfile.TemporaryDirectory() as scratch:
        templates = asyncio.run(_templates(Path(scratch), keyring))
    with _open(folder) as connection:
        query = "SELECT chat_id, couples.id FROM groups JOIN couples ON couples.group_id = groups.id"
        ids = dict(connection.execute(query))
        _insert(connection, _pauses(templates, [ids[chat_of(number)] for number in numbers], return_at))


def check_ins(folder: Path, numbers: int, start: datetime, due: datetime | None = None) -> None:
    """So many couples have their check-in at `start`; see `check_in.begin_at`."""
    with _open(folder) as connection:
        check_in.begin_at(connection, numbers, start, due)


async def _templates(folder: Path, keyring: Keyring) -> Rows:
    url = f"sqlite+aiosqlite:///{folder}/backsoon.db"
    await upgrade(url)
    database = Database(url, Vault(keyring))
    async with database.work() as work:
        await _one_couple(work, datetime.now(UTC))
    await database.close()
    with _open(folder) as connection:
        connection.row_factory = sqlite3.Row
        rows: dict[str, list[Row]] = {}
        for table in _TABLES:
            query = f"SELECT * FROM {table} ORDER BY {_ORDER.get(table, 'rowid')}"  # noqa: S608
            rows[table] = [dict(row) for row in connection.execute(query)]
        return rows


async def _one_couple(work: Work, now: datetime) -> None:
    persons = [await work.persons.meet(person_of(0, each), "Ann", "en", now) for each in (0, 1)]
    for person in persons:
        person.private_open, person.zone = True, "Europe/Berlin"
    group = await work.groups.join(chat_of(0), now)
    group.member_count = 3
    couple = await work.couples.form(persons[0].id, persons[1].id, group.id, now)
    work.panels.add(
        Panel(
            key=f"couple:{couple.id}",
            chat_id=group.chat_id,
            message_id=6,
            screen="couple",
            digest="0" * 32,
            sent_at=now,
            edited_at=now,
        )
    )
    rhythm = await work.rhythms.form(couple.id)
    rhythm.zone = "Europe/Berlin"
    rhythm.proposed_at = rhythm.accepted_at = rhythm.heard_at = now
    # Of the day before yesterday, whatever their zone is.
    day = (now - timedelta(days=2)).date()
    asked = prompts()[0]
    asked_before = await work.check_ins.open(
        couple.id,
        [person.id for person in persons],
        day=day,
        prompt=asked.id,
        kind=asked.kind,
        until=now,
        now=now - timedelta(days=2),
    )
    asked_before.closed_at = now
    pause = await work.pauses.start(
        couple_id=couple.id,
        party_ids=[person.id for person in persons],
        caller_id=persons[0].id,
        return_at=now + LENGTH,
        now=now,
    )
    await work.timers.set(
        f"pause:{pause.id}", kind="pause", subject_id=pause.id, lane=Lane.PAUSE, due_at=pause.return_at
    )


def _ids(couples: int) -> Iterator[int]:
    source = random.Random(_SEED)
    return iter(sorted(source.sample(range(1 << 40, 1 << 62), couples)))


def _couples(
    templates: Rows, vault: Vault, couples: int, *, rhythm: bool, days: int
) -> Iterator[tuple[str, Row]]:
    """Groups and couples first, since rows point to them. Ids ascend, which only speeds this up."""
    person, group, couple = templates["persons"][0], templates["groups"][0], templates["couples"][0]
    member, panel = templates["members"][0], templates["panels"][0]
    for number, couple_id in enumerate(_ids(couples)):
        yield "groups", {**group, "id": couple_id, "chat_id": chat_of(number)}
        yield "couples", {**couple, "id": couple_id, "group_id": couple_id}
        for each in (0, 1):
            person_id = couple_id + each
            name = vault.seal("persons", "name", person_id, "Ben" if each else "Ann").data
            telegram_id = person_of(number, each)
            yield "persons", {**person, "id": person_id, "telegram_id": telegram_id, "name": name}
            yield "members", {**member, "couple_id": couple_id, "person_id": person_id}
        yield "panels", {**panel, "key": f"couple:{couple_id}", "chat_id": chat_of(number)}
        if rhythm:
            yield "rhythms", {**templates["rhythms"][0], "couple_id": couple_id}
            for kind in (KIND, "review"):
                yield "timers", _timer(templates, f"{kind}:{couple_id}", couple_id, kind)
            yield from _asked(templates, couple_id, days)


def _asked(templates: Rows, couple_id: int, days: int) -> Iterator[tuple[str, Row]]:
    """The check-ins of so many days, which nobody answered."""
    check_in, answers = templates["check_ins"][0], templates["check_in_answers"]
    last = date.fromisoformat(check_in["day"])
    for ago, prompt in enumerate(islice(prompts(), days)):
        check_in_id = new_id()
        asked = {"id": check_in_id, "couple_id": couple_id, "prompt": prompt.id, "kind": prompt.kind}
        yield "check_ins", {**check_in, **asked, "day": f"{last - timedelta(days=ago)}"}
        for each, answer in enumerate(answers):
            whose = {"check_in_id": check_in_id, "person_id": couple_id + each}
            yield "check_in_answers", {**answer, **whose, "id": new_id()}


def _timer(templates: Rows, key: str, subject: int, kind: str) -> Row:
    lane = int(Lane.SCHEDULED)
    due = to_microseconds(_FAR)
    return {
        **templates["timers"][0],
        "key": key,
        "kind": kind,
        "subject_id": subject,
        "lane": lane,
        "due_at": due,
    }


def _pauses(templates: Rows, couples: Iterable[int], return_at: datetime) -> Iterator[tuple[str, Row]]:
    started, returns = to_microseconds(return_at - LENGTH), to_microseconds(return_at)
    for couple_id in couples:
        pause = {**templates["pauses"][0], "id": new_id(), "couple_id": couple_id, "return_at": returns}
        yield "pauses", {**pause, "started_at": started, "called_at": started}
        ours = {"pause_id": pause["id"]}
        for each, party in enumerate(templates["parties"]):
            called_at = None if each else started
            yield "parties", {**party, **ours, "person_id": couple_id + each, "called_at": called_at}
        time = templates["pause_times"][0]
        yield "pause_times", {**time, **ours, "return_at": returns, "committed_at": started}
        key = f"pause:{pause['id']}"
        yield "timers", {**templates["timers"][0], "key": key, "subject_id": pause["id"], "due_at": returns}


def _insert(connection: sqlite3.Connection, rows: Iterator[tuple[str, Row]]) -> None:
    while chunk := list(islice(rows, _CHUNK)):
        for table in _TABLES:
            of_table = [row for name, row in chunk if name == table]
            if of_table:
                columns = ", ".join(of_table[0])
                marks = ", ".join(f":{column}" for column in of_table[0])
                statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608
                connection.executemany(statement, of_table)


@contextlib.contextmanager
def _open(folder: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(folder / "backsoon.db")
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA cache_size=-500000")
    try:
        with connection:
            yield connection
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
