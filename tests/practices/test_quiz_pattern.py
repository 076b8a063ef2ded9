"""What a result amounts to: a region and how sure it is, what stands out, what is strong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.quiz_pattern import pattern, place, stress_patterns
from storage.quiz_views import Certainty, Pattern, Place, Position, Region, Result
from tests.practices.quiz_sheet import result

NOTHING = Result(None, None, None, None, None, None, None, even=False, hasty=False)
MEANS = st.floats(1, 7)
WIDTHS = st.floats(0.3, 3)


def standing(anxiety: float, avoidance: float, wide: float = 0.5, high: float | None = None) -> Result:
    """A result at this spot of the map; `high` is the half band of avoidance if it differs."""
    return Result(
        Position(anxiety, wide / 1.96, wide, 8),
        Position(avoidance, (high or wide) / 1.96, high or wide, 8),
        *(None, None, None, None, None),
        even=False,
        hasty=False,
    )


@pytest.mark.parametrize(
    ("anxiety", "avoidance", "region"),
    [
        (2, 2, Region.SECURE),
        (6, 2, Region.ANXIOUS),
        (2, 6, Region.AVOIDANT),
        (6, 6, Region.DISORGANISED),
    ],
)
def test_the_map_has_four_regions(anxiety: float, avoidance: float, region: Region) -> None:
    assert place(standing(anxiety, avoidance)) == Place(region, Certainty.CLEAR, ())


def test_the_middle_itself_is_secure_ground_and_an_open_matter() -> None:
    assert place(standing(4, 4)) == Place(
        Region.SECURE, Certainty.OPEN, (Region.ANXIOUS, Region.AVOIDANT, Region.DISORGANISED)
    )


def test_a_band_over_one_border_is_a_leaning() -> None:
    assert place(standing(4.4, 2)) == Place(Region.ANXIOUS, Certainty.LEANING, (Region.SECURE,))
    assert place(standing(6, 3.8)) == Place(Region.ANXIOUS, Certainty.LEANING, (Region.DISORGANISED,))


def test_a_band_that_ends_at_the_border_does_not_cross_it() -> None:
    assert place(standing(3.5, 2)) == Place(Region.SECURE, Certainty.CLEAR, ())


def test_the_same_spot_is_less_sure_with_a_wider_band() -> None:
    sure = [place(standing(3, 3.2, wide)) for wide in (0.5, 0.9, 1.2)]
    assert [found.certainty for found in sure if found] == [
        Certainty.CLEAR,
        Certainty.LEANING,
        Certainty.OPEN,
    ]


def test_without_both_dimensions_there_is_no_place() -> None:
    assert place(result(anxiety=[3] * 8, avoidance=[3] * 5)) is None
    assert pattern(NOTHING) == Pattern(None, (), ())


def test_one_dimension_alone_is_named_where_it_stands_out_or_is_a_strength() -> None:
    assert pattern(result(anxiety=[5] * 8)).secondary == ("anxiety",)
    assert pattern(result(avoidance=[2] * 8)).strengths == ("avoidance",)


def test_secondary_are_the_open_dimension_the_strong_reactions_and_a_weak_repair() -> None:
    # Avoidance: mean 3.75, band beyond 4. Stress: 4.5, 6, 4 (in the middle: not above it), 7.
    found = pattern(
        result(
            anxiety=[6] * 8,
            avoidance=[2, 3, 4, 5, 2, 6, 4, 4],
            conflict_pursue=[4, 5],
            conflict_withdraw=[6, 6],
            conflict_attack=[4, 4],
            conflict_freeze=[7, 7],
            repair=[3, 4, 4, 4],
        )
    )
    assert found.primary == Place(Region.ANXIOUS, Certainty.LEANING, (Region.DISORGANISED,))
    assert found.secondary == (
        "avoidance",
        "conflict.freeze",
        "conflict.withdraw",
        "conflict.pursue",
        "repair",
    )
    assert found.strengths == ()


def test_strengths_are_sure_ground_a_strong_repair_and_what_hardly_ever_shows() -> None:
    found = pattern(
        result(
            anxiety=[2] * 8,
            avoidance=[3, 4, 3, 4, 3, 4, 3, 4],
            conflict_pursue=[2, 3],
            conflict_attack=[1, 3],
            repair=[5, 4, 4, 4],
        )
    )
    # Avoidance: mean 3.5, error √(2/7/8) = 0.19, band up to 3.87.
    assert found.strengths == ("anxiety", "avoidance", "repair", "conflict.attack")
    assert found.secondary == ()


def test_the_strongest_reaction_comes_first_and_equal_ones_in_their_usual_order() -> None:
    found = result(conflict_pursue=[5, 5], conflict_withdraw=[6, 7], conflict_attack=[5, 5])
    assert stress_patterns(found) == ("conflict.withdraw", "conflict.pursue", "conflict.attack")


@given(anxiety=MEANS, avoidance=MEANS, wide=WIDTHS, high=WIDTHS)
def test_a_place_is_as_sure_as_its_band_is_clear_of_the_borders(
    anxiety: float, avoidance: float, wide: float, high: float
) -> None:
    found = place(standing(anxiety, avoidance, wide, high))
    assert found is not None
    assert found.region not in found.touches
    assert len(set(found.touches)) == {"clear": 0, "leaning": 1, "open": 3}[found.certainty]
    assert (found.region in {Region.ANXIOUS, Region.DISORGANISED}) is (anxiety > 4)
    assert (found.region in {Region.AVOIDANT, Region.DISORGANISED}) is (avoidance > 4)


@given(anxiety=MEANS, avoidance=MEANS, wide=WIDTHS)
def test_nothing_is_a_strength_and_stands_out_at_once(anxiety: float, avoidance: float, wide: float) -> None:
    found = pattern(standing(anxiety, avoidance, wide))
    assert not set(found.strengths) & set(found.secondary)
