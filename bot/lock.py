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
        raise _unwritable(data_dir) from None


@contextmanager
def hold_lock(data_dir: Path) -> Iterator[None]:
    """Hold `data_dir/lock` for as long as the block runs; the folder is made when missing (mode 0700).

    Raises:
        StartRefused: another process holds it, or the folder cannot be written.
    """
    make_folder(data_dir)
    try:
        descriptor = os.open(data_dir / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        raise _unwritable(data_dir) from None
    with os.fdopen(descriptor, "r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StartRefused(
                f"Another Backsoon already works on {data_dir}: stop it first, or set another DATA_DIR."
            ) from None
        yield


def _unwritable(data_dir: Path) -> StartRefused:
    return StartRefused(
        f"The data folder {data_dir} cannot be written: mend its owner and rights, or set DATA_DIR."
    )
