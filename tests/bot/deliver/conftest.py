"""A town with two phones, a database, and the deliverer between them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import playground
from bot.api import BotApi
from scheduler.clock import MovableClock
from storage.database import Database
from storage.keys import new_keyring
from storage.sealed import Vault
from storage.tables import Base
from tests.bot.deliver.office import Office, Someone, Two, meet, pair

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(NOON)


@pytest.fixture
async def town(clock: MovableClock) -> AsyncIterator[playground.Playground]:
    town = await playground.start(clock, seeded=False)
    yield town
    await town.stop()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/outbox.sqlite", Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield database
    await database.close()


@pytest.fixture
async def api(town: playground.Playground) -> AsyncIterator[BotApi]:
    api = BotApi(town.token, town.api_root)
    await api.start()
    yield api
    await api.stop()


@pytest.fixture
async def office(town: playground.Playground, database: Database, clock: MovableClock, api: BotApi) -> Office:
    return Office(town, database, clock, api)


@pytest.fixture
async def ann(office: Office) -> Someone:
    return await meet(office, "Ann")


@pytest.fixture
async def ben(office: Office) -> Someone:
    return await meet(office, "Ben")


@pytest.fixture
async def couple(office: Office, ann: Someone, ben: Someone) -> Two:
    return await pair(office, ann, ben)
