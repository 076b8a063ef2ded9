"""The HTTP server: /healthz, /readyz, /metrics, and the path at which Telegram delivers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from http import HTTPStatus

from aiohttp import web

from bot.errors import StartRefused
from bot.metrics import CONTENT_TYPE, Metrics
from bot.outside.health import Health
from bot.receive.webhook import LONGEST_UPDATE, Hook

GRACE = 1.5
"""Seconds that requests in flight have at the end."""

PATHS = ("/healthz", "/readyz", "/metrics")
_NO_STORE = {"Cache-Control": "no-store"}


@asynccontextmanager
async def serve_outside(
    listen: tuple[str, int], health: Health, metrics: Metrics, hook: Hook | None = None
) -> AsyncIterator[int]:
    """Serve on `listen` (host, port; port 0 takes a free one), with the hook, if any. Yields the port.

    At the end nothing new is taken, and requests in flight are finished first.

    Raises:
        StartRefused: the address is taken, or not this machine's.
    """
    pages = _Pages(health, metrics)
    app = web.Application(client_max_size=LONGEST_UPDATE)
    app.router.add_get("/healthz", pages.alive)
    app.router.add_get("/readyz", pages.ready)
    app.router.add_get("/metrics", pages.figures)
    if hook is not None:
        app.router.add_post(hook.path, hook.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=GRACE)
    await runner.setup()
    try:
        await _listen(runner, *listen)
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError:
        raise StartRefused(
            f"Port {port} cannot be listened on at {host}: something else has it, or it is not this "
            "machine's; choose another LISTEN."
        ) from None


class _Pages:
    def __init__(self, health: Health, metrics: Metrics) -> None:
        self._health = health
        self._metrics = metrics

    async def alive(self, _request: web.Request) -> web.Response:
        """The process runs and its event loop turns."""
        return web.Response(text="ok\n", headers=_NO_STORE)

    async def ready(self, _request: web.Request) -> web.Response:
        """Each check; 503 where one is not well."""
        checks = await self._health.checks()
        ready = all(check.well for check in checks.values())
        body = {"ready": ready, "checks": {name: asdict(check) for name, check in checks.items()}}
        status = HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE
        return web.json_response(body, status=status, headers=_NO_STORE)

    async def figures(self, _request: web.Request) -> web.Response:
        """What Prometheus reads. Without a database it is told so, and the rest all the same."""
        page = self._metrics.page(await self._health.figures())
        return web.Response(body=page, headers={**_NO_STORE, "Content-Type": CONTENT_TYPE})
