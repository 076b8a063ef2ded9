"""Names are shown as they are, as far as a line bears it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.words import label, say, shown_name
from tests.screens.cast import reader


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ann", "Ann"),
        ("  Ann \n Lee ", "Ann Lee"),
        ("安", "安"),
        ("Ann\u202e", "Ann"),
        ("\u2066Ben\u2069", "Ben"),
        ("👩‍❤️‍👨", "👩‍❤️‍👨"),
        ("\u202e", "…"),
        ("A" * 64, "A" * 39 + "…"),
    ],
)
def test_a_name_stays_on_its_line_and_in_its_direction(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@given(st.text())
def test_every_name_can_be_shown(name: str) -> None:
    shown = shown_name(name)
    assert 0 < len(shown) <= 40
    assert "\n" not in shown
    assert shown == shown.strip()


def test_two_languages_are_said_one_after_the_other_in_short() -> None:
    english, chinese = (say(reader(language), "couple-keyboard").text for language in ("en", "zh"))
    assert say(reader("en", "zh"), "couple-keyboard").text == f"{english}\n\n{chinese}"


def test_a_button_in_two_languages_has_one_sign_and_a_word_in_each() -> None:
    assert label(reader("en", "zh"), "button-here") == "🙋 Here · 我在"
    assert label(reader("zh"), "button-here") == "🙋 我来了"
