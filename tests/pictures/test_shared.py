"""Whatever a result or two of them amount to, its picture can be drawn, and the report stays short."""

import io
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from content.pictures.drawing import draw
from content.texts import LANGUAGES
from screens import portrait, report, together
from screens.screen import Reader, Where
from storage.quiz_views import Result
from storage.share_views import Cycle, TogetherView, What
from tests.practices.quiz_sheet import result
from tests.screens.cast import ANN, BEN, reader
from tests.screens.share_views import HIGH, RESULTS, own, rounds, shown

TINY = 0.05
# All that can be said at once.
FULL = result(
    anxiety=HIGH,
    avoidance=HIGH,
    conflict_pursue=[7, 7],
    conflict_withdraw=[7, 7],
    conflict_attack=[7, 7],
    conflict_freeze=[7, 7],
    repair=[7, 7, 7, 7],
)
# The longest words of all, with the note that it is to be taken lightly.
UNSURE = replace(FULL, hasty=True)


def ann(language: str) -> Reader:
    return reader(language, where=Where.PRIVATE, person=ANN)


def said(data: Any) -> set[str]:
    """Every word of a picture's data."""
    if isinstance(data, dict):
        return {found for one in data.values() for found in said(one)}
    if isinstance(data, list):
        return {found for one in data for found in said(one)}
    return {data} if isinstance(data, str) else set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("found", RESULTS)
def test_any_part_of_any_result_can_be_drawn(found: Result, language: str) -> None:
    for what in What:
        data = portrait.data(shown(found, BEN, ANN, what), ann(language), with_name=True)
        assert draw("profile", data, "dark", "png", scale=TINY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cycle_can_be_drawn_and_its_words_say_what_it_shows(language: str) -> None:
    for around, moves in rounds():
        view = TogetherView(ANN.id, (ANN, BEN), Cycle(around, moves, (None, None)))
        data = together.data(view, ann(language))
        assert draw("cycle", data, "light", "png", scale=TINY)
        words = together.caption(view, ann(language)).text
        shapes = {"{first}", "{second}", language, "1", "2"}
        assert {one for one in said(data) - shapes if one and one not in words} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("found", [*RESULTS, FULL, UNSURE])
def test_the_report_of_any_result_has_three_to_five_pages(found: Result, language: str) -> None:
    data = report.data(own(found, ANN), ann(language))
    pages = PdfReader(io.BytesIO(draw("report", data, "light", "pdf"))).pages
    assert 3 <= len(pages) <= 5
    assert "✋" not in " ".join(said(data))
