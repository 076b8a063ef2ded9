"""Which suggestions follow from a profile; and that what a page shows is read for its author alone."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.quiz import quiz_items
from content.texts import LANGUAGES, texts
from practices import playbook
from practices.playbook import every_key, playbook_of
from practices.quiz_pattern import pattern
from practices.quiz_scoring import NEEDED
from storage.playbooks import Calming, Playbook, Trial, trial_key
from storage.quiz_views import Profile, Result
from tests.practices.pause_desk import Desk
from tests.practices.quiz_sheet import result, sheet

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
LOW, HIGH = (2,) * 8, (6,) * 8


def fitting(found: Result) -> Playbook:
    return playbook_of(Profile(1, 1, NOW, found, pattern(found)))


def first_words(keys: Sequence[str]) -> list[str]:
    """What needs the suggestions answer."""
    return [key.split("-")[1] for key in keys]


def test_without_a_profile_it_holds_what_fits_everybody() -> None:
    found = playbook_of(None)
    assert not found.own
    assert found.strengths == ()
    for keys in (found.soothing, found.say, found.hear, found.partner):
        assert first_words(keys) == ["any", "any", "any"]
    assert found.trials == (Trial.THANKS,)
    assert found.calming is None


@pytest.mark.parametrize(
    ("anxiety", "avoidance", "need", "trials", "calming"),
    [
        (LOW, LOW, "any", (Trial.THANKS,), None),
        (HIGH, LOW, "alarm", (Trial.SOOTHE,), Calming.ALARM),
        (LOW, HIGH, "room", (Trial.STAY,), Calming.ROOM),
        (HIGH, HIGH, "torn", (Trial.SOOTHE, Trial.STAY), Calming.NUMB),
    ],
)
def test_each_region_has_its_own(
    anxiety: Sequence[int],
    avoidance: Sequence[int],
    need: str,
    trials: tuple[Trial, ...],
    calming: Calming | None,
) -> None:
    found = fitting(result(anxiety=anxiety, avoidance=avoidance))
    assert found.own
    for keys in (found.soothing, found.say, found.hear, found.partner):
        assert first_words(keys)[0] == need
    assert found.trials == trials
    assert found.calming is calming


@pytest.mark.parametrize(
    ("stress", "need", "trial", "calming"),
    [
        ("conflict_pursue", "pursue", Trial.SOOTHE, Calming.ALARM),
        ("conflict_withdraw", "withdraw", Trial.STAY, Calming.ROOM),
        ("conflict_attack", "attack", Trial.SOFTEN, Calming.HEAT),
        ("conflict_freeze", "freeze", Trial.THAW, Calming.NUMB),
    ],
)
def test_on_settled_ground_what_the_body_does_under_stress_decides(
    stress: str, need: str, trial: Trial, calming: Calming
) -> None:
    found = fitting(result(anxiety=LOW, avoidance=LOW, **{stress: (6, 6)}))
    assert first_words(found.soothing)[0] == need
    assert found.trials == (trial,)
    assert found.calming is calming


def test_in_a_pause_the_body_counts_before_the_place_on_the_map() -> None:
    found = fitting(result(anxiety=HIGH, avoidance=LOW, conflict_freeze=(7, 7)))
    assert found.calming is Calming.NUMB
    assert found.trials == (Trial.SOOTHE,)


def test_a_weak_repair_brings_a_first_step() -> None:
    found = fitting(result(anxiety=LOW, avoidance=LOW, repair=(2, 2, 2, 2)))
    assert found.trials == (Trial.STEP,)
    assert found.say[0] == "say-repair"
    assert first_words(found.soothing) == ["any", "any", "any"]


def test_a_dimension_that_its_band_leaves_open_counts_too() -> None:
    found = fitting(result(anxiety=HIGH, avoidance=(1, 7, 1, 7, 1, 7, 1, 2)))
    assert found.trials == (Trial.SOOTHE, Trial.STAY)
    assert first_words(found.say) == ["alarm", "room", "alarm"]


def test_too_few_answers_for_the_map_leave_what_stress_shows() -> None:
    found = fitting(result(conflict_attack=(7, 7)))
    assert found.trials == (Trial.SOFTEN,)
    assert found.strengths == ("quiz-strong-none",)


def test_strengths_are_named_and_no_more_than_two() -> None:
    found = fitting(result(anxiety=LOW, avoidance=LOW, repair=(6, 6, 6, 6), conflict_attack=(1, 1)))
    assert found.strengths == ("quiz-strong-anxiety", "quiz-strong-avoidance")


ANSWERS = st.fixed_dictionaries(
    {
        scale: st.lists(st.none() | st.integers(1, 7), min_size=size, max_size=size)
        for scale, size in zip(NEEDED, (8, 8, 2, 2, 2, 2, 4), strict=True)
    }
)


@given(ANSWERS)
def test_whatever_was_answered_there_are_three_of_each_and_all_are_written(
    counting: dict[str, list[int | None]],
) -> None:
    found = fitting(result(**{scale.replace(".", "_"): values for scale, values in counting.items()}))
    for keys in (found.soothing, found.say, found.hear, found.partner):
        assert len(set(keys)) == playbook.MOST
        assert set(keys) <= every_key()
    assert 1 <= len(found.strengths) <= 2
    assert 1 <= len(found.trials) <= 2


def test_everything_is_written_and_short_enough_to_copy() -> None:
    assert every_key() | {trial_key(trial) for trial in Trial} <= texts().all_keys()
    copied = [key for key in every_key() if key.split("-")[0] in ("say", "hear", "partner")]
    assert copied
    for language in LANGUAGES:
        for key in copied:
            assert len(texts().plain(language, key)) <= 256
            assert texts().plain(language, f"{key}.short")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_suggestion_carries_a_label(language: str) -> None:
    own = {key for key in every_key() if not key.startswith("quiz-")}
    for key in own | {trial_key(trial) for trial in Trial}:
        words = texts().plain(language, key)
        assert not re.search(
            "anxious|avoidant|disorgani|attach|style|焦虑|回避|混乱|依恋", words, re.IGNORECASE
        )


async def answer_quiz(desk: Desk, person: int, **counting: Sequence[int]) -> None:
    """A finished attempt with such answers."""
    async with desk.database.work() as work:
        attempt = await work.quizzes.begin(person, desk.now)
        answers = sheet({name.replace("conflict_", "conflict."): values for name, values in counting.items()})
        for item, value in answers.items():
            assert value is not None
            await work.quizzes.answer(attempt, item, value, 4000)
        attempt.finished_at = desk.now


async def test_it_follows_from_the_readers_own_newest_attempt(desk: Desk) -> None:
    await answer_quiz(desk, desk.ann, anxiety=HIGH, avoidance=LOW)
    async with desk.database.work() as work:
        anns = await playbook.view(work, quiz_items(), desk.ann)
        bens = await playbook.view(work, quiz_items(), desk.ben)
        assert (anns.reader_id, anns.playbook.trials) == (desk.ann, (Trial.SOOTHE,))
        assert (bens.reader_id, bens.playbook.own) == (desk.ben, False)
        calm = await playbook.calm_view(work, quiz_items(), desk.ben, None)
        assert calm.calming is None


async def test_when_the_answers_go_it_is_everybodys_at_once(desk: Desk) -> None:
    await answer_quiz(desk, desk.ann, anxiety=HIGH, avoidance=LOW)
    async with desk.database.work() as work:
        await work.quizzes.forget(desk.ann)
        view = await playbook.view(work, quiz_items(), desk.ann)
        assert view.playbook == playbook_of(None)
