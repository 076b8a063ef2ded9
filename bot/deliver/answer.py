"""The one answer to a press: best effort, right after the commit of its turn, outside the outbox."""

import asyncio
from typing import Any

from structlog.stdlib import get_logger
from telegram.error import TelegramError

from bot.api import BotApi
from bot.deliver.errors import classify
from storage.database import LeaseLost

_PATIENCE = 5.0
"""Seconds; the button's spinner has given up by then."""

_log = get_logger(__name__)


async def answer_press(
    api: BotApi, callback_query_id: str, text: str | None, alert: bool, url: str | None
) -> None:
    """Answer a press with a toast (≤ 200 characters), an alert, or a link to the bot.

    Telegram's errors are logged, not raised: the press itself has been handled by now.
    """
    params: dict[str, Any] = {"callback_query_id": callback_query_id, "text": text, "url": url}
    if alert:
        params["show_alert"] = True
    try:
        async with asyncio.timeout(_PATIENCE):
            await api.call("answerCallbackQuery", params, read_timeout=_PATIENCE)
    except LeaseLost:
        _log.warning("press not answered", reason="lease")
    except TimeoutError:
        _log.warning("press not answered", reason="timeout")
    except TelegramError as error:
        _log.warning("press not answered", reason=classify(error).kind)
