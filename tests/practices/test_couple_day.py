"""The couple's days begin at four by their own clock; couples are spread over nine minutes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.couple_day import DAY_BEGINS, day_of, instant_on, jitter, week_of
from storage.local_time import local

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Shanghai")
INSTANTS = st.integers(1_704_067_200, 1_924_905_600).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@pytest.mark.parametrize(
    ("instant", "zone", "day"),
    [
        ("2026-11-21T23:20:00+00:00", "Europe/Berlin", date(2026, 11, 21)),
        ("2026-11-22T02:59:59+00:00", "Europe/Berlin", date(2026, 11, 21)),
        ("2026-11-22T03:00:00+00:00", "Europe/Berlin", date(2026, 11, 22)),
        ("2026-11-21T23:20:00+00:00", "Asia/Shanghai", date(2026, 11, 22)),
        ("2026-11-21T23:20:00+00:00", "America/New_York", date(2026, 11, 21)),
    ],
)
def test_an_answer_at_twenty_past_midnight_belongs_to_last_night(instant: str, zone: str, day: date) -> None:
    assert day_of(datetime.fromisoformat(instant), zone) == day


@given(instant=INSTANTS, zone=st.sampled_from(ZONES))
def test_days_follow_each_other_without_a_hole(instant: datetime, zone: str) -> None:
    later = instant + timedelta(hours=1)
    assert day_of(later, zone) - day_of(instant, zone) in (timedelta(0), timedelta(days=1))


@given(
    day=st.dates(date(2024, 1, 1), date(2030, 12, 31)),
    minute=st.integers(0, 24 * 60 - 1),
    zone=st.sampled_from(ZONES),
)
def test_what_is_promised_for_a_day_falls_on_that_day(day: date, minute: int, zone: str) -> None:
    instant = instant_on(day, minute, zone)
    assert day_of(instant, zone) == day
    clock = local(instant, zone)
    # A time that the clock skips comes right after the gap.
    assert (clock.hour * 60 + clock.minute - minute) % (24 * 60) <= 60
    assert (clock.date() > day) is (minute < DAY_BEGINS)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 11, 22), "2026-W47"),
        (date(2026, 11, 23), "2026-W48"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
    ],
)
def test_a_week_is_the_iso_week_of_its_day(day: date, week: str) -> None:
    assert week_of(day) == week


def test_a_couple_is_always_as_late_as_it_ever_was() -> None:
    assert [jitter(couple) // timedelta(seconds=1) for couple in (1, 2, 2**62 - 1)] == [203, 92, 379]


def test_couples_are_spread_evenly_over_the_nine_minutes() -> None:
    minutes = [jitter(couple) // timedelta(minutes=1) for couple in range(9000)]
    assert max(jitter(couple) for couple in range(9000)) <= timedelta(minutes=9)
    assert all(800 < minutes.count(minute) < 1200 for minute in range(9))
