"""From a quiz's answers to positions, bands and bars; pure. docs/quiz.md explains why it is so.

Answers run from 1 to 7; of a reversed item, 8 minus the answer counts. The two dimensions, anxiety and
avoidance, get a position with a band; the stress patterns and repair are plain bars. Nothing here compares
with other people.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import hypot, sqrt
from statistics import fmean, median, variance
from typing import Protocol

from storage.quiz_views import (
    DIMENSIONS,
    HIGHEST,
    LOWEST,
    REPAIR,
    STRESS,
    Change,
    Position,
    Result,
    ThenAndNow,
)

# The fewest answers that a scale needs.
NEEDED = dict.fromkeys(DIMENSIONS, 6) | dict.fromkeys(STRESS, 2) | {REPAIR: 3}

BAND_ERRORS = 1.96
NARROWEST_HALF_BAND = 0.3
SMALLEST_ERROR = NARROWEST_HALF_BAND / BAND_ERRORS
UNSURE_FACTOR = 1.5
EVEN_TENTHS = 9
HASTY_SECONDS = 1.5
# Combined standard errors, by the answers of both attempts less two: 97.5 % of Student's t.
BEYOND_CHANCE = {10: 2.23, 11: 2.21, 12: 2.18, 13: 2.17, 14: 2.15}


class Scored(Protocol):
    """An item as the scoring sees it."""

    @property
    def id(self) -> str: ...
    @property
    def scale(self) -> str: ...
    @property
    def reversed(self) -> bool: ...


def score(items: Iterable[Scored], answers: Mapping[str, int | None], seconds: Mapping[str, float]) -> Result:
    """Score one attempt.

    `answers`: item id to 1–7, None or absent for a skipped item; `seconds`: item id to the time that its
    answer took, absent where it is not known. Raises ValueError for an answer out of bounds or to no item.
    """
    known = {item.id: item for item in items}
    given = {item_id: answer for item_id, answer in answers.items() if answer is not None}
    for item_id, answer in given.items():
        if item_id not in known or not LOWEST <= answer <= HIGHEST:
            raise ValueError("an answer out of bounds, or to no item")
    even = _is_even(list(given.values()))
    hasty = _is_hasty([seconds[item_id] for item_id in given if item_id in seconds])
    values: dict[str, list[int]] = {scale: [] for scale in NEEDED}
    for item_id, answer in given.items():
        item = known[item_id]
        values[item.scale].append(LOWEST + HIGHEST - answer if item.reversed else answer)
    anxiety, avoidance = (_position(values[scale], unsure=even or hasty) for scale in DIMENSIONS)
    pursue, withdraw, attack, freeze, repair = (_bar(values[scale], scale) for scale in (*STRESS, REPAIR))
    return Result(anxiety, avoidance, pursue, withdraw, attack, freeze, repair, even, hasty)


def compare(earlier: Position, later: Position) -> Change:
    """The same dimension in two attempts of one person."""
    freedom = earlier.answered + later.answered - 2
    difference = later.mean - earlier.mean
    beyond = abs(difference) > BEYOND_CHANCE[freedom] * hypot(earlier.error, later.error)
    return Change(earlier.mean, later.mean, difference, beyond)


def then_and_now(earlier: Result, later: Result) -> ThenAndNow:
    """Two attempts of one person, the two dimensions alone: pairs of items carry no comparison."""
    return ThenAndNow(_change(earlier.anxiety, later.anxiety), _change(earlier.avoidance, later.avoidance))


def _change(earlier: Position | None, later: Position | None) -> Change | None:
    return compare(earlier, later) if earlier and later else None


def _position(values: Sequence[int], *, unsure: bool) -> Position | None:
    if len(values) < NEEDED["anxiety"]:
        return None
    factor = UNSURE_FACTOR if unsure else 1.0
    error = max(sqrt(variance(values) / len(values)), SMALLEST_ERROR) * factor
    return Position(fmean(values), error, max(BAND_ERRORS * error, NARROWEST_HALF_BAND * factor), len(values))


def _bar(values: Sequence[int], scale: str) -> float | None:
    return fmean(values) if len(values) >= NEEDED[scale] else None


def _is_even(answers: Sequence[int]) -> bool:
    """Nine in ten the same. Fewer answers than a dimension needs say nothing about that."""
    if len(answers) < NEEDED["anxiety"]:
        return False
    return 10 * max(Counter(answers).values()) >= EVEN_TENTHS * len(answers)


def _is_hasty(seconds: Sequence[float]) -> bool:
    return bool(seconds) and median(seconds) < HASTY_SECONDS
