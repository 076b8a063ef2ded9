"""`migrate`: bring the database to the newest revision."""

import asyncio
from argparse import Namespace

from bot import log
from bot.errors import EXIT_DONE
from bot.lock import hold_lock
from bot.settings import Settings


def main(_args: Namespace, settings: Settings) -> int:
    from bot.keys import open_keys
    from storage.migrate import upgrade

    log.configure(settings.log_level)
    with hold_lock(settings.data_dir):
        open_keys(settings.encryption_keys_file, settings.database_path)
        revision = asyncio.run(upgrade(settings.database_url))
    print(f"The database is at revision {revision}, the newest.")
    return EXIT_DONE
