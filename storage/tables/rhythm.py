"""When a couple is asked, and when not."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class Rhythm(Base):
    """A couple's daily check-in and weekly review: their times by the couple's own clock, and their rests."""

    __tablename__ = "rhythms"

    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), primary_key=True)
    # IANA name; of the one who accepted, unless it was changed. None until then.
    zone: Mapped[str | None]
    # Minutes since local midnight.
    check_in_at: Mapped[int]
    review_at: Mapped[int]
    # A bit a weekday, Monday the lowest.
    check_in_days: Mapped[int]
    # 0 is Monday, 6 is Sunday.
    review_day: Mapped[int]
    check_in_on: Mapped[bool]
    review_on: Mapped[bool]
    # When it was proposed to the two; none while that waits for a good moment.
    proposed_at: Mapped[datetime | None]
    # None: only proposed.
    accepted_at: Mapped[datetime | None]
    # On holiday until then.
    break_until: Mapped[datetime | None]
    # Since when it rests, because both were silent.
    resting_at: Mapped[datetime | None]
    # When either last took part in anything of it.
    heard_at: Mapped[datetime | None]
    # Whether the two live apart; none: as their zones say.
    apart: Mapped[bool | None]
    # The last of the couple's days that had its check-in, and the last ISO week that had its review.
    check_in_day: Mapped[date | None]
    review_week: Mapped[str | None]
