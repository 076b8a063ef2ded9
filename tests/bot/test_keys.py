"""The keys of an installation: made once, never made anew beside a database."""

from pathlib import Path

import pytest

from bot.errors import StartRefused
from bot.keys import open_keys


def test_the_first_start_makes_keys_and_says_that_they_must_be_kept(tmp_path: Path) -> None:
    said: list[str] = []
    made = open_keys(tmp_path / "encryption.keys", used=False, announce=said.append)
    assert (tmp_path / "encryption.keys").stat().st_mode & 0o777 == 0o600
    assert len(said) == 1
    assert "without it is worthless" in said[0]
    assert open_keys(tmp_path / "encryption.keys", used=False, announce=said.append) == made
    assert len(said) == 1


def test_a_database_without_its_keys_is_refused_and_gets_no_others(tmp_path: Path) -> None:
    with pytest.raises(StartRefused, match="put it back from a backup"):
        open_keys(tmp_path / "encryption.keys", used=True)
    assert not (tmp_path / "encryption.keys").exists()


def test_spoilt_keys_are_refused(tmp_path: Path) -> None:
    (tmp_path / "encryption.keys").write_text("spoilt\n", "ascii")
    with pytest.raises(StartRefused, match="a line that is no key"):
        open_keys(tmp_path / "encryption.keys", used=False)


def test_keys_that_cannot_be_written_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StartRefused, match="cannot be written"):
        open_keys(tmp_path / "file" / "encryption.keys", used=False)
