"""The times of check-in and review: proposed, accepted by one tap, changed and stopped by either."""

from datetime import UTC, date, datetime, timedelta

import pytest

from practices import couple, pairing, rhythm_break, rhythm_changes, zone
from practices import pause as pausing
from practices.couple_day import jitter
from storage.local_time import local
from storage.rhythm_times import break_ends
from storage.tables import Person
from tests.practices.pause_desk import GROUP_CHAT, Desk
from tests.practices.rhythm_desk import USUAL, agree, due, live_in, propose, rhythm_of

# The desk's evening is Monday, 2 March 2026, 20:00 UTC: 21:00 in Berlin.
TOMORROW = datetime(2026, 3, 3, 19, 30, tzinfo=UTC)
SUNDAY = datetime(2026, 3, 8, 17, 0, tzinfo=UTC)


async def at(desk: Desk, kind: str) -> datetime:
    """When the next one begins, without what spreads the couples."""
    found = await due(desk, kind)
    assert found is not None
    return found - jitter(desk.couple)


def last(desk: Desk, chat: int = GROUP_CHAT) -> str:
    return next(one.text for one in reversed(desk.shown) if one.chat == chat)


async def test_pairing_by_link_proposes_the_usual_times_when_the_two_have_seen_their_sign(
    single: Desk,
) -> None:
    async with single.database.work() as work:
        link = await work.pairings.open_link(single.ann, "en", single.now, timedelta(days=1))
        link.second_id, link.second_confirmed = single.ben, True
        pairing_id = link.id
    await single.act(single.ann, pairing.confirm, pairing_id, yes=True, private=True)
    await single.deliver()
    before = single.screens()
    assert "couple" in before
    assert "rhythm.proposal" not in before
    await single.pass_time(minutes=1)
    assert single.screens()[len(before) :] == ["rhythm.proposal", "rhythm.proposal"]


async def test_the_proposal_comes_silently_and_once(desk: Desk) -> None:
    await propose(desk)
    await propose(desk)
    await desk.pass_time(minutes=30)
    (shown,) = desk.shown
    assert shown.screen == "rhythm.proposal"
    assert shown.silent
    assert "20:30" in shown.text
    assert "18:00" in shown.text


async def test_a_pause_is_not_interrupted_by_a_proposal(desk: Desk) -> None:
    await propose(desk)
    await desk.act(desk.ann, pausing.call, by_message=False)
    await desk.pass_time(hours=8)
    assert "rhythm.proposal" not in desk.screens()
    await desk.pass_time(hours=3)
    assert desk.screens().count("rhythm.proposal") == 1


@pytest.mark.parametrize("who", ["ann", "ben"])
async def test_either_ones_tap_accepts_by_the_clock_of_whoever_tapped(desk: Desk, who: str) -> None:
    await live_in(desk, "Europe/Berlin", desk.ann, desk.ben)
    await propose(desk)
    await desk.pass_time(minutes=1)
    assert await desk.act(getattr(desk, who), rhythm_changes.accept, desk.couple, USUAL) == "rhythm-accepted"
    assert (await rhythm_of(desk)).zone == "Europe/Berlin"
    assert await at(desk, "check_in") == TOMORROW
    assert await at(desk, "review") == SUNDAY
    await desk.deliver()
    assert (desk.shown[-1].screen, desk.shown[-1].method) == ("rhythm", "editMessageText")
    assert "Check-in: every day at 20:30 CET." in last(desk)
    assert "Ann" not in last(desk)
    assert "Ben" not in last(desk)


async def test_a_second_tap_changes_nothing(desk: Desk) -> None:
    await agree(desk)
    before = await rhythm_of(desk)
    await desk.pass_time(minutes=5)
    assert await desk.act(desk.ben, rhythm_changes.accept, desk.couple, USUAL) == "rhythm-accepted"
    assert (await rhythm_of(desk)).accepted_at == before.accepted_at
    assert await desk.rows() == []


async def test_whoever_accepts_without_a_zone_is_asked_for_it_first(desk: Desk) -> None:
    await propose(desk)
    await desk.pass_time(minutes=1)
    await desk.act(desk.ann, rhythm_changes.accept, desk.couple, USUAL)
    assert (await rhythm_of(desk)).accepted_at is None
    (row,) = await desk.rows()
    assert (row.name, row.params["then"]) == ("zone.ask", f"rhythm:{desk.couple}:yes:1230:6:1080")
    assert len(row.params["then"]) <= 64


async def test_other_hours_are_seen_before_they_are_agreed_to(desk: Desk) -> None:
    await live_in(desk, "Asia/Shanghai", desk.ben)
    await propose(desk)
    await desk.pass_time(minutes=1)
    await live_in(desk, "Europe/Berlin", desk.ann)
    assert await desk.act(desk.ann, rhythm_changes.accept, desk.couple, USUAL) == "rhythm-look"
    assert (await rhythm_of(desk)).accepted_at is None
    await desk.deliver()
    assert "13:30 (Berlin)" in last(desk)
    assert "20:30 (Shanghai)" in last(desk)
    data = next(one for one in desk.shown[-1].data if ":yes:" in one)
    seen = tuple(int(part) for part in data.split(":")[3:])
    assert await desk.act(desk.ann, rhythm_changes.accept, desk.couple, seen) == "rhythm-accepted"
    agreed = await rhythm_of(desk)
    assert (agreed.zone, agreed.check_in_at, agreed.review_day, agreed.review_at) == (
        "Europe/Berlin",
        13 * 60 + 30,
        6,
        13 * 60 + 30,
    )


async def test_no_is_kept_and_what_was_agreed_meanwhile_is_not_undone_by_it(desk: Desk) -> None:
    await live_in(desk, "Europe/Berlin", desk.ann)
    await propose(desk)
    await desk.pass_time(minutes=1)
    await desk.act(desk.ben, rhythm_changes.decline, desk.couple)
    await desk.deliver()
    assert last(desk).startswith("Check-in and review are off.")
    assert await due(desk, "check_in") is None
    await desk.act(desk.ann, rhythm_changes.accept, desk.couple, USUAL)
    assert await desk.act(desk.ben, rhythm_changes.decline, desk.couple) == "rhythm-changed"
    assert await at(desk, "check_in") == TOMORROW


async def test_a_new_time_holds_at_once_and_both_learn_it_with_nobody_named(desk: Desk) -> None:
    await agree(desk)
    sent = len(desk.shown)
    await desk.act(desk.ben, rhythm_changes.set_time, desk.couple, "check-in", 22 * 60, private=True)
    assert await at(desk, "check_in") == datetime(2026, 3, 2, 21, 0, tzinfo=UTC)
    await desk.deliver()
    news = [one for one in desk.shown[sent:] if one.chat == GROUP_CHAT]
    assert [(one.screen, one.method, one.silent) for one in news] == [("rhythm", "sendMessage", True)]
    assert "Check-in: every day at 22:00 CET." in news[0].text
    assert "Ben" not in news[0].text


async def test_the_same_change_again_is_no_news(desk: Desk) -> None:
    await agree(desk)
    for expected in (1, 0):
        await desk.act(desk.ben, rhythm_changes.set_time, desk.couple, "review", 600, private=True)
        assert [row.kind for row in await desk.rows()].count("panel") == expected


async def test_a_change_before_a_yes_is_a_yes(desk: Desk) -> None:
    await live_in(desk, "Europe/Berlin", desk.ann)
    await propose(desk)
    await desk.act(desk.ann, rhythm_changes.set_time, desk.couple, "check-in", 21 * 60 + 30, private=True)
    assert (await rhythm_of(desk)).accepted_at == desk.now
    assert await at(desk, "check_in") == datetime(2026, 3, 2, 20, 30, tzinfo=UTC)
    assert await at(desk, "review") == SUNDAY


async def test_either_is_turned_off_and_on_by_itself(desk: Desk) -> None:
    await agree(desk)
    await desk.act(desk.ben, rhythm_changes.switch, desk.couple, "check-in", on=False, private=True)
    assert await due(desk, "check_in") is None
    assert await at(desk, "review") == SUNDAY
    await desk.act(desk.ann, rhythm_changes.switch, desk.couple, "review", on=False, private=True)
    assert await due(desk, "review") is None
    await desk.deliver()
    assert last(desk).startswith("Check-in and review are off.")
    await desk.act(desk.ann, rhythm_changes.switch, desk.couple, "check-in", on=True, private=True)
    assert await at(desk, "check_in") == TOMORROW


async def test_days_are_chosen_one_by_one_and_one_of_them_stays(desk: Desk) -> None:
    await agree(desk)
    for day in (0, 1, 2, 3, 4):
        await desk.act(desk.ann, rhythm_changes.set_day, desk.couple, day, on=False, private=True)
    assert await at(desk, "check_in") == datetime(2026, 3, 7, 19, 30, tzinfo=UTC)
    await desk.act(desk.ann, rhythm_changes.set_day, desk.couple, 5, on=False, private=True)
    answer = await desk.act(desk.ann, rhythm_changes.set_day, desk.couple, 6, on=False, private=True)
    assert answer == "rhythm-one-day"
    assert (await rhythm_of(desk)).check_in_days == 0b1000000


async def test_the_reviews_weekday_moves_it(desk: Desk) -> None:
    await agree(desk)
    await desk.act(desk.ann, rhythm_changes.set_weekday, desk.couple, 2, private=True)
    assert await at(desk, "review") == datetime(2026, 3, 4, 17, 0, tzinfo=UTC)


async def test_the_couples_clock_is_that_of_either_and_of_nobody_else(desk: Desk) -> None:
    await agree(desk)
    await live_in(desk, "Asia/Shanghai", desk.ben)
    zone = "America/New_York"
    answer = await desk.act(desk.ben, rhythm_changes.set_zone, desk.couple, zone, private=True)
    assert answer == "old-button"
    await desk.act(desk.ann, rhythm_changes.set_zone, desk.couple, "Asia/Shanghai", private=True)
    assert await at(desk, "check_in") == datetime(2026, 3, 3, 12, 30, tzinfo=UTC)


async def test_prompts_of_closeness_need_the_yes_of_both_and_nobody_sees_the_others(desk: Desk) -> None:
    await agree(desk)

    async def both() -> bool:
        async with desk.database.work() as work:
            return await work.rhythms.both_intimate(desk.couple)

    await desk.act(desk.ann, rhythm_changes.set_intimate, on=True, private=True)
    assert not await both()
    assert [row.to for row in await desk.rows()] == ["ann"]
    await desk.act(desk.ben, rhythm_changes.open_page, "closeness", private=True)
    await desk.deliver()
    assert "off for you" in desk.shown[-1].text
    await desk.act(desk.ben, rhythm_changes.set_intimate, on=True, private=True)
    assert await both()


async def test_together_or_apart_is_theirs_to_say_and_otherwise_as_their_zones_say(desk: Desk) -> None:
    await agree(desk)

    async def apart() -> bool:
        async with desk.database.work() as work:
            view = await work.rhythms.view(desk.couple)
            assert view is not None
            return view.apart

    assert not await apart()
    await live_in(desk, "Asia/Shanghai", desk.ben)
    assert await apart()
    await desk.act(desk.ben, rhythm_changes.set_apart, desk.couple, apart=False, private=True)
    assert not await apart()


async def test_leaving_ends_every_promise_and_pairing_anew_proposes_anew(desk: Desk) -> None:
    await agree(desk)
    await desk.act(desk.ann, couple.unpair, desk.couple, message_id=None, private=True)
    assert [timer.kind for timer in await desk.timers()] == [couple.END_KIND]
    left = desk.couple
    for press in (rhythm_changes.decline, rhythm_changes.wake):
        assert await desk.act(desk.ben, press, left, private=True) == "couple-over"
    await desk.pair(group=False)
    await propose(desk)
    assert await due(desk, "rhythm") is not None


async def test_a_stranger_has_no_say(desk: Desk) -> None:
    await agree(desk)
    eve = await desk.meet(9, "Eve")
    assert await desk.act(eve, rhythm_changes.accept, desk.couple, USUAL, private=True) == "not-yours"
    assert await desk.act(eve, rhythm_changes.set_weekday, desk.couple, 1, private=True) == "not-yours"
    assert (await rhythm_of(desk)).review_day == 6


async def test_rhythm_opens_in_private_and_says_where_else_it_is_to_be_found(desk: Desk) -> None:
    async with desk.database.work() as work:
        ann = await work.session.get(Person, desk.ann)
        assert ann is not None
        ann.private_open = False
    await desk.act(desk.ann, rhythm_changes.open_page)
    assert [(row.name, row.to) for row in await desk.rows()] == [("rhythm.group", "both")]
    answer = await desk.answer(desk.ann, rhythm_changes.open_page)
    assert (answer.name, answer.start) == ("okay", "rhythm")
    assert await desk.act(desk.ben, rhythm_changes.open_page) == "rhythm-sent"


async def test_with_others_in_the_group_it_is_shown_in_private(single: Desk) -> None:
    await single.pair(count=4)
    await propose(single)
    await single.pass_time(minutes=1)
    assert {one.chat for one in single.shown} == {1, 2}


async def test_a_couple_of_before_finds_its_rhythm_without_having_been_asked(desk: Desk) -> None:
    await desk.act(desk.ann, rhythm_changes.open_page, private=True)
    await desk.deliver()
    assert "20:30" in desk.shown[-1].text


async def test_a_holiday_ends_with_the_same_day_by_another_clock(desk: Desk) -> None:
    await agree(desk)
    await live_in(desk, "America/New_York", desk.ben)
    last_day = date(2026, 3, 8)
    await desk.act(desk.ann, rhythm_break.begin, desk.couple, last_day)
    await desk.act(desk.ann, rhythm_changes.set_zone, desk.couple, "America/New_York", private=True)
    row = await rhythm_of(desk)
    assert row.break_until == break_ends(last_day, "America/New_York")
    await desk.deliver()
    assert "Holiday until the end of 2026-03-08." in last(desk)


async def test_a_holiday_typed_in_a_pause_is_answered_where_it_was_typed(desk: Desk) -> None:
    await agree(desk)
    await desk.act(desk.ben, pausing.call, by_message=False)
    await desk.deliver()
    shown = len(desk.shown)
    await desk.act(desk.ann, rhythm_break.begin_by_words, date(2026, 3, 8), private=True)
    await desk.deliver()
    said = [(one.chat, one.screen) for one in desk.shown[shown:] if one.method == "sendMessage"]
    assert said == [(1, "rhythm.break_kept")]


async def test_whoever_says_later_where_they_are_is_told_what_comes_in_their_night(desk: Desk) -> None:
    await agree(desk)
    await live_in(desk, None, desk.ben)
    await desk.act(desk.ben, zone.answered, [("Asia/Shanghai", "Shanghai")], private=True)
    await desk.deliver()
    said = [one for one in desk.shown if one.chat == 2][-1]
    assert said.screen == "rhythm.night"
    assert "Check-in: 03:30 CST." in said.text
    change = next(data for data in said.data if ":check-in:" in data)
    minute = int(change.rpartition(":")[2])
    await desk.act(desk.ben, rhythm_changes.set_time, desk.couple, "check-in", minute, private=True)
    start = await at(desk, "check_in")
    hours = {local(start, name).hour for name in ("Europe/Berlin", "Asia/Shanghai")}
    assert all(7 <= hour < 23 for hour in hours)


async def test_whoever_lives_beside_the_other_is_told_nothing_of_nights(desk: Desk) -> None:
    await agree(desk)
    await live_in(desk, None, desk.ben)
    await desk.act(desk.ben, zone.answered, [("Europe/Paris", "Paris")], private=True)
    await desk.deliver()
    assert [one.screen for one in desk.shown if one.chat == 2][-1] == "zone.kept"
