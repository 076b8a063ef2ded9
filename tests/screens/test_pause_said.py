"""What is said once about a pause, while it is true."""

from dataclasses import replace

import pytest

from screens import pause
from screens.screen import Reader, Screen, Where
from storage.views import Outcome, PauseState, PauseView
from tests.screens.cast import ANN, BEN, CALLED, START, at, here, in_state, presses, reader, times

DUE = in_state(CALLED, PauseState.DUE)
OPEN = in_state(CALLED, PauseState.OPEN)


def said(name: str, view: PauseView | None, who: Reader, **params: object) -> Screen | None:
    return pause.SCREENS[name](view, who, params)


def private(minutes: float = 1) -> Reader:
    return reader("en", where=Where.PRIVATE, person=ANN, minutes=minutes)


def test_the_menu_begins_with_twenty_minutes_and_keeps_the_rest_behind_it() -> None:
    first, more = (said("pause.times", CALLED, private(), page=page) for page in ("first", "more"))
    assert first is not None
    assert more is not None
    assert presses(first) == ["1:plus:20", "times:more", "times:tonight", "here"]
    assert presses(more) == ["1:plus:40", "1:plus:60", "times:today", "times:tonight", "times:first"]


def test_the_menu_carries_the_commitment_that_was_seen() -> None:
    menu = said("pause.times", replace(CALLED, commitment=2), private(), page="first")
    assert menu is not None
    assert presses(menu)[0] == "2:plus:20"


def test_from_the_third_change_on_the_menu_has_tomorrow_alone() -> None:
    menu = said("pause.times", replace(CALLED, commitment=3), private(), page="first")
    assert menu is not None
    assert presses(menu) == ["times:tonight", "here"]


def test_a_time_tomorrow_is_one_tap_and_reads_by_its_readers_clock() -> None:
    nine = int(at(20 * 60).timestamp()) // 60
    who = replace(private(), zone="Europe/Berlin")
    menu = said("pause.times", CALLED, who, page="tonight", choices=[nine])
    assert menu is not None
    assert presses(menu) == [f"1:at:{nine}", "times:first"]
    assert menu.rows[0][0].label.endswith(" 10:20")


def test_after_the_return_time_the_menu_holds_times_only() -> None:
    menu = said("pause.times", DUE, private(25), page="first")
    assert menu is not None
    assert presses(menu) == ["1:plus:20", "times:more", "times:tonight"]


def test_whoever_said_here_already_is_not_offered_it_twice() -> None:
    menu = said("pause.times", here(CALLED, ANN), private(), page="first")
    assert menu is not None
    assert "here" not in presses(menu)


def test_beyond_a_day_the_menu_offers_only_to_talk_or_to_rest() -> None:
    menu = said("pause.times", OPEN, private(24 * 60), page="first")
    assert menu is not None
    assert presses(menu) == ["talking", "rest"]


def test_the_sentence_to_pass_on_can_be_copied_and_carries_a_length() -> None:
    screen = said("pause.unreachable", CALLED, private(0))
    assert screen is not None
    (button,) = screen.rows[0]
    assert button.copy == "I need a break. I'm not leaving. Back in 20 minutes."
    assert button.copy in screen.text.text


def test_ten_minutes_later_the_one_who_is_missing_gets_four_ways_to_come() -> None:
    screen = said("pause.nudge", DUE, private(30))
    assert screen is not None
    assert presses(screen) == ["here", "1:in:20", "1:in:60", "tonight"]


def test_nobody_is_said_to_have_been_asked_who_was_not() -> None:
    waiting = here(DUE, ANN)
    asked = said("pause.quiet", waiting, private(30))
    ben = replace(waiting.parties[1], person=replace(BEN, private_open=False))
    unasked = said("pause.quiet", replace(waiting, parties=(waiting.parties[0], ben)), private(30))
    assert asked is not None
    assert unasked is not None
    assert "asked" in asked.text.text
    assert "asked" not in unasked.text.text
    assert times(asked) == times(unasked) == [int(at(50).timestamp())]
    assert presses(asked) == [f"calm:{CALLED.id}", "rest"]


def test_what_is_no_longer_true_is_not_said() -> None:
    closed = in_state(CALLED, PauseState.CLOSED, Outcome.TALKING)
    about = ("times", "unreachable", "one_here", "nudge", "quiet", "offer_longer", "same")
    for name in about:
        assert said(f"pause.{name}", closed, private(30), minutes=45) is None
        assert said(f"pause.{name}", None, private(30), minutes=45) is None
    assert said("pause.nudge", here(DUE, ANN), private(30)) is None
    assert said("pause.one_here", here(DUE, ANN, BEN), private(30)) is None
    assert said("pause.one_here", here(CALLED, BEN), private(1)) is None
    assert said("pause.quiet", here(DUE, ANN, BEN), private(30)) is None
    assert said("pause.quiet", DUE, private(30)) is None
    assert said("pause.nudge", CALLED, private(30)) is None


def test_a_longer_length_is_offered_and_a_shorter_one_changes_nothing() -> None:
    longer = said("pause.offer_longer", CALLED, private(), minutes=60)
    shorter = said("pause.offer_longer", CALLED, private(), minutes=15)
    endless = said("pause.offer_longer", CALLED, private(), minutes=24 * 60)
    assert longer is not None
    assert presses(longer) == ["1:in:60"]
    assert longer.rows[0][0].label.endswith(" 1 h")
    assert shorter == endless == said("pause.same", CALLED, private())


def test_a_pause_signal_that_came_late_asks_with_its_time_and_length() -> None:
    screen = said("pause.offline_ask", None, private(), sent_at=START.isoformat(), minutes=45)
    assert screen is not None
    assert times(screen) == [int(START.timestamp())]
    assert "45 minutes" in screen.text.text
    assert presses(screen) == ["pause:late:45", "pause:late:no"]


@pytest.mark.parametrize("name", ["too_short", "too_long", "not_understood"])
def test_where_no_pause_could_begin_twenty_minutes_are_one_tap_away(name: str) -> None:
    screen = said(f"pause.{name}", None, private())
    assert screen is not None
    assert [(button.label, button.press) for row in screen.rows for button in row] == [
        ("✋ 20 min", "pause:new")
    ]
