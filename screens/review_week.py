"""The week that a review opens with: one picture, and the same in words for whoever cannot see it."""

from collections.abc import Mapping
from datetime import date
from statistics import mean
from typing import Any

from content.markup import join
from content.rich import Rich
from screens.review_words import each
from screens.screen import Draw, Reader, Screen
from screens.words import plain, say, speaking
from storage.weeks import WeekView

_COUNTS = {"pauses": "week-count-pauses", "near": "week-count-near", "wins": "week-count-wins"}
_MOODS = ("week-mood-1", "week-mood-2", "week-mood-3", "week-mood-4", "week-mood-5")
_LIGHT, _HEAVY = 3.5, 2.5


def week(view: WeekView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`review.week`: the sentence first, then the figures that belong to both."""
    if view is None or view.couple.ended:
        return None
    reader = speaking(reader, view.couple.partners)
    return Screen("review.week", each(reader, lambda one: _in_words(view, one)))


def sentence_key(view: WeekView) -> str:
    """The one sentence for what this week held; it never speaks of one of the two."""
    moods = [mood for day in view.days if day.moods is not None for mood in day.moods]
    if view.pauses:
        return "week-back-and-near" if view.near else "week-back"
    if view.near:
        return "week-near"
    if view.wins:
        return "week-wins"
    if not moods:
        return "week-quiet"
    if mean(moods) >= _LIGHT:
        return "week-light"
    return "week-heavy" if mean(moods) <= _HEAVY else "week-mixed"


def _in_words(view: WeekView, reader: Reader) -> Rich:
    title = plain(reader, "week-title")
    heading = say(reader, "week-heading", title=title, range=_range(view, reader))
    parts = [heading, say(reader, sentence_key(view))]
    parts += [Rich(f"{number} {label}") for label, number in _counts(view, reader)]
    parts += [
        say(reader, "week-line", label=_weekday(day.day, reader), given=_moods(day.moods, reader))
        for day in view.days
        if day.moods is not None
    ]
    return join(parts, "\n")


def _counts(view: WeekView, reader: Reader) -> list[tuple[str, int]]:
    """What there was, with its words; what there was not is not counted."""
    numbers = {"pauses": view.pauses, "near": view.near, "wins": view.wins}
    return [
        (plain(reader, _COUNTS[name], number=number), number) for name, number in numbers.items() if number
    ]


def _moods(moods: tuple[int, int], reader: Reader) -> str:
    return " · ".join(plain(reader, _MOODS[mood - 1]) for mood in moods)


def _weekday(day: date, reader: Reader) -> str:
    return plain(reader, "week-days").split()[day.weekday()]


def _range(view: WeekView, reader: Reader) -> str:
    first, last = (_date(day.day, reader) for day in (view.days[0], view.days[-1]))
    return plain(reader, "week-range", **{"from": first, "to": last})


def _date(day: date, reader: Reader) -> str:
    return plain(reader, "week-date", day=day.day, month=plain(reader, "week-months").split()[day.month - 1])


SCREENS: dict[str, Draw] = {"review.week": week}
