"""Says how often the quiz calls a change more than chance, and writes it into docs/quiz.md.

Someone who answers twice and has not changed has a true value for each item, the same twice; an answer is
that value plus noise, rounded to one of the seven points. Run it with `python -m docs.simulate_quiz`.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from random import Random

from content.quiz import Item, quiz_items
from practices.quiz_scoring import score, then_and_now
from storage.quiz_views import DIMENSIONS, HIGHEST, LOWEST, Result

PAGE = Path(__file__).parent / "quiz.md"
TABLE = re.compile(r"(?<=<!-- simulated -->\n).*(?=<!-- end -->)", re.DOTALL)
HEAD = (
    "| noise of an answer | items differ by | answered | called a change, though nothing changed "
    "| one point of change is noticed |"
)
PERSONS = 10_000
SEED = 2026
ITEMS = tuple(item for item in quiz_items() if item.scale in DIMENSIONS)


@dataclass(frozen=True, slots=True)
class Case:
    """`noise`: standard deviation of an answer around its true value; `spread`: of the items around the
    person's level, both in points; `skipped`: how many of the eight are left out, in either attempt."""

    noise: float
    spread: float
    skipped: int


CASES = tuple(
    Case(noise, spread, skipped)
    for noise in (0.5, 1.0, 1.5)
    for spread, skipped in ((0.0, 0), (0.0, 2), (0.5, 0), (1.0, 0))
)


def share(case: Case, change: float = 0.0, persons: int = PERSONS, seed: int = SEED) -> float:
    """The share of comparisons called more than chance, of persons who changed by so many points."""
    random = Random(f"{seed} {case} {change}")  # noqa: S311
    called = 0
    for _ in range(persons):
        truth = _truth(case, change, random)
        now = {item_id: value + change for item_id, value in truth.items()}
        found = then_and_now(_attempt(case, truth, random), _attempt(case, now, random))
        called += sum(bool(one and one.more_than_chance) for one in (found.anxiety, found.avoidance))
    return called / (2 * persons)


def _truth(case: Case, change: float, random: Random) -> dict[str, float]:
    """What each item is worth to somebody, as it counts; before and after the change within the scale."""
    level = {scale: random.uniform(LOWEST + 0.5, HIGHEST - 0.5 - change) for scale in DIMENSIONS}
    return {item.id: level[item.scale] + random.gauss(0, case.spread) for item in ITEMS}


def _attempt(case: Case, truth: dict[str, float], random: Random) -> Result:
    answers: dict[str, int | None] = {}
    for item in ITEMS:
        counting = min(HIGHEST, max(LOWEST, round(truth[item.id] + random.gauss(0, case.noise))))
        answers[item.id] = LOWEST + HIGHEST - counting if item.reversed else counting
    for scale in DIMENSIONS:
        left_out: list[Item] = random.sample([item for item in ITEMS if item.scale == scale], case.skipped)
        answers |= {item.id: None for item in left_out}
    return score(ITEMS, answers, {})


def table(persons: int = PERSONS) -> str:
    """The table of docs/quiz.md."""
    lines = [HEAD, "| ---: | ---: | ---: | ---: | ---: |"]
    for case in CASES:
        wrong, right = share(case, 0.0, persons), share(case, 1.0, persons)
        lines.append(
            f"| {case.noise:.1f} | {case.spread:.1f} | {8 - case.skipped} of 8 | {wrong:.1%} | {right:.0%} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(TABLE.sub(table(), PAGE.read_text("utf-8")), "utf-8")
