"""The weekly review: one step for both, nothing shown before it is left, one small agreement."""

import asyncio
import re
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from practices import couple, moments, pause, pause_return, review, review_agreement, review_answers
from practices.couple_day import day_of
from practices.moments import MomentKind
from practices.turn import Turn
from storage.review_views import Step
from storage.reviews import LONGEST
from storage.tables import Review
from storage.weeks import week
from tests.practices.pause_desk import GROUP_CHAT, Desk, open_desk

WEEK = "2026-W10"


async def began(desk: Desk) -> Review:
    await desk.act(desk.ann, review.ask)
    await desk.deliver()
    return await newest(desk)


async def newest(desk: Desk) -> Review:
    async with desk.database.work() as work:
        ours = select(Review).where(Review.couple_id == desk.couple)
        found = await work.session.scalar(ours.order_by(Review.opened_at.desc()).limit(1))
        assert found is not None
        return found


async def by_rhythm(desk: Desk, week: str = WEEK) -> None:
    async with desk.database.work() as work:
        if await work.rhythms.get(desk.couple) is None:
            await work.rhythms.form(desk.couple)
            await work.flush()
        view = await work.rhythms.view(desk.couple)
        assert view is not None
        await review.begin(Turn(desk.now, work), view, week)


async def writes(desk: Desk, person: int, review_id: int, step: Step, words: str) -> None:
    await desk.act(person, review_answers.enter, review_id, step, private=True)
    await desk.act(person, review_answers.keep, words, private=True)


async def to_step(desk: Desk, found: Review, step: Step) -> None:
    """On to this step, with nothing given."""
    while (now := (await newest(desk)).step) != step:
        await desk.act(desk.ben, review.go_on, found.id, Step(now))


async def agreed_on_phones(desk: Desk) -> None:
    """A review at whose end both said yes to "phones"."""
    found = await began(desk)
    await to_step(desk, found, Step.AGREEMENT)
    await desk.act(desk.ben, review_agreement.propose, found.id, "phones")
    async with desk.database.work() as work:
        (phones,) = [one.id for one in await work.reviews.proposals(found.id)]
    for person in (desk.ann, desk.ben):
        await desk.act(person, review_agreement.say_yes, found.id, phones)


def texts(desk: Desk, chat: int) -> list[str]:
    return [one.text for one in desk.shown if one.chat == chat]


async def test_the_rhythm_begins_one_review_a_week_and_none_beside_an_open_one(desk: Desk) -> None:
    await by_rhythm(desk)
    first = await newest(desk)
    await by_rhythm(desk, "2026-W11")
    assert (await newest(desk)).id == first.id
    await desk.pass_time(hours=49)
    await by_rhythm(desk)
    assert (await newest(desk)).id == first.id
    await by_rhythm(desk, "2026-W12")
    assert (await newest(desk)).id != first.id


async def test_one_that_is_open_when_the_week_is_over_comes_forward_and_stays_open(desk: Desk) -> None:
    found = await began(desk)
    await desk.pass_time(hours=47)
    shown = len(desk.shown)
    await by_rhythm(desk)
    await desk.deliver()
    forward = next(one for one in desk.shown[shown:] if one.chat == GROUP_CHAT)
    assert (forward.method, forward.screen) == ("sendMessage", "review.appreciation")
    await desk.pass_time(hours=47)
    assert (await newest(desk)).closed_at is None
    await desk.pass_time(hours=2)
    assert (await newest(desk)).closed_at is not None
    assert (await newest(desk)).id == found.id


async def test_it_opens_with_the_week_and_rings_once(desk: Desk) -> None:
    await by_rhythm(desk)
    rows = await desk.rows()
    assert [(row.name, row.to, row.ring) for row in rows] == [
        ("review.week", "both", False),
        ("review", "both", True),
    ]
    assert (rows[0].params["first"], rows[0].params["last"]) == ("2026-02-23", "2026-03-01")


async def test_asking_for_one_that_is_open_brings_it_forward(desk: Desk) -> None:
    first = await began(desk)
    await desk.act(desk.ben, review.ask)
    await desk.deliver()
    assert (await newest(desk)).id == first.id
    assert desk.screens(GROUP_CHAT).count("review.appreciation") == 2


async def test_either_ones_next_moves_it_on_and_a_second_one_moves_nothing(desk: Desk) -> None:
    found = await began(desk)
    assert await desk.act(desk.ann, review.go_on, found.id, Step.APPRECIATION) == "okay"
    assert await desk.act(desk.ben, review.go_on, found.id, Step.APPRECIATION) == "review-moved"
    assert (await newest(desk)).step == Step.WORKS


async def test_what_both_gave_is_shown_when_the_step_is_left(desk: Desk) -> None:
    found = await began(desk)
    await desk.act(desk.ann, review_answers.tap, found.id, Step.APPRECIATION, "patience")
    await writes(desk, desk.ben, found.id, Step.APPRECIATION, "the  soup\non Tuesday")
    await desk.deliver()
    before = len(desk.shown)
    await desk.act(desk.ben, review.go_on, found.id, Step.APPRECIATION)
    await desk.deliver()
    assert [one.screen for one in desk.shown[before:]] == ["review.given", "review.works"]
    assert desk.shown[before].text == "Appreciation\nAnn: Patience\nBen: “the soup on Tuesday”"


async def test_what_one_gave_stays_with_them_until_they_show_it(desk: Desk) -> None:
    found = await began(desk)
    await writes(desk, desk.ann, found.id, Step.APPRECIATION, "your jokes")
    await desk.act(desk.ben, review.go_on, found.id, Step.APPRECIATION)
    await desk.deliver()
    assert "your jokes" in texts(desk, 1)[-1]
    assert not any("your jokes" in text for text in texts(desk, GROUP_CHAT) + texts(desk, 2))
    async with desk.database.work() as work:
        answer = await work.reviews.own(desk.ann, found.id, Step.APPRECIATION)
        assert answer is not None
        assert await work.reviews.own(desk.ben, found.id, Step.APPRECIATION) is None
    assert await desk.act(desk.ben, review_answers.show, answer.id, None) == "not-yours"
    await desk.act(desk.ann, review_answers.show, answer.id, None, private=True)
    await desk.deliver()
    assert "Appreciation\nAnn: “your jokes”" in texts(desk, GROUP_CHAT)


async def test_words_that_come_after_the_step_are_kept_and_their_author_is_asked(desk: Desk) -> None:
    found = await began(desk)
    await desk.act(desk.ann, review_answers.enter, found.id, Step.APPRECIATION, private=True)
    await desk.act(desk.ben, review.go_on, found.id, Step.APPRECIATION)
    await desk.act(desk.ann, review_answers.keep, "late but true", private=True)
    await desk.deliver()
    assert texts(desk, 1)[-1].startswith(
        "A quiet note.\nAppreciation: this is with you alone.\n“late but true”\n"
    )


async def test_what_was_shown_stays_as_it_was(desk: Desk) -> None:
    found = await began(desk)
    await writes(desk, desk.ann, found.id, Step.APPRECIATION, "first")
    await writes(desk, desk.ben, found.id, Step.APPRECIATION, "mine")
    await desk.act(desk.ann, review_answers.enter, found.id, Step.APPRECIATION, private=True)
    await desk.act(desk.ben, review.go_on, found.id, Step.APPRECIATION)
    await desk.act(desk.ann, review_answers.keep, "second", private=True)
    async with desk.database.work() as work:
        view = await work.reviews.view(found.id)
    assert view is not None
    assert {one.words for one in view.given} == {"first", "mine"}


async def test_taking_back_leaves_nothing_to_show(desk: Desk) -> None:
    found = await began(desk)
    for person in (desk.ann, desk.ben):
        await desk.act(person, review_answers.tap, found.id, Step.APPRECIATION, "helping")
    await desk.act(desk.ann, review_answers.take_back, found.id, Step.APPRECIATION)
    await desk.act(desk.ann, review.go_on, found.id, Step.APPRECIATION)
    await desk.deliver()
    assert "review.given" not in desk.screens()
    assert desk.screens(2)[-1] == "review.one_sided"


async def test_words_that_are_too_long_are_asked_for_anew(desk: Desk) -> None:
    found = await began(desk)
    await writes(desk, desk.ann, found.id, Step.APPRECIATION, "9" * (LONGEST + 1))
    await desk.deliver()
    assert desk.screens(1)[-1] == "review.too_long"
    await desk.act(desk.ann, review_answers.keep, "short", private=True)
    await desk.deliver()
    assert desk.screens(1)[-1] == "review.kept"


async def test_an_agreement_holds_when_both_said_yes_to_the_same_words(desk: Desk) -> None:
    found = await began(desk)
    await to_step(desk, found, Step.AGREEMENT)
    await writes(desk, desk.ann, found.id, Step.AGREEMENT, "tea at nine")
    desk.now += timedelta(seconds=5)
    await desk.act(desk.ben, review_agreement.propose, found.id, "phones")
    await desk.deliver()
    assert "1. tea at nine\n2. phones face down at dinner" in texts(desk, GROUP_CHAT)[-1]
    async with desk.database.work() as work:
        tea, phones = [one.id for one in await work.reviews.proposals(found.id)]
    assert await desk.act(desk.ann, review_agreement.say_yes, found.id, tea) == "review-yes"
    assert await desk.act(desk.ann, review_agreement.say_yes, found.id, tea) == "review-yes"
    assert await desk.act(desk.ben, review_agreement.say_yes, found.id, phones) == "review-yes"
    assert (await newest(desk)).closed_at is None
    assert await desk.act(desk.ben, review_agreement.say_yes, found.id, tea) == "review-agreed"
    await desk.deliver()
    assert texts(desk, GROUP_CHAT)[-1].startswith("Agreed for next week: tea at nine.")
    assert f"{review.TIMER_KIND}:{found.id}" not in [timer.key for timer in await desk.timers()]


async def test_a_yes_can_be_taken_back_and_nobody_learns_of_it(desk: Desk) -> None:
    found = await began(desk)
    await to_step(desk, found, Step.AGREEMENT)
    await desk.act(desk.ben, review_agreement.propose, found.id, "phones")
    async with desk.database.work() as work:
        (phones,) = [one.id for one in await work.reviews.proposals(found.id)]
    await desk.deliver()
    shown = len(desk.shown)
    await desk.act(desk.ann, review_agreement.say_yes, found.id, phones)
    await desk.act(desk.ann, review_answers.take_back, found.id, Step.AGREEMENT)
    await desk.deliver()
    assert len(desk.shown) == shown
    assert await desk.act(desk.ben, review_agreement.say_yes, found.id, phones) == "review-yes"


async def test_more_than_three_proposals_find_no_room(desk: Desk) -> None:
    found = await began(desk)
    await to_step(desk, found, Step.AGREEMENT)
    answers = [
        await desk.act(desk.ben, review_agreement.propose, found.id, chip)
        for chip in ("phones", "phones", "stroll", "goodnight", "breakfast")
    ]
    assert answers == ["review-on-table"] * 4 + ["review-three"]


async def test_the_next_review_asks_whether_the_agreement_helped_and_asks_once(desk: Desk) -> None:
    await agreed_on_phones(desk)
    await desk.pass_time(days=7)
    await by_rhythm(desk)
    await desk.deliver()
    assert texts(desk, GROUP_CHAT)[-1].startswith(
        "Did it help? Last time you agreed: “phones face down at dinner”."
    )
    second = await newest(desk)
    await desk.act(desk.ann, review_answers.tap, second.id, Step.HELPED, "yes")
    await desk.act(desk.ann, review_answers.tap, second.id, Step.HELPED, "somewhat")
    await desk.act(desk.ben, review_answers.tap, second.id, Step.HELPED, "yes")
    await desk.act(desk.ann, review.go_on, second.id, Step.HELPED)
    await desk.deliver()
    assert "Did it help?\nAnn: A little\nBen: It helped" in texts(desk, GROUP_CHAT)
    await desk.pass_time(days=7)
    await by_rhythm(desk, "2026-W11")
    assert (await newest(desk)).step == Step.APPRECIATION


async def test_after_48_hours_it_closes_without_a_word_and_what_was_open_stays_hidden(desk: Desk) -> None:
    found = await began(desk)
    for person in (desk.ann, desk.ben):
        await writes(desk, person, found.id, Step.APPRECIATION, "unseen")
    await desk.deliver()
    before = len(desk.shown)
    await desk.pass_time(hours=48)
    assert [(one.method, one.silent) for one in desk.shown[before:]] == [("editMessageText", False)]
    assert "unseen" not in desk.shown[-1].text
    assert await desk.act(desk.ann, review.go_on, found.id, Step.APPRECIATION) == "review-closed"
    async with desk.database.work() as work:
        for person in (desk.ann, desk.ben):
            past = await work.reviews.past(person, 0)
            assert past is not None
            assert [(one.person.id, one.words) for one in past.own] == [(person, "unseen")]


async def test_while_a_pause_is_on_the_review_waits(desk: Desk) -> None:
    found = await began(desk)
    await desk.act(desk.ann, pause.call, by_message=False)
    for step in (
        desk.act(desk.ben, review.go_on, found.id, Step.APPRECIATION),
        desk.act(desk.ben, review_answers.tap, found.id, Step.APPRECIATION, "helping"),
        desk.act(desk.ben, review.ask),
    ):
        assert await step == "review-waits"
    assert (await newest(desk)).step == Step.APPRECIATION


async def test_once_they_part_every_button_is_refused_kindly(desk: Desk) -> None:
    found = await began(desk)
    await desk.act(desk.ben, review_answers.enter, found.id, Step.APPRECIATION, private=True)
    await desk.act(desk.ann, couple.unpair, desk.couple, message_id=None, private=True)
    assert await desk.act(desk.ben, review.go_on, found.id, Step.APPRECIATION) == "couple-over"
    await desk.act(desk.ben, review_answers.keep, "too late", private=True)
    await desk.deliver()
    assert desk.screens(2)[-1] == "review.over"
    await desk.pass_time(hours=48)
    # It stands still, as all that they shared does.
    assert (await newest(desk)).closed_at is None


async def test_a_review_of_others_is_none_of_theirs(desk: Desk) -> None:
    found = await began(desk)
    cleo = await desk.meet(3, "Cleo")
    assert await desk.act(cleo, review.go_on, found.id, Step.APPRECIATION, private=True) == "not-yours"
    assert await desk.act(cleo, review_answers.tap, found.id, Step.APPRECIATION, "helping") == "not-yours"


async def test_without_a_shared_chat_both_private_chats_have_it(single: Desk) -> None:
    await single.pair(group=False)
    await single.act(single.ann, review.ask, private=True)
    await single.deliver()
    assert {one.chat for one in single.shown if one.panel} == {1, 2}


# Nothing shown before a step is left depends on what the other gave.

GIFT = st.lists(st.sampled_from(["helping", "patience", "words", "back"]), max_size=5)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(anns=GIFT, bens=GIFT)
def test_before_a_step_is_left_nothing_shown_depends_on_what_the_other_gave(
    anns: list[str], bens: list[str]
) -> None:
    assert asyncio.run(_seen_by_ben(anns, bens)) == asyncio.run(_seen_by_ben([], bens))


async def _seen_by_ben(anns: list[str], bens: list[str]) -> list[object]:
    with TemporaryDirectory() as folder:
        async with open_desk(f"sqlite+aiosqlite:///{Path(folder)}/house.db") as desk:
            await desk.pair()
            found = await began(desk)
            seen: list[object] = []
            for index in range(5):
                for person, gifts in ((desk.ann, anns), (desk.ben, bens)):
                    answer = await _give(desk, person, found.id, gifts[index : index + 1])
                    if person == desk.ben:
                        seen.append(answer)
                await desk.deliver()
                desk.now += timedelta(seconds=5)
            seen += [
                (one.at, one.screen, one.method, one.text, one.silent, re.sub(r"\d{9,}", "#", str(one.data)))
                for one in desk.shown
                if one.chat in (2, GROUP_CHAT)
            ]
            return seen


async def _give(desk: Desk, person: int, review_id: int, gifts: list[str]) -> str:
    for what in gifts:
        if what == "words":
            await writes(desk, person, review_id, Step.APPRECIATION, "so much")
            return ""
        if what == "back":
            return await desk.act(person, review_answers.take_back, review_id, Step.APPRECIATION)
        return await desk.act(person, review_answers.tap, review_id, Step.APPRECIATION, what)
    return ""


@pytest.mark.parametrize("step", [Step.AGREEMENT, Step.NEAR])
async def test_a_forged_suggestion_is_refused(desk: Desk, step: Step) -> None:
    found = await began(desk)
    await to_step(desk, found, step)
    assert await desk.act(desk.ann, review_answers.tap, found.id, step, "nonsense") == "old-button"


async def test_in_a_pause_nothing_is_shown_to_the_other(desk: Desk) -> None:
    found = await began(desk)
    await writes(desk, desk.ann, found.id, Step.APPRECIATION, "your jokes")
    await desk.act(desk.ben, review.go_on, found.id, Step.APPRECIATION)
    async with desk.database.work() as work:
        answer = await work.reviews.own(desk.ann, found.id, Step.APPRECIATION)
        assert answer is not None
    await desk.act(desk.ben, pause.call, by_message=False)
    answered = await desk.act(desk.ann, review_answers.show, answer.id, None, private=True)
    await desk.deliver()
    assert answered == "review-waits"
    assert not any("your jokes" in text for text in texts(desk, GROUP_CHAT))


async def test_where_a_reviews_panel_stood_is_forgotten_after_a_month(desk: Desk) -> None:
    first = await began(desk)
    for days, stands in ((29, 1), (31, 0)):
        desk.now = first.opened_at + timedelta(days=days)
        await desk.fire()
        await began(desk)
        async with desk.database.work() as work:
            assert len(await work.panels.places(review.key_of(first))) == stands


async def test_words_follow_their_message_until_they_are_shown(desk: Desk) -> None:
    found = await began(desk)
    await desk.act(desk.ann, review_answers.enter, found.id, Step.APPRECIATION, private=True)
    await desk.act(desk.ann, review_answers.keep, "your temper", message_id=7, private=True)
    await writes(desk, desk.ben, found.id, Step.APPRECIATION, "your jokes")
    await desk.act(desk.ann, review_answers.edited, 8, "of another message", private=True)
    await desk.act(desk.ann, review_answers.edited, 7, "your patience", private=True)
    await desk.act(desk.ann, review.go_on, found.id, Step.APPRECIATION)
    await desk.deliver()
    assert "Ann: “your patience”" in next(text for text in texts(desk, GROUP_CHAT) if "your jokes" in text)
    await desk.act(desk.ann, review_answers.edited, 7, "too late", private=True)
    await desk.deliver()
    assert [one.screen for one in desk.shown if one.chat == 1][-1] == "review.moved"
    async with desk.database.work() as work:
        own = await work.reviews.own(desk.ann, found.id, Step.APPRECIATION)
        assert own is not None
        view = await work.reviews.own_view(own.id)
        assert view is not None
        assert view.given.words == "your patience"


async def test_words_taken_back_do_not_return_with_an_edit(desk: Desk) -> None:
    found = await began(desk)
    await desk.act(desk.ann, review_answers.enter, found.id, Step.APPRECIATION, private=True)
    await desk.act(desk.ann, review_answers.keep, "no", message_id=7, private=True)
    await desk.act(desk.ann, review_answers.take_back, found.id, Step.APPRECIATION, private=True)
    await desk.act(desk.ann, review_answers.edited, 7, "nope", private=True)
    async with desk.database.work() as work:
        assert await work.reviews.given_to(found.id, Step.APPRECIATION) == []


async def test_an_agreement_is_asked_about_after_a_long_holiday_too(desk: Desk) -> None:
    await agreed_on_phones(desk)
    await desk.pass_time(days=28)
    await by_rhythm(desk)
    assert (await newest(desk)).step == Step.HELPED


async def test_a_proposal_typed_in_a_pause_is_asked_for_once_more_after_it(desk: Desk) -> None:
    found = await began(desk)
    await to_step(desk, found, Step.AGREEMENT)
    await desk.act(desk.ann, review_answers.enter, found.id, Step.AGREEMENT, private=True)
    await desk.act(desk.ben, pause.call, by_message=False)
    await desk.deliver()
    await desk.act(desk.ann, review_answers.keep, "tea at nine", private=True)
    await desk.deliver()
    assert [one.screen for one in desk.shown if one.chat == 1][-1] == "review.waits_words"
    shown = await desk.pause()
    await desk.pass_time(minutes=20)
    for person in (desk.ann, desk.ben):
        await desk.act(person, pause_return.here, shown.id)
    await desk.act(desk.ann, review_answers.keep, "tea at nine", private=True)
    async with desk.database.work() as work:
        assert len(await work.reviews.proposals(found.id)) == 1


async def test_the_week_counts_the_days_that_it_shows(desk: Desk) -> None:
    for _ in range(2):
        await desk.act(desk.ann, moments.log, MomentKind.NEAR, private=True)
        await desk.pass_time(hours=2)
    await desk.pass_time(days=1)
    await began(desk)
    found = await newest(desk)
    await desk.act(desk.ann, moments.log, MomentKind.NEAR, private=True)
    async with desk.database.work() as work:
        today = day_of(desk.now, "UTC")
        days = today - timedelta(days=7), today - timedelta(days=1)
        view = await week(work, found.id, days)
    assert view is not None
    assert view.near == 2
    assert found.since == datetime.combine(days[0], time(4), UTC)
