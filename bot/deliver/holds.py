"""Waits that end when either clock says so."""

from collections.abc import Callable, Hashable
from datetime import datetime, timedelta

from scheduler.clock import Clock

_MANY = 4096


class Holds:
    """What must wait, by key, and for how much longer.

    A wait is over when the bot's clock or the machine's running time has passed it: a clock that is set
    back must not keep a pause from being delivered, and one that is moved on must not make anybody wait.
    """

    def __init__(self, clock: Clock, time: Callable[[], float]) -> None:
        """`time`: seconds of a clock that only runs forward."""
        self._clock = clock
        self._time = time
        self._until: dict[Hashable, tuple[datetime, float]] = {}
        self._tidy_at = _MANY

    def put(self, key: Hashable, seconds: float) -> None:
        """Hold `key` for so long from now, whatever held it before."""
        if len(self._until) > self._tidy_at:
            self._until = {known: until for known, until in self._until.items() if self._left(until) > 0}
            self._tidy_at = max(_MANY, 2 * len(self._until))
        self._until[key] = (self._clock.now() + timedelta(seconds=seconds), self._time() + seconds)

    def knows(self, key: Hashable) -> bool:
        """Whether this key was ever held, be it over or not."""
        return key in self._until

    def left(self, key: Hashable) -> float:
        """Seconds until it is free; 0 if it is."""
        until = self._until.get(key)
        return 0.0 if until is None else max(0.0, self._left(until))

    def end(self, key: Hashable) -> None:
        """Hold it no longer."""
        self._until.pop(key, None)

    def _left(self, until: tuple[datetime, float]) -> float:
        return min((until[0] - self._clock.now()).total_seconds(), until[1] - self._time())
