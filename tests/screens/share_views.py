"""What is shared of a profile, and the cycle of two, in every shape that has a screen of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from practices.playbook import playbook_of
from practices.quiz_pattern import pattern
from practices.sharing_views import offered, part_of
from practices.together import move_of
from screens import portrait, report, sharing, together
from screens.screen import Draw
from storage.quiz_views import Profile, Result
from storage.share_views import (
    ChoiceView,
    Cycle,
    Move,
    OwnProfile,
    Portrait,
    PreviewView,
    Round,
    ShareView,
    TogetherView,
    What,
)
from storage.views import PersonView
from tests.practices.quiz_sheet import result

LONG_ID = 2**62 - 1
HIGH, LOW, BETWEEN = [6, 5, 6, 4, 7, 5, 6, 3], [2, 3, 1, 2, 4, 2, 3, 2], [4, 5, 3, 4, 4, 5, 3, 4]
PURSUING = result(
    anxiety=HIGH,
    avoidance=LOW,
    conflict_pursue=[6, 6],
    conflict_withdraw=[2, 2],
    conflict_attack=[4, 5],
    conflict_freeze=[1, 2],
    repair=[5, 6, 4, 5],
)
RESULTS = (
    PURSUING,
    result(anxiety=LOW, avoidance=HIGH, conflict_withdraw=[6, 7], conflict_freeze=[6, 6], repair=[2] * 4),
    result(anxiety=HIGH, avoidance=HIGH, conflict_attack=[6, 7]),
    result(anxiety=BETWEEN, avoidance=LOW, conflict_freeze=[6, 6]),
    result(anxiety=BETWEEN, avoidance=BETWEEN),
    result(anxiety=LOW, conflict_pursue=[1, 1], conflict_attack=[1, 1], conflict_withdraw=[1, 1]),
    result(conflict_freeze=[1, 1]),
    result(),
)
Case = tuple[Draw, object, Mapping[str, Any]]


def shown(found: Result, author: PersonView, reader: PersonView, what: What = What.BOTH) -> Portrait:
    """A part of a result as a reader may see it."""
    kept = part_of(found, what)
    return Portrait(reader.id, author, what, kept, pattern(kept))


def own(found: Result, author: PersonView) -> OwnProfile:
    """A result as its author sees it."""
    profile = Profile(author.id, LONG_ID, datetime(2026, 3, 1, tzinfo=UTC), found, pattern(found))
    return OwnProfile(author, profile, playbook_of(profile), move_of(found))


def rounds() -> Iterator[tuple[Round, tuple[Move, Move]]]:
    """Every round, and every move beside another and beside itself."""
    forward, away = (Move.PURSUE, Move.ATTACK), (Move.WITHDRAW, Move.FREEZE)
    for one in Move:
        for other in Move:
            if Move.STEADY in (one, other):
                yield (Round.CALM if one is other else Round.ONE), (one, other)
            elif one in forward and other in forward:
                yield Round.CLASH, (one, other)
            elif one in away and other in away:
                yield Round.SILENCE, (one, other)
            else:
                yield Round.CHASE, (one, other)


def cases(reader: PersonView, partner: PersonView) -> Iterator[Case]:
    """Each screen of sharing for its reader, with what it is drawn from."""
    for found in RESULTS:
        for named in (True, False):
            yield portrait.own, shown(found, reader, reader), {"named": named, "theme": "dark"}
        yield report.file, own(found, reader), {}
        for what in offered(found):
            seen = shown(found, partner, reader, what)
            yield sharing.opened, seen, {"share": LONG_ID}
            mine = shown(found, reader, reader, what)
            yield sharing.preview, PreviewView(mine, partner, LONG_ID, LONG_ID), {}
    yield portrait.none, None, {}
    none_shared = ChoiceView(reader.id, partner, LONG_ID, tuple(What), None, None, is_newest=False)
    for view in (
        none_shared,
        replace(none_shared, share_id=LONG_ID, shared=What.BOTH, is_newest=True),
        replace(none_shared, share_id=LONG_ID, shared=What.PLACE),
        replace(none_shared, offered=()),
    ):
        yield sharing.choose, view, {}
    for what in What:
        yield sharing.done, replace(none_shared, share_id=LONG_ID, shared=what, is_newest=True), {}
    yield sharing.unreachable, none_shared, {}
    yield sharing.withdrawn, none_shared, {}
    yield sharing.withdrawn, None, {}
    yield together.needs, None, {}
    for around, moves in rounds():
        for besides in ((None, None), (Move.FREEZE, Move.PURSUE)):
            both = TogetherView(reader.id, (reader, partner), Cycle(around, moves, besides))
            yield together.cycle, both, {}
            yield together.ideas, both, {}


def messages(reader: PersonView, author: PersonView) -> Iterator[tuple[ShareView, bool]]:
    """The partner's message, and whether it is a new one."""
    yield ShareView(LONG_ID, reader.id, author, in_force=True), True
    yield ShareView(LONG_ID, reader.id, author, in_force=False), False
    yield ShareView(LONG_ID, None, None, in_force=False), False
