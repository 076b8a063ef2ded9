"""The composition root of a running bot: receive, work, deliver."""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Coroutine, Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from structlog.stdlib import get_logger
from telegram.error import EndPointNotFound, InvalidToken, TelegramError

from bot.api import BotApi
from bot.deliver.deliverer import Deliverer
from bot.deliver.errors import seconds_to_wait
from bot.deliver.limits import Limits
from bot.dispatch import Dispatcher
from bot.errors import StartRefused
from bot.keys import open_keys
from bot.lock import hold_lock
from bot.metrics import SILENT, Meters, Metrics
from bot.outside.door import open_door
from bot.press import PressAnswers
from bot.profile import publish
from bot.receive.keep import Receiver
from bot.receive.polling import Poller
from bot.receive.webhook import Hook, register
from bot.registry import SEEN_BY_CROWD, draw
from bot.settings import Settings
from bot.work import Worker
from scheduler.clock import Clock, SystemClock
from scheduler.housekeeping import every
from storage.database import Database
from storage.installation import OtherBot, claim
from storage.migrate import UnknownRevision, upgrade
from storage.sealed import Vault

log = get_logger(__name__)

# Seconds; short, so that whoever waits for a return after an outage does not wait for us.
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 4.0
_SWEEP_EVERY = timedelta(hours=1)


async def run_bot(settings: Settings) -> None:
    """Run on Telegram until SIGTERM or Ctrl-C.

    Raises:
        StartRefused: the start failed for a reason that the operator can mend.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    await serve(settings, SystemClock(), stop)


async def serve(
    settings: Settings,
    clock: Clock,
    stop: asyncio.Event,
    *,
    limits: Limits | None = None,
    on_ready: Callable[[], None] = lambda: None,
) -> None:
    """Run until `stop` is set. `limits` other than Telegram's serve tests and benchmarks alone.

    Raises:
        StartRefused: see `run_bot`.
    """
    with hold_lock(settings.data_dir):
        keyring = open_keys(
            settings.encryption_keys_file, settings.database_path, lambda words: print(words, flush=True)
        )
        await _bring_up_to_date(settings.database_url)
        database = Database(settings.database_url, Vault(keyring))
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
                    await _run(token, me, database, api, clock, stop, limits, on_ready, hook, meters)
        finally:
            await api.stop()
            await database.close()


async def _run(
    token: str,
    me: Mapping[str, Any],
    database: Database,
    api: BotApi,
    clock: Clock,
    stop: asyncio.Event,
    limits: Limits | None,
    on_ready: Callable[[], None],
    hook: Hook | None,
    meters: Meters,
) -> None:
    username = str(me["username"])
    dispatcher = Dispatcher(token, me)
    answers = PressAnswers(api, username)
    deliverer = Deliverer(
        database,
        api,
        clock,
        draw,
        username,
        limits,
        on_event=lambda: worker.wake(),  # noqa: PLW0108 - the worker is made below
        crowd_panels=SEEN_BY_CROWD,
    )
    worker = Worker(
        database,
        clock,
        dispatcher,
        answer_press=answers.give,
        on_committed=deliverer.wake,
        meters=meters,
    )
    receiver = Receiver(
        database,
        clock,
        bot_id=int(me["id"]),
        bot_username=username,
        on_received=worker.wake,
        meters=meters,
    )
    clock.on_move(deliverer.wake)
    await dispatcher.start()
    # The lock on the data folder makes this the only process.
    meters.lease(held=True)
    log.info("the bot is up")
    on_ready()
    try:
        async with asyncio.TaskGroup() as tasks:
            if hook is None:
                tasks.create_task(Poller(api, receiver).run(stop))
            else:
                hook.open(receiver)
            tasks.create_task(_work(worker, answers, stop))
            tasks.create_task(deliverer.run(stop))
            tasks.create_task(every(_SWEEP_EVERY, stop, lambda: _sweep(database, clock)))
            tasks.create_task(until(stop, publish(api)))
    finally:
        await dispatcher.stop()


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


async def _work(worker: Worker, answers: PressAnswers, stop: asyncio.Event) -> None:
    await worker.run(stop)
    # While the deliverer waits for its own calls in flight.
    await answers.finish()


async def _bring_up_to_date(database_url: str) -> None:
    try:
        await upgrade(database_url)
    except UnknownRevision:
        raise StartRefused(
            "A newer version of Backsoon has used this database: start that one, or restore a backup."
        ) from None
    except SQLAlchemyError:
        log.exception("the database could not be brought up to date")
        raise StartRefused(
            "The database cannot be opened or brought up to date: run `python -m bot doctor`."
        ) from None


async def _sweep(database: Database, clock: Clock) -> None:
    try:
        async with database.work() as work:
            await work.inbox.sweep(clock.now())
            await work.panels.sweep(clock.now())
    except SQLAlchemyError as error:
        log.warning("housekeeping failed; it is tried again in an hour", reason=type(error).__name__)


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
