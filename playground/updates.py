"""The queue of updates: retention by kind, confirmation by offset, one poller at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from playground.bus import Bus
from playground.clock import Clock
from playground.errors import OTHER_POLLER, ApiError
from playground.model import Json

DAY = timedelta(hours=24)
RETENTION = {"callback_query": timedelta(seconds=150)}  # everything else is kept for DAY
OPT_IN = ("chat_member", "message_reaction", "message_reaction_count")
SILENCE = timedelta(days=7)  # after it, the next update id is random
MAX_TIMEOUT = 50
FAR_PAST, FAR_FUTURE = 2_000_000, 10  # offsets outside are treated as the queue's head


@dataclass(frozen=True)
class Queued:
    id: int
    kind: str
    payload: Json
    expires: datetime
    whole: tuple[Any, ...] = ()  # what was slipped in stands for all the rest

    def raw(self) -> Any:
        return self.whole[0] if self.whole else {"update_id": self.id, self.kind: self.payload}


class Updates:
    """What waits for the bot. Times are the injected clock's; a poll waits in real seconds."""

    def __init__(self, clock: Clock, first_id: int = 482_310_557) -> None:
        self.allowed: list[str] = []
        self.webhook: Json = {}
        self.webhook_trouble: Json = {}
        self._clock = clock
        self._wake = Bus()
        self._next = first_id
        self._last: datetime = clock.now()
        self._queue: list[Queued] = []
        self._poller: object | None = None
        self._closed = False

    def wanted(self, kind: str) -> bool:
        """Whether the last allowed_updates let this kind in; an empty list is Telegram's default."""
        return kind in self.allowed if self.allowed else kind not in OPT_IN

    def allow(self, kinds: list[str] | None) -> None:
        """Remember allowed_updates; None leaves the last list in force."""
        if kinds is not None:
            self.allowed = kinds

    def add(self, kind: str, payload: Json) -> bool:
        """Queue one update; False if the bot did not ask for its kind."""
        if not self.wanted(kind):
            return False
        now = self._clock.now()
        if now - self._last > SILENCE:
            self._next = self._next * 48_271 % 2_147_483_647  # anywhere, up or down
        self._last = now
        self._queue.append(Queued(self._next, kind, payload, now + RETENTION.get(kind, DAY)))
        self._next += 1
        self._wake.changed()
        return True

    def slip_in(self, raw: Any) -> int:
        """Queue something as it stands: an update of no known kind, or none at all.

        Returns the id that is counted for it; an object without an `update_id` gets it, unless that is None.
        """
        if isinstance(raw, dict):
            raw = {"update_id": self._next, **raw}
            raw = {name: value for name, value in raw.items() if name != "update_id" or value is not None}
        self._queue.append(Queued(self._next, "", {}, self._clock.now() + DAY, whole=(raw,)))
        self._next += 1
        self._wake.changed()
        return self._next - 1

    def pending(self) -> list[Json]:
        """The updates that are neither confirmed nor expired, oldest first."""
        self._expire()
        return [queued.raw() for queued in self._queue]

    def waiting(self) -> tuple[Queued, ...]:
        """The same, as they are queued."""
        self._expire()
        return tuple(self._queue)

    def take(self, queued: Queued) -> None:
        """A webhook has taken this update."""
        self._queue = [other for other in self._queue if other is not queued]
        self._wake.changed()

    def failed(self, trouble: str) -> None:
        """A webhook has not taken an update; getWebhookInfo tells why."""
        at = int(self._clock.now().timestamp())
        self.webhook_trouble = {"last_error_date": at, "last_error_message": trouble}

    def set_webhook(self, params: Json) -> None:
        """Deliver there from now on; an empty one ends delivery."""
        self.webhook, self.webhook_trouble = params, {}
        self._wake.changed()

    @property
    def version(self) -> int:
        """Counts what happened to the queue."""
        return self._wake.version

    def changed(self) -> None:
        """Count one more change, and wake whoever waits for it."""
        self._wake.changed()

    async def change(self, seen: int) -> None:
        """Wait until the version is above `seen`; at most as long as a poll may take."""
        await self._wake.wait(seen, MAX_TIMEOUT)

    def drop(self) -> None:
        """Forget everything that waits (drop_pending_updates)."""
        self._queue.clear()

    def close(self) -> None:
        """End every poll that is waiting; it answers with an empty list."""
        self._closed = True
        self._wake.changed()

    @property
    def polled(self) -> bool:
        """Whether somebody is waiting for updates right now."""
        return self._poller is not None

    async def poll(
        self, offset: int, limit: int, seconds: int, alive: Callable[[], bool] = lambda: True
    ) -> list[Json]:
        """getUpdates: confirm below `offset` now, then wait up to `seconds` real seconds for something.

        Raises ApiError 409 as soon as another poll begins. `alive` tells whether the caller still listens.
        """
        me = self._poller = object()
        self._wake.changed()
        loop = asyncio.get_running_loop()
        until = loop.time() + min(max(seconds, 0), MAX_TIMEOUT)
        self._confirm(offset)
        while True:
            seen = self._wake.version
            if self._poller is not me and not alive():
                return []
            if self._poller is not me:
                raise ApiError(409, OTHER_POLLER)
            batch = self._batch(limit)
            left = until - loop.time()
            if batch or left <= 0 or self._closed or not alive():
                self._poller = None
                return batch
            await self._wake.wait(seen, left)

    def _confirm(self, offset: int) -> None:
        self._expire()
        if offset < 0:
            self._queue = self._queue[offset:]
        elif self._next - FAR_PAST <= offset <= self._next + FAR_FUTURE:
            self._queue = [queued for queued in self._queue if queued.id >= offset]

    def _batch(self, limit: int) -> list[Json]:
        self._expire()
        return [queued.raw() for queued in self._queue[: limit if 1 <= limit <= 100 else 100]]

    def _expire(self) -> None:
        now = self._clock.now()
        self._queue = [queued for queued in self._queue if queued.expires > now]
