"""A database belongs to one bot."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from storage.installation import OtherBot, claim
from storage.keys import new_keyring
from storage.sealed import Vault
from storage.tables import Base, Installation

ONE_BOT, ANOTHER = 7_000_000_001, 7_000_000_002


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url, Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield database
    await database.close()


async def owner(database: Database) -> int | None:
    async with database.work() as work:
        row = await work.session.get(Installation, 1)
        return row.bot_id if row is not None else None


async def start(database: Database, bot_id: int) -> None:
    async with database.work() as work:
        await claim(work.session, bot_id)


async def test_the_first_bot_that_starts_has_the_database(database: Database) -> None:
    assert await owner(database) is None
    await start(database, ONE_BOT)
    assert await owner(database) == ONE_BOT


async def test_the_same_bot_starts_as_often_as_it_likes(database: Database) -> None:
    for _ in range(3):
        await start(database, ONE_BOT)
    assert await owner(database) == ONE_BOT


async def test_another_bot_is_refused_and_changes_nothing(database: Database) -> None:
    await start(database, ONE_BOT)
    with pytest.raises(OtherBot):
        await start(database, ANOTHER)
    assert await owner(database) == ONE_BOT
