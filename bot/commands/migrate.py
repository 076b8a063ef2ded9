"""`migrate`: bring the database to the newest revision."""

import asyncio
from argparse import Namespace

from bot import log
from bot.errors import EXIT_DONE, StartRefused
from bot.settings import Settings


def main(_args: Namespace, settings: Settings) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from bot.opening import NEWER, hold_folder, prepare
    from storage.engine import away
    from storage.migrate import UnknownRevision, newest

    log.configure(settings.log_level)
    with hold_folder(settings):
        try:
            asyncio.run(prepare(settings))
        except UnknownRevision:
            raise StartRefused(NEWER) from None
        except SQLAlchemyError as error:
            if not away(error):
                raise
            raise StartRefused("The database does not answer: start it, or mend DATABASE_URL.") from None
    print(f"The database is at revision {newest()}, the newest.")
    return EXIT_DONE
