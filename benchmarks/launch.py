"""Starts one stack to be measured: `python -m benchmarks.launch <kind> <root> <folder>`."""

import argparse
import asyncio
import logging
import signal
from pathlib import Path

from bot import loop


def main() -> None:
    """Run it until SIGTERM; prints `ready` when it is up."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=("ours", "plain", "bare", "jobqueue"))
    parser.add_argument("root")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limits", action="store_true", help="ours: keep Telegram's limits")
    parser.add_argument("--jobs", type=int, default=0, help="jobqueue: how many")
    parser.add_argument("--profile", type=Path, help="ours: write a cProfile to this file")
    asked = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    if asked.kind == "ours":
        if asked.profile is None:
            loop.run(_ours(asked.root, asked.folder, limits=asked.limits))
        else:
            _profiled(asked)
    elif asked.kind == "plain":
        from benchmarks import plain

        plain.run(asked.root, asked.folder)
    else:
        from benchmarks import bare

        bare.run(asked.root, jobs=asked.jobs if asked.kind == "jobqueue" else None)


async def _ours(root: str, folder: Path, *, limits: bool) -> None:
    from pydantic import SecretStr

    from benchmarks.peer import TOKEN
    from benchmarks.watch import Watch
    from bot.deliver.limits import Limits
    from bot.log import configure
    from bot.service import serve, stay_lean
    from bot.settings import Settings
    from scheduler.clock import SystemClock

    configure("WARNING")
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    watch = Watch()

    def ready() -> None:
        stay_lean()
        watch.start()
        print("ready", flush=True)

    settings = Settings(_env_file=None, bot_token=SecretStr(TOKEN), bot_api_url=root, data_dir=folder)
    await serve(settings, SystemClock(), stop, limits=None if limits else Limits.none(), on_ready=ready)


def _profiled(asked: argparse.Namespace) -> None:
    import cProfile

    profile = cProfile.Profile()
    profile.enable()
    loop.run(_ours(asked.root, asked.folder, limits=asked.limits))
    profile.disable()
    profile.dump_stats(asked.profile)


if __name__ == "__main__":
    main()
