"""The lease: one holder at a time, by the server's clock; whoever lost it writes nothing."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import OperationalError

from storage.database import Database, LeaseLost
from storage.keys import new_keyring
from storage.lease import LeaseRow
from storage.migrate import upgrade
from storage.sealed import Vault
from storage.work import Work
from tests.databases import Onlooker

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
LONG = 60.0


@pytest.fixture
async def url(postgresql_url: str) -> str:
    await upgrade(postgresql_url)
    return postgresql_url


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url, Vault(new_keyring()), longest_pause=0.3)
    yield database
    await database.close()


@pytest.fixture
async def ann(url: str) -> AsyncIterator[LeaseRow]:
    """One replica."""
    row = LeaseRow(url, "ann", seconds=LONG)
    yield row
    await row.close()


@pytest.fixture
async def ben(url: str) -> AsyncIterator[LeaseRow]:
    """Another."""
    row = LeaseRow(url, "ben", seconds=LONG)
    yield row
    await row.close()


async def expire(database: Database) -> None:
    async with database.work() as work:
        await work.session.execute(text("UPDATE lease SET until = clock_timestamp()"))


async def keys(database: Database) -> list[str]:
    async with database.work() as work:
        return list(await work.session.scalars(text("SELECT key FROM inbox ORDER BY seq")))


async def hear(work: Work, update_id: int) -> None:
    await work.inbox.receive(update_id, "message", {}, NOW)


async def test_of_many_who_ask_at_once_one_has_it(url: str) -> None:
    rows = [LeaseRow(url, str(number), seconds=LONG) for number in range(8)]
    taken = await asyncio.gather(*(row.take() for row in rows))
    assert [epoch for epoch in taken if epoch is not None] == [1]
    for row in rows:
        await row.close()


async def test_it_is_taken_only_when_it_has_expired_and_each_time_its_epoch_rises(
    ann: LeaseRow, ben: LeaseRow, database: Database
) -> None:
    assert await ann.take() == 1
    assert await ben.take() is None
    assert 0 < await ben.left() <= LONG
    await expire(database)
    assert await ben.left() <= 0
    assert await ben.take() == 2
    assert await ann.take() is None
    assert not await ann.renew(1)
    assert await ben.renew(2)


async def test_renewing_in_time_or_late_keeps_it_as_long_as_nobody_has_taken_it(
    ann: LeaseRow, ben: LeaseRow, database: Database
) -> None:
    await ann.take()
    await expire(database)
    assert await ann.renew(1)
    assert await ben.take() is None


async def test_what_is_released_can_be_taken_at_once_and_only_the_holder_can_release_it(
    ann: LeaseRow, ben: LeaseRow
) -> None:
    await ann.take()
    assert await ann.release(1)
    assert await ben.take() == 2
    assert not await ann.release(1)
    assert await ann.take() is None


async def test_whoever_has_lost_it_writes_nothing(ann: LeaseRow, ben: LeaseRow, database: Database) -> None:
    lost: list[str] = []
    await ann.take()
    ours = database.fenced(1, lambda: lost.append("ann"))
    async with ours.work() as work:
        await hear(work, 1)
    await expire(database)
    # Nobody else has it yet, so nothing can collide.
    async with ours.work() as work:
        await hear(work, 2)
    assert await ben.take() == 2
    with pytest.raises(LeaseLost):
        async with ours.work():
            pytest.fail("a transaction was begun")
    assert lost == ["ann"]
    assert await keys(database) == ["tg:1", "tg:2"]


async def test_it_changes_hands_only_when_the_last_holders_transaction_is_over(
    ann: LeaseRow, ben: LeaseRow, database: Database
) -> None:
    await ann.take()
    async with database.fenced(1, lambda: None).work() as work:
        await hear(work, 1)
        await expire(database)
        taking = asyncio.create_task(ben.take())
        # Renewing waits for no transaction, and this one did not end meanwhile.
        await ben_waits(database)
        assert not taking.done()
    assert await taking == 2
    assert await keys(database) == ["tg:1"]


@pytest.mark.parametrize(("renewed", "epoch"), [(True, None), (False, 2)])
async def test_what_becomes_of_the_row_while_somebody_waits_to_take_it_counts(
    ann: LeaseRow, ben: LeaseRow, database: Database, renewed: bool, epoch: int | None
) -> None:
    await ann.take()
    async with database.fenced(1, lambda: None).work():
        await expire(database)
        taking = asyncio.create_task(ben.take())
        await ben_waits(database)
        assert await (ann.renew(1) if renewed else ann.release(1))
    assert await taking == epoch


async def test_renewing_does_not_wait_for_the_turn_in_progress(ann: LeaseRow, database: Database) -> None:
    await ann.take()
    async with database.fenced(1, lambda: None).work() as work:
        await hear(work, 1)
        assert await ann.renew(1)


async def test_a_transaction_that_froze_keeps_nobody_waiting_and_leaves_nothing(
    ann: LeaseRow, ben: LeaseRow, database: Database
) -> None:
    async def freeze() -> None:
        async with database.fenced(1, lambda: None).work() as work:
            await hear(work, 1)
            await expire(database)
            # The server ends a transaction that says nothing for longer than the database allows.
            assert await ben.take() == 2
            await hear(work, 2)

    await ann.take()
    with pytest.raises(OperationalError):
        await freeze()
    assert await keys(database) == []


@pytest.fixture
def frozen(url: str) -> Iterator[list[str]]:
    """What each statement was after which this process stood still, while somebody else took the row."""
    onlooker = Onlooker(url)
    heard: list[str] = []

    def freeze(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        onlooker.rows("SELECT epoch FROM lease FOR UPDATE NOWAIT")
        heard.append(" ".join(statement.split()))

    event.listen(Engine, "after_cursor_execute", freeze)
    yield heard
    event.remove(Engine, "after_cursor_execute", freeze)
    onlooker.close()


async def test_whoever_freezes_between_two_statements_about_it_keeps_nobody_waiting(
    ann: LeaseRow, frozen: list[str]
) -> None:
    assert await ann.take() == 1
    assert await ann.renew(1)
    assert await ann.release(1)
    assert await ann.take() == 2
    assert sum("UPDATE lease" in statement for statement in frozen) == 4


async def test_the_holders_transactions_take_turns(ann: LeaseRow, database: Database) -> None:
    await ann.take()
    ours = database.fenced(1, lambda: None)
    order: list[str] = []
    first_is_in = asyncio.Event()

    async def first() -> None:
        async with ours.work() as work:
            await hear(work, 1)
            first_is_in.set()
            # Others work meanwhile.
            assert await keys(database) == []
            order.append("first ends")

    async def second() -> None:
        await first_is_in.wait()
        async with ours.work() as work:
            await hear(work, 2)
            order.append("second writes")

    await asyncio.gather(first(), second())
    assert order == ["first ends", "second writes"]


async def test_what_another_replica_received_is_news_to_all(url: str, database: Database) -> None:
    heard = asyncio.Event()
    row = LeaseRow(url, "ann", seconds=LONG, on_news=heard.set)
    await row.take()
    heard.clear()
    async with database.work() as work:
        await hear(work, 1)
        assert not heard.is_set()
    async with asyncio.timeout(5):
        await heard.wait()
    await row.close()


async def test_a_lost_connection_is_an_error_once_and_then_opened_anew(
    ann: LeaseRow, database: Database
) -> None:
    await ann.take()
    async with database.work() as work:
        await work.session.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid != pg_backend_pid()"
            )
        )
    with pytest.raises(OperationalError):
        await ann.renew(1)
    assert await ann.renew(1)


async def test_a_server_that_does_not_answer_is_trouble_of_the_database() -> None:
    row = LeaseRow("postgresql+asyncpg://ann@127.0.0.1:1/nowhere", "ann", seconds=LONG)
    with pytest.raises(OperationalError):
        await row.take()
    await row.close()


async def ben_waits(database: Database) -> None:
    """Until somebody waits for a lock."""
    query = "SELECT count(*) FROM pg_locks WHERE NOT granted"
    async with asyncio.timeout(5):
        while True:
            async with database.work() as work:
                if await work.session.scalar(text(query)):
                    return
