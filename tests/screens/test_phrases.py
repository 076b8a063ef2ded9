"""Words to borrow: enough of them, kind, and each one copied whole."""

import re
from collections.abc import Iterator

import pytest

from content.rich import utf16_length
from content.texts import LANGUAGES, texts
from screens.phrases import LINES, SCREENS
from screens.screen import Button, Screen, Where
from tests.screens.cast import ANN, drawn, reader, word_count

SITUATIONS = tuple(name.removeprefix("phrases-") for name in LINES)


def page(language: str, situation: str, number: int = 1) -> Screen:
    who = reader(language, where=Where.PRIVATE, person=ANN)
    return drawn(SCREENS["phrases.lines"], None, who, situation=situation, page=number)


def pages(language: str, situation: str) -> Iterator[Screen]:
    yield page(language, situation)
    yield page(language, situation, 2)


def copies(screen: Screen) -> list[Button]:
    return [button for row in screen.rows for button in row if button.copy is not None]


def test_there_are_the_four_situations() -> None:
    assert SITUATIONS == ("starting", "waiting", "returning", "reassuring")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_each_situation_has_at_least_eight_different_lines(language: str, situation: str) -> None:
    lines = [button.copy for screen in pages(language, situation) for button in copies(screen)]
    assert len(lines) == len(set(lines)) >= 8


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_a_button_copies_is_listed_in_the_text(language: str, situation: str) -> None:
    for screen in pages(language, situation):
        listed = screen.text.text.splitlines()[1:]
        assert [f"• {button.copy}" for button in copies(screen)] == listed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_lines_and_labels_fit(language: str, situation: str) -> None:
    for screen in pages(language, situation):
        assert utf16_length(screen.text.text) <= 600
        for button in copies(screen):
            assert 0 < utf16_length(button.copy or "") <= 256
            assert word_count(button.copy or "") <= 18
            assert word_count(button.label.split(" ", 1)[1]) <= 2
        assert len({button.label for button in copies(screen)}) == len(copies(screen))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_lines_are_in_the_readers_language_and_reproach_nobody(language: str, situation: str) -> None:
    foreign = "[A-Za-z]" if language == "zh" else "[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]"
    blaming = r"\b(?:still|should|waiting|again|always|never|your fault)\b"
    blaming += "|仍|还没|应该|等你|等着|总是|从来|你的错|晚了"
    for screen in pages(language, situation):
        read = "\n".join([screen.text.text, *(button.label for row in screen.rows for button in row)])
        assert not re.search(foreign, read)
        assert not re.search(blaming, read, re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_lead_on_and_back(language: str) -> None:
    first, second = (
        [button.press for row in screen.rows for button in row if button.press]
        for screen in pages(language, "returning")
    )
    assert first == ["phrases:returning:2", "phrases:home"]
    assert second == ["phrases:returning:1"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_offers_every_situation_and_a_way_back(language: str) -> None:
    screen = drawn(SCREENS["phrases.home"], None, reader(language, where=Where.PRIVATE, person=ANN))
    presses = [button.press for row in screen.rows for button in row]
    assert presses == [*(f"phrases:{situation}" for situation in SITUATIONS), "help:home"]
    assert word_count(screen.text.text) <= 40


def test_every_line_that_was_written_is_shown() -> None:
    written = {key for key in texts().all_keys() if re.fullmatch(r"phrase-[a-z]+-\d+", key)}
    assert written == {key for lines in LINES.values() for key in lines}
