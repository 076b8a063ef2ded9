"""A raised hand pauses; nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.signals import is_pause_signal

HANDS = ("✋", "🤚", "🖐")
TONES = ("", "🏻", "🏼", "🏽", "🏾", "🏿")


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("selector", ["", "\ufe0f"])
def test_a_raised_hand_of_any_skin_tone_is_a_pause_signal(hand: str, tone: str, selector: str) -> None:
    assert is_pause_signal(f"{hand}{tone}{selector}")
    assert is_pause_signal(f" \n{hand}{selector}{tone}\u3000")
    assert is_pause_signal(f"{hand}{tone}{selector}" * 10)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "✋ ok",
        "stop ✋",
        "✋✋✋✋✋✋✋✋✋✋✋",
        "👋",
        "✊",
        "🖖",
        "🏽",
        "\ufe0f",
        "✋👍",
        "✋🏽🏽",
        "✋.",
        "pause",
    ],
)
def test_anything_else_is_no_pause_signal(text: str) -> None:
    assert not is_pause_signal(text)


@given(st.text())
def test_no_text_without_a_raised_hand_pauses(text: str) -> None:
    assert not is_pause_signal(text) or any(hand in text for hand in HANDS)


@given(st.integers(min_value=0, max_value=5000))
def test_a_long_row_of_hands_is_decided_at_once(count: int) -> None:
    assert is_pause_signal("✋" * count) is (1 <= count <= 10)
