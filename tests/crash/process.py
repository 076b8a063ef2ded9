"""A real process of the bot: what it says, and how it ends."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.settings import Settings

HOUSE = Path(__file__).parents[2]
PATIENCE = 20.0


class BotProcess:
    """One process, started by us and ended by its pid. Its lines are kept as they come."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.pid = process.pid
        self.out: list[str] = []
        self.err: list[str] = []
        self._news = asyncio.Event()
        self._readers = [
            asyncio.create_task(self._read(stream, lines))
            for stream, lines in ((process.stdout, self.out), (process.stderr, self.err))
            if stream is not None
        ]

    @classmethod
    async def start(cls, *arguments: str, folder: Path, settings: Mapping[str, str]) -> "BotProcess":
        """`python <arguments>` in a folder, with these settings and none of the environment's."""
        names = {name.upper() for name in Settings.model_fields}
        kept = {name: value for name, value in os.environ.items() if name not in names}
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *arguments,
            cwd=folder,
            env={**kept, **settings, "PYTHONPATH": str(HOUSE)},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        return cls(process)

    @property
    def alive(self) -> bool:
        """Whether it has not ended, as far as we have heard."""
        return self._process.returncode is None

    async def said(self, words: str, within: float = PATIENCE) -> bool:
        """Wait for a line with these words, on either stream. False: it ended without one."""
        async with asyncio.timeout(within):
            while True:
                self._news.clear()
                if any(words in line for line in (*self.out, *self.err)):
                    return True
                if all(reader.done() for reader in self._readers):
                    return False
                await self._news.wait()

    def tell(self, line: str) -> None:
        """Write a line to its standard input; one that has ended hears nothing."""
        if self._process.stdin is not None and not self._process.stdin.is_closing():
            self._process.stdin.write(f"{line}\n".encode())

    def signal(self, number: signal.Signals) -> None:
        """Send a signal, at once."""
        if self.alive:
            os.kill(self.pid, number)

    async def ended(self, within: float = PATIENCE) -> int:
        """Wait for its end; the exit code."""
        async with asyncio.timeout(within):
            code = await self._process.wait()
            await asyncio.gather(*self._readers)
        if self._process.stdin is not None:
            self._process.stdin.close()
        return code

    async def kill(self) -> None:
        """kill -9, if it still runs."""
        self.signal(signal.SIGKILL)
        await self.ended()

    async def _read(self, stream: asyncio.StreamReader, lines: list[str]) -> None:
        async for line in stream:
            lines.append(line.decode().rstrip("\n"))
            self._news.set()
        self._news.set()
