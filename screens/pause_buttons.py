"""The buttons of a pause, and what each is offered for."""

from datetime import datetime, timedelta

from screens.screen import Button, Reader, Where
from screens.words import press
from storage.views import UNDO_WINDOW, PauseView

# The longest pause, from its start; the shortest change of its time.
LONGEST = timedelta(hours=24)
SHORTEST_CHANGE = timedelta(minutes=20)

Rows = tuple[tuple[Button, ...], ...]


def fits(view: PauseView, now: datetime, by: timedelta) -> bool:
    """Would the return time, moved on by this much, lie within a day of the start?"""
    return max(view.return_at, now) + by <= view.started_at + LONGEST


def while_running(view: PauseView, reader: Reader) -> Rows:
    """Change time; Undo while it works, in private for the caller only."""
    row = [press(reader, "button-change-time", f"pause:{view.id}:times")]
    if _undo_works(view, reader):
        row.append(press(reader, "button-undo", f"pause:{view.id}:undo"))
    return (tuple(row),)


def when_nearly(view: PauseView, reader: Reader) -> Rows:
    """I'll be there, More time."""
    coming = press(reader, "button-coming", f"pause:{view.id}:will")
    return ((coming, *_times(view, reader, "button-more-time")),)


def at_return(view: PauseView, reader: Reader) -> Rows:
    """I'm here; We're talking, More time. For one alone: I'm here; More time, Let it rest."""
    more = _times(view, reader, "button-more-time")
    if view.couple_id is None:
        return ((here(view, reader),), (*more, rest(view, reader)))
    return ((here(view, reader),), (talking(view, reader), *more))


def after_return(view: PauseView, reader: Reader) -> Rows:
    """We're talking (for one alone: I'm here), New time, Let it rest."""
    begin = here(view, reader) if view.couple_id is None else talking(view, reader)
    return ((begin,), (*_times(view, reader, "button-new-time"), rest(view, reader)))


def here_or_later(view: PauseView, reader: Reader) -> Rows:
    """I'm here, More time."""
    return ((here(view, reader), *_times(view, reader, "button-more-time")),)


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
    if not fits(view, reader.now, SHORTEST_CHANGE):
        return ()
    return (press(reader, key, f"pause:{view.id}:times"),)


def _undo_works(view: PauseView, reader: Reader) -> bool:
    if reader.where is not Where.PRIVATE or reader.person_id is None:
        return reader.now < view.called_at + UNDO_WINDOW
    party = view.party(reader.person_id)
    return party is not None and party.called_at is not None and reader.now < party.called_at + UNDO_WINDOW
