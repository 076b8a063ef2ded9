"""A practice that stands for the check-in until there is one: a daily timer and a scheduled row a couple."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot import registry
from content.rich import Rich
from practices.turn import Turn, to_couple
from screens.screen import Reader, Screen
from storage.lanes import Lane

KIND = "bench.checkin"


async def fire(turn: Turn, couple_id: int) -> None:
    """Ask both, and promise tomorrow's."""
    await turn.work.timers.set(
        f"{KIND}:{couple_id}",
        kind=KIND,
        subject_id=couple_id,
        lane=Lane.SCHEDULED,
        due_at=turn.now + timedelta(days=1),
    )
    turn.say(to_couple(couple_id), KIND, lane=Lane.SCHEDULED, id=couple_id)


def _draw(view: Any, reader: Reader, params: Mapping[str, Any]) -> Screen:
    return Screen(KIND, Rich("Two minutes for the two of you?"))


def register() -> None:
    """Add it to the registry of this process, as a feature's line would."""
    feature = next(each for each in registry.FEATURES if "couple" in each.panels)
    added = registry.Feature(load=feature.load, screens={KIND: _draw}, timers={KIND: fire})
    timers: Any = registry.TIMERS
    screens: Any = registry._SCREENS  # noqa: SLF001
    timers[KIND] = fire
    screens[KIND] = (added, _draw)
