"""The quiz: each run through it, what was answered, and what was shared of it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.sealed import Sealed
from storage.tables.base import Base


class QuizAttempt(Base):
    """One run through the quiz, for its author alone. `finished_at` none: it is open."""

    __tablename__ = "quiz_attempts"
    __table_args__ = (
        Index(
            "uq_quiz_attempts_open_person",
            "person_id",
            unique=True,
            sqlite_where=text("finished_at IS NULL"),
            postgresql_where=text("finished_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    started_at: Mapped[datetime]
    # The number of the item that is asked now, from 1.
    at: Mapped[int]
    # Since when it has been asked; None: nobody looks at it, or not since a stop.
    shown_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]


class QuizAnswer(Base):
    """An answer from 1 to 7. A skipped item has none."""

    __tablename__ = "quiz_answers"
    __table_args__ = (UniqueConstraint("attempt_id", "item"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("quiz_attempts.id"))
    # The item's id in content/data/quiz.json.
    item: Mapped[str]
    value: Mapped[Sealed]
    # How long it took, in milliseconds; None: not known.
    took_ms: Mapped[int | None]


class QuizShare(Base):
    """What somebody lets their partner see of one attempt. `withdrawn_at`: since when no longer."""

    __tablename__ = "quiz_shares"

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("quiz_attempts.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    # Which part of the profile.
    what: Mapped[str]
    shared_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
