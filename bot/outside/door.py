"""Opening the server as the settings say, or not at all."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from bot.api import BotApi
from bot.metrics import Metrics
from bot.outside.health import Health
from bot.outside.server import serve_outside
from bot.receive.webhook import Hook
from bot.settings import Settings
from scheduler.clock import Clock
from storage.figures import Observer


@asynccontextmanager
async def open_door(
    settings: Settings, api: BotApi, clock: Clock, metrics: Metrics | None
) -> AsyncIterator[Hook | None]:
    """Serve on LISTEN for as long as the block runs. Yields the hook, or none where updates are asked for.

    Raises:
        StartRefused: see `serve_outside`.
    """
    if settings.listen_at is None or metrics is None:
        yield None
        return
    hook = None
    if settings.webhook_url is not None and settings.webhook_secret is not None:
        path = urlsplit(settings.webhook_url).path or "/"
        hook = Hook(path, settings.webhook_secret.get_secret_value())
    observer = Observer(settings.database_url)
    health = Health(observer, api, clock, metrics)
    try:
        async with serve_outside(settings.listen_at, health, metrics, hook):
            yield hook
    finally:
        await observer.close()
