"""The inbox: raw updates and internal events, each handled exactly once, in our own order."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id
from storage.sealed import Vault
from storage.tables import Inbox

TOMBSTONES_KEPT_FOR = timedelta(hours=48)


class InboxRepository:
    """Waiting rows carry a sealed payload; done and dead ones are tombstones against redelivery."""

    def __init__(self, session: AsyncSession, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    async def receive(self, update_id: int, kind: str, raw: Mapping[str, Any], now: datetime) -> bool:
        """Keep an update for its turn. False: it has been received before."""
        key = f"tg:{update_id}"
        known = await self._session.scalar(select(Inbox.seq).where(Inbox.key == key))
        if known is not None:
            return False
        self._add(key, kind, raw, now)
        await self._session.flush()
        return True

    def tell(self, kind: str, event: Mapping[str, Any], now: datetime) -> None:
        """An internal event, such as a delivered return: a turn like any other."""
        self._add(f"in:{new_id()}", kind, event, now)

    def _add(self, key: str, kind: str, payload: Mapping[str, Any], now: datetime) -> None:
        text = json.dumps(payload, ensure_ascii=False)
        self._session.add(
            Inbox(
                key=key,
                kind=kind,
                payload=self._vault.seal("inbox", "payload", key, text),
                state="waiting",
                attempts=0,
                received_at=now,
            )
        )

    async def next_waiting(self) -> Inbox | None:
        """The first row that has had no turn yet."""
        query = select(Inbox).where(Inbox.state == "waiting").order_by(Inbox.seq).limit(1)
        return await self._session.scalar(query)

    def payload(self, row: Inbox) -> dict[str, Any]:
        """The raw update or event."""
        if row.payload is None:
            return {}
        opened: dict[str, Any] = json.loads(self._vault.open("inbox", "payload", row.key, row.payload))
        return opened

    async def finish(self, row: Inbox) -> None:
        """Its turn is over: keep the tombstone, without a word of the payload."""
        await self._empty(row.seq, "done")

    async def bury(self, seq: int) -> None:
        """It failed for good: keep it, without a word of the payload."""
        await self._empty(seq, "dead")

    async def _empty(self, seq: int, state: str) -> None:
        await self._session.execute(update(Inbox).where(Inbox.seq == seq).values(state=state, payload=None))

    async def failed(self, seq: int) -> int:
        """Count a failed turn; the number of failures so far."""
        attempts = await self._session.scalar(
            update(Inbox)
            .where(Inbox.seq == seq)
            .values(attempts=Inbox.attempts + 1)
            .returning(Inbox.attempts)
        )
        return attempts or 0

    async def sweep(self, now: datetime) -> None:
        """Forget tombstones that no redelivery can reach any more."""
        await self._session.execute(
            delete(Inbox).where(Inbox.state != "waiting", Inbox.received_at < now - TOMBSTONES_KEPT_FOR)
        )
