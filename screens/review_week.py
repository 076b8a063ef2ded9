"""The week that a review opens with: one picture, and the same in words for whoever cannot see it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from statistics import mean
from typing import Any

from content.markup import join
from content.rich import Rich
from screens.review_words import each
from screens.screen import Draw, Picture, Reader, Screen, Theme
from screens.words import plain, say, speaking
from storage.local_time import local
from storage.weeks import WeekView

_COUNTS = {"pauses": "week-count-pauses", "near": "week-count-near", "wins": "week-count-wins"}
_MOODS = ("week-mood-1", "week-mood-2", "week-mood-3", "week-mood-4", "week-mood-5")
_LIGHT, _HEAVY = 3.5, 2.5
# Hours of the day.
_MORNING, _EVENING = 7, 20


def week(view: WeekView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`review.week`: the sentence first, then the figures that belong to both."""
    if view is None or view.couple.ended:
        return None
    reader = speaking(reader, view.couple.partners)
    text = each(reader, lambda one: _in_words(view, one))
    picture = Picture("week", data(view, reader), _theme(reader), "week")
    return Screen(
        "review.week", text, picture=picture, words_of=tuple(partner.id for partner in view.couple.partners)
    )


def data(view: WeekView, reader: Reader) -> dict[str, Any]:
    """What the picture shows; words in both languages where two are read."""
    alone = [replace(reader, languages=(language,)) for language in reader.languages]

    def words(find: Callable[[Reader], str], between: str = " · ") -> str:
        return between.join(dict.fromkeys(map(find, alone)))

    return {
        "title": words(lambda one: plain(one, "week-title")),
        "range": words(lambda one: _range(view, one)),
        "days": [
            {
                "label": words(partial(_weekday, day.day), "\n"),
                "moods": list(day.moods) if day.moods is not None else None,
            }
            for day in view.days
        ],
        "legend": {
            "high": words(lambda one: plain(one, "week-high")),
            "low": words(lambda one: plain(one, "week-low")),
            "none": words(lambda one: plain(one, "week-none"), "\n"),
        },
        "counts": [
            {"label": words(partial(_label, name, number), "\n"), "number": number}
            for name, number in _counts(view)
        ],
        "sentence": words(lambda one: plain(one, sentence_key(view)), "\n"),
        "language": reader.languages[0],
    }


def _theme(reader: Reader) -> Theme:
    """Dark in the evening and at night, where the hour is known."""
    hour = local(reader.now, reader.zone).hour if reader.zone else _MORNING
    return "light" if _MORNING <= hour < _EVENING else "dark"


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
    parts += [Rich(f"{number} {_label(name, number, reader)}") for name, number in _counts(view)]
    parts += [
        say(reader, "week-line", label=_weekday(day.day, reader), given=_moods(day.moods, reader))
        for day in view.days
        if day.moods is not None
    ]
    return join(parts, "\n")


def _counts(view: WeekView) -> list[tuple[str, int]]:
    """What there was; what there was not is not counted."""
    numbers = {"pauses": view.pauses, "near": view.near, "wins": view.wins}
    return [(name, number) for name, number in numbers.items() if number]


def _label(name: str, number: int, reader: Reader) -> str:
    return plain(reader, _COUNTS[name], number=number)


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
