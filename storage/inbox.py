"""The inbox: raw updates and internal events, each handled exactly once, in our own order."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, bindparam, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id
from storage.sealed import Sealed, Vault
from storage.tables import Inbox

TOMBSTONES_KEPT_FOR = timedelta(hours=48)
NEWS = "backsoon_news"
"""The channel on which PostgreSQL tells the replica that works of what another one received."""


_WAITING = (
    select(Inbox).where(Inbox.state == "waiting").order_by(Inbox.seq).limit(bindparam("most", type_=Integer))
)
_EMPTY = (
    update(Inbox.metadata.tables[Inbox.__tablename__])
    .where(Inbox.seq == bindparam("at"))
    .values(state=bindparam("so"), payload=None)
)


class InboxRepository:
    """Waiting rows carry a sealed payload; done and dead ones are tombstones against redelivery."""

    def __init__(self, session: AsyncSession, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self._told_others = False

    async def receive(self, update_id: int, kind: str, raw: Mapping[str, Any], now: datetime) -> bool:
        """Keep an update for its turn. False: it has been received before."""
        key = f"tg:{update_id}"
        row = _values(key, kind, self._seal(key, raw), now)
        on_postgresql = self._session.get_bind().dialect.name == "postgresql"
        insert = postgresql.insert(Inbox) if on_postgresql else sqlite.insert(Inbox)
        # One statement, since another replica may receive the same at this moment.
        new = await self._session.scalar(
            insert.values(row).on_conflict_do_nothing(index_elements=[Inbox.key]).returning(Inbox.seq)
        )
        if new is not None and on_postgresql and not self._told_others:
            await self._session.execute(select(func.pg_notify(NEWS, "")))
            self._told_others = True
        return new is not None

    def tell(self, kind: str, event: Mapping[str, Any], now: datetime) -> None:
        """An internal event, such as a delivered return: a turn like any other."""
        key = f"in:{new_id()}"
        self._session.add(Inbox(**_values(key, kind, self._seal(key, event), now)))

    def _seal(self, key: str, payload: Mapping[str, Any]) -> Sealed:
        return self._vault.seal("inbox", "payload", key, json.dumps(payload, ensure_ascii=False))

    async def waiting(self, limit: int) -> Sequence[Inbox]:
        """The first rows that have had no turn yet, in order."""
        return (await self._session.scalars(_WAITING, {"most": limit})).all()

    async def next_waiting(self) -> Inbox | None:
        """The first of them."""
        return next(iter(await self.waiting(1)), None)

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
        await self._session.execute(_EMPTY, {"at": seq, "so": state})

    async def failed(self, seq: int) -> int:
        """Count a failed turn; the number of failures so far."""
        attempts = await self._session.scalar(
            update(Inbox)
            .where(Inbox.seq == seq)
            .values(attempts=Inbox.attempts + 1)
            .returning(Inbox.attempts)
        )
        return attempts or 0

    async def sweep(self, now: datetime, most: int = 500) -> bool:
        """Forget tombstones that no redelivery can reach, so many at once. True: there may be more."""
        old = select(Inbox.seq).where(Inbox.state != "waiting", Inbox.received_at < now - TOMBSTONES_KEPT_FOR)
        gone = await self._session.scalars(
            delete(Inbox).where(Inbox.seq.in_(old.limit(most))).returning(Inbox.seq)
        )
        return len(gone.all()) == most


def _values(key: str, kind: str, payload: Sealed, now: datetime) -> dict[str, Any]:
    return {
        "key": key,
        "kind": kind,
        "payload": payload,
        "state": "waiting",
        "attempts": 0,
        "received_at": now,
    }
