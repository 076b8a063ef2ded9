"""`demo`: the bot on a local page with two phones; no token, no Telegram."""

import asyncio
from argparse import Namespace

from bot import log
from bot.errors import EXIT_DONE
from bot.settings import Settings


def main(args: Namespace, settings: Settings) -> int:
    from bot.demo import run_demo

    log.configure(settings.log_level)
    asyncio.run(run_demo(settings, args.port))
    return EXIT_DONE
