"""The playbook's pages: for their author alone, three things at once, strengths first."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from content.texts import LANGUAGES, texts
from screens.playbook import SCREENS
from screens.screen import Button, Screen, Where
from storage.playbooks import Felt, PlaybookView, Trial, TrialView, trial_key
from tests.screens.cast import ANN, BEN, LONG_ID, START, drawn, reader, word_count
from tests.screens.playbook_views import NOTES, of, views

RUNNING = TrialView(LONG_ID, Trial.STAY, START + timedelta(days=7))
OVER = replace(RUNNING, until=START - timedelta(minutes=1))
EMPTY = of(None)
VIEWS = tuple(views())
ASKED: dict[str, dict[str, Any]] = {"playbook.ask": {"experiment": LONG_ID, "last": False}}
LONGEST_PAGE = 75


def page(name: str, view: PlaybookView, language: str = "en", **params: Any) -> Screen:
    who = reader(language, where=Where.PRIVATE, person=ANN)
    return drawn(SCREENS[name], view, who, **{**ASKED.get(name, {}), **params})


def buttons(screen: Screen) -> list[Button]:
    return [button for row in screen.rows for button in row]


@pytest.mark.parametrize("name", SCREENS)
def test_every_page_is_drawn_for_its_author_alone(name: str) -> None:
    view = replace(EMPTY, latest=RUNNING, notes=NOTES)
    ben = reader("en", where=Where.PRIVATE, person=BEN)
    for who in (ben, replace(ben, person_id=None)):
        assert SCREENS[name](view, who, ASKED.get(name, {})) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_short_and_has_a_way_on(language: str) -> None:
    for view in VIEWS:
        for name in SCREENS.keys() - ({"playbook.ask"} if view.latest is None else set()):
            screen = page(name, view, language)
            assert word_count(screen.text.text) <= LONGEST_PAGE or name == "playbook.log"
            assert any(button.press for button in buttons(screen))


def test_strengths_come_before_anything_else() -> None:
    secure = VIEWS[1]
    lines = page("playbook.home", secure).text.text.splitlines()
    assert lines[1] == "What you bring:"
    assert lines[2] == "• You feel sure of the two of you, even when it is quiet between you."


def test_without_a_profile_the_quiz_is_offered_and_nothing_is_missing() -> None:
    screen = page("playbook.home", EMPTY)
    offered = [button.press for button in buttons(screen)]
    assert offered[0] == "quiz:home"
    assert "quiz:home" not in [button.press for button in buttons(page("playbook.home", VIEWS[1]))]
    assert set(offered) >= {f"playbook:{name}" for name in ("soothing", "say", "hear", "partner", "trial")}


@pytest.mark.parametrize("name", ["say", "hear", "partner"])
def test_each_line_can_be_copied_as_it_stands(name: str) -> None:
    for view in VIEWS:
        screen = page(f"playbook.{name}", view)
        copied = [button.copy for button in buttons(screen) if button.copy]
        assert [f"• {words}" for words in copied] == screen.text.text.splitlines()[-3:]
        # Nothing of it is sent by us.
        assert [button.press for button in buttons(screen) if button.press] == ["playbook:home"]


def test_one_experiment_is_offered_or_two_to_choose_from() -> None:
    anxious, torn = VIEWS[2], VIEWS[4]
    assert buttons(page("playbook.trial", anxious))[0].press == "trial:begin:soothe"
    screen = page("playbook.trial", torn)
    assert [button.press for button in screen.rows[0]] == ["trial:begin:soothe", "trial:begin:stay"]
    assert "Pick the one" in screen.text.text


def test_while_one_runs_it_is_told_of_by_one_tap_and_stopped_by_one() -> None:
    screen = page("playbook.trial", replace(EMPTY, latest=RUNNING))
    pressed = [button.press for button in buttons(screen)]
    assert pressed == [
        *(f"trial:{LONG_ID}:{felt.value}" for felt in Felt),
        f"trial:{LONG_ID}:stop",
        "playbook:home",
    ]
    assert texts().plain("en", trial_key(Trial.STAY)) in screen.text.text
    assert (
        texts().plain("en", trial_key(Trial.STAY))
        in page("playbook.home", replace(EMPTY, latest=RUNNING)).text.text
    )


def test_when_its_week_is_over_the_next_one_is_offered() -> None:
    pressed = [button.press for button in buttons(page("playbook.trial", replace(EMPTY, latest=OVER)))]
    assert pressed == ["trial:begin:thanks", "playbook:home"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("said", [*Felt, "stopped"])
def test_whatever_was_told_is_answered_first(said: str, language: str) -> None:
    plain = page("playbook.trial", replace(EMPTY, latest=RUNNING), language).text.text
    answered = page("playbook.trial", replace(EMPTY, latest=RUNNING), language, said=str(said)).text.text
    assert answered.endswith(plain)
    assert len(answered) > len(plain) + 5


@pytest.mark.parametrize("last", [False, True])
def test_a_question_says_nothing_to_a_lock_screen_and_belongs_to_its_experiment(last: bool) -> None:
    view = replace(EMPTY, latest=RUNNING)
    screen = page("playbook.ask", view, last=last)
    assert screen.text.text.splitlines()[0] == "A small question, just for you."
    ann = reader("en", where=Where.PRIVATE, person=ANN)
    assert SCREENS["playbook.ask"](view, ann, {"experiment": 5, "last": last}) is None
    assert SCREENS["playbook.ask"](EMPTY, ann, {"experiment": LONG_ID, "last": last}) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_log_says_when_and_how_it_felt_and_counts_nothing(language: str) -> None:
    screen = page("playbook.log", replace(EMPTY, notes=NOTES[:4]), language)
    lines = screen.text.text.splitlines()[1:]
    assert len(lines) == 4
    assert [entity.type for entity in screen.text.entities] == ["date_time"] * 4
    assert len({line.rsplit("·")[-1] for line in lines}) == 4
