"""What both ways of receiving share: measured once, committed as one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from bot.metrics import Metrics
from bot.receive.buckets import SIGNAL
from bot.receive.keep import Receiver
from scheduler.clock import MovableClock
from storage.database import Database
from storage.keys import new_keyring
from storage.sealed import Vault
from storage.tables import Base, Inbox
from storage.work import Work


class Ledger(Database):
    """A database that cannot be written to as often as it is told."""

    failures = 0

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        async with super().work() as work:
            yield work
            if self.failures:
                self.failures -= 1
                raise OperationalError("COMMIT", None, Exception("disk full"))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Ledger]:
    database = Ledger(f"sqlite+aiosqlite:///{tmp_path}/inbox.db", Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield database
    await database.close()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def receiver(database: Ledger, metrics: Metrics) -> Receiver:
    clock = MovableClock(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
    return Receiver(database, clock, bot_id=7, bot_username="bot", on_received=lambda: None, meters=metrics)


def hand(update_id: int) -> dict[str, Any]:
    chat = {"id": -5, "type": "group"}
    return {"update_id": update_id, "message": {"chat": chat, "from": {"id": 1}, "text": "✋"}}


async def kept(database: Database) -> list[str]:
    async with database.work() as work:
        return list(await work.session.scalars(select(Inbox.key).order_by(Inbox.seq)))


async def test_a_hand_offered_again_and_again_while_the_disk_is_full_is_no_flood(
    receiver: Receiver, database: Ledger
) -> None:
    database.failures = tries = 5 * int(SIGNAL.burst)
    for _ in range(tries):
        with pytest.raises(OperationalError):
            await receiver.keep([hand(1)])
    await receiver.keep([hand(1)])
    assert await kept(database) == ["tg:1"]


async def test_a_batch_is_written_down_as_a_whole_or_not_at_all(receiver: Receiver, database: Ledger) -> None:
    database.failures = 1
    with pytest.raises(OperationalError):
        await receiver.keep([hand(1), hand(2)])
    assert await kept(database) == []
    await receiver.keep([hand(1), hand(2)])
    assert await kept(database) == ["tg:1", "tg:2"]


async def test_a_flood_is_dropped_and_counted_and_so_is_what_is_not_for_us(
    receiver: Receiver, database: Ledger, metrics: Metrics
) -> None:
    many = int(SIGNAL.burst) + 3
    await receiver.keep([hand(number) for number in range(many)])
    await receiver.keep([{"update_id": 99}, "nonsense"])
    assert len(await kept(database)) == SIGNAL.burst
    page = metrics.page(None).decode()
    assert 'backsoon_updates_total{outcome="kept"} 10.0' in page
    assert 'backsoon_updates_total{outcome="flood"} 3.0' in page
    assert 'backsoon_updates_total{outcome="ignored"} 2.0' in page
