import pytest

from tests.end_to_end.rig import Rig


@pytest.mark.parametrize(
    ("door", "works"),
    [
        ("help:arguing", "pause:new"),
        ("help:talk", "phrases:home"),
        ("help:myself", "calm:0"),
        ("safety:home", "safety:leave"),
    ],
)
async def test_each_situation_is_one_tap_from_something_that_works(rig: Rig, door: str, works: str) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.private(rig.ann), "/help")
    await rig.tap(rig.ann, rig.private(rig.ann), door)
    page = rig.world.last(rig.private(rig.ann), rig.ann)
    assert works in [button.get("callback_data") for button in page.buttons()]


async def test_every_page_leads_back(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/help")
    shown = len(rig.texts(rig.ann))
    for door in ("help:arguing", "help:talk", "help:myself"):
        await rig.tap(rig.ann, rig.private(rig.ann), door)
        await rig.tap(rig.ann, rig.private(rig.ann), "help:home")
    assert rig.texts(rig.ann)[-1].startswith("What is it right now?")
    assert len(rig.texts(rig.ann)) == shown


async def test_help_in_the_group_shows_the_pause_and_the_way_to_the_private_chat(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.together, "/help@backsoon_demo_bot")
    last = rig.world.last(rig.together, rig.ben)
    assert next(button.get("callback_data") for button in last.buttons()) == "pause:new"
    assert "Everything else is in our private chat" in last.text


async def test_safety_typed_in_the_group_is_answered_in_private_alone(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.together, "/safety@backsoon_demo_bot")
    assert rig.texts(rig.ann)[-1].startswith("A page with addresses.")
    assert rig.texts(rig.ben, rig.together)[-1] == "/safety@backsoon_demo_bot"
    assert "addresses" not in "".join(rig.texts(rig.ben))


async def test_the_safety_page_goes_with_one_tap(rig: Rig) -> None:
    await rig.start(rig.ann)
    before = rig.texts(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/safety")
    await rig.tap(rig.ann, rig.private(rig.ann), "safety:more")
    await rig.tap(rig.ann, rig.private(rig.ann), "safety:leave")
    assert rig.texts(rig.ann) == [*before, "/safety"]


async def test_privacy_is_told_in_private(rig: Rig) -> None:
    await rig.start(rig.ben)
    await rig.say(rig.ben, rig.private(rig.ben), "/privacy")
    assert rig.texts(rig.ben)[-1].startswith("What I keep:")
