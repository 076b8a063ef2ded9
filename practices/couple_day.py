"""The couple's own days and weeks, and the minutes by which couples are spread. Pure."""

import hashlib
from datetime import timedelta

from storage.couple_day import DAY_BEGINS, day_of, instant_on, week_of

__all__ = ["DAY_BEGINS", "day_of", "instant_on", "jitter", "week_of"]

_MOST_JITTER = 9 * 60


def jitter(couple_id: int) -> timedelta:
    """How much later than the others this couple is asked: 0 to 9 minutes, the same for ever."""
    digest = hashlib.sha256(str(couple_id).encode()).digest()
    return timedelta(seconds=int.from_bytes(digest[:8], "big") % (_MOST_JITTER + 1))
