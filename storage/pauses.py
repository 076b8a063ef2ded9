"""Pauses and what was promised in them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id
from storage.one import one
from storage.persons import PersonRepository
from storage.tables import Couple, Group, Party, Pause, PauseTime, Person
from storage.views import Outcome, PartyView, PauseState, PauseView

_OPEN_OF_COUPLE = select(Pause).where(
    Pause.couple_id == bindparam("couple_id"), Pause.state != PauseState.CLOSED.value
)
_OPEN_ALONE = (
    select(Pause)
    .join(Party, Party.pause_id == Pause.id)
    .where(Party.person_id.in_(bindparam("person_ids", expanding=True)), Pause.couple_id.is_(None))
    .where(Pause.state != PauseState.CLOSED.value)
    .order_by(Pause.started_at.desc())
)
_PARTIES = select(Party).where(Party.pause_id == bindparam("pause_id")).order_by(Party.person_id)
_VIEW = (
    select(Pause, Party, Person, Group)
    .join(Party, Party.pause_id == Pause.id)
    .join(Person, Person.id == Party.person_id)
    .outerjoin(Couple, Couple.id == Pause.couple_id)
    .outerjoin(Group, Group.id == Couple.group_id)
    .where(Pause.id == bindparam("pause_id"))
    .order_by(Person.id)
)


class PauseRepository:
    """At most one pause of a couple is not closed; the table's unique index holds it."""

    def __init__(self, session: AsyncSession, persons: PersonRepository) -> None:
        self._session = session
        self._persons = persons
        # Who takes part in a pause is fixed when it starts.
        self._parties: dict[int, Sequence[Party]] = {}

    async def start(
        self,
        *,
        couple_id: int | None,
        party_ids: Iterable[int],
        caller_id: int | None,
        return_at: datetime,
        now: datetime,
        replaces: Pause | None = None,
        replaced_state: str | None = None,
    ) -> Pause:
        """A running pause with its first committed return time."""
        pause = Pause(
            id=new_id(),
            couple_id=couple_id,
            state=PauseState.RUNNING.value,
            started_at=now,
            called_at=now,
            return_at=return_at,
            commitment=1,
            return_said_at=None,
            return_missed=False,
            closed_at=None,
            outcome=None,
            undone_by=None,
            replaces_id=replaces.id if replaces else None,
            replaced_state=replaced_state,
        )
        self._session.add(pause)
        await self._session.flush()
        for person_id in party_ids:
            called_at = now if person_id == caller_id else None
            self._session.add(
                Party(pause_id=pause.id, person_id=person_id, called_at=called_at, here_at=None)
            )
        self._session.add(PauseTime(pause_id=pause.id, commitment=1, return_at=return_at, committed_at=now))
        await self._session.flush()
        return pause

    def commit_time(self, pause: Pause, return_at: datetime, now: datetime) -> None:
        """Promise a return time, in place of the one before, which the history keeps."""
        pause.commitment += 1
        pause.return_at = return_at
        pause.return_said_at = None
        pause.return_missed = False
        self._session.add(
            PauseTime(pause_id=pause.id, commitment=pause.commitment, return_at=return_at, committed_at=now)
        )

    async def get(self, pause_id: int) -> Pause | None:
        """A pause, closed ones too."""
        return await one(self._session, Pause, pause_id)

    async def open_of_couple(self, couple_id: int) -> Pause | None:
        """The couple's pause that is not closed."""
        return await self._session.scalar(_OPEN_OF_COUPLE, {"couple_id": couple_id})

    async def closed_before(self, couple_id: int, instant: datetime, most: int = 6) -> Sequence[int]:
        """The ids of the couple's newest pauses that were closed before then, so many."""
        query = (
            select(Pause.id)
            .where(Pause.couple_id == couple_id, Pause.closed_at < instant)
            .order_by(Pause.closed_at.desc())
            .limit(most)
        )
        return (await self._session.scalars(query)).all()

    async def any_since(self, couple_id: int, instant: datetime) -> bool:
        """Whether the couple had a pause that is not closed, or was not yet closed at this instant."""
        query = (
            select(Pause.id)
            .where(Pause.couple_id == couple_id)
            .where(Pause.closed_at.is_(None) | (Pause.closed_at > instant))
            .limit(1)
        )
        return await self._session.scalar(query) is not None

    async def all_open_alone(self, person_ids: Iterable[int]) -> Sequence[Pause]:
        """The pauses alone of these persons that are not closed, the newest first."""
        return (await self._session.scalars(_OPEN_ALONE, {"person_ids": list(person_ids)})).all()

    async def open_alone(self, person_id: int) -> Pause | None:
        """The person's pause alone that is not closed."""
        return next(iter(await self.all_open_alone([person_id])), None)

    async def replaced_alone(self, person_id: int, at: datetime) -> Pause | None:
        """The person's pause alone that a ✋ closed at this very instant."""
        query = (
            select(Pause)
            .join(Party, Party.pause_id == Pause.id)
            .where(Party.person_id == person_id, Pause.couple_id.is_(None))
            .where(Pause.outcome == Outcome.REPLACED.value, Pause.closed_at == at)
            .order_by(Pause.started_at.desc())
        )
        return await self._session.scalar(query)

    async def parties(self, pause_id: int) -> Sequence[Party]:
        """Everyone's part in a pause."""
        if pause_id not in self._parties:
            found = await self._session.scalars(_PARTIES, {"pause_id": pause_id})
            self._parties[pause_id] = found.all()
        return self._parties[pause_id]

    async def calls_since(self, person_id: int, instant: datetime) -> int:
        """How many pauses this person called after this instant, those taken back aside."""
        query = select(func.count()).where(Party.person_id == person_id, Party.called_at > instant)
        return await self._session.scalar(query) or 0

    async def times(self, pause_id: int) -> Sequence[PauseTime]:
        """Every return time that was committed, in order."""
        query = select(PauseTime).where(PauseTime.pause_id == pause_id).order_by(PauseTime.commitment)
        return (await self._session.scalars(query)).all()

    async def history(self, couple_id: int) -> Sequence[Pause]:
        """The couple's pauses in order, without those that were called by mistake."""
        query = (
            select(Pause)
            .where(Pause.couple_id == couple_id)
            .where(Pause.outcome.is_(None) | (Pause.outcome != Outcome.UNDONE.value))
            .order_by(Pause.started_at)
        )
        return (await self._session.scalars(query)).all()

    async def came_back(self, couple_id: int, since: datetime, until: datetime) -> int:
        """How many of the couple's pauses ended with both back, `since` included and `until` not."""
        query = select(func.count()).select_from(Pause)
        query = query.where(Pause.couple_id == couple_id, Pause.closed_at >= since, Pause.closed_at < until)
        together = (Outcome.BOTH_BACK.value, Outcome.TALKING.value)
        return await self._session.scalar(query.where(Pause.outcome.in_(together))) or 0

    async def view(self, pause_id: int) -> PauseView | None:
        """A pause as a screen needs it."""
        rows = (await self._session.execute(_VIEW, {"pause_id": pause_id})).all()
        if not rows:
            return None
        pause = rows[0][0]
        group: Group | None = rows[0][3]
        in_group = group is not None and group.present
        parties = tuple(
            PartyView(self._persons.show(person), party.called_at, party.here_at)
            for _, party, person, _ in rows
        )
        unreachable = {p.person.id for p in parties if not p.person.private_open and not in_group}
        return PauseView(
            id=pause.id,
            couple_id=pause.couple_id,
            state=PauseState(pause.state),
            outcome=Outcome(pause.outcome) if pause.outcome else None,
            started_at=pause.started_at,
            called_at=pause.called_at,
            return_at=pause.return_at,
            commitment=pause.commitment,
            parties=parties,
            unreachable=frozenset(unreachable),
            closed_at=pause.closed_at,
            undone_by=pause.undone_by,
            return_said=pause.return_said_at is not None,
        )
