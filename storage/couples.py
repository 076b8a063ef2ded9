"""Couples: exactly two persons, and where they are reached."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.groups import JUST_TWO
from storage.ids import new_id
from storage.persons import PersonRepository
from storage.tables import Couple, Group, Member, Person
from storage.views import CoupleView


class CoupleRepository:
    """A person is in at most one active couple; the table's unique index holds it."""

    def __init__(self, session: AsyncSession, persons: PersonRepository) -> None:
        self._session = session
        self._persons = persons
        # Asked several times a turn; this repository lives no longer than its transaction.
        self._couple_of: dict[int, Couple | None] = {}

    async def form(self, first_id: int, second_id: int, group_id: int | None, now: datetime) -> Couple:
        """A new, empty couple of two persons who are in none."""
        couple = Couple(id=new_id(), group_id=group_id, formed_at=now, ended_at=None)
        self._session.add(couple)
        await self._session.flush()
        for person_id in (first_id, second_id):
            self._session.add(Member(couple_id=couple.id, person_id=person_id, active=True, untold=False))
            self._couple_of[person_id] = couple
        await self._session.flush()
        return couple

    async def of(self, person_id: int) -> Couple | None:
        """The person's active couple."""
        if person_id not in self._couple_of:
            query = (
                select(Couple)
                .join(Member, Member.couple_id == Couple.id)
                .where(Member.person_id == person_id, Member.active)
            )
            self._couple_of[person_id] = await self._session.scalar(query)
        return self._couple_of[person_id]

    async def get(self, couple_id: int) -> Couple | None:
        """A couple, active or ended."""
        return await self._session.get(Couple, couple_id)

    async def in_group(self, group_id: int) -> Couple | None:
        """The active couple whose shared chat this group is."""
        query = select(Couple).where(Couple.group_id == group_id, Couple.ended_at.is_(None))
        return await self._session.scalar(query)

    async def members(self, couple_id: int) -> Sequence[Member]:
        """Both partners' places."""
        return (await self._session.scalars(select(Member).where(Member.couple_id == couple_id))).all()

    async def has(self, couple_id: int, person_id: int) -> bool:
        """Whether this person is, or was, one of the two."""
        return await self._session.get(Member, (couple_id, person_id)) is not None

    async def other(self, couple_id: int, person_id: int) -> int | None:
        """The partner's id."""
        query = select(Member.person_id).where(Member.couple_id == couple_id, Member.person_id != person_id)
        return await self._session.scalar(query)

    async def end(self, couple: Couple, leaver_id: int, now: datetime) -> None:
        """The couple is over; whoever did not leave has not been told yet."""
        couple.ended_at = now
        for member in await self.members(couple.id):
            member.active = False
            member.untold = member.person_id != leaver_id
            self._couple_of[member.person_id] = None
        await self._session.flush()

    async def untold(self, person_id: int) -> Sequence[Member]:
        """Endings that this person has not been told of."""
        query = select(Member).where(Member.person_id == person_id, Member.untold)
        return (await self._session.scalars(query)).all()

    async def view(self, couple_id: int) -> CoupleView | None:
        """A couple as a screen or a delivery needs it."""
        couple = await self.get(couple_id)
        if couple is None:
            return None
        query = (
            select(Person)
            .join(Member, Member.person_id == Person.id)
            .where(Member.couple_id == couple_id)
            .order_by(Person.id)
        )
        first, second = [self._persons.show(person) for person in await self._session.scalars(query)]
        group = await self._session.get(Group, couple.group_id) if couple.group_id else None
        present = group is not None and group.present
        return CoupleView(
            id=couple.id,
            partners=(first, second),
            ended=couple.ended_at is not None,
            chat_id=group.chat_id if group is not None and present else None,
            just_two=group is not None and present and group.member_count == JUST_TWO,
        )
