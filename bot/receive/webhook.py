"""Receiving by webhook: Telegram is told that an update arrived only when it is committed."""

import asyncio
import hashlib
import hmac
import json
from http import HTTPStatus
from typing import Any

from aiohttp import web
from structlog.stdlib import get_logger
from telegram.error import BadRequest

from bot.api import BotApi
from bot.errors import StartRefused
from bot.receive.admit import ALLOWED_UPDATES, is_id
from bot.receive.keep import Receiver

log = get_logger(__name__)

# No update is longer: what Telegram's own server hands out at once is at most about 4 MiB.
LONGEST_UPDATE = 4 * 1024 * 1024
# Telegram's default. One writer commits so many in less time than they travel.
MAX_CONNECTIONS = 40
_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_BODY_SECONDS = 30.0


class Hook:
    """The door at which Telegram delivers. Until it is opened, Telegram is asked to come again."""

    def __init__(self, path: str, secret: str) -> None:
        self.path = path
        self._digest = _digest(secret)
        self._receiver: Receiver | None = None

    def open(self, receiver: Receiver) -> None:
        """From now on updates are kept."""
        self._receiver = receiver

    async def handle(self, request: web.Request) -> web.Response:
        """200 once the update is committed, or is none that we keep.

        401 without the secret, before a byte of the body is read; 413 and 400 for what is no update; 503
        where it cannot be written down now: Telegram then delivers it again.
        """
        if not hmac.compare_digest(_digest(request.headers.get(_HEADER, "")), self._digest):
            return web.Response(status=HTTPStatus.UNAUTHORIZED)
        if (request.content_length or 0) > LONGEST_UPDATE:
            return web.Response(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            async with asyncio.timeout(_BODY_SECONDS):
                raw = _decode(await request.read())
        except TimeoutError:
            return web.Response(status=HTTPStatus.REQUEST_TIMEOUT)
        if raw is None:
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        return web.Response(status=await self._keep(raw))

    async def _keep(self, raw: dict[str, Any]) -> HTTPStatus:
        if self._receiver is None:
            return HTTPStatus.SERVICE_UNAVAILABLE
        try:
            await self._receiver.keep([raw])
        except Exception:
            # Whatever it was, the update is still Telegram's to deliver.
            log.exception("an update was not written down; telegram delivers it again")
            return HTTPStatus.SERVICE_UNAVAILABLE
        return HTTPStatus.OK


async def register(api: BotApi, url: str, secret: str) -> None:
    """Have Telegram deliver to `url`. Does nothing where it does so already; what waits there is kept.

    Raises:
        StartRefused: Telegram does not take this address.
        TelegramError: anything else, such as no network.
    """
    wanted = {
        "url": _marked(url, secret),
        "allowed_updates": list(ALLOWED_UPDATES),
        "max_connections": MAX_CONNECTIONS,
    }
    told = await api.call("getWebhookInfo")
    if all(_same(told.get(name), value) for name, value in wanted.items()):
        return
    try:
        await api.call("setWebhook", {**wanted, "secret_token": secret, "drop_pending_updates": False})
    except BadRequest:
        raise StartRefused(
            "Telegram does not take this WEBHOOK_URL: it must be https, at a host that Telegram can reach, "
            "on port 443, 80, 88 or 8443."
        ) from None


def _same(told: object, wanted: object) -> bool:
    if isinstance(wanted, list):
        return isinstance(told, list) and sorted(told) == sorted(wanted)
    return told == wanted


def _marked(url: str, secret: str) -> str:
    """The address with a mark of the secret: Telegram tells the address again, but never the secret."""
    mark = hmac.new(secret.encode(), b"backsoon webhook", hashlib.sha256).hexdigest()[:12]
    return f"{url}?s={mark}"


def _digest(secret: str) -> bytes:
    """Digests are all of one length, so comparing them takes the same time whatever was sent."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()


def _decode(body: bytes) -> dict[str, Any] | None:
    """An update, or none: not JSON, no object, or without an id."""
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return raw if isinstance(raw, dict) and is_id(raw.get("update_id")) else None
