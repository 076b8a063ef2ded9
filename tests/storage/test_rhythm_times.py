"""Hours that suit both; each day one check-in and each week one review, whatever the clocks do."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from storage.couple_day import day_of, week_of
from storage.local_time import local
from storage.rhythm_times import (
    Offer,
    break_ends,
    last_day_of_break,
    latest_start,
    next_check_in,
    next_review,
    offer,
    window_end,
)
from storage.rhythms import EVERY_DAY, RhythmView
from storage.views import CoupleView, PersonView

# A Saturday in winter.
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Shanghai")
DEFAULT = (20 * 60 + 30, 6, 18 * 60)


def person(number: int, zone: str | None, start: int = 1350, end: int = 450) -> PersonView:
    return PersonView(number, number, f"P{number}", "en", True, zone, start, end)


def agreed(zone: str, *, at: int = 1230, review: int = 1080) -> RhythmView:
    couple = CoupleView(7, (person(1, zone), person(2, zone)), ended=False, chat_id=-5, just_two=True)
    return RhythmView(
        couple=couple,
        zone=zone,
        check_in_at=at,
        review_at=review,
        check_in_days=EVERY_DAY,
        review_day=6,
        check_in_on=True,
        review_on=True,
        proposed_at=NOW,
        accepted_at=NOW,
        break_until=None,
        resting_at=None,
        heard_at=NOW,
        apart=False,
    )


def clocks(made: Offer) -> tuple[int, int, int]:
    return made.check_in_at, made.review_day, made.review_at


@pytest.mark.parametrize("zones", [(None, None), ("Europe/Berlin", None), ("Asia/Shanghai", "Asia/Shanghai")])
def test_one_clock_is_offered_the_usual_times(zones: tuple[str | None, str | None]) -> None:
    made = offer([person(1, zones[0]), person(2, zones[1])], NOW)
    assert clocks(made) == DEFAULT
    assert made.zone == zones[0]


@pytest.mark.parametrize(
    ("first", "second", "here", "there"),
    [
        ("Europe/Berlin", "Asia/Shanghai", "13:30", "20:30"),
        ("Europe/Berlin", "America/New_York", "20:30", "14:30"),
        ("America/Los_Angeles", "Australia/Sydney", "20:30", "15:30"),
        ("Europe/Berlin", "Europe/London", "20:30", "19:30"),
    ],
)
def test_two_clocks_are_offered_an_hour_at_which_both_are_awake(
    first: str, second: str, here: str, there: str
) -> None:
    partners = [person(1, first), person(2, second)]
    made = offer(partners, NOW)
    assert made.zone == first
    shown = f"{made.check_in_at // 60}:{made.check_in_at % 60:02}"
    seen = made.seen_from(second, NOW)
    assert (shown, f"{seen.check_in_at // 60}:{seen.check_in_at % 60:02}") == (here, there)


@pytest.mark.parametrize("first", ZONES)
@pytest.mark.parametrize("second", ZONES)
def test_for_any_two_clocks_the_review_is_on_a_sunday_and_nobody_is_woken(first: str, second: str) -> None:
    partners = [person(1, first), person(2, second)]
    made = offer(partners, NOW)
    for one in partners:
        seen = made.seen_from(str(one.zone), NOW)
        for minute in (seen.check_in_at, seen.review_at):
            assert 450 <= minute < 1350
        # Where it is Monday noon on Sunday evening, no waking hour is on a Sunday for both.
        opposite = {first, second} == {"America/New_York", "Australia/Lord_Howe"}
        assert seen.review_day == 6 or (opposite and one.zone == second)


def test_early_nights_are_offered_an_earlier_hour() -> None:
    early = person(1, "Europe/Berlin", 20 * 60, 6 * 60)
    assert offer([early, person(2, "Europe/Berlin")], NOW).check_in_at == 18 * 60


def test_whoever_has_no_quiet_hours_sleeps_all_the_same() -> None:
    partners = [person(1, "Europe/Berlin", 0, 0), person(2, "Asia/Shanghai", 0, 0)]
    assert offer(partners, NOW).check_in_at == 13 * 60 + 30


def days_of(view: RhythmView, start: datetime, days: int) -> Iterator[tuple[date, datetime]]:
    """Every check-in in so many days, each taken as it comes."""
    now, end = start, start + timedelta(days=days)
    while (found := next_check_in(view, now)) is not None and found < end:
        day = day_of(found, view.day_zone)
        assert latest_start(view, view.check_in_at, found + timedelta(minutes=9)) == (day, found)
        yield day, found
        now, view = found + timedelta(minutes=9), replace(view, check_in_day=day)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("minute", [20 * 60 + 30, 2 * 60 + 30, 0])
def test_each_day_of_two_years_has_one_check_in_at_its_local_time(zone: str, minute: int) -> None:
    found = list(days_of(agreed(zone, at=minute), NOW, 730))
    days = [day for day, _ in found]
    assert days == [days[0] + timedelta(days=number) for number in range(len(days))]
    assert len(days) in (729, 730)
    clocks_shown = {local(start, zone).hour * 60 + local(start, zone).minute for _, start in found}
    # Only a time that a clock skips comes later, right after the gap.
    assert minute in clocks_shown
    assert all(0 <= shown - minute <= 60 for shown in clocks_shown)
    if minute == 20 * 60 + 30:
        assert clocks_shown == {minute}


@pytest.mark.parametrize("zone", ZONES)
def test_each_week_of_two_years_has_one_review(zone: str) -> None:
    view, now, weeks = agreed(zone), NOW, []
    while (found := next_review(view, now)) is not None and found < NOW + timedelta(weeks=104):
        assert f"{local(found, zone):%A %H:%M}" == "Sunday 18:00"
        weeks.append(week_of(day_of(found, zone)))
        now, view = found, replace(view, review_week=weeks[-1])
    assert len(weeks) == len(set(weeks)) == 104
    assert weeks == sorted(weeks)


def test_a_week_that_had_its_review_has_no_second_one_on_another_day() -> None:
    view = replace(agreed("Europe/Berlin"), review_day=2, review_week="2026-W48")
    thursday = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
    moved = replace(view, review_day=6)
    assert next_review(moved, thursday) == datetime(2026, 12, 6, 17, 0, tzinfo=UTC)
    assert next_review(view, thursday) == datetime(2026, 12, 2, 17, 0, tzinfo=UTC)


def test_a_day_without_a_check_in_is_passed_over() -> None:
    view = replace(agreed("Europe/Berlin"), check_in_days=0b0000001)
    assert next_check_in(view, NOW) == datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
    assert next_check_in(replace(view, check_in_days=0), NOW) is None


@pytest.mark.parametrize(
    ("start", "quiet_from", "end"),
    [
        ("19:30", 1350, "21:30"),
        ("19:30", 60, "22:30"),
        # Whoever chose a time within their quiet hours, chose it.
        ("21:30", 1350, "00:30"),
        ("22:00", 1350, "01:00"),
    ],
)
def test_a_window_is_three_hours_and_ends_where_quiet_hours_begin(
    start: str, quiet_from: int, end: str
) -> None:
    begins = datetime.fromisoformat(f"2026-11-21T{start}:00+00:00")
    partners = [person(1, "Europe/Berlin", quiet_from, 450), person(2, None)]
    assert f"{window_end(partners, begins):%H:%M}" == end


def test_a_holiday_ends_as_the_day_after_it_begins() -> None:
    until = break_ends(date(2026, 12, 3), "Europe/Berlin")
    assert until == datetime(2026, 12, 4, 3, 0, tzinfo=UTC)
    assert last_day_of_break(until, "Europe/Berlin") == date(2026, 12, 3)
