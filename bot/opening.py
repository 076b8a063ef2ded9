"""Opening what an installation keeps: its folder, its keys, its database at the newest revision."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection
from structlog.stdlib import get_logger

from bot.errors import StartRefused
from bot.keys import open_keys
from bot.lock import hold_database, hold_lock, make_folder
from bot.log import ids
from bot.settings import Settings
from storage.database import Database
from storage.engine import away
from storage.installation import leave_seal
from storage.keys import Keyring, KeysFile
from storage.migrate import UnknownRevision, alone, bring_up, is_empty
from storage.reseal import KeyUnknown, check_keys
from storage.sealed import Vault

log = get_logger(__name__)

_WAITS = (0.5, 1.0, 2.0, 4.0)


@asynccontextmanager
async def open_database(
    settings: Settings, stop: asyncio.Event, *, longest_pause: float
) -> AsyncIterator[Database | None]:
    """The database, ready to work with; a PostgreSQL server that does not answer is waited for.

    `longest_pause`: see `Database`. None: stopped before.

    Raises:
        StartRefused: for a reason that the operator can mend.
    """
    with hold_folder(settings):
        keyring = await _when_it_answers(settings, stop)
        if keyring is None:
            yield None
            return
        vault = Vault(keyring, KeysFile(settings.encryption_keys_file).news)
        database = Database(settings.database_url, vault, longest_pause=longest_pause)
        try:
            yield database
        finally:
            await database.close()


@contextmanager
def hold_folder(settings: Settings) -> Iterator[None]:
    """The data folder, made when missing; with SQLite this process alone has it while the block runs.

    Raises:
        StartRefused: see `hold_lock`.
    """
    if settings.database_path is None:
        make_folder(settings.data_dir)
        yield
        return
    with hold_lock(settings.data_dir), hold_database(settings.database_path):
        yield


NEWER = "A newer version of Backsoon has used this database: start that one, or restore a backup."
UNUSABLE = "The database cannot be opened or brought up to date: run `python -m bot doctor`."


async def prepare(settings: Settings) -> Keyring:
    """The keys, made at the very first start, and the database at its newest revision.

    Of replicas that start at once on an empty database one makes the keys, and the others must have them.

    Raises:
        StartRefused, UnknownRevision, SQLAlchemyError: it cannot be used.
    """
    async with alone(settings.database_url) as connection:
        used = not await is_empty(connection)
        keyring = open_keys(settings.encryption_keys_file, used, lambda words: print(words, flush=True))
        ids.know(keyring)
        await bring_up(connection)
        await _check(connection, settings, keyring)
    return keyring


async def _check(connection: AsyncConnection, settings: Settings, keyring: Keyring) -> None:
    """With other keys than the database was written with, nothing of it would be understood."""
    vault = Vault(keyring)
    try:
        await check_keys(connection, vault)
    except KeyUnknown:
        raise StartRefused(
            f"The keys in {settings.encryption_keys_file} do not open what is in the database: put back the "
            "keys file that belongs to it."
        ) from None
    await leave_seal(connection, vault)


async def _when_it_answers(settings: Settings, stop: asyncio.Event) -> Keyring | None:
    tries = 0
    while not stop.is_set():
        try:
            return await prepare(settings)
        except UnknownRevision:
            raise StartRefused(NEWER) from None
        except SQLAlchemyError as error:
            if not away(error):
                log.exception("the database could not be brought up to date")
                raise StartRefused(UNUSABLE) from None
            log.warning("the database cannot be reached; trying again", reason=type(error).__name__)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), _WAITS[min(tries, len(_WAITS) - 1)])
        tries += 1
    return None
