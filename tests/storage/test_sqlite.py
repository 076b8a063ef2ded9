"""Statements run where they are awaited; what has to wait for others or for the disk does so elsewhere."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from time import monotonic

import pytest

from storage.sqlite import PromptConnection, open_prompt


@pytest.fixture
async def connection(tmp_path: Path) -> AsyncIterator[PromptConnection]:
    connection = await open_prompt(str(tmp_path / "house.db"), isolation_level=None, timeout=30)
    await connection.execute("PRAGMA journal_mode=WAL")
    await connection.execute("CREATE TABLE words (word TEXT)")
    await connection.create_function(
        "thread", 0, lambda: threading.current_thread() is threading.main_thread()
    )
    yield connection
    await connection.close()


@pytest.fixture
def other(tmp_path: Path, connection: PromptConnection) -> Iterator[sqlite3.Connection]:
    """Another process that writes to the same file."""
    other = sqlite3.connect(tmp_path / "house.db", timeout=0, isolation_level=None)
    yield other
    other.close()


async def where(connection: PromptConnection) -> bool:
    """Whether a statement ran in the loop's own thread."""
    cursor = await connection.execute("SELECT thread()")
    row = await cursor.fetchone()
    assert row is not None
    return bool(row[0])


async def test_a_statement_runs_at_once_within_a_transaction_and_in_the_thread_outside_one(
    connection: PromptConnection,
) -> None:
    assert not await where(connection)
    await connection.execute("BEGIN IMMEDIATE")
    assert await where(connection)
    await connection.commit()
    assert not await where(connection)


async def test_the_loop_goes_on_while_a_transaction_waits_to_begin(
    connection: PromptConnection, other: sqlite3.Connection
) -> None:
    other.execute("BEGIN IMMEDIATE")
    beginning = asyncio.create_task(_begin(connection))
    started = monotonic()
    for _ in range(20):
        await asyncio.sleep(0)
    assert monotonic() - started < 1
    assert not beginning.done()
    other.execute("COMMIT")
    await beginning
    await connection.rollback()


async def test_what_was_given_up_while_it_waited_is_over_before_anything_else_runs(
    connection: PromptConnection, other: sqlite3.Connection
) -> None:
    other.execute("BEGIN IMMEDIATE")
    beginning = asyncio.create_task(_begin(connection))
    await asyncio.sleep(0)
    beginning.cancel()
    with pytest.raises(asyncio.CancelledError):
        await beginning
    # It goes on in the thread, and succeeds there.
    rolled_back = asyncio.create_task(connection.rollback())
    await asyncio.sleep(0)
    other.execute("COMMIT")
    await rolled_back
    assert not connection.in_transaction
    await connection.execute("BEGIN IMMEDIATE")
    await connection.commit()


async def test_an_error_of_a_statement_is_raised_and_the_transaction_goes_on(
    connection: PromptConnection,
) -> None:
    await connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError):
        await connection.execute("INSERT INTO sentences VALUES (1)")
    await connection.execute("INSERT INTO words VALUES ('here')")
    await connection.commit()
    cursor = await connection.execute("SELECT word FROM words")
    assert list(await cursor.fetchall()) == [("here",)]


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


async def _begin(connection: PromptConnection) -> None:
    await connection.execute("BEGIN IMMEDIATE")


async def test_a_transaction_that_waits_for_nobody_and_writes_nothing_never_leaves_the_loop(
    connection: PromptConnection,
) -> None:
    handed_over = connection._handed_over
    await connection.execute("BEGIN IMMEDIATE")
    await connection.execute("SELECT word FROM words")
    await connection.commit()
    assert connection._handed_over == handed_over
    assert not connection.in_transaction
    await connection.execute("BEGIN IMMEDIATE")
    await connection.execute("INSERT INTO words VALUES ('hand')")
    await connection.commit()
    assert connection._handed_over == handed_over + 1


async def test_having_begun_at_once_leaves_the_patience_for_others_as_it_was(
    connection: PromptConnection, other: sqlite3.Connection
) -> None:
    await connection.execute("BEGIN IMMEDIATE")
    await connection.rollback()
    other.execute("BEGIN IMMEDIATE")
    beginning = asyncio.create_task(_begin(connection))
    await asyncio.sleep(0)
    other.execute("COMMIT")
    await beginning
    assert connection.in_transaction
    cursor = await connection.execute("PRAGMA busy_timeout")
    row = await cursor.fetchone()
    assert row is not None
    assert row[0] == 30_000
