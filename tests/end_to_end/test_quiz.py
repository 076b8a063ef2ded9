"""The quiz over real HTTP: taken by presses, through stops and restarts, for one phone alone."""

from pathlib import Path

import pytest

from content.quiz import item_text, quiz_items
from playground import Message, Person
from playground.pressing import press as make_press
from tests.end_to_end.hands import data_of, forge, in_file, rows
from tests.end_to_end.rig import Rig

ITEMS = quiz_items()


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """One will do: the practice is tried on both."""
    return f"sqlite+aiosqlite:///{tmp_path}/data/backsoon.db"


def last(rig: Rig, person: Person) -> Message:
    return rig.world.last(rig.private(person), person)


def seen(rig: Rig, person: Person) -> list[object]:
    """All that a phone shows, byte for byte."""
    chats = (rig.private(person), rig.together)
    return [(message.id, message.raw) for chat in chats for message in rig.world.messages(chat, person)]


def asks(rig: Rig, number: int) -> bool:
    """Whether Ann's newest message asks the item of this number."""
    item = item_text("en", ITEMS[number - 1].id).text
    text = last(rig, rig.ann).text
    return text.startswith(f"{number} of 28\n") and item in text


async def press(rig: Rig, end: str) -> str:
    """Press the button of Ann's newest message whose data ends so; what was answered."""
    message = last(rig, rig.ann)
    answer = await rig.world.answered(
        rig.world.tap(rig.ann, rig.private(rig.ann), message.id, data_of(message, end))
    )
    await rig.quiet()
    return answer.text or answer.url or ""


async def begin(rig: Rig) -> None:
    await rig.say(rig.ann, rig.private(rig.ann), "/quiz")
    await press(rig, "quiz:begin")


async def give(rig: Rig, numbers: range, value: int = 4) -> None:
    """Answer these items, four seconds each."""
    for number in numbers:
        assert asks(rig, number)
        await rig.move(seconds=4)
        await press(rig, f":{number}:{value}")


async def hurry(rig: Rig, value: int) -> None:
    """Answer every item in a minute, in two bursts, without a look at what is shown."""
    message = last(rig, rig.ann)
    prefix = data_of(message, ":1:1").removesuffix(":1:1")
    store = rig.world.store
    for number in range(1, 29):
        make_press(store, store.chat(message.chat_id), message, rig.ann.id, f"{prefix}:{number}:{value}")
        if number % 14 == 0:
            await rig.move(seconds=30)


async def test_it_is_taken_in_one_message_through_a_restart_and_only_one_phone_shows_it(rig: Rig) -> None:
    await rig.pair_in_group()
    # The proposal of times has come.
    await rig.move(minutes=2)
    bens = seen(rig, rig.ben)
    await rig.say(rig.ann, rig.private(rig.ann), "/help")
    for end in ("help:myself", "quiz:home"):
        await press(rig, end)
    assert "no label for life" in last(rig, rig.ann).text
    page = last(rig, rig.ann).id
    await press(rig, "quiz:begin")
    await give(rig, range(1, 9))
    await press(rig, ":back")
    assert "You chose 4 here." in last(rig, rig.ann).text
    await press(rig, ":next")
    await press(rig, ":skip")
    # The bot dies; a press comes while it is away.
    await rig.stop_bot()
    message = last(rig, rig.ann)
    tapped = rig.world.tap(rig.ann, rig.private(rig.ann), message.id, data_of(message, ":10:2"))
    await rig.start_bot()
    await rig.world.answered(tapped)
    await rig.quiet()
    assert asks(rig, 11)
    await give(rig, range(11, 29))
    assert last(rig, rig.ann).id == page
    assert last(rig, rig.ann).text.startswith("Where you are right now.")
    for end in ("quiz:scales", "quiz:result"):
        await press(rig, end)
        assert last(rig, rig.ann).id == page
    assert rows(rig, "SELECT count(*) FROM quiz_answers") == [(27,)]
    assert seen(rig, rig.ben) == bens
    assert [call.error for call in rig.play.calls if not call.ok] == []


async def test_stopped_and_restarted_it_goes_on_at_the_same_item(rig: Rig) -> None:
    await rig.start(rig.ann)
    await begin(rig)
    await give(rig, range(1, 4))
    await press(rig, ":stop")
    assert "4 of 28" in last(rig, rig.ann).text
    await rig.stop_bot()
    await rig.move(hours=50)
    await rig.start_bot()
    await rig.say(rig.ann, rig.private(rig.ann), "/quiz")
    assert last(rig, rig.ann).text.startswith("You stopped at 4 of 28")
    await press(rig, ":go")
    assert asks(rig, 4)
    await press(rig, ":back")
    assert "You chose 4 here." in last(rig, rig.ann).text


async def test_a_second_device_a_double_tap_and_an_old_keyboard_lead_to_the_item_asked_now(rig: Rig) -> None:
    await rig.start(rig.ann)
    await begin(rig)
    old = last(rig, rig.ann)
    first = data_of(old, ":1:7")
    for _ in range(2):
        rig.world.tap(rig.ann, rig.private(rig.ann), old.id, first)
    await rig.quiet()
    assert asks(rig, 2)
    # The old message is still on another device while a new one is asked for.
    await rig.say(rig.ann, rig.private(rig.ann), "/quiz")
    await press(rig, ":go")
    await give(rig, range(2, 4))
    answer = await forge(rig, rig.ann, old, first)
    assert answer.text == "Here is where you are now."
    (text,) = [message.text for message in rig.world.messages(old.chat_id, rig.ann) if message.id == old.id]
    assert text.startswith("4 of 28")
    answer = await forge(rig, rig.ann, old, first.replace(":1:7", ":28:7"))
    assert answer.text == "Here is where you are now."
    assert asks(rig, 4)
    assert rows(rig, "SELECT count(*) FROM quiz_answers") == [(3,)]


async def test_without_a_private_chat_the_group_leads_there(rig: Rig) -> None:
    await rig.pair_in_group(private=False)
    await rig.say(rig.ben, rig.together, "/quiz")
    buttons = rig.world.last(rig.together, rig.ben).buttons()
    link = next(str(button["url"]) for button in buttons if "url" in button)
    assert link.endswith("?start=quiz")
    rig.world.open_link(rig.ben, link)
    await rig.quiet()
    assert "no label for life" in last(rig, rig.ben).text


async def test_typed_in_the_group_it_is_shown_in_private(rig: Rig) -> None:
    await rig.pair_in_group()
    said = rig.texts(rig.ben, rig.together)
    await rig.say(rig.ben, rig.together, "/quiz")
    assert "no label for life" in rig.texts(rig.ben)[-1]
    assert rig.texts(rig.ben, rig.together) == [*said, "/quiz"]


async def test_after_four_weeks_it_is_offered_taken_compared_and_all_deleted(rig: Rig) -> None:
    await rig.start(rig.ann)
    await begin(rig)
    await hurry(rig, 6)
    await rig.move(weeks=4, minutes=1)
    offer = last(rig, rig.ann)
    assert offer.text.startswith("A few weeks have passed.")
    await press(rig, "quiz:intro")
    await press(rig, "quiz:begin")
    await hurry(rig, 2)
    assert "take this lightly" in last(rig, rig.ann).text
    await press(rig, "quiz:then")
    assert "No more than chance would do" in last(rig, rig.ann).text
    await press(rig, "quiz:result")
    await press(rig, ":delete")
    await press(rig, ":forget")
    assert last(rig, rig.ann).text == "They are gone, and nobody was told."
    assert rows(rig, "SELECT id FROM quiz_answers") == []
    assert rows(rig, "SELECT id FROM quiz_attempts") == []
    assert not in_file(rig, "Settled")


async def test_a_chinese_reader_takes_it_in_chinese(rig: Rig) -> None:
    rig.world.settle(rig.ann, language="zh")
    await rig.start(rig.ann)
    await begin(rig)
    text = last(rig, rig.ann).text
    assert text.startswith("第 1 句，共 28 句")
    assert item_text("zh", ITEMS[0].id).text in text
