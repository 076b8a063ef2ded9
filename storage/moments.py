"""Near misses and wins: counted for the couple, told to their author alone."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.couples import CoupleRepository
from storage.ids import new_id
from storage.one import one
from storage.persons import PersonRepository
from storage.sealed import Vault
from storage.tables import Moment
from storage.views import PersonView


class MomentKind(StrEnum):
    """A quarrel that was caught in time, or something that went well."""

    NEAR = "near"
    WIN = "win"


@dataclass(frozen=True, slots=True)
class MomentView:
    """A moment. `author` alone may be shown it, and `partner` once it was told."""

    id: int
    kind: MomentKind
    line: str | None
    at: datetime
    told: bool
    author: PersonView
    # Of the couple that it was logged in; none alone, and none once that couple has ended.
    partner: PersonView | None


@dataclass(frozen=True, slots=True)
class MomentsView:
    """The newest moments of `reader_id`, the newest first."""

    reader_id: int
    items: tuple[MomentView, ...]


class MomentRepository:
    """Private rows: whoever asks for one is its author; counts have no author."""

    def __init__(
        self, session: AsyncSession, vault: Vault, persons: PersonRepository, couples: CoupleRepository
    ) -> None:
        self._session = session
        self._vault = vault
        self._persons = persons
        self._couples = couples

    async def add(self, reader_id: int, couple_id: int | None, kind: MomentKind, now: datetime) -> Moment:
        """A new one, without a line."""
        moment = Moment(
            id=new_id(),
            couple_id=couple_id,
            person_id=reader_id,
            kind=kind.value,
            line=None,
            at=now,
            told_at=None,
        )
        self._session.add(moment)
        await self._session.flush()
        return moment

    async def get(self, reader_id: int, moment_id: int) -> Moment | None:
        """The reader's own moment."""
        moment = await one(self._session, Moment, moment_id)
        return moment if moment is not None and moment.person_id == reader_id else None

    async def newest(self, reader_id: int, kind: MomentKind) -> Moment | None:
        """The reader's latest of this kind."""
        query = select(Moment).where(Moment.person_id == reader_id, Moment.kind == kind.value)
        return await self._session.scalar(query.order_by(Moment.at.desc(), Moment.id.desc()).limit(1))

    def write(self, moment: Moment, line: str) -> None:
        """Put a line to it, in place of an earlier one."""
        moment.line = self._vault.seal("moments", "line", moment.id, line)

    async def remove(self, moment: Moment) -> None:
        """It was not one."""
        await self._session.execute(delete(Moment).where(Moment.id == moment.id))

    async def count(self, couple_id: int, since: datetime, until: datetime) -> dict[MomentKind, int]:
        """How many the two had of each kind, `since` included and `until` not."""
        query = (
            select(Moment.kind, func.count())
            .where(Moment.couple_id == couple_id, Moment.at >= since, Moment.at < until)
            .group_by(Moment.kind)
        )
        found = {str(kind): int(number) for kind, number in await self._session.execute(query)}
        return {kind: found.get(kind.value, 0) for kind in MomentKind}

    async def view(self, moment_id: int) -> MomentView | None:
        """One as a screen needs it; the screen shows it to whom it may."""
        moment = await one(self._session, Moment, moment_id)
        return await self._show(moment) if moment is not None else None

    async def own(self, reader_id: int, most: int = 10) -> MomentsView:
        """The reader's newest ones."""
        query = select(Moment).where(Moment.person_id == reader_id)
        query = query.order_by(Moment.at.desc(), Moment.id.desc()).limit(most)
        found = (await self._session.scalars(query)).all()
        shown = [await self._show(moment) for moment in found]
        return MomentsView(reader_id, tuple(view for view in shown if view is not None))

    async def _show(self, moment: Moment) -> MomentView | None:
        author = await self._persons.view(moment.person_id)
        if author is None:
            return None
        sealed = moment.line
        return MomentView(
            id=moment.id,
            kind=MomentKind(moment.kind),
            line=self._vault.open("moments", "line", moment.id, sealed) if sealed is not None else None,
            at=moment.at,
            told=moment.told_at is not None,
            author=author,
            partner=await self._partner(moment),
        )

    async def _partner(self, moment: Moment) -> PersonView | None:
        couple = await self._couples.of(moment.person_id)
        if couple is None or couple.id != moment.couple_id:
            return None
        other = await self._couples.other(couple.id, moment.person_id)
        return await self._persons.view(other) if other is not None else None
