"""The weekly review, what is agreed in it, and the moments between: near misses and wins."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.sealed import Sealed
from storage.tables.base import Base


class Moment(Base):
    """A near miss or a win. Who logged it, and the line about it, are for that person alone."""

    __tablename__ = "moments"
    __table_args__ = (Index("ix_moments_couple_id_at", "couple_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    # None: logged by somebody in no couple.
    couple_id: Mapped[int | None] = mapped_column(ForeignKey("couples.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    # near, win
    kind: Mapped[str]
    line: Mapped[Sealed | None]
    at: Mapped[datetime]
    # When its author had the partner told.
    told_at: Mapped[datetime | None]


class Review(Base):
    """One look back by a couple, step by step. `closed_at` none: it is open."""

    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("couple_id", "week"),
        Index(
            "uq_reviews_open_couple",
            "couple_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"))
    # The ISO week (2026-W47) that the rhythm began it for; none if one of the two did.
    week: Mapped[str | None]
    # From where on it looks back.
    since: Mapped[datetime]
    opened_at: Mapped[datetime]
    until: Mapped[datetime]
    # helped, appreciation, works, adjust, near, celebrate, agreement
    step: Mapped[str]
    # The agreement of an earlier review that this one asks about first.
    asks_about: Mapped[int | None]
    closed_at: Mapped[datetime | None]
    # done, faded
    outcome: Mapped[str | None]


class ReviewAnswer(Base):
    """What one of the two gave to one step; private until both see it."""

    __tablename__ = "review_answers"
    __table_args__ = (UniqueConstraint("review_id", "person_id", "step"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    step: Mapped[str]
    # Names of the tapped suggestions, with spaces between.
    chips: Mapped[Sealed | None]
    words: Mapped[Sealed | None]
    # The private message they came in.
    message_id: Mapped[int | None]
    # When the other may see it too.
    revealed_at: Mapped[datetime | None]


class WeeklyAgreement(Base):
    """A proposal for next week. In force once both said yes to this very wording."""

    __tablename__ = "weekly_agreements"

    id: Mapped[int] = mapped_column(primary_key=True)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), index=True)
    # One of both: a suggestion's name, or somebody's own words.
    chip: Mapped[str | None]
    words: Mapped[Sealed | None]
    proposed_at: Mapped[datetime]
    in_force_at: Mapped[datetime | None]


class WeeklyYes(Base):
    """One partner's yes to a proposal; told to nobody before there are two."""

    __tablename__ = "weekly_yes"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("weekly_agreements.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True, index=True)
