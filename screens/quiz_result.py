"""A person's own result in private: what carries them first, then the map, each scale, then and now."""

from collections.abc import Mapping
from math import floor
from typing import Any

from content.markup import join
from content.rich import Rich
from screens.quiz import bold
from screens.screen import Button, Draw, Reader, Screen
from screens.words import day, press, say
from storage.quiz_views import (
    HIGHEST,
    LOWEST,
    MIDDLE,
    RARELY,
    REPAIR,
    STRESS,
    Certainty,
    Change,
    Place,
    Position,
    Profile,
    Region,
)

_Rows = tuple[tuple[Button, ...], ...]

# What else can be done with a result: a button's key and its data. They stand first, two in a row.
MORE: tuple[tuple[str, str], ...] = (
    ("button-playbook", "playbook:home"),
    ("button-picture", "profile:picture"),
    ("button-report", "profile:report"),
    ("button-share", "share:new"),
    ("button-together-see", "together:show"),
)

_HALF_STEPS = 2
_TRACK, _BAND, _POINT = "·", "─", "●"
_FULL, _EMPTY = "■", "□"

STRENGTHS = {
    "anxiety": "quiz-strong-anxiety",
    "avoidance": "quiz-strong-avoidance",
    REPAIR: "quiz-strong-repair",
    "conflict.pursue": "quiz-strong-pursue",
    "conflict.withdraw": "quiz-strong-withdraw",
    "conflict.attack": "quiz-strong-attack",
    "conflict.freeze": "quiz-strong-freeze",
}
_SECONDARY = {
    "anxiety": "quiz-second-anxiety",
    "avoidance": "quiz-second-avoidance",
    "conflict.pursue": "quiz-second-pursue",
    "conflict.withdraw": "quiz-second-withdraw",
    "conflict.attack": "quiz-second-attack",
    "conflict.freeze": "quiz-second-freeze",
    REPAIR: "quiz-second-repair",
}
_REGIONS = {
    Region.SECURE: "quiz-region-secure",
    Region.ANXIOUS: "quiz-region-anxious",
    Region.AVOIDANT: "quiz-region-avoidant",
    Region.DISORGANISED: "quiz-region-disorganised",
}
TENDS = {
    Region.SECURE: "quiz-tends-secure",
    Region.ANXIOUS: "quiz-tends-anxious",
    Region.AVOIDANT: "quiz-tends-avoidant",
    Region.DISORGANISED: "quiz-tends-disorganised",
}
_SCALES = {
    "anxiety": "quiz-scale-anxiety",
    "avoidance": "quiz-scale-avoidance",
    "conflict.pursue": "quiz-scale-pursue",
    "conflict.withdraw": "quiz-scale-withdraw",
    "conflict.attack": "quiz-scale-attack",
    "conflict.freeze": "quiz-scale-freeze",
    REPAIR: "quiz-scale-repair",
}
# In words: the band lies below the middle of the scale, over it, or above it.
BANDS = {
    "anxiety": ("quiz-band-anxiety-low", "quiz-band-anxiety-middle", "quiz-band-anxiety-high"),
    "avoidance": ("quiz-band-avoidance-low", "quiz-band-avoidance-middle", "quiz-band-avoidance-high"),
}
_CHANGES = {
    "anxiety": ("quiz-change-anxiety-less", "quiz-change-anxiety-more"),
    "avoidance": ("quiz-change-avoidance-less", "quiz-change-avoidance-more"),
}


def result(view: Profile, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """Strengths and secure ground first, then the place on the map, then what else showed."""
    if reader.person_id != view.reader_id:
        return None
    parts = [say(reader, "quiz-result"), _listed(reader, "quiz-strong", _strengths(view, reader))]
    parts.append(_placed(view.pattern.primary, reader))
    if view.pattern.secondary:
        lines = [say(reader, _SECONDARY[scale]) for scale in view.pattern.secondary]
        parts.append(_listed(reader, "quiz-second", lines))
    if view.result.unsure:
        parts.append(say(reader, "quiz-unsure"))
    return Screen("quiz.result", join(parts, "\n\n"), _result_rows(view, reader))


def _strengths(view: Profile, reader: Reader) -> list[Rich]:
    lines = [say(reader, STRENGTHS[scale]) for scale in view.pattern.strengths]
    return lines or [say(reader, "quiz-strong-none")]


def _placed(place: Place | None, reader: Reader) -> Rich:
    if place is None:
        return say(reader, "quiz-no-place")
    region = say(reader, _REGIONS[place.region]).text
    if place.certainty is Certainty.OPEN:
        # A band that touches all four says too little to describe one of them.
        return join(
            [bold(say(reader, "quiz-place-between")), say(reader, "quiz-place-open", region=region)], "\n"
        )
    parts = [bold(say(reader, "quiz-place", region=region)), say(reader, TENDS[place.region])]
    if place.certainty is Certainty.LEANING:
        other = say(reader, _REGIONS[place.touches[0]]).text
        parts.append(say(reader, "quiz-place-leaning", other=other))
    return join(parts, "\n")


def _listed(reader: Reader, heading: str, lines: list[Rich]) -> Rich:
    return join([bold(say(reader, heading)), *(join([Rich("•"), line], " ") for line in lines)], "\n")


def _result_rows(view: Profile, reader: Reader) -> _Rows:
    pages = [press(reader, "button-quiz-scales", "quiz:scales")]
    if view.change is not None:
        pages.append(press(reader, "button-quiz-then", "quiz:then"))
    others = [press(reader, key, data) for key, data in MORE]
    more = tuple(tuple(others[at : at + 2]) for at in range(0, len(others), 2))
    last = (
        press(reader, "button-quiz-more", "quiz:intro"),
        press(reader, "button-quiz-delete", f"quiz:{view.attempt_id}:delete"),
    )
    return (*more, tuple(pages), last)


def scales(view: Profile, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """Each scale as it was answered: the two dimensions with their bands, the rest as plain bars."""
    if reader.person_id != view.reader_id:
        return None
    parts = [say(reader, "quiz-scales")]
    parts += [
        _dimension(reader, "anxiety", view.result.anxiety),
        _dimension(reader, "avoidance", view.result.avoidance),
    ]
    bars = [_bar(reader, say(reader, _SCALES[scale]), view.result.bar(scale)) for scale in STRESS]
    parts.append(join([bold(say(reader, "quiz-stress")), *bars], "\n"))
    parts.append(_bar(reader, bold(say(reader, _SCALES[REPAIR])), view.result.repair))
    parts.append(say(reader, "quiz-scales-no-norms"))
    return Screen("quiz.scales", join(parts, "\n\n"), _back(reader))


def _dimension(reader: Reader, scale: str, position: Position | None) -> Rich:
    heading = bold(say(reader, _SCALES[scale]))
    if position is None:
        return join([heading, say(reader, "quiz-scale-missing")], "\n")
    low, middle, high = BANDS[scale]
    words = low if position.high <= MIDDLE else high if position.low > MIDDLE else middle
    where = say(
        reader,
        "quiz-band",
        value=f"{position.mean:.1f}",
        low=f"{position.low:.1f}",
        high=f"{position.high:.1f}",
    )
    return join([heading, say(reader, words), Rich(_ruler(position)), where], "\n")


def _ruler(position: Position) -> str:
    """From 1 to 7 in half points: the band, and in it the mean."""
    marks = [_TRACK] * ((HIGHEST - LOWEST) * _HALF_STEPS + 1)
    for at in range(_mark(position.low), _mark(position.high) + 1):
        marks[at] = _BAND
    marks[_mark(position.mean)] = _POINT
    return f"{LOWEST} {''.join(marks)} {HIGHEST}"


def _mark(value: float) -> int:
    return _nearest((value - LOWEST) * _HALF_STEPS)


def _bar(reader: Reader, name: Rich, bar: float | None) -> Rich:
    if bar is None:
        return join([name, say(reader, "quiz-scale-missing")], "\n")
    often = "quiz-rarely" if bar <= RARELY else "quiz-sometimes" if bar <= MIDDLE else "quiz-often"
    full = _nearest(bar)
    drawn = Rich(_FULL * full + _EMPTY * (HIGHEST - full))
    return join([name, join([drawn, say(reader, often)], " ")], "\n")


def _nearest(value: float) -> int:
    """The nearest whole number, halves upwards."""
    return floor(value + 0.5)


def then_and_now(view: Profile, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The two dimensions in this attempt and in the one before."""
    if reader.person_id != view.reader_id or view.change is None or view.earlier_at is None:
        return None
    dates = {"then": day(reader, view.earlier_at), "now": day(reader, view.finished_at)}
    parts = [
        say(reader, "quiz-then", **dates),
        _change(reader, "anxiety", view.change.anxiety),
        _change(reader, "avoidance", view.change.avoidance),
        say(reader, "quiz-then-careful"),
    ]
    return Screen("quiz.then", join(parts, "\n\n"), _back(reader))


def _change(reader: Reader, scale: str, change: Change | None) -> Rich:
    heading = bold(say(reader, _SCALES[scale]))
    if change is None:
        return join([heading, say(reader, "quiz-change-missing")], "\n")
    less, more = _CHANGES[scale]
    words = (more if change.difference > 0 else less) if change.more_than_chance else "quiz-change-chance"
    values = say(reader, "quiz-change", then=f"{change.earlier:.1f}", now=f"{change.later:.1f}")
    return join([heading, values, say(reader, words)], "\n")


def _back(reader: Reader) -> _Rows:
    return ((press(reader, "button-back", "quiz:result"),),)


SCREENS: dict[str, Draw] = {"quiz.result": result, "quiz.scales": scales, "quiz.then": then_and_now}
