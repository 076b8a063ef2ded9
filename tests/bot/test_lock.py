"""One process a data folder."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.errors import StartRefused
from bot.lock import hold_database, hold_lock

HOLDER = """
import sys
from pathlib import Path
from bot.lock import hold_database, hold_lock
with hold_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_process(data_dir: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the lock until it is killed."""
    command = [sys.executable, "-c", HOLDER, str(data_dir)]
    house = Path(__file__).parents[2]
    with subprocess.Popen(
        command, cwd=house, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


def test_the_data_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    with hold_lock(tmp_path / "new" / "data"):
        assert (tmp_path / "new" / "data").stat().st_mode & 0o777 == 0o700


def test_a_second_process_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    with (
        another_process(tmp_path),
        pytest.raises(StartRefused, match="Another Backsoon"),
        hold_lock(tmp_path),
    ):
        pytest.fail("two processes hold one folder")


def test_two_folders_do_not_hinder_each_other(tmp_path: Path) -> None:
    with another_process(tmp_path / "ann"), hold_lock(tmp_path / "ben"):
        assert (tmp_path / "ben" / "lock").exists()


def test_a_killed_process_leaves_no_lock_behind(tmp_path: Path) -> None:
    with another_process(tmp_path) as process:
        process.kill()
        process.wait()
        with hold_lock(tmp_path):
            assert (tmp_path / "lock").exists()


def test_a_lock_can_be_held_again_after_it_was_let_go(tmp_path: Path) -> None:
    with hold_lock(tmp_path):
        pass
    with hold_lock(tmp_path):
        assert (tmp_path / "lock").exists()


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StartRefused, match="cannot be written"), hold_lock(tmp_path / "file" / "data"):
        pytest.fail("there is no such folder")


def test_two_folders_may_not_share_one_database(tmp_path: Path) -> None:
    database = tmp_path / "shared.db"
    with hold_database(database), pytest.raises(StartRefused) as refused, hold_database(database):
        pass
    assert "DATABASE_URL" in refused.value.sentence
    with hold_database(database):
        pass
