"""The program as `run` composes it, with a clock that is moved over its standard input.

The argument is the instant at which the clock stands, in ISO format; a line of input moves it to another, and
is repeated on standard output once that is done. After "silently" nobody in the program is told of the move,
as when a machine's clock is set or a laptop was asleep. "up" tells that the bot is. A second argument is for
how many seconds the lease holds on PostgreSQL; a third one the file in which the process marks what it is in
the middle of.
"""

import asyncio
import signal
import sys
from datetime import datetime
from pathlib import Path

from bot import log, loop, press
from bot.deliver.deliverer import Deliverer
from bot.deliver.limits import Limits
from bot.lead import Pace
from bot.receive.keep import Receiver
from bot.service import serve
from bot.settings import load_settings
from bot.work import Worker
from scheduler.clock import MovableClock
from tests.crash.phases import Phases

SILENTLY = "silently "


class LaunchedClock(MovableClock):
    """One that can also be moved as a machine's clock is: without a word."""

    def step_to(self, instant: datetime) -> None:
        self._offset += instant - self.now()


async def main(now: datetime, pace: Pace, phases: Phases | None) -> None:
    settings = load_settings()
    log.configure(settings.log_level, [settings.bot_token.get_secret_value()] if settings.bot_token else [])
    clock, stop = LaunchedClock(now), asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    listening = asyncio.create_task(listen(clock, stop))
    if phases is not None:
        mark(phases)

    def ready() -> None:
        if phases is not None:
            phases.clear("start")
        say("up")

    await serve(settings, clock, stop, limits=Limits.none(), pace=pace, on_ready=ready)
    listening.cancel()


def mark(phases: Phases) -> None:
    """Have the program say what it is in the middle of."""
    phases.enter("start")
    phases.watch(Receiver, "keep", "receive")
    phases.watch_within(Worker, "_handle", "work_once", "turn")
    phases.watch(press, "answer_press", "answer")
    phases.watch(Deliverer, "_fly", "deliver")
    phases.watch_within(Worker, "_timer_turn", "work_once", "timers")


async def listen(clock: LaunchedClock, stop: asyncio.Event) -> None:
    """Move the clock as told; end when whoever moved it is gone."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    async for line in reader:
        told = line.decode().strip()
        silently = told.startswith(SILENTLY)
        instant = datetime.fromisoformat(told.removeprefix(SILENTLY))
        clock.step_to(instant) if silently else clock.move_to(instant)
        say(told)
    stop.set()


def pace_of(holds: float) -> Pace:
    """The product's pace, or as much quicker as the lease holds for a shorter time."""
    quicker, usual = holds / 10, Pace()
    return Pace(usual.holds * quicker, usual.renewed * quicker, usual.looked * quicker)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    instant, holds, marks, *_ = (*sys.argv[1:], *("10", "")[len(sys.argv) - 2 :])
    loop.run(
        main(datetime.fromisoformat(instant), pace_of(float(holds)), Phases(Path(marks)) if marks else None)
    )
