"""What a unit of work does with what comes in and what is due."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from storage.database import Database
from storage.keys import new_keyring
from storage.lanes import Lane
from storage.sealed import Vault
from storage.tables import Base, Inbox
from storage.work import Work
from tests.databases import Onlooker

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
WAITS = (5 * MINUTE, 30 * MINUTE)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url, Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield database
    await database.close()


async def receive(database: Database, update_id: int, text: str = "✋", at: datetime = NOW) -> bool:
    async with database.work() as work:
        return await work.inbox.receive(update_id, "message", {"text": text}, at)


async def next_row(work: Work) -> Inbox:
    row = await work.inbox.next_waiting()
    assert row is not None
    return row


async def take(database: Database) -> str:
    """One turn: the text of the next update, whose turn is then over."""
    async with database.work() as work:
        row = await next_row(work)
        payload = work.inbox.payload(row)
        await work.inbox.finish(row)
        return str(payload.get("text") or row.kind)


async def test_updates_have_their_turns_in_the_order_in_which_they_came(database: Database) -> None:
    # After a quiet week Telegram's ids start anywhere, so they say nothing about order.
    for update_id, text in ((900, "first"), (5, "second"), (77, "third")):
        await receive(database, update_id, text)
    assert [await take(database) for _ in range(3)] == ["first", "second", "third"]


async def test_an_update_that_comes_again_is_known_before_and_after_its_turn(database: Database) -> None:
    assert await receive(database, 1)
    assert not await receive(database, 1)
    await take(database)
    assert not await receive(database, 1)
    async with database.work() as work:
        assert await work.inbox.next_waiting() is None


async def test_an_event_of_our_own_waits_behind_what_came_before(database: Database) -> None:
    await receive(database, 1, "✋")
    async with database.work() as work:
        work.inbox.tell("shown", {}, NOW)
    assert [await take(database) for _ in range(2)] == ["✋", "shown"]


async def test_what_was_written_is_sealed_while_it_waits_and_gone_after_its_turn(
    database: Database, database_url: str
) -> None:
    onlooker = Onlooker(database_url)
    await receive(database, 1, "between the two of us")
    [(waiting,)] = onlooker.rows("SELECT payload FROM inbox")
    assert b"between" not in waiting
    assert await take(database) == "between the two of us"
    assert onlooker.rows("SELECT payload, state FROM inbox") == [(None, "done")]
    onlooker.close()


async def test_a_buried_update_keeps_its_place_and_not_its_words(database: Database) -> None:
    await receive(database, 1)
    async with database.work() as work:
        seq = (await next_row(work)).seq
        assert [await work.inbox.failed(seq) for _ in range(3)] == [1, 2, 3]
        await work.inbox.bury(seq)
    async with database.work() as work:
        row = await work.session.get(Inbox, seq)
        assert row is not None
        assert (row.state, row.payload, row.attempts) == ("dead", None, 3)
    assert not await receive(database, 1)


async def test_tombstones_go_after_two_days_and_what_waits_never_does(database: Database) -> None:
    await receive(database, 1, "done", NOW)
    await take(database)
    await receive(database, 2, "waiting", NOW)
    async with database.work() as work:
        await work.inbox.sweep(NOW + timedelta(hours=48))
    assert not await receive(database, 1)
    async with database.work() as work:
        await work.inbox.sweep(NOW + timedelta(hours=48, seconds=1))
    assert await receive(database, 1, "again")
    assert [await take(database) for _ in range(2)] == ["waiting", "again"]


async def test_tombstones_go_a_few_at_once(database: Database) -> None:
    for number in range(5):
        await receive(database, number)
        await take(database)
    more = []
    for _ in range(3):
        async with database.work() as work:
            more.append(await work.inbox.sweep(NOW + timedelta(days=3), 2))
    assert more == [True, True, False]
    assert [await receive(database, number) for number in range(5)] == [True] * 5


async def test_a_sequence_number_is_never_used_twice(database: Database) -> None:
    await receive(database, 1)
    async with database.work() as work:
        first = (await next_row(work)).seq
        await work.inbox.bury(first)
        assert not await work.inbox.sweep(NOW + timedelta(days=3))
    await receive(database, 2)
    async with database.work() as work:
        assert (await next_row(work)).seq > first


async def promise(work: Work, key: str, due_at: datetime, lane: Lane = Lane.PAUSE) -> None:
    await work.timers.set(key, kind="pause", subject_id=1, lane=lane, due_at=due_at)


async def due(database: Database, now: datetime) -> list[str]:
    async with database.work() as work:
        return [timer.key for timer in await work.timers.due(now, 100)]


async def test_a_timer_is_due_at_its_instant_and_not_before(database: Database) -> None:
    async with database.work() as work:
        await promise(work, "pause:1", NOW + MINUTE)
        assert await work.timers.next_due() == NOW + MINUTE
    assert await due(database, NOW + MINUTE - timedelta(microseconds=1)) == []
    assert await due(database, NOW + MINUTE) == ["pause:1"]


async def test_a_pause_comes_before_what_is_only_scheduled_and_the_longest_due_first(
    database: Database,
) -> None:
    async with database.work() as work:
        await promise(work, "check-in", NOW - 9 * MINUTE, Lane.SCHEDULED)
        await promise(work, "pause:2", NOW)
        await promise(work, "pause:1", NOW - MINUTE)
    assert await due(database, NOW) == ["pause:1", "pause:2", "check-in"]


async def test_a_promise_made_again_takes_the_place_of_the_older(database: Database) -> None:
    async with database.work() as work:
        await promise(work, "pause:1", NOW)
    async with database.work() as work:
        await work.timers.postpone("pause:1", NOW, WAITS)
        await promise(work, "pause:1", NOW + MINUTE)
    async with database.work() as work:
        timer = await work.timers.get("pause:1")
        assert timer is not None
        assert (timer.due_at, timer.attempts) == (NOW + MINUTE, 0)


async def test_a_timer_that_fails_comes_back_later_each_time_and_never_goes(database: Database) -> None:
    async with database.work() as work:
        await promise(work, "pause:1", NOW)
    waits = []
    for _ in range(4):
        async with database.work() as work:
            await work.timers.postpone("pause:1", NOW, WAITS)
            next_due = await work.timers.next_due()
            assert next_due is not None
            waits.append(next_due - NOW)
    assert waits == [WAITS[0], WAITS[1], WAITS[1], WAITS[1]]


async def test_a_cancelled_timer_is_due_never(database: Database) -> None:
    async with database.work() as work:
        await promise(work, "pause:1", NOW)
        await work.timers.cancel("pause:1")
    assert await due(database, NOW + timedelta(days=9)) == []
    async with database.work() as work:
        assert await work.timers.next_due() is None
