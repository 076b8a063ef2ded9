"""`demo`: the bot on a local page with two phones; no token, no Telegram."""

from argparse import Namespace

from bot import log, loop
from bot.errors import EXIT_DONE
from bot.settings import Settings


def main(args: Namespace, settings: Settings) -> int:
    from bot.demo import run_demo

    log.configure(settings.log_level)
    loop.run(run_demo(settings, args.port))
    return EXIT_DONE
