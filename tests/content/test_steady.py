"""What people write keeps to its own place on the screen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.rich import utf16_length
from content.steady import MOST_MARKS, TURNING, steady

ODD = st.text(st.sampled_from("ab א\u0301\u0e48\u20dd\U0001e8d0\u202e\u2067\u2069\ud800😀"), max_size=40)


@given(ODD | st.text())
def test_nothing_turns_around_or_covers_its_neighbours_and_everything_stays_in_place(text: str) -> None:
    shown = steady(text)
    assert utf16_length(shown) == utf16_length(text)
    assert not TURNING & set(shown)
    run = 0
    for char in shown:
        run = run + 1 if unicodedata.category(char) in {"Mn", "Me"} else 0
        assert run <= MOST_MARKS
    assert steady(shown) == shown


@pytest.mark.parametrize(
    "text",
    [
        "שלום, מה שלומך?",
        "مرحباً بِكُم",
        "Chào buổi sáng",
        "नमस्ते",
        "ก็ได้",
        "Zoë 🧘🏽‍♀️",
        "你好",
        "a\u200eb",
    ],
)
def test_real_writing_is_left_alone(text: str) -> None:
    assert steady(text) == text
