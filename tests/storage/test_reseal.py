"""A new key: whatever an older one sealed is sealed anew, beside whoever writes meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.keys import Keyring, KeysFile, KeysUnusable, add_key, new_keyring, read_keyring, write_keyring
from storage.reseal import KeyUnknown, SealedColumn, check_keys, reseal, sealed_columns
from storage.sealed import SealBroken, Sealed, Vault
from storage.tables import Base

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
OLD, NEW = new_keyring(), new_keyring()
BOTH = Keyring({**OLD.keys, **NEW.keys}, NEW.current_id)
ROWS = 450


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url, Vault(OLD))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield database
    await database.close()


async def write(database: Database, first: int, count: int) -> None:
    async with database.work() as work:
        for number in range(first, first + count):
            await work.inbox.receive(number, "message", {"text": f"words {number}"}, NOW)


async def words(database: Database, keyring: Keyring) -> list[str]:
    vault = Vault(keyring)
    async with database.work() as work:
        waiting = await work.inbox.next_waiting()
        assert waiting is not None
        found = await work.session.scalars(select(type(waiting)))
        return sorted(vault.open("inbox", "payload", row.key, row.payload) for row in found if row.payload)


async def check(database: Database, vault: Vault) -> None:
    async with database.engine.begin() as connection:
        await check_keys(connection, vault)


async def test_afterwards_the_new_key_alone_opens_everything(database: Database) -> None:
    await write(database, 1, ROWS)
    before = await words(database, OLD)
    assert await reseal(database.engine, Vault(BOTH)) == ROWS
    assert await words(database, NEW) == before
    with pytest.raises(SealBroken):
        await words(database, OLD)
    assert await reseal(database.engine, Vault(BOTH)) == 0


async def test_it_goes_on_where_it_was_killed(database: Database) -> None:
    await write(database, 1, ROWS)
    await reseal(database.engine, Vault(BOTH))
    await write(database, 1000, 3)
    assert await reseal(database.engine, Vault(BOTH)) == 3
    assert len(await words(database, NEW)) == ROWS + 3


async def test_whoever_writes_meanwhile_loses_nothing(database: Database) -> None:
    await write(database, 1, ROWS)

    async def go_on() -> None:
        for number in range(1000, 1040):
            await write(database, number, 1)

    other = Database(database.engine.url.render_as_string(hide_password=False), Vault(BOTH))
    try:
        _, first = await asyncio.gather(go_on(), reseal(other.engine, Vault(BOTH)))
        rest = await reseal(other.engine, Vault(BOTH))
    finally:
        await other.close()
    assert first + rest == ROWS + 40
    assert len(await words(database, NEW)) == ROWS + 40


async def test_a_text_whose_key_is_gone_stops_it_and_stays_as_it_is(database: Database) -> None:
    await write(database, 1, 3)
    with pytest.raises(KeyUnknown, match="inbox"):
        await reseal(database.engine, Vault(NEW))
    assert len(await words(database, OLD)) == 3


async def test_other_keys_are_noticed_and_the_right_ones_let_through(database: Database) -> None:
    await check(database, Vault(NEW))
    await write(database, 1, 1)
    await check(database, Vault(OLD))
    with pytest.raises(KeyUnknown, match="inbox"):
        await check(database, Vault(NEW))
    forged = Keyring({OLD.current_id: NEW.keys[NEW.current_id]}, OLD.current_id)
    with pytest.raises(KeyUnknown, match="inbox"):
        await check(database, Vault(forged))


@pytest.mark.parametrize("place", sealed_columns(), ids=lambda place: f"{place.table}.{place.column.name}")
def test_every_sealed_column_says_what_its_texts_are_bound_to(place: SealedColumn) -> None:
    assert place.bound_to.name in place.table.columns
    # What it is bound to tells its rows apart.
    assert place.bound_to.primary_key or place.bound_to.unique


def test_a_key_is_added_after_the_others_and_the_file_stays_private(tmp_path: Path) -> None:
    path = tmp_path / "some.keys"
    write_keyring(path, OLD)
    added = add_key(path)
    assert read_keyring(path) == added
    assert added.keys.items() > OLD.keys.items()
    assert added.current_id not in OLD.keys
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_no_key_is_added_to_a_file_that_is_spoilt(tmp_path: Path) -> None:
    path = tmp_path / "some.keys"
    path.write_text("nonsense\n")
    with pytest.raises(KeysUnusable):
        add_key(path)
    assert path.read_text() == "nonsense\n"
    with pytest.raises(KeysUnusable):
        add_key(tmp_path / "missing.keys")


def test_a_running_vault_takes_up_a_key_that_was_added(tmp_path: Path) -> None:
    path = tmp_path / "some.keys"
    write_keyring(path, OLD)
    vault = Vault(OLD, KeysFile(path).news)
    added = add_key(path)
    elsewhere = Vault(added).seal("persons", "name", 7, "Ann")
    with pytest.raises(SealBroken):
        vault.open("persons", "name", 7, elsewhere)
    vault.refresh()
    assert vault.open("persons", "name", 7, elsewhere) == "Ann"
    assert vault.is_current(vault.seal("persons", "name", 7, "Ann"))
    assert vault.seal("persons", "name", 7, "Ann").data[1:5] == added.current_id


def test_a_keys_file_that_vanishes_under_a_running_vault_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "some.keys"
    write_keyring(path, OLD)
    file = KeysFile(path)
    vault = Vault(OLD, file.news)
    sealed: Sealed = vault.seal("persons", "name", 7, "Ann")
    path.unlink()
    vault.refresh()
    path.write_text("nonsense\n")
    vault.refresh()
    assert vault.open("persons", "name", 7, sealed) == "Ann"
