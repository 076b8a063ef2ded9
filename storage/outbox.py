"""The outbox: what is to be shown, in order, until Telegram took it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Integer, and_, bindparam, delete, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id
from storage.lanes import Lane
from storage.sealed import Vault
from storage.tables import Outbox

_LAST = select(func.max(Outbox.seq))
_WAITING = (
    select(Outbox)
    .where(
        tuple_(Outbox.lane, Outbox.seq, Outbox.id)
        > tuple_(
            bindparam("lane", type_=Integer),
            bindparam("seq", type_=BigInteger),
            bindparam("row", type_=BigInteger),
        )
    )
    .order_by(Outbox.lane, Outbox.seq, Outbox.id)
    .limit(bindparam("most", type_=Integer))
)
_SAME_PANEL = (
    select(Outbox)
    .where(Outbox.kind == "panel", Outbox.name == bindparam("key"), Outbox.address == bindparam("at"))
    .order_by(Outbox.seq, Outbox.id)
)
_REMOVE = delete(Outbox.metadata.tables[Outbox.__tablename__]).where(
    Outbox.id.in_(bindparam("ids", expanding=True))
)


@dataclass(slots=True)
class LastNumber:
    """The last one given in a transaction, which nobody else numbers rows in meanwhile; none until asked."""

    seq: int | None = None


class OutboxRepository:
    """Rows are added in a turn, taken by the deliverer, and gone when delivered or dropped."""

    def __init__(self, session: AsyncSession, vault: Vault, last: "LastNumber | None" = None) -> None:
        self._session = session
        self._vault = vault
        self._new: list[Outbox] = []
        self._last = last or LastNumber()

    def add_panel(self, address: str, key: str, *, anew: bool, ring: bool, lane: Lane, now: datetime) -> None:
        """A stale panel. It has no age limit: it is drawn from what is true when it is sent."""
        self._add(address, "panel", key, None, anew=anew, ring=ring, lane=lane, now=now, expires_at=None)

    def add_screen(
        self,
        address: str,
        screen: str,
        params: Mapping[str, Any],
        *,
        ring: bool,
        lane: Lane,
        instead_of: int | None,
        now: datetime,
        expires_at: datetime | None,
    ) -> None:
        """A screen that is said once; `instead_of` is a message id to edit in place."""
        body = {**params, "instead_of": instead_of} if instead_of is not None else dict(params)
        self._add(
            address, "screen", screen, body, anew=True, ring=ring, lane=lane, now=now, expires_at=expires_at
        )

    def add_call(
        self,
        address: str,
        method: str,
        params: Mapping[str, Any],
        *,
        lane: Lane,
        now: datetime,
        expires_at: datetime | None = None,
    ) -> None:
        """A Bot API call other than sending a screen; `chat_id` is filled in from the address.

        `expires_at`: it was promised, and is tried until then. Otherwise a few failures let it go.
        """
        self._add(
            address, "call", method, params, anew=False, ring=False, lane=lane, now=now, expires_at=expires_at
        )

    def add_unsay(
        self, address: str, screens: Sequence[str], *, since: datetime, lane: Lane, now: datetime
    ) -> None:
        """Delete what shows one of these there and was sent at `since` or later, once all of it has landed.

        In the lane of the screens: what is said there afterwards stays.
        """
        body = {"screens": list(screens), "since": since.isoformat()}
        self._add(address, "unsay", "said", body, anew=False, ring=False, lane=lane, now=now, expires_at=None)

    def _add(
        self,
        address: str,
        kind: str,
        name: str,
        params: Mapping[str, Any] | None,
        *,
        anew: bool,
        ring: bool,
        lane: Lane,
        now: datetime,
        expires_at: datetime | None,
        seq: int = 0,
    ) -> None:
        row_id = new_id()
        text = json.dumps(params, ensure_ascii=False) if params else None
        self._new.append(
            Outbox(
                id=row_id,
                seq=seq,
                lane=int(lane),
                address=address,
                kind=kind,
                name=name,
                params=self._vault.seal("outbox", "params", row_id, text) if text else None,
                anew=anew,
                ring=ring,
                created_at=now,
                expires_at=expires_at,
                not_before=None,
                attempts=0,
            )
        )

    async def write(self) -> bool:
        """Number and add the rows of this transaction, just before it commits. True if there were any."""
        if not self._new:
            return False
        if self._last.seq is None:
            self._last.seq = await self._session.scalar(_LAST) or 0
        for number, row in enumerate(self._new, start=self._last.seq + 1):
            row.seq = row.seq or number
        # A number that is rolled back is not used again; there may be gaps.
        self._last.seq += len(self._new)
        self._session.add_all(self._new)
        self._new = []
        return True

    def params(self, row: Outbox) -> dict[str, Any]:
        """What the row carries."""
        if row.params is None:
            return {}
        opened: dict[str, Any] = json.loads(self._vault.open("outbox", "params", row.id, row.params))
        return opened

    async def waiting(self, lane: Lane, after: tuple[int, int], limit: int) -> Sequence[Outbox]:
        """Rows of this lane and the later ones in order, past `after` (sequence, id) in this lane."""
        seq, row = after
        place = {"lane": int(lane), "seq": seq, "row": row, "most": limit}
        return (await self._session.scalars(_WAITING, place)).all()

    async def same_panel(self, key: str, address: str) -> Sequence[Outbox]:
        """All waiting rows about one panel at one address: they are delivered as one."""
        return (await self._session.scalars(_SAME_PANEL, {"key": key, "at": address})).all()

    async def has_panel(self, key: str) -> bool:
        """Whether a drawing of this panel is still on its way to anybody."""
        query = select(Outbox.id).where(Outbox.kind == "panel", Outbox.name == key).limit(1)
        return await self._session.scalar(query) is not None

    async def has_screen(self, address: str, screen: str) -> bool:
        """Whether this is still to be said there."""
        query = select(Outbox.id).where(
            Outbox.kind == "screen", Outbox.name == screen, Outbox.address == address
        )
        return await self._session.scalar(query.limit(1)) is not None

    async def present(self, ids: Iterable[int]) -> frozenset[int]:
        """Those of these rows that are still there."""
        return frozenset(await self._session.scalars(select(Outbox.id).where(Outbox.id.in_(list(ids)))))

    async def withdraw_screen(self, address: str, screen: str) -> bool:
        """What was to be said there and has not been yet is said no more: a newer one takes its place.

        True: there was something, and it may be on its way already.
        """
        gone = await self._session.execute(
            delete(Outbox)
            .where(Outbox.kind == "screen", Outbox.name == screen, Outbox.address == address)
            .returning(Outbox.id)
        )
        return bool(gone.all())

    async def withdraw_all(self, address: str) -> None:
        """Nothing is said or called there any more."""
        self._new = [row for row in self._new if row.address != address]
        await self._session.execute(delete(Outbox).where(Outbox.address == address))

    async def withdraw_words_of(self, person_id: int) -> None:
        """Calls that hold a file of this person's are made no more."""
        # All names that begin with "send"; said so, the index on names serves.
        sends = and_(Outbox.name >= "send", Outbox.name < "sene")
        calls = select(Outbox).where(Outbox.kind == "call", sends)
        held = [
            row.id
            for row in await self._session.scalars(calls)
            if person_id in self.params(row).get("words_of", ())
        ]
        await self.remove(held)

    async def remove(self, ids: Iterable[int]) -> None:
        """Delivered, dropped, or no longer true."""
        await self._session.execute(_REMOVE, {"ids": list(ids)})

    async def postpone(self, ids: Iterable[int], until: datetime) -> None:
        """Try these again at `until`, one attempt later."""
        await self._session.execute(
            update(Outbox)
            .where(Outbox.id.in_(list(ids)))
            .values(not_before=until, attempts=Outbox.attempts + 1)
        )

    async def readdress(self, row: Outbox, addresses: Sequence[str]) -> None:
        """Replace a row by copies for several addresses, at the same place in the order of their chats."""
        params = self.params(row)
        for address in addresses:
            self._add(
                address,
                row.kind,
                row.name,
                params,
                anew=row.anew,
                ring=row.ring,
                lane=Lane(row.lane),
                now=row.created_at,
                expires_at=row.expires_at,
                seq=row.seq,
            )
        await self.remove([row.id])

    async def depth(self) -> int:
        """How many rows wait."""
        return (await self._session.scalar(select(func.count()).select_from(Outbox))) or 0
