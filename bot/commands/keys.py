"""`keys new`: a fresh key for what people write. `keys rotate`: seal with it what older keys sealed."""

import asyncio
from argparse import Namespace
from typing import TYPE_CHECKING

from bot import log
from bot.errors import EXIT_DONE, StartRefused
from bot.settings import Settings

if TYPE_CHECKING:
    from storage.keys import Keyring

_MOST_PASSES = 20


def main(args: Namespace, settings: Settings) -> int:
    log.configure(settings.log_level)
    return _new(settings) if args.action == "new" else _rotate(settings)


def _new(settings: Settings) -> int:
    from storage.keys import KeysUnusable, add_key

    path = settings.encryption_keys_file
    try:
        keyring = add_key(path)
    except KeysUnusable as error:
        raise StartRefused(f"{error} Nothing was changed.") from None
    except OSError:
        raise StartRefused(
            f"The encryption keys file {path} cannot be written: mend the rights of its folder."
        ) from None
    print(
        f"Added a key to {path}, which holds {len(keyring.keys)} now. Back it up and copy it to every "
        "replica; a running bot takes it up by itself. Then run python -m bot keys rotate."
    )
    return EXIT_DONE


def _rotate(settings: Settings) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from storage.keys import KeysUnusable, read_keyring
    from storage.reseal import KeyUnknown

    path = settings.database_path
    if path is not None and not path.exists():
        raise StartRefused(f"There is no database {path} yet.")
    try:
        keyring = read_keyring(settings.encryption_keys_file)
        count = asyncio.run(_go_through(settings, keyring))
    except KeysUnusable as error:
        raise StartRefused(f"{error} Nothing was changed.") from None
    except KeyUnknown as error:
        raise StartRefused(
            f"Something in the table {error} opens with none of the keys in {settings.encryption_keys_file}: "
            "put the missing key back from a backup, then run this again."
        ) from None
    except SQLAlchemyError as error:
        cause = type(getattr(error, "orig", None) or error).__name__
        raise StartRefused(
            f"The database cannot be used ({cause}); what is done stays done: run this again later."
        ) from None
    print(
        f"Sealed {count} texts anew; everything in the database has the current key. The older keys are of "
        "use for older backups alone: keep them as long as those."
    )
    return EXIT_DONE


async def _go_through(settings: Settings, keyring: "Keyring") -> int:
    from storage.engine import open_engine
    from storage.migrate import current, newest
    from storage.reseal import reseal
    from storage.sealed import Vault

    if (await current(settings.database_url))[0] != newest():
        raise StartRefused("The database is not at the newest revision: run python -m bot migrate first.")
    engine = open_engine(settings.database_url)
    total = 0
    try:
        # The bot may have written with the older key until it took up the new one.
        for _ in range(_MOST_PASSES):
            count = await reseal(engine, Vault(keyring))
            total += count
            if count == 0:
                return total
    finally:
        await engine.dispose()
    raise StartRefused(
        "A running bot goes on sealing with an older key: copy the keys file to every replica, then run this "
        "again."
    )
