"""The quiz: begun, answered, stopped, taken up, finished, taken once more and let go, by one person alone."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from content.quiz import quiz_items
from practices import quiz, quiz_profile, quiz_retake
from practices.pages import Spot
from practices.turn import Person, Turn, to_person
from storage.quiz_views import Profile, Region
from storage.quizzes import AttemptView
from storage.tables import QuizAnswer
from tests.practices.pause_desk import Desk

ITEMS = quiz_items()


async def attempt(desk: Desk, person: int) -> AttemptView:
    """Their open attempt."""
    async with desk.database.work() as work:
        view = await work.quizzes.view(person)
        assert view is not None
        return view


async def has_open(desk: Desk, person: int) -> bool:
    async with desk.database.work() as work:
        return await work.quizzes.open_attempt(person) is not None


async def profile(desk: Desk, person: int) -> Profile | None:
    async with desk.database.work() as work:
        return await quiz_profile.profile(work, ITEMS, person)


async def begun(desk: Desk, person: int) -> AttemptView:
    """An attempt at its first item, and nothing left to show."""
    await desk.act(person, quiz.begin, private=True)
    await desk.rows()
    return await attempt(desk, person)


async def give(desk: Desk, person: int, value: int, number: int | None = None, seconds: float = 4) -> str:
    """Answer the item asked now, or the one of this number, after so many seconds."""
    view = await attempt(desk, person)
    desk.now += timedelta(seconds=seconds)
    return await desk.act(person, quiz.give, ITEMS, view.id, number or view.at, value, private=True)


async def take(desk: Desk, person: int, values: Sequence[int | None], seconds: float = 4) -> None:
    """A whole attempt: what counts for each item in its order; None is skipped."""
    view = await begun(desk, person)
    async with desk.database.work() as work:
        row = await work.session.get(Person, person)
        assert row is not None
        for number, (item, value) in enumerate(zip(ITEMS, values, strict=True), 1):
            desk.now += timedelta(seconds=seconds)
            turn = Turn(desk.now, work, origin=to_person(person))
            if value is None:
                await quiz.skip(turn, row, ITEMS, view.id, number)
            else:
                given = 8 - value if item.reversed else value
                await quiz.give(turn, row, ITEMS, view.id, number, given)
    await desk.rows()


async def said(desk: Desk) -> list[tuple[str, str]]:
    return [(row.name, row.to) for row in await desk.rows()]


async def test_before_the_first_item_there_is_a_page_about_it(desk: Desk) -> None:
    await desk.act(desk.ann, quiz.home, private=True)
    assert await said(desk) == [("quiz.intro", "ann")]
    assert not await has_open(desk, desk.ann)


async def test_from_the_shared_chat_it_is_shown_in_private_alone(desk: Desk) -> None:
    assert await desk.act(desk.ann, quiz.home) == "calm-sent"
    assert await said(desk) == [("quiz.intro", "ann")]


async def test_without_a_private_chat_the_press_leads_there(desk: Desk) -> None:
    async with desk.database.work() as work:
        ann = await work.session.get(Person, desk.ann)
        assert ann is not None
        ann.private_open = False
    answer = await desk.answer(desk.ann, quiz.home)
    assert answer.start == "quiz"
    assert await said(desk) == []


async def test_an_answer_brings_the_next_item_and_is_kept_sealed(desk: Desk) -> None:
    await begun(desk, desk.ann)
    await give(desk, desk.ann, 6)
    assert await said(desk) == [("quiz.item", "ann")]
    view = await attempt(desk, desk.ann)
    assert (view.at, view.answers) == (2, {ITEMS[0].id: 6})
    async with desk.database.work() as work:
        stored = await work.session.scalar(text("SELECT value FROM quiz_answers"))
        assert len(bytes(stored)) > 16


async def test_of_two_presses_at_one_item_the_first_counts(desk: Desk) -> None:
    view = await begun(desk, desk.ann)
    await give(desk, desk.ann, 6)
    await desk.rows()
    assert await give(desk, desk.ann, 2, number=1) == "quiz-here"
    assert await said(desk) == [("quiz.item", "ann")]
    assert (await attempt(desk, desk.ann)).answers == {ITEMS[0].id: 6}
    for act in (quiz.skip, quiz.keep):
        assert await desk.act(desk.ann, act, ITEMS, view.id, 1, private=True) == "quiz-here"
    for go in (quiz.back, quiz.stop):
        assert await desk.act(desk.ann, go, view.id, 1, private=True) == "quiz-here"
    assert (await attempt(desk, desk.ann)).at == 2


@pytest.mark.parametrize("number", [0, 3, 29, 99])
async def test_a_press_at_an_item_that_was_not_reached_changes_nothing(desk: Desk, number: int) -> None:
    view = await begun(desk, desk.ann)
    answer = await desk.act(desk.ann, quiz.give, ITEMS, view.id, number, 4, private=True)
    assert answer == "quiz-here"
    assert (await attempt(desk, desk.ann)) == view


async def test_a_press_of_an_attempt_let_go_shows_the_one_that_is_on(desk: Desk) -> None:
    old = await begun(desk, desk.ann)
    await give(desk, desk.ann, 6)
    await desk.act(desk.ann, quiz.begin_anew, old.id, private=True)
    new = await attempt(desk, desk.ann)
    assert (new.id != old.id, new.at, new.answers) == (True, 1, {})
    await desk.rows()
    assert await desk.act(desk.ann, quiz.give, ITEMS, old.id, 1, 4, private=True) == "quiz-here"
    assert await desk.act(desk.ann, quiz.begin_anew, old.id, private=True) == "quiz-here"
    assert await said(desk) == [("quiz.item", "ann")]
    assert await attempt(desk, desk.ann) == new


async def test_begin_pressed_twice_begins_once(desk: Desk) -> None:
    view = await begun(desk, desk.ann)
    await desk.act(desk.ann, quiz.begin, private=True)
    assert await attempt(desk, desk.ann) == view


async def test_an_old_keyboard_after_the_last_item_shows_the_result(desk: Desk) -> None:
    await take(desk, desk.ann, [4] * 28)
    assert await desk.act(desk.ann, quiz.give, ITEMS, 7, 28, 1, private=True) == "quiz-here"
    assert await said(desk) == [("quiz.result", "ann")]


async def test_back_shows_what_was_given_and_another_answer_takes_its_place(desk: Desk) -> None:
    view = await begun(desk, desk.ann)
    await give(desk, desk.ann, 6)
    await desk.act(desk.ann, quiz.back, view.id, 2, private=True)
    assert (await attempt(desk, desk.ann)).at == 1
    await give(desk, desk.ann, 3)
    now = await attempt(desk, desk.ann)
    assert (now.at, now.answers) == (2, {ITEMS[0].id: 3})


async def test_after_back_an_answer_can_stay_or_be_skipped(desk: Desk) -> None:
    view = await begun(desk, desk.ann)
    await give(desk, desk.ann, 6)
    await desk.act(desk.ann, quiz.back, view.id, 2, private=True)
    await desk.act(desk.ann, quiz.keep, ITEMS, view.id, 1, private=True)
    assert (await attempt(desk, desk.ann)).answers == {ITEMS[0].id: 6}
    await desk.act(desk.ann, quiz.back, view.id, 2, private=True)
    await desk.act(desk.ann, quiz.skip, ITEMS, view.id, 1, private=True)
    assert (await attempt(desk, desk.ann)).answers == {}


async def test_stopped_it_goes_on_at_the_same_item_days_later(desk: Desk) -> None:
    view = await begun(desk, desk.ann)
    await give(desk, desk.ann, 6)
    await desk.act(desk.ann, quiz.stop, view.id, 2, private=True)
    await desk.rows()
    desk.now += timedelta(days=9)
    await desk.act(desk.ann, quiz.home, private=True)
    assert await said(desk) == [("quiz.resume", "ann")]
    await desk.act(desk.ann, quiz.go_on, view.id, private=True)
    assert await said(desk) == [("quiz.item", "ann")]
    assert (await attempt(desk, desk.ann)).at == 2


async def test_the_time_of_a_stop_does_not_count_and_that_of_going_back_adds_up(desk: Desk) -> None:
    view = await begun(desk, desk.ann)
    await give(desk, desk.ann, 6, seconds=3)
    await desk.act(desk.ann, quiz.stop, view.id, 2, private=True)
    desk.now += timedelta(hours=1)
    await desk.act(desk.ann, quiz.go_on, view.id, private=True)
    await give(desk, desk.ann, 6, seconds=2)
    await desk.act(desk.ann, quiz.stop, view.id, 3, private=True)
    # A second device answers without going on first.
    await give(desk, desk.ann, 6, seconds=500)
    for number in (4, 3, 2):
        await desk.act(desk.ann, quiz.back, view.id, number, private=True)
    await give(desk, desk.ann, 5, seconds=1.5)
    async with desk.database.work() as work:
        rows = await work.session.scalars(select(QuizAnswer))
        assert {row.item: row.took_ms for row in rows} == {
            ITEMS[0].id: 4500,
            ITEMS[1].id: 2000,
            ITEMS[2].id: None,
        }


async def test_the_last_item_brings_the_result(desk: Desk) -> None:
    counting = {"anxiety": 2, "avoidance": 6, "repair": 5}
    await take(desk, desk.ann, [counting.get(item.scale, 3) for item in ITEMS[:-1]] + [None])
    found = await profile(desk, desk.ann)
    assert found is not None
    assert found.pattern.primary is not None
    assert found.pattern.primary.region is Region.AVOIDANT
    assert found.result.anxiety is not None
    assert found.result.anxiety.mean == 2.0
    assert found.change is None
    assert not found.result.hasty
    assert not await has_open(desk, desk.ann)


async def test_hasty_answers_are_taken_and_noted(desk: Desk) -> None:
    await take(desk, desk.ann, [number % 7 + 1 for number in range(28)], seconds=1.4)
    found = await profile(desk, desk.ann)
    assert found is not None
    assert found.result.hasty


async def test_with_everything_skipped_there_is_a_result_too(desk: Desk) -> None:
    await take(desk, desk.ann, [None] * 28)
    found = await profile(desk, desk.ann)
    assert found is not None
    assert found.pattern.primary is None
    await desk.act(desk.ann, quiz.home, private=True)
    await desk.deliver()
    assert "too few answers this time" in desk.shown[-1].text


async def test_taken_once_more_the_newest_counts_beside_the_one_before(desk: Desk) -> None:
    await take(desk, desk.ann, [6] * 28)
    then = desk.now
    desk.now += timedelta(weeks=5)
    await take(desk, desk.ann, [2] * 28)
    found = await profile(desk, desk.ann)
    assert found is not None
    assert (found.earlier_at, found.finished_at) == (then, desk.now)
    assert found.change is not None
    assert found.change.anxiety is not None
    assert found.change.anxiety.difference == -4
    assert found.change.anxiety.more_than_chance


async def test_an_answer_to_an_item_that_is_no_more_counts_for_nothing(desk: Desk) -> None:
    await take(desk, desk.ann, [2] * 28)
    fewer = [item for item in ITEMS if item.scale != "repair"]
    async with desk.database.work() as work:
        found = await quiz_profile.profile(work, fewer, desk.ann)
    assert found is not None
    assert found.result.repair is None


async def test_nobody_reads_or_moves_anothers_attempt(desk: Desk) -> None:
    view = await begun(desk, desk.ann)
    await give(desk, desk.ann, 6)
    await desk.rows()
    await desk.act(desk.ben, quiz.give, ITEMS, view.id, 2, 1, private=True)
    await desk.act(desk.ben, quiz.begin_anew, view.id, private=True)
    await desk.act(desk.ben, quiz.forget, view.id, private=True)
    assert set(await said(desk)) == {("quiz.intro", "ben")}
    assert (await attempt(desk, desk.ann)).answers == {ITEMS[0].id: 6}
    assert await profile(desk, desk.ben) is None


async def test_nothing_of_it_goes_anywhere_but_the_persons_private_chat(desk: Desk) -> None:
    view = await begun(desk, desk.ann)
    await desk.act(desk.ann, quiz.stop, view.id, 1, private=True)
    await desk.act(desk.ann, quiz.begin_anew, view.id, private=True)
    await desk.deliver()
    await take(desk, desk.ann, [4] * 28)
    for name in ("result", "scales"):
        await desk.act(desk.ann, quiz.page, name, private=True)
    await desk.deliver()
    await desk.pass_time(weeks=5)
    newest = await profile(desk, desk.ann)
    assert newest is not None
    await desk.act(desk.ann, quiz.ask_to_forget, newest.attempt_id, private=True)
    await desk.act(desk.ann, quiz.forget, newest.attempt_id, private=True)
    await desk.deliver()
    assert {"quiz.again", "quiz.scales", "quiz.gone"} <= {one.screen for one in desk.shown}
    assert {one.chat for one in desk.shown} == {1}


async def test_all_answers_go_after_one_question(desk: Desk) -> None:
    await take(desk, desk.ann, [4] * 28)
    found = await profile(desk, desk.ann)
    assert found is not None
    await desk.act(desk.ann, quiz.ask_to_forget, found.attempt_id, private=True)
    assert await said(desk) == [("quiz.delete", "ann")]
    assert await profile(desk, desk.ann) == found
    await desk.act(desk.ann, quiz.forget, found.attempt_id, private=True)
    assert await said(desk) == [("quiz.gone", "ann")]
    assert await profile(desk, desk.ann) is None
    assert await desk.timers() == []
    assert await desk.act(desk.ann, quiz.forget, found.attempt_id, private=True) == "old-button"


async def test_a_question_asked_before_another_attempt_deletes_nothing(desk: Desk) -> None:
    await take(desk, desk.ann, [4] * 28)
    found = await profile(desk, desk.ann)
    assert found is not None
    await begun(desk, desk.ann)
    assert await desk.act(desk.ann, quiz.forget, found.attempt_id, private=True) == "old-button"
    assert await profile(desk, desk.ann) == found


async def test_a_result_that_is_gone_leads_to_the_beginning(desk: Desk) -> None:
    assert await desk.act(desk.ann, quiz.page, "scales", private=True) == "old-button"
    assert await said(desk) == [("quiz.intro", "ann")]


async def test_with_an_open_attempt_the_beginning_leads_to_it(desk: Desk) -> None:
    await begun(desk, desk.ann)
    await desk.act(desk.ann, quiz.intro, private=True)
    assert await said(desk) == [("quiz.resume", "ann")]


async def test_the_items_turn_in_one_message(desk: Desk) -> None:
    view = await begun(desk, desk.ann)
    async with desk.database.work() as work:
        work.panels.remember_sent(1, 5, panel_key="quiz.item", words_of=(), now=desk.now)
    spot = Spot(5, desk.now, film=False)
    await desk.act(desk.ann, quiz.give, ITEMS, view.id, 1, 4, spot, private=True)
    (row,) = await desk.rows()
    assert (row.name, row.params["instead_of"]) == ("quiz.item", 5)


async def test_of_quick_presses_only_the_last_item_is_still_to_be_shown(desk: Desk) -> None:
    view = await begun(desk, desk.ann)
    async with desk.database.work() as work:
        work.panels.remember_sent(1, 5, panel_key="quiz.item", words_of=(), now=desk.now)
    spot = Spot(5, desk.now, film=False)
    for number in (1, 2, 3):
        await desk.act(desk.ann, quiz.give, ITEMS, view.id, number, 4, spot, private=True)
    assert await said(desk) == [("quiz.item", "ann")]


async def test_after_four_weeks_another_attempt_is_offered_once_and_silently(desk: Desk) -> None:
    await take(desk, desk.ann, [4] * 28)
    await desk.pass_time(days=27)
    assert desk.shown == []
    await desk.pass_time(days=40)
    (offer,) = desk.shown
    assert (offer.screen, offer.chat, offer.silent) == ("quiz.again", 1, True)
    assert await desk.timers() == []


async def test_four_weeks_count_from_the_newest_attempt(desk: Desk) -> None:
    await take(desk, desk.ann, [4] * 28)
    await desk.pass_time(days=20)
    await take(desk, desk.ann, [4] * 28)
    await desk.pass_time(days=27)
    assert desk.shown == []
    await desk.pass_time(days=2)
    assert [one.screen for one in desk.shown] == ["quiz.again"]


async def test_whoever_has_begun_anew_is_offered_nothing(desk: Desk) -> None:
    await take(desk, desk.ann, [4] * 28)
    await begun(desk, desk.ann)
    await desk.pass_time(weeks=5)
    assert desk.shown == []


async def test_the_offer_waits_for_the_end_of_quiet_hours(desk: Desk) -> None:
    async with desk.database.work() as work:
        ann = await work.session.get(Person, desk.ann)
        assert ann is not None
        ann.zone, ann.quiet_from, ann.quiet_to = "UTC", 19 * 60, 8 * 60
    await take(desk, desk.ann, [4] * 28)
    await desk.pass_time(weeks=5)
    (offer,) = desk.shown
    assert (offer.at.hour, offer.at.minute) == (8, 0)


async def test_the_offer_waits_for_the_end_of_a_pause_and_of_a_holiday(desk: Desk) -> None:
    await take(desk, desk.ann, [4] * 28)
    offered = desk.now + quiz_retake.AFTER
    ends = offered + timedelta(days=3)
    async with desk.database.work() as work:
        rhythm = await work.rhythms.form(desk.couple)
        rhythm.break_until = ends
    await desk.pass_time(weeks=4, days=2)
    assert desk.shown == []
    async with desk.database.work() as work:
        await work.pauses.start(
            couple_id=None,
            party_ids=[desk.ann],
            caller_id=desk.ann,
            return_at=ends + timedelta(minutes=20),
            now=ends - timedelta(minutes=1),
        )
    await desk.pass_time(days=1, minutes=10)
    assert desk.shown == []
    async with desk.database.work() as work:
        (pause,) = await work.pauses.all_open_alone([desk.ann])
        pause.state = "closed"
    await desk.pass_time(minutes=10)
    assert [one.screen for one in desk.shown] == ["quiz.again"]


async def test_an_answer_needs_an_attempt(desk: Desk) -> None:
    async def press(turn: Turn, person: Person) -> None:
        await quiz.give(turn, person, ITEMS, 5, 1, 4)

    assert await desk.act(desk.ann, press, private=True) == "quiz-here"
    assert await said(desk) == [("quiz.intro", "ann")]
