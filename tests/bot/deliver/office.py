"""The deliverer at work between a database and a town of phones, and hands to lead it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

import playground
from bot.api import BotApi
from bot.deliver.deliverer import Deliverer
from bot.deliver.limits import Limits
from bot.deliver.studio import Studio
from content.rich import Rich
from scheduler.clock import MovableClock
from screens.screen import Button, Reader, Screen
from storage.database import Database
from storage.lanes import Lane
from storage.tables import Inbox, Outbox, Person
from storage.work import Work

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
PATIENCE = 20.0

Drawn = Screen | None | Exception


def screen(text: str, *, name: str = "sketch", button: str | None = None, report: bool = False) -> Screen:
    """A small screen."""
    rows = ((Button(button, press="p:1"),),) if button else ()
    return Screen(name=name, text=Rich(text), rows=rows, report=report)


@dataclass
class Board:
    """What each screen shows now, by name; asked for by the deliverer just before it sends."""

    shows: dict[str, Drawn | Callable[[Reader, Mapping[str, Any]], Drawn]] = field(default_factory=dict)
    readers: list[Reader] = field(default_factory=list)

    async def draw(
        self, work: Work, kind: str, name: str, params: Mapping[str, Any], reader: Reader
    ) -> Screen | None:
        self.readers.append(reader)
        shown = self.shows.get(name, screen(f"{name} {params or ''}".strip()))
        drawn = shown(reader, params) if callable(shown) else shown
        if isinstance(drawn, Exception):
            raise drawn
        return drawn


@dataclass
class Office:
    """The deliverer at work, and hands to put rows before it and to read what came of them."""

    town: playground.Playground
    database: Database
    clock: MovableClock
    api: BotApi
    board: Board = field(default_factory=Board)
    limits: Limits = field(default_factory=Limits.none)
    studio: Studio | None = None
    woken: int = 0
    # Seconds by which the machine's running time is ahead of the clock, which may be set back.
    ahead: float = 0.0
    deliverer: Deliverer = field(init=False)

    def __post_init__(self) -> None:
        self.deliverer = self.new_deliverer()

    def new_deliverer(self) -> Deliverer:
        return Deliverer(
            self.database,
            self.api,
            self.clock,
            self.board.draw,
            "backsoon_demo_bot",
            self.limits,
            on_event=self._on_event,
            crowd_panels={"pause"},
            studio=self.studio,
            time=lambda: self.clock.now().timestamp() + self.ahead,
        )

    def _on_event(self) -> None:
        self.woken += 1

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """The deliverer runs."""
        stop = asyncio.Event()
        running = asyncio.create_task(self.deliverer.run(stop))
        self.clock.on_move(self.deliverer.wake)
        try:
            yield
        finally:
            stop.set()
            async with asyncio.timeout(PATIENCE):
                await running

    async def rest(self) -> None:
        """Wait until nothing is on its way and nothing may go now."""
        async with asyncio.timeout(PATIENCE):
            await asyncio.sleep(0)
            while not self.deliverer.idle:  # noqa: ASYNC110
                await asyncio.sleep(0)

    async def deliver(self) -> None:
        """Open for as long as there is something to do."""
        async with self.open():
            await self.rest()

    async def pass_time(self, seconds: float) -> None:
        """Move the clock, and let happen what is due then."""
        self.clock.advance(timedelta(seconds=seconds))
        await self.rest()

    async def do(self, what: Callable[[Work], Awaitable[Any] | None]) -> None:
        """A turn of its own."""
        async with self.database.work() as work:
            done = what(work)
            if done is not None:
                await done
        self.deliverer.wake()

    async def panel(
        self, address: str, key: str, *, anew: bool = False, ring: bool = False, lane: Lane = Lane.ANSWER
    ) -> None:
        await self.do(
            lambda work: work.outbox.add_panel(
                address, key, anew=anew, ring=ring, lane=lane, now=self.clock.now()
            )
        )

    async def say(
        self,
        address: str,
        name: str,
        *,
        lane: Lane = Lane.ANSWER,
        ring: bool = False,
        instead_of: int | None = None,
        for_: timedelta | None = timedelta(minutes=10),
        **params: Any,
    ) -> None:
        now = self.clock.now()
        await self.do(
            lambda work: work.outbox.add_screen(
                address,
                name,
                params,
                ring=ring,
                lane=lane,
                instead_of=instead_of,
                now=now,
                expires_at=now + for_ if for_ is not None else None,
            )
        )

    async def ask(
        self,
        address: str,
        method: str,
        *,
        lane: Lane = Lane.ANSWER,
        expires_at: datetime | None = None,
        **params: Any,
    ) -> None:
        await self.do(
            lambda work: work.outbox.add_call(
                address, method, params, lane=lane, now=self.clock.now(), expires_at=expires_at
            )
        )

    async def waiting(self) -> list[Outbox]:
        async with self.database.work() as work:
            return list(await work.session.scalars(select(Outbox).order_by(Outbox.seq, Outbox.id)))

    async def events(self, kind: str | None = None) -> list[dict[str, Any]]:
        """What the deliverer told the worker."""
        async with self.database.work() as work:
            rows = await work.session.scalars(select(Inbox).order_by(Inbox.seq))
            return [work.inbox.payload(row) for row in rows if kind in (None, row.kind)]

    def calls(self, *methods: str) -> list[playground.Call]:
        """What the bot asked of Telegram, oldest first."""
        return [call for call in self.town.calls if not methods or call.method in methods]

    def texts(self, chat: int) -> list[str]:
        """What a chat shows now, of the bot's."""
        place = self.town.world.store.chat(chat)
        bot = self.town.world.store.bot.id
        return [one.text for one in place.messages.values() if one.by == bot and not one.deleted]


@dataclass(frozen=True)
class Someone:
    """A person: their row, their phone, and the addresses that mean them."""

    id: int
    phone: playground.Person

    @property
    def address(self) -> str:
        return f"person:{self.id}"

    @property
    def chat(self) -> int:
        return self.phone.id


@dataclass(frozen=True)
class Two:
    """A couple and their group."""

    id: int
    group_id: int
    chat: int

    @property
    def address(self) -> str:
        return f"couple:{self.id}"


async def meet(office: Office, name: str, language: str = "en", *, started: bool = True) -> Someone:
    """Somebody who knows the bot; `started`: their private chat is open."""
    phone = office.town.world.add_person(name, language)
    if started:
        office.town.world.start(phone)
    async with office.database.work() as work:
        person = await work.persons.meet(phone.id, name, language, office.clock.now())
        person.private_open = started
        return Someone(person.id, phone)


async def pair(office: Office, ann: Someone, ben: Someone, *, count: int | None = 3) -> Two:
    """A couple with a group of their own, in which so many are counted."""
    world = office.town.world
    chat = world.make_group("home", [ann.phone, ben.phone])
    world.add_bot(chat, ann.phone)
    async with office.database.work() as work:
        group = await work.groups.join(chat, office.clock.now())
        group.member_count = count
        couple = await work.couples.form(ann.id, ben.id, group.id, office.clock.now())
        return Two(couple.id, group.id, chat)


async def close_private(office: Office, someone: Someone) -> None:
    """The bot has learned that it may not write to this person."""
    async with office.database.work() as work:
        person = await work.session.get(Person, someone.id)
        assert person is not None
        person.private_open = False
