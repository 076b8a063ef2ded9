"""The page's side: its files, the world's state, the people's acts, the clock, faults."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web

from playground.acts import act, number
from playground.errors import WorldError
from playground.faults import Faults
from playground.model import Json
from playground.view import calls, state
from playground.walk import walk
from playground.world import World

PAGE = Path(__file__).parent / "page"
LOCAL = ("127.0.0.1", "localhost")
HEARTBEAT = 15.0  # real seconds
GATHER = 0.03  # real seconds in which several changes become one event
_FILE = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def only_local(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Keep every page but our own from reading or driving the playground; the Bot API has its token."""
    if request.path.startswith("/bot"):
        return await handler(request)
    if not _from_here(request):
        return web.json_response(
            {"ok": False, "error": "Only this machine may use the playground."}, status=403
        )
    try:
        answer = await handler(request)
    except WorldError as error:
        answer = web.json_response({"ok": False, "error": str(error)}, status=400)
    if not answer.prepared:
        answer.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        answer.headers["Cache-Control"] = "no-store"
    return answer


class PageApi:
    """Routes of the page."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world, self._store, self._faults = world, world.store, faults
        self._closed = False
        self._walking = asyncio.Lock()

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/", self._index),
            web.get("/page/{name}", self._file),
            web.get("/play/state", self._state),
            web.get("/play/events", self._events),
            web.post("/play/act", self._act),
            web.post("/play/clock", self._clock),
            web.post("/play/people", self._add_person),
            web.patch("/play/people/{id}", self._change_person),
            web.post("/play/faults", self._add_fault),
            web.delete("/play/faults", self._clear_faults),
            web.get("/play/calls", self._calls),
            web.get("/play/file/{id}", self._upload),
        ]

    def close(self) -> None:
        """End the event streams."""
        self._closed = True
        self._store.bus.changed()

    async def _index(self, request: web.Request) -> web.StreamResponse:
        return _page_file("index.html")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        return _page_file(request.match_info["name"])

    async def _state(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(state(self._store))

    async def _events(self, request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await answer.prepare(request)
        with contextlib.suppress(ConnectionResetError):
            told = self._store.bus.version
            await answer.write(f"data: {told}\n\n".encode())
            while not self._closed:
                version = await self._store.bus.wait(told, HEARTBEAT)
                if version > told:
                    await asyncio.sleep(GATHER)
                    told = self._store.bus.version
                    await answer.write(f"data: {told}\n\n".encode())
                else:
                    await answer.write(b": still here\n\n")
        return answer

    async def _act(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(act(self._world, await _body(request)))

    async def _clock(self, request: web.Request) -> web.StreamResponse:
        seconds = _float(await _body(request), "advance", 0.0)
        if not 0 <= seconds <= 10 * 366 * 86_400:
            raise WorldError("The clock only moves forward, and at most ten years at once.")
        async with self._walking:
            await walk(self._store, timedelta(seconds=seconds))
        return web.json_response({"ok": True, "now": self._store.now().timestamp()})

    async def _add_person(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        name = str(body.get("name") or "").strip()
        if not name:
            raise WorldError("A person needs a name.")
        person = self._world.add_person(name, str(body.get("language", "en")), str(body.get("zone", "UTC")))
        return web.json_response({"ok": True, "id": person.id})

    async def _change_person(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        person = number(dict(request.match_info), "id")
        self._world.settle(person, body.get("language"), body.get("zone"))
        return web.json_response({"ok": True})

    async def _add_fault(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        chat = number(body, "chat") if body.get("chat") is not None else None
        self._faults.add(
            str(body.get("kind")),
            str(body.get("method", "*")),
            chat=chat,
            times=int(_float(body, "times", 1)),
            retry_after=int(_float(body, "retry_after", 1)),
            seconds=_float(body, "seconds", 1),
        )
        return web.json_response({"ok": True})

    async def _clear_faults(self, request: web.Request) -> web.StreamResponse:
        self._faults.clear()
        return web.json_response({"ok": True})

    async def _calls(self, request: web.Request) -> web.StreamResponse:
        after = request.query.get("after", "0")
        return web.json_response(calls(self._store, int(after) if after.isdigit() else 0))

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        upload = self._store.files.get(request.match_info["id"])
        if upload is None:
            raise web.HTTPNotFound
        return web.Response(body=upload.content, content_type=upload.content_type)


def _from_here(request: web.Request) -> bool:
    """Whether the address that was asked, and the page that asks, are this machine's own."""
    asked = [f"//{request.headers.get('Host', '')}", *request.headers.getall("Origin", [])]
    try:
        local = all(urlsplit(address).hostname in LOCAL for address in asked)
    except ValueError:
        return False
    return local and request.headers.get("Sec-Fetch-Site") != "cross-site"


def _page_file(name: str) -> web.StreamResponse:
    path = PAGE / name
    if not _FILE.fullmatch(name) or not path.is_file():
        return web.Response(status=404, text="The playground's page has no such file.")
    return web.FileResponse(path)


async def _body(request: web.Request) -> Json:
    try:
        body = json.loads(await request.text())
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise WorldError("The body must be a JSON object.")
    return body


def _float(body: Json, name: str, otherwise: float) -> float:
    value = body.get(name, otherwise)
    if value is None:
        return otherwise
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WorldError(f"{name!r} must be a number.")
    return float(value)
