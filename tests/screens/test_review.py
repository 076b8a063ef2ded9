"""A review's screens: the same for both, short, with ✋ always on them; what is one's own, for one alone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from content.rich import utf16_length
from content.texts import LANGUAGES, texts
from screens import moments, review, review_private, review_week
from screens.review_words import chip_key
from screens.screen import Screen, Where
from screens.words import pause_button, plain, press
from storage.moments import MomentKind, MomentsView, MomentView
from storage.review_views import CHIPS, Given, OwnGivenView, PastView, ReviewView, Step
from storage.weeks import DayOfWeek, WeekView
from tests.screens.cast import (
    ANN,
    BEN,
    COUPLE,
    LONG_ID,
    OWN,
    PHONES,
    REVIEW,
    START,
    TABLE,
    drawn,
    presses,
    reader,
    reviews,
    word_count,
)  # fmt: skip

ANSWER = OwnGivenView(ANN.id, LONG_ID, Given(Step.WORKS, ANN, ("talking",), None), False, BEN)
PAST = PastView(ANN.id, 1, 3, replace(REVIEW, closed=True, agreement=PHONES), (ANSWER.given,))
WIN = MomentView(LONG_ID, MomentKind.WIN, None, START, False, ANN, BEN)
DAYS = tuple(DayOfWeek(date(2026, 2, 23) + timedelta(days=day), None) for day in range(7))
WEEK = WeekView(LONG_ID, COUPLE, DAYS, 0, 0, 0)
IN_ONE = [(language,) for language in LANGUAGES]
EVERYBODY = [*IN_ONE, LANGUAGES]
# The words that nobody may read in what looks back on a week.
HURTING = re.compile(
    r"\b(?:still|should|waiting|again|late|skipped|missed)\b|仍|还没|应该|等你|等着|又一次|再次|迟到|晚了|漏"
)


def panel(view: ReviewView, *languages: str) -> Screen:
    return drawn(review.panel, view, reader(*languages))


PANELS = [pytest.param(view, languages) for view in reviews() for languages in EVERYBODY]


@pytest.mark.parametrize(("view", "languages"), PANELS)
def test_every_panel_is_short_and_has_the_hand_on_it(view: ReviewView, languages: tuple[str, ...]) -> None:
    screen = panel(view, *languages)
    most = 40 if len(languages) == 1 else 25
    assert all(word_count(half) <= most for half in screen.text.text.split("\n\n"))
    assert "pause:new" in [button.press for row in screen.rows for button in row]
    assert not HURTING.search(screen.text.text)


@pytest.mark.parametrize(("view", "languages"), PANELS)
def test_every_button_is_a_sign_and_at_most_two_words(view: ReviewView, languages: tuple[str, ...]) -> None:
    for button in (button for row in panel(view, *languages).rows for button in row):
        assert len((button.press or "").encode()) <= 64
        words = button.label.split(" ", 1)[1].split(" · ")
        most = 2 if len(languages) == 1 or any(map(str.isdigit, button.label)) else 1
        assert max(map(word_count, words)) <= most, button.label


def test_both_read_the_same_on_a_panel() -> None:
    for view in reviews():
        seen = [
            drawn(review.panel, view, reader("en", where=Where.PRIVATE, person=person))
            for person in (ANN, BEN)
        ]
        assert seen[0] == seen[1]


def test_a_couple_that_has_ended_is_shown_nothing() -> None:
    over = replace(REVIEW, couple=replace(COUPLE, ended=True))
    assert review.panel(over, reader("en"), {}) is None
    assert review.given(over, reader("en"), {"step": "works"}) is None
    assert review_week.week(replace(WEEK, couple=over.couple), reader("en"), {}) is None


def test_what_was_given_stands_in_the_order_of_names_and_as_it_was_written() -> None:
    screen = drawn(review.given, REVIEW, reader("en"), step="works")
    assert screen.text.text == "What works\nAnn: “1 < 2”\nBen: Talking · Daily life"
    both = drawn(review.given, REVIEW, reader("en", "zh"), step="works").text.text
    assert "聊天" in both
    assert "Talking" in both


def test_of_a_step_that_nobody_showed_anything_of_nothing_is_said() -> None:
    assert review.given(REVIEW, reader("en"), {"step": "near"}) is None
    one = drawn(review.given, REVIEW, reader("en"), step="works", person=BEN.id)
    assert "Ann" not in one.text.text


def test_each_proposal_has_its_yes_and_a_full_table_offers_no_more() -> None:
    assert f"review:{LONG_ID}:yes:{OWN.id}" in presses(panel(TABLE, "en"))
    full = replace(TABLE, proposals=(PHONES, OWN, replace(OWN, id=5)))
    assert not [data for data in presses(panel(full, "en")) if ":propose:" in data or ":words:" in data]
    assert f"review:{LONG_ID}:propose:phones" not in presses(panel(TABLE, "en"))


def test_there_is_something_to_tap_at_every_step() -> None:
    for step in Step:
        data = presses(panel(replace(REVIEW, step=step), "en"))
        assert len([one for one in data if ":tap:" in one or ":propose:" in one]) == len(CHIPS[step])


@pytest.mark.parametrize("name", [*review_private.OWN_SCREENS, *review_private.PAST_SCREENS])
def test_what_is_ones_own_is_drawn_for_nobody_else(name: str) -> None:
    screens = {**review_private.OWN_SCREENS, **review_private.PAST_SCREENS}
    view = PAST if name == "review.past" else ANSWER
    for language in LANGUAGES:
        mine = reader(language, where=Where.PRIVATE, person=ANN)
        assert drawn(screens[name], view, mine, id=LONG_ID).text.text
        assert screens[name](view, replace(mine, person_id=BEN.id), {"id": LONG_ID}) is None


def test_a_past_review_has_both_ways_on_and_fits_however_much_was_written() -> None:
    mine = reader("en", where=Where.PRIVATE, person=ANN)
    page = drawn(review_private.past, PAST, mine)
    assert {"review:past:2", "review:past:0"} <= set(presses(page))
    gifts = tuple(Given(step, person, (), "💛" * 300) for step in Step for person in (ANN, BEN))
    long = replace(PAST, review=replace(PAST.review, given=gifts))
    assert utf16_length(drawn(review_private.past, long, mine).text.text) <= 4096
    none = drawn(review_private.past, None, mine)
    assert none.text.text.startswith("No past reviews yet.")


@pytest.mark.parametrize("name", moments.SCREENS)
def test_a_moment_is_drawn_for_its_author_and_a_told_one_for_the_partner(name: str) -> None:
    view = replace(WIN, told=name == "moment.told")
    ann, ben = (reader("en", where=Where.PRIVATE, person=person) for person in (ANN, BEN))
    mine, other = (ben, ann) if name == "moment.told" else (ann, ben)
    assert drawn(moments.SCREENS[name], view, mine).text.text
    assert moments.SCREENS[name](view, other, {}) is None


def test_the_preview_says_in_the_partners_language_what_they_will_read() -> None:
    ann = reader("en", where=Where.PRIVATE, person=ANN)
    ben = reader("zh", where=Where.PRIVATE, person=BEN)
    for view in (WIN, replace(WIN, line="1 <b>2</b>")):
        told = drawn(moments.told, replace(view, told=True), ben).text.text
        assert f"“{told}”" in drawn(moments.logged, view, ann).text.text


def test_ones_own_moments_are_a_list_with_the_lines() -> None:
    ann = reader("en", where=Where.PRIVATE, person=ANN)
    near = replace(WIN, kind=MomentKind.NEAR, line="we laughed")
    page = drawn(moments.own, MomentsView(ANN.id, (near, WIN)), ann).text.text
    assert page.splitlines()[-2:] == ["• Near miss, 2026-03-01: we laughed", "• Win, 2026-03-01"]
    assert moments.own(MomentsView(BEN.id, ()), ann, {}) is None


@pytest.mark.parametrize("languages", IN_ONE)
def test_no_suggestion_looks_like_the_pause(languages: tuple[str, ...]) -> None:
    who = reader(*languages)
    hand = pause_button(who).label
    pause = {hand, hand.removeprefix("✋ ")}
    for name in {name for chips in CHIPS.values() for name in chips}:
        label = press(who, chip_key(name), "x").label
        assert "✋" not in label
        assert not pause & {label.partition(" ")[2], plain(who, texts().short(chip_key(name)))}


def weeks() -> Iterator[WeekView]:
    for moods in (None, (1, 2), (3, 3), (4, 5)):
        for pauses in (0, 2):
            for near in (0, 1):
                for wins in (0, 3):
                    days = tuple(replace(day, moods=moods) for day in DAYS)
                    yield WeekView(LONG_ID, COUPLE, days, pauses, near, wins)


@pytest.mark.parametrize("languages", EVERYBODY)
def test_every_week_has_one_kind_sentence_and_words_that_fit_under_a_picture(
    languages: tuple[str, ...],
) -> None:
    for view in weeks():
        screen = drawn(review_week.week, view, reader(*languages))
        assert utf16_length(screen.text.text) <= 1024
        assert not HURTING.search(screen.text.text)
        assert not re.search(r"\b0\b", screen.text.text)
        assert "Ann" not in screen.text.text


def test_the_words_say_what_the_picture_says() -> None:
    view = replace(WEEK, days=(replace(DAYS[0], moods=(2, 5)), *DAYS[1:]), pauses=2, near=1)
    screen = drawn(review_week.week, view, reader("en"))
    shown = review_week.data(view, reader("en"))
    assert screen.text.text.splitlines() == [
        f"{shown['title']}, {shown['range']}",
        shown["sentence"],
        "2 pauses, both of you back",
        "1 near miss, caught",
        "Mon: low · bright",
    ]
    assert shown["days"][0] == {"label": "Mon", "moods": [2, 5]}
    assert shown["counts"] == [
        {"label": "pauses, both of you back", "number": 2},
        {"label": "near miss, caught", "number": 1},
    ]


def test_the_sentence_depends_on_what_the_week_held() -> None:
    assert review_week.sentence_key(WEEK) == "week-quiet"
    assert len({review_week.sentence_key(view) for view in weeks()}) >= 7
    heavy = replace(WEEK, days=tuple(replace(day, moods=(1, 2)) for day in DAYS))
    assert review_week.sentence_key(heavy) == "week-heavy"


def test_in_the_evening_the_picture_is_dark() -> None:
    noon = replace(reader("en"), zone="Europe/Berlin")
    night = replace(noon, now=START + timedelta(hours=8))
    themes = [drawn(review_week.week, WEEK, who).picture for who in (noon, night, replace(night, zone=None))]
    assert [one.theme for one in themes if one is not None] == ["light", "dark", "light"]
