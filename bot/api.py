"""The Bot API as raw JSON over python-telegram-bot's network stack, and the Bot that refuses to call it."""

import copy
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    EndPointNotFound,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import BaseRequest, RequestData
from telegram.warnings import PTBUserWarning

from bot.metrics import SILENT, Meters
from bot.request import AioRequest

# The library's own switch for RetryAfter.retry_after as a timedelta; without it each 429 is a warning.
os.environ.setdefault("PTB_TIMEDELTA", "1")

_CONNECTIONS = 32
_HIDDEN = "<token>"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the value of a parameter: it goes to Telegram with the call. Its repr is short."""

    name: str
    content: bytes = field(repr=False)


class BotApi:
    """One bot's calls. Raises the error classes of `telegram.error`; none of them quotes the token.

    `root` is the root of any Bot API server, such as that of a local one. getUpdates has a connection of
    its own, so that a long poll never keeps a message waiting.
    """

    def __init__(self, token: str, root: str, meters: Meters = SILENT) -> None:
        self._token = token
        self._meters = meters
        self.check: Callable[[], None] = lambda: None
        self._bot = _RawBot(
            token,
            base_url=f"{root.rstrip('/')}/bot",
            request=AioRequest(root, _CONNECTIONS),
            get_updates_request=AioRequest(root, 2),
        )

    def checked(self, check: Callable[[], None]) -> "BotApi":
        """The same bot over the same connections; `check` is called right before each call, and may raise."""
        ours = copy.copy(self)
        ours.check = check
        return ours

    async def start(self) -> None:
        """Open the connection pools. Calls nothing."""
        for request in self._requests:
            await request.initialize()

    async def stop(self) -> None:
        """Close them; a call in flight fails."""
        for request in self._requests:
            await request.shutdown()

    async def call(
        self, method: str, params: Mapping[str, Any] | None = None, *, read_timeout: float | None = None
    ) -> Any:
        """The raw `result` of a method; `params` are JSON values or `Upload`s, None ones are left out.

        `read_timeout`: seconds to wait for the reply, 10 unless told. One that comes
        later leaves the outcome unknown, which may double a message.

        Raises:
            InvalidToken: Telegram knows no such bot (401).
            EndPointNotFound: it knows the bot, but not the method (404).
            TelegramError: one of its subclasses; see `bot.deliver.errors` for what each one means.
        """
        self.check()
        try:
            result = await self._call(method, params or {}, read_timeout)
        except TelegramError as error:
            self._meters.called(method, _outcome(error))
            raise
        self._meters.called(method, "done")
        return result

    async def _call(self, method: str, params: Mapping[str, Any], read_timeout: float | None) -> Any:
        timeout: Any = BaseRequest.DEFAULT_NONE if read_timeout is None else read_timeout
        given = {name: _whole(value) if isinstance(value, str) else _enclosed(value)
                 for name, value in params.items()}  # fmt: skip
        try:
            return await self._bot.do_api_request(method, api_kwargs=given, read_timeout=timeout)
        except InvalidToken as error:
            # The cause tells a revoked token, a method that does not exist, and some other server apart.
            raise _rejected(method, str(error.__cause__ or error)) from None
        except TelegramError as error:
            error.message = error.message.replace(self._token, _HIDDEN)
            # The library's cause may hold the request's URL, and with it the token.
            raise error from None

    @property
    def _requests(self) -> tuple[BaseRequest, BaseRequest]:
        return self._bot.request, self._bot.polling_request


class _RawBot(Bot):
    """Raw results for methods that the library would parse, without its advice against that."""

    @classmethod
    def _warn(
        cls, message: str | PTBUserWarning, category: type[Warning] = PTBUserWarning, stacklevel: int = 0
    ) -> None:
        if not str(message).startswith("Please use 'Bot."):
            super()._warn(message, category, stacklevel + 1)

    @property
    def polling_request(self) -> BaseRequest:
        return self._request[0]


class NetworkInTurn(TelegramError):
    """A handler tried to call Telegram. Turns write to the outbox instead."""


class MuteRequest(BaseRequest):
    """The request class of the Bot that updates carry: it refuses every call.

    `me`: the bot's own user as getMe told it at the start; getMe is answered from it, without a network.
    """

    def __init__(self, me: Mapping[str, Any] | None = None) -> None:
        self._me = me

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        called = url.rpartition("/")[2]
        if called == "getMe" and self._me is not None:
            return HTTPStatus.OK, json.dumps({"ok": True, "result": dict(self._me)}).encode()
        raise NetworkInTurn(f"{called} was called in a turn")


def _whole(text: str) -> str:
    """Half a sign, which no request can carry, replaced by one as long, so that entities stay in place."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def _enclosed(value: Any) -> Any:
    return InputFile(value.content, filename=value.name) if isinstance(value, Upload) else value


def _outcome(error: TelegramError) -> str:
    """A word for `Meters.called`. BadRequest is a NetworkError, though Telegram has answered."""
    if isinstance(error, RetryAfter):
        return "flood"
    if isinstance(error, InvalidToken):
        return "unauthorized"
    answered = isinstance(error, BadRequest) or not isinstance(error, NetworkError)
    return "refused" if answered else "unknown"


def _rejected(method: str, words: str) -> TelegramError:
    if not words.startswith("Not Found"):
        return InvalidToken("The bot's token was rejected")
    if words != "Not Found":
        return NetworkError("Something that is no Bot API server answered")
    # Telegram answers 404 to a token that could never be one, too; and every bot has getMe.
    if method == "getMe":
        return InvalidToken("The bot's token was rejected")
    return EndPointNotFound(f"{method} does not exist")
