"""Couples: exactly two persons, and where they are reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.groups import JUST_TWO
from storage.ids import new_id
from storage.one import one
from storage.persons import PersonRepository
from storage.tables import Couple, Group, Member, Person
from storage.views import CoupleView

_TWO = (
    select(Couple, Member, Person, Group)
    .join(Member, Member.couple_id == Couple.id)
    .join(Person, Person.id == Member.person_id)
    .outerjoin(Group, Group.id == Couple.group_id)
    .order_by(Person.id)
)
_TWO_BY_ID = _TWO.where(Couple.id == bindparam("couple_id"))
_own = select(Member.couple_id).where(Member.person_id == bindparam("person_id"), Member.active)
_TWO_OF_PERSON = _TWO.where(Couple.id == _own.scalar_subquery())
_IN_GROUP = select(Couple).where(Couple.group_id == bindparam("group_id"), Couple.ended_at.is_(None))
_UNTOLD = select(Member).where(Member.person_id == bindparam("person_id"), Member.untold)


@dataclass(frozen=True, slots=True)
class _Two:
    """A couple with all that belongs to it, kept for as long as its transaction lasts."""

    couple: Couple
    members: tuple[Member, ...]
    persons: tuple[Person, ...]
    group: Group | None


class CoupleRepository:
    """A person is in at most one active couple; the table's unique index holds it."""

    def __init__(self, session: AsyncSession, persons: PersonRepository) -> None:
        self._session = session
        self._persons = persons
        # Asked for several times a turn; this repository lives no longer than its transaction. The rows
        # are the session's own, so what changes in them is seen here.
        self._known: dict[int, _Two] = {}
        self._couple_of: dict[int, Couple | None] = {}
        self._untold: dict[int, Sequence[Member]] = {}

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
            two = await self._load(_TWO_OF_PERSON, person_id=person_id)
            self._couple_of[person_id] = two.couple if two is not None else None
        return self._couple_of[person_id]

    async def _two(self, couple_id: int) -> _Two | None:
        return self._known.get(couple_id) or await self._load(_TWO_BY_ID, couple_id=couple_id)

    async def _load(self, query: Select[Couple, Member, Person, Group], **by: int) -> _Two | None:
        rows = (await self._session.execute(query, by)).all()
        if not rows:
            return None
        couple, _, _, group = rows[0]
        two = _Two(couple, tuple(row[1] for row in rows), tuple(row[2] for row in rows), group)
        self._known[couple.id] = two
        return two

    async def get(self, couple_id: int) -> Couple | None:
        """A couple, active or ended."""
        known = self._known.get(couple_id)
        return known.couple if known is not None else await one(self._session, Couple, couple_id)

    async def in_group(self, group_id: int) -> Couple | None:
        """The active couple whose shared chat this group is."""
        return await self._session.scalar(_IN_GROUP, {"group_id": group_id})

    async def members(self, couple_id: int) -> Sequence[Member]:
        """Both partners' places."""
        two = await self._two(couple_id)
        return two.members if two is not None else ()

    async def has(self, couple_id: int, person_id: int) -> bool:
        """Whether this person is, or was, one of the two."""
        known = self._known.get(couple_id)
        if known is not None:
            return any(member.person_id == person_id for member in known.members)
        return await one(self._session, Member, couple_id, person_id) is not None

    async def other(self, couple_id: int, person_id: int) -> int | None:
        """The partner's id."""
        query = select(Member.person_id).where(Member.couple_id == couple_id, Member.person_id != person_id)
        return await self._session.scalar(query)

    async def end(self, couple: Couple, leaver_id: int, now: datetime) -> None:
        """The couple is over; whoever did not leave has not been told yet."""
        couple.ended_at = now
        self._untold.clear()
        for member in await self.members(couple.id):
            member.active = False
            member.untold = member.person_id != leaver_id
            self._couple_of[member.person_id] = None
        await self._session.flush()

    async def untold(self, person_id: int) -> Sequence[Member]:
        """Endings that this person has not been told of."""
        if person_id not in self._untold:
            found = await self._session.scalars(_UNTOLD, {"person_id": person_id})
            self._untold[person_id] = found.all()
        return [member for member in self._untold[person_id] if member.untold]

    async def view(self, couple_id: int) -> CoupleView | None:
        """A couple as a screen or a delivery needs it."""
        two = await self._two(couple_id)
        if two is None:
            return None
        couple, group = two.couple, two.group
        if len(two.persons) < len(("first", "second")):
            # The other is forgotten.
            return None
        first, second = [self._persons.show(person) for person in two.persons]
        if couple.group_id != (group.id if group is not None else None):
            # It has moved since.
            group = await one(self._session, Group, couple.group_id) if couple.group_id else None
        present = group is not None and group.present
        return CoupleView(
            id=couple.id,
            partners=(first, second),
            ended=couple.ended_at is not None,
            chat_id=group.chat_id if group is not None and present else None,
            just_two=group is not None and present and group.member_count == JUST_TWO,
        )
