"""One silent, private reminder three hours later; never in quiet hours, never a second."""

import pytest

from practices import check_in, pause
from storage.tables import Person
from tests.practices.check_in_desk import ask, found, write
from tests.practices.pause_desk import Desk, Row


async def sleep_by(desk: Desk, person: int, quiet_from: int, quiet_to: int) -> None:
    """Quiet hours by the clock of UTC, minutes since midnight."""
    async with desk.database.work() as work:
        row = await work.session.get(Person, person)
        assert row is not None
        row.zone, row.quiet_from, row.quiet_to = "UTC", quiet_from, quiet_to


async def reminders(desk: Desk) -> list[Row]:
    return [row for row in await desk.rows() if row.name == "answer"]


async def test_whoever_did_nothing_is_reminded_once_in_silence(desk: Desk) -> None:
    await ask(desk)
    await desk.deliver()
    await desk.pass_time(hours=2, minutes=59)
    assert [shown.chat for shown in desk.shown] == [-1001]
    await desk.pass_time(minutes=2)
    reminded = desk.shown[1:]
    assert sorted(shown.chat for shown in reminded) == [1, 2]
    assert all(shown.silent and shown.screen == "answer" for shown in reminded)
    assert all("No hurry" in shown.text for shown in reminded)
    await desk.pass_time(hours=20)
    assert len(desk.shown) == 3


@pytest.mark.parametrize("did", ["mood", "words", "skip", "mine"])
async def test_whoever_did_anything_is_not_reminded(desk: Desk, did: str) -> None:
    one = await ask(desk)
    if did == "mood":
        await desk.act(desk.ann, check_in.mood, one, 4)
    elif did == "words":
        await write(desk, desk.ann, one, "a")
    elif did == "skip":
        await desk.act(desk.ann, check_in.skip, one)
    else:
        await desk.act(desk.ann, check_in.keep_private, one, only_me=True)
    await desk.rows()
    desk.telegram_is_up = False
    await desk.pass_time(hours=20)
    assert [row.to for row in await reminders(desk)] == ["ben"]


async def test_a_reminder_waits_for_the_end_of_quiet_hours(desk: Desk) -> None:
    # It is 20:00; the reminder would come at 23:00.
    await sleep_by(desk, desk.ann, 22 * 60 + 30, 7 * 60 + 30)
    await ask(desk)
    await desk.rows()
    desk.telegram_is_up = False
    await desk.pass_time(hours=4)
    assert [row.to for row in await reminders(desk)] == ["ben"]
    await desk.pass_time(hours=7, minutes=29)
    assert await reminders(desk) == []
    await desk.pass_time(minutes=2)
    assert [row.to for row in await reminders(desk)] == ["ann"]
    await desk.pass_time(hours=12)
    assert await reminders(desk) == []


async def test_a_pause_keeps_reminders_waiting(desk: Desk) -> None:
    await ask(desk)
    await desk.pass_time(hours=2, minutes=55)
    await desk.act(desk.ann, pause.call, by_message=False)
    await desk.rows()
    desk.telegram_is_up = False
    await desk.pass_time(minutes=10)
    assert await reminders(desk) == []
    await desk.pass_time(hours=1)
    assert sorted(row.to for row in await reminders(desk)) == ["ann", "ben"]


async def test_the_next_prompt_ends_the_last_ones_reminders(desk: Desk) -> None:
    await sleep_by(desk, desk.ann, 21 * 60, 20 * 60)
    one = await ask(desk)
    desk.telegram_is_up = False
    await desk.pass_time(hours=20)
    await ask(desk, days=1)
    await desk.rows()
    assert (await found(desk, one)).closed_at is not None
    async with desk.database.work() as work:
        timer = await work.timers.get(f"check_in_nudge:{desk.couple}")
        assert timer is not None
        assert timer.subject_id != one


async def test_nobody_is_reminded_in_a_chat_that_others_read(desk: Desk) -> None:
    async with desk.database.work() as work:
        ann = await work.session.get(Person, desk.ann)
        assert ann is not None
        ann.private_open = False
    await ask(desk)
    await desk.rows()
    desk.telegram_is_up = False
    await desk.pass_time(hours=20)
    assert [row.to for row in await reminders(desk)] == ["ben"]
