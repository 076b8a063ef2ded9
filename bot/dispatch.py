"""Hands an update to its handler, within a turn, and learns whether the handler failed."""

from collections.abc import Mapping
from typing import Any

from telegram import Bot, Update
from telegram.ext import Application, ApplicationBuilder

from bot.api import MuteRequest
from bot.registry import FALLBACKS, FEATURES
from handlers.context import CURRENT_TURN
from practices.turn import Turn


class Dispatcher:
    """python-telegram-bot's dispatch, without its network, its queue and its memory.

    `me`: the bot's own user, as getMe told it.
    """

    def __init__(self, token: str, me: Mapping[str, Any]) -> None:
        bot = Bot(token, request=MuteRequest(me), get_updates_request=MuteRequest(me))
        self._application: Application[Any, Any, Any, Any, Any, Any] = (
            ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()
        )
        for feature in FEATURES:
            self._application.add_handlers(feature.handlers)
        self._application.add_handlers(FALLBACKS)
        self._application.add_error_handler(self._failed)
        self._error: Exception | None = None

    async def start(self) -> None:
        """Make ready; calls nothing over the network."""
        await self._application.initialize()

    async def stop(self) -> None:
        """The counterpart of `start`."""
        await self._application.shutdown()

    async def handle(self, turn: Turn, raw: Mapping[str, Any]) -> None:
        """Run the handler of a raw update. Raises what the handler raised, so that the turn rolls back."""
        update = Update.de_json(dict(raw), self._application.bot)
        self._error = None
        token = CURRENT_TURN.set(turn)
        try:
            await self._application.process_update(update)
        finally:
            CURRENT_TURN.reset(token)
        if self._error is not None:
            raise self._error

    async def _failed(self, update: object, context: Any) -> None:
        # process_update swallows a handler's error; the worker must learn of it.
        self._error = context.error
