"""“More than chance” is rarely wrong, and docs/quiz.md says how rarely."""

import re

import pytest

from docs.simulate_quiz import CASES, PAGE, Case, share

PERSONS = 600
# One row of the table: noise, spread, answered, wrong and noticed in per cent.
ROW = re.compile(r"\| ([\d.]+) \| ([\d.]+) \| (\d) of 8 \| ([\d.]+)% \| (\d+)% \|")


def rows() -> dict[Case, tuple[float, float]]:
    """What the page says of each case: wrongly called a change, and a point of change noticed (shares)."""
    return {
        Case(float(noise), float(spread), 8 - int(answered)): (float(wrong) / 100, int(noticed) / 100)
        for noise, spread, answered, wrong, noticed in ROW.findall(PAGE.read_text("utf-8"))
    }


def test_the_page_has_a_row_for_each_case_and_none_is_wrong_in_more_than_six_of_a_hundred() -> None:
    assert tuple(rows()) == CASES
    assert max(wrong for wrong, _ in rows().values()) <= 0.06


@pytest.mark.parametrize("case", [CASES[0], CASES[4], CASES[5], CASES[9]], ids=str)
def test_who_did_not_change_is_seldom_told_so_and_as_seldom_as_the_page_says(case: Case) -> None:
    found = share(case, persons=PERSONS)
    assert found <= 0.06
    # Three standard errors of a share near 5 % among 1,200 comparisons.
    assert found == pytest.approx(rows()[case][0], abs=0.019)


def test_a_change_of_one_point_is_noticed_as_often_as_the_page_says() -> None:
    assert share(CASES[0], change=1.0, persons=PERSONS) == pytest.approx(rows()[CASES[0]][1], abs=0.03)
