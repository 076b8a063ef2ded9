"""`copy`: move an installation from one database to another, while the bot is stopped."""

import asyncio
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from bot import log
from bot.errors import EXIT_DONE, StartRefused
from bot.settings import EXPECTED, Settings, database_address, sqlite_file


def main(args: Namespace, settings: Settings) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from bot.lock import hold_lock
    from storage.copy import CopyRefused, copy

    log.configure(settings.log_level)
    source, target = _address("--from", args.source), _address("--to", args.target)
    path = sqlite_file(source)
    if path is not None and not path.exists():
        raise StartRefused(f"There is no database {path} to copy from.")
    # A bot on SQLite holds these locks, whichever its data folder is; one on PostgreSQL the lease.
    with hold_lock(settings.data_dir), _hold_files(source, target):
        try:
            rows = asyncio.run(copy(source, target))
        except CopyRefused as refusal:
            raise StartRefused(str(refusal)) from None
        except SQLAlchemyError as error:
            cause = type(getattr(error, "orig", None) or error).__name__
            raise StartRefused(
                f"One of the two databases cannot be used ({cause}); nothing was copied: check both "
                "addresses, and that their servers run."
            ) from None
    print(f"Copied {rows} rows, each checked. Keep the keys file, and set DATABASE_URL to the new database.")
    return EXIT_DONE


@contextmanager
def _hold_files(*addresses: str) -> Iterator[None]:
    from bot.lock import hold_database

    files = [file.resolve() for file in map(sqlite_file, addresses) if file is not None]
    if len(set(files)) < len(files):
        raise StartRefused("--from and --to name the same database.")
    with ExitStack() as held:
        for file in files:
            held.enter_context(hold_database(file, instead=""))
        yield


def _address(name: str, url: str) -> str:
    try:
        return database_address(url)
    except ValueError:
        raise StartRefused(f"{name} {EXPECTED['database_url']}.") from None
