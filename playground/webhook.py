"""Webhook delivery: each update is posted until it is taken or expires, in order within its queue."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Hashable
from functools import partial
from urllib.parse import urlsplit

import aiohttp

from playground.model import Json
from playground.updates import Queued, Updates

REACHED = ("127.0.0.1", "localhost")  # nothing leaves this machine
FIRST_WAITS = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0)
LONGEST_WAIT = 60.0
LONGEST_RETRY_AFTER = 3600.0
PATIENCE = 60.0
DEFAULT_CONNECTIONS = 40
MEMBERS = ("my_chat_member", "chat_member")


class Courier:
    """Carries updates to the webhook that is set. Waits are real seconds, as a poll's are."""

    def __init__(self, updates: Updates) -> None:
        self._updates = updates
        self._ways: dict[Hashable, asyncio.Task[None]] = {}
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to deliver."""
        self._running = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End every delivery; what was not taken still waits."""
        tasks = [*self._ways.values(), *([self._running] if self._running else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._running = None

    async def _run(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE)) as session:
            serving: Json = {}
            while True:
                seen = self._updates.version
                if self._updates.webhook is not serving:
                    serving = self._updates.webhook
                    await self._abandon()
                self._send_off(session, serving)
                await self._updates.change(seen)

    async def _abandon(self) -> None:
        ways = tuple(self._ways.values())
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)

    def _send_off(self, session: aiohttp.ClientSession, hook: Json) -> None:
        if urlsplit(hook.get("url", "")).hostname not in REACHED:
            return
        for queued in self._updates.waiting():
            queue = _queue(queued)
            if len(self._ways) >= hook.get("max_connections", DEFAULT_CONNECTIONS):
                return
            if queue not in self._ways:
                way = self._ways[queue] = asyncio.create_task(self._carry(session, hook, queued))
                way.add_done_callback(partial(self._arrived, queue))

    def _arrived(self, queue: Hashable, _way: asyncio.Task[None]) -> None:
        self._ways.pop(queue, None)
        self._updates.changed()

    async def _carry(self, session: aiohttp.ClientSession, hook: Json, queued: Queued) -> None:
        attempt = 0
        while queued in self._updates.waiting():
            trouble, asked = await _post(session, hook, queued)
            if trouble is None:
                self._updates.take(queued)
                return
            self._updates.failed(trouble)
            wait = FIRST_WAITS[attempt] if attempt < len(FIRST_WAITS) else LONGEST_WAIT
            attempt += 1
            await asyncio.sleep(wait if asked is None else asked)


async def _post(
    session: aiohttp.ClientSession, hook: Json, queued: Queued
) -> tuple[str | None, float | None]:
    """What went wrong, if anything, and the seconds that the answer asks to wait."""
    secret = hook.get("secret_token")
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    try:
        async with session.post(
            hook["url"], json=queued.raw(), headers=headers, allow_redirects=False
        ) as answer:
            if 200 <= answer.status < 300:
                return None, None
            trouble = f"Wrong response from the webhook: {answer.status} {answer.reason}"
            with contextlib.suppress(ValueError):
                return trouble, min(float(answer.headers.get("Retry-After", "none")), LONGEST_RETRY_AFTER)
            return trouble, None
    except TimeoutError:
        return "Read timeout expired", None
    except aiohttp.ClientError:
        return "Connection refused", None


def _queue(queued: Queued) -> Hashable:
    """What is serial: a chat's messages, a person's presses, a chat's changes of members."""
    press = queued.kind == "callback_query"
    place = queued.payload.get("from" if press else "chat")
    kind = "presses" if press else "members" if queued.kind in MEMBERS else "messages"
    return kind, place.get("id") if isinstance(place, dict) else None
