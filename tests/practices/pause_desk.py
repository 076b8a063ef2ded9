"""Practices over real storage, and a deliverer without a network: rows drawn and settled as the bot does."""

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from bot.deliver import settle
from bot.deliver.delivery import Delivery, Drawer, Later
from bot.deliver.easel import Easel
from bot.deliver.places import Closed, Place, Places, Spread
from bot.deliver.studio import Studio
from bot.deliver.unsay import unsay
from bot.events import EVENTS
from bot.registry import SEEN_BY_CROWD, TIMERS, draw
from practices.turn import Answer, Turn, to_couple, to_person
from storage.database import Database
from storage.keys import new_keyring
from storage.sealed import Vault
from storage.tables import Base, Outbox, Panel, Party, Pause, PauseTime, Person, Timer
from storage.views import PauseState
from storage.work import Work

EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
GROUP_CHAT = -1001


@dataclass(frozen=True)
class Row:
    """An outbox row in plain words; `name` of a panel is its key's first word."""

    kind: str
    name: str
    to: str
    anew: bool
    ring: bool
    params: dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """What Telegram would have been sent."""

    at: datetime
    chat: int
    screen: str
    method: str
    text: str
    silent: bool
    data: tuple[str, ...]
    panel: str | None


class Desk:
    """Ann and Ben are a couple; `chat` is their group, if they have one."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = EVENING
        self.ann = self.ben = self.couple = 0
        self.names: dict[str, str] = {}
        self.shown: list[Shown] = []
        self.deleted: list[int] = []
        self.telegram_is_up = True
        self._message_ids = itertools.count(1)
        self._studio = Studio()
        self._easel = Easel(self._studio, lambda: None)
        self._drawer = Drawer(draw, "backsoon_demo_bot", lambda panel, chat: 0.0, self._easel)

    async def close(self) -> None:
        await self._easel.clear()
        await self._studio.close()

    # Setting up

    async def meet(self, telegram_id: int, name: str, *, private: bool = True) -> int:
        async with self.database.work() as work:
            person = await work.persons.meet(telegram_id, name, "en", self.now)
            person.private_open = private
            self.names[to_person(person.id)] = name.lower()
            return person.id

    async def pair(self, *, group: bool = True, count: int = 3) -> None:
        async with self.database.work() as work:
            place = await work.groups.join(GROUP_CHAT, self.now) if group else None
            if place is not None:
                place.member_count = count
                await work.flush()
            group_id = place.id if place is not None else None
            couple = await work.couples.form(self.ann, self.ben, group_id, self.now)
            self.couple = couple.id
            self.names[to_couple(couple.id)] = "both"

    # Acting

    async def act(self, person: int, do: Callable[..., Awaitable[None]], *args: Any, **kwargs: Any) -> str:
        """A turn of a person, in their shared chat unless `private`; the name of the press's answer."""
        private = kwargs.pop("private", False)
        async with self.database.work() as work:
            turn = Turn(self.now, work, origin=to_person(person) if private else to_couple(self.couple))
            row = await work.session.get(Person, person)
            await do(turn, row, *args, **kwargs)
            return turn.answer.name if turn.answer else ""

    async def answer(self, person: int, do: Callable[..., Awaitable[None]], *args: Any, **kw: Any) -> Answer:
        async with self.database.work() as work:
            turn = Turn(self.now, work, origin=to_couple(self.couple))
            await do(turn, await work.session.get(Person, person), *args, **kw)
            assert turn.answer is not None
            return turn.answer

    async def pass_time(self, **delta: float) -> None:
        """The clock moves while the bot is up: step by step, each timer at its instant."""
        until = self.now + timedelta(**delta)
        while True:
            async with self.database.work() as work:
                due = await work.timers.next_due()
            if due is None or due > until:
                break
            self.now = max(self.now, due)
            await self.fire()
        self.now = until

    async def be_out(self, **delta: float) -> None:
        """The clock moves while the bot is down; then it is up again."""
        self.now += timedelta(**delta)
        await self.fire()

    async def fire(self) -> int:
        """Every due timer has its turn, as the worker gives it one; how many there were."""
        fired = 0
        while fired < 10:
            async with self.database.work() as work:
                due = await work.timers.due(self.now, 1)
                if not due:
                    return fired
                await TIMERS[due[0].kind](Turn(self.now, work), due[0].subject_id)
            fired += 1
            await self.deliver()
        raise AssertionError("a timer stays due")

    # Delivering

    async def deliver_next(self) -> None:
        """Show the first row that waits."""
        async with self.database.work() as work:
            row = await work.session.scalar(select(Outbox).order_by(Outbox.lane, Outbox.seq, Outbox.id))
            assert row is not None
            await self._deliver_one(work, row)

    async def deliver(self) -> None:
        """Show what waits, if Telegram is up, and let the practices learn of it."""
        put_off: set[int] = set()
        while self.telegram_is_up:
            async with self.database.work() as work:
                waiting = select(Outbox).where(Outbox.id.not_in(put_off))
                row = await work.session.scalar(waiting.order_by(Outbox.lane, Outbox.seq, Outbox.id))
                if row is None:
                    return
                if await self._deliver_one(work, row):
                    put_off.add(row.id)
            await self._hear()

    async def take_off(self) -> Delivery:
        """Draw and send the first row that waits; Telegram's reply is on its way until `land`."""
        async with self.database.work() as work:
            row = await work.session.scalar(select(Outbox).order_by(Outbox.lane, Outbox.seq, Outbox.id))
            assert row is not None
            place = await Places(work, SEEN_BY_CROWD).resolve(row)
            assert isinstance(place, Place)
            prepared = await self._drawer.prepare(work, row, place, self.now, fresh=False)
            assert isinstance(prepared, Delivery)
            return prepared

    async def land(self, delivery: Delivery) -> int:
        """The reply is here, with the message's id; the practices have not heard of it yet."""
        async with self.database.work() as work:
            return await self._send(work, delivery)

    async def _deliver_one(self, work: Work, row: Outbox) -> bool:
        """Whether it has to wait for something else to be over."""
        place = await Places(work, SEEN_BY_CROWD).resolve(row)
        if isinstance(place, Spread):
            await work.outbox.readdress(row, place.addresses)
        elif isinstance(place, Closed):
            event = {"chat_id": place.chat_id, "address": row.address, "name": row.name, "kind": row.kind}
            await settle.undeliverable(work, (row.id,), event, self.now)
        elif not isinstance(place, Place) or (row.expires_at is not None and row.expires_at <= self.now):
            await work.outbox.remove([row.id])
        elif row.kind == "unsay":
            await unsay(work, row, place.chat_id, self.now)
        else:
            prepared = await self._drawer.prepare(work, row, place, self.now, fresh=False)
            if isinstance(prepared, Later):
                return True
            if isinstance(prepared, Delivery):
                await self._send(work, prepared)
            else:
                await work.outbox.remove([row.id])
        return False

    async def _send(self, work: Work, delivery: Delivery) -> int:
        markup = delivery.params.get("reply_markup") or {}
        buttons = [button for line in markup.get("inline_keyboard", []) for button in line]
        if delivery.kind != "call":
            self.shown.append(
                Shown(
                    at=self.now,
                    chat=delivery.chat_id,
                    screen=delivery.screen,
                    method=delivery.method,
                    text=str(delivery.params.get("text")),
                    silent=bool(delivery.params.get("disable_notification")),
                    data=tuple(str(button.get("callback_data")) for button in buttons),
                    panel=delivery.panel,
                )
            )
        elif delivery.method == "deleteMessage":
            self.deleted.append(int(delivery.params["message_id"]))
        message_id = next(self._message_ids)
        await settle.delivered(work, delivery, {"message_id": message_id}, self.now)
        return message_id

    async def _hear(self) -> None:
        while True:
            async with self.database.work() as work:
                row = await work.inbox.next_waiting()
                if row is None:
                    return
                await EVENTS[row.kind](Turn(self.now, work), work.inbox.payload(row))
                await work.inbox.finish(row)

    # Looking

    async def rows(self) -> list[Row]:
        """What waits to be shown, in order; it is taken away."""
        async with self.database.work() as work:
            found = (await work.session.scalars(select(Outbox).order_by(Outbox.seq, Outbox.id))).all()
            rows = [
                Row(
                    kind=row.kind,
                    name=row.name.partition(":")[0] if row.kind == "panel" else row.name,
                    to=self.names.get(row.address, row.address),
                    anew=row.anew,
                    ring=row.ring,
                    params=work.outbox.params(row),
                )
                for row in found
            ]
            await work.session.execute(delete(Outbox))
            return rows

    async def pauses(self) -> list[Pause]:
        async with self.database.work() as work:
            return list(await work.session.scalars(select(Pause).order_by(Pause.started_at, Pause.id)))

    async def pause(self) -> Pause:
        """The one that is not closed."""
        (found,) = [pause for pause in await self.pauses() if pause.state != PauseState.CLOSED]
        return found

    async def last(self) -> Pause:
        return (await self.pauses())[-1]

    async def parties(self, pause_id: int) -> dict[int, Party]:
        async with self.database.work() as work:
            return {party.person_id: party for party in await work.pauses.parties(pause_id)}

    async def times(self, pause_id: int) -> list[PauseTime]:
        async with self.database.work() as work:
            return list(await work.pauses.times(pause_id))

    async def timers(self) -> list[Timer]:
        async with self.database.work() as work:
            return list(await work.session.scalars(select(Timer)))

    async def next_in(self) -> float:
        """Minutes until the one timer is due."""
        (timer,) = await self.timers()
        return (timer.due_at - self.now).total_seconds() / 60

    async def panels(self) -> list[Panel]:
        async with self.database.work() as work:
            return list(await work.session.scalars(select(Panel)))

    def screens(self, chat: int | None = None) -> list[str]:
        """The names of the new messages so far, in a chat or anywhere."""
        return [one.screen for one in self.shown if one.method == "sendMessage" and chat in (None, one.chat)]


@asynccontextmanager
async def open_desk(url: str) -> AsyncIterator[Desk]:
    """A desk with Ann and Ben, who are no couple yet."""
    database = Database(url, Vault(new_keyring()))
    try:
        async with database.engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        desk = Desk(database)
        desk.ann = await desk.meet(1, "Ann")
        desk.ben = await desk.meet(2, "Ben")
        yield desk
        await desk.close()
    finally:
        await database.close()
