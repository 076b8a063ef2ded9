"""Which prompt a couple gets today: a pure function of what it was asked before.

The rules, the one that gives way first at the end:

1. what does not fit is never asked: apart, only what works apart; intimate prompts only if both wish;
2. no prompt comes twice within 60 days;
3. a kind that somebody skipped three of its last four times comes at most once in 14 days;
4. each of the five mechanisms comes within 14 days of its last time;
5. no kind comes twice in three prompts in a row; if that can't be, not twice in two.

A rule gives way only where no prompt keeps it together with those above it: to a couple that keeps skipping
two of the four kinds, the two others come in turn. Of what is left, the mechanism that was longest away comes
first, then the prompt that was longest away, then an order of the couple's own.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Protocol, TypeVar

REPEAT_DAYS = 60
SKIPPED_DAYS = 14
MECHANISM_DAYS = 14
_LOOKED_AT = 4
_TOO_OFTEN = 3


class Choosable(Protocol):
    """A prompt as the choice sees it."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def mechanism(self) -> str: ...
    @property
    def near(self) -> bool: ...
    @property
    def far(self) -> bool: ...
    @property
    def intimate(self) -> bool: ...


P = TypeVar("P", bound=Choosable)


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt that the couple was asked on this day. `skipped_by`: how many of the two skipped it."""

    day: date
    prompt: str
    kind: str
    mechanism: str
    skipped_by: int


def choose(
    prompts: Collection[P],
    history: Sequence[Asked],
    *,
    apart: bool,
    intimate: bool,
    day: date,
    couple_id: int,
) -> P:
    """The prompt of this day. The same arguments always give the same one.

    `history` in any order; at least the last 61 days, better all of it: what is longest ago comes first.
    Raises ValueError if no prompt fits the couple at all.
    """
    fitting = [prompt for prompt in prompts if _fits(prompt, apart=apart, intimate=intimate)]
    if not fitting:
        raise ValueError("no prompt fits this couple")
    breaks = _rules(fitting, sorted(history, key=lambda asked: asked.day), day)
    mechanism_seen = _last_days(history, lambda asked: asked.mechanism)
    prompt_seen = _last_days(history, lambda asked: asked.prompt)

    def rank(prompt: P) -> tuple[object, ...]:
        return (
            breaks(prompt),
            mechanism_seen[prompt.mechanism],
            prompt_seen[prompt.id],
            _own_order(couple_id, prompt.id),
        )

    return min(fitting, key=rank)


def _fits(prompt: Choosable, *, apart: bool, intimate: bool) -> bool:
    return (prompt.far if apart else prompt.near) and (intimate or not prompt.intimate)


def _rules(
    fitting: Sequence[Choosable], history: Sequence[Asked], day: date
) -> Callable[[Choosable], tuple[bool, ...]]:
    """Which rules a prompt would break today, the weightiest first. `history` in order of its days."""
    recent = {asked.prompt for asked in history if (day - asked.day).days <= REPEAT_DAYS}
    unwelcome = _resting_kinds(history, day)
    overdue = _overdue_mechanism({prompt.mechanism for prompt in fitting}, history, day)
    last, last_but_one = ([None, None, *(asked.kind for asked in history)][-index] for index in (1, 2))

    def breaks(prompt: Choosable) -> tuple[bool, ...]:
        return (
            prompt.id in recent,
            prompt.kind in unwelcome,
            overdue is not None and prompt.mechanism != overdue,
            prompt.kind == last,
            prompt.kind == last_but_one,
        )

    return breaks


def _resting_kinds(history: Sequence[Asked], day: date) -> set[str]:
    """The kinds that were skipped too often and came less than 14 days ago."""
    by_kind: dict[str, list[Asked]] = defaultdict(list)
    for asked in history:
        by_kind[asked.kind].append(asked)
    return {
        kind
        for kind, times in by_kind.items()
        if sum(asked.skipped_by > 0 for asked in times[-_LOOKED_AT:]) >= _TOO_OFTEN
        and (day - times[-1].day).days < SKIPPED_DAYS
    }


def _overdue_mechanism(known: Collection[str], history: Sequence[Asked], day: date) -> str | None:
    """The mechanism whose two weeks end today or have ended; the one longest away if there are several."""
    if not history:
        return None
    seen = _last_days(history, lambda asked: asked.mechanism)
    longest = min(sorted(known), key=lambda mechanism: seen[mechanism])
    # What never came counts from the day before the first prompt.
    since = max(seen[longest], history[0].day.toordinal() - 1)
    return longest if day.toordinal() - since >= MECHANISM_DAYS else None


def _last_days(history: Sequence[Asked], name: Callable[[Asked], str]) -> defaultdict[str, int]:
    """The day (its ordinal) on which each was asked last; 0 for what never was."""
    days: defaultdict[str, int] = defaultdict(int)
    for asked in history:
        days[name(asked)] = max(days[name(asked)], asked.day.toordinal())
    return days


def _own_order(couple_id: int, prompt_id: str) -> bytes:
    return blake2b(f"{couple_id}:{prompt_id}".encode(), digest_size=8).digest()
