"""The tour shows every screen that is drawn, in both languages, and nothing that is not."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
SHOWN = re.findall(r'src="pictures/(flow/[^"]+)"', (DOCS / "tour.md").read_text("utf-8"))


def test_the_tour_shows_every_picture_once() -> None:
    drawn = {path.relative_to(DOCS / "pictures").as_posix() for path in (DOCS / "pictures/flow").iterdir()}
    assert sorted(SHOWN) == sorted(drawn)


def test_every_screen_is_there_in_both_languages() -> None:
    names = {language: [one[: -len(f".{language}.png")] for one in SHOWN if f".{language}." in one]
             for language in ("en", "zh")}  # fmt: skip
    assert names["en"] == names["zh"]


def test_the_readme_shows_a_picture_that_is_there_and_small() -> None:
    readme = (DOCS.parent / "README.md").read_text("utf-8")
    (picture,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", readme)
    assert (DOCS.parent / picture).stat().st_size < 300 * 1024
