"""Check-in and review begin when they are due, once; a pause, a holiday and silence come first."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.registry import TIMERS
from practices import pause as pausing
from practices import pause_return, rhythm, rhythm_break, rhythm_changes
from practices.couple_day import day_of, jitter, week_of
from practices.rhythm_fire import firing_check_in
from practices.turn import Turn
from storage.local_time import local
from storage.rhythm_times import WINDOW
from storage.tables import Person
from tests.practices.pause_desk import GROUP_CHAT, Desk
from tests.practices.rhythm_desk import Begun, agree, due, listening, rhythm_of

# The desk's evening is Monday, 2 March 2026, 20:00 UTC: 21:00 in Berlin.
TUESDAY = datetime(2026, 3, 3, 19, 30, tzinfo=UTC)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Iterator[Begun]:
    with listening(monkeypatch) as heard:
        yield heard


async def come_to(desk: Desk, instant: datetime) -> None:
    """The bot is up all the while."""
    await desk.pass_time(seconds=(instant - desk.now).total_seconds())


async def be_out_until(desk: Desk, instant: datetime) -> None:
    await desk.be_out(seconds=(instant - desk.now).total_seconds())


async def live_through(desk: Desk, span: timedelta) -> None:
    """Many days in one transaction: each timer at its instant, and nothing of it delivered."""
    until = desk.now + span
    async with desk.database.work() as work:
        while (due_at := await work.timers.next_due()) is not None and due_at <= until:
            for timer in await work.timers.due(due_at, 9):
                await TIMERS[timer.kind](Turn(due_at, work), timer.subject_id)
    desk.now = until


async def must_wait(desk: Desk) -> bool:
    async with desk.database.work() as work:
        return await rhythm.must_wait(Turn(desk.now, work), desk.couple)


async def test_it_begins_at_its_minute_and_the_next_one_is_promised(desk: Desk, begun: Begun) -> None:
    await agree(desk)
    await come_to(desk, TUESDAY + timedelta(minutes=10))
    spread = jitter(desk.couple)
    # Quiet hours begin at 22:30, an hour before the three hours are over.
    assert begun.check_ins == [(TUESDAY + spread, date(2026, 3, 3), TUESDAY + timedelta(hours=2))]
    assert await due(desk, "check_in") == TUESDAY + spread + timedelta(days=1)


@pytest.mark.parametrize(
    ("up_again", "times"), [(timedelta(minutes=20), 1), (timedelta(hours=3, minutes=10), 0)]
)
async def test_after_an_outage_it_is_sent_once_or_skipped_silently(
    desk: Desk, begun: Begun, up_again: timedelta, times: int
) -> None:
    await agree(desk)
    async with desk.database.work() as work:
        for person in (desk.ann, desk.ben):
            found = await work.session.get(Person, person)
            assert found is not None
            found.quiet_from = found.quiet_to = 0
    shown = len(desk.shown)
    await be_out_until(desk, TUESDAY + up_again)
    await desk.pass_time(hours=3)
    assert [day for _, day, _ in begun.check_ins] == [date(2026, 3, 3)] * times
    assert len(desk.shown) == shown
    assert await due(desk, "check_in") == TUESDAY + timedelta(days=1) + jitter(desk.couple)


async def test_after_days_away_nothing_is_made_up_for(desk: Desk, begun: Begun) -> None:
    await agree(desk)
    await be_out_until(desk, TUESDAY + timedelta(days=4, hours=5))
    assert begun.check_ins == []
    await come_to(desk, TUESDAY + timedelta(days=5, hours=1))
    assert [day for _, day, _ in begun.check_ins] == [date(2026, 3, 8)]


async def test_a_pause_comes_first_and_the_check_in_after_it(desk: Desk, begun: Begun) -> None:
    await agree(desk)
    await come_to(desk, TUESDAY - timedelta(minutes=1))
    await desk.act(desk.ann, pausing.call, by_message=False)
    assert await must_wait(desk)
    await come_to(desk, TUESDAY + timedelta(minutes=19))
    assert begun.check_ins == []
    pause = await desk.pause()
    for person in (desk.ann, desk.ben):
        await desk.act(person, pause_return.here, pause.id)
    await desk.pass_time(minutes=6)
    assert not await must_wait(desk)
    assert [day for _, day, _ in begun.check_ins] == [date(2026, 3, 3)]


async def test_a_pause_as_long_as_the_window_skips_the_day_silently(desk: Desk, begun: Begun) -> None:
    await agree(desk)
    await come_to(desk, TUESDAY - timedelta(minutes=1))
    await desk.act(desk.ann, pausing.call, timedelta(hours=4), by_message=False)
    await come_to(desk, TUESDAY + timedelta(hours=8))
    assert begun.check_ins == []
    assert await due(desk, "check_in") == TUESDAY + timedelta(days=1) + jitter(desk.couple)


async def test_on_holiday_only_a_pause_speaks_up(desk: Desk, begun: Begun) -> None:
    await agree(desk)
    last_day = date(2026, 3, 8)
    assert await desk.act(desk.ben, rhythm_break.begin, desk.couple, last_day) == "rhythm-break"
    await desk.deliver()
    assert desk.shown[-1].text == "Holiday until the end of 2026-03-08. Only ✋ speaks up."
    assert await must_wait(desk)
    await come_to(desk, datetime(2026, 3, 9, 2, 59, tzinfo=UTC))
    assert (begun.check_ins, begun.reviews) == ([], [])
    shown = len(desk.shown)
    await desk.pass_time(minutes=1)
    assert not await must_wait(desk)
    assert [one.method for one in desk.shown[shown:]] == ["editMessageText"]
    await desk.pass_time(days=1)
    assert [day for _, day, _ in begun.check_ins] == [date(2026, 3, 9)]


async def test_either_ends_a_holiday_early_and_an_older_button_ends_no_newer_one(
    desk: Desk, begun: Begun
) -> None:
    await agree(desk)
    for last_day in (date(2026, 3, 8), date(2026, 3, 15)):
        await desk.act(desk.ben, rhythm_break.begin, desk.couple, last_day)
    assert await desk.act(desk.ann, rhythm_break.end, desk.couple, date(2026, 3, 8)) == "rhythm-changed"
    assert await must_wait(desk)
    assert await desk.act(desk.ann, rhythm_break.end, desk.couple, date(2026, 3, 15)) == "rhythm-back"
    assert not await must_wait(desk)
    await come_to(desk, TUESDAY + timedelta(hours=1))
    assert len(begun.check_ins) == 1
    assert await desk.act(desk.ann, rhythm_break.end, desk.couple, date(2026, 3, 15)) == "rhythm-changed"


@pytest.mark.parametrize("last_day", [date(2026, 3, 1), date(2027, 3, 4)])
async def test_a_day_behind_or_beyond_a_year_is_no_holiday(desk: Desk, last_day: date) -> None:
    await agree(desk)
    await desk.act(desk.ben, rhythm_break.begin, desk.couple, last_day)
    assert [row.name for row in await desk.rows()] == ["rhythm.break_far"]
    assert (await rhythm_of(desk)).break_until is None


async def test_ten_days_of_silence_and_it_rests_with_one_line_and_one_button(
    desk: Desk, begun: Begun
) -> None:
    begun.answered = False
    await agree(desk)
    shown = len(desk.shown)
    await desk.pass_time(days=30)
    # From Tuesday the 3rd to Thursday the 12th; half an hour later ten days are over.
    assert len(begun.check_ins) == 10
    (line,) = desk.shown[shown:]
    assert (line.chat, line.silent, line.screen) == (GROUP_CHAT, True, "rhythm.resting")
    assert len(line.data) == 1
    assert await desk.timers() == []
    assert await must_wait(desk)
    assert await desk.act(desk.ben, rhythm_changes.wake, desk.couple) == "rhythm-awake"
    assert not await must_wait(desk)
    await desk.pass_time(days=1)
    assert len(begun.check_ins) == 11
    assert await desk.act(desk.ben, rhythm_changes.wake, desk.couple) == "rhythm-changed"


async def test_one_who_takes_part_keeps_it_awake(desk: Desk, begun: Begun) -> None:
    await agree(desk)
    await desk.pass_time(days=40)
    assert (await rhythm_of(desk)).resting_at is None
    assert len(begun.check_ins) == 40


async def test_a_holiday_is_no_silence(desk: Desk, begun: Begun) -> None:
    await agree(desk)
    await desk.act(desk.ben, rhythm_break.begin, desk.couple, date(2026, 3, 20))
    begun.answered = False
    await desk.pass_time(days=27)
    assert (await rhythm_of(desk)).resting_at is None
    assert len(begun.check_ins) == 9


async def test_a_change_of_the_time_on_the_same_evening_brings_no_second_check_in(
    desk: Desk, begun: Begun
) -> None:
    await agree(desk)
    await come_to(desk, TUESDAY + timedelta(minutes=15))
    await desk.act(desk.ann, rhythm_changes.set_time, desk.couple, "check-in", 21 * 60 + 30, private=True)
    await desk.pass_time(days=1)
    assert [day for _, day, _ in begun.check_ins] == [date(2026, 3, 3)]
    await desk.pass_time(hours=2)
    assert [day for _, day, _ in begun.check_ins] == [date(2026, 3, 3), date(2026, 3, 4)]


async def test_a_failure_loses_neither_the_day_nor_the_promise(
    desk: Desk, begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise LookupError

    await agree(desk)
    ready = TIMERS["check_in"]
    monkeypatch.setitem(TIMERS, "check_in", firing_check_in(fail))
    with pytest.raises(LookupError):
        await come_to(desk, TUESDAY + timedelta(minutes=10))
    monkeypatch.setitem(TIMERS, "check_in", ready)
    await desk.fire()
    assert [day for _, day, _ in begun.check_ins] == [date(2026, 3, 3)]


async def test_in_a_year_every_day_has_its_check_in_and_every_week_its_review(
    desk: Desk, begun: Begun
) -> None:
    await agree(desk)
    await live_through(desk, timedelta(days=365))
    days = [day for _, day, _ in begun.check_ins]
    assert days == [date(2026, 3, 3) + timedelta(days=number) for number in range(365)]
    weeks = [week for _, week in begun.reviews]
    assert len(weeks) == len(set(weeks)) == 52
    for now, day, _ in begun.check_ins:
        assert f"{local(now - jitter(desk.couple), 'Europe/Berlin'):%H:%M}" == "20:30"
        assert day_of(now, "Europe/Berlin") == day
    for now, week in begun.reviews:
        assert f"{local(now - jitter(desk.couple), 'Europe/Berlin'):%A %H:%M}" == "Sunday 18:00"
        assert week == week_of(day_of(now, "Europe/Berlin"))


# A day before each zone's clock changes in 2026 (in Shanghai it never does).
CHANGES = [
    ("Europe/Berlin", "2026-03-28"),
    ("Europe/Berlin", "2026-10-24"),
    ("America/New_York", "2026-03-07"),
    ("America/New_York", "2026-10-31"),
    ("Australia/Lord_Howe", "2026-04-04"),
    ("Australia/Lord_Howe", "2026-10-03"),
    ("Africa/Cairo", "2026-04-23"),
    ("Africa/Cairo", "2026-10-29"),
    ("Asia/Shanghai", "2026-03-28"),
]


@pytest.mark.parametrize(("zone", "day_before"), CHANGES)
@pytest.mark.parametrize("minute", [20 * 60 + 30, 2 * 60, 0])
async def test_when_the_clocks_change_each_day_keeps_its_one_check_in(
    desk: Desk, begun: Begun, zone: str, day_before: str, minute: int
) -> None:
    desk.now = datetime.fromisoformat(f"{day_before}T00:00:00+00:00") - timedelta(days=1)
    await agree(desk, zone)
    await desk.act(desk.ann, rhythm_changes.set_time, desk.couple, "check-in", minute, private=True)
    begins = desk.now
    await desk.pass_time(days=5)
    days = [day for _, day, _ in begun.check_ins]
    assert days == [days[0] + timedelta(days=number) for number in range(len(days))]
    # Five times 24 hours hold more or fewer of them, where a day of 23 or 25 is among these.
    assert len(days) in (4, 5, 6)
    assert begun.check_ins[0][0] - begins <= timedelta(days=1, minutes=9)
    for now, _, until in begun.check_ins:
        clock = local(now - jitter(desk.couple), zone)
        assert 0 <= clock.hour * 60 + clock.minute - minute <= 60
        assert timedelta() < until - now <= WINDOW


async def test_a_change_in_the_middle_of_a_pause_does_not_lose_todays_check_in(
    desk: Desk, begun: Begun
) -> None:
    await agree(desk)
    await come_to(desk, TUESDAY - timedelta(minutes=1))
    await desk.act(desk.ann, pausing.call, by_message=False)
    await come_to(desk, TUESDAY + timedelta(minutes=12))
    shown = len(desk.shown)
    await desk.act(desk.ben, rhythm_changes.set_weekday, desk.couple, 0)
    await desk.deliver()
    assert [one.method for one in desk.shown[shown:] if one.chat == GROUP_CHAT] == ["editMessageText"]
    await come_to(desk, TUESDAY + timedelta(minutes=19))
    pause = await desk.pause()
    for person in (desk.ann, desk.ben):
        await desk.act(person, pause_return.here, pause.id)
    await desk.pass_time(minutes=6)
    assert [day for _, day, _ in begun.check_ins] == [date(2026, 3, 3)]
    assert await due(desk, "check_in") == TUESDAY + timedelta(days=1) + jitter(desk.couple)


async def test_times_first_agreed_on_in_a_pause_ask_nothing_of_that_evening(desk: Desk, begun: Begun) -> None:
    await agree(desk)
    await desk.act(desk.ann, pausing.call, by_message=False)
    await desk.act(desk.ben, rhythm_changes.set_time, desk.couple, "check-in", 1250)
    assert await due(desk, "check_in") == TUESDAY + timedelta(minutes=20) + jitter(desk.couple)


SUNDAY = date(2026, 3, 8)
# 18:00 and 20:30 in Berlin on that day.
REVIEW_TIME = datetime(2026, 3, 8, 17, 0, tzinfo=UTC)
CHECK_IN_TIME = datetime(2026, 3, 8, 19, 30, tzinfo=UTC)


async def test_after_an_outage_on_the_day_of_the_review_both_come(desk: Desk, begun: Begun) -> None:
    await agree(desk)
    await come_to(desk, REVIEW_TIME - timedelta(minutes=10))
    await be_out_until(desk, CHECK_IN_TIME + timedelta(minutes=20))
    assert [week for _, week in begun.reviews] == [week_of(SUNDAY)]
    assert begun.check_ins[-1][1] == SUNDAY
    await desk.pass_time(days=1)
    assert len(begun.reviews) == 1
    assert [day for _, day, _ in begun.check_ins[-2:]] == [SUNDAY, SUNDAY + timedelta(days=1)]


async def test_a_check_in_that_is_due_too_does_not_take_the_weeks_review(desk: Desk, begun: Begun) -> None:
    await agree(desk)
    await desk.act(desk.ann, rhythm_changes.set_time, desk.couple, "check-in", 17 * 60 + 30, private=True)
    await come_to(desk, REVIEW_TIME - timedelta(minutes=40))
    await be_out_until(desk, REVIEW_TIME + timedelta(minutes=20))
    assert begun.check_ins[-1][1] == SUNDAY
    assert [week for _, week in begun.reviews] == [week_of(SUNDAY)]


async def test_after_a_pause_over_both_hours_both_come(desk: Desk, begun: Begun) -> None:
    await agree(desk)
    await come_to(desk, REVIEW_TIME - timedelta(minutes=1))
    await desk.act(desk.ann, pausing.call, timedelta(minutes=165), by_message=False)
    await come_to(desk, CHECK_IN_TIME + timedelta(minutes=14))
    pause = await desk.pause()
    for person in (desk.ann, desk.ben):
        await desk.act(person, pause_return.here, pause.id)
    await desk.pass_time(minutes=6)
    assert begun.check_ins[-1][1] == SUNDAY
    assert [week for _, week in begun.reviews] == [week_of(SUNDAY)]


async def test_a_change_right_after_a_pause_does_not_lose_todays_check_in(desk: Desk, begun: Begun) -> None:
    await agree(desk)
    await come_to(desk, TUESDAY - timedelta(minutes=1))
    await desk.act(desk.ann, pausing.call, by_message=False)
    await come_to(desk, TUESDAY + timedelta(minutes=19))
    pause = await desk.pause()
    for person in (desk.ann, desk.ben):
        await desk.act(person, pause_return.here, pause.id)
    assert begun.check_ins == []
    await desk.act(desk.ben, rhythm_changes.set_weekday, desk.couple, 0)
    await desk.pass_time(minutes=6)
    assert [day for _, day, _ in begun.check_ins] == [date(2026, 3, 3)]


async def test_turned_off_and_on_again_it_is_not_due_any_more(desk: Desk, begun: Begun) -> None:
    await agree(desk)
    await be_out_until(desk, TUESDAY - timedelta(minutes=10))
    await desk.act(desk.ann, rhythm_changes.set_time, desk.couple, "check-in", 19 * 60, private=True)
    assert await due(desk, "check_in") == TUESDAY + timedelta(hours=22, minutes=30) + jitter(desk.couple)
