"""What one of a couple lets the other see of their quiz, and what both let be seen, as screens show it."""

from dataclasses import dataclass
from enum import StrEnum

from storage.playbooks import Playbook
from storage.quiz_views import Pattern, Profile, Result
from storage.views import PersonView


class What(StrEnum):
    """Which part of a profile: the place on the map, the stress pattern, or both."""

    PLACE = "place"
    STRESS = "stress"
    BOTH = "both"

    @property
    def has_place(self) -> bool:
        """Whether the map is part of it."""
        return self is not What.STRESS

    @property
    def has_stress(self) -> bool:
        """Whether the bars are part of it."""
        return self is not What.PLACE

    def covers(self, other: "What") -> bool:
        """Whether whoever sees this sees the other part too."""
        return self in (What.BOTH, other)


@dataclass(frozen=True, slots=True)
class Portrait:
    """A person's picture as `reader_id` may see it; `result` and `pattern` hold nothing but that part."""

    reader_id: int
    author: PersonView
    what: What
    result: Result
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """What `reader_id` can share with their partner, and what they share now.

    `offered`: the parts with enough answers. `share_id`, `shared`: the share in force; `is_newest`: whether
    it shows the newest attempt.
    """

    reader_id: int
    partner: PersonView
    attempt_id: int
    offered: tuple[What, ...]
    share_id: int | None
    shared: What | None
    is_newest: bool


@dataclass(frozen=True, slots=True)
class PreviewView:
    """What the partner would see; a yes is about this attempt, this part and this couple alone."""

    portrait: Portrait
    partner: PersonView
    couple_id: int
    attempt_id: int


@dataclass(frozen=True, slots=True)
class ShareView:
    """A share as its message shows it to `reader_id`, the partner; of one whose row is gone, only that."""

    id: int
    reader_id: int | None
    author: PersonView | None
    in_force: bool


@dataclass(frozen=True, slots=True)
class OwnProfile:
    """All that the newest attempt says, for its author, with what follows from it."""

    author: PersonView
    profile: Profile
    playbook: Playbook
    move: "Move"


class Move(StrEnum):
    """What somebody tends to do when it gets tense; `STEADY`: nothing stands out."""

    PURSUE = "pursue"
    WITHDRAW = "withdraw"
    ATTACK = "attack"
    FREEZE = "freeze"
    STEADY = "steady"


class Round(StrEnum):
    """How two moves answer each other.

    One goes forward and one away; both forward; both away; one move alone stands out; none does.
    """

    CHASE = "chase"
    CLASH = "clash"
    SILENCE = "silence"
    ONE = "one"
    CALM = "calm"


@dataclass(frozen=True, slots=True)
class Cycle:
    """A couple's cycle. `moves` and `besides` belong to the two in the order in which they were handed in.

    `besides`: a second move that is about as strong, or none.
    """

    round: Round
    moves: tuple[Move, Move]
    besides: tuple[Move | None, Move | None]


@dataclass(frozen=True, slots=True)
class TogetherView:
    """The cycle of two who both share their stress pattern, for `reader_id`, one of them."""

    reader_id: int
    partners: tuple[PersonView, PersonView]
    cycle: Cycle
