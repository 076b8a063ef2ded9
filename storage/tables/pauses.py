"""Pauses: who called, what was promised, who returned, how it ended."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Pause(Base):
    """One called time-out. `state`: running, due, open, closed."""

    __tablename__ = "pauses"
    __table_args__ = (
        Index(
            "uq_pauses_open_couple",
            "couple_id",
            unique=True,
            sqlite_where=text("state != 'closed'"),
            postgresql_where=text("state != 'closed'"),
        ),
        # Whoever deletes a pause looks here, the database too; most pauses replace none and are not in it.
        Index(
            "ix_pauses_replaces_id",
            "replaces_id",
            sqlite_where=text("replaces_id IS NOT NULL"),
            postgresql_where=text("replaces_id IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # None: a pause alone.
    couple_id: Mapped[int | None] = mapped_column(ForeignKey("couples.id"), index=True)
    state: Mapped[str]
    started_at: Mapped[datetime]
    # The latest call's instant: Undo is offered until two minutes after it.
    called_at: Mapped[datetime]
    return_at: Mapped[datetime]
    # How many return times were committed; a press that names an older one changes nothing.
    commitment: Mapped[int]
    # When both were told of the current return time, or of having missed it; none until then.
    return_said_at: Mapped[datetime | None]
    return_missed: Mapped[bool]
    closed_at: Mapped[datetime | None]
    # both_back, talking, rested, faded, undone, replaced, parted
    outcome: Mapped[str | None]
    # Whose Undo ended it.
    undone_by: Mapped[int | None]
    # The pause that this one's ✋ closed, and the state it was in, so that Undo can bring it back.
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("pauses.id"))
    replaced_state: Mapped[str | None]


class Party(Base):
    """A person's part in a pause."""

    __tablename__ = "parties"

    pause_id: Mapped[int] = mapped_column(ForeignKey("pauses.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True, index=True)
    called_at: Mapped[datetime | None]
    # "I'm here": kept for its author alone before the return time, shown from then on.
    here_at: Mapped[datetime | None]


class PauseTime(Base):
    """A committed return time, in the order of commitment."""

    __tablename__ = "pause_times"

    pause_id: Mapped[int] = mapped_column(ForeignKey("pauses.id"), primary_key=True)
    commitment: Mapped[int] = mapped_column(primary_key=True)
    return_at: Mapped[datetime]
    committed_at: Mapped[datetime]
