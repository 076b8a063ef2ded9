"""Where each panel is now, and what was sent where in the last 48 hours."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, bindparam, delete, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id
from storage.one import one
from storage.tables import Panel, Sent

SENT_KEPT_FOR = timedelta(hours=48)
DELETABLE = timedelta(hours=47, minutes=55)
"""So young a message can be deleted; Telegram says 48 h, less a margin for the way. Source: deleteMessage."""

# Whoever presses a button that is older is told all the same that it is over.
PANELS_KEPT_FOR = timedelta(days=30)
_chat: BindParameter[int] = bindparam("chat_id")
_message: BindParameter[int] = bindparam("message_id")
# What it is by now comes before what it was sent as.
_WHAT = union_all(
    select(literal(0), Panel.key).where(Panel.chat_id == _chat, Panel.message_id == _message),
    select(literal(1), func.coalesce(Sent.panel_key, "")).where(
        Sent.chat_id == _chat, Sent.message_id == _message
    ),
)
_FORGET = delete(Panel.metadata.tables[Panel.__tablename__]).where(
    Panel.key.in_(bindparam("keys", expanding=True))
)


class PanelRepository:
    """Panels by key and chat, and the messages of ours that may still be deleted."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, key: str, chat_id: int) -> Panel | None:
        """The panel's newest message in this chat."""
        return await one(self._session, Panel, key, chat_id)

    async def places(self, key: str) -> Sequence[Panel]:
        """Every chat in which this panel stands."""
        return (await self._session.scalars(select(Panel).where(Panel.key == key))).all()

    async def in_chat(self, chat_id: int) -> Sequence[Panel]:
        """Every panel that stands in this chat."""
        return (await self._session.scalars(select(Panel).where(Panel.chat_id == chat_id))).all()

    async def what(self, chat_id: int, message_id: int) -> str | None:
        """The panel key or screen name of a message of ours; none once it is forgotten."""
        place = {"chat_id": chat_id, "message_id": message_id}
        found = (await self._session.execute(_WHAT, place)).all()
        return next((name for _, name in sorted(found) if name), None)

    async def said_since(self, chat_id: int, names: Sequence[str], since: datetime) -> Sequence[int]:
        """The ids of messages that show one of these screens in this chat, sent at `since` or later."""
        query = (
            select(Sent.message_id)
            .where(Sent.chat_id == chat_id, Sent.panel_key.in_(names), Sent.sent_at >= since)
            .distinct()
        )
        return (await self._session.scalars(query)).all()

    def add(self, panel: Panel) -> None:
        """A panel's first message in a chat."""
        self._session.add(panel)

    async def forget(self, key: str, chat_id: int) -> None:
        """This panel stands in this chat no longer; the next drawing is a new message."""
        await self._session.execute(delete(Panel).where(Panel.key == key, Panel.chat_id == chat_id))

    async def forget_everywhere(self, keys: Iterable[str]) -> None:
        """None of these panels is drawn again where it stands.

        Where those of long ago stood need not be known for ever: they would outgrow what was said in them.
        """
        which = list(keys)
        if which:
            await self._session.execute(_FORGET, {"keys": which})

    def remember_sent(
        self, chat_id: int, message_id: int, *, panel_key: str | None, words_of: Iterable[int], now: datetime
    ) -> None:
        """A message of ours; `words_of`: the persons whose words it holds, a row for each."""
        self._session.add_all(
            Sent(
                id=new_id(),
                chat_id=chat_id,
                message_id=message_id,
                panel_key=panel_key,
                person_id=person_id,
                sent_at=now,
            )
            for person_id in (tuple(words_of) or (None,))
        )

    async def add_words(self, chat_id: int, message_id: int, words_of: Collection[int]) -> None:
        """A message of ours has changed and holds the words of these persons too."""
        if len(words_of) < (1 if chat_id < 0 else 2):
            # In a private chat every message is its reader's from the start.
            return
        query = select(Sent).where(Sent.chat_id == chat_id, Sent.message_id == message_id)
        rows = (await self._session.scalars(query)).all()
        for person_id in set(words_of) - {row.person_id for row in rows} if rows else ():
            self.remember_sent(
                chat_id, message_id, panel_key=rows[0].panel_key, words_of=(person_id,), now=rows[0].sent_at
            )

    async def holding(self, person_id: int, since: datetime) -> Sequence[tuple[int, int]]:
        """Chats and ids of the messages with this person's words that were sent at `since` or later."""
        query = (
            select(Sent.chat_id, Sent.message_id)
            .where(Sent.person_id == person_id, Sent.sent_at >= since)
            .order_by(Sent.sent_at, Sent.message_id)
        )
        found = await self._session.execute(query)
        return list(dict.fromkeys((chat_id, message_id) for chat_id, message_id in found))

    async def forget_message(self, chat_id: int, message_id: int) -> None:
        """This message is on its way out of the chat, and no panel stands there any more."""
        await self.forget_sent(chat_id, message_id)
        await self._session.execute(
            delete(Panel).where(Panel.chat_id == chat_id, Panel.message_id == message_id)
        )

    async def forget_sent(self, chat_id: int, message_id: int) -> None:
        """This message is on its way out of the chat."""
        await self._session.execute(
            delete(Sent).where(Sent.chat_id == chat_id, Sent.message_id == message_id)
        )

    async def sweep(self, now: datetime, most: int = 500) -> bool:
        """Forget what Telegram no longer lets us delete, so many at once. True: there may be more."""
        old = select(Sent.id).where(Sent.sent_at < now - SENT_KEPT_FOR).limit(most)
        gone = await self._session.scalars(delete(Sent).where(Sent.id.in_(old)).returning(Sent.id))
        return len(gone.all()) == most
