"""Migrations: they end where the tables say, all of them or none, and back again."""

import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine, select

from practices import couple
from storage import migrate
from storage.engine import open_engine
from storage.tables import Base, Couple, Timer

Schema = set[tuple[str, str, str]]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path}/house.db"


def schema(path: Path) -> Schema:
    """Every table and index as SQLite keeps it: name, table, SQL without regard to spacing and quotes."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT name, tbl_name, coalesce(sql, '') FROM sqlite_master").fetchall()
    connection.close()
    return {(name, table, "".join(sql.replace('"', "").split())) for name, table, sql in rows}


def indexes(of: Schema) -> Schema:
    return {row for row in of if "INDEX" in row[2] and row[1] != "alembic_version"}


async def run(url: str, direction: str, revision: str = "") -> None:
    """Up to a revision, the newest unless told, or down to one, nothing unless told; set up as the bot's."""

    def go(connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", str(migrate._SCRIPTS))
        config.attributes["connection"] = connection
        {"up": command.upgrade, "down": command.downgrade}[direction](
            config, revision or {"up": "head", "down": "base"}[direction]
        )

    engine = open_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(go)
    await engine.dispose()


async def test_from_nothing_the_migrations_lead_to_the_tables_of_the_code(url: str) -> None:
    await migrate.upgrade(url)
    engine = open_engine(url)

    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()


async def test_partial_indexes_come_out_as_the_code_has_them(url: str, tmp_path: Path) -> None:
    await migrate.upgrade(url)
    made = create_engine(f"sqlite:///{tmp_path}/made.db")
    Base.metadata.create_all(made)
    made.dispose()
    wanted = indexes(schema(tmp_path / "made.db"))
    assert any("WHERE" in sql for _, _, sql in wanted)
    assert indexes(schema(tmp_path / "house.db")) == wanted


async def test_a_second_time_changes_nothing(url: str, tmp_path: Path) -> None:
    revision = await migrate.upgrade(url)
    with sqlite3.connect(tmp_path / "house.db") as connection:
        connection.execute("INSERT INTO installation (id, bot_id) VALUES (1, 7)")
    connection.close()
    before = schema(tmp_path / "house.db")
    assert await migrate.upgrade(url) == revision
    assert schema(tmp_path / "house.db") == before
    with sqlite3.connect(tmp_path / "house.db") as connection:
        assert connection.execute("SELECT bot_id FROM installation").fetchall() == [(7,)]
    connection.close()


async def test_the_revision_is_told_before_and_after(url: str) -> None:
    before, newest = await migrate.current(url)
    assert before is None
    assert await migrate.upgrade(url) == newest
    assert await migrate.current(url) == (newest, newest)


async def test_all_the_way_down_and_up_again_ends_where_it_began(url: str, tmp_path: Path) -> None:
    await migrate.upgrade(url)
    there = schema(tmp_path / "house.db")
    await run(url, "down")
    left = {table for _, table, _ in schema(tmp_path / "house.db")}
    assert left <= {"alembic_version", "sqlite_sequence"}
    await run(url, "up")
    assert schema(tmp_path / "house.db") == there


async def test_a_migration_that_fails_leaves_nothing_of_any(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, newest = await migrate.current(url)
    scripts = tmp_path / "migrations"
    shutil.copytree(migrate._SCRIPTS, scripts)
    (scripts / "versions" / "9999_spoilt.py").write_text(
        "from alembic import op\nimport sqlalchemy as sa\n"
        f"revision = '9999'\ndown_revision = '{newest}'\n"
        "def upgrade():\n    op.create_table('halfway', sa.Column('id', sa.Integer))\n"
        "    raise LookupError\n",
        "utf-8",
    )
    monkeypatch.setattr(migrate, "_SCRIPTS", scripts)
    with pytest.raises(LookupError):
        await migrate.upgrade(url)
    assert schema(tmp_path / "house.db") == set()


async def test_a_migration_that_fails_later_leaves_the_database_as_it_was(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = await migrate.upgrade(url)
    before = schema(tmp_path / "house.db")
    scripts = tmp_path / "migrations"
    shutil.copytree(migrate._SCRIPTS, scripts)
    (scripts / "versions" / "9999_spoilt.py").write_text(
        "from alembic import op\n"
        f"revision = '9999'\ndown_revision = '{newest}'\n"
        "def upgrade():\n    op.drop_table('timers')\n    raise LookupError\n",
        "utf-8",
    )
    monkeypatch.setattr(migrate, "_SCRIPTS", scripts)
    with pytest.raises(LookupError):
        await migrate.upgrade(url)
    assert schema(tmp_path / "house.db") == before
    assert (await migrate.current(url))[0] == newest


async def test_a_database_of_a_newer_version_is_left_alone(url: str, tmp_path: Path) -> None:
    await migrate.upgrade(url)
    with sqlite3.connect(tmp_path / "house.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'tomorrow'")
    connection.close()
    before = schema(tmp_path / "house.db")
    with pytest.raises(migrate.UnknownRevision):
        await migrate.upgrade(url)
    assert schema(tmp_path / "house.db") == before
    assert (await migrate.current(url))[0] == "tomorrow"


async def test_instants_that_stood_as_text_are_the_same_instants_as_numbers_and_back(
    url: str, tmp_path: Path
) -> None:
    await run(url, "up", "0009")
    text = "2026-03-02 20:30:00.000407"
    with sqlite3.connect(tmp_path / "house.db") as connection:
        connection.execute(
            "INSERT INTO groups (id, chat_id, present, added_at) VALUES (1, -1, 1, ?)", (text,)
        )
        connection.execute(
            "INSERT INTO couples (id, group_id, formed_at, ended_at) VALUES (1, 1, ?, NULL)", (text,)
        )
    connection.close()
    await migrate.upgrade(url)
    engine = open_engine(url)
    async with engine.connect() as there:
        (kept,) = await there.execute(select(Couple.formed_at, Couple.ended_at))
    await engine.dispose()
    assert tuple(kept) == (datetime(2026, 3, 2, 20, 30, 0, 407, tzinfo=UTC), None)
    await run(url, "down", "0009")
    with sqlite3.connect(tmp_path / "house.db") as connection:
        assert connection.execute("SELECT formed_at, ended_at FROM couples").fetchall() == [(text, None)]
    connection.close()


async def test_a_couple_that_had_ended_before_there_were_thirty_days_ends_like_any_other(
    url: str, tmp_path: Path
) -> None:
    await run(url, "up", "0007")
    with sqlite3.connect(tmp_path / "house.db") as connection:
        for couple_id, ended in ((1, "2026-03-02 20:30:00.000000"), (2, None)):
            connection.execute(
                "INSERT INTO couples VALUES (?, NULL, '2025-12-24 18:00:00.000000', ?)", (couple_id, ended)
            )
    connection.close()
    await migrate.upgrade(url)
    engine = open_engine(url)
    async with engine.connect() as there:
        timers = (await there.execute(select(Timer.key, Timer.kind, Timer.subject_id, Timer.due_at))).all()
    await engine.dispose()
    due = datetime(2026, 4, 1, 20, 30, tzinfo=UTC)
    assert [tuple(one) for one in timers] == [(f"{couple.END_KIND}:1", couple.END_KIND, 1, due)]
    assert due == datetime(2026, 3, 2, 20, 30, tzinfo=UTC) + couple.KEPT_FOR
