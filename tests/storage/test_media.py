"""A file of ours is uploaded once a bot, as long as it stays the same."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from storage.keys import new_keyring
from storage.sealed import Vault
from storage.tables import Base


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url, Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield database
    await database.close()


async def test_a_file_that_telegram_has_is_known_by_its_id(database: Database) -> None:
    async with database.work() as work:
        assert await work.media.file_id("breathing.gif", "one") is None
        await work.media.remember("breathing.gif", "one", "AgAD")
    async with database.work() as work:
        assert await work.media.file_id("breathing.gif", "one") == "AgAD"


async def test_a_changed_file_is_not_the_one_that_telegram_has(database: Database) -> None:
    async with database.work() as work:
        await work.media.remember("breathing.gif", "one", "AgAD")
        assert await work.media.file_id("breathing.gif", "two") is None
        await work.media.remember("breathing.gif", "two", "BgAD")
    async with database.work() as work:
        assert await work.media.file_id("breathing.gif", "one") is None
        assert await work.media.file_id("breathing.gif", "two") == "BgAD"


async def test_an_id_that_telegram_refused_is_forgotten(database: Database) -> None:
    async with database.work() as work:
        await work.media.remember("breathing.gif", "one", "AgAD")
    async with database.work() as work:
        await work.media.forget("breathing.gif")
        await work.media.forget("never.gif")
    async with database.work() as work:
        assert await work.media.file_id("breathing.gif", "one") is None
