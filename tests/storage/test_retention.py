"""How long what passes through is kept: payloads to the end of a turn, the rest for 48 hours."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.keys import new_keyring
from storage.lanes import Lane
from storage.sealed import Vault
from storage.tables import Base, Inbox, Outbox, Sent

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url, Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield database
    await database.close()


async def inbox(database: Database) -> list[tuple[str, bool]]:
    """State of each row, and whether it still has its payload."""
    async with database.work() as work:
        found = await work.session.scalars(select(Inbox).order_by(Inbox.seq))
        return [(row.state, row.payload is not None) for row in found]


async def test_a_payload_goes_with_its_turn_and_with_a_turn_that_failed_for_good(database: Database) -> None:
    async with database.work() as work:
        for number in range(3):
            await work.inbox.receive(number, "message", {"text": "words"}, NOW)
        work.inbox.tell("shown", {"key": "pause:1"}, NOW)
    assert await inbox(database) == [("waiting", True)] * 4
    async with database.work() as work:
        first, second, _, last = await work.inbox.waiting(9)
        await work.inbox.finish(first)
        await work.inbox.bury(second.seq)
        await work.inbox.finish(last)
    assert await inbox(database) == [("done", False), ("dead", False), ("waiting", True), ("done", False)]


async def test_tombstones_and_places_go_after_48_hours_and_what_waits_never_does(database: Database) -> None:
    async with database.work() as work:
        for number in range(3):
            await work.inbox.receive(number, "message", {"text": "words"}, NOW)
        work.panels.remember_sent(1, 7, panel_key="x", words_of=(), now=NOW)
    async with database.work() as work:
        first, second, _ = await work.inbox.waiting(9)
        await work.inbox.finish(first)
        await work.inbox.bury(second.seq)
    for age, states in (
        (timedelta(hours=47), ["done", "dead", "waiting"]),
        (timedelta(hours=49), ["waiting"]),
    ):
        async with database.work() as work:
            await work.inbox.sweep(NOW + age)
            await work.panels.sweep(NOW + age)
        assert [state for state, _ in await inbox(database)] == states
        async with database.work() as work:
            assert len((await work.session.scalars(select(Sent))).all()) == (len(states) > 1)


async def test_an_outbox_row_goes_when_it_is_delivered_or_withdrawn(database: Database) -> None:
    async with database.work() as work:
        work.outbox.add_call(
            "person:1", "sendVoice", {"voice": "f", "words_of": [5]}, lane=Lane.ANSWER, now=NOW
        )
        work.outbox.add_call("person:2", "getChat", {}, lane=Lane.ANSWER, now=NOW)
    async with database.work() as work:
        await work.outbox.withdraw_words_of(5)
        (left,) = (await work.session.scalars(select(Outbox))).all()
        await work.outbox.remove([left.id])
    async with database.work() as work:
        assert (await work.session.scalars(select(Outbox))).all() == []
