"""Each picture looks as it did when it was looked at, in both themes and languages, empty and too full."""

import io
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from content.ftl import ContentError
from content.pictures import fonts
from content.pictures.drawing import draw
from content.pictures.words import clean, settled
from tests.pictures import examples

REFERENCES = Path(__file__).parent / "references"
PALETTE: dict[str, dict[str, str]] = json.loads(
    (Path(__file__).parents[2] / "content" / "pictures" / "palette.json").read_text("utf-8")
)
# A quarter of the size: 270 pixels wide.
SMALL = 0.25
# Machines may round the edges of letters another way: a pixel differs from so many levels of 255 on, and so
# many pixels of the 91,000 may.
LEVELS = 24
TOLERANCE = 9

SHOTS: dict[str, tuple[str, dict[str, Any], str]] = {
    "week.en.light": ("week", examples.WEEK, "light"),
    "week.en.dark": ("week", examples.WEEK, "dark"),
    "week.zh.light": ("week", examples.WEEK_ZH, "light"),
    "week.zh.dark": ("week", examples.WEEK_ZH, "dark"),
    "week.empty.light": ("week", examples.EMPTY_WEEK, "light"),
    "week.full.dark": ("week", examples.FULL_WEEK, "dark"),
    "profile.en.light": ("profile", examples.PROFILE, "light"),
    "profile.en.dark": ("profile", examples.PROFILE, "dark"),
    "profile.zh.light": ("profile", examples.PROFILE_ZH, "light"),
    "profile.zh.dark": ("profile", examples.PROFILE_ZH, "dark"),
    "profile.half.light": ("profile", examples.HALF_PROFILE, "light"),
    "profile.sparse.dark": ("profile", examples.SPARSE_PROFILE, "dark"),
    "profile.place.light": ("profile", examples.PLACE_ALONE, "light"),
    "profile.stress.dark": ("profile", examples.STRESS_ALONE, "dark"),
    "cycle.en.light": ("cycle", examples.CYCLE, "light"),
    "cycle.en.dark": ("cycle", examples.CYCLE, "dark"),
    "cycle.full.light": ("cycle", examples.FULL_CYCLE, "light"),
    "cycle.zh.light": ("cycle", examples.CYCLE_ZH, "light"),
    "cycle.zh.dark": ("cycle", examples.CYCLE_ZH, "dark"),
}


def image(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def distance(one: bytes, other: bytes) -> int:
    """How many pixels differ."""
    red, green, blue = ImageChops.difference(image(one), image(other)).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(most.histogram()[LEVELS:])


@pytest.mark.parametrize("name", SHOTS)
def test_a_picture_looks_as_its_reference(name: str) -> None:
    """With `UPDATE_PICTURES=1` the references are drawn anew; then look at each of them."""
    template, data, theme = SHOTS[name]
    drawn = draw(template, data, theme, "png", scale=SMALL)
    path = REFERENCES / f"{name}.png"
    if "UPDATE_PICTURES" in os.environ:
        image(drawn).save(path, optimize=True)
    assert distance(drawn, path.read_bytes()) <= TOLERANCE


def test_a_mood_or_a_word_that_differs_is_noticed() -> None:
    """Or the comparison would say nothing."""
    own = draw("week", examples.WEEK, "light", "png", scale=SMALL)
    days = [{"label": "Mon", "moods": [4, 2]}, *examples.WEEK["days"][1:]]
    mood = draw("week", {**examples.WEEK, "days": days}, "light", "png", scale=SMALL)
    counts = [{"label": "pauses, and you both came back", "number": 3}, *examples.WEEK["counts"][1:]]
    count = draw("week", {**examples.WEEK, "counts": counts}, "light", "png", scale=SMALL)
    assert distance(own, mood) > TOLERANCE
    assert distance(own, count) > TOLERANCE


@pytest.mark.parametrize("name", SHOTS)
def test_nothing_comes_near_the_edge_of_a_picture(name: str) -> None:
    template, data, theme = SHOTS[name]
    picture = image(draw(template, data, theme, "png", scale=SMALL))
    ground = Image.new("RGB", picture.size, PALETTE[theme]["ground"])
    box = ImageChops.difference(picture, ground).getbbox()
    assert box is not None
    left, top, right, bottom = box
    # 64 points of 1080 × 1350, a quarter of the size.
    assert left >= 16
    assert top >= 16
    assert picture.width - right >= 16
    assert picture.height - bottom >= 15


def test_a_picture_is_1080_by_1350() -> None:
    assert image(draw("week", examples.WEEK, "light", "png")).size == (1080, 1350)


def test_the_marks_of_a_day_do_not_tell_whose_they_are() -> None:
    turned = [{**day, "moods": day["moods"] and day["moods"][::-1]} for day in examples.WEEK["days"]]
    assert draw("week", {**examples.WEEK, "days": turned}, "light", "png", scale=SMALL) == draw(
        "week", examples.WEEK, "light", "png", scale=SMALL
    )


@pytest.mark.parametrize("emoji", ["🌸", "👩‍❤️‍👨", "👍🏽", "❤️", "🇩🇪", "1️⃣"])
def test_an_emoji_in_peoples_words_leaves_no_box(emoji: str) -> None:
    kept = "1" if emoji.startswith("1") else ""
    plain = {**examples.WEEK, "sentence": f"You two{kept and ' ' + kept}, again."}
    assert draw(
        "week", {**plain, "sentence": f"You two {emoji}, again."}, "light", "png", scale=SMALL
    ) == draw("week", plain, "light", "png", scale=SMALL)


def test_a_name_that_cannot_be_written_gives_way_to_other_words() -> None:
    names = {"first": ["🌸", "One of you"], "second": ["Gőz İbrahim 王小明", "the other"]}
    data = settled({"names": names, "text": ["{first} and {second} {third}"]}, fonts.written())
    assert data == {"text": ["One of you and Gőz İbrahim 王小明 {third}"]}


def test_a_name_is_put_in_as_it_is() -> None:
    names = {"first": ["{second}", "-"], "second": ["Ben", "-"]}
    assert settled({"names": names, "text": "{first}"}, fonts.written()) == {"text": "{second}"}


@given(st.text())
def test_after_cleaning_the_fonts_can_write_every_sign(text: str) -> None:
    cleaned = clean(text, fonts.written())
    assert all(ord(sign) in fonts.written() or sign == "\n" for sign in cleaned)


@pytest.mark.parametrize("text", ["Zoë · 王小明", "  two  gaps ", "“我会回来。”", "line\nbreak"])
def test_what_the_fonts_can_write_stays_as_it_is(text: str) -> None:
    assert clean(text, fonts.written()) == text


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", PALETTE)
@pytest.mark.parametrize("ink", ["ink", "soft", "warm", "cool"])
@pytest.mark.parametrize("ground", ["ground", "surface"])
def test_words_stand_out_from_what_they_stand_on(theme: str, ink: str, ground: str) -> None:
    assert contrast(PALETTE[theme][ink], PALETTE[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", PALETTE)
def test_words_and_marks_stand_out_from_coloured_grounds(theme: str) -> None:
    shades = PALETTE[theme]
    assert contrast(shades["ink"], shades["warm-wash"]) >= 4.5
    assert contrast(shades["ground"], shades["cool"]) >= 4.5
    assert contrast(shades["cool"], shades["cool-wash"]) >= 3
    assert contrast(shades["warm"], shades["warm-wash"]) >= 3


def test_only_templates_are_drawn() -> None:
    for name in ("_style", "../pictures/week", "nothing"):
        with pytest.raises(ContentError):
            draw(name, {"language": "en"}, "light", "png")


def test_every_template_says_what_it_needs() -> None:
    folder = Path(__file__).parents[2] / "content" / "pictures"
    for path in folder.glob("[a-z]*.typ"):
        assert re.match(r"// .+\n", path.read_text("utf-8"))
