"""The pause panel: which of its moments is shown to this reader now, and how it reads."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from content.rich import Rich
from screens.pause_buttons import Rows, after_return, at_return, no_time_left, when_nearly, while_running
from screens.pause_said import SCREENS
from screens.screen import Reader, Screen, Where
from screens.words import in_order, mentioned, moment, named, pause_button, press, say
from storage.views import Outcome, PauseState, PauseView, PersonView

__all__ = ["SCREENS", "panel"]

NEARLY = timedelta(minutes=5)
# Delivered later than this after the return time, the return screen would no longer be true.
PUNCTUAL = timedelta(seconds=60)
_SETTLING = timedelta(minutes=20)

# Where others read, only the ✋, a change of time, the return and the end are seen.
_NOT_FOR_CROWDS = frozenset({"nearly", "open"})

_ENDS = {
    Outcome.BOTH_BACK: "back",
    Outcome.TALKING: "talking",
    Outcome.RESTED: "rested",
    Outcome.FADED: "faded",
    Outcome.UNDONE: "undone",
    Outcome.REPLACED: "replaced",
}


def panel(view: PauseView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The pause as this reader sees it now; None when there is nothing to show any more."""
    name = _moment(view, reader) if view else None
    if view is None or name is None:
        return None
    if reader.where is Where.CROWD and name in _NOT_FOR_CROWDS:
        return None
    write, rows, report = _MOMENTS[name]
    return Screen(name, write(view, reader), rows(view, reader), report=report, commitment=view.commitment)


def _moment(view: PauseView, reader: Reader) -> str | None:
    if view.state is PauseState.CLOSED:
        return _ENDS.get(view.outcome) if view.outcome else None
    if view.state is PauseState.RUNNING:
        return _running(view, reader)
    return _due(view, reader) if view.state is PauseState.DUE else _open(view, reader)


def _shown(view: PauseView, reader: Reader) -> str | None:
    """What is shown here, unless it is about an earlier time: a return stands for no later one."""
    return reader.shown if reader.commitment in (None, view.commitment) else ""


def _running(view: PauseView, reader: Reader) -> str | None:
    if reader.now >= view.return_at:
        # What was to be said before has been overtaken: the return's turn is due, and shows itself.
        return None
    shown = _shown(view, reader)
    if not reader.anew and shown in {"pause", "nearly"}:
        return shown
    return "nearly" if view.return_at - NEARLY <= reader.now else "pause"


def _due(view: PauseView, reader: Reader) -> str:
    shown = _shown(view, reader)
    if shown == "outage" and not reader.anew:
        return "outage"
    late = reader.now > view.return_at + PUNCTUAL
    return "outage" if late and shown != "return" and not _brought_back(view, reader) else "return"


def _open(view: PauseView, reader: Reader) -> str:
    if _brought_back(view, reader):
        return "open"
    shown = _shown(view, reader)
    if shown not in {"return", "outage", "open"}:
        return "outage"
    return "open" if reader.anew else shown


def _brought_back(view: PauseView, reader: Reader) -> bool:
    """Its return was said: here, before a newer pause that was undone, or where they were reached then."""
    return _shown(view, reader) in {None, "replaced"} and view.return_said


def _pause_text(view: PauseView, reader: Reader) -> Rich:
    time = moment(reader, view.return_at)
    if reader.where is Where.CROWD:
        return say(reader, "pause-panel-crowd", commitment=view.commitment, time=time)
    if view.couple_id is None:
        return say(reader, "pause-panel-alone", commitment=view.commitment, time=time)
    called = len(_called(view))
    callers = view.callers
    if len(callers) != 1:
        return say(reader, "pause-panel-both", commitment=view.commitment, time=time, called=called)
    if reader.where is Where.PRIVATE and callers[0].person.id == reader.person_id:
        return say(reader, "pause-panel-own", commitment=view.commitment, time=time, called=called)
    name = named(callers[0].person)
    return say(reader, "pause-panel", commitment=view.commitment, time=time, called=called, name=name)


def _nearly_text(view: PauseView, reader: Reader) -> Rich:
    if reader.where is Where.CROWD:
        return _pause_text(view, reader)
    key = "pause-nearly-last" if no_time_left(view, reader) else "pause-nearly"
    return say(reader, key, time=moment(reader, view.return_at))


def _return_text(view: PauseView, reader: Reader) -> Rich:
    time = moment(reader, view.return_at)
    if no_time_left(view, reader):
        return say(reader, "pause-return-last", time=time)
    if reader.where is Where.CROWD:
        return say(reader, "pause-return-crowd", time=time)
    called = _called(view)
    if len(called) == 2:
        return say(reader, "pause-return", time=time, first=mentioned(called[0]), second=mentioned(called[1]))
    own = view.party(reader.person_id) if reader.person_id else None
    person = own.person if own else (called or (view.parties[0].person,))[0]
    return say(reader, "pause-return-alone", time=time, name=mentioned(person))


def _outage_text(view: PauseView, reader: Reader) -> Rich:
    key = "pause-outage-last" if no_time_left(view, reader) else "pause-outage"
    return say(reader, key, time=moment(reader, view.return_at), now=moment(reader, reader.now))


def _back_text(view: PauseView, reader: Reader) -> Rich:
    if reader.where is Where.CROWD:
        return say(reader, "pause-over-crowd")
    alone = view.couple_id is None
    if _ended_early(view):
        return say(reader, "pause-back-alone-early" if alone else "pause-back-early")
    return say(reader, "pause-back-alone" if alone else "pause-back")


def _talking_text(view: PauseView, reader: Reader) -> Rich:
    if reader.where is Where.CROWD:
        return say(reader, "pause-over-crowd")
    # Whoever came back while the other can't be reached talks to nobody here.
    return say(reader, "pause-talking" if len(_called(view)) == 2 else "pause-back-alone")


def _undone_text(view: PauseView, reader: Reader) -> Rich:
    undoer = view.party(view.undone_by) if view.undone_by else None
    own = reader.where is Where.PRIVATE and view.undone_by == reader.person_id
    if undoer is None or own or view.couple_id is None or reader.where is Where.CROWD:
        return say(reader, "pause-undone-alone")
    return say(reader, "pause-undone", name=named(undoer.person))


def _words(pair: str, alone: str, crowd: str) -> Callable[[PauseView, Reader], Rich]:
    """One text for the two, one for a person alone, one for a chat with others in it."""

    def write(view: PauseView, reader: Reader) -> Rich:
        if reader.where is Where.CROWD:
            return say(reader, crowd)
        return say(reader, alone if view.couple_id is None else pair)

    return write


def _open_text(view: PauseView, reader: Reader) -> Rich:
    if no_time_left(view, reader):
        return say(reader, "pause-open-last")
    return _words("pause-open", "pause-open-alone", "pause-open")(view, reader)


def _called(view: PauseView) -> tuple[PersonView, ...]:
    """Whom the bot can call at the return time."""
    return in_order(party.person for party in view.parties if party.person.id not in view.unreachable)


def _ended_early(view: PauseView) -> bool:
    closed = view.closed_at
    return closed is not None and closed < view.return_at and closed - view.started_at < _SETTLING


def _pause_and_phrases(view: PauseView, reader: Reader) -> Rows:
    if reader.where is Where.CROWD:
        return ((pause_button(reader),),)
    return ((pause_button(reader), press(reader, "button-phrases", "phrases:returning")),)


def _none(view: PauseView, reader: Reader) -> Rows:
    return ()


# Of each moment: its text, its buttons, and whether the practice learns of its delivery.
_MOMENTS: dict[str, tuple[Callable[[PauseView, Reader], Rich], Callable[[PauseView, Reader], Rows], bool]] = {
    "pause": (_pause_text, while_running, False),
    "nearly": (_nearly_text, when_nearly, False),
    "return": (_return_text, at_return, True),
    "outage": (_outage_text, after_return, True),
    "open": (_open_text, after_return, False),
    "back": (_back_text, _pause_and_phrases, False),
    "talking": (_talking_text, _none, False),
    "rested": (_words("pause-rested", "pause-rested-alone", "pause-over-crowd"), _none, False),
    "faded": (_words("pause-faded", "pause-faded", "pause-over-crowd"), _none, False),
    "undone": (_undone_text, _none, False),
    "replaced": (_words("pause-replaced", "pause-replaced", "pause-replaced"), _none, False),
}
