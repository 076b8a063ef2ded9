"""python-telegram-bot's request class over aiohttp; its own, over httpx, is slow with many calls open."""

import ssl
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

# Seconds: to wait for a connection, for a reply, and for a body to be taken.
_CONNECT = 5.0
_REPLY = 10.0
_UPLOAD = 60.0


class AioRequest(BaseRequest):
    """Calls over connections that are kept open; `connections` at once at most.

    A timeout is a TimedOut, whatever else goes wrong on the way a NetworkError. Nothing is sent twice.
    """

    def __init__(self, root: str, connections: int) -> None:
        self._connections = connections
        self._proxy = _proxy(root)
        # The certificates that httpx trusts, whatever the machine has.
        self._trusted: ssl.SSLContext | None = None
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return _REPLY

    async def initialize(self) -> None:
        if self._session is not None:
            return
        self._trusted = self._trusted or httpx.create_ssl_context()
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self._connections, ssl=self._trusted),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
            # Left to look for it, aiohttp would do so in a thread, at every call.
            proxy=self._proxy,
        )

    async def shutdown(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

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
        """The status and the body of the reply. Of the timeouts only that of the reply may be chosen."""
        if self._session is None:
            raise RuntimeError("not initialized")
        reply = _REPLY if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        upload = request_data is not None and request_data.contains_files
        whole = None if reply is None else _CONNECT + reply + (_UPLOAD if upload else _REPLY)
        timeout = aiohttp.ClientTimeout(total=whole, connect=_CONNECT, sock_read=None if upload else reply)
        try:
            async with self._session.request(
                method, url, data=_body(request_data), timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"{type(error).__name__} in {method}") from error


def _proxy(root: str) -> str | None:
    """The proxy that the environment names for this address, as for other programs."""
    address = urlsplit(root)
    if not address.hostname or proxy_bypass(address.hostname):
        return None
    named = getproxies()
    return named.get(address.scheme) or named.get("all")


def _body(request_data: RequestData | None) -> Any:
    if request_data is None:
        return None
    fields = request_data.json_parameters
    if not request_data.contains_files:
        return fields
    form = aiohttp.FormData(fields)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
