"""kill -9 at moments that a seed chooses: amid each phase of the work, at a start, as the clock moves."""

import contextlib
import math
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from random import Random
from time import monotonic

from playground.faults import Fault
from tests.crash.couples import Two
from tests.crash.rig import Rig

# Seconds for which a dead process may stay dead.
LONGEST_DEATH = 0.4
# Kills are aimed at each of these in turn.
AIMS = ("receive", "turn", "answer", "deliver", "timers")
# For how long into a phase it waits at most; phases take milliseconds.
INTO = 0.004
# A bot that is always killed within a second never gets to what it holds back for one: so often, and for so
# many seconds once it is up, it is left in peace.
PEACE_EVERY = 4
PEACE = 2.0
# Seconds without the phase, once the bot is up, after which it kills all the same.
GIVE_UP = 20.0


class Reaper:
    """Kills so often, and starts the bot again each time."""

    def __init__(self, rig: Rig, twos: list[Two], rng: Random, kills: int, seconds: float = math.inf) -> None:
        """`seconds`: after which it leaves it at the kills that there were."""
        self._rig = rig
        self._twos = twos
        self._rng = rng
        self._kills = kills
        self._seconds = seconds
        self.done = False
        # Replies that were asked to be lost on the way.
        self.losses: list[Fault] = []
        self._ways: tuple[Callable[[], Awaitable[None]], ...] = (
            self._after_some_calls,
            self._between_send_and_commit,
            self._between_edit_and_commit,
            self._while_updates_arrive,
            self._as_an_update_comes,
            self._after_a_lost_reply,
            self._amid_the_start,
            self._asleep,
        )

    async def run(self) -> None:
        """Every phase and then every way in turn, in an order of the seed's, until enough were killed."""
        ways: list[Callable[[], Awaitable[None]]] = []
        end = monotonic() + self._seconds
        while self._rig.kills < self._kills and monotonic() < end:
            ways = ways or [
                *self._shuffled(self._ways),
                *self._shuffled([partial(self._aim, a) for a in AIMS]),
            ]
            await ways.pop()()
            if self._rig.kills % PEACE_EVERY == 0:
                await self._rig.until(lambda: self._rig.up)
                await self._rig.watch(lambda: False, PEACE)
        self.done = True

    def _shuffled(self, ways: Sequence[Callable[[], Awaitable[None]]]) -> list[Callable[[], Awaitable[None]]]:
        return self._rng.sample(ways, len(ways))

    async def _kill(self, aimed: str | None = None) -> None:
        rig, before = self._rig, len(self._rig.updates)
        await rig.kill(aimed)
        if self._rng.random() < 0.5:
            # People go on tapping.
            with contextlib.suppress(TimeoutError):
                await rig.world.until(lambda: len(rig.updates) > before, LONGEST_DEATH)
        await rig.start()

    async def _after_some_calls(self) -> None:
        count = self._rig.count("*") + self._rng.randint(1, 12)
        await self._rig.until(lambda: self._rig.count("*") >= count)
        await self._kill()

    async def _between_send_and_commit(self) -> None:
        await self._amid("sendMessage")

    async def _between_edit_and_commit(self) -> None:
        await self._amid("editMessageText")

    async def _while_updates_arrive(self) -> None:
        before = self._rig.count("batch")
        self._rig.town.faults.add("slow", "getUpdates", seconds=0.2)
        await self._rig.until(lambda: self._rig.count("batch") > before)
        await self._kill()

    async def _as_an_update_comes(self) -> None:
        before = len(self._rig.updates)
        await self._rig.until(lambda: len(self._rig.updates) > before)
        await self._kill()

    async def _aim(self, phase: str) -> None:
        """Amid a phase, at once or a moment into it."""
        rig = self._rig
        await rig.until(lambda: rig.up)
        into = self._rng.choice((0.0, self._rng.uniform(0, INTO)))
        await rig.watch(lambda: rig.amid(phase), GIVE_UP)
        await rig.watch(lambda: False, into)
        await self._kill(phase)

    async def _after_a_lost_reply(self) -> None:
        chat = self._rng.choice(self._twos).chat
        loss = self._rig.town.faults.add("lost_reply", "sendMessage", chat=chat)
        self.losses.append(loss)
        await self._rig.until(lambda: loss.times == 0)
        if self._rng.random() < 0.5:
            await self._after_some_calls()

    async def _amid_the_start(self) -> None:
        await self._after_some_calls()
        before = self._rig.count("getMe")
        await self._rig.until(lambda: self._rig.count("getMe") > before)
        await self._kill()

    async def _asleep(self) -> None:
        kills = self._rig.kills
        self._rig.asleep = True
        await self._rig.until(lambda: self._rig.kills > kills and self._rig.alive)

    async def _amid(self, method: str) -> None:
        """Telegram has done it, and its answer is on the way."""
        before = self._rig.count(method)
        self._rig.town.faults.add("slow", method, seconds=1.0)
        await self._rig.until(lambda: self._rig.count(method) > before)
        await self._kill()
