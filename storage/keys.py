"""The encryption keys file: one key a line, `id key` in hexadecimal; the last line is the current key."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

_ID_BYTES = 4
_KEY_BYTES = 32


class KeysUnusable(Exception):
    """The keys file is missing, unreadable or malformed. `str()` is a sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """Keys by id, one of them current. Its repr shows nothing of them."""

    keys: dict[bytes, bytes]
    current_id: bytes

    def __repr__(self) -> str:
        return f"Keyring({len(self.keys)} keys)"


def new_keyring() -> Keyring:
    """One fresh key."""
    key_id = secrets.token_bytes(_ID_BYTES)
    return Keyring({key_id: secrets.token_bytes(_KEY_BYTES)}, key_id)


def read_keyring(path: Path) -> Keyring:
    """Read the keys file.

    Raises:
        KeysUnusable: it is missing, unreadable or malformed.
    """
    try:
        lines = path.read_text("ascii").split("\n")
    except FileNotFoundError:
        raise KeysUnusable(f"The encryption keys file {path.name} is missing.") from None
    except (OSError, UnicodeDecodeError):
        raise KeysUnusable(f"The encryption keys file {path.name} cannot be read.") from None
    keys: dict[bytes, bytes] = {}
    current = b""
    for line in filter(None, map(str.strip, lines)):
        current, key = _parse(line, path)
        keys[current] = key
    if not keys:
        raise KeysUnusable(f"The encryption keys file {path.name} holds no key.")
    return Keyring(keys, current)


def write_keyring(path: Path, keyring: Keyring) -> None:
    """Write a new keys file, readable by its owner alone.

    Raises:
        FileExistsError: there is one already, which is left as it is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = _draft(path, keyring)
    try:
        # Whole or not at all, and never over another.
        path.hardlink_to(draft)
    finally:
        draft.unlink()


def _draft(path: Path, keyring: Keyring) -> Path:
    """The whole file under another name beside it, on the disk."""
    ordered = [key_id for key_id in keyring.keys if key_id != keyring.current_id] + [keyring.current_id]
    text = "".join(f"{key_id.hex()} {keyring.keys[key_id].hex()}\n" for key_id in ordered)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return draft


def add_key(path: Path) -> Keyring:
    """Add a fresh key to the file, current from now on; the older ones stay.

    Raises:
        KeysUnusable: the file is missing, unreadable or malformed, and is left as it is.
    """
    old, new = read_keyring(path), new_keyring()
    keyring = Keyring({**old.keys, **new.keys}, new.current_id)
    _draft(path, keyring).replace(path)
    return keyring


class KeysFile:
    """The keys file beside a running process, which takes up a new key without a new start."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = self._mark()

    def news(self) -> Keyring | None:
        """The keys, if the file is another than at the last look and can be read."""
        mark = self._mark()
        if mark == self._seen:
            return None
        self._seen = mark
        try:
            return read_keyring(self._path)
        except KeysUnusable:
            # Whatever was read before still holds.
            return None

    def _mark(self) -> tuple[int, int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size


def _parse(line: str, path: Path) -> tuple[bytes, bytes]:
    try:
        key_id, key = (bytes.fromhex(word) for word in line.split())
    except ValueError:
        raise KeysUnusable(f"The encryption keys file {path.name} has a line that is no key.") from None
    if len(key_id) != _ID_BYTES or len(key) != _KEY_BYTES:
        raise KeysUnusable(f"The encryption keys file {path.name} has a line that is no key.")
    return key_id, key
