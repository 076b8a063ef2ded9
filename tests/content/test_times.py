from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.times import Clock, Length, When, parse_clock, parse_when, write_when

lengths = st.integers(1, 10_000).map(lambda minutes: Length(timedelta(minutes=minutes)))
clocks = st.builds(
    Clock, st.integers(0, 23), st.integers(0, 59), tomorrow=st.booleans(), either=st.just(False)
) | st.builds(Clock, st.integers(1, 12), st.integers(0, 59), tomorrow=st.booleans(), either=st.just(True))


@given(when=lengths | clocks, language=st.sampled_from(["en", "zh"]))
def test_what_is_written_reads_back(when: When, language: str) -> None:
    assert parse_when(write_when(language, when)) == when


@given(when=lengths | clocks, language=st.sampled_from(["en", "zh"]))
def test_full_width_characters_read_the_same(when: When, language: str) -> None:
    written = write_when(language, when).translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    assert parse_when(written.replace(" ", "\u3000")) == when


_FRAGMENTS = (
    "half past ",
    "tomorrow ",
    "at ",
    "9",
    "21:40",
    "pm",
    " and a half",
    "hour",
    "个",
    "半",
    "小时",
    "点",
    "明天",
    "晚上",
    "十",
    "百",
    "零",
)


@given(text=st.text() | st.lists(st.sampled_from(_FRAGMENTS)).map("".join))
def test_whatever_is_typed_never_raises(text: str) -> None:
    assert isinstance(parse_when(text), Length | Clock | None)
    assert isinstance(parse_clock(text), Clock | None)


@pytest.mark.parametrize(
    "text",
    [
        "may",
        "no",
        "sat",
        "now",
        "march",
        "in",
        "one",
        "at",
        "an",
        "half",
        "a",
        "tomorrow",
        "tonight",
        "midnight",
        "i hate 9 things",
        "9 minutes of silence",
        "21:40 or so",
        "24:00",
        "25:99",
        "9:3",
        "9 30",
        "13pm",
        "0pm",
        "tomorrow 9 tomorrow",
        "in the morning",
        "half to nine",
        "明天",
        "晚上",
        "半",
        "一",
        "点",
        "晚上12点",
        "百分",
        "下午8点",
        "明早晚上8点",
        "九点六十分",
        "",
        "  ",
        "-5",
        "１ ２",
    ],
)
def test_what_is_not_surely_a_time_is_none(text: str) -> None:
    assert parse_when(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("10", 10),
        ("30 min", 30),
        ("half an hour", 30),
        ("Half hour", 30),
        ("a half hour", 30),
        ("an hour", 60),
        ("an hour and a half", 90),
        ("one and a half hours", 90),
        ("two and a half hours", 150),
        ("2 hours and a half", 150),
        ("twenty minutes", 20),
        ("forty-five minutes", 45),
        ("1 hour and 20 minutes", 80),
        ("for 40 minutes", 40),
        ("in half an hour", 30),
        ("three quarters of an hour", 45),
        ("1h30", 90),
        ("半小时", 30),
        ("半个小时", 30),
        ("45分钟", 45),
        ("四十五分钟", 45),
        ("一个小时", 60),
        ("一小时半", 90),
        ("一个半小时", 90),
        ("两个半小时", 150),
        ("一百二十分钟", 120),
        ("1小时30分钟", 90),
        ("一小时零五分", 65),
        ("一刻钟", 15),
        ("三刻钟", 45),
        ("半个钟头", 30),
        ("二十分钟后", 20),
        ("４５分钟", 45),
        ("半小時", 30),
        ("45 分鐘", 45),
    ],
)
def test_a_length_is_read_in_both_languages(text: str, minutes: int) -> None:
    assert parse_when(text) == Length(timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("21:40", Clock(21, 40)),
        ("２１：４０", Clock(21, 40)),
        ("21.40", Clock(21, 40)),
        ("21h40", Clock(21, 40)),
        ("9pm", Clock(21, 0)),
        ("9 PM", Clock(21, 0)),
        ("9:30 p.m.", Clock(21, 30)),
        ("12am", Clock(0, 0)),
        ("09:30", Clock(9, 30)),
        ("9:30", Clock(9, 30, either=True)),
        ("at 9", Clock(9, 0, either=True)),
        ("nine o'clock", Clock(9, 0, either=True)),
        ("half past nine", Clock(9, 30, either=True)),
        ("quarter to one", Clock(12, 45, either=True)),
        ("noon", Clock(12, 0)),
        ("tonight at 9", Clock(21, 0)),
        ("9 in the morning", Clock(9, 0)),
        ("until 10pm", Clock(22, 0)),
        ("tomorrow 9:30", Clock(9, 30, tomorrow=True, either=True)),
        ("tomorrow at 9am", Clock(9, 0, tomorrow=True)),
        ("9:30 tomorrow", Clock(9, 30, tomorrow=True, either=True)),
        ("tomorrow evening at 8", Clock(20, 0, tomorrow=True)),
        ("晚上9点", Clock(21, 0)),
        ("九点半", Clock(9, 30, either=True)),
        ("21点40分", Clock(21, 40)),
        ("二十一点四十", Clock(21, 40)),
        ("九点零五分", Clock(9, 5, either=True)),
        ("9點鐘", Clock(9, 0, either=True)),
        ("下午三点一刻", Clock(15, 15)),
        ("明天9点", Clock(9, 0, tomorrow=True, either=True)),
        ("明早八点", Clock(8, 0, tomorrow=True)),
        ("明天 ９：３０", Clock(9, 30, tomorrow=True, either=True)),
        ("明天晚上八点半", Clock(20, 30, tomorrow=True)),
        ("今晚十点", Clock(22, 0)),
        ("凌晨2点", Clock(2, 0)),
        ("中午12点", Clock(12, 0)),
    ],
)
def test_a_time_of_day_is_read_in_both_languages(text: str, clock: Clock) -> None:
    assert parse_when(text) == clock


def test_what_a_watch_shows_is_a_time_of_today() -> None:
    assert parse_clock("21:14") == Clock(21, 14)
    assert parse_clock("晚上九点") == Clock(21, 0)
    assert parse_clock("tomorrow 21:14") is None
    assert parse_clock("20 min") is None
