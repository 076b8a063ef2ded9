"""Long polling that confirms only what is committed."""

import asyncio
import contextlib
from collections.abc import Sequence
from typing import Any

from structlog.stdlib import get_logger
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.api import BotApi
from bot.receive.admit import ALLOWED_UPDATES, is_id
from bot.receive.keep import Receiver
from storage.database import LeaseLost

log = get_logger(__name__)

POLL_SECONDS = 30
_BACK_OFF_SECONDS = (0.5, 1.0, 2.0, 5.0)


class Poller:
    """Asks Telegram for updates, has what is admitted written down, and only then asks on."""

    def __init__(self, api: BotApi, receiver: Receiver) -> None:
        self._api = api
        self._receiver = receiver
        # None: whatever Telegram still keeps for us. Update ids turn random after a quiet week, so the
        # offset follows the last batch and is never taken from the table.
        self._offset: int | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until stopped. What was received but not committed is asked for again."""
        failures = 0
        while not stop.is_set():
            try:
                batch = await self._fetch(stop)
                if batch:
                    await self._keep(batch)
                failures = 0
            except LeaseLost:
                # Another replica polls now.
                return
            except Exception as error:
                # Whatever it was: without updates nobody can pause, so this never gives up.
                await _pause(stop, _wait_after(error, failures))
                failures += 1

    async def _fetch(self, stop: asyncio.Event) -> Sequence[Any]:
        params: dict[str, Any] = {"timeout": POLL_SECONDS, "allowed_updates": list(ALLOWED_UPDATES)}
        if self._offset is not None:
            params["offset"] = self._offset
        asking = asyncio.ensure_future(self._api.call("getUpdates", params, read_timeout=POLL_SECONDS + 10))
        stopping = asyncio.ensure_future(stop.wait())
        try:
            await asyncio.wait((asking, stopping), return_when=asyncio.FIRST_COMPLETED)
            return await asking if asking.done() else ()
        finally:
            for task in (asking, stopping):
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError, TelegramError, OSError, LeaseLost):
                    await task

    async def _keep(self, batch: Sequence[Any]) -> None:
        await self._receiver.keep(batch)
        ids = [raw["update_id"] for raw in batch if isinstance(raw, dict) and is_id(raw.get("update_id"))]
        if not ids:
            raise ValueError("nothing in this batch can be confirmed")
        self._offset = ids[-1] + 1


def _wait_after(error: Exception, failures: int) -> float:
    wait = _BACK_OFF_SECONDS[min(failures, len(_BACK_OFF_SECONDS) - 1)]
    kind = type(error).__name__
    if isinstance(error, Conflict):
        log.error("another program polls with this token; stop it, or use another token", reason=kind)
        return 5.0
    if isinstance(error, InvalidToken):
        log.error("telegram no longer accepts the token", reason=kind)
        return 30.0
    if isinstance(error, RetryAfter):
        after = error.retry_after
        return float(after) if isinstance(after, int) else after.total_seconds()
    if failures == 0:
        log.warning("updates cannot be fetched or stored; trying again", reason=kind)
    return wait


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
