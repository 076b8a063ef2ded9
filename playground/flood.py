"""Telegram's flood limits, as published: by chat, by group and in all. Off unless asked for."""

from __future__ import annotations

import math
from collections import defaultdict, deque

from playground.clock import Clock
from playground.errors import retry_after

BURST, BURST_SECONDS = 5, 5  # one message a second in a chat, short bursts pass
GROUP, GROUP_SECONDS = 20, 60
ALL, ALL_SECONDS = 30, 1
COUNTED = (
    "sendMessage",
    "sendPhoto",
    "sendSticker",
    "sendVoice",
    "sendAnimation",
    "sendDocument",
    "editMessageText",
    "editMessageReplyMarkup",
)


class Flood:
    """Counts sends and edits by the injected clock."""

    def __init__(self, clock: Clock) -> None:
        self.on = False
        self._clock = clock
        self._sent: dict[str, deque[float]] = defaultdict(deque)

    def check(self, method: str, chat_id: int | str | None) -> None:
        """Count one call; raises ApiError 429 with retry_after if it is too many."""
        if not self.on or method not in COUNTED or chat_id is None:
            return
        now = self._clock.now().timestamp()
        limits = [(f"chat {chat_id}", BURST, BURST_SECONDS), ("all", ALL, ALL_SECONDS)]
        if str(chat_id).startswith("-"):
            limits.append((f"group {chat_id}", GROUP, GROUP_SECONDS))
        wait = max(self._wait(name, count, seconds, now) for name, count, seconds in limits)
        if wait > 0:
            raise retry_after(math.ceil(wait))
        for name, _, _ in limits:
            self._sent[name].append(now)

    def _wait(self, name: str, count: int, seconds: int, now: float) -> float:
        sent = self._sent[name]
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        return 0.0 if len(sent) < count else sent[0] + seconds - now
