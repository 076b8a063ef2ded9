"""Words to borrow, in private: eight lines a situation, each with a copy button."""

from collections.abc import Mapping
from typing import Any

from content.markup import join
from content.rich import Rich
from screens.screen import Button, Draw, Reader, Screen
from screens.words import label, plain, press, say

_Rows = tuple[tuple[Button, ...], ...]

# So many lines at once are easy to choose from.
_PER_PAGE = 4
_PER_ROW = 2

LINES: Mapping[str, tuple[str, ...]] = {
    "phrases-starting": (
        "phrase-starting-1",
        "phrase-starting-2",
        "phrase-starting-3",
        "phrase-starting-4",
        "phrase-starting-5",
        "phrase-starting-6",
        "phrase-starting-7",
        "phrase-starting-8",
    ),
    "phrases-waiting": (
        "phrase-waiting-1",
        "phrase-waiting-2",
        "phrase-waiting-3",
        "phrase-waiting-4",
        "phrase-waiting-5",
        "phrase-waiting-6",
        "phrase-waiting-7",
        "phrase-waiting-8",
    ),
    "phrases-returning": (
        "phrase-returning-1",
        "phrase-returning-2",
        "phrase-returning-3",
        "phrase-returning-4",
        "phrase-returning-5",
        "phrase-returning-6",
        "phrase-returning-7",
        "phrase-returning-8",
    ),
    "phrases-reassuring": (
        "phrase-reassuring-1",
        "phrase-reassuring-2",
        "phrase-reassuring-3",
        "phrase-reassuring-4",
        "phrase-reassuring-5",
        "phrase-reassuring-6",
        "phrase-reassuring-7",
        "phrase-reassuring-8",
    ),
}


def home(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """For which moment?"""
    rows: _Rows = (
        (
            press(reader, "button-phrases-starting", "phrases:starting"),
            press(reader, "button-phrases-waiting", "phrases:waiting"),
        ),
        (
            press(reader, "button-phrases-returning", "phrases:returning"),
            press(reader, "button-phrases-reassuring", "phrases:reassuring"),
        ),
        (press(reader, "button-back", "help:home"),),
    )
    return Screen("phrases.home", say(reader, "phrases-home"), rows)


def lines(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """A page of one `situation`'s lines, the first `page` being 1."""
    situation, page = str(params["situation"]), int(params.get("page", 1))
    heading = f"phrases-{situation}"
    keys = LINES[heading]
    start = (page - 1) * _PER_PAGE
    shown = keys[start : start + _PER_PAGE]
    text = join([say(reader, heading), *(_line(reader, key) for key in shown)], "\n")
    copies = [_copy(reader, key) for key in shown]
    rows = [tuple(copies[at : at + _PER_ROW]) for at in range(0, len(copies), _PER_ROW)]
    return Screen("phrases.lines", text, (*rows, _ways_on(reader, situation, page, start, len(keys))))


def _ways_on(reader: Reader, situation: str, page: int, start: int, count: int) -> tuple[Button, ...]:
    before = f"phrases:{situation}:{page - 1}" if page > 1 else "phrases:home"
    back = press(reader, "button-back", before)
    if start + _PER_PAGE >= count:
        return (back,)
    return (press(reader, "button-more-phrases", f"phrases:{situation}:{page + 1}"), back)


def _line(reader: Reader, key: str) -> Rich:
    return Rich(f"• {plain(reader, key)}")


def _copy(reader: Reader, key: str) -> Button:
    short = plain(reader, f"{key}.short")
    return Button(label(reader, "button-phrase", short=short), copy=plain(reader, key))


SCREENS: dict[str, Draw] = {"phrases.home": home, "phrases.lines": lines}
