"""How long the event loop of a measured process was blocked: the same watch in every stack."""

import asyncio
import json
import sys
from time import monotonic

_STEP = 0.005


class Watch:
    """Wakes every 5 ms and notes the longest delay. A line on stdin asks for it, in ms, and begins anew."""

    def __init__(self) -> None:
        self._longest = 0.0
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, in the running loop."""
        self._task = asyncio.create_task(self._run())
        asyncio.get_running_loop().add_reader(sys.stdin.fileno(), self._tell)

    async def _run(self) -> None:
        while True:
            before = monotonic()
            await asyncio.sleep(_STEP)
            self._longest = max(self._longest, monotonic() - before - _STEP)

    def _tell(self) -> None:
        if not sys.stdin.readline():
            asyncio.get_running_loop().remove_reader(sys.stdin.fileno())
            return
        print(json.dumps({"blocked_ms": self._longest * 1000}), flush=True)
        self._longest = 0.0
