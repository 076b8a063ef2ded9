"""What is shared of the quiz: at most one share a person and couple is in force, and it names its attempt."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.couples import CoupleRepository
from storage.ids import new_id
from storage.one import one
from storage.quizzes import QuizRepository, Sheet
from storage.share_views import What
from storage.tables import QuizShare


class QuizShareRepository:
    """Shares themselves are no secret between the two; the answers behind one go to its readers alone."""

    def __init__(self, session: AsyncSession, quizzes: QuizRepository, couples: CoupleRepository) -> None:
        self._session = session
        self._quizzes = quizzes
        self._couples = couples

    async def get(self, share_id: int) -> QuizShare | None:
        """A share, in force or withdrawn."""
        return await one(self._session, QuizShare, share_id)

    async def current(self, author_id: int, couple_id: int) -> QuizShare | None:
        """The author's share that is in force."""
        found = (share for share in await self.of_couple(couple_id) if share.person_id == author_id)
        return next(found, None)

    async def of_couple(self, couple_id: int) -> Sequence[QuizShare]:
        """Both partners' shares that are in force."""
        query = select(QuizShare).where(QuizShare.couple_id == couple_id, QuizShare.withdrawn_at.is_(None))
        return (await self._session.scalars(query.order_by(QuizShare.id))).all()

    async def withdrawn_at(self, couple_id: int, instant: datetime) -> Sequence[QuizShare]:
        """Both partners' shares that were withdrawn at this very instant."""
        query = select(QuizShare).where(QuizShare.couple_id == couple_id, QuizShare.withdrawn_at == instant)
        return (await self._session.scalars(query.order_by(QuizShare.id))).all()

    async def of_author(self, author_id: int) -> Sequence[QuizShare]:
        """Every share of this person that is in force."""
        query = select(QuizShare).where(QuizShare.person_id == author_id, QuizShare.withdrawn_at.is_(None))
        return (await self._session.scalars(query.order_by(QuizShare.id))).all()

    async def begin(
        self, author_id: int, couple_id: int, attempt_id: int, what: What, now: datetime
    ) -> QuizShare:
        """A new share. The author must have none in force with this couple."""
        share = QuizShare(
            id=new_id(),
            attempt_id=attempt_id,
            person_id=author_id,
            couple_id=couple_id,
            what=what.value,
            shared_at=now,
            withdrawn_at=None,
        )
        self._session.add(share)
        await self._session.flush()
        return share

    async def drop(self, share: QuizShare) -> None:
        """It never was."""
        await self._session.delete(share)
        await self._session.flush()

    async def sheet(self, reader_id: int, share: QuizShare) -> Sheet | None:
        """The answers behind a share, for its author and, while it is in force, for their partner."""
        couple = await self._couples.get(share.couple_id)
        in_force = share.withdrawn_at is None and couple is not None and couple.ended_at is None
        theirs = in_force and await self._couples.has(share.couple_id, reader_id)
        if reader_id != share.person_id and not theirs:
            return None
        return await self._quizzes.sheet(share.person_id, share.attempt_id)
