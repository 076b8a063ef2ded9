"""A small experiment for a week, and how it felt; both for their author alone."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.sealed import Sealed
from storage.tables.base import Base


class Experiment(Base):
    """One that its author began. `stopped_at`: since when no longer, by a tap or for another one."""

    __tablename__ = "experiments"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    # Which one it is says something about its author.
    trial: Mapped[Sealed]
    began_at: Mapped[datetime]
    until: Mapped[datetime]
    stopped_at: Mapped[datetime | None]
    # How many of its two questions were asked, or left out.
    asked: Mapped[int]


class ExperimentLog(Base):
    """How it felt, in one tap."""

    __tablename__ = "experiment_logs"

    id: Mapped[int] = mapped_column(primary_key=True)
    experiment_id: Mapped[int] = mapped_column(ForeignKey("experiments.id"), index=True)
    felt: Mapped[Sealed]
    at: Mapped[datetime]
