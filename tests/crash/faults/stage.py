"""Couples who live with a real bot, lines that can be cut, and a ledger of what became of it all."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import make_url

import playground
from playground.faults import Fault
from scheduler.clock import MovableClock
from tests.crash.audit import Ledger
from tests.crash.couples import Two, live
from tests.crash.faults.wire import Wire
from tests.crash.rig import Rig

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
COUPLES = 2
DATABASE_PORT = 5432
# Seconds, real ones, from when both the bot and Telegram are up until everybody was told.
SOON = 5.0


@dataclass(frozen=True, slots=True)
class Result:
    """What a fault showed.

    `updates`, each with one effect; `returns` that came, of which `missed` were said to have been missed;
    `doubled`: messages of unknown outcome; `back`: the longest that anybody waited after an outage, seconds;
    `more`: what only this fault shows.
    """

    updates: int
    returns: int
    missed: int
    doubled: int
    back: float | None
    more: str = ""

    def __str__(self) -> str:
        back = "" if self.back is None else f", back after {self.back:.1f} s"
        back += f"; {self.more}" if self.more else ""
        return (
            f"{self.updates} updates, {self.returns} return times ({self.missed} said to have been missed), "
            f"{self.doubled} messages of unknown outcome{back}"
        )


class Stage:
    """A bot that is up, and what can be done to it. `at_length`: in full lengths, as `make chaos` has it."""

    minute = timedelta(minutes=1)

    def __init__(
        self, rig: Rig, telegram: Wire, database: Wire | None, rng: Random, *, at_length: bool
    ) -> None:
        """`telegram`, `database`: the lines to them; none to a file."""
        self.rig = rig
        self.telegram = telegram
        self.database = database
        self.rng = rng
        self.at_length = at_length
        self.twos = [Two(rig, Random(rng.random()), number) for number in range(COUPLES)]
        self.ledger = Ledger()
        # Calls that the bot could not learn the outcome of.
        self.losses: list[Fault] = []
        self.waits: list[float] = []
        self._before = Result(0, 0, 0, 0, None)

    def begin(self) -> None:
        """Count from here on."""
        self.waits.clear()
        self._before = self._counted

    def ask(self) -> None:
        """Everybody asks for help: what, done twice, would be seen twice, and undone not at all."""
        for two in self.twos:
            for person in (two.ann, two.ben):
                two.ask(person)

    def length(self, short: float, full: float) -> float:
        """Seconds for which a fault lasts."""
        return full if self.at_length else short

    async def live(self) -> None:
        """One round of everybody's life, and the audit of it."""
        await live(self.rig, self.twos, self.rng)
        await self.audit()

    async def call(self) -> None:
        """Everybody pauses, and everything about it is said."""
        await asyncio.gather(*(two.call() for two in self.twos))
        await self.rig.quiet()

    @property
    def last_return(self) -> datetime:
        """When the last of them is to be back."""
        return max(two.pause.times[-1] for two in self.twos)

    async def told(self, since: float) -> None:
        """Everybody is called back, or told that this was missed, soon after `since` (see `seconds`)."""
        due = [(two, two.pause.times[-1]) for two in self.twos if two.running]
        await self.rig.until(lambda: all(two.called_back(back) for two, back in due))
        self.waits.append(max(0.0, seconds() - since))
        assert self.waits[-1] <= SOON

    async def come_back(self) -> None:
        """Everybody does what couples do at a return time, and again at a later one; then the audit."""
        while any(two.running for two in self.twos):
            back = min(two.pause.times[-1] for two in self.twos if two.running)
            await self.rig.heard()
            if back > self.rig.clock.now():
                await self.rig.move_to(back)
            here = [two for two in self.twos if two.running and two.pause.times[-1] <= self.rig.clock.now()]
            await asyncio.gather(*(two.come_back() for two in here))
        await self.audit()

    async def audit(self) -> None:
        await self.rig.quiet()
        self.ledger.audit(self.rig, self.twos, self.losses)

    def lost(self, *chats: int) -> None:
        """In each of these chats one call's outcome may be unknown."""
        self.losses += [Fault("lost_reply", "sendMessage", chat, times=0) for chat in chats]

    @property
    def chats(self) -> list[int]:
        """Every chat there is."""
        people = (person for two in self.twos for person in (two.ann, two.ben))
        return [two.chat for two in self.twos] + [self.rig.world.private_chat(person) for person in people]

    def move_silently(self, instant: datetime) -> None:
        """Move the bot's clock as a machine's is moved: the bot is not told."""
        self.rig.clock.move_to(instant)
        self.rig.processes[-1].tell(f"silently {instant.isoformat()}")

    async def wait(self, length: float) -> None:
        """Let so many real seconds pass, in which the bot must not end."""
        end = seconds() + length
        await self.rig.until(lambda: seconds() >= end, length + 1)

    @property
    def result(self) -> Result:
        """What happened since `begin`."""
        now, then = self._counted, self._before
        return Result(
            now.updates - then.updates,
            now.returns - then.returns,
            now.missed - then.missed,
            now.doubled - then.doubled,
            now.back,
        )

    def told_more(self, words: str) -> Result:
        """The same, with what is worth telling of this fault alone."""
        return replace(self.result, more=words)

    @property
    def _counted(self) -> Result:
        promises = self.ledger.promises
        back = max(self.waits, default=None)
        return Result(self.ledger.updates, len(promises), sum(promises.values()), self.ledger.doubled, back)


def seconds() -> float:
    """Real ones, that only run forward."""
    return time.monotonic()


@asynccontextmanager
async def open_stage(folder: Path, seed: int, url: str, *, at_length: bool = False) -> AsyncIterator[Stage]:
    """A stage on which everybody has paired; at the end the bot must end well. `url`: an empty database."""
    clock = MovableClock(MORNING)
    town = await playground.start(clock, seeded=False)
    telegram, database = _line(town.api_root), _line(url) if url.startswith("postgresql") else None
    rig = Rig(town, clock, folder, url)
    try:
        await telegram.mend()
        town.api_root = f"http://127.0.0.1:{telegram.port}"
        if database is not None:
            await database.mend()
            # What the test itself asks of the database goes another way.
            by_line = make_url(url).set(host="127.0.0.1", port=database.port)
            rig.url = by_line.render_as_string(hide_password=False)
        stage = Stage(rig, telegram, database, Random(seed), at_length=at_length)
        await rig.start()
        await asyncio.gather(*(two.pair() for two in stage.twos))
        await rig.quiet()
        yield stage
        await rig.move_to(clock.now() + timedelta(hours=9))
        for two in stage.twos:
            two.pause.outcome = two.pause.outcome or "faded"
        await stage.audit()
        assert await rig.end() == 0
    finally:
        await rig.stop()
        for line in (telegram, database):
            if line is not None:
                await line.cut()
        await town.stop()


def _line(url: str) -> Wire:
    address = make_url(url)
    # A server's socket on this machine counts as its host.
    return Wire(address.host or str(address.query["host"]), address.port or DATABASE_PORT)
