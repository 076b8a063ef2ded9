"""An attempt at each item, and results that between them say everything a result can say."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import product

from content.quiz import quiz_items
from practices.quiz_pattern import pattern
from practices.quiz_scoring import then_and_now
from storage.quiz_views import Profile, Result
from storage.quizzes import AttemptView
from tests.practices.quiz_sheet import result

THEN = datetime(2026, 2, 1, 13, 20, tzinfo=UTC)
LONG_ID = 2**62 - 1
# Answers that lie close together, and answers that lie apart: narrow and wide bands.
Values = Sequence[int | None]
LOW: Values = [2] * 8
MIDDLE: Values = [1, 2, 3, 4, 4, 5, 6, 7]
HIGH: Values = [6] * 8
FEW: Values = [4] * 5 + [None] * 3
CHANGED = ((LOW, HIGH), (HIGH, LOW), (MIDDLE, MIDDLE), (FEW, LOW))


def attempts(reader_id: int) -> Iterator[AttemptView]:
    """At each item, unanswered and answered."""
    for number, item in enumerate(quiz_items(), 1):
        yield AttemptView(LONG_ID, reader_id, number, {})
        yield AttemptView(LONG_ID, reader_id, number, {item.id: 1 + number % 7}, has_result=True)


def profiles(reader_id: int) -> Iterator[Profile]:
    """Every region, clear, leaning and open; every strength and secondary area; then and now."""
    for anxiety, avoidance in product((LOW, MIDDLE, HIGH, FEW), repeat=2):
        yield profile(reader_id, result(anxiety=anxiety, avoidance=avoidance))
    for bars in ([1, 1], [4, 4], [7, 7], [4, None]):
        yield profile(
            reader_id,
            result(
                anxiety=LOW,
                avoidance=LOW,
                conflict_pursue=bars,
                conflict_withdraw=bars,
                conflict_attack=bars,
                conflict_freeze=bars,
                repair=[*bars, *bars],
            ),
        )
    yield profile(reader_id, result(anxiety=[4] * 8, avoidance=[4] * 8))
    for before, now in CHANGED:
        earlier, later = (result(anxiety=values, avoidance=values) for values in (before, now))
        yield profile(reader_id, later, earlier)


def profile(reader_id: int, later: Result, earlier: Result | None = None) -> Profile:
    """What these results amount to, four weeks apart."""
    return Profile(
        reader_id,
        LONG_ID,
        THEN + timedelta(weeks=4),
        later,
        pattern(later),
        THEN if earlier else None,
        then_and_now(earlier, later) if earlier else None,
    )
