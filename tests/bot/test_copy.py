"""`copy` from the command line: a sentence and an exit code, whatever comes of it."""

import sqlite3
from pathlib import Path

import pytest

from bot.cli import main
from bot.lock import hold_database, hold_lock
from bot.settings import Settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an installation without settings, whose database is new."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    assert main(["migrate"]) == 0
    return tmp_path


def copied(source: str, target: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Exit code and the last line."""
    capsys.readouterr()
    code = main(["copy", "--from", source, "--to", target])
    said = capsys.readouterr()
    return code, (said.out + said.err).splitlines()[-1]


def test_it_tells_how_much_it_copied_and_what_is_to_be_done_next(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with sqlite3.connect(folder / "data" / "backsoon.db") as database:
        database.execute("INSERT INTO installation (id, bot_id) VALUES (1, 7)")
    database.close()
    code, words = copied("sqlite:///data/backsoon.db", "sqlite:///data/new.db", capsys)
    assert code == 0
    assert words.startswith("Copied 2 rows, each checked.")
    assert "DATABASE_URL" in words
    code, words = copied("sqlite:///data/backsoon.db", "sqlite:///data/new.db", capsys)
    assert (code, words) == (2, "The database to copy to is not empty.")


def test_a_source_that_is_not_there_is_not_made(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, words = copied("sqlite:///data/gone.db", "sqlite:///data/new.db", capsys)
    assert code == 2
    assert words.endswith("gone.db to copy from.")
    assert not (folder / "data" / "gone.db").exists()
    assert not (folder / "data" / "new.db").exists()


def test_an_address_that_is_none_is_told_without_its_secret(capsys: pytest.CaptureFixture[str]) -> None:
    code, words = copied("sqlite:///data/backsoon.db", "mysql://ann:s3cret@127.0.0.1/couples", capsys)
    assert code == 2
    assert words.startswith("--to must name an SQLite file")
    assert "s3cret" not in words


def test_a_server_that_does_not_answer_is_told_without_its_secret(capsys: pytest.CaptureFixture[str]) -> None:
    target = "postgresql://ann:s3cret@127.0.0.1:1/couples"
    code, words = copied("sqlite:///data/backsoon.db", target, capsys)
    assert code == 2
    assert "nothing was copied" in words
    assert "s3cret" not in words


def test_a_running_bot_is_not_copied(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with hold_lock(folder / "data"):
        code, words = copied("sqlite:///data/backsoon.db", "sqlite:///data/new.db", capsys)
    assert code == 2
    assert "already works" in words


@pytest.mark.parametrize("name", ["old.db", "alias.db", "new.db"])
def test_a_bot_that_works_there_from_another_data_folder_is_seen(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    (folder / "data" / "backsoon.db").rename(elsewhere / "old.db")
    (elsewhere / "alias.db").symlink_to("old.db")
    with hold_lock(folder / "another"), hold_database(elsewhere / name):
        code, words = copied("sqlite:///elsewhere/old.db", "sqlite:///elsewhere/new.db", capsys)
    assert code == 2
    named = "new.db" if name == "new.db" else "old.db"
    assert words == f"Another Backsoon already works on {elsewhere / named}: stop it first."
    assert not (elsewhere / "new.db").exists()
    assert copied("sqlite:///elsewhere/old.db", "sqlite:///elsewhere/new.db", capsys)[0] == 0


def test_a_database_is_not_copied_to_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "alias.db").symlink_to("data/backsoon.db")
    code, words = copied("sqlite:///data/backsoon.db", "sqlite:///alias.db", capsys)
    assert (code, words) == (2, "--from and --to name the same database.")


def test_a_folder_that_is_not_there_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, words = copied("sqlite:///data/backsoon.db", "sqlite:///gone/new.db", capsys)
    assert code == 2
    assert (
        words
        == f"The database's folder {folder / 'gone'} is missing, or cannot be written by the bot's user."
    )
