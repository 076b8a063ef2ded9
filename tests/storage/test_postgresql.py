"""What only a server brings with it: replicas that start, receive and fail at the same moment."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.exc import DataError, DBAPIError, OperationalError

from storage.database import Database
from storage.engine import away, open_engine
from storage.installation import OtherBot, claim
from storage.keys import new_keyring
from storage.migrate import current, upgrade
from storage.sealed import Vault
from storage.tables import Base, Installation
from tests.databases import Onlooker

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
async def database(postgresql_url: str) -> AsyncIterator[Database]:
    await upgrade(postgresql_url)
    database = Database(postgresql_url, Vault(new_keyring()))
    yield database
    await database.close()


async def test_replicas_that_start_at_once_migrate_once_and_all_of_them_go_on(postgresql_url: str) -> None:
    revisions = await asyncio.gather(*(upgrade(postgresql_url) for _ in range(6)))
    assert len(set(revisions)) == 1
    assert await current(postgresql_url) == (revisions[0], revisions[0])


async def test_the_migrations_lead_to_the_tables_of_the_code(postgresql_url: str) -> None:
    from alembic.autogenerate import compare_metadata

    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))

    def indexes() -> list[tuple[object, ...]]:
        return onlooker.rows("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1")

    onlooker = Onlooker(postgresql_url)
    await upgrade(postgresql_url)
    engine = open_engine(postgresql_url)
    async with engine.begin() as connection:
        assert await connection.run_sync(differences) == []
        migrated = [row for row in indexes() if "alembic" not in str(row)]
        await connection.run_sync(Base.metadata.drop_all)
        await connection.run_sync(Base.metadata.create_all)
    assert migrated == [row for row in indexes() if "alembic" not in str(row)]
    assert any("WHERE" in str(row) for row in migrated)
    await engine.dispose()
    onlooker.close()


async def test_an_update_that_all_replicas_are_handed_at_once_is_received_once(database: Database) -> None:
    async def receive(update_id: int) -> bool:
        async with database.work() as work:
            return await work.inbox.receive(update_id, "message", {}, NOW)

    received = await asyncio.gather(*(receive(number % 4) for number in range(32)))
    assert sum(received) == 4
    async with database.work() as work:
        assert await work.session.scalar(text("SELECT count(*) FROM inbox")) == 4


async def test_replicas_that_claim_a_database_at_once_are_one_bot(database: Database) -> None:
    async def start(bot_id: int) -> None:
        async with database.work() as work:
            await claim(work.session, bot_id)

    await asyncio.gather(*(start(7) for _ in range(5)))
    with pytest.raises(OtherBot):
        await start(8)


async def test_a_server_that_throws_us_out_is_trouble_and_the_next_transaction_works(
    database: Database,
) -> None:
    async def thrown_out() -> None:
        async with database.work() as work:
            pid = await work.session.scalar(text("SELECT pg_backend_pid()"))
            async with database.work() as another:
                await another.session.execute(text(f"SELECT pg_terminate_backend({pid})"))
            await claim(work.session, 7)

    with pytest.raises(OperationalError):
        await thrown_out()
    async with database.work() as work:
        assert await work.session.get(Installation, 1) is None


async def test_a_number_that_no_column_holds_is_no_trouble_of_the_database(database: Database) -> None:
    async def forge() -> None:
        async with database.work() as work:
            await work.session.get(Installation, 2**80)

    with pytest.raises(DBAPIError) as failed:
        await forge()
    assert isinstance(failed.value, DataError)


async def test_only_a_server_that_may_answer_later_is_away(postgresql_url: str) -> None:
    async def trouble(url: str) -> Exception:
        with pytest.raises(OperationalError) as failed:
            await current(url)
        return failed.value

    assert away(await trouble("postgresql+asyncpg://ann@127.0.0.1:1/nowhere"))
    assert not away(await trouble(f"{postgresql_url.partition('?')[0]}_is_not_there"))
