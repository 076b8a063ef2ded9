"""The Bot API's methods by name. Each takes the store and checked parameters, and returns its result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playground.methods import about, chats, editing, sending
from playground.model import Json
from playground.store import Store

METHODS: dict[str, Callable[[Store, Json], Any]] = {
    **sending.METHODS,
    **editing.METHODS,
    **chats.METHODS,
    **about.METHODS,
}
