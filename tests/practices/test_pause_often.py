"""Several pauses within an hour bring whoever called them a kind word, alone; they are never refused."""

from practices import pause
from storage.tables import Person
from tests.practices.pause_desk import Desk


async def called(desk: Desk, person: int, minutes: float) -> None:
    """A ✋, and what is due in the so many minutes after it."""
    assert await desk.act(person, pause.call, by_message=False) == "pause-started"
    await desk.deliver()
    await desk.pass_time(minutes=minutes)


async def words(desk: Desk) -> list[int]:
    """The chats in which the word was shown."""
    return [shown.chat for shown in desk.shown if shown.screen == "pause.often"]


async def telegram_id(desk: Desk, person: int) -> int:
    async with desk.database.work() as work:
        row = await work.session.get(Person, person)
        assert row is not None
        return row.telegram_id


async def test_the_third_within_an_hour_brings_its_caller_a_word_and_nobody_else(desk: Desk) -> None:
    await called(desk, desk.ann, 21)
    await called(desk, desk.ann, 21)
    assert await words(desk) == []
    await called(desk, desk.ann, 1)
    assert await words(desk) == [await telegram_id(desk, desk.ann)]


async def test_the_pauses_of_two_are_not_counted_together(desk: Desk) -> None:
    for person in (desk.ann, desk.ben, desk.ann, desk.ben):
        await called(desk, person, 20.5)
    assert await words(desk) == []


async def test_it_is_said_once_an_hour(desk: Desk) -> None:
    for _ in range(5):
        await called(desk, desk.ann, 20.5)
    # The fourth and the fifth came within the hour after the word.
    assert len(await words(desk)) == 1
    await called(desk, desk.ann, 20.5)
    assert len(await words(desk)) == 2


async def test_what_was_taken_back_does_not_count_and_takes_the_word_with_it(desk: Desk) -> None:
    for _ in range(2):
        assert await desk.act(desk.ann, pause.call, by_message=False) == "pause-started"
        await desk.act(desk.ann, pause.undo, (await desk.pause()).id)
        await desk.pass_time(minutes=1)
    await called(desk, desk.ann, 20)
    await called(desk, desk.ann, 20)
    assert await words(desk) == []
    await desk.act(desk.ann, pause.call, by_message=False)
    await desk.deliver()
    assert len(await words(desk)) == 1
    await desk.act(desk.ann, pause.undo, (await desk.pause()).id)
    await desk.rows()
    chat, since = await telegram_id(desk, desk.ann), desk.now.replace(hour=0)
    async with desk.database.work() as work:
        assert not await work.panels.said_since(chat, ["pause.often"], since)


async def test_an_hour_of_few_pauses_brings_no_word(desk: Desk) -> None:
    for _ in range(4):
        await called(desk, desk.ann, 31)
    assert await words(desk) == []
