"""/forget: nothing of a person is left, the other's own is untouched, and a kill half-way costs nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.deliver import settle
from bot.deliver.delivery import Delivery
from practices import (
    calm,
    check_in,
    couple,
    forget,
    moments,
    pairing,
    pause,
    pause_return,
    review,
    review_answers,
)
from practices.turn import Turn, to_couple, to_person
from storage.erasures import BATCH
from storage.lanes import Lane
from storage.moments import MomentKind
from storage.playbooks import Felt, Trial
from storage.review_views import Step
from storage.tables import Base, Member
from tests.practices.check_in_desk import ask, write
from tests.practices.pause_desk import GROUP_CHAT, Desk

Rows = dict[str, list[dict[str, Any]]]
SIGNS = {"ann": "left by ann", "ben": "left by ben"}


async def rows(desk: Desk) -> Rows:
    """All that the database holds."""
    async with desk.database.work() as work:
        found: Rows = {}
        for table in Base.metadata.sorted_tables:
            result = await work.session.execute(select(table))
            found[table.name] = [dict(row) for row in result.mappings()]
        return found


def naming(found: Rows, *ids: int) -> set[str]:
    """Tables and columns that hold one of these numbers, alone or within a text."""
    marks = {str(one) for one in ids}
    return {
        f"{table}.{column}"
        for table, each in found.items()
        for row in each
        for column, value in row.items()
        if value in ids or (isinstance(value, str) and marks & set(value.replace("-", ":").split(":")))
    }


def of(found: Rows, person: int) -> Mapping[str, list[dict[str, Any]]]:
    """The rows that carry this person's id, where they are that person's own."""
    own = ("comforts", "moments", "check_in_answers", "review_answers", "quiz_attempts", "experiments")
    return {name: [row for row in found[name] if row["person_id"] == person] for name in own}


async def live(desk: Desk) -> None:
    """Both of them use everything that there is."""
    await desk.act(desk.ann, pause.call, by_message=False)
    await desk.deliver()
    await desk.pass_time(minutes=20)
    for person in (desk.ann, desk.ben):
        await desk.act(person, pause_return.here, (await desk.last()).id)
    await desk.deliver()
    question = await ask(desk)
    for name, person in (("ann", desk.ann), ("ben", desk.ben)):
        await desk.act(person, check_in.mood, question, 4, private=True)
        await write(desk, person, question, SIGNS[name])
        await desk.deliver()
    await desk.act(desk.ann, review.ask)
    await desk.deliver()
    async with desk.database.work() as work:
        open_review = await work.reviews.open_of(desk.couple)
        assert open_review is not None
    for name, person in (("ann", desk.ann), ("ben", desk.ben)):
        await desk.act(person, review_answers.enter, open_review.id, Step.APPRECIATION, private=True)
        await desk.act(person, review_answers.keep, SIGNS[name], private=True)
    await desk.act(desk.ben, review.go_on, open_review.id, Step.APPRECIATION)
    await desk.deliver()
    for name, person in (("ann", desk.ann), ("ben", desk.ben)):
        await desk.act(person, moments.log, MomentKind.WIN, private=True)
        async with desk.database.work() as work:
            win = await work.moments.newest(person, MomentKind.WIN)
            assert win is not None
        await desk.act(person, moments.ask, win.id, private=True)
        await desk.act(person, moments.keep, SIGNS[name], private=True)
        await desk.act(person, moments.tell, win.id, None, private=True)
        await desk.act(person, calm.ask, 0, None, private=True)
        await desk.act(person, calm.keep, SIGNS[name], private=True)
        async with desk.database.work() as work:
            attempt = await work.quizzes.begin(person, desk.now)
            await work.quizzes.answer(attempt, "a1", 6, 900)
            trial = await work.experiments.begin(person, next(iter(Trial)), desk.now, desk.now)
            await work.experiments.log(trial, next(iter(Felt)), desk.now)
    await desk.deliver()


async def go(desk: Desk, person: int) -> str:
    """/forget, confirmed."""
    return await desk.act(person, forget.forget, person, message_id=None, private=True)


async def test_nothing_of_a_person_is_left_in_any_table_and_the_other_keeps_their_own(
    desk: Desk,
) -> None:
    await live(desk)
    before = await rows(desk)
    assert {"check_in_answers.person_id", "sent.person_id", "persons.id"} <= naming(before, desk.ann)
    assert await go(desk, desk.ann) == "forget-done"
    await desk.deliver()
    after = await rows(desk)
    assert naming(after, desk.ann) == set()
    assert not [row for name in ("sent", "panels") for row in after[name] if row["chat_id"] == 1]
    assert of(after, desk.ben) == of(before, desk.ben)
    assert [row["id"] for row in after["persons"]] == [desk.ben]
    assert after["weekly_agreements"] == after["pauses"] == []
    assert after["check_ins"][0]["words_revealed_at"] is None
    assert desk.shown[-1].text.startswith("Done. I don't know you any more.")


async def test_messages_with_their_words_are_deleted_wherever_they_are_and_no_others(desk: Desk) -> None:
    await desk.act(desk.ben, calm.ask, 0, None, private=True)
    await desk.act(desk.ben, calm.keep, "a walk", private=True)
    await live(desk)
    async with desk.database.work() as work:
        hers = set(await work.panels.holding(desk.ann, desk.now - timedelta(hours=47)))
    assert {chat for chat, _ in hers} == {1, 2, GROUP_CHAT}
    await go(desk, desk.ann)
    calls = [row for row in await desk.rows() if row.name == "deleteMessage"]
    assert {(int(row.to.partition(":")[2]), row.params["message_id"]) for row in calls} == hers
    told = [shown for shown in desk.shown if shown.chat == 2 and SIGNS["ann"] in shown.text]
    assert told


async def test_they_are_somebody_new_afterwards_and_a_late_tap_makes_nobody_known(desk: Desk) -> None:
    await go(desk, desk.ann)
    async with desk.database.work() as work:
        assert await work.persons.by_telegram(1) is None
    again = await desk.meet(1, "Ann")
    assert again != desk.ann
    await desk.deliver()
    await desk.act(again, pairing.start, private=True)
    assert [row.params for row in await desk.rows()] == [{"state": "new"}]


async def test_only_they_themselves_can_say_so(desk: Desk) -> None:
    before = await rows(desk)
    assert await desk.act(desk.ben, forget.forget, desk.ann, message_id=None, private=True) == "not-yours"
    assert await rows(desk) == before
    await desk.act(desk.ann, forget.ask, private=True)
    assert [row.name for row in await desk.rows()] == ["forget.ask"]


async def test_in_mid_pause_the_other_is_called_back_and_who_left_is_not(desk: Desk) -> None:
    await desk.act(desk.ann, pause.call, by_message=False)
    await desk.deliver()
    await go(desk, desk.ann)
    await desk.deliver()
    before = len(desk.shown)
    await desk.pass_time(minutes=20)
    assert [one.chat for one in desk.shown[before:] if one.panel] == [2, 2]
    assert "Ann" not in "".join(one.text for one in desk.shown[before:])
    assert [party.person_id for party in (await desk.parties((await desk.last()).id)).values()] == [desk.ben]


async def much(desk: Desk, count: int) -> None:
    async with desk.database.work() as work:
        for number in range(count):
            await work.comforts.add(desk.ann, f"{number}", desk.now)


async def die_half_way(desk: Desk) -> None:
    """A batch whose transaction never ends."""
    async with desk.database.work() as work:
        await forget.go_on(Turn(desk.now, work), desk.ann)
        raise KeyboardInterrupt


async def test_a_long_history_goes_in_batches_which_a_kill_only_delays(desk: Desk) -> None:
    await much(desk, 2 * BATCH + 10)
    await go(desk, desk.ann)
    found = await rows(desk)
    assert len(found["comforts"]) == BATCH + 10
    # Whatever is left, nobody is this person any more.
    assert 1 not in {row["telegram_id"] for row in found["persons"]}
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            await die_half_way(desk)
    assert len((await rows(desk))["comforts"]) == BATCH + 10
    # /start comes before it is done: they begin as somebody new, who stays.
    again = await desk.meet(1, "Ann")
    assert await desk.fire() == 2
    found = await rows(desk)
    assert naming(found, desk.ann) == set()
    assert {row["id"] for row in found["persons"]} == {again, desk.ben}
    assert found["comforts"] == []


async def test_when_both_are_forgotten_their_couple_is_gone_at_once(desk: Desk) -> None:
    await live(desk)
    await go(desk, desk.ann)
    await go(desk, desk.ben)
    await desk.deliver()
    found = await rows(desk)
    # Where the bot's own panels stand in the group says nothing of anybody.
    assert {name for name, each in found.items() if each} <= {"groups", "inbox", "panels", "sent"}
    assert naming(found, desk.ann, desk.ben, desk.couple) <= {"panels.key", "sent.panel_key"}
    assert {row["chat_id"] for row in (*found["panels"], *found["sent"])} == {GROUP_CHAT}


async def test_what_was_under_way_while_they_were_forgotten_is_taken_out_of_the_chat(desk: Desk) -> None:
    said = Delivery(
        ids=(),
        kind="screen",
        name="review.given",
        address=to_couple(desk.couple),
        lane=Lane.ANSWER,
        attempts=0,
        chat_id=GROUP_CHAT,
        method="sendMessage",
        params={},
        words_of=frozenset((desk.ann, desk.ben)),
    )
    private = replace(said, address=to_person(desk.ann), chat_id=1, words_of=frozenset((desk.ann,)))
    await go(desk, desk.ann)
    await desk.deliver()
    async with desk.database.work() as work:
        for message_id, delivery in ((70, said), (71, private)):
            await settle.delivered(work, delivery, {"message_id": message_id}, desk.now)
    calls = [(row.to, row.name, row.params) for row in await desk.rows()]
    assert calls == [
        (f"chat:{GROUP_CHAT}", "deleteMessage", {"message_id": 70}),
        ("chat:1", "deleteMessage", {"message_id": 71}),
    ]
    assert (await rows(desk))["sent"] == []


async def test_an_open_invitation_and_a_seat_in_a_group_are_free_again(single: Desk) -> None:
    await single.act(single.ann, pairing.invite, by_press=False, private=True)
    async with single.database.work() as work:
        group = await work.groups.join(GROUP_CHAT, single.now)
        await pairing.greet(Turn(single.now, work), group, "en")
        opened = await work.pairings.open_of_group(group.id)
        assert opened is not None
    await single.act(single.ann, pairing.join, opened.id, GROUP_CHAT)
    await go(single, single.ann)
    await single.deliver()
    found = await rows(single)
    assert naming(found, single.ann) == set()
    assert [(row["id"], row["first_id"]) for row in found["pairings"]] == [(opened.id, None)]


async def frozen(desk: Desk) -> Rows:
    """What the two share, and all that hangs on it."""
    found = await rows(desk)
    for name in ("inbox", "outbox", "sent", "panels", "timers", "persons", "members"):
        del found[name]
    return found


async def test_after_the_thirty_days_what_was_shared_is_gone_and_what_was_kept_stays(desk: Desk) -> None:
    await live(desk)
    await desk.pass_time(days=1)
    second = await ask(desk, days=1)
    await write(desk, desk.ann, second, "for me alone")
    await desk.act(desk.ann, check_in.keep_private, second, only_me=True, private=True)
    await desk.deliver()
    await desk.act(desk.ben, couple.unpair, desk.couple, message_id=None)
    await desk.deliver()
    before = await frozen(desk)
    await desk.pass_time(days=29)
    assert await frozen(desk) == before
    await desk.pass_time(days=2)
    after = await rows(desk)
    assert [row["person_id"] for row in after["check_in_answers"]] == [desk.ann]
    assert [row["id"] for row in after["check_ins"]] == [second]
    for name in ("members", "pauses", "parties", "pause_times", "reviews", "rhythms", "timers", "pairings"):
        assert after[name] == [], name
    assert {row["couple_id"] for row in after["moments"]} == {None}
    for name in ("comforts", "quiz_attempts", "quiz_answers", "experiments", "experiment_logs"):
        assert after[name] == before[name]
    await go(desk, desk.ann)
    await desk.deliver()
    left = await rows(desk)
    assert left["check_ins"] == left["couples"] == []


async def test_what_each_kept_of_an_ended_couple_goes_with_its_author_and_the_couple_with_the_last(
    desk: Desk,
) -> None:
    question = await ask(desk)
    await write(desk, desk.ann, question, "for me alone")
    await desk.act(desk.ann, review.ask)
    async with desk.database.work() as work:
        opened = await work.reviews.open_of(desk.couple)
        assert opened is not None
    for person in (desk.ann, desk.ben):
        await desk.act(person, review_answers.enter, opened.id, Step.APPRECIATION, private=True)
        await desk.act(person, review_answers.keep, "for me alone", private=True)
    await desk.deliver()
    await desk.act(desk.ben, couple.unpair, desk.couple, message_id=None)
    await desk.deliver()
    await desk.pass_time(days=31)

    async def left() -> dict[str, int]:
        found = await rows(desk)
        names = ("couples", "members", "check_ins", "check_in_answers", "reviews", "review_answers")
        return {name: len(found[name]) for name in names if found[name]}

    everything = {"couples": 1, "check_ins": 1, "check_in_answers": 1, "reviews": 1, "review_answers": 2}
    assert await left() == everything
    await go(desk, desk.ann)
    assert await left() == {"couples": 1, "reviews": 1, "review_answers": 1}
    await go(desk, desk.ben)
    assert await left() == {}


async def test_a_long_history_of_a_couple_goes_in_batches_too(desk: Desk) -> None:
    await desk.act(desk.ben, couple.unpair, desk.couple, message_id=None)
    await desk.deliver()
    async with desk.database.work() as work:
        for number in range(BATCH + 5):
            moment = await work.moments.add(desk.ann, desk.couple, MomentKind.NEAR, desk.now)
            work.moments.write(moment, str(number))
    await desk.be_out(days=31)
    found = await rows(desk)
    assert {row["couple_id"] for row in found["moments"]} == {None}
    assert found["couples"] == found["timers"] == []


async def test_nothing_that_was_shared_can_be_changed_after_the_end(desk: Desk) -> None:
    await live(desk)
    second = await ask(desk, days=1)
    await write(desk, desk.ann, second, "first words", 900)
    await desk.deliver()
    async with desk.database.work() as work:
        open_review = await work.reviews.open_of(desk.couple)
        win = await work.moments.newest(desk.ann, MomentKind.WIN)
        assert open_review is not None
        assert win is not None
    await desk.act(desk.ben, couple.unpair, desk.couple, message_id=None)
    await desk.deliver()
    before = await frozen(desk)
    for person in (desk.ann, desk.ben):
        for do, args, named in (
            (check_in.mood, (second, 1), {}),
            (check_in.skip, (second,), {}),
            (check_in.keep_private, (second,), {"only_me": True}),
            (review_answers.tap, (open_review.id, Step.WORKS, "talking"), {}),
            (review_answers.take_back, (open_review.id, Step.WORKS), {}),
            (review.go_on, (open_review.id, Step.WORKS), {}),
        ):
            assert await desk.act(person, do, *args, **named, private=True) == "couple-over"
    assert await desk.act(desk.ann, moments.take_back, win.id, None, private=True) == "couple-over"
    other = check_in.Given(words="other words", message_id=900)
    await desk.act(desk.ann, check_in.edited, other, private=True)
    await desk.act(desk.ann, check_in.edited_openly, second, other)
    await write(desk, desk.ann, second, "more words")
    assert {row.name for row in await desk.rows() if row.to == "ann"} == {"couple.frozen"}
    await desk.pass_time(days=3)
    assert await frozen(desk) == before


async def test_whoever_never_comes_back_is_still_told_after_the_other_was_forgotten(desk: Desk) -> None:
    await go(desk, desk.ann)
    await desk.deliver()
    await desk.act(desk.ben, couple.tell_untold)
    assert [(row.name, row.to) for row in await desk.rows()] == [("couple.told", "ben")]
    async with desk.database.work() as work:
        assert [member.person_id for member in await work.session.scalars(select(Member))] == [desk.ben]
