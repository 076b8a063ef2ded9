"""Ann's playbook as it follows from each kind of profile, with and without an experiment."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from practices.playbook import playbook_of
from practices.quiz_pattern import pattern
from storage.playbooks import Felt, Note, PlaybookView, Trial, TrialView
from storage.quiz_views import Profile, Result
from tests.practices.quiz_sheet import result

START = datetime(2026, 3, 1, 13, 20, tzinfo=UTC)
_ANN, _LONG_ID = 1, 2**62 - 1
_LOW, _HIGH = (1,) * 8, (7,) * 8
_RESULTS: tuple[Result, ...] = (
    result(anxiety=_LOW, avoidance=_LOW),
    result(anxiety=_HIGH, avoidance=_LOW, conflict_pursue=(7, 7)),
    result(anxiety=_LOW, avoidance=_HIGH, conflict_withdraw=(7, 7)),
    result(anxiety=_HIGH, avoidance=_HIGH, conflict_attack=(1, 1)),
    result(conflict_attack=(7, 7), conflict_pursue=(1, 1), conflict_withdraw=(1, 1)),
    result(conflict_freeze=(7, 7), conflict_pursue=(7, 7), repair=(1, 1, 1, 1)),
    result(repair=(7, 7, 7, 7), conflict_freeze=(1, 1)),
)
NOTES = tuple(
    Note(trial, felt, START + timedelta(hours=number))
    for number, (trial, felt) in enumerate((trial, felt) for trial in Trial for felt in Felt)
)


def of(found: Result | None) -> PlaybookView:
    """The playbook alone."""
    profile = Profile(_ANN, _LONG_ID, START, found, pattern(found)) if found is not None else None
    return PlaybookView(_ANN, playbook_of(profile), None, ())


def views() -> Iterator[PlaybookView]:
    """Each kind of playbook; each experiment, running and over; and notes."""
    for found in (None, *_RESULTS):
        yield of(found)
    anxious = of(_RESULTS[1])
    for trial in Trial:
        for until in (START + timedelta(days=7), START - timedelta(days=1)):
            latest = TrialView(_LONG_ID, trial, until)
            yield PlaybookView(_ANN, anxious.playbook, latest, NOTES[:10])
    yield PlaybookView(_ANN, anxious.playbook, None, NOTES[10:20])
    yield PlaybookView(_ANN, anxious.playbook, None, NOTES[20:])
