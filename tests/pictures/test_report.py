"""The report: few pages, words that can be read and searched, ready at once."""

import io
import json
import os
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
import typst
from PIL import Image
from pypdf import PdfReader

import content.pictures
from content.pictures import fonts
from content.pictures.drawing import draw
from content.pictures.words import settled
from tests.pictures import examples
from tests.pictures.test_pictures import REFERENCES, distance

# Pixels an inch: a page is about 300 wide. So many of the 500,000 pixels of four pages may differ.
PPI = 36
TOLERANCE = 60


def report(data: dict[str, Any]) -> PdfReader:
    return PdfReader(io.BytesIO(draw("report", data, "light", "pdf")))


def told(reader: PdfReader) -> str:
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


def side_by_side(data: dict[str, Any]) -> bytes:
    """All pages in a row, as a PNG."""
    folder = Path(content.pictures.__file__).parent
    ready = json.dumps(settled(data, fonts.written()), ensure_ascii=False)
    compiler = typst.Compiler(root=folder, font_paths=fonts.fonts(), ignore_system_fonts=True)
    drawn = compiler.compile(
        input=folder / "report.typ", format="png", ppi=PPI, sys_inputs={"data": ready, "theme": "light"}
    )
    assert isinstance(drawn, list)
    pages = [Image.open(io.BytesIO(page)).convert("RGB") for page in drawn]
    row = Image.new("RGB", (sum(page.width for page in pages), pages[0].height))
    for number, page in enumerate(pages):
        row.paste(page, (number * page.width, 0))
    kept = io.BytesIO()
    row.save(kept, "png", optimize=True)
    return kept.getvalue()


@pytest.mark.parametrize(("name", "data"), [("en", examples.REPORT), ("zh", examples.REPORT_ZH)])
def test_the_report_looks_as_its_reference(name: str, data: dict[str, Any]) -> None:
    """With `UPDATE_PICTURES=1` the references are drawn anew; then look at both."""
    drawn, path = side_by_side(data), REFERENCES / f"report.{name}.png"
    if "UPDATE_PICTURES" in os.environ:
        path.write_bytes(drawn)
    assert distance(drawn, path.read_bytes()) <= TOLERANCE


def test_a_phrase_that_differs_is_noticed() -> None:
    """Or the comparison would say nothing."""
    phrases = {**examples.REPORT["phrases"], "say": {"title": "To say", "items": ["Stop."]}}
    changed = side_by_side({**examples.REPORT, "phrases": phrases})
    assert distance(changed, (REFERENCES / "report.en.png").read_bytes()) > TOLERANCE


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
