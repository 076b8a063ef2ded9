"""The encryption keys of this installation: read, or made at the very first start."""

from collections.abc import Callable
from pathlib import Path

from bot.errors import StartRefused
from storage.keys import Keyring, KeysUnusable, new_keyring, read_keyring, write_keyring


def open_keys(path: Path, database: Path, announce: Callable[[str], None] = print) -> Keyring:
    """The keys in `path`. They are made where neither they nor the database exist; `announce` then tells so.

    Raises:
        StartRefused: they are missing beside a database, spoilt, or cannot be written.
    """
    try:
        if path.exists() or database.exists():
            return read_keyring(path)
        keyring = new_keyring()
        write_keyring(path, keyring)
    except KeysUnusable as error:
        raise StartRefused(
            f"{error} Without it the database cannot be read: put it back from a backup."
        ) from None
    except OSError:
        raise StartRefused(
            f"The encryption keys file {path} cannot be written: mend the rights of its folder."
        ) from None
    announce(
        f"Made a new encryption key, {path}. Back it up: a backup of the database without it is worthless."
    )
    return keyring
