"""Which bot a database belongs to."""

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
    row = await session.get(Installation, _ROW)
    if row is None:
        session.add(Installation(id=_ROW, bot_id=bot_id))
    elif row.bot_id != bot_id:
        raise OtherBot
