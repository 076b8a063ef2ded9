"""The line between the bot and a server: it can be cut, fall silent, and be mended."""

import asyncio
import contextlib


class Wire:
    """Carries bytes between whoever connects here and a server on this machine."""

    def __init__(self, host: str, port: int) -> None:
        """Lead to `host` and `port`."""
        self._far = (host, port)
        self.far_port = port
        self._server: asyncio.Server | None = None
        self._lines: set[asyncio.StreamWriter] = set()
        self._carrying = asyncio.Event()
        # Where to connect.
        self.port = 0

    async def mend(self) -> None:
        """Carry; what was held back while silent goes on, unless nobody waits for it any more."""
        self._carrying.set()
        if self._server is None:
            self._server = await asyncio.start_server(self._carry, "127.0.0.1", self.port)
            self.port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """End every connection and refuse new ones."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.drop()

    def drop(self) -> None:
        """End every connection, as a night's sleep does; new ones are taken."""
        for line in tuple(self._lines):
            line.transport.abort()

    def hush(self) -> None:
        """Connections stay and are taken, but nothing gets through."""
        self._carrying.clear()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._lines.add(writer)
        with contextlib.suppress(OSError):
            first = await self._held(reader, b"")
            if first is not None:
                far_reader, far_writer = await asyncio.open_connection(*self._far)
                self._lines.add(far_writer)
                far_writer.write(first)
                await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer))
                self._lines.discard(far_writer)
        self._lines.discard(writer)
        writer.close()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65536):
                held = await self._held(reader, data)
                if held is None:
                    break
                writer.write(held)
                await writer.drain()
        except OSError:
            pass
        finally:
            writer.close()

    async def _held(self, reader: asyncio.StreamReader, data: bytes) -> bytes | None:
        """All that is said until it can be carried; none if whoever said it has given up meanwhile."""
        while not self._carrying.is_set():
            reading = asyncio.ensure_future(reader.read(65536))
            carrying = asyncio.ensure_future(self._carrying.wait())
            await asyncio.wait((reading, carrying), return_when=asyncio.FIRST_COMPLETED)
            carrying.cancel()
            if not reading.done():
                reading.cancel()
                await asyncio.gather(reading, return_exceptions=True)
            elif not reading.result():
                return None
            else:
                data += reading.result()
        return data
