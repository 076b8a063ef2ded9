"""A start on a database: whose keys belong to it is settled once, whoever starts first."""

import asyncio
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import delete, func, select

from bot.errors import StartRefused
from bot.opening import prepare
from bot.settings import Settings
from storage.engine import open_engine
from storage.keys import Keyring, add_key, new_keyring, read_keyring, write_keyring
from storage.reseal import reseal
from storage.sealed import Vault
from storage.tables import Seal

TOKEN = SecretStr("123456789:AAHnotATokenAtAllButAsLongAsOneIs00")


def replica(folder: Path, url: str, keys: Path | None = None) -> Settings:
    """The settings of one with a data folder of its own."""
    folder.mkdir(exist_ok=True)
    return Settings(
        _env_file=None,
        bot_token=TOKEN,
        data_dir=folder,
        database_url=url,
        encryption_keys_file=keys or folder / "encryption.keys",
    )


@pytest.fixture
def url(database_url: str) -> str:
    """An empty database, as an operator names it."""
    return database_url.replace("sqlite+aiosqlite", "sqlite").replace("postgresql+asyncpg", "postgresql")


async def test_of_two_that_start_at_once_one_makes_the_keys_and_the_other_has_none(
    tmp_path: Path, postgresql_url: str
) -> None:
    plain = postgresql_url.replace("+asyncpg", "")
    both = [replica(tmp_path / name, plain) for name in ("ann", "ben")]
    started = await asyncio.gather(*map(prepare, both), return_exceptions=True)
    (refused,) = [one for one in started if isinstance(one, StartRefused)]
    (keyring,) = [one for one in started if isinstance(one, Keyring)]
    assert "copy it from another replica" in refused.sentence
    first, second = both if isinstance(started[0], Keyring) else reversed(both)
    assert read_keyring(first.encryption_keys_file) == keyring
    assert not second.encryption_keys_file.exists()
    write_keyring(second.encryption_keys_file, keyring)
    assert await asyncio.gather(*map(prepare, both)) == [keyring, keyring]


async def test_keys_of_another_installation_are_refused_before_anything_is_sealed(
    tmp_path: Path, url: str
) -> None:
    await prepare(replica(tmp_path / "ann", url))
    stray = replica(tmp_path / "ben", url)
    write_keyring(stray.encryption_keys_file, new_keyring())
    with pytest.raises(StartRefused, match="do not open what is in the database"):
        await prepare(stray)


async def test_an_installation_from_before_gets_its_seal_at_its_next_start(tmp_path: Path, url: str) -> None:
    settings = replica(tmp_path / "ann", url)
    await prepare(settings)
    engine = open_engine(settings.database_url)
    async with engine.begin() as connection:
        await connection.execute(delete(Seal))
    for _ in range(2):
        await prepare(settings)
        async with engine.begin() as connection:
            assert await connection.scalar(select(func.count()).select_from(Seal)) == 1
    await engine.dispose()


async def test_a_first_start_that_was_killed_goes_on_with_the_keys_it_had_made(
    tmp_path: Path, url: str
) -> None:
    settings, keyring = replica(tmp_path / "ann", url), new_keyring()
    write_keyring(settings.encryption_keys_file, keyring)
    assert await prepare(settings) == keyring


async def test_a_start_whose_keys_cannot_be_made_leaves_the_database_new(tmp_path: Path, url: str) -> None:
    settings = replica(tmp_path / "ann", url, tmp_path / "file" / "encryption.keys")
    (tmp_path / "file").touch()
    with pytest.raises(StartRefused, match="cannot be written"):
        await prepare(settings)
    (tmp_path / "file").unlink()
    await prepare(settings)
    assert settings.encryption_keys_file.exists()


async def test_the_seal_is_made_anew_with_a_new_key(tmp_path: Path, url: str) -> None:
    settings = replica(tmp_path / "ann", url)
    old = await prepare(settings)
    new = add_key(settings.encryption_keys_file)
    engine = open_engine(settings.database_url)
    assert await reseal(engine, Vault(new)) == 1
    await engine.dispose()
    assert await prepare(settings) == new
    settings.encryption_keys_file.unlink()
    write_keyring(settings.encryption_keys_file, old)
    with pytest.raises(StartRefused, match="do not open"):
        await prepare(settings)
