"""One person's picture and the same in words, in that person's own voice, whoever looks at it."""

from collections.abc import Callable, Mapping
from typing import Any

from content.markup import join
from content.rich import Rich
from screens.pictures import other_theme, theme_of
from screens.screen import Draw, Picture, Reader, Screen, Theme
from screens.words import named, plain, press, say
from storage.quiz_views import MIDDLE, Certainty, Place, Position, Region
from storage.share_views import Portrait

_REGIONS = {
    Region.SECURE: "portrait-region-secure",
    Region.ANXIOUS: "portrait-region-anxious",
    Region.AVOIDANT: "portrait-region-avoidant",
    Region.DISORGANISED: "portrait-region-disorganised",
}
_BARS = {
    "conflict.pursue": "portrait-pursue",
    "conflict.withdraw": "portrait-withdraw",
    "conflict.attack": "portrait-attack",
    "conflict.freeze": "portrait-freeze",
}
_STRENGTHS = {
    "anxiety": "portrait-strength-anxiety",
    "avoidance": "portrait-strength-avoidance",
    "conflict.attack": "portrait-strength-attack",
    "conflict.withdraw": "portrait-strength-withdraw",
    "conflict.freeze": "portrait-strength-freeze",
    "conflict.pursue": "portrait-strength-pursue",
}
_ACROSS = ("portrait-across-low", "portrait-across-high")
_UP = ("portrait-up-low", "portrait-up-high")
# Points of the scale: up to the first rarely, above the second often.
_RARELY, _OFTEN = 2.0, MIDDLE


def own(view: Portrait | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`portrait.picture`, for its owner: as anybody would see it. `named`: with the name on it."""
    if view is None or view.reader_id != reader.person_id:
        return None
    with_name, theme = params.get("named") is True, theme_of(params)
    data = "profile:picture:named" if with_name else "profile:picture:plain"
    name = (
        press(reader, "button-plain", f"profile:picture:plain:{theme}")
        if with_name
        else press(reader, "button-named", f"profile:picture:named:{theme}")
    )
    rows = (
        (other_theme(reader, theme, data), name),
        (press(reader, "button-share", "share:new"), press(reader, "button-quiz-result", "quiz:result")),
    )
    text = caption(view, reader, with_name=with_name)
    return Screen("portrait.picture", text, rows, picture=drawing(view, reader, theme, with_name=with_name))


def none(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """There is no finished attempt."""
    begin = press(reader, "button-quiz", "quiz:home", style="primary")
    return Screen("portrait.none", say(reader, "portrait-none"), ((begin,),))


def drawing(view: Portrait, reader: Reader, theme: Theme, *, with_name: bool) -> Picture:
    """The picture."""
    return Picture("profile", data(view, reader, with_name=with_name), theme, "backsoon")


def data(view: Portrait, reader: Reader, *, with_name: bool) -> dict[str, Any]:
    """What the picture shows."""
    result = view.result
    place = {"across": _drawn(result.avoidance), "up": _drawn(result.anxiety)}
    bars = [{"label": plain(reader, key), "value": result.bar(scale)} for scale, key in _BARS.items()]
    stress = {
        "title": plain(reader, "portrait-stress"),
        "low": plain(reader, "portrait-rarely"),
        "high": plain(reader, "portrait-often"),
        "bars": bars,
        "missing": plain(reader, "portrait-few"),
    }
    return {
        "language": reader.languages[0],
        "title": plain(reader, "portrait-title"),
        "under": "{name}" if with_name else "",
        "names": {"name": [named(view.author), ""]},
        "axes": {"across": _ends(_ACROSS, reader), "up": _ends(_UP, reader)},
        "regions": {
            "settled": plain(reader, _REGIONS[Region.SECURE]),
            "close": plain(reader, _REGIONS[Region.ANXIOUS]),
            "apart": plain(reader, _REGIONS[Region.AVOIDANT]),
            "torn": plain(reader, _REGIONS[Region.DISORGANISED]),
        },
        "place": place if view.what.has_place else None,
        "before": None,
        "missing": plain(reader, "portrait-missing"),
        "stress": stress if view.what.has_stress else None,
        "sentence": plain(reader, _strength(view)),
    }


def caption(view: Portrait, reader: Reader, *, with_name: bool) -> Rich:
    """What the picture says, for whoever cannot see it."""
    title = plain(reader, "portrait-title")
    name = named(view.author)
    parts = [
        say(reader, "portrait-heading", title=title, name=name)
        if with_name
        else say(reader, "portrait-heading-plain", title=title)
    ]
    if view.what.has_place:
        parts += _map_in_words(view, reader)
    if view.what.has_stress:
        bars = bars_in_words(view.result.bar, reader)
        parts.append(say(reader, "portrait-bars", bars=bars) if bars else say(reader, "portrait-few"))
    parts.append(say(reader, _strength(view)))
    return join(parts, "\n")


def bars_in_words(bar: Callable[[str], float | None], reader: Reader) -> str | None:
    """The stress pattern in half a sentence, none if nothing is known. `bar`: of a scale, by its name."""
    told = [
        plain(reader, "portrait-bar", label=plain(reader, key), how=plain(reader, _how(value)))
        for scale, key in _BARS.items()
        if (value := bar(scale)) is not None
    ]
    between = "，" if reader.languages[0] == "zh" else ", "
    return between.join(told) or None


def _map_in_words(view: Portrait, reader: Reader) -> list[Rich]:
    result = view.result
    if result.anxiety is None and result.avoidance is None:
        return [say(reader, "portrait-missing")]
    parts = [region_in_words(view.pattern.primary, reader)] if view.pattern.primary else []
    return [*parts, _scale(result.anxiety, _UP, reader), _scale(result.avoidance, _ACROSS, reader)]


def region_in_words(place: Place, reader: Reader) -> Rich:
    """Where on the map, and how sure that is."""
    region = plain(reader, _REGIONS[place.region])
    if place.certainty is Certainty.LEANING and place.touches:
        other = plain(reader, _REGIONS[place.touches[0]])
        return say(reader, "portrait-leaning", region=region, other=other)
    if place.certainty is Certainty.OPEN:
        return say(reader, "portrait-open", region=region)
    return say(reader, "portrait-clear", region=region)


def _scale(position: Position | None, ends: tuple[str, str], reader: Reader) -> Rich:
    low, high = (plain(reader, end) for end in ends)
    if position is None:
        return say(reader, "portrait-scale-unknown", low=low, high=high)
    value, start, end = (f"{number:.1f}" for number in (position.mean, position.low, position.high))
    return say(reader, "portrait-scale", low=low, high=high, value=value, **{"from": start, "to": end})


def _ends(ends: tuple[str, str], reader: Reader) -> dict[str, str]:
    low, high = ends
    return {"low": plain(reader, low), "high": plain(reader, high)}


def _drawn(position: Position | None) -> dict[str, float] | None:
    if position is None:
        return None
    return {"value": position.mean, "low": position.low, "high": position.high}


def _strength(view: Portrait) -> str:
    return next(
        (_STRENGTHS[one] for one in _STRENGTHS if one in view.pattern.strengths), "portrait-strength-any"
    )


def _how(value: float) -> str:
    if value <= _RARELY:
        return "portrait-rarely"
    return "portrait-often" if value > _OFTEN else "portrait-sometimes"


SCREENS: dict[str, Draw] = {"portrait.picture": own, "portrait.none": none}
