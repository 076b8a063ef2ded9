"""Which moment of a pause is shown to whom, and what can be pressed there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from screens import pause
from screens.screen import Reader, Screen, Where
from storage.views import Outcome, PauseState, PauseView
from tests.screens.cast import (
    ALONE,
    ANN,
    BEN,
    CALLED,
    START,
    at,
    drawn,
    here,
    in_state,
    presses,
    reader,
    times,
)

DUE = in_state(CALLED, PauseState.DUE)
OPEN = in_state(CALLED, PauseState.OPEN)


def shown(view: PauseView, who: Reader) -> Screen:
    return drawn(pause.panel, view, who)


def test_the_panel_names_the_time_first_and_who_needs_it() -> None:
    screen = shown(CALLED, reader("en"))
    assert screen.name == "pause"
    assert screen.text.text.startswith("✋ Back at 13:40 UTC.")
    assert "Ann needs a pause." in screen.text.text
    assert times(screen) == [int(CALLED.return_at.timestamp())]
    assert not screen.report


def test_a_changed_time_leads() -> None:
    assert shown(replace(CALLED, commitment=2), reader("en")).text.text.startswith(
        "✋ Coming back at 13:40 UTC."
    )


def test_called_by_both_names_neither() -> None:
    both = replace(CALLED, parties=tuple(replace(party, called_at=START) for party in CALLED.parties))
    text = shown(both, reader("en")).text.text
    assert "You both need a pause." in text
    assert "Ann" not in text


def test_in_private_the_caller_is_spoken_to() -> None:
    own = shown(CALLED, reader("en", where=Where.PRIVATE, person=ANN)).text.text
    others = shown(CALLED, reader("en", where=Where.PRIVATE, person=BEN)).text.text
    assert "Ann" not in own
    assert "Ann needs a pause." in others


def test_only_those_who_can_be_called_are_promised_a_call() -> None:
    who = reader("en", where=Where.PRIVATE, person=ANN)
    assert shown(CALLED, who).text.text.endswith("I'll call you both.")
    assert shown(replace(CALLED, unreachable=frozenset({BEN.id})), who).text.text.endswith("I'll call you.")


@pytest.mark.parametrize(("minutes", "offered"), [(0, True), (1.9, True), (2, False), (10, False)])
def test_undo_is_offered_for_two_minutes(minutes: float, offered: bool) -> None:
    assert ("undo" in presses(shown(CALLED, reader("en", minutes=minutes)))) is offered


def test_in_private_only_the_caller_finds_undo() -> None:
    assert "undo" in presses(shown(CALLED, reader("en", where=Where.PRIVATE, person=ANN)))
    assert "undo" not in presses(shown(CALLED, reader("en", where=Where.PRIVATE, person=BEN)))


@pytest.mark.parametrize(
    ("minutes", "before", "anew", "name"),
    [
        (14.9, "pause", True, "pause"),
        (15, "pause", True, "nearly"),
        (16, "pause", False, "pause"),
        (16, "nearly", False, "nearly"),
        (16, None, False, "nearly"),
        (19.9, None, True, "nearly"),
    ],
)
def test_nearly_time_comes_as_a_new_message(minutes: float, before: str, anew: bool, name: str) -> None:
    screen = shown(CALLED, reader("en", minutes=minutes, shown=before, anew=anew))
    assert screen.name == name
    if name == "nearly":
        assert presses(screen) == ["will", "times", "tonight"]


@pytest.mark.parametrize("before", [None, "pause", "nearly"])
@pytest.mark.parametrize("anew", [True, False])
def test_from_the_return_time_on_nothing_is_said_that_belonged_before_it(
    before: str | None, anew: bool
) -> None:
    for minutes in (20, 45):
        assert pause.panel(CALLED, reader("en", minutes=minutes, shown=before, anew=anew), {}) is None


@pytest.mark.parametrize(
    ("seconds", "before", "anew", "name"),
    [
        (0, "nearly", True, "return"),
        (60, "pause", True, "return"),
        (61, "pause", True, "outage"),
        (61, None, True, "outage"),
        (600, "return", False, "return"),
        (600, "return", True, "return"),
        (10, "outage", True, "return"),
        (600, "outage", False, "outage"),
        (600, "outage", True, "outage"),
    ],
)
def test_the_return_is_said_in_time_or_said_to_have_been_missed(
    seconds: int, before: str, anew: bool, name: str
) -> None:
    who = replace(reader("en", shown=before, anew=anew), now=CALLED.return_at + timedelta(seconds=seconds))
    screen = shown(DUE, who)
    assert screen.name == name
    assert screen.report


def test_the_return_calls_both_by_name() -> None:
    screen = shown(DUE, reader("en", minutes=20))
    mentions = [entity.user_id for entity in screen.text.entities if entity.type == "text_mention"]
    assert mentions == [ANN.telegram_id, BEN.telegram_id]
    assert presses(screen) == ["here", "talking", "times", "tonight"]
    assert shown(replace(DUE, parties=DUE.parties[::-1]), reader("en", minutes=20)) == screen


def test_the_return_says_nothing_of_who_is_here() -> None:
    who = reader("en", minutes=22)
    assert shown(here(DUE, ANN), replace(who, shown="return")) == shown(DUE, replace(who, shown="return"))


def test_the_outage_names_the_missed_time_and_the_present_one() -> None:
    screen = shown(DUE, reader("en", minutes=65, shown="nearly"))
    assert times(screen) == [int(at(20).timestamp()), int(at(65).timestamp())]
    assert presses(screen) == ["talking", "times", "rest"]


@pytest.mark.parametrize(
    ("before", "anew", "name"),
    [
        ("return", True, "open"),
        ("outage", True, "open"),
        ("return", False, "return"),
        ("outage", False, "outage"),
        ("open", False, "open"),
        ("open", True, "open"),
        ("pause", True, "outage"),
        (None, False, "outage"),
    ],
)
def test_half_an_hour_later_both_read_the_same_line_unless_they_were_never_called(
    before: str, anew: bool, name: str
) -> None:
    screen = shown(OPEN, reader("en", minutes=50, shown=before, anew=anew))
    assert screen.name == name
    if name == "open":
        assert presses(screen) == ["talking", "times", "rest"]
        assert not any(person.name in screen.text.text for person in (ANN, BEN))


@pytest.mark.parametrize(
    ("outcome", "name"),
    [
        (Outcome.BOTH_BACK, "back"),
        (Outcome.TALKING, "talking"),
        (Outcome.RESTED, "rested"),
        (Outcome.FADED, "faded"),
        (Outcome.UNDONE, "undone"),
        (Outcome.REPLACED, "replaced"),
    ],
)
def test_each_end_has_its_words_and_being_back_has_words_to_begin_with(outcome: Outcome, name: str) -> None:
    screen = shown(in_state(CALLED, PauseState.CLOSED, outcome), reader("en", minutes=60))
    assert screen.name == name
    assert presses(screen) == (["pause:new", "phrases:returning"] if name == "back" else [])


def test_a_couple_that_parted_is_shown_nothing_more() -> None:
    assert pause.panel(in_state(CALLED, PauseState.CLOSED, Outcome.PARTED), reader("en"), {}) is None
    assert pause.panel(None, reader("en"), {}) is None


@pytest.mark.parametrize(("minutes", "explained"), [(10, True), (19, True), (20, False), (25, False)])
def test_back_early_learns_why_twenty_minutes_help(minutes: int, explained: bool) -> None:
    closed = replace(in_state(CALLED, PauseState.CLOSED, Outcome.BOTH_BACK), closed_at=at(minutes))
    assert ("twenty minutes" in shown(closed, reader("en")).text.text) is explained


def test_an_undone_pause_names_who_tapped_but_not_to_that_person() -> None:
    undone = replace(in_state(CALLED, PauseState.CLOSED, Outcome.UNDONE), undone_by=ANN.id)
    assert "Ann tapped by mistake" in shown(undone, reader("en")).text.text
    assert "Ann" not in shown(undone, reader("en", where=Where.PRIVATE, person=ANN)).text.text


@pytest.mark.parametrize("state", [PauseState.RUNNING, PauseState.DUE, PauseState.OPEN])
def test_a_pause_alone_names_nobody_else_and_offers_no_talk(state: PauseState) -> None:
    who = reader("en", where=Where.PRIVATE, person=ANN, minutes=16, shown="return")
    screen = shown(in_state(ALONE, state), who)
    assert "Ben" not in screen.text.text
    assert "both" not in screen.text.text
    assert "talking" not in presses(screen)


def test_from_a_day_after_the_start_no_new_time_is_offered() -> None:
    late = replace(OPEN, return_at=START + timedelta(hours=23, minutes=41))
    before, after = (
        shown(late, replace(reader("en", shown="return"), now=START + timedelta(minutes=minutes)))
        for minutes in (24 * 60 - 1, 24 * 60)
    )
    assert presses(before) == ["talking", "times", "rest"]
    assert presses(after) == ["talking", "rest"]


QUIET_ANN = replace(ANN, zone="Europe/Berlin", quiet_from=14 * 60 + 30, quiet_to=23 * 60)


def test_not_tonight_comes_first_when_the_return_would_fall_into_quiet_hours() -> None:
    quiet = replace(DUE, parties=(replace(DUE.parties[0], person=QUIET_ANN), DUE.parties[1]))
    assert presses(shown(quiet, reader("en", minutes=20))) == ["here", "talking", "tonight", "times"]


def test_from_the_third_change_on_only_a_time_tomorrow_is_offered() -> None:
    moved = replace(DUE, commitment=3)
    assert presses(shown(moved, reader("en", minutes=20))) == ["here", "talking", "tonight"]


@pytest.mark.parametrize("before", ["return", "outage", "open"])
def test_what_is_shown_about_an_earlier_time_stands_for_no_later_one(before: str) -> None:
    seen = replace(reader("en", minutes=600, shown=before, anew=False), commitment=1)
    for view in (DUE, OPEN):
        assert shown(replace(view, commitment=2), seen).name == "outage"
    assert shown(replace(OPEN, commitment=1), seen).name == before
