"""Answer sheets of the quiz, filled in from what the answers shall count."""

from collections.abc import Mapping, Sequence

from content.quiz import Item, quiz_items
from practices.quiz_scoring import score
from storage.quiz_views import Result

Counting = Mapping[str, Sequence[int | None]]


def of_scale(scale: str) -> list[Item]:
    """A scale's items in their order."""
    return [item for item in quiz_items() if item.scale == scale]


def sheet(counting: Counting) -> dict[str, int | None]:
    """Answers that count so for their scale: of a reversed item, the other end was pressed."""
    answers: dict[str, int | None] = {}
    for scale, values in counting.items():
        for item, value in zip(of_scale(scale), values, strict=False):
            answers[item.id] = 8 - value if item.reversed and value is not None else value
    return answers


def result(**counting: Sequence[int | None]) -> Result:
    """The result of such answers, given without haste. `conflict_pursue` stands for `conflict.pursue`."""
    answers = sheet({name.replace("conflict_", "conflict."): values for name, values in counting.items()})
    return score(quiz_items(), answers, dict.fromkeys(answers, 4.0))
