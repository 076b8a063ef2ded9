"""SQLite without a thread between the loop and each statement."""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from sqlite3 import SQLITE_BUSY, Connection, OperationalError, connect
from typing import Any

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.util.concurrency import await_only

BEGIN = "BEGIN IMMEDIATE"


class _Busy(Exception):
    """Another process has the lock."""


class PromptConnection(aiosqlite.Connection):
    """Runs a statement inside a transaction at once, and hands to its thread only what may have to wait.

    aiosqlite sends each cursor, statement, fetch and close to its thread and back: four ways a statement,
    each of them longer than the statement itself. Once BEGIN IMMEDIATE has the lock, no statement waits for
    anybody. BEGIN goes to the thread if another process has the lock, COMMIT if it has to wait for the disk.
    """

    def __init__(self, connector: Callable[[], Connection]) -> None:
        super().__init__(connector, iter_chunk_size=64)
        self._thread.daemon = True
        # The first is counted in the loop, the second in the thread.
        self._handed_over = 0
        self._done = 0
        # As of the last BEGIN in the loop; equal at its COMMIT, nothing was written.
        self._changes = -1

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """One call of the driver; aiosqlite makes all of them here."""
        if self._runs_here(fn):
            return fn(*args, **kwargs)
        if args[:1] == (BEGIN,) and self.is_free:
            with suppress(_Busy):
                return self._begin(fn, *args)
        self._changes = -1
        self._handed_over += 1
        in_thread: Any = super()._execute
        return await in_thread(self._in_thread, fn, *args, **kwargs)

    def _begin(self, fn: Callable[..., Any], *args: Any) -> Any:
        """BEGIN without waiting for anybody. Raises _Busy if somebody has the lock."""
        connection = self._conn
        patience = connection.execute("PRAGMA busy_timeout").fetchone()[0]
        connection.execute("PRAGMA busy_timeout=0")
        try:
            begun = fn(*args)
        except OperationalError as error:
            # The rest of the code says in which way it is busy.
            if error.sqlite_errorcode & 0xFF == SQLITE_BUSY:
                raise _Busy from None
            raise
        finally:
            connection.execute(f"PRAGMA busy_timeout={patience}")
        self._changes = connection.total_changes
        return begun

    @property
    def is_free(self) -> bool:
        """Whether nothing goes on in the thread; what was given up while it was at it still does."""
        return self._connection is not None and self._handed_over == self._done

    @property
    def is_prompt(self) -> bool:
        """Whether a statement waits for nobody now."""
        return self.is_free and self.in_transaction

    def _runs_here(self, fn: Callable[..., Any]) -> bool:
        connection = self._connection
        if connection is None or not self.is_free:
            return False
        if fn in (connection.cursor, connection.rollback) and not connection.in_transaction:
            # Neither touches the file.
            return True
        if fn == connection.commit:
            return connection.in_transaction and connection.total_changes == self._changes
        return connection.in_transaction and fn != connection.rollback

    def _in_thread(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        try:
            return fn(*args, **kwargs)
        finally:
            self._done += 1


async def open_prompt(path: str, **options: Any) -> PromptConnection:
    """A connection whose statements run where they are awaited; `options` are those of sqlite3.connect."""
    connection = PromptConnection(lambda: connect(path, **{**options, "check_same_thread": False}))
    await connection
    return connection


class _AtOnce:
    """Awaited without waiting."""

    def __await__(self) -> Iterator[Any]:
        return iter(())


_AT_ONCE: Any = _AtOnce()


class _PromptCursor(AsyncAdapt_aiosqlite_cursor):
    """SQLAlchemy's own cursor hands each call to the loop and back, which costs more than the statement."""

    __slots__ = ()

    _connection: Any
    _cursor: Any

    def _make_new_cursor(self, connection: Any) -> Any:
        if connection.is_free:
            return aiosqlite.Cursor(connection, connection._conn.cursor())
        return super()._make_new_cursor(connection)

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor if isinstance(cursor, aiosqlite.Cursor) else super()._aenter_cursor(cursor)

    def execute(self, operation: Any, parameters: Any = None) -> Any:
        if not self._connection.is_prompt:
            return super().execute(operation, parameters)
        cursor: sqlite3.Cursor = self._cursor._cursor
        # SQLAlchemy's asyncio layer insists on one way to the loop and back.
        await_only(_AT_ONCE)
        try:
            cursor.execute(operation, parameters or ())
            if cursor.description:
                self._rows = deque(cursor.fetchall())
        except Exception as error:
            self._adapt_connection._handle_exception(error)
        return self._cursor

    def executemany(self, operation: Any, seq_of_parameters: Any) -> Any:
        if not self._connection.is_prompt:
            return super().executemany(operation, seq_of_parameters)
        await_only(_AT_ONCE)
        try:
            self._cursor._cursor.executemany(operation, seq_of_parameters)
        except Exception as error:
            self._adapt_connection._handle_exception(error)
        return self._cursor

    def close(self) -> None:
        if not self._connection.is_free:
            super().close()
            return
        self._rows.clear()
        if not self._soft_closed_memoized:
            self._cursor._cursor.close()


class _PromptAdapter(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()

    _cursor_cls = _PromptCursor


class _PromptDriver(AsyncAdapt_aiosqlite_dbapi):
    def connect(self, *arguments: Any, **options: Any) -> AsyncAdapt_aiosqlite_connection:
        connection: Any = await_only(open_prompt(*arguments, **options))
        return _PromptAdapter(self, connection)


def prompt_driver() -> Any:
    """The driver that SQLAlchemy's engine opens such connections with."""
    return _PromptDriver(aiosqlite, sqlite3)
