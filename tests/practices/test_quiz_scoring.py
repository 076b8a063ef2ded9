"""Scores are what a hand computes, stay in bounds, and ask nothing of the order of answers."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from content.quiz import Item, quiz_items
from practices.quiz_scoring import compare, score, then_and_now
from storage.quiz_views import DIMENSIONS, REPAIR, STRESS, Position, Result
from tests.practices.quiz_sheet import of_scale, result, sheet

POINTS = st.integers(1, 7)
EIGHT = st.lists(POINTS, min_size=8, max_size=8)
ITEMS = st.sampled_from(quiz_items())
ANSWERS = st.fixed_dictionaries({item.id: st.one_of(st.none(), POINTS) for item in quiz_items()})
WHOLE = st.fixed_dictionaries({item.id: POINTS for item in quiz_items()})
SECONDS = st.dictionaries(
    st.sampled_from([item.id for item in quiz_items()]), st.floats(0, 600, allow_nan=False)
)


def scored(answers: Mapping[str, int | None], seconds: Mapping[str, float] | None = None) -> Result:
    return score(quiz_items(), answers, seconds or {})


def positions(found: Result) -> dict[str, Position | None]:
    return {"anxiety": found.anxiety, "avoidance": found.avoidance}


def of(position: Position | None) -> Position:
    assert position is not None
    return position


# Worked by hand.


def test_a_position_is_the_mean_and_its_band_1_96_standard_errors() -> None:
    # Sum 24, mean 3. Squared deviations 1 0 1 1 0 1 0 4 = 8; variance 8/7; standard error √(8/7/8) = √(1/7).
    found = of(result(anxiety=[2, 3, 2, 4, 3, 2, 3, 5]).anxiety)
    assert found.mean == 3
    assert found.error == pytest.approx(0.377964, abs=1e-6)
    assert found.half_band == pytest.approx(0.740810, abs=1e-6)
    assert (found.low, found.high) == pytest.approx((2.259190, 3.740810), abs=1e-6)
    assert found.answered == 8


def test_six_answers_make_a_position_and_five_make_none() -> None:
    # Mean 2, squared deviations 1 1 0 0 1 1 = 4, variance 4/5, standard error √(4/5/6) = 0.365148.
    found = of(result(avoidance=[1, None, 1, 2, None, 2, 3, 3]).avoidance)
    assert (found.mean, found.answered) == (2, 6)
    assert found.half_band == pytest.approx(0.715691, abs=1e-6)
    assert result(avoidance=[1, None, 1, 2, None, None, 3, 3]).avoidance is None


def test_a_band_is_never_narrower_than_three_tenths_on_either_side() -> None:
    found = of(result(anxiety=[3] * 8, avoidance=[5, 6, 5, 6, 5, 6, 5, 6]).anxiety)
    assert (found.mean, found.half_band) == (3, 0.3)
    assert found.error == pytest.approx(0.153061, abs=1e-6)


def test_a_reversed_item_counts_from_the_other_end() -> None:
    # All eight were answered 6; three of them are reversed and count 2: (5 · 6 + 3 · 2) / 8 = 4.5.
    others = {item.id: at % 7 + 1 for at, item in enumerate(quiz_items()) if item.scale != "anxiety"}
    found = scored({item.id: 6 for item in of_scale("anxiety")} | others)
    assert of(found.anxiety).mean == 4.5
    # Deviations 1.5 (five times) and -2.5 (three times): 11.25 + 18.75 = 30; √(30/7/8) = 0.731925.
    assert of(found.anxiety).error == pytest.approx(0.731925, abs=1e-6)


def test_a_band_ends_where_the_scale_ends() -> None:
    found = of(result(anxiety=[1, 1, 1, 1, 1, 1, 1, 2]).anxiety)
    assert found.low == 1
    assert found.mean == 1.125


def test_a_stress_pattern_needs_both_answers_and_repair_three_of_four() -> None:
    found = result(
        conflict_pursue=[6, 7], conflict_withdraw=[2, None], conflict_attack=[1, 4], repair=[5, None, 6, 7]
    )
    assert (found.pursue, found.withdraw, found.attack, found.freeze, found.repair) == (
        6.5,
        None,
        2.5,
        None,
        6,
    )
    assert result(repair=[5, None, None, 7]).repair is None


def test_bars_are_found_by_their_scales_names() -> None:
    found = result(conflict_pursue=[6, 7], conflict_freeze=[2, 3], repair=[4, 4, 4, 5])
    assert [found.bar(scale) for scale in (*STRESS, REPAIR)] == [6.5, None, None, 2.5, 4.25]
    with pytest.raises(KeyError):
        found.bar("anxiety")


def test_nine_equal_answers_in_ten_widen_the_band_by_half() -> None:
    ids = [item.id for item in quiz_items()]
    # 26 of 28 are 92.9 %, 25 are 89.3 %.
    even = scored(dict.fromkeys(ids, 4) | {ids[0]: 1, ids[1]: 7})
    uneven = scored(dict.fromkeys(ids, 4) | {ids[0]: 1, ids[1]: 7, ids[2]: 2})
    assert (even.even, even.unsure, uneven.even, uneven.unsure) == (True, True, False, False)
    for one, other in ((even.anxiety, uneven.anxiety), (even.avoidance, uneven.avoidance)):
        assert of(one).half_band == pytest.approx(1.5 * of(other).half_band)
        assert of(one).error == pytest.approx(1.5 * of(other).error)


def test_nine_of_ten_is_enough_to_be_even() -> None:
    ids = [item.id for item in quiz_items()][:10]
    assert scored(dict.fromkeys(ids, 4) | {ids[0]: 1}).even
    assert not scored(dict.fromkeys(ids, 4) | {ids[0]: 1, ids[1]: 2}).even


def test_a_handful_of_equal_answers_is_no_reason_for_doubt() -> None:
    assert not scored(dict.fromkeys([item.id for item in quiz_items()][:5], 4)).even


def test_a_median_under_a_second_and_a_half_widens_the_band_by_half() -> None:
    answers = sheet({"anxiety": [2, 3, 2, 4, 3, 2, 3, 5]})
    slow, fast = (scored(answers, dict.fromkeys(answers, seconds)) for seconds in (1.5, 1.49))
    assert (slow.hasty, fast.hasty, fast.unsure) == (False, True, True)
    assert of(fast.anxiety).half_band == pytest.approx(1.5 * 0.740810, abs=1e-6)
    assert of(fast.anxiety).mean == of(slow.anxiety).mean


def test_haste_is_read_from_answers_alone() -> None:
    answers = sheet({"anxiety": [2, 3, None, 4, 3, 2, 3, 5]})
    skipped = next(item_id for item_id, answer in answers.items() if answer is None)
    times = {item_id: 2.0 if answer else 0.1 for item_id, answer in answers.items()}
    assert not scored(answers, times).hasty
    assert not scored(answers, {skipped: 0.1}).hasty
    assert not scored(answers, {}).hasty


def test_more_than_chance_begins_beyond_2_15_combined_standard_errors() -> None:
    # Twice the smallest error: 2.15 · √2 · 0.3 / 1.96 = 0.465396.
    start = Position(3.0, 0.3 / 1.96, 0.3, 8)
    near, far = (Position(3.0 + by, 0.3 / 1.96, 0.3, 8) for by in (0.46539, 0.46541))
    assert not compare(start, near).more_than_chance
    assert compare(start, far).more_than_chance
    assert compare(far, start).more_than_chance


def test_then_and_now_compares_the_two_dimensions_alone() -> None:
    then = result(anxiety=[5, 5, 5, 5, 6, 5, 5, 5], avoidance=[3] * 8, repair=[1] * 4)
    now = result(anxiety=[3, 3, 3, 4, 3, 3, 3, 3], avoidance=[3, 3, 3, 3, 3, 3, 3, 4], repair=[7] * 4)
    found = then_and_now(then, now)
    assert found.anxiety is not None
    assert (found.anxiety.earlier, found.anxiety.later, found.anxiety.difference) == (5.125, 3.125, -2)
    assert found.anxiety.more_than_chance
    assert found.avoidance is not None
    assert not found.avoidance.more_than_chance
    assert not hasattr(found, "repair")


def test_a_dimension_with_too_few_answers_is_not_compared() -> None:
    then, now = result(anxiety=[3] * 5), result(anxiety=[3] * 8, avoidance=[3] * 8)
    assert then_and_now(then, now).anxiety is None
    assert then_and_now(now, then).avoidance is None


def test_fewer_answers_ask_for_a_larger_difference() -> None:
    six = Position(3.0, 0.2, 0.4, 6)
    # √(0.2² + 0.2²) = 0.282843; 2.15 times 0.608112, 2.23 times (10 degrees of freedom) 0.630740.
    assert not compare(six, Position(3.62, 0.2, 0.4, 6)).more_than_chance
    assert compare(six, Position(3.64, 0.2, 0.4, 6)).more_than_chance
    assert compare(Position(3.0, 0.2, 0.4, 8), Position(3.62, 0.2, 0.4, 8)).more_than_chance


@pytest.mark.parametrize("answer", [0, 8, -1])
def test_an_answer_off_the_scale_is_refused(answer: int) -> None:
    with pytest.raises(ValueError, match="out of bounds"):
        scored({quiz_items()[0].id: answer})


def test_an_answer_to_no_item_is_refused() -> None:
    with pytest.raises(ValueError, match="to no item"):
        scored({"weather": 4})


# For whatever is answered.


@given(answers=ANSWERS, seconds=SECONDS)
def test_everything_stays_on_the_scale(answers: dict[str, int | None], seconds: dict[str, float]) -> None:
    found = scored(answers, seconds)
    for position in filter(None, positions(found).values()):
        assert 1 <= position.low <= position.mean <= position.high <= 7
        assert 0.3 * (1.5 if found.unsure else 1) <= position.half_band + 1e-12
        assert position.half_band == pytest.approx(1.96 * position.error)
        assert 6 <= position.answered <= 8
    bars = [bar for scale in (*STRESS, REPAIR) if (bar := found.bar(scale)) is not None]
    assert all(1 <= bar <= 7 for bar in bars)


@given(answers=ANSWERS)
def test_what_is_missing_is_missing_in_its_own_scale_alone(answers: dict[str, int | None]) -> None:
    found = scored(answers)
    counts = {scale: sum(answers[item.id] is not None for item in of_scale(scale)) for scale in scales()}
    for name, position in positions(found).items():
        assert (position is not None) is (counts[name] >= 6)
    for scale in STRESS:
        assert (found.bar(scale) is not None) is (counts[scale] == 2)
    assert (found.repair is not None) is (counts[REPAIR] >= 3)


def scales() -> set[str]:
    return {item.scale for item in quiz_items()}


@given(answers=ANSWERS)
def test_a_skipped_item_and_an_absent_one_are_the_same(answers: dict[str, int | None]) -> None:
    absent = {item_id: answer for item_id, answer in answers.items() if answer is not None}
    assert scored(answers) == scored(absent)


@given(answers=WHOLE, item=ITEMS)
def test_agreeing_more_moves_its_own_scale_by_an_eighth_and_no_other(
    answers: dict[str, int | None], item: Item
) -> None:
    answer = answers[item.id]
    assert answer is not None
    assume(answer < 7)
    before, after = scored(answers), scored(answers | {item.id: answer + 1})
    for scale in DIMENSIONS:
        moved = of(positions(after)[scale]).mean - of(positions(before)[scale]).mean
        direction = -1 if item.reversed else 1
        assert moved == pytest.approx(direction / 8 if scale == item.scale else 0)
    for scale in (*STRESS, REPAIR):
        grown = (after.bar(scale) or 0) - (before.bar(scale) or 0)
        assert grown == pytest.approx({2: 0.5, 4: 0.25}[len(of_scale(scale))] if scale == item.scale else 0)


@given(answers=WHOLE)
def test_the_opposite_of_every_answer_is_the_opposite_position_with_the_same_band(
    answers: dict[str, int | None],
) -> None:
    opposite = {item_id: 8 - answer for item_id, answer in answers.items() if answer is not None}
    found, mirrored = scored(answers), scored(opposite)
    for scale in DIMENSIONS:
        one, other = of(positions(found)[scale]), of(positions(mirrored)[scale])
        assert one.mean + other.mean == pytest.approx(8)
        assert one.half_band == pytest.approx(other.half_band)


@given(answers=ANSWERS, seconds=SECONDS, shuffled=st.randoms(use_true_random=False))
def test_the_order_of_items_and_answers_plays_no_part(
    answers: dict[str, int | None], seconds: dict[str, float], shuffled: Random
) -> None:
    items, given_answers = list(quiz_items()), list(answers.items())
    shuffled.shuffle(items)
    shuffled.shuffle(given_answers)
    assert score(items, dict(given_answers), seconds) == scored(answers, seconds)


@given(answers=WHOLE)
def test_an_attempt_does_not_differ_from_itself(answers: dict[str, int | None]) -> None:
    found = then_and_now(scored(answers), scored(answers))
    assert found.anxiety is not None
    assert found.avoidance is not None
    assert not found.anxiety.more_than_chance
    assert not found.avoidance.more_than_chance


@given(first=EIGHT, second=EIGHT)
def test_a_change_is_as_sure_in_either_direction(first: list[int], second: list[int]) -> None:
    one, other = of(result(anxiety=first).anxiety), of(result(anxiety=second).anxiety)
    there, back = compare(one, other), compare(other, one)
    assert there.more_than_chance is back.more_than_chance
    assert there.difference == pytest.approx(-back.difference)
