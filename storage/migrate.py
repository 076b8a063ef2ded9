"""Bringing a database to the newest revision."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import open_engine

_SCRIPTS = Path(__file__).parent / "migrations"
# Any number that nobody else takes in this database.
_ONE_AT_A_TIME = 7_322_095_115


class UnknownRevision(Exception):
    """The database's revision is none of ours: a newer version of the program made it."""


@asynccontextmanager
async def alone(database_url: str) -> AsyncIterator[AsyncConnection]:
    """A transaction in which a database is made ready, committed at the end.

    Several replicas may want to at once: one does it, the others wait and find it done.
    """
    engine = open_engine(database_url)
    try:
        async with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                # Released with the transaction. On SQLite the transaction itself is the lock.
                lock = text("SELECT pg_advisory_xact_lock(:lock)")
                await connection.execute(lock, {"lock": _ONE_AT_A_TIME})
            yield connection
    finally:
        await engine.dispose()


async def is_empty(connection: AsyncConnection) -> bool:
    """Whether no migration was ever applied."""
    return await connection.run_sync(_present) is None


async def bring_up(connection: AsyncConnection) -> None:
    """Apply every migration that is missing, as a part of this transaction (see `alone`).

    Raises:
        UnknownRevision: nothing was changed.
    """
    await connection.run_sync(_upgrade, _config())


async def upgrade(database_url: str) -> str:
    """Apply every migration that is missing, all or none, and return the newest revision.

    Raises:
        UnknownRevision: nothing was changed.
    """
    async with alone(database_url) as connection:
        await bring_up(connection)
    return newest()


async def current(database_url: str) -> tuple[str | None, str]:
    """The database's revision (none for an empty one) and the newest there is."""
    engine = open_engine(database_url)
    try:
        async with engine.connect() as connection:
            present = await connection.run_sync(_present)
    finally:
        await engine.dispose()
    return present, newest()


def newest() -> str:
    """The revision that this program expects."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    if head is None:
        raise RuntimeError("there is no migration")
    return head


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    return config


def _upgrade(connection: Connection, config: Config) -> None:
    config.attributes["connection"] = connection
    _check(config, _present(connection))
    command.upgrade(config, "head")


def _check(config: Config, present: str | None) -> None:
    if present is None:
        return
    try:
        ScriptDirectory.from_config(config).get_revision(present)
    except CommandError:
        raise UnknownRevision(present) from None


def _present(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
