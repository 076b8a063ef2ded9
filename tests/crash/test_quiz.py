"""kill -9 of the real process in the middle of the quiz: it goes on at the same item, and nothing is lost."""

from playground import Message, Person
from tests.crash.rig import Rig

# Killed while the press at this item is worked on.
AT_WORK = 3


def last(rig: Rig, ann: Person) -> Message:
    return rig.world.last(rig.world.private_chat(ann), ann)


def tap(rig: Rig, ann: Person, end: str) -> None:
    message = last(rig, ann)
    (data,) = [
        str(one["callback_data"]) for one in message.buttons() if str(one["callback_data"]).endswith(end)
    ]
    rig.world.tap(ann, message.chat_id, message.id, data)


async def begin(rig: Rig, ann: Person) -> None:
    await rig.start()
    rig.world.start(ann)
    await rig.quiet()
    rig.world.say(ann, rig.world.private_chat(ann), "/quiz")
    await rig.until(lambda: "no label for life" in last(rig, ann).text)
    tap(rig, ann, "quiz:begin")
    await rig.until(lambda: last(rig, ann).text.startswith("1 of 28"))


async def test_killed_in_the_middle_it_goes_on_at_the_same_item_with_every_answer(rig: Rig) -> None:
    ann = rig.world.add_person("Ann", "en")
    await begin(rig, ann)
    for number in range(1, 5):
        tap(rig, ann, f":{number}:{number}")
        if number == AT_WORK:
            await rig.watch(lambda: rig.amid("turn"), within=5)
            await rig.kill()
            await rig.start()
        await rig.until(lambda asked=f"{number + 1} of 28": last(rig, ann).text.startswith(asked))  # type: ignore[misc]
    assert rig.kills == 1
    assert rig.rows("SELECT count(*), count(DISTINCT item) FROM quiz_answers") == [(4, 4)]
    assert rig.complaints() == []
