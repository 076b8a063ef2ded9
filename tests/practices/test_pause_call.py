from datetime import timedelta
from functools import partial

import pytest

from practices import pause, pause_return, pause_times
from storage.views import Outcome, PauseState
from tests.practices.pause_desk import GROUP_CHAT, Desk, Row

tap = partial(pause.call, by_message=False)
write = partial(pause.call, by_message=True)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@pytest.mark.parametrize("length", [20, 45, 60, 24 * 60])
async def test_a_hand_promises_a_return_time_that_rings_in_a_new_panel(desk: Desk, length: int) -> None:
    assert await desk.act(desk.ann, tap, minutes(length)) == "pause-started"
    called = await desk.pause()
    assert called.return_at == desk.now + minutes(length)
    assert [(time.commitment, time.return_at) for time in await desk.times(called.id)] == [
        (1, called.return_at)
    ]
    assert await desk.rows() == [Row("panel", "pause", "both", anew=True, ring=True, params={})]
    assert await desk.next_in() == 2


@pytest.mark.parametrize(
    ("length", "screen"),
    [(0, "pause.too_short"), (19.99, "pause.too_short"), (24 * 60 + 1, "pause.too_long")],
)
async def test_a_length_that_does_no_good_starts_nothing_and_offers_twenty(
    desk: Desk, length: float, screen: str
) -> None:
    await desk.act(desk.ann, write, minutes(length))
    assert await desk.pauses() == []
    assert [(row.name, row.to) for row in await desk.rows()] == [(screen, "both")]


async def test_someone_without_a_partner_pauses_alone_with_a_sentence_to_pass_on(single: Desk) -> None:
    assert await single.act(single.ann, tap, private=True) == "pause-started"
    (called,) = await single.pauses()
    assert called.couple_id is None
    panel, said = await single.rows()
    assert (panel.to, said.to, said.name) == ("ann", "ann", "pause.pass_on")


async def test_without_partner_and_private_chat_the_hand_leads_there(single: Desk) -> None:
    dan = await single.meet(4, "Dan", private=False)
    answer = await single.answer(dan, tap)
    assert answer.start == "pause"
    assert await single.pauses() == []


async def test_the_callers_second_hand_shows_the_same_time_and_changes_nothing(desk: Desk) -> None:
    await desk.act(desk.ann, tap)
    before = await desk.pause()
    await desk.rows()
    desk.now += minutes(5)
    assert await desk.act(desk.ann, tap) == "pause-running"
    assert await desk.rows() == []
    await desk.act(desk.ann, write)
    assert await desk.rows() == [Row("panel", "pause", "both", anew=True, ring=False, params={})]
    await desk.act(desk.ann, write, private=True)
    assert [(row.name, row.to) for row in await desk.rows()] == [("pause.same", "ann")]
    after = await desk.pause()
    assert (after.id, after.return_at, after.commitment) == (before.id, before.return_at, 1)


async def test_the_partners_hand_makes_it_a_pause_of_both_at_the_same_time(desk: Desk) -> None:
    await desk.act(desk.ann, tap)
    before = await desk.pause()
    desk.now += minutes(5)
    assert await desk.act(desk.ben, tap) == "pause-joined"
    after = await desk.pause()
    assert (after.id, after.return_at) == (before.id, before.return_at)
    assert all(party.called_at for party in (await desk.parties(after.id)).values())


@pytest.mark.parametrize("who", ["ann", "ben"])
async def test_a_longer_length_while_it_runs_is_offered_and_not_just_taken(desk: Desk, who: str) -> None:
    await desk.act(desk.ann, tap)
    await desk.rows()
    await desk.act(getattr(desk, who), write, minutes(45))
    assert (await desk.pause()).commitment == 1
    offers = [row for row in await desk.rows() if row.name == "pause.offer_longer"]
    assert [(row.to, row.params["minutes"]) for row in offers] == [(who, 45)]


async def test_a_longer_length_is_offered_in_the_shared_chat_to_whoever_has_no_other(single: Desk) -> None:
    cleo = await single.meet(3, "Cleo", private=False)
    single.ben = cleo
    await single.pair()
    await single.act(cleo, tap)
    await single.act(cleo, write, minutes(45))
    assert ("pause.offer_longer", "both") in [(row.name, row.to) for row in await single.rows()]


@pytest.mark.parametrize("length", [20, 21])
async def test_a_length_that_would_end_sooner_offers_nothing(desk: Desk, length: int) -> None:
    await desk.act(desk.ann, tap, minutes(60))
    await desk.act(desk.ben, write, minutes(length))
    assert [row.name for row in await desk.rows()] == ["pause", "pause"]


@pytest.mark.parametrize("wait", [20, 25, 55])
async def test_a_hand_after_the_return_time_closes_the_old_pause_and_starts_a_new_one(
    desk: Desk, wait: int
) -> None:
    await desk.act(desk.ann, tap)
    await desk.pass_time(minutes=wait)
    assert await desk.act(desk.ben, tap) == "pause-started"
    old, new = await desk.pauses()
    assert (old.state, old.outcome) == (PauseState.CLOSED, Outcome.REPLACED)
    assert (new.state, new.return_at) == (PauseState.RUNNING, desk.now + minutes(20))
    assert len(await desk.timers()) == 1


async def test_a_hand_at_the_very_return_time_is_a_new_pause_whichever_turn_comes_first(desk: Desk) -> None:
    await desk.act(desk.ann, tap)
    desk.now += minutes(20)
    assert await desk.act(desk.ann, tap) == "pause-started"
    assert (await desk.pause()).return_at == desk.now + minutes(20)


async def test_undo_within_two_minutes_leaves_no_pause_and_no_trace(desk: Desk) -> None:
    await desk.act(desk.ann, tap)
    called = await desk.pause()
    desk.now += minutes(1.99)
    assert await desk.act(desk.ann, pause.undo, called.id) == "pause-undone"
    (closed,) = await desk.pauses()
    assert (closed.state, closed.outcome, closed.undone_by) == ("closed", Outcome.UNDONE, desk.ann)
    assert await desk.timers() == []
    async with desk.database.work() as work:
        assert await work.pauses.history(desk.couple) == []


async def test_undo_goes_silently_and_its_button_goes_at_two_minutes(desk: Desk) -> None:
    await desk.act(desk.ann, tap)
    await desk.deliver()
    called = await desk.pause()
    assert f"pause:{called.id}:undo" in desk.shown[-1].data
    await desk.pass_time(minutes=2)
    assert desk.shown[-1].method == "editMessageText"
    assert f"pause:{called.id}:undo" not in desk.shown[-1].data
    answer = await desk.answer(desk.ann, pause.undo, called.id)
    assert (answer.name, answer.alert) == ("pause-undo-late", True)
    assert (await desk.pause()).id == called.id


async def test_undo_of_one_takes_back_that_call_alone(desk: Desk) -> None:
    await desk.act(desk.ann, tap)
    called = await desk.pause()
    desk.now += minutes(1)
    await desk.act(desk.ben, tap)
    await desk.rows()
    assert await desk.act(desk.ann, pause.undo, called.id) == "pause-undone"
    assert await desk.rows() == [Row("panel", "pause", "both", anew=False, ring=False, params={})]
    parties = await desk.parties(called.id)
    assert (parties[desk.ann].called_at, parties[desk.ben].called_at) == (None, desk.now)
    assert await desk.next_in() == 2
    assert await desk.act(desk.ann, pause.undo, called.id) == "pause-running"
    assert await desk.act(desk.ben, pause.undo, called.id) == "pause-undone"
    assert (await desk.last()).outcome == Outcome.UNDONE


async def test_undo_is_the_callers_alone(desk: Desk) -> None:
    await desk.act(desk.ann, tap)
    called = await desk.pause()
    assert await desk.act(desk.ben, pause.undo, called.id) == "pause-running"
    assert (await desk.pause()).id == called.id


async def test_undo_brings_back_the_pause_that_the_hand_had_closed(desk: Desk) -> None:
    await desk.act(desk.ann, tap)
    await desk.pass_time(minutes=25)
    older = await desk.pause()
    await desk.act(desk.ben, tap)
    newer = await desk.pause()
    await desk.rows()
    assert await desk.act(desk.ben, pause.undo, newer.id) == "pause-undone"
    back = await desk.pause()
    assert (back.id, back.state, back.outcome, back.closed_at) == (older.id, PauseState.DUE, None, None)
    assert await desk.next_in() == 5
    rows = await desk.rows()
    assert [(row.anew, row.ring) for row in rows] == [(False, False), (True, False)]


@pytest.mark.parametrize(
    ("called_after", "screen", "state"),
    [(29, "pause.nudge", PauseState.DUE), (49, "pause", PauseState.OPEN)],
)
async def test_an_older_pause_returns_with_the_step_that_fell_due_meanwhile(
    desk: Desk, called_after: int, screen: str, state: PauseState
) -> None:
    await desk.act(desk.ann, tap)
    await desk.deliver()
    await desk.pass_time(minutes=called_after)
    await desk.act(desk.ben, tap)
    newer = await desk.pause()
    await desk.pass_time(minutes=1.5)
    await desk.act(desk.ben, pause.undo, newer.id)
    await desk.rows()
    desk.telegram_is_up = False
    assert await desk.fire() == 1
    assert {row.name for row in await desk.rows()} == {screen}
    assert (await desk.pause()).state == state


async def test_undo_wakes_no_older_pause_that_had_ended_by_itself(desk: Desk) -> None:
    await desk.act(desk.ann, tap)
    older = await desk.pause()
    await desk.pass_time(minutes=21)
    await desk.act(desk.ann, pause_return.rest, older.id)
    await desk.act(desk.ben, tap)
    await desk.act(desk.ben, pause.undo, (await desk.pause()).id)
    assert {one.outcome for one in await desk.pauses()} == {Outcome.RESTED, Outcome.UNDONE}


async def test_a_stranger_has_no_say_in_a_pause(desk: Desk) -> None:
    cleo = await desk.meet(3, "Cleo")
    await desk.act(desk.ann, tap)
    called = await desk.pause()
    for do in (
        pause.undo,
        pause_return.will_be_there,
        pause_return.here,
        pause_return.talking,
        pause_return.rest,
    ):
        answer = await desk.answer(cleo, do, called.id)
        assert (answer.name, answer.alert) == ("not-yours", True)
    assert await desk.act(cleo, pause_times.offer, called.id) == "not-yours"
    assert await desk.act(cleo, pause.change_time, called.id, 1, 20, from_now=False) == "not-yours"


async def test_the_partner_who_cannot_be_reached_is_told_by_the_callers_own_words(single: Desk) -> None:
    single.ben = await single.meet(3, "Cleo", private=False)
    await single.pair(group=False)
    await single.act(single.ann, tap, private=True)
    assert [(row.name, row.to) for row in await single.rows()] == [
        ("pause", "both"),
        ("pause.unreachable", "ann"),
    ]
    called = await single.pause()
    await single.act(single.ann, pause.change_time, called.id, 1, 40, from_now=False, private=True)
    assert ("pause.unreachable", "ann") in [(row.name, row.to) for row in await single.rows()]


async def test_a_hand_that_reached_us_late_asks_once_and_starts_nothing(desk: Desk) -> None:
    sent_at = desk.now - minutes(70)
    for _ in range(3):
        await desk.act(desk.ann, pause.ask_late, sent_at, minutes(45))
    (row,) = await desk.rows()
    assert (row.name, row.to) == ("pause.offline_ask", "both")
    assert row.params == {"sent_at": sent_at.isoformat(), "minutes": 45}
    assert await desk.pauses() == []


async def test_an_older_pause_whose_return_was_never_said_returns_to_say_it(desk: Desk) -> None:
    await desk.act(desk.ann, tap)
    await desk.deliver()
    older = await desk.pause()
    desk.now += minutes(22)
    await desk.act(desk.ben, tap)
    await desk.act(desk.ben, pause.undo, (await desk.pause()).id)
    await desk.deliver()
    assert await desk.fire() == 1
    back = await desk.pause()
    assert (back.id, back.state, back.return_missed) == (older.id, PauseState.DUE, True)
    assert desk.screens(GROUP_CHAT)[-1] == "outage"


async def test_a_length_given_with_a_second_signal_is_offered_even_if_it_is_the_usual_one(desk: Desk) -> None:
    await desk.act(desk.ann, pause.call, by_message=True)
    await desk.pass_time(minutes=17)
    await desk.deliver()
    await desk.act(desk.ben, pause.call, pause.SHORTEST, by_message=True, given=True)
    offered = [row for row in await desk.rows() if row.name == "pause.offer_longer"]
    assert [(row.to, row.params["minutes"]) for row in offered] == [("ben", 20)]


async def test_a_length_that_adds_less_than_a_minute_is_not_offered(desk: Desk) -> None:
    await desk.act(desk.ann, pause.call, by_message=True)
    desk.now += timedelta(seconds=50)
    await desk.act(desk.ben, pause.call, pause.SHORTEST, by_message=True, given=True)
    assert "pause.offer_longer" not in [row.name for row in await desk.rows()]


async def test_words_to_pass_on_leave_with_an_undo(single: Desk) -> None:
    await single.act(single.ann, pause.call, by_message=False, private=True)
    await single.deliver()
    message = next(index for index, one in enumerate(single.shown, 1) if one.screen == "pause.pass_on")
    await single.act(single.ann, pause.undo, (await single.pause()).id, private=True)
    gone = [row.params["message_id"] for row in await single.rows() if row.name == "deleteMessage"]
    assert gone == [message]


async def test_words_to_pass_on_that_were_not_sent_yet_are_never_sent(single: Desk) -> None:
    await single.act(single.ann, pause.call, by_message=False, private=True)
    await single.act(single.ann, pause.undo, (await single.pause()).id, private=True)
    assert "pause.pass_on" not in [row.name for row in await single.rows()]
