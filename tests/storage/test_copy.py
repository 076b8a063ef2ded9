"""An installation moves whole, sealed as it was, or not at all."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import copy as copying
from storage.copy import Content, CopyRefused, copy
from storage.database import Database
from storage.installation import leave_seal
from storage.keys import new_keyring
from storage.lanes import Lane
from storage.lease import LeaseRow
from storage.migrate import alone, bring_up, upgrade
from storage.reseal import KeyUnknown, check_keys
from storage.sealed import Vault
from storage.tables import Base, Installation, Party, Pause
from tests.databases import Onlooker

NOW = datetime(2026, 11, 21, 12, 0, 0, 123456, tzinfo=UTC)
VAULT = Vault(new_keyring())
QUERY = "SELECT * FROM {}"


@pytest.fixture
async def old(tmp_path: Path) -> str:
    """An SQLite database in which Ann and Ben have lived for a while."""
    url = f"sqlite+aiosqlite:///{tmp_path}/old.db"
    await upgrade(url)
    database = Database(url, VAULT)
    await live(database)
    await database.close()
    return url


async def live(database: Database) -> None:
    async with database.work() as work:
        work.session.add(Installation(id=1, bot_id=7))
        ann = await work.persons.meet(101, "Ann 安 \U0001f9ca", "zh", NOW)
        ben = await work.persons.meet(102, "Ben", "en", NOW)
        couple = await work.couples.form(ann.id, ben.id, None, NOW)
        await work.comforts.add(ann.id, "a walk\x00 to the river", NOW)
        await work.timers.set("pause:1", kind="pause", subject_id=1, lane=Lane.PAUSE, due_at=NOW)
        work.outbox.add_screen(
            "person:1",
            "hello",
            {"a": 1},
            ring=False,
            lane=Lane.ANSWER,
            instead_of=None,
            now=NOW,
            expires_at=None,
        )
        for number in range(1, 4):
            await work.inbox.receive(number, "message", {"text": f"✋ {number}"}, NOW)
        # The newer pause has the smaller id, so it is copied before the one that it points to.
        for pause_id, replaces in ((900, None), (5, 900)):
            work.session.add(
                Pause(
                    id=pause_id,
                    couple_id=couple.id,
                    state="closed",
                    started_at=NOW,
                    called_at=NOW,
                    return_at=NOW + timedelta(minutes=20),
                    commitment=1,
                    return_said_at=None,
                    return_missed=False,
                    closed_at=NOW,
                    outcome="both_back",
                    undone_by=None,
                    replaces_id=replaces,
                    replaced_state=None,
                )
            )
            await work.flush()
        work.session.add(Party(pause_id=5, person_id=ann.id, called_at=NOW, here_at=None))


def everything(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the lease, as an onlooker reads it."""
    onlooker = Onlooker(url)
    tables = [table.name for table in Base.metadata.sorted_tables if table.name != "lease"]
    found = {table: sorted(onlooker.rows(QUERY.format(table)), key=repr) for table in tables}
    onlooker.close()
    return {name: [tuple(map(as_one, row)) for row in rows] for name, rows in found.items()}


def as_one(value: object) -> object:
    """SQLite has no truth of its own."""
    return int(value) if isinstance(value, bool) else value


async def test_everything_moves_to_postgresql_and_back(old: str, postgresql_url: str, tmp_path: Path) -> None:
    rows = sum(map(len, everything(old).values()))
    assert rows > 12
    assert await copy(old, postgresql_url) == rows
    assert {name: sorted(part, key=repr) for name, part in everything(postgresql_url).items()} == everything(
        old
    )
    again = f"sqlite+aiosqlite:///{tmp_path}/again.db"
    assert await copy(postgresql_url, again) == rows
    assert everything(again) == everything(old)


async def test_what_moved_opens_with_the_same_keys_and_goes_on_where_it_was(
    old: str, postgresql_url: str
) -> None:
    await copy(old, postgresql_url)
    database = Database(postgresql_url, VAULT)
    async with database.work() as work:
        row = await work.inbox.next_waiting()
        assert row is not None
        assert work.inbox.payload(row) == {"text": "✋ 1"}
        assert not await work.inbox.receive(2, "message", {}, NOW)
        assert await work.inbox.receive(4, "message", {}, NOW)
        assert await work.session.scalar(text("SELECT key FROM inbox ORDER BY seq DESC LIMIT 1")) == "tg:4"
        pause = await work.session.get(Pause, 5)
        assert pause is not None
        assert pause.replaces_id == 900
    await database.close()


async def test_a_database_that_is_not_empty_is_left_as_it_is(old: str, postgresql_url: str) -> None:
    await copy(old, postgresql_url)
    before = everything(postgresql_url)
    with pytest.raises(CopyRefused, match="not empty"):
        await copy(old, postgresql_url)
    assert everything(postgresql_url) == before


async def test_keys_that_have_sealed_nothing_yet_give_way_to_those_of_what_is_copied(
    old: str, postgresql_url: str
) -> None:
    other = Vault(new_keyring())
    for url, vault in ((old, VAULT), (postgresql_url, other)):
        async with alone(url) as connection:
            await bring_up(connection)
            await leave_seal(connection, vault)
    await copy(old, postgresql_url)
    async with alone(postgresql_url) as connection:
        await check_keys(connection, VAULT)
        with pytest.raises(KeyUnknown):
            await check_keys(connection, other)


@pytest.mark.parametrize("side", ["from", "to"])
async def test_another_revision_is_refused(side: str, old: str, postgresql_url: str, tmp_path: Path) -> None:
    await upgrade(postgresql_url)
    one = Database(old if side == "from" else postgresql_url, VAULT)
    async with one.work() as work:
        await work.session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    await one.close()
    with pytest.raises(CopyRefused, match="revision"):
        await copy(old, postgresql_url)
    assert everything(postgresql_url)["persons"] == []


async def test_a_bot_that_still_works_is_not_copied_under_its_feet(
    old: str, postgresql_url: str, tmp_path: Path
) -> None:
    await upgrade(postgresql_url)
    lease = LeaseRow(postgresql_url, "ann", seconds=60)
    await lease.take()
    with pytest.raises(CopyRefused, match="still works"):
        await copy(old, postgresql_url)
    with pytest.raises(CopyRefused, match="still works"):
        await copy(postgresql_url, f"sqlite+aiosqlite:///{tmp_path}/again.db")
    await lease.close()


async def test_a_copy_that_differs_is_taken_back(
    old: str, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = copying._content

    async def one_fewer(table: object, connection: object) -> Content:
        content = await there(table, connection)  # type: ignore[arg-type]
        on_target = connection.dialect.name == "postgresql"  # type: ignore[attr-defined]
        return Content(content.rows, content.digest ^ (1 if on_target else 0))

    monkeypatch.setattr(copying, "_content", one_fewer)
    with pytest.raises(CopyRefused, match="differs"):
        await copy(old, postgresql_url)
    assert everything(postgresql_url)["persons"] == []
