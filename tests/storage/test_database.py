"""The database keeps what it was given: set up for that, all or nothing, one writer."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storage.database import Database, Several
from storage.keys import new_keyring
from storage.lanes import Lane
from storage.sealed import Vault
from storage.tables import Base, Inbox, Installation, Party
from storage.work import Work

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/house.db", Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield database
    await database.close()


@pytest.fixture
def onlooker(tmp_path: Path, database: Database) -> Iterator[sqlite3.Connection]:
    """Somebody else on the same file, who waits for nobody."""
    connection = sqlite3.connect(tmp_path / "house.db", timeout=0, isolation_level=None)
    yield connection
    connection.close()


def received(onlooker: sqlite3.Connection) -> list[str]:
    return [key for (key,) in onlooker.execute("SELECT key FROM inbox ORDER BY seq")]


async def hear(work: Work, update_id: int) -> None:
    await work.inbox.receive(update_id, "message", {"update_id": update_id}, NOW)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL: a commit is on the disk before anybody is answered
        ("foreign_keys", 1),
        ("secure_delete", 1),
    ],
)
async def test_the_connection_that_works_is_set_up_for_its_promises(
    database: Database, pragma: str, value: object
) -> None:
    async with database.work() as work:
        assert await work.session.scalar(text(f"PRAGMA {pragma}")) == value


async def test_a_transaction_is_the_writer_from_its_first_moment(
    database: Database, onlooker: sqlite3.Connection
) -> None:
    async with database.work() as work:
        # The pragma above all: nothing has been read or written yet, and still nobody else may begin.
        await work.session.connection()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            onlooker.execute("BEGIN IMMEDIATE")
    onlooker.execute("BEGIN IMMEDIATE")
    onlooker.execute("ROLLBACK")


async def test_who_reads_meanwhile_sees_all_of_a_transaction_or_nothing(
    database: Database, onlooker: sqlite3.Connection
) -> None:
    async with database.work() as work:
        await hear(work, 1)
        await hear(work, 2)
        assert received(onlooker) == []
    assert received(onlooker) == ["tg:1", "tg:2"]


async def test_an_error_takes_everything_back_and_the_next_transaction_works(
    database: Database, onlooker: sqlite3.Connection
) -> None:
    async def fail() -> None:
        async with database.work() as work:
            await hear(work, 1)
            work.outbox.add_panel("person:1", "pause:1", anew=True, ring=True, lane=Lane.PAUSE, now=NOW)
            await work.flush()
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert received(onlooker) == []
    assert onlooker.execute("SELECT count(*) FROM outbox").fetchone() == (0,)
    async with database.work() as work:
        await hear(work, 2)
    assert received(onlooker) == ["tg:2"]


async def test_a_transaction_that_is_cancelled_leaves_nothing_and_blocks_nobody(
    database: Database, onlooker: sqlite3.Connection
) -> None:
    written = asyncio.Event()

    async def interrupted() -> None:
        async with database.work() as work:
            await hear(work, 1)
            written.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(interrupted())
    await written.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with database.work() as work:
        await hear(work, 2)
    assert received(onlooker) == ["tg:2"]


async def test_two_transactions_take_turns(database: Database, onlooker: sqlite3.Connection) -> None:
    order: list[str] = []
    first_is_in = asyncio.Event()

    async def first() -> None:
        async with database.work() as work:
            await hear(work, 1)
            first_is_in.set()
            for _ in range(100):
                await asyncio.sleep(0)
            order.append("first ends")

    async def second() -> None:
        await first_is_in.wait()
        async with database.work() as work:
            await hear(work, 2)
            order.append("second writes")

    await asyncio.gather(first(), second())
    assert order == ["first ends", "second writes"]
    assert received(onlooker) == ["tg:1", "tg:2"]


async def test_a_row_that_points_nowhere_is_refused(database: Database) -> None:
    async def point_nowhere() -> None:
        async with database.work() as work:
            work.session.add(Party(pause_id=1, person_id=1, called_at=None, here_at=None))

    with pytest.raises(IntegrityError):
        await point_nowhere()


async def test_an_error_of_the_database_quotes_no_values(database: Database) -> None:
    async def twice() -> None:
        async with database.work() as work:
            for _ in range(2):
                work.session.add(
                    Inbox(
                        key="what Ann wrote",
                        kind="message",
                        payload=None,
                        state="waiting",
                        attempts=0,
                        received_at=NOW,
                    )
                )

    with pytest.raises(IntegrityError) as failed:
        await twice()
    assert "what Ann wrote" not in str(failed.value)


async def test_what_was_committed_is_there_when_the_file_is_opened_again(
    database: Database, tmp_path: Path
) -> None:
    async with database.work() as work:
        work.session.add(Installation(id=1, bot_id=7))
    await database.close()
    again = Database(f"sqlite+aiosqlite:///{tmp_path}/house.db", Vault(new_keyring()))
    async with again.work() as work:
        assert await work.session.get(Installation, 1) is not None
    await again.close()


async def test_what_was_deleted_is_wiped_from_the_file(database: Database, tmp_path: Path) -> None:
    async with database.work() as work:
        work.session.add(
            Inbox(key="k" * 40, kind="message", payload=None, state="done", attempts=0, received_at=NOW)
        )
    async with database.work() as work:
        await work.session.execute(text("DELETE FROM inbox"))
    await database.close()
    # Closing the last connection moves the log's pages into the file.
    assert b"k" * 40 not in (tmp_path / "house.db").read_bytes()


async def test_whoever_asks_again_and_again_lets_others_have_their_turn(database: Database) -> None:
    turns: list[str] = []
    asked = asyncio.Event()

    async def busy() -> None:
        for _ in range(5):
            async with database.several():
                turns.append("busy")
                await asked.wait()

    async def other() -> None:
        asked.set()
        async with database.work() as work:
            await hear(work, 1)
            turns.append("other")

    async with asyncio.timeout(10):
        begun = asyncio.create_task(busy())
        while not turns:  # noqa: ASYNC110
            await asyncio.sleep(0)
        await asyncio.gather(begun, other())
    assert turns == ["busy", "other", "busy", "busy", "busy", "busy"]


async def test_units_of_work_that_share_a_transaction_are_undone_alone(
    database: Database, onlooker: sqlite3.Connection
) -> None:
    async with database.several() as several:
        async with several.work() as work:
            await hear(work, 1)
        with pytest.raises(KeyError):
            await _hear_and_fail(several, 2)
        async with several.work() as work:
            await hear(work, 3)
        assert received(onlooker) == []
    assert received(onlooker) == ["tg:1", "tg:3"]


async def _hear_and_fail(several: Several, update_id: int) -> None:
    async with several.work() as work:
        await hear(work, update_id)
        raise KeyError
