"""The demo: the same bot against a local Bot API server, with one clock that both share and you can move."""

import asyncio
import signal
import tempfile
from pathlib import Path

from pydantic import SecretStr

import playground
from bot.errors import StartRefused
from bot.service import serve
from bot.settings import Settings
from scheduler.clock import MovableClock
from storage.keys import new_keyring, write_keyring


async def run_demo(settings: Settings, port: int) -> None:
    """Serve the page on 127.0.0.1 until SIGTERM or Ctrl-C. What happens in it is gone afterwards.

    Raises:
        StartRefused: the port is taken.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    clock = MovableClock()
    try:
        play = await playground.start(clock, port=port)
    except OSError:
        raise StartRefused(f"Port {port} is taken: choose another with --port.") from None
    try:
        with tempfile.TemporaryDirectory(prefix="backsoon-demo-") as folder:
            ours = _settings(settings, Path(folder), play)
            # Nobody is asked to back up what is gone in an hour.
            write_keyring(ours.encryption_keys_file, new_keyring())
            await serve(ours, clock, stop, on_ready=lambda: _say(play))
    finally:
        await play.stop()


def _settings(settings: Settings, folder: Path, play: playground.Playground) -> Settings:
    return settings.model_copy(
        update={
            "bot_token": SecretStr(play.token),
            "bot_api_url": play.api_root,
            "data_dir": folder,
            "database_url": f"sqlite+aiosqlite:///{folder}/backsoon.db",
            "encryption_keys_file": folder / "encryption.keys",
            "webhook_url": None,
            "webhook_secret": None,
            "listen": None,
        }
    )


def _say(play: playground.Playground) -> None:
    print(f"Two phones are waiting for you at {play.page_url} (Ctrl-C ends the demo)", flush=True)
