"""What the rhythm brings is not shown while a pause or a holiday is on, though it began before."""

from collections.abc import Mapping
from typing import Any

from practices import rhythm
from practices.turn import Turn
from screens.screen import Reader
from storage.tables import CheckIn, Review
from storage.work import Work

LOOK_AGAIN = 60.0
"""Seconds until it is worth looking whether it still has to wait."""


async def must_wait(work: Work, kind: str, name: str, params: Mapping[str, Any], reader: Reader) -> bool:
    """Whether this outbox row, which would be shown for the first time, is not to be shown now."""
    if reader.shown is not None:
        return False
    row: CheckIn | Review | None = None
    prefix, _, subject = name.partition(":")
    if kind == "panel" and prefix == "checkin":
        row = await work.check_ins.get(int(subject))
    elif kind == "panel" and prefix == "review":
        row = await work.reviews.get(int(subject))
    elif name == "review.week":
        row = await work.reviews.get(int(params["id"]))
    if row is None:
        return False
    if await rhythm.pause_is_on(Turn(reader.now, work), row.couple_id):
        return True
    if isinstance(row, Review) and row.week is None:
        # One of the two asked for it.
        return False
    view = await work.rhythms.view(row.couple_id)
    return view is not None and view.on_break(reader.now)
