"""Free text at rest: sealed with AES-256-GCM, bound to its table, column and row.

A sealed value is `version (1 byte) | key id (4 bytes) | nonce (12 bytes) | ciphertext and tag`.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from storage.keys import Keyring

_VERSION = b"\x01"
_NONCE_BYTES = 12


class SealBroken(Exception):
    """A sealed value does not belong to this place, was altered, or its key is gone."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """Text that only a `Vault` can make or open. Its repr shows nothing."""

    data: bytes

    def __repr__(self) -> str:
        return "Sealed(…)"


class SealedText(TypeDecorator[Sealed]):
    """The column type of everything a person wrote. Refuses whatever is not `Sealed`."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise TypeError("only sealed text may be stored in this column")
        return value.data

    def process_result_value(self, value: Any, dialect: Dialect) -> Sealed | None:
        return None if value is None else Sealed(bytes(value))


class Vault:
    """Seals and opens text with the installation's keys."""

    def __init__(self, keyring: Keyring, news: Callable[[], Keyring | None] = lambda: None) -> None:
        """`news` gives the keys when there are others than before."""
        self._news = news
        self._take(keyring)

    def refresh(self) -> None:
        """Take up a key that was added since."""
        keyring = self._news()
        if keyring is not None:
            self._take(keyring)

    def _take(self, keyring: Keyring) -> None:
        self._current = keyring.current_id
        self._ciphers = {key_id: AESGCM(key) for key_id, key in keyring.keys.items()}

    def is_current(self, sealed: Sealed) -> bool:
        """Whether this was sealed with the key that is current now."""
        return sealed.data[1:5] == self._current

    def seal(self, table: str, column: str, row: int | str, text: str) -> Sealed:
        """Seal `text` for one place; nowhere else will it open."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        # Telegram's JSON may carry lone surrogates; they must survive the round trip.
        plain = text.encode("utf-8", "surrogatepass")
        body = self._ciphers[self._current].encrypt(nonce, plain, _bound(table, column, row))
        return Sealed(_VERSION + self._current + nonce + body)

    def open(self, table: str, column: str, row: int | str, sealed: Sealed) -> str:
        """The text again.

        Raises:
            SealBroken: another place's value, an altered one, or an unknown key.
        """
        data = sealed.data
        key_id, nonce, body = data[1:5], data[5:17], data[17:]
        cipher = self._ciphers.get(key_id)
        if data[:1] != _VERSION or cipher is None:
            raise SealBroken("unknown key or version")
        try:
            plain = cipher.decrypt(nonce, body, _bound(table, column, row))
        except InvalidTag:
            raise SealBroken("not sealed for this place") from None
        return plain.decode("utf-8", "surrogatepass")


def _bound(table: str, column: str, row: int | str) -> bytes:
    return f"{table}\x1f{column}\x1f{row}".encode()
