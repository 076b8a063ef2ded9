"""How fast the bot sends."""

import itertools

from bot.deliver.limits import Limits
from storage.lanes import Lane
from tests.bot.deliver.office import Office, meet

ANN, BEN, GROUP = 101, 102, -4001


def sent_within(limits: Limits, chat: int, lane: Lane, seconds: float) -> list[float]:
    """When a chat with endless words was written to, in steps of 10 ms."""
    times = []
    for step in range(int(seconds * 100)):
        now = step / 100
        if not limits.wait_overall(lane, now) and not limits.wait_chat(chat, lane, now):
            limits.take(chat, lane, now)
            times.append(now)
    return times


def most_in_any(times: list[float], span: float) -> int:
    return max(sum(start <= time < start + span for time in times) for start in times)


def test_a_chat_gets_a_short_burst_and_then_about_one_message_a_second() -> None:
    times = sent_within(Limits(), ANN, Lane.ANSWER, 20)
    assert times[:3] == [0.0, 0.01, 0.02]
    assert 20 <= len(times) <= 23


def test_a_group_gets_at_most_twenty_a_minute() -> None:
    times = sent_within(Limits(), GROUP, Lane.PAUSE, 180)
    assert most_in_any(times, 60) == 20


def test_chatter_in_a_group_leaves_room_for_a_pause() -> None:
    limits = Limits()
    chatter = sent_within(limits, GROUP, Lane.ANSWER, 30)
    assert len(chatter) == 16
    assert limits.wait_chat(GROUP, Lane.ANSWER, 30) > 0
    assert limits.wait_chat(GROUP, Lane.PAUSE, 30) == 0


def test_all_chats_together_get_at_most_thirty_a_second() -> None:
    limits, chats, times = Limits(), itertools.count(1), []
    for step in range(300):
        for _ in range(3):
            if not limits.wait_overall(Lane.ANSWER, step / 100):
                limits.take(next(chats), Lane.ANSWER, step / 100)
                times.append(step / 100)
    assert most_in_any(times, 1) == 30
    assert len(times) == 90


def test_scheduled_words_leave_ten_a_second_to_the_others() -> None:
    limits = Limits()
    for chat in range(1, 21):
        limits.take(chat, Lane.SCHEDULED, 0.0)
    assert limits.wait_overall(Lane.SCHEDULED, 0.5) == 0.5
    assert limits.wait_overall(Lane.PAUSE, 0.5) == 0.0


def test_a_wait_is_as_long_as_it_says() -> None:
    limits = Limits()
    for _ in range(3):
        limits.take(ANN, Lane.ANSWER, 0.0)
    wait = limits.wait_chat(ANN, Lane.ANSWER, 0.0)
    assert wait == 1.0
    assert limits.wait_chat(ANN, Lane.ANSWER, wait) == 0.0


def test_one_chat_does_not_slow_another() -> None:
    limits = Limits()
    for _ in range(3):
        limits.take(ANN, Lane.ANSWER, 0.0)
    assert limits.wait_chat(BEN, Lane.ANSWER, 0.0) == 0.0


def test_a_call_that_sends_no_message_leaves_the_chat_its_allowance() -> None:
    limits = Limits()
    for _ in range(10):
        limits.take(ANN, Lane.ANSWER, 0.0, message=False)
    assert limits.wait_chat(ANN, Lane.ANSWER, 0.0) == 0.0


def test_chats_that_have_been_quiet_are_forgotten_and_busy_ones_are_not() -> None:
    limits = Limits()
    for chat in range(1, 2001):
        limits.take(chat, Lane.ANSWER, 0.0)
    for _ in range(4):
        limits.take(-ANN, Lane.ANSWER, 120.0)
    limits.take(ANN, Lane.ANSWER, 120.0)
    assert len(limits._chats) == 2
    assert limits.wait_chat(-ANN, Lane.ANSWER, 120.0) > 0


def test_without_limits_nothing_waits() -> None:
    limits = Limits.none()
    for _ in range(100):
        limits.take(GROUP, Lane.SCHEDULED, 0.0)
    assert limits.wait_overall(Lane.SCHEDULED, 0.0) == limits.wait_chat(GROUP, Lane.SCHEDULED, 0.0) == 0.0


async def test_the_deliverer_stays_below_what_telegram_allows(office: Office) -> None:
    office.limits = Limits()
    office.deliverer = office.new_deliverer()
    people = [await meet(office, f"p{number}") for number in range(12)]
    async with office.open():
        for someone in people:
            for number in range(4):
                await office.say(someone.address, f"word {number}")
        await office.rest()
        assert len(office.calls()) == 30
        for _ in range(40):
            await office.pass_time(0.25)
    assert all(office.texts(someone.chat) == [f"word {number}" for number in range(4)] for someone in people)
