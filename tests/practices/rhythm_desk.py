"""Ann and Ben with a rhythm, and what begins when it is due, written down instead of shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

import pytest

from bot.registry import TIMERS
from practices import rhythm, rhythm_changes, rhythm_fire
from practices.turn import Turn
from storage.rhythms import RhythmView
from storage.tables import Couple, Person, Rhythm
from tests.practices.pause_desk import Desk

USUAL = (1230, 6, 1080)


@dataclass
class Begun:
    """Check-ins (when, whose day, until when) and reviews (when, which week), as they began."""

    check_ins: list[tuple[datetime, date, datetime]] = field(default_factory=list)
    reviews: list[tuple[datetime, str]] = field(default_factory=list)
    # Whether anybody takes part in them.
    answered: bool = True

    async def check_in(self, turn: Turn, view: RhythmView, day: date, until: datetime) -> None:
        self.check_ins.append((turn.now, day, until))
        if self.answered:
            await rhythm.heard(turn, view.couple_id)

    async def review(self, turn: Turn, view: RhythmView, week: str) -> None:
        self.reviews.append((turn.now, week))


@contextmanager
def listening(monkeypatch: pytest.MonkeyPatch) -> Iterator[Begun]:
    begun = Begun()
    monkeypatch.setitem(TIMERS, "check_in", rhythm_fire.firing_check_in(begun.check_in))
    monkeypatch.setitem(TIMERS, "review", rhythm_fire.firing_review(begun.review))
    yield begun


async def live_in(desk: Desk, zone: str | None, *people: int) -> None:
    async with desk.database.work() as work:
        for person in people:
            found = await work.session.get(Person, person)
            assert found is not None
            found.zone = zone


async def propose(desk: Desk) -> None:
    async with desk.database.work() as work:
        couple = await work.session.get(Couple, desk.couple)
        assert couple is not None
        await rhythm.propose(Turn(desk.now, work), couple)


async def agree(desk: Desk, zone: str = "Europe/Berlin") -> None:
    """Proposed, and accepted by Ann; both live in this zone."""
    await live_in(desk, zone, desk.ann, desk.ben)
    await propose(desk)
    await desk.pass_time(minutes=1)
    assert await desk.act(desk.ann, rhythm_changes.accept, desk.couple, USUAL) == "rhythm-accepted"
    await desk.deliver()


async def rhythm_of(desk: Desk) -> Rhythm:
    async with desk.database.work() as work:
        found = await work.rhythms.get(desk.couple)
        assert found is not None
        return found


async def due(desk: Desk, kind: str) -> datetime | None:
    """When the couple's timer of this kind is due."""
    async with desk.database.work() as work:
        timer = await work.timers.get(rhythm.key(kind, desk.couple))
        return timer.due_at if timer is not None else None
