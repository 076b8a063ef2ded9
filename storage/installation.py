"""Which bot a database belongs to, and which keys."""

from sqlalchemy import insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from storage.sealed import Vault
from storage.tables import Installation, Seal

_ROW = 1
_MARK = "backsoon"


class OtherBot(Exception):
    """The database belongs to another bot."""


async def claim(session: AsyncSession, bot_id: int) -> None:
    """The database belongs to this bot from its first start on.

    Raises:
        OtherBot: it belongs to another.
    """
    if await session.get(Installation, _ROW) is None:
        on_postgresql = session.get_bind().dialect.name == "postgresql"
        new = postgresql.insert(Installation) if on_postgresql else sqlite.insert(Installation)
        # Another replica may start at the same moment.
        await session.execute(new.values(id=_ROW, bot_id=bot_id).on_conflict_do_nothing())
    owner = await session.scalar(select(Installation.bot_id).where(Installation.id == _ROW))
    if owner != bot_id:
        raise OtherBot


async def leave_seal(connection: AsyncConnection, vault: Vault) -> None:
    """Seal the first text of all with these keys, unless it is there. Nobody else may be at it."""
    if await connection.scalar(select(Seal.id)) is None:
        mark = vault.seal(Seal.__tablename__, Seal.mark.key, _ROW, _MARK)
        await connection.execute(insert(Seal).values(id=_ROW, mark=mark))
