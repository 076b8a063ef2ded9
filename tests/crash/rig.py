"""The real process under load: Telegram and the clock in the test's own process, and kills at any moment."""

import asyncio
import re
import signal
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import asyncpg

import playground
from playground.model import Call, Json
from scheduler.clock import MovableClock
from tests.crash.phases import PHASES, Phases
from tests.crash.process import HOUSE, BotProcess
from tests.databases import Onlooker

LAUNCHER = str(HOUSE / "tests" / "crash" / "launcher.py")
PATIENCE = 120.0
# Seconds between two close looks.
LOOK = 0.0005
# Seconds for which the lease holds on PostgreSQL, unless said otherwise; a killed holder keeps it so long.
HOLDS = 2.0
# What an onlooker may meet: a file that nobody has opened since the kill, or tables that are not made yet.
UNREADABLE = (sqlite3.OperationalError, asyncpg.PostgresError, OSError)
# What asyncpg says to nobody where connecting took too long and was given up; it is tried again.
CONNECTING = re.compile(r"logger=asyncio .* error=ConnectionError trace=$")
WAITING = {
    "inbox": "SELECT 1 FROM inbox WHERE state = 'waiting' LIMIT 1",
    "outbox": "SELECT 1 FROM outbox LIMIT 1",
    "timers": "SELECT 1 FROM timers WHERE due_at <= ? LIMIT 1",
}


class Move(NamedTuple):
    """From when on the clock read what: how many calls there had been when it was moved.

    `known`: how many there had been once the process had said that it knows, too.
    """

    instant: datetime
    begun: int
    known: int


class Rig:
    """One bot at a time, on one database, and what has become of it so far."""

    def __init__(
        self,
        town: playground.Playground,
        clock: MovableClock,
        folder: Path,
        url: str | None = None,
        holds: float = HOLDS,
    ) -> None:
        """`url`: the database as DATABASE_URL takes it; by default SQLite's file in the folder.

        `holds`: for how many seconds the lease holds on PostgreSQL.
        """
        self.town = town
        self.world = town.world
        self.clock = clock
        self.folder = folder
        self.url = url or f"sqlite+aiosqlite:///{folder}/backsoon.db"
        self.holds = holds
        self._onlooker = Onlooker(self.url)
        # How many calls there had been once each killed process was dead.
        self.deaths: list[int] = []
        # What each kill caught the process in the middle of.
        self.caught: Counter[str] = Counter()
        # Real seconds from each start (with a standby: from each kill) until somebody asked for updates.
        self.back: list[float] = []
        self._begun: float | None = None
        # How many calls there had been when each process was started.
        self.lives: list[int] = []
        self.moves = [Move(clock.now(), 0, 0)]
        clock.on_move(self._moved)
        # Each instant to which the clock was moved; none for each time that nothing was left to do.
        self.course: list[datetime | None] = []
        self.processes: list[BotProcess] = []
        self._phases: dict[BotProcess, Phases] = {}
        self._killed: set[BotProcess] = set()
        # The next move of the clock finds the process dead.
        self.asleep = False
        self._dying = False
        # A process is started with the clock's instant, or told of its moves: never in between.
        self._clock_in_hand = asyncio.Lock()
        # Every update that Telegram has had for us.
        self.updates: list[Json] = []
        self._keep_updates()
        # Calls that were looked at: how many of each method, and the messages that reached each chat.
        self._looked_at = 0
        self._count: Counter[str] = Counter()
        self._sends: dict[int, list[Call]] = defaultdict(list)
        self._shows: dict[int, list[Call]] = defaultdict(list)

    def _moved(self) -> None:
        self.moves.append(Move(self.clock.now(), len(self.calls), len(self.calls)))
        self.course.append(self.clock.now())

    def _known(self) -> None:
        """The process has said that it knows of the last move."""
        self.moves[-1] = self.moves[-1]._replace(known=len(self.calls))

    def _keep_updates(self) -> None:
        queue = self.world.store.updates
        add = queue.add

        def keep(kind: str, payload: Json) -> bool:
            taken = add(kind, payload)
            if taken:
                self.updates.append(queue.pending()[-1])
            return taken

        queue.add = keep  # type: ignore[method-assign]
        poll = queue.poll

        async def note(*args: Any, **named: Any) -> list[Json]:
            if self._begun is not None:
                self.back.append(asyncio.get_running_loop().time() - self._begun)
                self._begun = None
            return await poll(*args, **named)

        queue.poll = note  # type: ignore[method-assign]

    @property
    def kills(self) -> int:
        """How many processes were killed; one that is just being killed is none yet."""
        return len(self.deaths)

    @property
    def calls(self) -> list[Call]:
        """Every call of every process, oldest first."""
        return self.town.calls

    def count(self, method: str) -> int:
        """How many calls of a method there were; "*": of any but getUpdates, "batch": getUpdates with any."""
        self._look()
        return self._count[method]

    def sends(self, chat: int) -> list[Call]:
        """Every message that reached this chat, in order, whether or not the bot learnt of it."""
        self._look()
        return self._sends[chat]

    def shows(self, chat: int) -> list[Call]:
        """The same, and every edit of a message there."""
        self._look()
        return self._shows[chat]

    def _look(self) -> None:
        for call in self.calls[self._looked_at :]:
            self._count[call.method] += 1
            self._count["*"] += call.method != "getUpdates"
            self._count["batch"] += call.method == "getUpdates" and bool(call.result)
            if call.method == "sendMessage" and call.ok:
                self._sends[call.params["chat_id"]].append(call)
            if call.method in ("sendMessage", "editMessageText") and call.ok:
                self._shows[call.params["chat_id"]].append(call)
        self._looked_at = len(self.calls)

    @property
    def at_work(self) -> BotProcess | None:
        """The process that works; none before the first start."""
        return self.processes[-1] if self.processes else None

    @property
    def alive(self) -> bool:
        """Whether there is a process at work."""
        return self.at_work is not None and self.at_work.alive and not self._dying

    @property
    def up(self) -> bool:
        """Whether it has said so; a machine that others share may take long to start it."""
        return self.alive and self.at_work is not None and "up" in self.at_work.out

    async def start(self) -> None:
        """Start a process; it need not be up yet."""
        async with self._clock_in_hand:
            self.lives.append(len(self.calls))
            settings = {
                "BOT_TOKEN": self.town.token,
                "BOT_API_URL": self.town.api_root,
                "DATA_DIR": str(self.folder),
                "DATABASE_URL": self.url,
                "LOG_LEVEL": "WARNING",
            }
            marks = self.folder.parent / f"phases-{len(self.processes)}"
            phases = Phases(marks)
            self._started()
            arguments = (self.clock.now().isoformat(), str(self.holds), str(marks))
            process = await BotProcess.start(
                LAUNCHER, *arguments, folder=self.folder.parent, settings=settings
            )
            self._phases[process] = phases
            self.processes.append(process)
            self._dying = False

    def _started(self) -> None:
        self._begun = asyncio.get_running_loop().time()

    async def kill(self, aimed: str | None = None) -> None:
        """kill -9; `aimed`: the phase that it was meant to fall into."""
        process = self.at_work
        assert process is not None
        self._dying = True
        self._killed.add(process)
        self._begun = None
        await process.kill()
        self.deaths.append(len(self.calls))
        self.caught[self._phases[process].caught(aimed)] += 1

    def amid(self, phase: str) -> bool:
        """Whether the process is in the middle of this phase right now."""
        process = self.at_work
        return process is not None and self.alive and self._phases[process].open(phase)

    async def end(self) -> int:
        """End the process as an operator does; its exit code."""
        return await self._end(self.processes[-1])

    async def _end(self, process: BotProcess) -> int:
        self._dying = True
        self._killed.add(process)
        process.signal(signal.SIGTERM)
        return await process.ended()

    def complaints(self) -> list[str]:
        """Errors that any process has logged, each with the lines before it."""
        found = []
        for process in self.processes:
            for number, line in enumerate(process.err):
                if ("level=error" in line or "Traceback" in line) and not CONNECTING.search(line):
                    found.append("\n".join(process.err[max(number - 3, 0) : number + 1]))
        return found

    async def move_to(self, instant: datetime) -> None:
        """Move the clock, under the process that is at work or while there is none."""
        if self.asleep:
            self.asleep = False
            await self.kill()
            self.clock.move_to(instant)
            await self.start()
            return
        async with self._clock_in_hand:
            self.clock.move_to(instant)
            if self.processes:
                self.processes[-1].tell(instant.isoformat())
                # One that is killed meanwhile has a successor that starts with the new instant.
                await self.processes[-1].said(instant.isoformat())
                self._known()

    async def until(self, true: Callable[[], bool], within: float = PATIENCE) -> None:
        """Wait until something is so. An end of the process that was no kill of ours is a failure."""

        def so() -> bool:
            for process in self.processes[-2:]:
                if not process.alive and process not in self._killed and not self._dying:
                    raise AssertionError("\n".join(process.err[-20:]))
            return true()

        try:
            await self.world.until(so, within)
        except TimeoutError:
            raise AssertionError(self._stuck()) from None

    async def watch(self, true: Callable[[], bool], within: float) -> None:
        """Look closely, until something is so or the time is over."""
        loop, bus = asyncio.get_running_loop(), self.world.store.bus
        end = loop.time() + within
        while not true() and loop.time() < end:
            await bus.wait(bus.version, LOOK)

    def _stuck(self) -> str:
        """What still waits, for whoever reads a failure."""
        waiting = (
            self.rows(query.replace(" 1 ", " * "), *self._instant(kind)) for kind, query in WAITING.items()
        )
        process = self.at_work
        heard = process and [*process.out[-3:], *process.err[-10:]]
        inside = process and [phase for phase in PHASES if self._phases[process].open(phase)]
        calls = f"{len(self.calls) - self.lives[-1]} calls in this life" if self.lives else ""
        return (
            f"alive: {self.alive}; {self.kills} kills; {calls}; in the middle of {inside}; "
            f"pending: {len(self.world.pending())}; {list(waiting)}; {heard}; {self._sessions()}"
        )

    def _sessions(self) -> list[tuple[Any, ...]]:
        """What PostgreSQL is doing for the processes."""
        if self.url.startswith("sqlite"):
            return []
        return self.rows(
            "SELECT pid, state, wait_event_type, wait_event, clock_timestamp() - xact_start, query "
            "FROM pg_stat_activity WHERE datname = current_database()"
        ) + self.rows("SELECT holder, epoch, until - clock_timestamp() FROM lease")

    def _instant(self, kind: str) -> list[datetime]:
        return [self.clock.now()] if kind == "timers" else []

    async def heard(self) -> None:
        """Wait until every update has been received and has had its turn."""
        await self.until(lambda: not self.world.pending() and not self.busy("inbox"))

    async def quiet(self) -> None:
        """Wait until nothing is left to do at this instant."""
        await self.until(lambda: self.alive and not self.world.pending() and not self.busy())
        self.course.append(None)

    def busy(self, *kinds: str) -> bool:
        """Whether turns, deliveries or due timers wait; all three, unless some are named."""
        asked = kinds or tuple(WAITING)
        # In one statement: between two, what is due may have become a row to deliver, and be seen in neither.
        parts = [f"SELECT 1 FROM ({WAITING[kind]}) AS {kind}_waiting" for kind in asked]  # noqa: S608
        instants = [instant for kind in asked for instant in self._instant(kind)]
        try:
            return bool(self.rows(" UNION ALL ".join(parts), *instants))
        except UNREADABLE:
            return True

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What the database holds, as an onlooker reads it; instants are microseconds since 1970."""
        return self._onlooker.rows(query, *values)

    async def stop(self) -> None:
        """End every process that is left, and look no more."""
        for process in self.processes:
            process.signal(signal.SIGCONT)
            await process.kill()
        self._onlooker.close()
