"""A small local Bot API server, in a process of its own: the same peer for every stack that is measured.

It speaks HTTP on 127.0.0.1, hands out updates by long polling, and notes when each call had arrived. Times
are seconds of CLOCK_MONOTONIC, which all processes of a machine share.
"""

import asyncio
import json
import math
import sys
from collections import defaultdict, deque
from time import monotonic, time
from typing import Any

from aiohttp import web

BOT = {"id": 7_000_001, "is_bot": True, "first_name": "Backsoon", "username": "backsoon_bench_bot"}
TOKEN = f"{BOT['id']}:benchmarks-have-no-secrets"
ALL = 30
"""Messages a second, to everyone."""

CHAT, CHAT_SECONDS = 5, 5
GROUP, GROUP_SECONDS = 20, 60
_ANSWERS: dict[str, Any] = {"getchatmembercount": 3, "getmycommands": []}
_COUNTED = ("sendmessage", "editmessagetext", "editmessagereplymarkup")


class Flood:
    """Telegram's limits as published: thirty a second, one a second in a chat, twenty a minute in a group."""

    def __init__(self) -> None:
        self.on = False
        self._times: dict[tuple[str, int], deque[float]] = defaultdict(deque)

    def wait(self, chat_id: int) -> float:
        """Seconds to wait; 0 if the message is taken, which counts it."""
        now = monotonic()
        windows = [(("all", 0), ALL, 1.0), (("chat", chat_id), CHAT, float(CHAT_SECONDS))]
        if chat_id < 0:
            windows.append((("group", chat_id), GROUP, float(GROUP_SECONDS)))
        wait = 0.0
        for key, most, span in windows:
            times = self._times[key]
            while times and times[0] <= now - span:
                times.popleft()
            if len(times) >= most:
                wait = max(wait, times[0] + span - now)
        if wait <= 0:
            for key, _, _ in windows:
                self._times[key].append(now)
        return wait


class Peer:
    """Updates that wait, calls that came. Control calls come from the process that measures."""

    def __init__(self) -> None:
        self._waiting: deque[dict[str, Any]] = deque()
        self._calls: list[tuple[float, str, int, str]] = []
        self._tapped: dict[int, float] = {}
        self._flood = Flood()
        self._refused = 0
        self._next_update = 1
        self._next_message = 1_000
        self._changed = asyncio.Event()
        self._arrived = asyncio.Event()

    def routes(self) -> list[web.RouteDef]:
        """What is served."""
        return [
            web.post("/bot{token}/{method}", self._call),
            web.post("/control/{what}", self._control),
        ]

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        form = await request.post()
        if method == "getupdates":
            return _ok(await self._updates(form))
        if method == "getme":
            return _ok(BOT)
        chat_id = int(str(form.get("chat_id", 0)))
        if self._flood.on and method in _COUNTED:
            wait = self._flood.wait(chat_id)
            if wait > 0:
                self._refused += 1
                return _too_many(math.ceil(wait))
        text = str(form.get("text", ""))
        self._calls.append((monotonic(), method, chat_id, text[:60]))
        self._arrived.set()
        if method in ("sendmessage", "editmessagetext"):
            return _ok(self._message(chat_id, text, form.get("message_id")))
        return _ok(_ANSWERS.get(method, {} if method.startswith("get") else True))

    async def _updates(self, form: Any) -> list[dict[str, Any]]:
        offset = int(form.get("offset", 0))
        while self._waiting and self._waiting[0]["update_id"] < offset:
            self._waiting.popleft()
        until = monotonic() + float(form.get("timeout", 0))
        while not self._waiting and monotonic() < until:
            self._changed.clear()
            try:
                async with asyncio.timeout(until - monotonic()):
                    await self._changed.wait()
            except TimeoutError:
                break
        return [self._waiting[i] for i in range(min(100, len(self._waiting)))]

    def _message(self, chat_id: int, text: str, message_id: Any) -> dict[str, Any]:
        self._next_message += 1
        return {
            "message_id": int(message_id) if message_id else self._next_message,
            "from": BOT,
            "chat": _chat(chat_id),
            "date": int(time()),
            "text": text,
        }

    async def _control(self, request: web.Request) -> web.Response:
        asked = json.loads(await request.read() or b"{}")
        match request.match_info["what"]:
            case "tap":
                # All at once, however many there are.
                now = monotonic()
                for chat_id, person_id in asked["taps"]:
                    self._tapped[chat_id] = now
                    self._waiting.append(self._tap(chat_id, person_id))
                self._changed.set()
                return _ok(now)
            case "reset":
                self._waiting.clear()
                self._calls.clear()
                self._tapped.clear()
                self._refused = 0
                self._flood = Flood()
                self._flood.on = bool(asked.get("flood"))
                return _ok(True)
            case "wait":
                return _ok(
                    await self._wait(int(asked["messages"]), asked.get("chat"), float(asked["timeout"]))
                )
            case "calls":
                return _ok(
                    {"calls": self._calls, "tapped": list(self._tapped.items()), "refused": self._refused}
                )
            case _:
                raise web.HTTPNotFound

    def _tap(self, chat_id: int, person_id: int) -> dict[str, Any]:
        self._next_update += 1
        self._next_message += 1
        chat = _chat(chat_id)
        return {
            "update_id": self._next_update,
            "message": {
                "message_id": self._next_message,
                "from": {"id": person_id, "is_bot": False, "first_name": "Ann", "language_code": "en"},
                "chat": chat,
                "date": int(time()),
                "text": "\u270b",
                # The keyboard's tap answers the message that carried the keyboard.
                "reply_to_message": {"message_id": 5, "from": BOT, "chat": chat, "date": 1, "text": "\u270b"},
            },
        }

    async def _wait(self, messages: int, chat: int | None, patience: float) -> bool:
        """Until so many messages arrived (in that chat); False if they did not within the time."""
        until = monotonic() + patience
        seen = count = 0
        while True:
            for _, method, chat_id, _text in self._calls[seen:]:
                count += method == "sendmessage" and chat in (None, chat_id)
            seen = len(self._calls)
            if count >= messages:
                return True
            self._arrived.clear()
            try:
                async with asyncio.timeout(until - monotonic()):
                    await self._arrived.wait()
            except TimeoutError:
                return False


def _chat(chat_id: int) -> dict[str, Any]:
    if chat_id < 0:
        return {"id": chat_id, "type": "group", "title": "Ann & Ben"}
    return {"id": chat_id, "type": "private", "first_name": "Ann"}


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _too_many(seconds: int) -> web.Response:
    body = {
        "ok": False,
        "error_code": 429,
        "description": f"Too Many Requests: retry after {seconds}",
        "parameters": {"retry_after": seconds},
    }
    return web.json_response(body, status=429)


async def _serve() -> None:
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.add_routes(Peer().routes())
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=4096).start()
    print(runner.addresses[0][1], flush=True)
    # Ends with the process that measures: its end of the pipe closes.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve())
