"""A length is read as a whole or not at all."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.durations import LONGEST_READ, parse_length


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        (" 45 ", 45),
        ("45m", 45),
        ("45 min", 45),
        ("45 mins", 45),
        ("45 Minutes", 45),
        ("0", 0),
        ("5", 5),
        ("1h", 60),
        ("1 h", 60),
        ("1 hour", 60),
        ("2 hours", 120),
        ("an hour", 60),
        ("half an hour", 30),
        ("1h30", 90),
        ("1h 30m", 90),
        ("1 h 5 min", 65),
        ("1h05", 65),
        ("1.5h", 90),
        ("1,5 h", 90),
        ("0.5h", 30),
        ("1.25 hours", 75),
        ("36h", 2160),
        ("90分钟", 90),
        ("45 分", 45),
        ("1小时", 60),
        ("1个小时", 60),
        ("1小时30分钟", 90),
        ("1.5小时", 90),
        ("半小时", 30),
        ("半个小时", 30),
        ("一个小时", 60),
        ("一个半小时", 90),
        ("两小时", 120),
        ("４５", 45),
        ("４５\u3000分钟", 45),
        ("１．５ｈ", 90),
    ],
)
def test_a_length_is_understood(text: str, minutes: int) -> None:
    assert parse_length(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "min", "h", "soon", "-5", "+5", "45 or so", "about 45", "45x", "1.5", "45.5 min", "1h75",
        "1h 30s", "1.5h30", "1.33h", "1:30", "1/2h", "½h", "4²", "٤٥", "一会儿", "四十五分钟", "1d",
        "tomorrow", "9" * 65, "45 45", "1h1h", "0x20", "1e3", "45\nmin please", "４５？",
    ],
)  # fmt: skip
def test_what_is_not_certain_is_not_guessed(text: str) -> None:
    assert parse_length(text) is None


@pytest.mark.parametrize("text", ["9" * 40, "9" * 40 + "h", "9" * 30 + "h59", "9" * 30 + ".5 h"])
def test_an_absurd_length_reads_as_too_long(text: str) -> None:
    assert parse_length(text) == LONGEST_READ


@given(st.text())
def test_no_text_raises(text: str) -> None:
    length = parse_length(text)
    assert length is None or timedelta(0) <= length <= LONGEST_READ


@given(st.text(alphabet=" .,0123456789hm小时分钟半个", max_size=12))
def test_near_misses_never_raise_and_name_whole_minutes(text: str) -> None:
    length = parse_length(text)
    assert length is None or length % timedelta(minutes=1) == timedelta(0)


@given(st.integers(min_value=0, max_value=10_000), st.sampled_from(["", "m", " min", "分钟", " 分"]))
def test_a_number_means_exactly_its_minutes(number: int, unit: str) -> None:
    assert parse_length(f"{number}{unit}") == timedelta(minutes=number)
