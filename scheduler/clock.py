"""The one place that reads the wall clock."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What time it is, as an aware UTC instant."""

    def now(self) -> datetime: ...

    def on_move(self, listener: Callable[[], None]) -> None:
        """Call `listener` when this clock is moved, if it can tell."""


class SystemClock:
    """The machine's clock. It is stepped without a word, so whoever waits looks again now and then."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def on_move(self, listener: Callable[[], None]) -> None:
        """Nobody tells us."""


class MovableClock:
    """A clock that runs with the machine's and can be moved, or frozen at an instant.

    `start` freezes it there: it then moves by `advance` and `move_to` alone. Without `start` it
    runs on from the machine's time. Whoever waits for an instant subscribes to moves with `on_move`.
    """

    def __init__(self, start: datetime | None = None) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("start must be an aware datetime")
        self._frozen_at = start.astimezone(UTC) if start else None
        self._offset = timedelta()
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> datetime:
        return (self._frozen_at or datetime.now(UTC)) + self._offset

    def advance(self, delta: timedelta) -> None:
        """Move by `delta`; a negative one steps the clock back, as a corrected machine clock does."""
        self._offset += delta
        for listener in tuple(self._listeners):
            listener()

    def move_to(self, instant: datetime) -> None:
        """Move so that `now()` reads `instant`."""
        self.advance(instant - self.now())

    def on_move(self, listener: Callable[[], None]) -> None:
        """Call `listener` after every move."""
        self._listeners.append(listener)
