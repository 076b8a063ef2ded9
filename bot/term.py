"""What the one process that works does: turns, deliveries, housekeeping, and polling without a webhook."""

import asyncio
import contextlib
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError
from structlog.stdlib import get_logger

from bot.api import BotApi
from bot.deliver.deliverer import Deliverer
from bot.deliver.limits import Limits
from bot.dispatch import Dispatcher
from bot.metrics import Meters
from bot.press import PressAnswers
from bot.receive.keep import Receiver
from bot.receive.polling import Poller
from bot.registry import SEEN_BY_CROWD, draw
from bot.work import Worker
from scheduler.clock import Clock
from scheduler.housekeeping import every
from storage.database import Database, LeaseLost

log = get_logger(__name__)

_SWEEP_EVERY = timedelta(hours=1)


@dataclass
class Parts:
    """What a running bot is made of."""

    database: Database
    api: BotApi
    clock: Clock
    dispatcher: Dispatcher
    bot_id: int
    username: str
    limits: Limits | None
    meters: Meters
    # Wakes the worker of the present term, if there is one.
    worker: Worker | None = None

    def wake(self) -> None:
        """Something was received, here or by another replica."""
        if self.worker is not None:
            self.worker.wake()

    def receiver(self, database: Database) -> Receiver:
        """One that writes to this database, fenced or not."""
        return Receiver(
            database,
            self.clock,
            bot_id=self.bot_id,
            bot_username=self.username,
            on_received=self.wake,
            meters=self.meters,
        )


async def work_until(
    over: asyncio.Event, parts: Parts, database: Database, api: BotApi, *, polls: bool
) -> None:
    """Everything that only one process may do, until `over`: with the database and the API of its term."""
    answers = PressAnswers(api, parts.username)
    deliverer = Deliverer(
        database,
        api,
        parts.clock,
        draw,
        parts.username,
        parts.limits,
        on_event=lambda: worker.wake(),  # noqa: PLW0108 - the worker is made below
        crowd_panels=SEEN_BY_CROWD,
    )
    worker = Worker(
        database,
        parts.clock,
        parts.dispatcher,
        answer_press=answers.give,
        on_committed=deliverer.wake,
        meters=parts.meters,
    )
    parts.clock.on_move(deliverer.wake)
    parts.worker = worker
    async with asyncio.TaskGroup() as tasks:
        if polls:
            tasks.create_task(Poller(api, parts.receiver(database)).run(over))
        tasks.create_task(_work(worker, answers, over))
        tasks.create_task(deliverer.run(over))
        tasks.create_task(every(_SWEEP_EVERY, over, lambda: sweep(database, parts.clock)))


async def _work(worker: Worker, answers: PressAnswers, over: asyncio.Event) -> None:
    with contextlib.suppress(LeaseLost):
        await worker.run(over)
    # While the deliverer waits for its own calls in flight.
    await answers.finish()


async def sweep(database: Database, clock: Clock) -> None:
    """Forget what nothing needs any longer."""
    try:
        more = True
        while more:
            # A little at once: turns come in between, and the loop is not kept.
            async with database.work() as work:
                more = await work.inbox.sweep(clock.now())
                more = await work.panels.sweep(clock.now()) or more
    except LeaseLost:
        log.info("housekeeping is the next holder's")
    except SQLAlchemyError as error:
        log.warning("housekeeping failed; it is tried again in an hour", reason=type(error).__name__)
