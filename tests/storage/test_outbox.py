"""The outbox and the panels: in order, sealed, and gone together or not at all."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text

from storage.database import Database
from storage.keys import new_keyring
from storage.lanes import Lane
from storage.outbox import OutboxRepository
from storage.sealed import Vault
from storage.tables import Base, Outbox, Panel, Sent

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url, Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield database
    await database.close()


def say(outbox: OutboxRepository, name: str, *, lane: Lane = Lane.ANSWER, **params: object) -> None:
    outbox.add_screen(
        "person:1", name, params, ring=False, lane=lane, instead_of=None, now=NOW, expires_at=None
    )


async def names(database: Database, lane: Lane = Lane.ANSWER) -> list[str]:
    async with database.work() as work:
        rows = await work.outbox.waiting(lane, (0, 0), 100)
        return [row.name for row in rows if row.lane == lane]


async def test_rows_wait_in_the_order_in_which_they_were_added(database: Database) -> None:
    for batch in (("a", "b"), ("c", "d")):
        async with database.work() as work:
            for name in batch:
                say(work.outbox, name)
    assert await names(database) == ["a", "b", "c", "d"]


async def test_a_turn_that_fails_says_nothing(database: Database) -> None:
    async def fail() -> None:
        async with database.work() as work:
            say(work.outbox, "a")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    assert await names(database) == []


async def test_lanes_are_read_page_by_page(database: Database) -> None:
    async with database.work() as work:
        for number in range(7):
            say(work.outbox, str(number))
        say(work.outbox, "pause", lane=Lane.PAUSE)
    async with database.work() as work:
        first = await work.outbox.waiting(Lane.ANSWER, (0, 0), 4)
        rest = await work.outbox.waiting(Lane.ANSWER, (first[-1].seq, first[-1].id), 4)
    assert [row.name for row in (*first, *rest)] == [str(number) for number in range(7)]


async def test_what_is_said_is_sealed_on_disk(database: Database) -> None:
    async with database.work() as work:
        say(work.outbox, "echo", words="my own words")
        await work.outbox.write()
        raw = (await work.session.execute(text("SELECT params FROM outbox"))).scalar_one()
        [row] = await work.outbox.waiting(Lane.ANSWER, (0, 0), 10)
        assert work.outbox.params(row) == {"words": "my own words"}
    assert b"own words" not in bytes(raw)


async def test_a_row_readdressed_keeps_its_words_and_its_place(database: Database) -> None:
    async with database.work() as work:
        say(work.outbox, "first", words="hello")
        say(work.outbox, "second")
    async with database.work() as work:
        [row, _] = await work.outbox.waiting(Lane.ANSWER, (0, 0), 10)
        await work.outbox.readdress(row, ["person:2", "person:3"])
    async with database.work() as work:
        rows = await work.outbox.waiting(Lane.ANSWER, (0, 0), 10)
        assert [row.name for row in rows] == ["first", "first", "second"]
        assert {row.address for row in rows[:2]} == {"person:2", "person:3"}
        assert [work.outbox.params(row) for row in rows[:2]] == [{"words": "hello"}] * 2


async def test_rows_about_one_panel_at_one_address_are_found_together(database: Database) -> None:
    async with database.work() as work:
        for address, key in (
            ("person:1", "p:1"),
            ("person:1", "p:2"),
            ("person:2", "p:1"),
            ("person:1", "p:1"),
        ):
            work.outbox.add_panel(address, key, anew=False, ring=False, lane=Lane.PAUSE, now=NOW)
        say(work.outbox, "p:1")
    async with database.work() as work:
        found = await work.outbox.same_panel("p:1", "person:1")
        assert [(row.kind, row.name, row.address) for row in found] == [("panel", "p:1", "person:1")] * 2


async def test_a_row_that_is_tried_again_counts_its_attempts(database: Database) -> None:
    async with database.work() as work:
        say(work.outbox, "a")
    for attempt in (1, 2):
        async with database.work() as work:
            [row] = await work.outbox.waiting(Lane.ANSWER, (0, 0), 10)
            await work.outbox.postpone([row.id], NOW + timedelta(seconds=attempt))
    async with database.work() as work:
        row = (await work.session.scalars(select(Outbox))).one()
        assert (row.attempts, row.not_before) == (2, NOW + timedelta(seconds=2))
        assert await work.outbox.depth() == 1


async def test_a_message_that_stands_in_place_of_another_carries_its_id(database: Database) -> None:
    async with database.work() as work:
        work.outbox.add_screen(
            "person:1", "a", {}, ring=False, lane=Lane.ANSWER, instead_of=42, now=NOW, expires_at=None
        )
    async with database.work() as work:
        [row] = await work.outbox.waiting(Lane.ANSWER, (0, 0), 10)
        assert work.outbox.params(row) == {"instead_of": 42}


async def test_a_panel_stands_once_in_each_chat(database: Database) -> None:
    async with database.work() as work:
        for chat in (1, 2):
            work.panels.add(
                Panel(
                    key="p:1", chat_id=chat, message_id=7, screen="s", digest="", sent_at=NOW, edited_at=NOW
                )
            )
    async with database.work() as work:
        assert {panel.chat_id for panel in await work.panels.places("p:1")} == {1, 2}
        await work.panels.forget("p:1", 1)
    async with database.work() as work:
        assert await work.panels.get("p:1", 1) is None
        assert [panel.key for panel in await work.panels.in_chat(2)] == ["p:1"]


async def test_what_was_sent_is_remembered_for_two_days(database: Database) -> None:
    async with database.work() as work:
        work.panels.remember_sent(1, 7, panel_key=None, words_of=(), now=NOW)
        work.panels.remember_sent(1, 8, panel_key="p:1", words_of=(), now=NOW + timedelta(hours=2))
    async with database.work() as work:
        await work.panels.sweep(NOW + timedelta(hours=49))
    async with database.work() as work:
        assert [sent.message_id for sent in await work.session.scalars(select(Sent))] == [8]
