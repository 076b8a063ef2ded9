"""What the playground's tests hold in their hands: a clock to move and a client that speaks raw HTTP."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp

START = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


@dataclass
class HandClock:
    """A clock that stands still until it is moved."""

    at: datetime = field(default=START)

    def now(self) -> datetime:
        return self.at

    def advance(self, delta: timedelta) -> None:
        self.at += delta


@dataclass(frozen=True)
class Reply:
    """An HTTP answer of the Bot API."""

    status: int
    body: dict[str, Any]

    @property
    def result(self) -> Any:
        assert self.body["ok"], self.body
        return self.body["result"]

    @property
    def error(self) -> tuple[int, str]:
        assert not self.body["ok"], self.body
        assert self.body["error_code"] == self.status
        return self.status, self.body["description"]


class Api:
    """Calls Bot API methods with JSON bodies, and remembers the offset of getUpdates."""

    def __init__(self, session: aiohttp.ClientSession, root: str, token: str) -> None:
        self.session, self.root, self.token = session, root, token
        self.offset = 0

    async def __call__(self, method: str, **params: Any) -> Reply:
        async with self.session.post(f"{self.root}/bot{self.token}/{method}", json=params) as answer:
            return Reply(answer.status, await answer.json())

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """The updates that came since the last look, confirming the earlier ones."""
        batch = (await self("getUpdates", offset=self.offset, **params)).result
        if batch:
            self.offset = batch[-1]["update_id"] + 1
        return list(batch)

    async def texts(self) -> list[str]:
        """The texts of the messages among the new updates."""
        return [one["message"]["text"] for one in await self.updates() if "text" in one.get("message", {})]

    async def kinds(self) -> list[str]:
        """The kinds of the new updates."""
        return [next(key for key in one if key != "update_id") for one in await self.updates()]
