"""What an attempt at the quiz amounts to: plain values that practices work out and screens show."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

# The scale of an answer, and of all that is made of answers.
LOWEST, HIGHEST = 1, 7
MIDDLE = (LOWEST + HIGHEST) / 2
# A bar that is no more than this says: hardly ever.
RARELY = 2.0
DIMENSIONS = ("anxiety", "avoidance")
STRESS = ("conflict.pursue", "conflict.withdraw", "conflict.attack", "conflict.freeze")
REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class Position:
    """Where somebody stands on a dimension, in points of the scale (1 to 7).

    `error`: the standard error of the mean as it counts in a comparison, floor and widening included;
    `half_band`: half the band's width; `answered`: how many of the eight items.
    """

    mean: float
    error: float
    half_band: float
    answered: int

    @property
    def low(self) -> float:
        """The band's lower end, on the scale."""
        return max(float(LOWEST), self.mean - self.half_band)

    @property
    def high(self) -> float:
        """The band's upper end, on the scale."""
        return min(float(HIGHEST), self.mean + self.half_band)


@dataclass(frozen=True, slots=True)
class Result:
    """What one attempt says. None: too few answers. The bars are means in points of the scale (1 to 7).

    `even`: nine answers in ten were the same; `hasty`: half of them took under 1.5 s. Both widen the bands.
    """

    anxiety: Position | None
    avoidance: Position | None
    pursue: float | None
    withdraw: float | None
    attack: float | None
    freeze: float | None
    repair: float | None
    even: bool
    hasty: bool

    @property
    def unsure(self) -> bool:
        """Whether the result comes with a gentle note and wider bands."""
        return self.even or self.hasty

    def bar(self, scale: str) -> float | None:
        """The bar of a stress pattern or of repair, by its scale's name. Raises KeyError for any other."""
        bars = (self.pursue, self.withdraw, self.attack, self.freeze, self.repair)
        return dict(zip((*STRESS, REPAIR), bars, strict=True))[scale]


@dataclass(frozen=True, slots=True)
class Change:
    """One dimension in two attempts, in points; `difference` is the later one less the earlier one."""

    earlier: float
    later: float
    difference: float
    more_than_chance: bool


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """The two dimensions in two attempts; None where one of these has too few answers."""

    anxiety: Change | None
    avoidance: Change | None


class Region(StrEnum):
    """The four regions of the map."""

    SECURE = "secure"
    ANXIOUS = "anxious"
    AVOIDANT = "avoidant"
    DISORGANISED = "disorganised"


class Certainty(StrEnum):
    """How sure a region is: the band lies within it, crosses one of its borders, or crosses both."""

    CLEAR = "clear"
    LEANING = "leaning"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Place:
    """The region that somebody's position lies in, how sure that is, and the others that its band touches."""

    region: Region
    certainty: Certainty
    touches: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """`primary`: the place on the map, None without both dimensions.

    `secondary`: scales that stand out besides it: a dimension that the band leaves open, stress patterns
    above the middle (the strongest first), and repair below it. `strengths`: dimensions whose band lies below
    the middle, repair above it, stress patterns that hardly ever show. All are names of scales.
    """

    primary: Place | None
    secondary: tuple[str, ...]
    strengths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What the newest finished attempt of `reader_id` says; they alone may be shown it.

    `change`: the two dimensions in the attempt before (finished at `earlier_at`) and in this one; both None
    where there is only one attempt.
    """

    reader_id: int
    attempt_id: int
    finished_at: datetime
    result: Result
    pattern: Pattern
    earlier_at: datetime | None = None
    change: ThenAndNow | None = None
