"""The buttons of a pause, and what each is offered for."""

from datetime import datetime, timedelta

from screens.screen import Button, Reader, Where
from screens.words import press
from storage.views import LONGEST_PAUSE, ONLY_TOMORROW_FROM, UNDO_WINDOW, PauseView

# The shortest change of a return time.
SHORTEST_CHANGE = timedelta(minutes=20)

Rows = tuple[tuple[Button, ...], ...]


def fits(view: PauseView, now: datetime, by: timedelta) -> bool:
    """Would the return time, moved on by this much, lie within a day of the start?"""
    return max(view.return_at, now) + by <= view.started_at + LONGEST_PAUSE


def no_time_left(view: PauseView, reader: Reader) -> bool:
    """A day after the start no new time is offered: it is time to talk, or to let it rest."""
    return reader.now >= view.started_at + LONGEST_PAUSE


def only_tomorrow(view: PauseView) -> bool:
    """From the third change of the return time on, only a time tomorrow is offered."""
    return view.commitment >= ONLY_TOMORROW_FROM


def not_tonight_first(view: PauseView, reader: Reader) -> bool:
    """Whether the return, moved on a little, would fall into somebody's quiet hours."""
    then = max(view.return_at, reader.now) + SHORTEST_CHANGE
    return any(party.person.is_quiet_at(then) for party in view.parties)


def tomorrow_button(
    view: PauseView, reader: Reader, key: str = "button-tonight", *, in_place: bool = False
) -> tuple[Button, ...]:
    """To the times of tomorrow, until a day after the start. `in_place`: a page of the menu itself."""
    if no_time_left(view, reader):
        return ()
    data = f"pause:{view.id}:times:tonight" if in_place else f"pause:{view.id}:tonight"
    return (press(reader, key, data),)


def while_running(view: PauseView, reader: Reader) -> Rows:
    """Calm me, Change time; Undo while it works, in private for the caller only."""
    calm = press(reader, "button-calm", f"calm:{view.id}", style="primary")
    row = [press(reader, "button-change-time", f"pause:{view.id}:times")]
    if _undo_works(view, reader):
        row.append(press(reader, "button-undo", f"pause:{view.id}:undo"))
    if reader.where is Where.CROWD:
        return (tuple(row),)
    return ((calm,), tuple(row))


def when_nearly(view: PauseView, reader: Reader) -> Rows:
    """I'll be there; More time, Not tonight."""
    coming = press(reader, "button-coming", f"pause:{view.id}:will")
    return tuple(row for row in ((coming,), _later(view, reader)) if row)


def at_return(view: PauseView, reader: Reader) -> Rows:
    """I'm here; We're talking; More time, Not tonight. For one alone: I'm here; the times; Let it rest."""
    later = _later(view, reader)
    if view.couple_id is None:
        return tuple(row for row in ((here(view, reader),), later, (rest(view, reader),)) if row)
    if not later:
        return ((here(view, reader),), (talking(view, reader), rest(view, reader)))
    return ((here(view, reader),), (talking(view, reader),), later)


def _later(view: PauseView, reader: Reader) -> tuple[Button, ...]:
    more = () if only_tomorrow(view) else _times(view, reader, "button-more-time")
    tonight = tomorrow_button(view, reader)
    return tonight + more if not_tonight_first(view, reader) else more + tonight


def after_return(view: PauseView, reader: Reader) -> Rows:
    """We're talking (for one alone: I'm here), New time, Let it rest."""
    begin = here(view, reader) if view.couple_id is None else talking(view, reader)
    return ((begin,), (*_times(view, reader, "button-new-time"), rest(view, reader)))


def here_or_later(view: PauseView, reader: Reader) -> Rows:
    """I'm here; More time, Not tonight."""
    return ((here(view, reader),), _later(view, reader) or (rest(view, reader),))


def here(view: PauseView, reader: Reader) -> Button:
    """I'm here."""
    return press(reader, "button-here", f"pause:{view.id}:here", style="primary")


def talking(view: PauseView, reader: Reader) -> Button:
    """We're talking."""
    return press(reader, "button-talking", f"pause:{view.id}:talking")


def rest(view: PauseView, reader: Reader) -> Button:
    """Let it rest."""
    return press(reader, "button-rest", f"pause:{view.id}:rest")


def _times(view: PauseView, reader: Reader, key: str) -> tuple[Button, ...]:
    if no_time_left(view, reader):
        return ()
    return (press(reader, key, f"pause:{view.id}:times"),)


def _undo_works(view: PauseView, reader: Reader) -> bool:
    if reader.where is not Where.PRIVATE or reader.person_id is None:
        return reader.now < view.called_at + UNDO_WINDOW
    party = view.party(reader.person_id)
    return party is not None and party.called_at is not None and reader.now < party.called_at + UNDO_WINDOW
