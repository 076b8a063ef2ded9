"""An experiment for a week: begun, told of by one tap, asked about twice in silence, ended at any time."""

from collections.abc import Sequence
from datetime import timedelta

from practices import experiments, pause
from practices.experiments import Felt, Trial
from storage.playbooks import Note, TrialView
from storage.tables import Person
from tests.practices.pause_desk import Desk, Row


async def latest(desk: Desk, person: int) -> TrialView | None:
    async with desk.database.work() as work:
        return await work.experiments.latest(person)


async def running(desk: Desk, person: int) -> TrialView:
    found = await latest(desk, person)
    assert found is not None
    return found


async def notes(desk: Desk, person: int) -> Sequence[Note]:
    async with desk.database.work() as work:
        return await work.experiments.notes(person)


async def begin(desk: Desk, trial: Trial = Trial.SOOTHE) -> TrialView:
    await desk.act(desk.ann, experiments.begin, trial, None, private=True)
    await desk.rows()
    return await running(desk, desk.ann)


async def feel(desk: Desk, person: int, experiment: int, felt: Felt) -> str:
    return await desk.act(person, experiments.feel, experiment, felt, None, private=True)


async def questions(desk: Desk) -> list[Row]:
    return [row for row in await desk.rows() if row.name == "playbook.ask"]


async def test_it_lasts_a_week_and_asks_on_the_third_day_and_at_its_end(desk: Desk) -> None:
    one = await begin(desk)
    assert one.until == desk.now + timedelta(days=7)
    desk.telegram_is_up = False
    await desk.pass_time(days=2, hours=23)
    assert await questions(desk) == []
    await desk.pass_time(hours=2)
    (asked,) = await questions(desk)
    assert (asked.to, asked.ring, asked.params["experiment"], asked.params["last"]) == (
        "ann",
        False,
        one.id,
        False,
    )
    await desk.pass_time(days=3, hours=22)
    assert await questions(desk) == []
    await desk.pass_time(hours=2)
    (asked,) = await questions(desk)
    assert (asked.to, asked.ring, asked.params["last"]) == ("ann", False, True)
    assert await desk.timers() == []


async def test_a_question_makes_no_sound_and_stands_in_the_private_chat_alone(desk: Desk) -> None:
    await begin(desk)
    await desk.pass_time(days=8)
    assert [(shown.chat, shown.silent) for shown in desk.shown] == [(1, True), (1, True)]
    assert all(shown.text.startswith("A small question, just for you.") for shown in desk.shown)


async def test_a_question_waits_for_the_end_of_quiet_hours(desk: Desk) -> None:
    async with desk.database.work() as work:
        row = await work.session.get(Person, desk.ann)
        assert row is not None
        # It is begun at 20:00.
        row.zone, row.quiet_from, row.quiet_to = "UTC", 19 * 60, 8 * 60
    await begin(desk)
    desk.telegram_is_up = False
    await desk.pass_time(days=3, hours=11, minutes=59)
    assert await questions(desk) == []
    await desk.pass_time(minutes=2)
    assert len(await questions(desk)) == 1


async def test_a_pause_keeps_a_question_waiting(desk: Desk) -> None:
    await begin(desk)
    await desk.pass_time(days=2, hours=23, minutes=55)
    await desk.act(desk.ben, pause.call, by_message=False)
    await desk.rows()
    desk.telegram_is_up = False
    await desk.pass_time(minutes=15)
    assert await questions(desk) == []
    await desk.pass_time(hours=2)
    assert len(await questions(desk)) == 1


async def test_on_a_holiday_the_question_is_left_out_or_comes_after_it(desk: Desk) -> None:
    await begin(desk)
    async with desk.database.work() as work:
        row = await work.rhythms.form(desk.couple)
        row.accepted_at, row.zone = desk.now, "UTC"
        row.break_until = desk.now + timedelta(days=4)
    desk.telegram_is_up = False
    await desk.pass_time(days=3, hours=23)
    assert await questions(desk) == []
    await desk.pass_time(hours=2)
    assert len(await questions(desk)) == 1
    async with desk.database.work() as work:
        found = await work.rhythms.get(desk.couple)
        assert found is not None
        found.break_until = desk.now + timedelta(days=20)
    await desk.pass_time(days=30)
    assert await questions(desk) == []
    assert [timer for timer in await desk.timers() if timer.kind == experiments.TIMER_KIND] == []


async def test_after_an_outage_a_question_that_is_too_old_is_left_out(desk: Desk) -> None:
    await begin(desk)
    await desk.be_out(days=20)
    assert desk.shown == []
    assert await desk.timers() == []


async def test_whoever_told_lately_is_not_asked(desk: Desk) -> None:
    one = await begin(desk)
    await desk.pass_time(days=2, hours=12)
    await feel(desk, desk.ann, one.id, Felt.SAME)
    await desk.rows()
    desk.telegram_is_up = False
    await desk.pass_time(days=1)
    assert await questions(desk) == []
    await desk.pass_time(days=4)
    assert len(await questions(desk)) == 1


async def test_one_tap_is_a_note_and_a_second_one_soon_corrects_it(desk: Desk) -> None:
    one = await begin(desk)
    assert await feel(desk, desk.ann, one.id, Felt.HARDER) == "trial-noted"
    await feel(desk, desk.ann, one.id, Felt.HARDER)
    await desk.pass_time(minutes=2)
    await feel(desk, desk.ann, one.id, Felt.LIGHTER)
    assert [note.felt for note in await notes(desk, desk.ann)] == [Felt.LIGHTER]
    await desk.pass_time(hours=1)
    await feel(desk, desk.ann, one.id, Felt.MISSED)
    assert [note.felt for note in await notes(desk, desk.ann)] == [Felt.MISSED, Felt.LIGHTER]


async def test_beginning_twice_is_beginning_once(desk: Desk) -> None:
    one = await begin(desk)
    await desk.pass_time(hours=1)
    assert await begin(desk) == one
    assert len(await desk.timers()) == 1


async def test_another_one_takes_its_place_and_the_notes_stay(desk: Desk) -> None:
    one = await begin(desk)
    await feel(desk, desk.ann, one.id, Felt.SAME)
    other = await begin(desk, Trial.STAY)
    assert other.trial is Trial.STAY
    assert len(await desk.timers()) == 1
    assert await feel(desk, desk.ann, one.id, Felt.LIGHTER) == "trial-over"
    assert [(note.trial, note.felt) for note in await notes(desk, desk.ann)] == [(Trial.SOOTHE, Felt.SAME)]


async def test_it_is_stopped_at_any_time_and_asks_no_more(desk: Desk) -> None:
    one = await begin(desk)
    for _ in range(2):  # tapped twice
        assert await desk.act(desk.ann, experiments.stop, one.id, None, private=True) == "trial-stopped"
    assert await latest(desk, desk.ann) is None
    await desk.rows()
    await desk.pass_time(days=10)
    assert desk.shown == []


async def test_when_its_week_is_over_it_can_be_told_and_begun_once_more(desk: Desk) -> None:
    one = await begin(desk)
    await desk.pass_time(days=8)
    assert await feel(desk, desk.ann, one.id, Felt.LIGHTER) == "trial-noted"
    assert (await begin(desk)).id != one.id
    await desk.pass_time(days=15)
    assert await feel(desk, desk.ann, one.id, Felt.HARDER) == "trial-over"
    assert [note.felt for note in await notes(desk, desk.ann)] == [Felt.LIGHTER]


async def test_the_partner_can_neither_tell_nor_stop_nor_read_it(desk: Desk) -> None:
    one = await begin(desk)
    assert await feel(desk, desk.ben, one.id, Felt.HARDER) == "trial-over"
    assert await desk.act(desk.ben, experiments.stop, one.id, None, private=True) == "trial-over"
    await feel(desk, desk.ann, one.id, Felt.LIGHTER)
    assert await running(desk, desk.ann) == one
    assert await latest(desk, desk.ben) is None
    assert await notes(desk, desk.ben) == ()
    rows = await desk.rows()
    assert {row.to for row in rows} == {"ann"}


async def test_without_a_private_chat_nothing_is_asked(desk: Desk) -> None:
    await begin(desk)
    async with desk.database.work() as work:
        row = await work.session.get(Person, desk.ann)
        assert row is not None
        row.private_open = False
    desk.telegram_is_up = False
    await desk.pass_time(days=10)
    assert await questions(desk) == []
