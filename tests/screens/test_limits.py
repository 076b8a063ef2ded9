"""Every screen is short enough to be read by a flooded person, and small enough for Telegram."""

import re
from datetime import timedelta
from typing import Any

import pytest

from content.prompts import MOST_WORDS as MOST_WORDS_OF_A_PROMPT
from content.rich import utc_moment, utf16_length
from content.texts import LANGUAGES, texts
from screens.answers import ALERTS, TOASTS, answer_text
from screens.check_in import MOODS
from screens.quiz import SIGN_OF_POINT
from screens.screen import Screen, Where
from tests.screens.cast import START, Shot, gallery, word_count

SHOTS = tuple(gallery())

# Words at most, the buttons not counted.
MOST_WORDS = {
    "pause-panel": 30,
    "pause-panel-both": 30,
    "pause-panel-own": 30,
    "pause-panel-alone": 30,
    "pause-panel-crowd": 30,
    "pause-nearly": 20,
    "pause-return": 28,
    "pause-return-alone": 28,
    "pause-return-crowd": 28,
    "pause-one-here": 15,
    "pause-nudge": 24,
    "pause-quiet": 24,
    "pause-quiet-unasked": 24,
    "pause-open": 24,
    "pause-open-alone": 24,
    "pause-back": 28,
    "pause-back-early": 28,
    "pause-back-alone": 28,
    "pause-back-alone-early": 28,
    "pause-outage": 18,
    "pause-unreachable": 25,
    "pause-too-short": 20,
    "pause-too-long": 20,
    "pause-not-understood": 20,
    "pause-maybe": 20,
    "pair-greeting": 40,
    "start-new": 40,
    "forget-ask": 65,
    "privacy": 80,
    "safety-home": 45,
    "profile-description": 80,
}
OTHERWISE = 40
IN_TWO_LANGUAGES = 25
SAMPLES: dict[str, Any] = {
    "commitment": 2,
    "called": 2,
    "time": utc_moment(START),
    "now": utc_moment(START),
    "length": timedelta(minutes=65),
    "minutes": 40,
    "hours": 2,
    "sentence": "I need a break. I'm not leaving. Back in 1 h 5 min.",
    "link": "t.me",
    "name": "Ann",
    "first": "Ann",
    "second": "Ben",
}


def written(language: str, key: str) -> str:
    return texts().plain(language, key, **{name: SAMPLES.get(name, "Ann") for name in texts().needs(key)})


def keys_of(prefix: str, *, buttons: bool = False) -> list[str]:
    return sorted(key for key in texts().all_keys() if key.startswith("button-") is buttons and prefix in key)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", keys_of(""))
def test_no_text_is_longer_than_its_moment_bears(language: str, key: str) -> None:
    most = IN_TWO_LANGUAGES if key.endswith(".short") else MOST_WORDS.get(key, OTHERWISE)
    assert word_count(written(language, key)) <= most


def test_the_word_limits_name_texts_that_exist() -> None:
    assert MOST_WORDS.keys() <= texts().all_keys()


@pytest.mark.parametrize("shot", [shot for shot in SHOTS if len(shot.reader.languages) == 2])
def test_two_languages_in_one_chat_take_at_most_25_words_each(shot: Shot) -> None:
    halves = shot.screen.text.text.split("\n\n")
    if shot.screen.name == "checkin":
        # A prompt in each, of up to 24 words; then the partners' own words.
        assert max(map(word_count, halves[:2])) <= IN_TWO_LANGUAGES + MOST_WORDS_OF_A_PROMPT
        return
    assert len(halves) == 2
    if "t.me" not in shot.screen.text.text:
        assert max(map(word_count, halves)) <= IN_TWO_LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TOASTS)
def test_a_toast_has_at_most_eight_words_and_no_clock_time(language: str, name: str) -> None:
    toast = answer_text(language, name, {"minutes": 65})
    assert word_count(toast) <= 8
    assert not re.search(r"\d:\d\d", toast)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TOASTS | ALERTS)
def test_an_answer_fits_into_telegrams_200_characters(language: str, name: str) -> None:
    assert 0 < utf16_length(answer_text(language, name, {"minutes": 1440})) <= 200


def test_an_answer_shows_how_long_it_is() -> None:
    assert "20 minutes" in answer_text("en", "pause-started", {"minutes": 20})
    assert "1小时" in answer_text("zh", "pause-started", {"minutes": 60})


def test_an_answer_that_nobody_wrote_is_an_error() -> None:
    with pytest.raises(KeyError):
        answer_text("en", "no-such-answer", {})


@pytest.mark.parametrize("screen", {repr(shot.screen): shot.screen for shot in SHOTS}.values())
def test_every_screen_keeps_telegrams_limits(screen: Screen) -> None:
    captioned = screen.animation is not None or screen.drawn is not None
    assert 0 < utf16_length(screen.text.text) <= (1024 if captioned else 4096)
    for entity in screen.text.entities:
        assert 0 <= entity.offset < entity.offset + entity.length <= utf16_length(screen.text.text)
    for button in (button for row in screen.rows for button in row):
        assert sum(given is not None for given in (button.press, button.link, button.copy)) == 1
        assert len((button.press or "").encode()) <= 64
        assert len(button.copy or "") <= 256
    assert all(screen.rows), "a row without buttons"


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.screen.name)
def test_a_button_is_a_sign_and_at_most_two_words_or_one_in_each_language(shot: Shot) -> None:
    mixed = len(shot.reader.languages) == 2
    for button in (button for row in shot.screen.rows for button in row):
        if ":mood:" in (button.press or ""):
            assert button.label in MOODS
            continue
        if re.search(r"^quiz:\d+:\d+:\d$", button.press or ""):
            assert button.label in SIGN_OF_POINT.values()
            continue
        sign, words = button.label.split(" ", 1)
        assert word_count(sign) == 1
        assert not any(char.isalnum() for char in sign)
        assert not re.search(r"\d:\d\d", button.label)
        halves = words.split(" · ")
        assert max(map(word_count, halves)) <= (2 if not mixed or any(map(str.isdigit, words)) else 1)


@pytest.mark.parametrize("shot", [shot for shot in SHOTS if shot.reader.where is Where.CROWD])
def test_where_others_read_along_no_name_appears(shot: Shot) -> None:
    assert "Ann" not in shot.screen.text.text
    assert "Ben" not in shot.screen.text.text
    assert not any(entity.type == "text_mention" for entity in shot.screen.text.entities)
