"""Sharing over real HTTP: what Ben's phone shows, with and without what Ann does."""

from collections.abc import Mapping

from content.quiz import quiz_items
from playground import Message, Person
from playground.pressing import press as make_press
from tests.end_to_end.hands import data_of, rows
from tests.end_to_end.rig import Rig
from tests.end_to_end.test_check_in import phone

PURSUING = {"conflict.pursue": 7, "anxiety": 6, "repair": 5}
WITHDRAWING = {"conflict.withdraw": 7, "avoidance": 6, "repair": 3}


def last(rig: Rig, person: Person) -> Message:
    return rig.world.last(rig.private(person), person)


def seen(rig: Rig, person: Person) -> list[object]:
    """All that a phone shows, byte for byte."""
    chats = (rig.private(person), rig.together)
    return [(message.id, message.raw) for chat in chats for message in rig.world.messages(chat, person)]


def told(message: Message) -> tuple[object, object]:
    """What a message says, and its buttons."""
    return message.raw.get("text"), message.raw.get("reply_markup")


def caption(message: Message) -> str:
    return str(message.raw.get("caption", ""))


async def press(rig: Rig, person: Person, end: str) -> str:
    """Press the button of this person's newest message whose data ends so; what was answered."""
    message = last(rig, person)
    answer = await rig.world.answered(
        rig.world.tap(person, rig.private(person), message.id, data_of(message, end))
    )
    await rig.quiet()
    return answer.text or answer.url or ""


async def take(rig: Rig, person: Person, counting: Mapping[str, int]) -> None:
    """Take the quiz with answers that count so for their scale, 2 for all others."""
    # Nobody presses so fast for long.
    await rig.move(minutes=2)
    await rig.say(person, rig.private(person), "/quiz")
    while not any(
        str(button.get("callback_data")).endswith(":1:1") for button in last(rig, person).buttons()
    ):
        # The first time, or after a result.
        begin = [str(button.get("callback_data")) for button in last(rig, person).buttons()]
        await press(rig, person, "quiz:begin" if "quiz:begin" in begin else "quiz:intro")
    message, store = last(rig, person), rig.world.store
    prefix = data_of(message, ":1:1").removesuffix(":1:1")
    for number, item in enumerate(quiz_items(), 1):
        counts = counting.get(item.scale, 2)
        value = 8 - counts if item.reversed else counts
        chat = store.chat(message.chat_id)
        make_press(store, chat, message, person.id, f"{prefix}:{number}:{value}")
        if number % 14 == 0:
            await rig.quiet()
            await rig.move(seconds=45)


async def share(rig: Rig, person: Person, what: str = "both") -> None:
    """From the result through the preview to Share."""
    await press(rig, person, "share:new")
    await press(rig, person, f":see:{what}")
    data = [str(button.get("callback_data")) for button in last(rig, person).buttons()]
    await press(rig, person, next(one for one in data if ":yes:" in one))


async def test_bens_phone_is_the_same_until_share_is_tapped_and_after_it_is_taken_back(rig: Rig) -> None:
    await rig.pair_in_group()
    # The proposal of times has come.
    await rig.move(minutes=2)
    await rig.say(rig.ben, rig.private(rig.ben), "/together")
    needs = told(last(rig, rig.ben))
    before = seen(rig, rig.ben)
    await take(rig, rig.ann, PURSUING)
    await press(rig, rig.ann, "profile:report")
    assert last(rig, rig.ann).raw["document"]["file_name"] == "backsoon.pdf"
    await press(rig, rig.ann, "quiz:result")
    await press(rig, rig.ann, "profile:picture")
    for end in (":plain:dark", ":named:dark", ":named:light"):
        await press(rig, rig.ann, end)
    assert caption(last(rig, rig.ann)).startswith("Where I am now · Ann\n")
    await press(rig, rig.ann, "share:new")
    await press(rig, rig.ann, ":see:both")
    preview = caption(last(rig, rig.ann))
    assert last(rig, rig.ann).raw["photo"]
    assert seen(rig, rig.ben) == before
    await press(rig, rig.ann, "share:new")
    await press(rig, rig.ann, "quiz:result")
    await share(rig, rig.ann)
    message = last(rig, rig.ben)
    assert [one for one in seen(rig, rig.ben) if one not in before] == [(message.id, message.raw)]
    assert len(seen(rig, rig.ben)) == len(before) + 1
    assert message.labels == ["👀 Open"]
    await press(rig, rig.ben, ":open")
    assert last(rig, rig.ben).raw["photo"]
    assert caption(last(rig, rig.ben)) in preview
    await press(rig, rig.ben, ":open:dark")
    # Together says what it said before anybody had done anything.
    await rig.say(rig.ben, rig.private(rig.ben), "/together")
    assert told(last(rig, rig.ben)) == needs
    with_it = seen(rig, rig.ben)
    await take(rig, rig.ann, WITHDRAWING)
    assert seen(rig, rig.ben) == with_it
    await share(rig, rig.ann)
    assert seen(rig, rig.ben) == with_it
    await press(rig, rig.ann, ":back")
    gone = [one for one in with_it if one not in seen(rig, rig.ben)]
    assert len(gone) == 2
    assert [one for one in seen(rig, rig.ben) if one not in with_it] == []
    await rig.say(rig.ben, rig.private(rig.ben), "/together")
    assert told(last(rig, rig.ben)) == needs
    assert [call.error for call in rig.play.calls if not call.ok] == []


async def test_a_picture_that_was_taken_back_before_its_reply_was_here_leaves_the_phone(rig: Rig) -> None:
    await rig.pair_in_group()
    await take(rig, rig.ann, PURSUING)
    await share(rig, rig.ann)
    offered = last(rig, rig.ben)
    rig.play.faults.add("slow", "sendPhoto", chat=rig.private(rig.ben), seconds=1)
    rig.world.tap(rig.ben, rig.private(rig.ben), offered.id, data_of(offered, ":open"))
    await rig.world.until(lambda: bool(last(rig, rig.ben).raw.get("photo")))
    picture = last(rig, rig.ben)
    await press(rig, rig.ann, ":back")
    left = [message.id for message in rig.world.messages(rig.private(rig.ben), rig.ben)]
    assert picture.id not in left
    assert offered.id not in left


async def test_past_two_days_open_turns_into_not_available(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.move(minutes=2)
    await take(rig, rig.ann, PURSUING)
    await share(rig, rig.ann, "place")
    message = last(rig, rig.ben)
    await rig.move(hours=50)
    await press(rig, rig.ann, ":back")
    (stands,) = [one for one in rig.world.messages(rig.private(rig.ben), rig.ben) if one.id == message.id]
    assert (stands.text, list(stands.buttons())) == ("This is not available.", [])
    assert rows(rig, "SELECT id FROM quiz_shares WHERE withdrawn_at IS NULL") == []


async def test_when_both_share_together_is_one_picture_with_its_words(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.move(minutes=2)
    await take(rig, rig.ann, PURSUING)
    await share(rig, rig.ann)
    await take(rig, rig.ben, WITHDRAWING)
    await share(rig, rig.ben, "stress")
    await press(rig, rig.ben, "together:show")
    assert last(rig, rig.ben).raw["photo"]
    words = caption(last(rig, rig.ben))
    assert "Ann tends to go after it" in words
    assert "Ben tends to step back" in words
    assert "The round has no first." in words
    await press(rig, rig.ben, "together:ideas")
    assert last(rig, rig.ben).text.count("\n") == 4
    await press(rig, rig.ben, "together:show")
    assert last(rig, rig.ben).raw["photo"]
    # In their group nothing of it is said.
    before = rig.texts(rig.ann, rig.together)
    await rig.say(rig.ann, rig.together, "/together")
    assert rig.texts(rig.ann, rig.together)[:-1] == before
    assert "Ann tends to go after it" in caption(last(rig, rig.ann))


async def test_after_unpair_neither_can_open_what_the_other_showed(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.move(minutes=2)
    await take(rig, rig.ann, PURSUING)
    await share(rig, rig.ann)
    message = last(rig, rig.ben)
    data = data_of(message, ":open")
    await rig.say(rig.ann, rig.private(rig.ann), "/unpair")
    on_his_phone = phone(rig, rig.ben)
    await press(rig, rig.ann, ":yes")
    # Nothing tells him in this moment; his own next tap does.
    assert phone(rig, rig.ben) == on_his_phone
    store = rig.world.store
    made = make_press(store, store.chat(message.chat_id), message, rig.ben.id, data)
    assert (await rig.world.answered(made.id)).text == "This is not available."
    await rig.quiet()
    assert message.id not in [one.id for one in rig.world.messages(rig.private(rig.ben), rig.ben)]
    assert "has ended" in last(rig, rig.ben).text
