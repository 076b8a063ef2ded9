"""Groups that the bot has been added to, and how many are in them."""

from datetime import datetime

from sqlalchemy import bindparam, delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id
from storage.one import one
from storage.tables import Couple, Group, Outbox, Pairing, Panel

# The two partners and the bot.
JUST_TWO = 3
_BY_CHAT = select(Group).where(Group.chat_id == bindparam("chat_id"))


class GroupRepository:
    """Groups by our id and by Telegram's, which changes when a group is upgraded."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, group_id: int) -> Group | None:
        """A group by our id."""
        return await one(self._session, Group, group_id)

    async def by_chat(self, chat_id: int) -> Group | None:
        """A group by Telegram's id."""
        return await self._session.scalar(_BY_CHAT, {"chat_id": chat_id})

    async def join(self, chat_id: int, now: datetime) -> Group:
        """The bot is in this group, whether new to it or back."""
        group = await self.by_chat(chat_id)
        if group is None:
            group = Group(id=new_id(), chat_id=chat_id, present=True, member_count=None, added_at=now)
            self._session.add(group)
            await self._session.flush()
        elif not group.present:
            group.present = True
            group.member_count = None
        return group

    async def move(self, old_chat_id: int, new_chat_id: int) -> Group | None:
        """The group was upgraded: its chat has a new id, and no panel of ours stands there yet.

        None when the old chat is not known (any more): a second notice of the same move.
        """
        group = await self.by_chat(old_chat_id)
        if group is None:
            return None
        newer = await self.by_chat(new_chat_id)
        if newer is not None:
            # The new chat announced itself first. The old row, which others point to, takes its place.
            for table in (Couple, Pairing):
                await self._session.execute(
                    update(table).where(table.group_id == newer.id).values(group_id=group.id)
                )
            if newer.member_count is not None:
                group.member_count = newer.member_count
            await self._session.delete(newer)
            await self._session.flush()
        group.chat_id = new_chat_id
        group.present = True
        await self._session.execute(delete(Panel).where(Panel.chat_id == old_chat_id))
        return group

    async def count_awaited(self, group_id: int) -> bool:
        """Whether Telegram is still to be asked how many are in this group."""
        waiting = exists().where(Outbox.address == f"group:{group_id}", Outbox.name == "getChatMemberCount")
        return bool(await self._session.scalar(select(waiting)))
