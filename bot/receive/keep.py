"""Keeping what is let in, however it was received: admitted, measured, committed."""

from collections.abc import Callable, Sequence
from typing import Any

from bot.metrics import SILENT, Meters
from bot.receive.admit import Admitted, admit
from bot.receive.buckets import Buckets
from scheduler.clock import Clock
from storage.database import Database

# An update that is never offered again after a failed commit is forgotten with the others past so many.
_MOST_OWED = 10_000


class Receiver:
    """Writes down what is admitted. What it has returned from may be confirmed to Telegram."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        bot_id: int,
        bot_username: str,
        on_received: Callable[[], None],
        meters: Meters = SILENT,
    ) -> None:
        self._database = database
        self._clock = clock
        self._bot_id = bot_id
        self._bot_username = bot_username
        self._on_received = on_received
        self._meters = meters
        self._buckets = Buckets()
        # Measured already, but not committed: offered again, they must not be taken for a flood.
        self._owed: set[int] = set()

    async def keep(self, batch: Sequence[Any]) -> None:
        """Commit what is admitted of these raw updates, all of it or nothing; the rest is let go.

        Raises whatever the database raises: the same updates are then to be offered again.
        """
        kept = self._chosen(batch)
        if not kept:
            return
        ids = {update.update_id for update in kept}
        if len(self._owed) > _MOST_OWED:
            self._owed.clear()
        self._owed |= ids
        now = self._clock.now()
        async with self._database.work() as work:
            for update in kept:
                await work.inbox.receive(update.update_id, update.kind, update.raw, now)
        self._owed -= ids
        self._meters.received("kept", len(kept))
        self._on_received()

    def _chosen(self, batch: Sequence[Any]) -> list[Admitted]:
        now = self._clock.now()
        judged = [admit(raw, self._bot_id, self._bot_username) for raw in batch]
        admitted = [update for update in judged if update is not None]
        kept = [
            update for update in admitted if update.update_id in self._owed or self._buckets.take(update, now)
        ]
        self._meters.received("ignored", len(judged) - len(admitted))
        self._meters.received("flood", len(admitted) - len(kept))
        return kept
