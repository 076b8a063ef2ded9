"""The copy of their own data that somebody asked for."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Export(Base):
    """One copy being made or sent; the row goes when its message does, a day later."""

    __tablename__ = "exports"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    asked_at: Mapped[datetime]
    # collecting, drawing, ready, failed
    step: Mapped[str]
    # The private message that holds the file, once it was sent.
    message_id: Mapped[int | None]
