"""The report: few pages, words that can be read and searched, ready at once."""

import io
from time import perf_counter
from typing import Any

import pytest
from pypdf import PdfReader

from content.pictures.drawing import draw
from tests.pictures import examples


def report(data: dict[str, Any]) -> PdfReader:
    return PdfReader(io.BytesIO(draw("report", data, "light", "pdf")))


def told(reader: PdfReader) -> str:
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


@pytest.mark.parametrize("data", [examples.REPORT, examples.REPORT_ZH], ids=["en", "zh"])
def test_every_word_of_the_report_can_be_found_in_it(data: dict[str, Any]) -> None:
    reader = report(data)
    text = told(reader)
    assert len(reader.pages) == 4
    for part in (data["profile"], data["hard"], data["playbook"], data["phrases"], data["together"]):
        assert "".join(part["title"].split()) in text
    for group in (data["phrases"]["say"], data["phrases"]["hear"], data["profile"]["strengths"]):
        for item in group["items"]:
            assert "".join(item.split()) in text
    for field in data["together"]["fields"]:
        assert "".join(field["label"].split()) in text


def test_a_long_report_has_five_pages_at_most() -> None:
    data = {
        **examples.REPORT,
        "hard": {**examples.REPORT["hard"], "steps": examples.REPORT["hard"]["steps"] * 2},
        "playbook": {
            **examples.REPORT["playbook"],
            "soothing": {
                "title": "What calms you",
                "items": examples.REPORT["playbook"]["soothing"]["items"] * 3,
            },
        },
        "phrases": {
            **examples.REPORT["phrases"],
            "say": {"title": "To say", "items": examples.REPORT["phrases"]["say"]["items"] * 3},
        },
    }
    assert len(report(data).pages) == 5


def test_a_scale_without_answers_says_so() -> None:
    assert "Toofewanswerstosay." in told(report(examples.REPORT))


def test_a_report_without_a_name_holds_none() -> None:
    nameless = {**examples.REPORT, "under": ""}
    assert "Ann" not in told(report(nameless))
    assert "Ann·November2026" in told(report(examples.REPORT))


def test_the_report_is_ready_within_two_seconds() -> None:
    began = perf_counter()
    draw("report", examples.REPORT_ZH, "light", "pdf")
    assert perf_counter() - began < 2


def test_the_report_holds_no_date_of_its_own() -> None:
    assert not {"/CreationDate", "/ModDate"} & set(report(examples.REPORT).metadata or {})
