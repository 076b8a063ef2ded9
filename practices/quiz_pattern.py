"""What a quiz's result amounts to: a place on the map, what stands out, what is strong; pure.

The map's two axes are anxiety and avoidance, cut at the middle of the scale: above it, more was agreed to
than not. These are regions of a map and no types; how sure a place is depends on its band.
"""

from storage.quiz_views import (
    MIDDLE,
    RARELY,
    REPAIR,
    STRESS,
    Certainty,
    Pattern,
    Place,
    Position,
    Region,
    Result,
)


def place(result: Result) -> Place | None:
    """Where on the map this result lies."""
    if result.anxiety is None or result.avoidance is None:
        return None
    region = _region(result.anxiety.mean > MIDDLE, result.avoidance.mean > MIDDLE)
    crossed = [_crosses(result.anxiety), _crosses(result.avoidance)]
    touches = tuple(
        other
        for other in (
            _region(anxious, avoidant)
            for avoidant in _sides(result.avoidance)
            for anxious in _sides(result.anxiety)
        )
        if other is not region
    )
    return Place(region, (Certainty.CLEAR, Certainty.LEANING, Certainty.OPEN)[sum(crossed)], touches)


def pattern(result: Result) -> Pattern:
    """What a result amounts to."""
    return Pattern(place(result), _secondary(result), _strengths(result))


def stress_patterns(result: Result) -> tuple[str, ...]:
    """The stress patterns above the middle, the strongest first."""
    bars = [(scale, bar) for scale in STRESS if (bar := result.bar(scale)) is not None and bar > MIDDLE]
    return tuple(scale for scale, _ in sorted(bars, key=lambda pair: -pair[1]))


def _secondary(result: Result) -> tuple[str, ...]:
    dimensions = (("anxiety", result.anxiety), ("avoidance", result.avoidance))
    placed = place(result) is not None
    open_ones = tuple(
        name
        for name, position in dimensions
        if position and position.high > MIDDLE and (not placed or position.mean <= MIDDLE)
    )
    weak = (REPAIR,) if result.repair is not None and result.repair < MIDDLE else ()
    return (*open_ones, *stress_patterns(result), *weak)


def _strengths(result: Result) -> tuple[str, ...]:
    dimensions = (("anxiety", result.anxiety), ("avoidance", result.avoidance))
    sure = tuple(name for name, position in dimensions if position and position.high <= MIDDLE)
    strong = (REPAIR,) if result.repair is not None and result.repair > MIDDLE else ()
    rare = tuple(scale for scale in STRESS if (bar := result.bar(scale)) is not None and bar <= RARELY)
    return (*sure, *strong, *rare)


def _region(anxious: bool, avoidant: bool) -> Region:
    if anxious:
        return Region.DISORGANISED if avoidant else Region.ANXIOUS
    return Region.AVOIDANT if avoidant else Region.SECURE


def _crosses(position: Position) -> bool:
    return position.low <= MIDDLE < position.high


def _sides(position: Position) -> tuple[bool, ...]:
    """Whether the position is above the middle, and the other side too if its band reaches there."""
    above = position.mean > MIDDLE
    return (above, not above) if _crosses(position) else (above,)
