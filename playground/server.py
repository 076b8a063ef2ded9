"""Puts the Bot API and the page on one port of this machine."""

from __future__ import annotations

import secrets

from aiohttp import web

from playground.bot_api import BotApi
from playground.clock import Clock
from playground.faults import Faults
from playground.flood import Flood
from playground.model import Call
from playground.page_api import LOCAL, PageApi, only_local
from playground.store import Store
from playground.webhook import Courier
from playground.world import World

BOT_NAME = "Backsoon"
MAX_UPLOAD = 50 * 1024 * 1024


class Playground:
    """A running playground."""

    def __init__(self, world: World, faults: Faults, bot_api: BotApi, page_api: PageApi) -> None:
        self.world, self.faults = world, faults
        self.token = bot_api.token
        self.api_root = ""
        self._bot_api, self._page_api = bot_api, page_api
        self._runner: web.AppRunner | None = None
        self._courier = Courier(world.store.updates)

    @property
    def page_url(self) -> str:
        """Where the two phones are."""
        return f"{self.api_root}/"

    @property
    def calls(self) -> list[Call]:
        """Every call of the bot so far, oldest first."""
        return self.world.store.calls

    async def listen(self, host: str, port: int) -> None:
        """Begin to serve; port 0 takes a free one."""
        app = web.Application(middlewares=[only_local], client_max_size=MAX_UPLOAD)
        app.add_routes(self._page_api.routes())
        app.router.add_route("*", "/bot{token}/{method}", self._bot_api.handle)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self._courier.start()
        self.api_root = f"http://{host}:{runner.addresses[0][1]}"

    async def stop(self) -> None:
        """End every waiting poll and event stream, and close the port."""
        await self._courier.stop()
        self.world.store.updates.close()
        self._page_api.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None


async def start(
    clock: Clock,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    token: str | None = None,
    bot_username: str = "backsoon_demo_bot",
    seeded: bool = True,
    flood_limits: bool = False,
) -> Playground:
    """Start a playground; OSError if the port is taken.

    Seeded, it holds Ann and Ben, neither of whom has started the bot, and their group without it.
    """
    if host not in LOCAL:
        raise ValueError("the playground listens on this machine only")
    store = Store(clock, bot_username, BOT_NAME)
    world, faults, flood = World(store), Faults(), Flood(clock)
    flood.on = flood_limits
    if seeded:
        people = [world.add_person(name, "en", "Europe/Berlin") for name in ("Ann", "Ben")]
        world.make_group("Ann & Ben", people)
    bot_api = BotApi(store, token or f"{store.bot.id}:{secrets.token_urlsafe(26)}", faults, flood)
    playground = Playground(world, faults, bot_api, PageApi(world, faults))
    await playground.listen(host, port)
    return playground
