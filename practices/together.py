"""The cycle of two people under stress, out of both stress patterns; pure. It has no culprit and no first."""

from collections.abc import Mapping

from practices.quiz_pattern import stress_patterns
from storage.quiz_views import Result
from storage.share_views import Cycle, Move, Round

_MOVES: Mapping[str, Move] = {
    "conflict.pursue": Move.PURSUE,
    "conflict.withdraw": Move.WITHDRAW,
    "conflict.attack": Move.ATTACK,
    "conflict.freeze": Move.FREEZE,
}
# Towards the other, in whichever tone; the rest goes away from them.
_FORWARD = frozenset({Move.PURSUE, Move.ATTACK})
# A bar is the mean of two answers: half a point is one step of one answer.
_ABOUT_AS_STRONG = 0.5


def cycle(first: Result, second: Result) -> Cycle:
    """What the two do to each other when it gets tense. Only the four stress bars are read."""
    moves = move_of(first), move_of(second)
    return Cycle(_round(*moves), moves, (_besides(first), _besides(second)))


def move_of(result: Result) -> Move:
    """What stands out of a stress pattern."""
    strongest = stress_patterns(result)
    return _MOVES[strongest[0]] if strongest else Move.STEADY


def _besides(result: Result) -> Move | None:
    strongest = stress_patterns(result)
    if len(strongest) < 2:
        return None
    most, next_one = (result.bar(scale) or 0.0 for scale in strongest[:2])
    return _MOVES[strongest[1]] if most - next_one <= _ABOUT_AS_STRONG else None


def _round(one: Move, other: Move) -> Round:
    if one is Move.STEADY or other is Move.STEADY:
        return Round.CALM if one is other else Round.ONE
    forward = (one in _FORWARD) + (other in _FORWARD)
    return (Round.SILENCE, Round.CHASE, Round.CLASH)[forward]
