"""`migrate`: bring the database to the newest revision."""

import asyncio
from argparse import Namespace

from bot import log
from bot.errors import EXIT_DONE
from bot.settings import Settings


def main(_args: Namespace, settings: Settings) -> int:
    from bot.opening import hold_folder, prepare
    from storage.migrate import newest

    log.configure(settings.log_level)
    with hold_folder(settings):
        asyncio.run(prepare(settings))
    print(f"The database is at revision {newest()}, the newest.")
    return EXIT_DONE
