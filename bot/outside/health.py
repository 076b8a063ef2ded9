"""Whether the bot can keep its promises now."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import TelegramError

from bot.api import BotApi
from bot.metrics import Metrics
from scheduler.clock import Clock
from storage.figures import Figures, Observer

LATE = timedelta(seconds=60)
"""A row that has waited so long says that nobody works. The worker looks at least every 30 seconds."""

HEARD_LATELY = 60.0
_PROBE_SECONDS = 4.0
_PROBE_AGAIN = 5.0


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `seconds`: how long ago, or how long waited for; none where it does not apply."""

    well: bool
    seconds: float | None = None


class Health:
    """Looks at the database and at Telegram, each for a few seconds at most."""

    def __init__(
        self,
        observer: Observer,
        api: BotApi,
        clock: Clock,
        metrics: Metrics,
        time: Callable[[], float] = monotonic,
    ) -> None:
        """`time`: seconds of a clock that only runs forward."""
        self._observer = observer
        self._api = api
        self._clock = clock
        self._metrics = metrics
        self._time = time
        self._probe = asyncio.Lock()
        self._probed_at: float | None = None

    async def figures(self) -> Figures | None:
        """The figures of now; none where the database does not answer."""
        try:
            return await self._observer.figures(self._clock.now())
        except (SQLAlchemyError, OSError):
            return None

    async def checks(self) -> dict[str, Check]:
        """Every check by name."""
        figures, telegram = await asyncio.gather(self.figures(), self._telegram())
        if figures is None:
            return {"database": Check(False), "telegram": telegram}
        return {
            "database": Check(True),
            "telegram": telegram,
            "updates": _in_time(figures.inbox.oldest),
            "timers": _in_time(figures.due.oldest),
        }

    async def _telegram(self) -> Check:
        """Whether Telegram answered lately. Where nobody has asked it anything, it is asked now."""
        if not self._heard():
            async with self._probe:
                if not self._heard() and self._may_probe():
                    await self._ask()
        return Check(self._heard(), self._metrics.telegram_answered)

    def _heard(self) -> bool:
        answered = self._metrics.telegram_answered
        return answered is not None and answered <= HEARD_LATELY

    def _may_probe(self) -> bool:
        now = self._time()
        may = self._probed_at is None or now - self._probed_at >= _PROBE_AGAIN
        if may:
            self._probed_at = now
        return may

    async def _ask(self) -> None:
        try:
            await self._api.call("getMe", read_timeout=_PROBE_SECONDS)
        except TelegramError:
            # The meters have counted what came of it.
            return


def _in_time(seconds: float) -> Check:
    return Check(seconds <= LATE.total_seconds(), seconds)
