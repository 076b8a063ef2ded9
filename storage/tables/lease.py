"""Which replica works."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Lease(Base):
    """One row: who works, schedules and delivers. `epoch` rises each time it changes hands.

    `until` is by the database server's clock.
    """

    __tablename__ = "lease"

    id: Mapped[int] = mapped_column(primary_key=True)
    holder: Mapped[str]
    epoch: Mapped[int]
    until: Mapped[datetime]
