"""Check-ins: what a couple was asked on a day, and what each of them gave."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.sealed import Sealed
from storage.tables.base import Base


class CheckIn(Base):
    """One couple-day's prompt. At the next prompt it closes; what is hidden then stays hidden."""

    __tablename__ = "check_ins"
    __table_args__ = (UniqueConstraint("couple_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"))
    # The couple's own day, which begins at 04:00.
    day: Mapped[date]
    prompt: Mapped[str]
    kind: Mapped[str]
    opened_at: Mapped[datetime]
    # A panel that could not be shown until then is not shown at all.
    until: Mapped[datetime]
    moods_revealed_at: Mapped[datetime | None]
    words_revealed_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class CheckInAnswer(Base):
    """What one partner gave; private until it is revealed together with the other's."""

    __tablename__ = "check_in_answers"
    __table_args__ = (UniqueConstraint("check_in_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    check_in_id: Mapped[int] = mapped_column(ForeignKey("check_ins.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    # 1 (lowest) to 5, in digits.
    mood: Mapped[Sealed | None]
    words: Mapped[Sealed | None]
    # voice, photo, sticker; of the file Telegram's id alone.
    media_kind: Mapped[str | None]
    media_file_id: Mapped[Sealed | None]
    # The private message that the words came in, since its author may edit it.
    message_id: Mapped[int | None]
    only_me: Mapped[bool]
    skipped: Mapped[bool]
    # Said in the shared chat, where both could read it at once.
    openly: Mapped[bool]
    # When its author first did anything about it, a skip too.
    given_at: Mapped[datetime | None]
    nudged_at: Mapped[datetime | None]
