"""Words to borrow, over real HTTP."""

from playground import Message
from tests.end_to_end.rig import Rig


def last(rig: Rig) -> Message:
    return rig.world.last(rig.private(rig.ann), rig.ann)


async def test_the_command_leads_to_lines_that_are_copied_with_a_tap(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/phrases")
    await rig.tap(rig.ann, rig.private(rig.ann), "phrases:returning")
    label = next(label for label in last(rig).labels if "I'm here" in label)
    rig.world.tap(rig.ann, rig.private(rig.ann), last(rig).id, label)
    assert rig.world.clipboard[rig.ann.id] == "I'm here."


async def test_every_page_turns_in_one_message_and_leads_back(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/phrases")
    message = last(rig)
    for situation in ("starting", "waiting", "returning", "reassuring"):
        ways = (f"phrases:{situation}", f"phrases:{situation}:2", f"phrases:{situation}:1", "phrases:home")
        for data in ways:
            await rig.tap(rig.ann, rig.private(rig.ann), data)
            assert last(rig).id == message.id
        await rig.move(minutes=1)
    await rig.tap(rig.ann, rig.private(rig.ann), "help:home")
    assert last(rig).text.startswith("What is it right now?")


async def test_a_start_link_opens_a_situation_and_the_partner_sees_nothing(rig: Rig) -> None:
    await rig.pair_in_group()
    chats = (rig.private(rig.ben), rig.together)
    before = [(one.id, dict(one.raw)) for chat in chats for one in rig.world.messages(chat, rig.ben)]
    await rig.start(rig.ann, "phrases-returning")
    assert last(rig).text.startswith("For coming back.")
    assert [(one.id, one.raw) for chat in chats for one in rig.world.messages(chat, rig.ben)] == before


async def test_a_link_to_no_situation_shows_them_all(rig: Rig) -> None:
    await rig.start(rig.ann, "phrases-winning")
    assert last(rig).text.startswith("Words you can borrow.")
