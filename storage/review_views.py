"""What the screens of a review are drawn from. Nothing in them that its reader may not see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.views import CoupleView, PersonView


class Step(StrEnum):
    """The steps of a review, in their order."""

    HELPED = "helped"
    APPRECIATION = "appreciation"
    WORKS = "works"
    ADJUST = "adjust"
    NEAR = "near"
    CELEBRATE = "celebrate"
    AGREEMENT = "agreement"


# What can be tapped at each step, beside own words; at the last one, what can be proposed.
CHIPS: Mapping[Step, tuple[str, ...]] = {
    Step.HELPED: ("yes", "somewhat", "rarely"),
    Step.APPRECIATION: ("listening", "patience", "laughing", "helping"),
    Step.WORKS: ("talking", "closeness", "pausing", "everyday"),
    Step.ADJUST: ("gentler", "time", "sleep", "planning"),
    Step.NEAR: ("slower", "pause", "humour", "kindness"),
    Step.CELEBRATE: ("hug", "walk", "meal", "evening"),
    Step.AGREEMENT: ("phones", "stroll", "goodnight", "breakfast"),
}


def step_after(step: Step) -> Step | None:
    """The next one; none after the last."""
    steps = tuple(Step)
    following = steps.index(step) + 1
    return steps[following] if following < len(steps) else None


@dataclass(frozen=True, slots=True)
class Wording:
    """A proposal or an agreement: a suggestion's name (`chip`) or somebody's own words."""

    id: int
    chip: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Given:
    """What `person` gave to a step: names of suggestions, own words, or both."""

    step: Step
    person: PersonView
    chips: tuple[str, ...]
    words: str | None


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A review as both see it. `given`: what was revealed, in the order of steps, then of the partners."""

    id: int
    couple: CoupleView
    step: Step
    opened_at: datetime
    closed: bool
    # Closed by its last Next or by an agreement, not by its time.
    walked: bool
    # The agreement of an earlier review, where this one begins with asking about it.
    asks_about: Wording | None
    proposals: tuple[Wording, ...]
    agreement: Wording | None
    given: tuple[Given, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of this review."""
        return tuple(step for step in Step if step is not Step.HELPED or self.asks_about is not None)


@dataclass(frozen=True, slots=True)
class OwnGivenView:
    """What `reader_id`, who alone may be shown it, gave to a step; `partner` has not been shown it."""

    reader_id: int
    review_id: int
    given: Given
    revealed: bool
    partner: PersonView


@dataclass(frozen=True, slots=True)
class PastView:
    """A past review as `reader_id` may see it: what was revealed, and `own`, which the other never saw.

    `number` counts from 0, the newest first.
    """

    reader_id: int
    number: int
    count: int
    review: ReviewView
    own: tuple[Given, ...]
