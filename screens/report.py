"""The report: what one person takes along from the quiz, on a few pages, for nobody else."""

from collections.abc import Mapping, Sequence
from typing import Any

from screens.portrait import bars_in_words
from screens.quiz_result import BANDS, STRENGTHS, TENDS
from screens.screen import Document, Draw, Reader, Screen
from screens.words import named, plain, press, say
from storage.playbooks import Playbook, trial_key
from storage.quiz_views import MIDDLE, STRESS, Certainty, Place, Position, Profile, Region
from storage.share_views import Move, OwnProfile

_STING = {
    Region.SECURE: "report-sting-secure",
    Region.ANXIOUS: "report-sting-anxious",
    Region.AVOIDANT: "report-sting-avoidant",
    Region.DISORGANISED: "report-sting-disorganised",
}
_PULL = {
    Move.PURSUE: "report-pull-pursue",
    Move.WITHDRAW: "report-pull-withdraw",
    Move.ATTACK: "report-pull-attack",
    Move.FREEZE: "report-pull-freeze",
    Move.STEADY: "report-pull-steady",
}
# So many fit on the first page beside all else.
_STRENGTHS_AT_MOST = 2
# What a picture or a page cannot show: the sign of a pause.
_PAUSE_SIGN = "✋"
# What the two fill in by hand, with so many lines each.
_FIELDS = (
    ("report-field-sign", 3),
    ("report-field-you", 3),
    ("report-field-me", 3),
    ("report-field-try", 2),
)


def file(view: OwnProfile | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`report.file`: the pages, and a line that says what they are."""
    if view is None or view.profile.reader_id != reader.person_id:
        return None
    rows = ((press(reader, "button-quiz-result", "quiz:result"),),)
    document = Document("report", data(view, reader), name="backsoon")
    return Screen("report.file", say(reader, "report-caption"), rows, document=document)


def data(view: OwnProfile, reader: Reader) -> dict[str, Any]:
    """What the pages show."""
    return {
        "language": reader.languages[0],
        "title": plain(reader, "report-title"),
        "under": "{name}",
        "names": {"name": [named(view.author), ""]},
        "foot": plain(reader, "report-foot"),
        "profile": _profile(view.profile, reader),
        "hard": _hard(view, reader),
        **_playbook(view.playbook, reader),
        "together": {
            "title": plain(reader, "report-together"),
            "text": [plain(reader, "report-together-intro")],
            "fields": [{"label": plain(reader, key), "lines": lines} for key, lines in _FIELDS],
        },
    }


def _is_told(place: Place) -> bool:
    """Whether one region is described: a band over all four says too little about any."""
    return place.certainty is not Certainty.OPEN


def _profile(profile: Profile, reader: Reader) -> dict[str, Any]:
    result, primary = profile.result, profile.pattern.primary
    text = [plain(reader, TENDS[primary.region])] if primary and _is_told(primary) else []
    for scale, position in (("anxiety", result.anxiety), ("avoidance", result.avoidance)):
        if position is not None:
            text.append(plain(reader, _band(scale, position)))
    bars = bars_in_words(result.bar, reader)
    if bars is not None:
        text.append(plain(reader, "report-stress", bars=bars))
    if result.unsure:
        text.append(plain(reader, "quiz-unsure"))
    strengths = [plain(reader, STRENGTHS[scale]) for scale in profile.pattern.strengths[:_STRENGTHS_AT_MOST]]
    return {
        "title": plain(reader, "report-profile"),
        "text": text,
        "scales": [
            _scale(reader, "quiz-scale-anxiety", ("portrait-up-low", "portrait-up-high"), result.anxiety),
            _scale(
                reader,
                "quiz-scale-avoidance",
                ("portrait-across-low", "portrait-across-high"),
                result.avoidance,
            ),
            _scale(reader, "quiz-scale-repair", ("report-repair-low", "report-repair-high"), result.repair),
        ],
        "missing": plain(reader, "quiz-scale-missing"),
        "strengths": {
            "title": plain(reader, "quiz-strong"),
            "items": strengths or [plain(reader, "quiz-strong-none")],
        },
    }


def _band(scale: str, position: Position) -> str:
    low, middle, high = BANDS[scale]
    return low if position.high <= MIDDLE else high if position.low > MIDDLE else middle


def _scale(
    reader: Reader, label: str, ends: tuple[str, str], value: Position | float | None
) -> dict[str, Any]:
    """One scale as the template takes it; a bar has no band."""
    low, high = ends
    drawn: dict[str, Any] = {
        "label": plain(reader, label),
        "low": plain(reader, low),
        "high": plain(reader, high),
    }
    if isinstance(value, Position):
        return {**drawn, "value": value.mean, "from": value.low, "to": value.high}
    return {**drawn, "value": value, "from": value, "to": value}


def _hard(view: OwnProfile, reader: Reader) -> dict[str, Any]:
    primary = view.profile.pattern.primary
    steps = (
        ("report-sting", _STING[primary.region] if primary and _is_told(primary) else "report-sting-any"),
        ("report-pull", _pull(view)),
        ("report-back", _back(view.profile.result.repair)),
    )
    return {
        "title": plain(reader, "report-hard"),
        "text": [plain(reader, "report-hard-intro")],
        "steps": [{"title": plain(reader, title), "text": plain(reader, text)} for title, text in steps],
    }


def _pull(view: OwnProfile) -> str:
    """Nobody is told that they keep calm out of answers that they did not give."""
    known = all(view.profile.result.bar(scale) is not None for scale in STRESS)
    return _PULL[view.move] if known or view.move is not Move.STEADY else "report-pull-any"


def _back(repair: float | None) -> str:
    if repair is None or repair == MIDDLE:
        return "report-back-any"
    return "report-back-easy" if repair > MIDDLE else "report-back-hard"


def _playbook(playbook: Playbook, reader: Reader) -> dict[str, Any]:
    def part(title: str, keys: Sequence[str]) -> dict[str, Any]:
        return {"title": plain(reader, title), "items": [_on_paper(reader, key) for key in keys]}

    trials = [_on_paper(reader, trial_key(trial)) for trial in playbook.trials]
    return {
        "playbook": {
            "title": plain(reader, "report-playbook"),
            "soothing": part("report-soothing", playbook.soothing),
            "experiment": {"title": plain(reader, "report-trial"), "text": "\n".join(trials)},
            "partner": part("report-partner", playbook.partner),
        },
        "phrases": {
            "title": plain(reader, "report-phrases"),
            "say": part("report-say", playbook.say),
            "hear": part("report-hear", playbook.hear),
        },
    }


def _on_paper(reader: Reader, key: str) -> str:
    """A text without the sign that the fonts of a page lack: its word stands there instead."""
    return plain(reader, key).replace(_PAUSE_SIGN, f"“{plain(reader, 'button-pause')}”")


SCREENS: dict[str, Draw] = {"report.file": file}
