"""One process a data folder: a lock that the system lets go of when its holder dies, however it dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import StartRefused


def make_folder(data_dir: Path) -> None:
    """Make `data_dir` when missing (mode 0700).

    Raises:
        StartRefused: it cannot be made.
    """
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise StartRefused(_unwritable(data_dir)) from None


@contextmanager
def hold_lock(data_dir: Path) -> Iterator[None]:
    """Hold `data_dir/lock` for as long as the block runs; the folder is made when missing (mode 0700).

    Raises:
        StartRefused: another process holds it, or the folder cannot be written.
    """
    make_folder(data_dir)
    taken = f"Another Backsoon already works on {data_dir}: stop it first, or set another DATA_DIR."
    with _hold(data_dir / "lock", taken, _unwritable(data_dir)):
        yield


@contextmanager
def hold_database(path: Path, instead: str = ", or set another DATABASE_URL") -> Iterator[None]:
    """Hold an SQLite file's own lock, beside it: two data folders may name the same database.

    `instead`: what the operator can do but stop the process that holds it.

    Raises:
        StartRefused: another process holds it, or its folder cannot be written.
    """
    path = path.resolve()
    lock = path.with_name(f"{path.name}.lock")
    taken = f"Another Backsoon already works on {path}: stop it first{instead}."
    unwritable = f"The database's folder {path.parent} is missing, or cannot be written by the bot's user."
    with _hold(lock, taken, unwritable):
        yield


@contextmanager
def _hold(lock: Path, taken: str, unwritable: str) -> Iterator[None]:
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        raise StartRefused(unwritable) from None
    with os.fdopen(descriptor, "r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StartRefused(taken) from None
        yield


def _unwritable(data_dir: Path) -> str:
    return f"The data folder {data_dir} cannot be written: mend its owner and rights, or set DATA_DIR."
