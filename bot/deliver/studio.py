"""The process that draws: started when it is first needed, and ended where it takes too long."""

import asyncio
import contextlib
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import asdict
from pathlib import Path

import content
from content.pictures.worker import LENGTH
from screens.screen import Document, Picture

PATIENCE = 10.0
"""Seconds for one drawing, the start of the process included."""

# Memory that a long life may have gathered is given back then.
_MOST_DRAWINGS = 200
_LONGEST_REST = 300.0
_ROOT = Path(content.__file__).parent.parent


class NotDrawn(Exception):
    """It cannot be drawn: the process died or took too long, or the template refused the data."""


class Studio:
    """Draws one thing at a time. `command` is what runs in the process; `patience` in seconds."""

    def __init__(self, command: tuple[str, ...] | None = None, patience: float = PATIENCE) -> None:
        self._command = command or (sys.executable, "-m", "content.pictures.worker")
        self._patience = patience
        self._process: Process | None = None
        self._drawings = 0
        self._turn = asyncio.Lock()
        self._rest: asyncio.TimerHandle | None = None

    @property
    def pid(self) -> int | None:
        """The process's id, while there is one."""
        return self._process.pid if self._process is not None else None

    async def draw(self, what: Picture | Document) -> bytes:
        """PNG of a picture, PDF of a document.

        Raises:
            NotDrawn: see there; the next drawing has a new process where this one failed.
        """
        async with self._turn:
            drawn = False
            try:
                async with asyncio.timeout(self._patience):
                    status, body = await self._ask(what)
                drawn = True
            except (OSError, EOFError, TimeoutError) as error:
                raise NotDrawn(type(error).__name__) from None
            finally:
                if not drawn or self._drawings >= _MOST_DRAWINGS:
                    await self._end()
                else:
                    self._rest_later()
        if status != 0:
            raise NotDrawn(body.decode())
        return body

    async def close(self) -> None:
        """End the process, if there is one."""
        async with self._turn:
            await self._end()

    async def _ask(self, what: Picture | Document) -> tuple[int, bytes]:
        if self._rest is not None:
            self._rest.cancel()
        if self._process is None or self._process.returncode is not None:
            # A session of its own, so that Ctrl-C reaches the bot alone.
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, cwd=_ROOT, start_new_session=True
            )
            self._drawings = 0
        self._drawings += 1
        to, out = self._process.stdin, self._process.stdout
        if to is None or out is None:
            raise EOFError
        recipe = asdict(what)
        del recipe["name"]
        recipe["kind"] = "pdf" if isinstance(what, Document) else "png"
        request = json.dumps(recipe).encode()
        to.write(LENGTH.pack(len(request)) + request)
        await to.drain()
        head = await out.readexactly(LENGTH.size + 1)
        return head[-1], await out.readexactly(*LENGTH.unpack(head[:-1]))

    def _rest_later(self) -> None:
        self._rest = asyncio.get_running_loop().call_later(_LONGEST_REST, self._kill)

    async def _end(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
        process = self._kill()
        if process is not None:
            await process.wait()

    def _kill(self) -> Process | None:
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        return process
