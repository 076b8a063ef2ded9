"""Chooses what goes next: lane by lane, in order within a chat and lane, one call at a time in a chat."""

import asyncio
from collections.abc import Iterable, Sequence
from math import inf
from time import monotonic

from structlog.stdlib import get_logger

from bot.deliver.delivery import Delivery, Drawer, Early, Later, Stale, Undrawn
from bot.deliver.places import Closed, Nowhere, Place, Places, Spread
from bot.deliver.settle import undeliverable
from bot.deliver.traffic import Traffic
from bot.deliver.trouble import DATABASE_TROUBLE
from bot.deliver.unsay import unsay
from scheduler.clock import Clock
from storage.lanes import Lane
from storage.tables import Outbox
from storage.work import Work

# Rows read at once. Mostly the first few are all that may go.
_FIRST_PAGE, _PAGE = 24, 100
# Seconds after which no more is drawn in one transaction, so that turns are not kept waiting.
_MOMENT = 0.03

_log = get_logger(__name__)


class Pick:
    """One look at the outbox, in one transaction. Afterwards the fields say what is to be done.

    `deliveries` may go now. `wait`: seconds until a waiting row may; infinite if only a wake-up can tell.
    `again`: look again at once. `told`: an event was written for the worker.
    """

    _work: Work
    _places: Places

    def __init__(self, clock: Clock, traffic: Traffic, drawer: Drawer, crowd_panels: frozenset[str]) -> None:
        self.deliveries: list[Delivery] = []
        self.wait = inf
        self.again = False
        self.told = False
        self._clock = clock
        self._traffic = traffic
        self._drawer = drawer
        self._crowd_panels = crowd_panels
        self._free = traffic.free
        self._until = monotonic() + _MOMENT
        self._lane: Lane | None = None
        self._handled: set[int] = set()
        self._blocked: set[str | int] = set()

    async def look(self, work: Work) -> None:
        """Choose. Errors of single rows are counted against them; database trouble is raised."""
        self._work = work
        self._places = Places(work, self._crowd_panels)
        wait = self._traffic.wait_all()
        if wait > 0:
            self._note(wait)
            return
        lane, after, page = Lane.PAUSE, (0, 0), _FIRST_PAGE
        while True:
            rows = await self._work.outbox.waiting(lane, after, page)
            closed = await self._look_at(rows)
            if self.again or (closed is None and len(rows) < page):
                return
            if closed is Lane.SCHEDULED:
                return
            if closed is not None:
                lane, after, page = Lane(closed + 1), (0, 0), _PAGE
            else:
                lane, after, page = Lane(rows[-1].lane), (rows[-1].seq, rows[-1].id), _PAGE

    async def _look_at(self, rows: Sequence[Outbox]) -> Lane | None:
        """Consider these in order; the lane in which nothing may go for now, where they came to one."""
        for row in rows:
            lane = Lane(row.lane)
            if lane is not self._lane:
                if self.deliveries:
                    # They go ahead at once; the later lanes have the next look.
                    self.again = True
                    return None
                self._lane = lane
                self._blocked = set()
            wait = self._traffic.wait_lane(lane)
            if wait > 0:
                self._note(wait)
                return lane
            await self._consider_safely(row)
            if self._full:
                self.again = True
                return None
            # Whatever lands meanwhile is heard, and the worker's clock is kept.
            await asyncio.sleep(0)
        return None

    @property
    def _full(self) -> bool:
        """All chats that may be are in flight, or turns have been kept waiting for a moment."""
        return len(self.deliveries) >= self._free or (bool(self.deliveries) and monotonic() > self._until)

    async def _consider_safely(self, row: Outbox) -> None:
        try:
            if await self._may_go(row):
                await self._consider(row)
        except DATABASE_TROUBLE:
            raise
        except Exception:
            self._traffic.failed(row.id, row.attempts)
            self._block(row)
            self._note(self._traffic.wait_row(row))
            _log.exception("row failed", kind=row.kind, key=row.name, lane=row.lane)

    async def _may_go(self, row: Outbox) -> bool:
        """Whether this row is next in its chat; drops what is too late or beyond help."""
        if row.id in self._handled:
            return False
        if self._traffic.flying(row) or row.address in self._blocked:
            self._block(row)
            return False
        if self._traffic.poisoned(row):
            await self._drop([row.id], row, "poison")
            return False
        if row.expires_at is not None and row.expires_at <= self._clock.now():
            await self._drop([row.id], row, "late")
            return False
        easel_of = self._drawer.easel.waits(row.id)
        if easel_of is not None:
            self._block(row, easel_of)
            return False
        rest = self._traffic.wait_row(row)
        if rest > 0:
            self._block(row, self._traffic.resting_in(row))
            self._note(rest)
            return False
        return True

    async def _consider(self, row: Outbox) -> None:
        place = await self._places.resolve(row)
        # Copies of a spread row have places before rows that this page already holds: pick none of these.
        if self.again and not isinstance(place, Spread):
            return
        match place:
            case Place():
                await self._consider_at(row, place)
            case Spread():
                await self._work.outbox.readdress(row, place.addresses)
                self._handled.add(row.id)
                self.again = True
            case Closed():
                await self._tell_closed(row, place)
            case Nowhere():
                await self._drop([row.id], row, "nowhere")

    async def _consider_at(self, row: Outbox, place: Place) -> None:
        chat = place.chat_id
        if chat in self._blocked or self._traffic.busy(chat):
            self._block(row, chat)
            return
        if row.kind == "unsay":
            # Whatever was on its way before it has landed.
            self.again |= await unsay(self._work, row, chat, self._clock.now())
            self._handled.add(row.id)
            self._forget([row.id])
            return
        counted = not (row.kind == "call" and row.name.startswith(("get", "delete")))
        wait = self._traffic.wait_chat(chat, Lane(row.lane), message=counted)
        if wait > 0:
            self._block(row, chat)
            self._note(wait)
            return
        fresh = self._traffic.lost(row)
        prepared = await self._drawer.prepare(self._work, row, place, self._clock.now(), fresh=fresh)
        match prepared:
            case Delivery():
                self._traffic.take_off(prepared)
                self.deliveries.append(prepared)
            case Stale():
                await self._drop(prepared.ids, row, "not_stale")
            case Early():
                self._note(prepared.seconds)
            case Later():
                self._traffic.put_off(row, chat, prepared.seconds)
                self._block(row, chat)
                self._note(prepared.seconds)
            case Undrawn():
                self._block(row, chat)

    async def _tell_closed(self, row: Outbox, place: Closed) -> None:
        ids = [row.id]
        if row.kind == "panel":
            ids = [each.id for each in await self._work.outbox.same_panel(row.name, row.address)]
        event = {
            "chat_id": place.chat_id,
            "address": row.address,
            "name": row.name,
            "kind": row.kind,
            "why": "closed",
        }
        await undeliverable(self._work, tuple(ids), event, self._clock.now())
        self._handled.update(ids)
        self._forget(ids)
        self.told = True

    async def _drop(self, ids: Iterable[int], row: Outbox, reason: str) -> None:
        ids = list(ids)
        await self._work.outbox.remove(ids)
        self._handled.update(ids)
        self._forget(ids)
        log = _log.error if reason == "poison" else _log.info
        log("row dropped", reason=reason, kind=row.kind, key=row.name, lane=row.lane)

    def _forget(self, ids: Iterable[int]) -> None:
        self._traffic.forget(ids)
        self._drawer.easel.forget(ids)

    def _block(self, row: Outbox, chat_id: int | None = None) -> None:
        """Whatever comes later in this lane for the same chat waits."""
        self._blocked.add(row.address)
        if chat_id is not None:
            self._blocked.add(chat_id)

    def _note(self, wait: float) -> None:
        self.wait = min(self.wait, wait)
