"""The couples' rhythms: when each is asked, and when not."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.couples import CoupleRepository
from storage.one import one
from storage.tables import Member, Person, Rhythm
from storage.views import CoupleView, PersonView

# 20:30 every day, and 18:00 on Sundays; minutes since midnight, Monday is 0 and the lowest bit.
CHECK_IN_AT, REVIEW_AT = 20 * 60 + 30, 18 * 60
EVERY_DAY = 0b1111111
SUNDAY = 6


@dataclass(frozen=True, slots=True)
class RhythmView:
    """A couple's rhythm as screens and other practices need it; the fields as in the table.

    `apart` is resolved; `apart_chosen` is what the two said themselves, none where their zones decide.
    """

    couple: CoupleView
    zone: str | None
    check_in_at: int
    review_at: int
    check_in_days: int
    review_day: int
    check_in_on: bool
    review_on: bool
    proposed_at: datetime | None
    accepted_at: datetime | None
    break_until: datetime | None
    resting_at: datetime | None
    heard_at: datetime | None
    apart: bool
    apart_chosen: bool | None = None
    check_in_day: date | None = None
    review_week: str | None = None

    @property
    def couple_id(self) -> int:
        """Whose rhythm it is."""
        return self.couple.id

    @property
    def partners(self) -> tuple[PersonView, PersonView]:
        """Both, in stable order."""
        return self.couple.partners

    @property
    def day_zone(self) -> str:
        """The zone that the couple's days follow: theirs, or until it is known a partner's, or UTC."""
        return self.zone or next((one.zone for one in self.partners if one.zone), "UTC")

    def on_break(self, now: datetime) -> bool:
        """Whether they are on holiday now."""
        return self.break_until is not None and now < self.break_until


@dataclass(frozen=True, slots=True)
class RhythmPages:
    """The rhythm as one of the two is shown it in private. `intimate` is their own choice, theirs alone."""

    person: PersonView
    rhythm: RhythmView
    intimate: bool


class RhythmRepository:
    """One row a couple; none until it was proposed or opened."""

    def __init__(self, session: AsyncSession, couples: CoupleRepository) -> None:
        self._session = session
        self._couples = couples

    async def form(self, couple_id: int) -> Rhythm:
        """The rhythm that every couple begins with: not proposed, not accepted."""
        rhythm = Rhythm(
            couple_id=couple_id,
            zone=None,
            check_in_at=CHECK_IN_AT,
            review_at=REVIEW_AT,
            check_in_days=EVERY_DAY,
            review_day=SUNDAY,
            check_in_on=True,
            review_on=True,
            proposed_at=None,
            accepted_at=None,
            break_until=None,
            resting_at=None,
            heard_at=None,
            apart=None,
            check_in_day=None,
            review_week=None,
        )
        self._session.add(rhythm)
        await self._session.flush()
        return rhythm

    async def get(self, couple_id: int) -> Rhythm | None:
        """A couple's rhythm."""
        return await one(self._session, Rhythm, couple_id)

    async def view(self, couple_id: int) -> RhythmView | None:
        """A couple's rhythm as screens need it; none for a couple without one."""
        rhythm = await self.get(couple_id)
        couple = await self._couples.view(couple_id)
        if rhythm is None or couple is None:
            return None
        first, second = (partner.zone for partner in couple.partners)
        by_zones = first is not None and second is not None and first != second
        return RhythmView(
            couple=couple,
            zone=rhythm.zone,
            check_in_at=rhythm.check_in_at,
            review_at=rhythm.review_at,
            check_in_days=rhythm.check_in_days,
            review_day=rhythm.review_day,
            check_in_on=rhythm.check_in_on,
            review_on=rhythm.review_on,
            proposed_at=rhythm.proposed_at,
            accepted_at=rhythm.accepted_at,
            break_until=rhythm.break_until,
            resting_at=rhythm.resting_at,
            heard_at=rhythm.heard_at,
            apart=by_zones if rhythm.apart is None else rhythm.apart,
            apart_chosen=rhythm.apart,
            check_in_day=rhythm.check_in_day,
            review_week=rhythm.review_week,
        )

    async def pages(self, reader_id: int) -> RhythmPages | None:
        """What the reader's own pages show; none for somebody without a couple or a rhythm."""
        person = await one(self._session, Person, reader_id)
        couple = await self._couples.of(reader_id)
        view = await self.view(couple.id) if couple is not None else None
        if person is None or view is None:
            return None
        reader = next(partner for partner in view.partners if partner.id == reader_id)
        return RhythmPages(reader, view, person.intimate)

    async def both_intimate(self, couple_id: int) -> bool:
        """Whether both asked for prompts about closeness of the body; for choosing, never to be shown."""
        asked = (
            select(func.count())
            .select_from(Member)
            .join(Person, Person.id == Member.person_id)
            .where(Member.couple_id == couple_id, Person.intimate)
        )
        return (await self._session.scalar(asked)) == 2
