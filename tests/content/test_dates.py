"""A day is read when it is sure, and asked about when it is not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.dates import parse_day, weekday, weekdays

# A Saturday.
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 December", date(2026, 12, 3)),
        ("until 3 December", date(2026, 12, 3)),
        ("3rd of December", date(2026, 12, 3)),
        ("the 3rd of December 2026", date(2026, 12, 3)),
        ("December 3", date(2026, 12, 3)),
        ("Dec 3rd, 2026", date(2026, 12, 3)),
        ("3 Dec", date(2026, 12, 3)),
        ("till 5 jan.", date(2027, 1, 5)),
        ("20 November", date(2027, 11, 20)),
        ("21 November", TODAY),
        ("29 February", date(2028, 2, 29)),
        ("May 1", date(2027, 5, 1)),
        ("2026-12-03", date(2026, 12, 3)),
        ("until Sunday", date(2026, 11, 22)),
        ("Saturday", date(2026, 11, 28)),
        ("wed", date(2026, 11, 25)),
        ("this Friday", date(2026, 11, 27)),
        ("until the weekend", date(2026, 11, 22)),
        ("today", TODAY),
        ("tomorrow", date(2026, 11, 22)),
        ("the day after tomorrow", date(2026, 11, 23)),
        ("for two weeks", date(2026, 12, 5)),
        ("a week", date(2026, 11, 28)),
        ("10 days", date(2026, 12, 1)),
        ("12月3日", date(2026, 12, 3)),
        ("１２月３号", date(2026, 12, 3)),
        ("到12月3号", date(2026, 12, 3)),
        ("放假到12月3日", date(2026, 12, 3)),
        ("十二月三日", date(2026, 12, 3)),
        ("12 月 3 日", date(2026, 12, 3)),
        ("2027年1月5日", date(2027, 1, 5)),
        ("明年1月5号", date(2027, 1, 5)),
        ("1月5日", date(2027, 1, 5)),
        ("二十三号", date(2026, 11, 23)),
        ("3号", date(2026, 12, 3)),
        ("31日", date(2026, 12, 31)),
        ("到周日", date(2026, 11, 22)),
        ("星期天", date(2026, 11, 22)),
        ("礼拜六", date(2026, 11, 28)),
        ("這週日", date(2026, 11, 22)),
        ("这周日", date(2026, 11, 22)),
        ("下周三", date(2026, 11, 25)),
        ("下个星期天", date(2026, 11, 29)),
        ("周末", date(2026, 11, 22)),
        ("下周末", date(2026, 11, 29)),
        ("明天", date(2026, 11, 22)),
        ("后天", date(2026, 11, 23)),
        ("两周", date(2026, 12, 5)),
        ("十天", date(2026, 12, 1)),
        ("一个星期后", date(2026, 11, 28)),
    ],
)
def test_a_day_that_is_named_is_read(text: str, day: date) -> None:
    assert parse_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "until we are back",
        "12/3",
        "3.12",
        "next Sunday",
        "30 February",
        "0 December",
        "December",
        "3",
        "13月3日",
        "2月30日",
        "这周一",
        "32号",
        "2026-13-01",
        "0 days",
        "999 weeks",
        "until",
        "3 December or 4 December",
        "x" * 65,
    ],
)
def test_what_may_mean_several_days_or_none_is_not_read(text: str) -> None:
    assert parse_day(text, TODAY) is None


@given(text=st.text(max_size=70), today=st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_no_text_breaks_the_reading(text: str, today: date) -> None:
    parse_day(text, today)


@given(today=st.dates(date(2024, 1, 1), date(2030, 1, 1)), ahead=st.integers(0, 364))
def test_every_day_of_the_year_to_come_is_read_back(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    assert parse_day(f"{day:%-d %B}", today) == day
    assert parse_day(f"{day.month}月{day.day}日", today) == day
    assert parse_day(day.isoformat(), today) == day


def test_weekdays_have_names_in_both_languages() -> None:
    assert (weekday("en", 6), weekday("zh", 6)) == ("Sun", "周日")
    assert weekdays("en", [0, 2]) == "Mon, Wed"
    assert weekdays("zh", [0, 2]) == "周一、周三"
