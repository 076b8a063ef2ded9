"""SQLite without a thread between the loop and each statement."""

from collections.abc import Callable
from sqlite3 import Connection, connect
from typing import Any

import aiosqlite


class PromptConnection(aiosqlite.Connection):
    """Runs a statement inside a transaction at once, and hands to its thread only what may have to wait.

    aiosqlite sends each cursor, statement, fetch and close to its thread and back: four ways a statement,
    each of them longer than the statement itself. Once BEGIN IMMEDIATE has the lock, no statement waits for
    anybody; BEGIN waits for other processes, COMMIT for the disk, and both stay in the thread.
    """

    def __init__(self, connector: Callable[[], Connection]) -> None:
        super().__init__(connector, iter_chunk_size=64)
        self._thread.daemon = True
        # The first is counted in the loop, the second in the thread.
        self._handed_over = 0
        self._done = 0

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """One call of the driver; aiosqlite makes all of them here."""
        if self._is_prompt(fn):
            return fn(*args, **kwargs)
        self._handed_over += 1
        in_thread: Any = super()._execute
        return await in_thread(self._in_thread, fn, *args, **kwargs)

    def _is_prompt(self, fn: Callable[..., Any]) -> bool:
        connection = self._connection
        if connection is None or self._handed_over != self._done:
            # What was given up while the thread was at it is still going on there.
            return False
        if fn in (connection.cursor, connection.rollback) and not connection.in_transaction:
            # Neither touches the file.
            return True
        return connection.in_transaction and fn not in (connection.commit, connection.rollback)

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
