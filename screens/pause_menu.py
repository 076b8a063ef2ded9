"""The personal menu of times: one button, the rest behind it. Times on buttons are its one reader's own."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from screens.pause_buttons import fits, here, not_tonight_first, only_tomorrow, rest, talking, tomorrow_button
from screens.screen import Button, Draw, Reader, Screen
from screens.words import press, say
from storage.local_time import local
from storage.views import PauseState, PauseView

_Row = tuple[Button, ...]
_MINUTE = 60


def times(view: PauseView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`page`: first, more, today, tonight; `choices`: instants of the last two, minutes since the epoch."""
    if view is None or view.state is PauseState.CLOSED:
        return None
    page = params.get("page", "first")
    if page in ("today", "tonight"):
        return _clock_page(view, reader, page, params.get("choices", ()))
    rows = _more_page(view, reader) if page == "more" else _first_page(view, reader)
    return Screen("pause.times", say(reader, _heading(view, reader)), tuple(row for row in rows if row))


def _heading(view: PauseView, reader: Reader) -> str:
    if not tomorrow_button(view, reader):
        return "pause-times-full"
    if only_tomorrow(view):
        return "pause-times-tomorrow"
    return "pause-times" if view.couple_id else "pause-times-alone"


def _first_page(view: PauseView, reader: Reader) -> list[_Row]:
    longer: list[_Row] = [_plus(view, reader, 20)] if not only_tomorrow(view) else []
    if longer and fits(view, reader.now, timedelta(minutes=40)):
        longer.append((press(reader, "button-longer", f"pause:{view.id}:times:more"),))
    tonight = tomorrow_button(view, reader, "button-tonight", in_place=True)
    rows = [tonight, *longer] if not_tonight_first(view, reader) else [*longer, tonight]
    own = view.party(reader.person_id) if reader.person_id else None
    if view.state is PauseState.RUNNING:
        if own is None or own.here_at is None:
            rows.append((press(reader, "button-here-already", f"pause:{view.id}:here"),))
    elif not any(rows):
        begin = here if view.couple_id is None else talking
        rows.append((begin(view, reader), rest(view, reader)))
    return rows


def _more_page(view: PauseView, reader: Reader) -> list[_Row]:
    today = press(reader, "button-today", f"pause:{view.id}:times:today")
    tomorrow = tomorrow_button(view, reader, "button-tomorrow", in_place=True)
    return [_plus(view, reader, 40) + _plus(view, reader, 60), (today, *tomorrow), (_back(view, reader),)]


def _clock_page(view: PauseView, reader: Reader, page: str, choices: Any) -> Screen:
    instants = [datetime.fromtimestamp(int(minutes) * _MINUTE, UTC) for minutes in choices]
    buttons = tuple(
        press(
            reader,
            "button-at",
            f"pause:{view.id}:{view.commitment}:at:{int(instant.timestamp()) // _MINUTE}",
            clock=_clock(instant, reader),
        )
        for instant in instants
    )
    heading = "pause-times-today" if page == "today" else "pause-times-tomorrow"
    if not buttons:
        heading = "pause-times-late"
    rows = tuple(row for row in (buttons, (_back(view, reader),)) if row)
    return Screen("pause.times", say(reader, heading), rows)


def _clock(instant: datetime, reader: Reader) -> str:
    shown = local(instant, reader.zone) if reader.zone else instant.astimezone(UTC)
    return f"{shown.hour}:{shown.minute:02}"


def _back(view: PauseView, reader: Reader) -> Button:
    return press(reader, "button-back", f"pause:{view.id}:times:first")


def _plus(view: PauseView, reader: Reader, minutes: int) -> _Row:
    if not fits(view, reader.now, timedelta(minutes=minutes)):
        return ()
    data = f"pause:{view.id}:{view.commitment}:plus:{minutes}"
    return (press(reader, "button-plus", data, minutes=minutes),)


MENU: dict[str, Draw] = {"pause.times": times}
