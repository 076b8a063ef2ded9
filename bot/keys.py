"""The encryption keys of this installation: read, or made at the very first start."""

from collections.abc import Callable
from pathlib import Path

from bot.errors import StartRefused
from storage.keys import Keyring, KeysUnusable, new_keyring, read_keyring, write_keyring


def open_keys(path: Path, used: bool, announce: Callable[[str], None] = print) -> Keyring:
    """The keys in `path`. They are made where there are none and the database is new; `announce` then tells.

    `used`: whether the database has been used before.

    Raises:
        StartRefused: they are missing beside a database, spoilt, or cannot be written.
    """
    try:
        if path.exists() or used:
            return read_keyring(path)
        return _make(path, announce)
    except KeysUnusable as error:
        raise StartRefused(
            f"{error} Without it the database cannot be read: put it back from a backup, or copy it from "
            "another replica."
        ) from None
    except OSError:
        raise StartRefused(
            f"The encryption keys file {path} cannot be written: mend the rights of its folder."
        ) from None


def _make(path: Path, announce: Callable[[str], None]) -> Keyring:
    keyring = new_keyring()
    try:
        write_keyring(path, keyring)
    except FileExistsError:
        if not path.exists():
            raise
        # A replica that starts at the same moment was quicker.
        return read_keyring(path)
    announce(
        f"Made a new encryption key, {path}. Back it up: a backup of the database without it is worthless."
    )
    return keyring
