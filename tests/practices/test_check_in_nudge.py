"""One silent, private reminder three hours later; never in quiet hours, never a second."""

import pytest

from practices import check_in, pause, pause_return, rhythm
from practices.turn import Turn
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
    await desk.deliver()
    desk.telegram_is_up = False
    await desk.pass_time(hours=20)
    assert [row.to for row in await reminders(desk)] == ["ben"]


async def test_a_reminder_waits_for_the_end_of_quiet_hours(desk: Desk) -> None:
    # It is 20:00; the reminder would come at 23:00.
    await sleep_by(desk, desk.ann, 22 * 60 + 30, 7 * 60 + 30)
    await ask(desk)
    await desk.deliver()
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
    await desk.deliver()
    await desk.pass_time(hours=2, minutes=55)
    await desk.act(desk.ann, pause.call, by_message=False)
    await desk.deliver()
    desk.telegram_is_up = False
    await desk.pass_time(minutes=10)
    assert await reminders(desk) == []
    await desk.pass_time(hours=1)
    assert sorted(row.to for row in await reminders(desk)) == ["ann", "ben"]


async def test_the_next_prompt_ends_the_last_ones_reminders(desk: Desk) -> None:
    await sleep_by(desk, desk.ann, 21 * 60, 19 * 60)
    one = await ask(desk)
    await desk.deliver()
    desk.telegram_is_up = False
    # It would come at 19:00, which is later than it is worth.
    await desk.pass_time(hours=15)
    await ask(desk, days=1)
    assert (await found(desk, one)).closed_at is not None
    assert [row.to for row in await reminders(desk)] == ["ben"]
    await desk.pass_time(hours=2)
    assert await reminders(desk) == []


async def test_nobody_is_reminded_in_a_chat_that_others_read(desk: Desk) -> None:
    async with desk.database.work() as work:
        ann = await work.session.get(Person, desk.ann)
        assert ann is not None
        ann.private_open = False
    await ask(desk)
    await desk.deliver()
    desk.telegram_is_up = False
    await desk.pass_time(hours=20)
    assert [row.to for row in await reminders(desk)] == ["ben"]


async def test_nobody_is_reminded_of_what_nobody_saw(desk: Desk) -> None:
    await sleep_by(desk, desk.ann, 22 * 60, 7 * 60)
    await sleep_by(desk, desk.ben, 0, 0)
    desk.telegram_is_up = False
    await ask(desk)
    await desk.pass_time(hours=3, minutes=10)
    desk.telegram_is_up = True
    await desk.deliver()
    await desk.pass_time(hours=12)
    assert desk.shown == []


async def test_whoever_turns_the_check_in_off_ends_the_reminder_too(desk: Desk) -> None:
    await ask(desk)
    await desk.deliver()
    async with desk.database.work() as work:
        (await rhythm.of_couple(Turn(desk.now, work), desk.couple)).check_in_on = False
    desk.telegram_is_up = False
    await desk.pass_time(hours=4)
    assert await reminders(desk) == []


@pytest.mark.parametrize("what_ben_does", ["nothing", "skip"])
async def test_when_one_is_reminded_after_a_pause_does_not_tell_of_the_other(
    desk: Desk, what_ben_does: str
) -> None:
    # Ben's time comes at seven, Ann's two minutes later; a pause lasts until one minute past.
    await sleep_by(desk, desk.ann, 22 * 60, 7 * 60 + 2)
    await sleep_by(desk, desk.ben, 22 * 60, 7 * 60)
    one = await ask(desk)
    await desk.deliver()
    if what_ben_does == "skip":
        await desk.act(desk.ben, check_in.skip, one)
    await desk.pass_time(hours=10, minutes=30)
    await desk.act(desk.ann, pause.call, by_message=False)
    await desk.deliver()
    await desk.pass_time(minutes=31)
    shown = await desk.pause()
    for person in (desk.ann, desk.ben):
        await desk.act(person, pause_return.here, shown.id)
    await desk.pass_time(minutes=20)
    (at,) = [one.at for one in desk.shown if (one.chat, one.screen) == (1, "answer")]
    assert (at.hour, at.minute) == (7, 2)
