"""Which bot a database belongs to."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Installation

_ROW = 1


class OtherBot(Exception):
    """The database belongs to another bot."""


async def claim(session: AsyncSession, bot_id: int) -> None:
    """The database belongs to this bot from its first start on.

    Raises:
        OtherBot: it belongs to another.
    """
    if await session.get(Installation, _ROW) is None:
        on_postgresql = session.get_bind().dialect.name == "postgresql"
        insert = postgresql.insert(Installation) if on_postgresql else sqlite.insert(Installation)
        # Another replica may start at the same moment.
        await session.execute(insert.values(id=_ROW, bot_id=bot_id).on_conflict_do_nothing())
    owner = await session.scalar(select(Installation.bot_id).where(Installation.id == _ROW))
    if owner != bot_id:
        raise OtherBot
