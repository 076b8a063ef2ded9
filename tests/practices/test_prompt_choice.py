"""A year of prompts keeps its rules, however much is skipped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, islice
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from content.prompts import KINDS, MECHANISMS, Prompt, prompts
from practices.prompt_choice import Asked, choose

FIRST = date(2026, 1, 1)
YEAR = 366
Skips = dict[str, list[int]]
# What is skipped of each kind, over and over: by nobody, one or both.
PATTERN = st.lists(st.integers(0, 2), min_size=1, max_size=9)
SOMETIMES = st.lists(st.booleans(), min_size=1, max_size=9)
COUPLES = st.integers(1, 2**62)
SKIPPING = st.fixed_dictionaries(dict.fromkeys(KINDS, PATTERN))
# A year that fails says enough as it is; making it smaller takes minutes.
CHECKED = settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))


@dataclass(frozen=True)
class Day:
    """What was chosen on a day, of what, and after what."""

    asked: Asked
    prompt: Prompt
    apart: bool
    intimate: bool
    before: Sequence[Asked]


def days(
    couple_id: int,
    skips: Skips,
    *,
    apart: list[bool] | None = None,
    intimate: list[bool] | None = None,
    gaps: list[int] | None = None,
    length: int = YEAR,
    library: Sequence[Prompt] | None = None,
) -> Iterator[Day]:
    """Day after day of one couple; each list is gone through over and over."""
    of_kind = {kind: cycle(skips.get(kind, [0])) for kind in KINDS}
    day = FIRST
    history: list[Asked] = []
    for far, both, gap in islice(
        zip(cycle(apart or [False]), cycle(intimate or [False]), cycle(gaps or [1]), strict=False), length
    ):
        before = tuple(history)
        prompt = choose(library or prompts(), before, apart=far, intimate=both, day=day, couple_id=couple_id)
        history.append(Asked(day, prompt.id, prompt.kind, prompt.mechanism, next(of_kind[prompt.kind])))
        yield Day(history[-1], prompt, far, both, before)
        day += timedelta(days=gap)


def repeats(day: Day) -> bool:
    return any(
        asked.prompt == day.prompt.id for asked in day.before if (day.asked.day - asked.day).days <= 60
    )


def is_unwelcome(day: Day, prompt: Prompt) -> bool:
    times = [asked for asked in day.before if asked.kind == prompt.kind]
    skipped = [asked for asked in times[-4:] if asked.skipped_by]
    return len(skipped) >= 3 and times[-1].day > day.asked.day - timedelta(days=14)


def kinds_before(day: Day, count: int) -> set[str]:
    return {asked.kind for asked in day.before[-count:]}


def lacks_a_mechanism(year: Sequence[Day]) -> bool:
    """Whether any fourteen prompts in a row, one a day, are without one of the five mechanisms."""
    mechanisms = [day.prompt.mechanism for day in year]
    return any(set(mechanisms[at : at + 14]) != set(MECHANISMS) for at in range(len(mechanisms) - 13))


@CHECKED
@given(couple=COUPLES, skips=SKIPPING, apart=SOMETIMES, intimate=SOMETIMES, gaps=st.lists(st.integers(1, 12)))
def test_whatever_is_skipped_what_comes_fits_and_is_new_for_60_days(
    couple: int, skips: Skips, apart: list[bool], intimate: list[bool], gaps: list[int]
) -> None:
    for day in days(couple, skips, apart=apart, intimate=intimate, gaps=gaps):
        assert day.prompt.far if day.apart else day.prompt.near
        assert day.intimate or not day.prompt.intimate
        assert not repeats(day)


@CHECKED
@given(couple=COUPLES, kind=st.sampled_from(KINDS), pattern=PATTERN, apart=SOMETIMES, intimate=SOMETIMES)
def test_while_at_most_one_kind_is_skipped_no_rule_gives_way_in_a_year(
    couple: int, kind: str, pattern: list[int], apart: list[bool], intimate: list[bool]
) -> None:
    year = list(days(couple, {kind: pattern}, apart=apart, intimate=intimate))
    for day in year:
        assert not repeats(day)
        assert not is_unwelcome(day, day.prompt)
        assert day.prompt.kind not in kinds_before(day, 2)
    assert not lacks_a_mechanism(year)


@CHECKED
@given(couple=COUPLES, kinds=st.sets(st.sampled_from(KINDS), min_size=2, max_size=2), apart=st.booleans())
def test_when_two_kinds_are_always_skipped_the_two_others_come_in_turn(
    couple: int, kinds: set[str], apart: bool
) -> None:
    year = list(days(couple, {kind: [1] for kind in kinds}, apart=[apart]))
    for day in year:
        assert not is_unwelcome(day, day.prompt)
        assert day.prompt.kind not in kinds_before(day, 1)
    assert not lacks_a_mechanism(year)


@CHECKED
@given(couple=COUPLES, skips=SKIPPING, apart=SOMETIMES)
def test_a_rule_gives_way_only_where_no_prompt_keeps_it_and_those_above(
    couple: int, skips: Skips, apart: list[bool]
) -> None:
    for day in days(couple, skips, apart=apart, length=150):
        new = [
            prompt
            for prompt in prompts()
            if (prompt.far if day.apart else prompt.near)
            and not prompt.intimate
            and prompt.id not in {asked.prompt for asked in day.before[-60:]}
        ]
        welcome = [prompt for prompt in new if not is_unwelcome(day, prompt)] or new
        assert day.prompt in welcome
        missing = set(MECHANISMS) - {asked.mechanism for asked in day.before[-13:]}
        if len(day.before) >= 13 and len(missing) == 1:
            welcome = [prompt for prompt in welcome if prompt.mechanism in missing] or welcome
            assert day.prompt in welcome
        for spacing in (1, 2):
            welcome = [
                prompt for prompt in welcome if prompt.kind not in kinds_before(day, spacing)
            ] or welcome
            assert day.prompt in welcome


@pytest.mark.parametrize(("gone", "due"), [(13, False), (14, True)])
def test_a_mechanism_whose_two_weeks_end_comes_though_its_kind_came_yesterday(gone: int, due: bool) -> None:
    others = [mechanism for mechanism in MECHANISMS if mechanism != "meaning"]
    library = [Prompt("rare", "question", "meaning", near=True, far=True, intimate=False)]
    library += [
        Prompt(f"{kind}-{mechanism}", kind, mechanism, near=True, far=True, intimate=False)
        for kind in KINDS
        for mechanism in others
    ]
    # Fourteen or thirteen days ago it came last; since then the others did, and yesterday a question.
    history = [Asked(FIRST, "gone", "question", "meaning", 0)] + [
        Asked(FIRST + timedelta(days=day), f"gone-{day}", KINDS[(gone - 1 - day) % 4], others[day % 4], 0)
        for day in range(1, gone)
    ]
    assert history[-1].kind == "question"
    today = FIRST + timedelta(days=gone)
    chosen = choose(library, history, apart=False, intimate=False, day=today, couple_id=7)
    assert (chosen.mechanism == "meaning") is due


def test_a_couple_that_skips_everything_gets_all_kinds_in_turn() -> None:
    year = list(days(7, {kind: [2] for kind in KINDS}))
    assert not any(repeats(day) for day in year)
    last = [day.prompt.kind for day in year[-200:]]
    assert all(len(set(last[at : at + 3])) == 3 for at in range(198))


def test_a_kind_that_is_answered_again_comes_as_often_as_the_others() -> None:
    year = list(days(7, {"touch": [1] * 6 + [0] * 400}, length=2 * YEAR))
    rare, common = year[:70], year[-70:]
    assert sum(day.prompt.kind == "touch" for day in rare) <= 10
    assert sum(day.prompt.kind == "touch" for day in common) >= 12


def test_in_half_a_year_a_couple_meets_almost_every_prompt_before_one_returns() -> None:
    met = [day.prompt.id for day in days(7, {}, length=120)]
    assert len(set(met)) >= 115


def test_two_couples_are_not_asked_the_same() -> None:
    first, second = ([day.prompt.id for day in days(couple, {}, length=30)] for couple in (1, 2))
    assert sum(one == other for one, other in zip(first, second, strict=True)) < 10


@CHECKED
@given(couple=COUPLES, skips=SKIPPING, shuffled=st.randoms(use_true_random=False))
def test_the_order_of_history_and_library_plays_no_part(couple: int, skips: Skips, shuffled: Random) -> None:
    *_, last = days(couple, skips, length=80)
    history, library = list(last.before), list(prompts())
    shuffled.shuffle(history)
    shuffled.shuffle(library)
    again = choose(library, history, apart=False, intimate=False, day=last.asked.day, couple_id=couple)
    assert again.id == last.prompt.id


def test_only_when_all_are_used_up_does_a_prompt_come_again_and_then_the_oldest() -> None:
    few = [prompt for prompt in prompts() if prompt.near and not prompt.intimate][:5]
    met = [day.prompt.id for day in days(7, {}, length=10, library=few)]
    assert set(met[:5]) == {prompt.id for prompt in few}
    assert set(met[5:]) <= set(met[:5])


@pytest.mark.parametrize("library", [[], [prompt for prompt in prompts() if prompt.intimate]])
def test_where_no_prompt_fits_there_is_none_to_choose(library: list[Prompt]) -> None:
    with pytest.raises(ValueError, match="no prompt fits"):
        choose(library, [], apart=False, intimate=False, day=FIRST, couple_id=1)
