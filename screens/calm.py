"""Calm me, in private: what to begin with, the breathing circle, the body scan, small ideas."""

from collections.abc import Mapping
from typing import Any

from content.markup import join
from content.rich import Rich
from screens.screen import Button, Draw, Reader, Screen
from screens.words import moment, plain, press, say
from storage.playbooks import Calming, CalmView
from storage.views import PauseState

_Rows = tuple[tuple[Button, ...], ...]

# One line of what fits, for whoever has a profile.
_FITS: Mapping[Calming, str] = {
    Calming.ALARM: "calm-fits-alarm",
    Calming.ROOM: "calm-fits-room",
    Calming.HEAT: "calm-fits-heat",
    Calming.NUMB: "calm-fits-numb",
}
BREATHING = "breathing.gif"
SCAN = (
    "calm-scan-1",
    "calm-scan-2",
    "calm-scan-3",
    "calm-scan-4",
    "calm-scan-5",
    "calm-scan-6",
    "calm-scan-7",
    "calm-scan-8",
    "calm-scan-9",
    "calm-scan-10",
)


def home(view: CalmView | None, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Where it begins: other words for the caller, for the one who waits, and without a running pause.

    For whoever has a profile, what fits them is said in a line and offered first.
    """
    own = view if view is not None and view.reader_id == reader.person_id else None
    pause = pause_of(params)
    rows: _Rows = (
        _first_offers(own, reader, pause),
        (press(reader, "button-helps", f"calm:{pause}:list"), press(reader, "button-more-help", "help:home")),
    )
    return Screen("calm.home", _greeting(own, reader), rows)


def _first_offers(view: CalmView | None, reader: Reader, pause: int) -> tuple[Button, ...]:
    """Breathing and the body scan, unless something else fits better than one of them."""
    breathe_ = ("button-breathe", f"calm:{pause}:breathe")
    scan_ = ("button-scan", f"calm:{pause}:scan:1")
    match view.calming if view is not None else None:
        case Calming.ROOM:
            first, second = ("button-walk", f"calm:{pause}:walk"), breathe_
        case Calming.HEAT:
            first, second = ("button-water", f"calm:{pause}:water"), breathe_
        case Calming.NUMB:
            first, second = scan_, breathe_
        case _:
            first, second = breathe_, scan_
    return press(reader, *first, style="primary"), press(reader, *second)


def _greeting(view: CalmView | None, reader: Reader) -> Rich:
    fits = plain(reader, _FITS[view.calming]) if view is not None and view.calming is not None else None
    pause = view.pause if view is not None else None
    own = pause.party(reader.person_id) if pause is not None and reader.person_id is not None else None
    running = pause is not None and pause.state is PauseState.RUNNING and reader.now < pause.return_at
    if pause is None or own is None or not running:
        return say(reader, "calm-home") if fits is None else say(reader, "calm-own", fits=fits)
    time = moment(reader, pause.return_at)
    if own.called_at is None and pause.couple_id is not None:
        if fits is None:
            return say(reader, "calm-home-waiting", time=time)
        return say(reader, "calm-own-waiting", fits=fits, time=time)
    if fits is None:
        return say(reader, "calm-home-caller", time=time)
    return say(reader, "calm-own-caller", fits=fits, time=time)


def breathe(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """The circle that grows and shrinks."""
    rows: _Rows = ((press(reader, "button-scan", f"calm:{pause_of(params)}:scan:1"), back(reader, params)),)
    return Screen("calm.breathe", say(reader, "calm-breathe"), rows, animation=BREATHING)


def scan(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """One place of the body, the `step`-th of ten; only a tap moves it on."""
    step, pause = int(params["step"]), pause_of(params)
    text = join([say(reader, SCAN[step - 1]), Rich(f"{step}/{len(SCAN)}")], "\n")
    if step == len(SCAN):
        return Screen("calm.scan", text, ((press(reader, "button-done", f"calm:{pause}"),),))
    move = press(reader, "button-next", f"calm:{pause}:scan:{step + 1}", style="primary")
    rows: _Rows = ((move, press(reader, "button-stop", f"calm:{pause}")),)
    if step == 1:
        rows = (*rows, (press(reader, "button-all-ten", f"calm:{pause}:all"),))
    return Screen("calm.scan", text, rows)


def scan_all(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """All ten at once, for a phone that is then put down."""
    lines = join([say(reader, key) for key in SCAN], "\n")
    text = join([say(reader, "calm-scan-all"), lines], "\n\n")
    return Screen("calm.all", text, ((back(reader, params),),))


def walk(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """An idea."""
    return _idea("calm.walk", say(reader, "calm-walk"), reader, params)


def water(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """An idea."""
    return _idea("calm.water", say(reader, "calm-water"), reader, params)


def music(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """An idea."""
    return _idea("calm.music", say(reader, "calm-music"), reader, params)


def leave(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """What to leave alone for now."""
    return _idea("calm.leave", say(reader, "calm-leave"), reader, params)


def _idea(name: str, text: Rich, reader: Reader, params: Mapping[str, Any]) -> Screen:
    return Screen(name, text, ((press(reader, "button-back", f"calm:{pause_of(params)}:list"),),))


def state(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """How is the body now? Nothing of the answer is kept."""
    pause = pause_of(params)
    rows: _Rows = (
        (
            press(reader, "button-racing", f"calm:{pause}:racing"),
            press(reader, "button-far", f"calm:{pause}:far"),
        ),
        (
            press(reader, "button-settled", f"calm:{pause}:settled"),
            press(reader, "button-back", f"calm:{pause}:list"),
        ),
    )
    return Screen("calm.state", say(reader, "calm-state"), rows)


def racing(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """An alarm: name it, then breathe."""
    on = press(reader, "button-breathe", f"calm:{pause_of(params)}:breathe", style="primary")
    return Screen("calm.racing", say(reader, "calm-state-racing"), ((on, back(reader, params)),))


def far(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Numb: back into the body."""
    on = press(reader, "button-scan", f"calm:{pause_of(params)}:scan:1", style="primary")
    return Screen("calm.far", say(reader, "calm-state-far"), ((on, back(reader, params)),))


def settled(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Calmer: words are near."""
    on = press(reader, "button-phrases", "phrases:returning", style="primary")
    return Screen("calm.settled", say(reader, "calm-state-settled"), ((on, back(reader, params)),))


def back(reader: Reader, params: Mapping[str, Any]) -> Button:
    """Back to where it begins."""
    return press(reader, "button-back", f"calm:{pause_of(params)}")


def pause_of(params: Mapping[str, Any]) -> int:
    """The pause that it was opened from; 0: from none."""
    return int(params.get("pause", 0))


OWN_SCREENS: dict[str, Draw] = {"calm.home": home}
SCREENS: dict[str, Draw] = {
    "calm.breathe": breathe,
    "calm.scan": scan,
    "calm.all": scan_all,
    "calm.walk": walk,
    "calm.water": water,
    "calm.music": music,
    "calm.leave": leave,
    "calm.state": state,
    "calm.racing": racing,
    "calm.far": far,
    "calm.settled": settled,
}
