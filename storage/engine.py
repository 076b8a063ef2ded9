"""Engines for SQLite and PostgreSQL, set up as the promises need them. Parameters never reach a log."""

from typing import Any

import asyncpg
from sqlalchemy import event, make_url
from sqlalchemy.engine import URL, Dialect, ExceptionContext
from sqlalchemy.exc import DataError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage.sqlite import BEGIN, prompt_driver

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # A promise made to a person survives a power cut, not just a kill.
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA secure_delete=ON",
)
# Turns take turns; the rest is for what is received beside them.
_CONNECTIONS = 5
# Seconds.
_CONNECT = 5.0
_STATEMENT = 30.0
_PAUSE = 5.0
# PostgreSQL's classes of states that say nothing about a statement: no connection, no room, a shutdown, a
# timeout, a deadlock, its disk. Source: PostgreSQL's manual, appendix A.
_TROUBLE = ("08", "25P03", "40", "53", "55", "57", "58")


def open_engine(
    url: str, *, connections: int = _CONNECTIONS, longest_pause: float | None = None
) -> AsyncEngine:
    """An engine for `sqlite+aiosqlite` (always one connection) or `postgresql+asyncpg`.

    `longest_pause`: seconds for which a transaction on PostgreSQL may be idle before the server ends it. With
    it, statements have half a minute; without, as long as they need.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(address)
    return _open_postgresql(address, connections, longest_pause)


def _open_sqlite(address: URL) -> AsyncEngine:
    engine = create_async_engine(
        address,
        hide_parameters=True,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        module=prompt_driver(),
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        # The driver must not begin transactions by itself: BEGIN IMMEDIATE is ours.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(BEGIN)

    return engine


def _open_postgresql(address: URL, connections: int, longest_pause: float | None) -> AsyncEngine:
    settings = {"application_name": "backsoon", "jit": "off"}
    if longest_pause is not None:
        settings["idle_in_transaction_session_timeout"] = str(int(longest_pause * 1000))
    engine = create_async_engine(
        address,
        hide_parameters=True,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=connections,
        max_overflow=0,
        connect_args={
            "timeout": _CONNECT,
            "command_timeout": None if longest_pause is None else _STATEMENT,
            "server_settings": settings,
        },
    )
    event.listen(engine.sync_engine, "do_connect", _connect)
    event.listen(engine.sync_engine, "handle_error", _name, retval=True)
    return engine


def _connect(dialect: Dialect, _record: Any, arguments: Any, options: Any) -> Any:
    """Whatever keeps us from connecting is trouble of the database, as it is on SQLite."""
    try:
        return dialect.connect(*arguments, **options)
    except (OSError, dialect.loaded_dbapi.Error) as error:
        raise OperationalError(None, None, error.__cause__ or error, hide_parameters=True) from error


def _name(context: ExceptionContext) -> BaseException | None:
    """The driver's errors as the classes that SQLite's have."""
    error = context.original_exception
    cause = error.__cause__ or error
    if isinstance(cause, asyncpg.DataError):
        # A value that no column holds is no trouble of the database's.
        return DataError(context.statement, None, cause, hide_parameters=True)
    state = getattr(cause, "sqlstate", None) or ""
    if context.is_disconnect or isinstance(cause, OSError) or state.startswith(_TROUBLE):
        return OperationalError(context.statement, None, cause, hide_parameters=True)
    return None


def away(error: Exception) -> bool:
    """Whether a PostgreSQL server is out of reach, starting, stopping or full: it may answer later."""
    cause = error.orig if isinstance(error, OperationalError) else None
    state = getattr(cause, "sqlstate", None) or ""
    return isinstance(cause, OSError) or state.startswith(("08", "53", "57"))
