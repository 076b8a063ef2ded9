"""What a week held for a couple: shared moods and counts that belong to both, nothing of one alone."""

from dataclasses import dataclass
from datetime import date, timedelta

from storage.couple_day import DAY_BEGINS, instant_on
from storage.moments import MomentKind
from storage.views import CoupleView
from storage.work import Work


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """A day of the couple; `moods` (1 to 5, the lower first, so that they are nobody's) where both shared."""

    day: date
    moods: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class WeekView:
    """Seven days that end before the review, and what was counted in them."""

    review_id: int
    couple: CoupleView
    days: tuple[DayOfWeek, ...]
    pauses: int
    near: int
    wins: int


async def week(work: Work, review_id: int, days: tuple[date, date]) -> WeekView | None:
    """The week that a review looks back on; `days`: the first and the last that are shown."""
    review = await work.reviews.get(review_id)
    couple = await work.couples.view(review.couple_id) if review is not None else None
    if review is None or couple is None:
        return None
    moods = await work.check_ins.moods_of_week(couple.id, *days)
    rhythm = await work.rhythms.view(couple.id)
    zone = rhythm.day_zone if rhythm is not None else "UTC"
    first, last = days
    begin, end = (instant_on(day, DAY_BEGINS, zone) for day in (first, last + timedelta(days=1)))
    counted = await work.moments.count(couple.id, begin, end)
    return WeekView(
        review_id=review.id,
        couple=couple,
        days=tuple(DayOfWeek(each.day, _nobodys(each.moods)) for each in moods),
        pauses=await work.pauses.came_back(couple.id, begin, end),
        near=counted[MomentKind.NEAR],
        wins=counted[MomentKind.WIN],
    )


def _nobodys(moods: tuple[int, int] | None) -> tuple[int, int] | None:
    return (min(moods), max(moods)) if moods is not None else None
