"""What helps each person: their own list, which nobody else is ever shown."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id
from storage.sealed import Vault
from storage.tables import Comfort

# Things on one list, and characters in one of them.
MOST = 12
LONGEST = 200


@dataclass(frozen=True, slots=True)
class ComfortsView:
    """What helps `reader_id`, who alone may be shown it: ids and texts, the oldest first."""

    reader_id: int
    items: tuple[tuple[int, str], ...]


class ComfortRepository:
    """Private rows: every call takes the reader, who is the author."""

    def __init__(self, session: AsyncSession, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    async def add(self, reader_id: int, text: str, now: datetime) -> int:
        """Keep one more thing that helps; its id."""
        comfort_id = new_id()
        sealed = self._vault.seal("comforts", "text", comfort_id, text)
        self._session.add(Comfort(id=comfort_id, person_id=reader_id, text=sealed, added_at=now))
        await self._session.flush()
        return comfort_id

    async def all_of(self, reader_id: int) -> list[tuple[int, str]]:
        """Ids and texts, the oldest first."""
        query = select(Comfort).where(Comfort.person_id == reader_id).order_by(Comfort.added_at, Comfort.id)
        return [
            (comfort.id, self._vault.open("comforts", "text", comfort.id, comfort.text))
            for comfort in await self._session.scalars(query)
        ]

    async def view(self, reader_id: int) -> ComfortsView:
        """The list as its author's screens need it."""
        return ComfortsView(reader_id, tuple(await self.all_of(reader_id)))

    async def remove(self, reader_id: int, comfort_id: int) -> bool:
        """Forget one. False: the reader has no such row."""
        gone = await self._session.scalar(
            delete(Comfort)
            .where(Comfort.id == comfort_id, Comfort.person_id == reader_id)
            .returning(Comfort.id)
        )
        return gone is not None
