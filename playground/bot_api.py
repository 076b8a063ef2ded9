"""Protocol in: the Bot API over HTTP, /bot<token>/<method>."""

from __future__ import annotations

import asyncio
import copy
import json
from typing import Any

from aiohttp import web

from playground import schema
from playground.errors import WEBHOOK_SET, ApiError, retry_after
from playground.faults import Fault, Faults
from playground.flood import Flood
from playground.methods import METHODS
from playground.model import Json
from playground.store import Store, Upload


class BotApi:
    """Answers the bot's calls; each is recorded, whatever becomes of it."""

    def __init__(self, store: Store, token: str, faults: Faults, flood: Flood) -> None:
        self.token = token
        self._store, self._faults, self._flood = store, faults, flood

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One call: authorize, decode, maybe fail on request, do, answer."""
        if request.match_info["token"] != self.token:
            return _refusal(ApiError(401, "Unauthorized"))
        method = _name(request.match_info["method"])
        raw, uploads = await _received(request)
        fault = self._faults.take(method, raw)
        if fault and fault.kind in ("reset", "401", "500", "429"):
            self._store.record(method, raw, f"fault: {fault.kind}", None)
            return _hang_up(request) if fault.kind == "reset" else _refusal(_error(fault))
        try:
            answer: web.StreamResponse = _json(
                {"ok": True, "result": await self._do(request, method, raw, uploads)}
            )
        except ApiError as error:
            answer = _refusal(error)
        if fault and fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        return _hang_up(request) if fault and fault.kind == "lost_reply" else answer

    async def _do(self, request: web.Request, method: str, raw: Json, uploads: dict[str, Upload]) -> Any:
        params = raw
        try:
            params = schema.decode(method, raw, frozenset(uploads))
            self._flood.check(method, params.get("chat_id"))
            if method == "getUpdates":
                result = await self._updates(request, params)
            else:
                self._keep(params, uploads)
                result = copy.deepcopy(METHODS[method](self._store, params))
        except ApiError as error:
            self._store.record(method, params, error.description, None)
            raise
        self._store.record(method, params, None, result)
        return result

    async def _updates(self, request: web.Request, params: Json) -> list[Json]:
        updates = self._store.updates
        if updates.webhook:
            raise ApiError(409, WEBHOOK_SET)
        updates.allow(params.get("allowed_updates"))
        return await updates.poll(
            params.get("offset", 0),
            params.get("limit", 100),
            params.get("timeout", 0),
            alive=lambda: request.transport is not None and not request.transport.is_closing(),
        )

    def _keep(self, params: Json, uploads: dict[str, Upload]) -> None:
        """Store what was uploaded and put the new file id where the call names the upload."""
        for name, value in params.items():
            if isinstance(value, dict):
                self._keep(value, uploads)
            if isinstance(value, str) and value.startswith("attach://") and value[9:] in uploads:
                upload = uploads[value[9:]]
                kept = Upload(
                    f"file-{self._store.number('file'):08d}", upload.name, upload.content_type, upload.content
                )
                self._store.files[kept.id] = kept
                params[name] = kept.id


async def _received(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """The parameters of a query, a form, a multipart form or a JSON body, and the uploaded files by name."""
    raw: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.method == "POST" and request.content_type == "application/json":
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError:
            body = None
        if isinstance(body, dict):
            raw.update(body)
    elif request.method == "POST":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                uploads[name] = Upload("", value.filename, value.content_type, value.file.read())
            else:
                raw[name] = value
    return raw, uploads


def _name(wanted: str) -> str:
    """Method names are case-insensitive."""
    known = {name.lower(): name for name in [*METHODS, "getUpdates"]}
    return known.get(wanted.lower(), wanted)


def _error(fault: Fault) -> ApiError:
    if fault.kind == "429":
        return retry_after(fault.retry_after)
    return ApiError(401, "Unauthorized") if fault.kind == "401" else ApiError(500, "restart")


def _json(body: Json, status: int = 200) -> web.Response:
    return web.json_response(body, status=status)


def _refusal(error: ApiError) -> web.Response:
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return _json(body, error.code)


def _hang_up(request: web.Request) -> web.Response:
    """Close the connection under the caller; what is returned is never read."""
    transport = request.transport
    if transport is not None:
        transport.abort()
    return web.Response()
