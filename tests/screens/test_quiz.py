"""What the quiz's screens say: the item asked now, strengths first, and every result text somewhere."""

from dataclasses import replace

import pytest

from content.quiz import end_labels, item_text, quiz_items
from content.texts import LANGUAGES, texts
from screens import quiz, quiz_result, report
from screens.quiz import SIGN_OF_POINT
from screens.screen import Reader, Where
from tests.practices.quiz_sheet import result
from tests.screens.cast import ANN, BEN, drawn, gallery, reader
from tests.screens.quiz_views import FEW, HIGH, LOW, MIDDLE, attempts, profile, profiles
from tests.screens.share_views import own


def private(language: str = "en") -> Reader:
    return reader(language, where=Where.PRIVATE, person=ANN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_result_text_is_said_somewhere(language: str) -> None:
    said = "\n".join(
        shot.screen.text.text for shot in gallery() if shot.screen.name.startswith("quiz.")
        and shot.reader.languages == (language,)
    )  # fmt: skip
    for key in (key for key in texts().all_keys() if key.startswith("quiz-") and not texts().needs(key)):
        assert texts().plain(language, key) in said, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_item_names_its_number_its_ends_and_seven_points(language: str) -> None:
    for view in attempts(ANN.id):
        screen = drawn(quiz.item, view, private(language))
        assert item_text(language, quiz_items()[view.at - 1].id).text in screen.text.text
        for end in end_labels(language):
            assert end in screen.text.text
        assert [button.label for button in screen.rows[0]] == list(SIGN_OF_POINT.values())
        named = [(button.press or "").split(":") for row in screen.rows for button in row]
        assert {tuple(parts[:3]) for parts in named} == {("quiz", str(view.id), str(view.at))}


def test_the_first_item_has_no_way_back_and_an_answered_one_a_way_on() -> None:
    first, answered, second = list(attempts(ANN.id))[:3]
    ends = [
        [(button.press or "").split(":")[-1] for button in drawn(quiz.item, view, private()).rows[1]]
        for view in (first, answered, second)
    ]
    assert ends == [["skip"], ["skip", "next"], ["back", "skip"]]


def test_the_point_chosen_before_is_marked_on_its_button_and_in_words() -> None:
    _, answered, *_ = attempts(ANN.id)
    screen = drawn(quiz.item, answered, private())
    assert [button.label for button in screen.rows[0] if button.style] == [SIGN_OF_POINT[2]]
    assert "You chose 2 here." in screen.text.text


def test_the_bar_is_full_at_the_last_item_alone() -> None:
    bars = [drawn(quiz.item, view, private()).text.text.split("\n")[1] for view in attempts(ANN.id)]
    assert ["□" in bar for bar in bars] == [True] * 54 + [False] * 2
    assert {len(bar) for bar in bars} == {14}


def test_nobody_else_is_shown_an_attempt_or_a_result() -> None:
    other = reader("en", where=Where.PRIVATE, person=BEN)
    for draw in quiz.ATTEMPT_SCREENS.values():
        assert draw(next(attempts(ANN.id)), other, {}) is None
    for draw in (quiz_result.SCREENS | quiz.PROFILE_SCREENS).values():
        for view in profiles(ANN.id):
            assert draw(view, other, {}) is None


def test_strengths_stand_before_the_map_and_the_map_before_the_rest() -> None:
    view = profile(ANN.id, result(anxiety=HIGH, avoidance=LOW, conflict_pursue=[7, 7], repair=[6] * 4))
    text = drawn(quiz_result.result, view, private()).text.text
    order = ("Closeness comes easily", "you know ways back", "Reaching out", "you tend to go after it")
    assert sorted(order, key=text.index) == list(order)


@pytest.mark.parametrize(
    ("values", "words", "ruler"),
    [
        (LOW, "you tend to feel sure", "1 ·─●─········· 7"),
        (HIGH, "you tend to worry", "1 ·········─●─· 7"),
        (MIDDLE, "sure at some times", "1 ···───●───··· 7"),
        (FEW, "Too few answers this time", None),
    ],
)
def test_a_position_is_told_in_words_and_drawn_with_its_band(
    values: list[int | None], words: str, ruler: str | None
) -> None:
    view = profile(ANN.id, result(anxiety=values, avoidance=LOW))
    text = drawn(quiz_result.scales, view, private()).text.text
    assert words in text
    assert ruler is None or ruler in text


def test_no_result_compares_with_other_people() -> None:
    for view in profiles(ANN.id):
        for draw in quiz_result.SCREENS.values():
            screen = draw(view, private(), {})
            assert screen is None or not any(
                word in screen.text.text.lower() for word in ("average", "percent", "%", "normal", "disorder")
            )


def test_then_and_now_is_offered_only_where_there_was_an_attempt_before() -> None:
    later, earlier = result(anxiety=LOW, avoidance=LOW), result(anxiety=HIGH, avoidance=HIGH)
    once, twice = profile(ANN.id, later), profile(ANN.id, later, earlier)
    for view, offered in ((once, False), (twice, True)):
        screen = drawn(quiz_result.result, view, private())
        assert ("quiz:then" in [button.press for row in screen.rows for button in row]) is offered
    assert quiz_result.then_and_now(once, private(), {}) is None
    text = drawn(quiz_result.then_and_now, twice, private()).text.text
    assert text.count("more than chance") == 2
    assert "From 6.0 to 2.0." in text


def test_even_or_hasty_answers_bring_a_gentle_note() -> None:
    view = profile(ANN.id, result(anxiety=LOW, avoidance=HIGH, repair=[3, 4, 5, 6]))
    unsure = replace(view, result=replace(view.result, hasty=True))
    said = [drawn(quiz_result.result, one, private()).text.text for one in (view, unsure)]
    assert ["take this lightly" in text for text in said] == [False, True]


def test_a_band_over_both_borders_describes_no_region() -> None:
    said = [
        drawn(quiz_result.result, profile(ANN.id, result(anxiety=MIDDLE, avoidance=avoidance)), private())
        for avoidance in (MIDDLE, LOW)
    ]
    assert ["between its parts" in screen.text.text for screen in said] == [True, False]
    assert ["you tend to trust" in screen.text.text for screen in said] == [False, True]
    for avoidance, described in ((MIDDLE, False), (LOW, True)):
        found = result(anxiety=MIDDLE, avoidance=avoidance)
        said_in_report = str(report.data(own(found, ANN), private())["profile"])
        assert ("you tend to trust" in said_in_report) is described
    assert "The border to “Reaching out” is near" in said[1].text.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hard_day_in_the_report_is_told_from_answers_and_not_from_missing_ones(language: str) -> None:
    calm = {f"conflict_{name}": [3, 3] for name in ("pursue", "withdraw", "attack", "freeze")}
    secure, alarmed = {"anxiety": LOW, "avoidance": LOW}, {"anxiety": HIGH, "avoidance": LOW}
    for answers, keys in (
        ({}, ("any", "any", "any")),
        ({"anxiety": MIDDLE, "avoidance": MIDDLE}, ("any", "any", "any")),
        ({**secure, "repair": [4] * 4}, ("secure", "any", "any")),
        ({**secure, **calm, "conflict_freeze": [3, None]}, ("secure", "any", "any")),
        ({**secure, **calm, "repair": [3] * 4}, ("secure", "steady", "hard")),
        ({**alarmed, "conflict_pursue": [6, 6], "repair": [5] * 4}, ("anxious", "pursue", "easy")),
    ):
        steps = report.data(own(result(**answers), ANN), private(language))["hard"]["steps"]
        told = zip(("sting", "pull", "back"), keys, strict=True)
        expected = [texts().plain(language, f"report-{step}-{key}") for step, key in told]
        assert [step["text"] for step in steps] == expected
