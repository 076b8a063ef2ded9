"""Which cycle follows from two stress patterns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.together import cycle
from storage.quiz_views import Result
from storage.share_views import Move, Round


def bars(pursue: float | None, withdraw: float | None, attack: float | None, freeze: float | None) -> Result:
    return Result(None, None, pursue, withdraw, attack, freeze, None, even=False, hasty=False)


PURSUE, WITHDRAW = bars(6, 2, 3, 1), bars(2, 6, 1, 3)
ATTACK, FREEZE, STEADY = bars(3, 1, 6.5, 2), bars(1, 3, 2, 5), bars(4, 4, 2, 1)
EACH = {
    Move.PURSUE: PURSUE,
    Move.WITHDRAW: WITHDRAW,
    Move.ATTACK: ATTACK,
    Move.FREEZE: FREEZE,
    Move.STEADY: STEADY,
}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Move.PURSUE, Move.WITHDRAW, Round.CHASE),
        (Move.FREEZE, Move.PURSUE, Round.CHASE),
        (Move.ATTACK, Move.WITHDRAW, Round.CHASE),
        (Move.ATTACK, Move.FREEZE, Round.CHASE),
        (Move.PURSUE, Move.PURSUE, Round.CLASH),
        (Move.PURSUE, Move.ATTACK, Round.CLASH),
        (Move.ATTACK, Move.ATTACK, Round.CLASH),
        (Move.WITHDRAW, Move.WITHDRAW, Round.SILENCE),
        (Move.WITHDRAW, Move.FREEZE, Round.SILENCE),
        (Move.STEADY, Move.ATTACK, Round.ONE),
        (Move.WITHDRAW, Move.STEADY, Round.ONE),
        (Move.STEADY, Move.STEADY, Round.CALM),
    ],
)
def test_two_moves_make_a_round(first: Move, second: Move, expected: Round) -> None:
    found = cycle(EACH[first], EACH[second])
    assert (found.moves, found.round) == ((first, second), expected)


def test_the_strongest_pattern_above_the_middle_is_the_move() -> None:
    found = cycle(bars(4.5, 5.5, None, 7), bars(None, None, None, None))
    assert found.moves == (Move.FREEZE, Move.STEADY)


def test_a_pattern_about_as_strong_is_said_too() -> None:
    found = cycle(bars(6, 5.5, 1, 1), bars(6, 5, 1, 1))
    assert found.besides == (Move.WITHDRAW, None)


BAR = st.none() | st.integers(2, 14).map(lambda halves: halves / 2)
RESULTS = st.builds(bars, BAR, BAR, BAR, BAR)


@given(RESULTS, RESULTS)
def test_who_is_named_first_changes_nothing(one: Result, other: Result) -> None:
    there, back = cycle(one, other), cycle(other, one)
    assert there.round is back.round
    assert there.moves == back.moves[::-1]
    assert there.besides == back.besides[::-1]
