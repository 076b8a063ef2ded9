"""The composition root of a running bot: receive, work, deliver."""

import asyncio
import contextlib
import gc
import os
import signal
import socket
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from structlog.stdlib import get_logger
from telegram.error import EndPointNotFound, InvalidToken, TelegramError

from bot.api import BotApi
from bot.deliver.errors import seconds_to_wait
from bot.deliver.limits import Limits
from bot.dispatch import Dispatcher
from bot.errors import StartRefused
from bot.lead import Lead, Pace, Term
from bot.metrics import SILENT, Metrics
from bot.opening import open_database
from bot.outside.door import open_door
from bot.profile import publish
from bot.receive.webhook import Hook, register
from bot.settings import Settings
from bot.term import Parts, work_until
from content.texts import texts
from scheduler.clock import Clock, SystemClock
from storage.database import Database
from storage.installation import OtherBot, claim
from storage.lease import LeaseRow

log = get_logger(__name__)

# Seconds; short, so that whoever waits for a return after an outage does not wait for us.
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 2.0


async def run_bot(settings: Settings) -> None:
    """Run on Telegram until SIGTERM or Ctrl-C.

    Raises:
        StartRefused: the start failed for a reason that the operator can mend.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    await serve(settings, SystemClock(), stop, on_ready=stay_lean)


def stay_lean() -> None:
    """What is there at the start stays: looking through it again and again would stop the loop for 0.1 s."""
    gc.freeze()


async def serve(
    settings: Settings,
    clock: Clock,
    stop: asyncio.Event,
    *,
    limits: Limits | None = None,
    pace: Pace = Pace(),  # noqa: B008 - frozen
    on_ready: Callable[[], None] = lambda: None,
) -> None:
    """Run until `stop` is set. `limits` other than Telegram's, and another `pace` of the lease on PostgreSQL,
    serve tests and benchmarks alone.

    Raises:
        StartRefused: see `run_bot`.
    """
    async with open_database(settings, stop, longest_pause=pace.frozen) as database:
        if database is None:
            return
        token = settings.bot_token.get_secret_value() if settings.bot_token else ""
        metrics = Metrics() if settings.listen_at else None
        meters = metrics or SILENT
        api = BotApi(token, settings.bot_api_url, meters)
        await api.start()
        try:
            async with open_door(settings, api, clock, metrics) as hook:
                me = await _greet_telegram(api, settings, stop)
                if me is not None:
                    await _claim(database, int(me["id"]))
                    parts = Parts(
                        database=database,
                        api=api,
                        clock=clock,
                        dispatcher=Dispatcher(token, me),
                        bot_id=int(me["id"]),
                        username=str(me["username"]),
                        limits=limits,
                        meters=meters,
                    )
                    await _run(parts, settings, pace, stop, hook, on_ready)
        finally:
            await api.stop()


async def _run(
    parts: Parts,
    settings: Settings,
    pace: Pace,
    stop: asyncio.Event,
    hook: Hook | None,
    on_ready: Callable[[], None],
) -> None:
    # Read while somebody waits for an answer, they would stop the loop for a second.
    texts()
    await parts.dispatcher.start()
    if hook is not None:
        # All replicas receive.
        hook.open(parts.receiver(parts.database))
    log.info("the bot is up")
    on_ready()
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_work(parts, settings, pace, stop, polls=hook is None))
            tasks.create_task(until(stop, publish(parts.api)))
    finally:
        await parts.dispatcher.stop()


async def _work(parts: Parts, settings: Settings, pace: Pace, stop: asyncio.Event, *, polls: bool) -> None:
    """Whenever it falls to this process; on SQLite, whose folder is locked, it does so at once."""
    if settings.database_path is not None:
        parts.meters.lease(held=True)
        await work_until(stop, parts, parts.database, parts.api, polls=polls)
        return
    row = LeaseRow(
        settings.database_url,
        f"{socket.gethostname()}:{os.getpid()}",
        seconds=pace.holds,
        patience=pace.renewed,
        on_news=parts.wake,
    )

    async def work(term: Term) -> None:
        database = parts.database.fenced(term.epoch, term.lose)
        await work_until(term.over, parts, database, parts.api.checked(term.check), polls=polls)

    try:
        await Lead(row, pace, meters=parts.meters).run(stop, work)
    finally:
        await row.close()


async def until(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Let it finish, unless the end comes first."""
    working, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    await asyncio.wait((working, stopping), return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not working.done():
        working.cancel()
    (error,) = await asyncio.gather(working, return_exceptions=True)
    if isinstance(error, Exception):
        log.error("a task at the start failed; the bot works without it", exc_info=error)


async def _greet_telegram(api: BotApi, settings: Settings, stop: asyncio.Event) -> Mapping[str, Any] | None:
    """Who we are, as soon as Telegram can be reached; none if stopped before."""
    asking = asyncio.create_task(_reach_telegram(api, settings))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((asking, stopping), return_when=asyncio.FIRST_COMPLETED)
        return await asking if asking.done() else None
    finally:
        stopping.cancel()
        asking.cancel()
        with contextlib.suppress(asyncio.CancelledError, StartRefused):
            await asking


async def _reach_telegram(api: BotApi, settings: Settings) -> Mapping[str, Any]:
    wait = _FIRST_WAIT
    while True:
        try:
            me: Mapping[str, Any] = await api.call("getMe")
            await _choose_way_in(api, settings)
        except (InvalidToken, EndPointNotFound):
            raise StartRefused(
                "Telegram does not know this BOT_TOKEN: copy it again from @BotFather."
            ) from None
        except TelegramError as error:
            log.warning("telegram cannot be reached; trying again", reason=type(error).__name__)
            await asyncio.sleep(max(wait, seconds_to_wait(error)))
            wait = min(wait * 2, _LONGEST_WAIT)
        else:
            return me


async def _choose_way_in(api: BotApi, settings: Settings) -> None:
    """Have Telegram deliver, or keep for the asking. Whatever waits there is kept."""
    if settings.webhook_url is not None and settings.webhook_secret is not None:
        await register(api, settings.webhook_url, settings.webhook_secret.get_secret_value())
    else:
        # Polling is refused as long as a webhook is set.
        await api.call("deleteWebhook", {"drop_pending_updates": False})


async def _claim(database: Database, bot_id: int) -> None:
    try:
        async with database.work() as work:
            await claim(work.session, bot_id)
    except OtherBot:
        raise StartRefused(
            "This database belongs to another bot: use that bot's token, or another DATABASE_URL."
        ) from None
