"""The clock that the playground is given; it never reads the wall clock itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """A source of the present instant that can be moved forward."""

    def now(self) -> datetime:
        """The present instant, aware, UTC."""

    def advance(self, delta: timedelta) -> None:
        """Move the present instant forward by `delta`."""
