"""What `status` prints, from a database that nobody or somebody works on."""

import sqlite3
from argparse import Namespace
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main as cli
from bot.commands import status
from bot.commands.status import look, span, table
from bot.metrics import Metrics
from bot.outside.health import Health
from bot.outside.server import serve_outside
from bot.settings import Settings
from scheduler.clock import MovableClock
from storage.database import Database
from storage.figures import Observer
from storage.keys import new_keyring
from storage.lanes import Lane
from storage.lease import LeaseRow
from storage.migrate import newest, upgrade
from storage.sealed import Vault

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def file(settings: Settings) -> Path:
    """The SQLite file."""
    assert settings.database_path is not None
    return settings.database_path


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return Settings(data_dir=tmp_path)


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[Database]:
    await upgrade(settings.database_url)
    database = Database(settings.database_url, Vault(new_keyring()))
    yield database
    await database.close()


async def lines(settings: Settings) -> dict[str, str]:
    """Each line's mark, number and age by its name."""
    rows = await look(settings, NOON)
    return {row.name: line.replace(row.name, "", 1) for row, line in zip(rows, table(rows), strict=True)}


async def test_an_empty_database_at_its_newest_revision_is_well(
    settings: Settings, database: Database
) -> None:
    assert all(row.well for row in await look(settings, NOON))
    assert table(await look(settings, NOON)) == [
        "ok     inbox waiting     0",
        "ok     inbox dead        0",
        "ok     outbox pause      0",
        "ok     outbox answer     0",
        "ok     outbox scheduled  0",
        "ok     timers            0",
        "ok     timers due        0",
        f"ok     revision          {newest()}, the newest",
        "ok     since its start   set LISTEN, and the running bot tells",
    ]


async def test_what_waits_is_counted_with_the_age_of_the_oldest_while_a_turn_is_in_progress(
    settings: Settings, database: Database
) -> None:
    async with database.work() as work:
        for number in range(12):
            await work.inbox.receive(number, "message", {}, NOON - timedelta(seconds=number))
        work.outbox.add_panel(
            "couple:1", "pause:1", anew=True, ring=True, lane=Lane.PAUSE, now=NOON - timedelta(seconds=3)
        )
        for key, minutes in (("pause:1", -0.5), ("pause:2", 20)):
            due_at = NOON + timedelta(minutes=minutes)
            await work.timers.set(key, kind="pause", subject_id=1, lane=Lane.PAUSE, due_at=due_at)
    async with database.work() as turn:
        row = await turn.inbox.next_waiting()
        assert row is not None
        await turn.inbox.bury(row.seq)
        shown = await lines(settings)
    assert shown["inbox waiting"].split() == ["ok", "12", "oldest", "11", "s"]
    assert shown["outbox pause"].split() == ["ok", "1", "oldest", "3", "s"]
    assert shown["timers"].split() == ["ok", "2"]
    assert shown["timers due"].split() == ["ok", "1", "oldest", "30", "s"]
    assert shown["inbox dead"].split() == ["ok", "0"]
    assert (await lines(settings))["inbox dead"].split() == ["ok", "1"]


async def test_promises_that_nobody_keeps_are_wrong(settings: Settings, database: Database) -> None:
    late = NOON - timedelta(hours=5, minutes=2)
    async with database.work() as work:
        await work.timers.set("pause:1", kind="pause", subject_id=1, lane=Lane.PAUSE, due_at=late)
        await work.inbox.receive(1, "message", {}, late)
    wrong = [line for line in table(await look(settings, NOON)) if not line.startswith("ok")]
    assert [line.split(None, 1) for line in wrong] == [
        ["WRONG", "inbox waiting     1  oldest 5 h 2 min"],
        ["WRONG", "timers due        1  oldest 5 h 2 min"],
    ]


async def test_on_postgresql_it_says_which_replica_works(postgresql_url: str, settings: Settings) -> None:
    await upgrade(postgresql_url)
    theirs = settings.model_copy(update={"database_url": postgresql_url})
    assert "lease" not in await lines(theirs)
    row = LeaseRow(postgresql_url, "ann:7", seconds=1000)
    epoch = await row.take()
    assert epoch is not None
    shown = (await lines(theirs))["lease"].split()
    assert (shown[:4], shown[-2:]) == (["ok", "held", "by", "ann:7"], ["unless", "renewed"])
    await row.release(epoch)
    assert (await lines(theirs))["lease"].split() == [
        "WRONG",
        "held",
        "by",
        "nobody:",
        "no",
        "replica",
        "works",
    ]
    await row.close()


async def test_looking_changes_nothing(settings: Settings, database: Database, tmp_path: Path) -> None:
    await database.close()
    before = file(settings).read_bytes()
    await look(settings, NOON)
    assert file(settings).read_bytes() == before


async def test_a_database_of_another_revision_is_wrong_and_nothing_is_counted(
    settings: Settings, database: Database
) -> None:
    await database.close()
    connection = sqlite3.connect(file(settings))
    connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.commit()
    connection.close()
    (line,) = table(await look(settings, NOON))
    assert line == f"WRONG  revision  0000, the program expects {newest()}: run python -m bot doctor"


@pytest.mark.parametrize("content", [None, b"Ben wrote this. " * 500])
def test_no_database_or_a_spoilt_one_is_a_line_and_exit_code_1(
    content: bytes | None, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    if content:
        file(settings).write_bytes(content)
    assert status.main(Namespace(), settings) == 1
    assert capsys.readouterr().out == "WRONG  database  cannot be read: run python -m bot doctor\n"


def test_the_command_needs_neither_token_nor_keys(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATA_DIR", str(settings.data_dir))
    assert cli(["migrate"]) == 0
    settings.encryption_keys_file.unlink()
    capsys.readouterr()
    assert cli(["status"]) == 0
    assert capsys.readouterr().out.startswith("ok     inbox waiting     0\n")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (0.9, "0 s"), (59, "59 s"), (60, "1 min"), (200, "3 min 20 s"), (3600, "1 h"),
     (3661, "1 h 1 min"), (86400 * 3 + 4 * 3600 + 5, "3 d 4 h"), (86400 + 59, "1 d")],
)  # fmt: skip
def test_an_age_is_told_in_its_two_largest_units(seconds: float, words: str) -> None:
    assert span(seconds) == words


async def test_a_running_bot_tells_what_it_has_counted(settings: Settings, database: Database) -> None:
    metrics = Metrics()
    for seconds in (0.003, 0.004, 0.2):
        metrics.turn("message", "done", seconds)
    metrics.turn("press", "failed", 0.001)
    metrics.waited("message", 0.04)
    metrics.fired("pause", "done", 12)
    metrics.called("sendMessage", "done")
    metrics.called("sendMessage", "flood")
    metrics.lease(True)
    # Nothing here asks Telegram.
    api: Any = None
    observer = Observer(settings.database_url)
    health = Health(observer, api, MovableClock(NOON), metrics)
    async with serve_outside(("127.0.0.1", 0), health, metrics) as port:
        seen = await lines(settings.model_copy(update={"listen": f"127.0.0.1:{port}"}))
    await observer.close()
    assert {name: line.split(maxsplit=1)[1] for name, line in seen.items() if name in _COUNTED} == _COUNTED
    gone = await lines(settings.model_copy(update={"listen": f"127.0.0.1:{port}"}))
    assert gone["since its start"].endswith("no bot answers at LISTEN")


_COUNTED = {
    "turns": "3 done, 1 failed, 0 dead",
    "turn": "95 % within 0.25 s",
    "latency": "95 % within 0.05 s",
    "timer lateness": "95 % within 15 s",
    "calls": "2, 1 refused with 429",
    "lease of that bot": "held",
}
