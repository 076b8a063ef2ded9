"""`keys` from the command line: a sentence and an exit code, and a bot that goes on meanwhile."""

import asyncio
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import main
from bot.errors import StartRefused
from bot.opening import prepare
from bot.settings import Settings, load_settings
from storage.database import Database
from storage.keys import KeysFile, new_keyring, read_keyring, write_keyring
from storage.sealed import Vault

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of an installation without settings, in which Ann is known."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    assert main(["migrate"]) == 0
    asyncio.run(meet(tmp_path / "data", 101, "Ann"))
    return tmp_path / "data"


async def meet(folder: Path, telegram_id: int, name: str) -> None:
    file = folder / "encryption.keys"
    database = Database(
        f"sqlite+aiosqlite:///{folder}/backsoon.db", Vault(read_keyring(file), KeysFile(file).news)
    )
    async with database.work() as work:
        await work.persons.meet(telegram_id, name, "en", NOW)
    await database.close()


def keys_in_use(folder: Path) -> set[bytes]:
    with sqlite3.connect(folder / "backsoon.db") as database:
        rows = database.execute("SELECT name FROM persons").fetchall()
    database.close()
    return {bytes(name[1:5]) for (name,) in rows}


def ran(action: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["keys", action])
    said = capsys.readouterr()
    return code, (said.out + said.err).strip()


def test_a_new_key_and_then_nothing_is_left_under_the_old_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = read_keyring(folder / "encryption.keys")
    code, words = ran("new", capsys)
    assert code == 0
    assert "keys rotate" in words
    assert keys_in_use(folder) == {old.current_id}
    code, words = ran("rotate", capsys)
    assert code == 0
    assert words.startswith("Sealed 2 texts anew")
    new = read_keyring(folder / "encryption.keys")
    assert keys_in_use(folder) == {new.current_id}
    assert new.current_id != old.current_id
    asyncio.run(meet(folder, 102, "Ben"))
    assert ran("rotate", capsys)[1].startswith("Sealed 0 texts")


def test_no_key_is_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = ran("new", capsys)[1] + ran("rotate", capsys)[1]
    for key_id, key in read_keyring(folder / "encryption.keys").keys.items():
        assert key.hex() not in said
        assert key_id.hex() not in said


def test_without_a_key_that_is_needed_it_is_one_sentence_and_nothing_is_changed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = keys_in_use(folder)
    (folder / "encryption.keys").unlink()
    for action in ("new", "rotate"):
        code, words = ran(action, capsys)
        assert (code, words.count("\n")) == (2, 0)
        assert "is missing" in words
    write_keyring(folder / "encryption.keys", new_keyring())
    code, words = ran("rotate", capsys)
    assert (code, words.count("\n")) == (2, 0)
    assert "persons" in words
    assert keys_in_use(folder) == before


async def test_the_bot_does_not_start_with_other_keys_and_overwrites_nothing(folder: Path) -> None:
    (folder / "encryption.keys").unlink()
    write_keyring(folder / "encryption.keys", new_keyring())
    other = (folder / "encryption.keys").read_bytes()
    with pytest.raises(StartRefused, match="do not open what is in the database"):
        await prepare(load_settings())
    assert (folder / "encryption.keys").read_bytes() == other
