"""Somebody else holds the database's write lock at the return time: a backup, a shell, an administrator."""

import asyncio
import sqlite3

import asyncpg
from sqlalchemy import make_url

from tests.crash.faults.stage import Result, Stage, seconds


async def locked(stage: Stage) -> Result:
    """Longer than a statement on SQLite waits for it."""
    await stage.call()
    await (_on_sqlite(stage) if stage.database is None else _on_postgresql(stage))
    await stage.told(seconds())
    await stage.come_back()
    return stage.result


async def _on_sqlite(stage: Stage) -> None:
    holder = sqlite3.connect(stage.rig.folder / "backsoon.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    await _meanwhile(stage)
    holder.execute("ROLLBACK")
    holder.close()


async def _on_postgresql(stage: Stage) -> None:
    address = make_url(stage.rig.url).set(drivername="postgresql").render_as_string(hide_password=False)
    holder = await asyncpg.connect(address)
    async with holder.transaction():
        await holder.execute("LOCK TABLE timers, inbox, outbox IN SHARE ROW EXCLUSIVE MODE")
        await _meanwhile(stage)
    await asyncio.wait_for(holder.close(), 5)


async def _meanwhile(stage: Stage) -> None:
    await stage.rig.move_to(stage.last_return)
    stage.ask()
    await stage.wait(stage.length(5.2, 60.0) + stage.rng.random())
