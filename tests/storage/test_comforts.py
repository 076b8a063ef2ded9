"""What helps is kept sealed, and told to its author alone."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.database import Database
from storage.keys import new_keyring
from storage.sealed import Vault
from storage.tables import Base

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/house.db", Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield database
    await database.close()


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def meet(database: Database, telegram_id: int, name: str) -> int:
    async with database.work() as work:
        return (await work.persons.meet(telegram_id, name, "en", NOW)).id


async def test_a_list_is_in_the_order_in_which_it_grew(database: Database) -> None:
    ann = await meet(database, 1, "Ann")
    async with database.work() as work:
        for number, text in enumerate(("tea", "rain", "云")):
            await work.comforts.add(ann, text, NOW + timedelta(seconds=number))
    async with database.work() as work:
        view = await work.comforts.view(ann)
    assert (view.reader_id, [text for _, text in view.items]) == (ann, ["tea", "rain", "云"])


async def test_nobody_reads_or_takes_away_what_another_wrote(database: Database) -> None:
    ann, ben = await meet(database, 1, "Ann"), await meet(database, 2, "Ben")
    async with database.work() as work:
        comfort = await work.comforts.add(ann, "tea", NOW)
        assert await work.comforts.all_of(ben) == []
        assert not await work.comforts.remove(ben, comfort)
        assert await work.comforts.all_of(ann) == [(comfort, "tea")]


async def test_what_is_taken_off_is_gone_and_can_go_once_only(database: Database) -> None:
    ann = await meet(database, 1, "Ann")
    async with database.work() as work:
        comfort = await work.comforts.add(ann, "tea", NOW)
        assert await work.comforts.remove(ann, comfort)
        assert not await work.comforts.remove(ann, comfort)
        assert await work.comforts.all_of(ann) == []


async def test_the_file_on_disk_holds_none_of_the_words(database: Database, tmp_path: Path) -> None:
    ann = await meet(database, 1, "Ann")
    async with database.work() as work:
        await work.comforts.add(ann, "mint tea on the balcony", NOW)
    await database.close()
    on_disk = all_bytes(tmp_path)
    assert b"mint tea" not in on_disk
    assert b"comforts" in on_disk
