"""Runs through the quiz and their answers: sealed, and read by their author alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id
from storage.one import one
from storage.sealed import Vault
from storage.tables import QuizAnswer, QuizAttempt, QuizShare

_TABLE = "quiz_answers"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished attempt of `reader_id`: item id to an answer from 1 to 7, and to the seconds it took.

    What was skipped is in neither; a time that nobody knows is in no `seconds`.
    """

    attempt_id: int
    reader_id: int
    finished_at: datetime
    answers: Mapping[str, int]
    seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class AttemptView:
    """An open attempt of `reader_id`: the number of the item asked now, and what each was answered so far."""

    id: int
    reader_id: int
    at: int
    answers: Mapping[str, int]
    # Whether there is a finished attempt besides.
    has_result: bool = False


class QuizRepository:
    """Private rows: every call takes the reader, who is the author."""

    def __init__(self, session: AsyncSession, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    async def begin(self, reader_id: int, now: datetime) -> QuizAttempt:
        """A new attempt at its first item. The reader must have no open one."""
        attempt = QuizAttempt(
            id=new_id(), person_id=reader_id, started_at=now, at=1, shown_at=now, finished_at=None
        )
        self._session.add(attempt)
        await self._session.flush()
        return attempt

    async def open_attempt(self, reader_id: int) -> QuizAttempt | None:
        """The attempt that is not finished yet."""
        query = select(QuizAttempt).where(
            QuizAttempt.person_id == reader_id, QuizAttempt.finished_at.is_(None)
        )
        return await self._session.scalar(query)

    async def newest(self, reader_id: int) -> QuizAttempt | None:
        """The attempt that was finished last."""
        return next(iter(await self._finished(reader_id, 1)), None)

    async def view(self, reader_id: int) -> AttemptView | None:
        """The open attempt as its screens need it."""
        attempt = await self.open_attempt(reader_id)
        if attempt is None:
            return None
        given = await self._answers(attempt.id)
        answers = {answer.item: self._value(answer) for answer in given}
        has_result = await self.newest(reader_id) is not None
        return AttemptView(attempt.id, reader_id, attempt.at, answers, has_result)

    async def sheets(self, reader_id: int, most: int) -> list[Sheet]:
        """The finished attempts, the newest first, no more than `most`."""
        return [
            await self._sheet(attempt, attempt.finished_at)
            for attempt in await self._finished(reader_id, most)
            if attempt.finished_at is not None
        ]

    async def sheet(self, reader_id: int, attempt_id: int) -> Sheet | None:
        """The reader's own finished attempt of this id."""
        attempt = await one(self._session, QuizAttempt, attempt_id)
        if attempt is None or attempt.person_id != reader_id or attempt.finished_at is None:
            return None
        return await self._sheet(attempt, attempt.finished_at)

    async def answer(self, attempt: QuizAttempt, item: str, value: int, took_ms: int | None) -> None:
        """Keep an answer, 1 to 7, instead of an earlier one; the times that the item took add up."""
        row = await self._answer(attempt, item)
        if row is None:
            row = QuizAnswer(id=new_id(), attempt_id=attempt.id, item=item, took_ms=took_ms)
            self._session.add(row)
        elif row.took_ms is not None and took_ms is not None:
            row.took_ms += took_ms
        row.value = self._vault.seal(_TABLE, "value", row.id, str(value))

    async def skip(self, attempt: QuizAttempt, item: str) -> None:
        """Keep no answer to this item."""
        await self._session.execute(
            delete(QuizAnswer).where(QuizAnswer.attempt_id == attempt.id, QuizAnswer.item == item)
        )

    async def drop(self, attempt: QuizAttempt) -> None:
        """Forget an open attempt."""
        await self._session.execute(delete(QuizAnswer).where(QuizAnswer.attempt_id == attempt.id))
        await self._session.delete(attempt)
        await self._session.flush()

    async def forget(self, reader_id: int) -> None:
        """Forget every attempt of the reader, and what was shared of any."""
        own = select(QuizAttempt.id).where(QuizAttempt.person_id == reader_id)
        await self._session.execute(delete(QuizShare).where(QuizShare.attempt_id.in_(own)))
        await self._session.execute(delete(QuizAnswer).where(QuizAnswer.attempt_id.in_(own)))
        await self._session.execute(delete(QuizAttempt).where(QuizAttempt.person_id == reader_id))

    async def _finished(self, reader_id: int, most: int) -> list[QuizAttempt]:
        query = (
            select(QuizAttempt)
            .where(QuizAttempt.person_id == reader_id, QuizAttempt.finished_at.is_not(None))
            .order_by(QuizAttempt.finished_at.desc(), QuizAttempt.id.desc())
            .limit(most)
        )
        return list(await self._session.scalars(query))

    async def _sheet(self, attempt: QuizAttempt, finished_at: datetime) -> Sheet:
        given = await self._answers(attempt.id)
        return Sheet(
            attempt.id,
            attempt.person_id,
            finished_at,
            {answer.item: self._value(answer) for answer in given},
            {answer.item: answer.took_ms / 1000 for answer in given if answer.took_ms is not None},
        )

    async def _answers(self, attempt_id: int) -> list[QuizAnswer]:
        query = select(QuizAnswer).where(QuizAnswer.attempt_id == attempt_id)
        return list(await self._session.scalars(query))

    async def _answer(self, attempt: QuizAttempt, item: str) -> QuizAnswer | None:
        query = select(QuizAnswer).where(QuizAnswer.attempt_id == attempt.id, QuizAnswer.item == item)
        return await self._session.scalar(query)

    def _value(self, answer: QuizAnswer) -> int:
        return int(self._vault.open(_TABLE, "value", answer.id, answer.value))
