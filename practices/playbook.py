"""The playbook that follows from a profile: which of the suggestions fit.

A profile is turned into needs, the most telling first; each need has suggestions of its own, and what fits
everybody fills what is left. Nothing here names a style or a type.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from practices import pages
from practices.pages import Spot
from practices.quiz_profile import profile
from practices.quiz_scoring import Scored
from practices.turn import Person, Turn, to_person
from storage.playbooks import Calming, CalmView, Playbook, PlaybookView, Trial
from storage.quiz_views import REPAIR, Pattern, Profile, Region
from storage.work import Work

# As many suggestions of a kind as somebody with a racing heart can choose from.
MOST = 3
_MOST_STRENGTHS = 2

_Offers = Mapping[str, tuple[str, ...]]

_REGIONS: Mapping[Region, tuple[str, ...]] = {
    Region.SECURE: (),
    Region.ANXIOUS: ("alarm",),
    Region.AVOIDANT: ("room",),
    Region.DISORGANISED: ("torn",),
}
_SCALES: Mapping[str, str] = {
    "anxiety": "alarm",
    "avoidance": "room",
    "conflict.pursue": "pursue",
    "conflict.withdraw": "withdraw",
    "conflict.attack": "attack",
    "conflict.freeze": "freeze",
    REPAIR: "repair",
}
_EVERYBODY = "any"

_SOOTHING: _Offers = {
    "alarm": ("soothing-alarm-1", "soothing-alarm-2"),
    "room": ("soothing-room-1", "soothing-room-2"),
    "torn": ("soothing-torn-1", "soothing-torn-2"),
    "pursue": ("soothing-pursue",),
    "withdraw": ("soothing-withdraw",),
    "attack": ("soothing-attack",),
    "freeze": ("soothing-freeze",),
    _EVERYBODY: ("soothing-any-1", "soothing-any-2", "soothing-any-3"),
}
_SAY: _Offers = {
    "alarm": ("say-alarm-1", "say-alarm-2"),
    "room": ("say-room-1", "say-room-2"),
    "torn": ("say-torn-1", "say-torn-2"),
    "pursue": ("say-pursue",),
    "withdraw": ("say-withdraw",),
    "attack": ("say-attack",),
    "freeze": ("say-freeze",),
    "repair": ("say-repair",),
    _EVERYBODY: ("say-any-1", "say-any-2", "say-any-3"),
}
_HEAR: _Offers = {
    "alarm": ("hear-alarm-1", "hear-alarm-2"),
    "room": ("hear-room-1", "hear-room-2"),
    "torn": ("hear-torn-1", "hear-torn-2"),
    "pursue": ("hear-pursue",),
    "withdraw": ("hear-withdraw",),
    "attack": ("hear-attack",),
    "freeze": ("hear-freeze",),
    "repair": ("hear-repair",),
    _EVERYBODY: ("hear-any-1", "hear-any-2", "hear-any-3"),
}
_PARTNER: _Offers = {
    "alarm": ("partner-alarm-1", "partner-alarm-2"),
    "room": ("partner-room-1", "partner-room-2"),
    "torn": ("partner-torn-1", "partner-torn-2"),
    "pursue": ("partner-pursue",),
    "withdraw": ("partner-withdraw",),
    "attack": ("partner-attack",),
    "freeze": ("partner-freeze",),
    "repair": ("partner-repair",),
    _EVERYBODY: ("partner-any-1", "partner-any-2", "partner-any-3"),
}
# The quiz says them so, too.
_STRENGTHS: Mapping[str, str] = {
    "anxiety": "quiz-strong-anxiety",
    "avoidance": "quiz-strong-avoidance",
    REPAIR: "quiz-strong-repair",
    "conflict.pursue": "quiz-strong-pursue",
    "conflict.withdraw": "quiz-strong-withdraw",
    "conflict.attack": "quiz-strong-attack",
    "conflict.freeze": "quiz-strong-freeze",
}
_NO_STRENGTH = "quiz-strong-none"

_TRIALS: Mapping[str, tuple[Trial, ...]] = {
    "alarm": (Trial.SOOTHE,),
    "room": (Trial.STAY,),
    "torn": (Trial.SOOTHE, Trial.STAY),
    "pursue": (Trial.SOOTHE,),
    "withdraw": (Trial.STAY,),
    "attack": (Trial.SOFTEN,),
    "freeze": (Trial.THAW,),
    "repair": (Trial.STEP,),
}
# In a pause, what the body does counts before anything else.
_CALMING: Mapping[str, Calming] = {
    "pursue": Calming.ALARM,
    "withdraw": Calming.ROOM,
    "attack": Calming.HEAT,
    "freeze": Calming.NUMB,
    "alarm": Calming.ALARM,
    "room": Calming.ROOM,
    "torn": Calming.NUMB,
}
_STRESS_NEEDS = frozenset({"pursue", "withdraw", "attack", "freeze"})


def every_key() -> frozenset[str]:
    """The keys of all texts that a playbook may hold."""
    offers = (_SOOTHING, _SAY, _HEAR, _PARTNER)
    found = {key for offer in offers for keys in offer.values() for key in keys}
    return frozenset(found | set(_STRENGTHS.values()) | {_NO_STRENGTH})


async def show(turn: Turn, person: Person, page: str = "home", spot: Spot | None = None) -> None:
    """A page of it, by its name. Without an open private chat, the way there."""
    if not person.private_open:
        turn.reply("okay", start="playbook")
        return
    if turn.origin != to_person(person.id):
        turn.reply("calm-sent")
    await pages.show(turn, person, f"playbook.{page}", spot, id=person.id)


async def view(work: Work, items: Sequence[Scored], reader_id: int) -> PlaybookView:
    """The reader's own playbook as its screens need it, with their experiment and notes.

    `items`: those of the quiz.
    """
    playbook = playbook_of(await profile(work, items, reader_id))
    latest = await work.experiments.latest(reader_id)
    return PlaybookView(reader_id, playbook, latest, await work.experiments.notes(reader_id))


async def calm_view(work: Work, items: Sequence[Scored], reader_id: int, pause_id: int | None) -> CalmView:
    """Where Calm me begins, for the reader alone: the pause that it was opened from, and what fits them."""
    pause = await work.pauses.view(pause_id) if pause_id is not None else None
    return CalmView(reader_id, pause, playbook_of(await profile(work, items, reader_id)).calming)


def playbook_of(found: Profile | None) -> Playbook:
    """The playbook that follows from a profile; without one, what fits everybody."""
    pattern = found.pattern if found is not None else Pattern(None, (), ())
    needs = _needs(pattern)
    strengths = tuple(_STRENGTHS[scale] for scale in pattern.strengths[:_MOST_STRENGTHS])
    return Playbook(
        own=found is not None,
        strengths=(strengths or (_NO_STRENGTH,)) if found is not None else (),
        soothing=_chosen(_SOOTHING, needs),
        say=_chosen(_SAY, needs),
        hear=_chosen(_HEAR, needs),
        partner=_chosen(_PARTNER, needs),
        trials=_trials(needs),
        calming=_calming(needs),
    )


def _needs(pattern: Pattern) -> tuple[str, ...]:
    """What this pattern asks for, the most telling first."""
    region = _REGIONS[pattern.primary.region] if pattern.primary is not None else ()
    secondary = (_SCALES[scale] for scale in pattern.secondary)
    return tuple(dict.fromkeys((*region, *secondary)))


def _chosen(offers: _Offers, needs: Sequence[str]) -> tuple[str, ...]:
    """Three: the first one of each need, then their second ones, then what fits everybody."""

    def in_order() -> Iterator[str]:
        own = [offers[need] for need in needs if need in offers]
        for turn in range(MOST):
            yield from (keys[turn] for keys in own if turn < len(keys))
        yield from offers[_EVERYBODY]

    return tuple(islice(in_order(), MOST))


def _trials(needs: Sequence[str]) -> tuple[Trial, ...]:
    """One, or two to choose from where both of the two dimensions matter."""
    if {"alarm", "room"} <= set(needs):
        return _TRIALS["torn"]
    return _TRIALS[needs[0]] if needs else (Trial.THANKS,)


def _calming(needs: Sequence[str]) -> Calming | None:
    under_stress = [need for need in needs if need in _STRESS_NEEDS]
    return next((_CALMING[need] for need in (*under_stress, *needs) if need in _CALMING), None)
