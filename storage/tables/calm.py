"""What helps a person, in their own words, and pictures that Telegram keeps for us."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.sealed import Sealed
from storage.tables.base import Base


class Comfort(Base):
    """One thing that helps its author; private."""

    __tablename__ = "comforts"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    text: Mapped[Sealed]
    added_at: Mapped[datetime]


class Media(Base):
    """A file of ours that Telegram has: sent again by its file id. `digest` tells an outdated one."""

    __tablename__ = "media"

    name: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str]
    file_id: Mapped[str]
