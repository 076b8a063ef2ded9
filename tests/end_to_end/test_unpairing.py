"""/unpair: by either alone, at once; the other is told when they next come, or now if the leaver wishes."""

from tests.end_to_end.hands import couples, data_of, forge, hands
from tests.end_to_end.rig import Rig


async def leave(rig: Rig) -> None:
    """Ann leaves."""
    await rig.say(rig.ann, rig.private(rig.ann), "/unpair")
    await rig.tap(rig.ann, rig.private(rig.ann), ":yes")


async def test_one_leaves_with_one_confirmation_and_the_other_is_told_when_they_next_come(rig: Rig) -> None:
    await rig.pair_in_group()
    in_group, with_ben = rig.texts(rig.ben, rig.together), rig.texts(rig.ben)
    await rig.say(rig.ann, rig.private(rig.ann), "/unpair")
    assert couples(rig) == 1
    assert await rig.tap(rig.ann, rig.private(rig.ann), ":yes") == "Done."
    assert couples(rig) == 0
    assert "You're no longer paired here." in rig.texts(rig.ann)[-1]
    assert (rig.texts(rig.ben, rig.together), rig.texts(rig.ben)) == (in_group, with_ben)
    assert await rig.tap(rig.ben, rig.together, "pause:new") == "This belongs to an earlier pairing."
    assert "Your pairing here has ended." in rig.texts(rig.ben)[-1]
    await rig.start(rig.ben)
    assert sum("has ended" in text for text in rig.texts(rig.ben)) == 1


async def test_whoever_thinks_better_of_it_stays(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.private(rig.ann), "/unpair")
    asked = rig.world.last(rig.private(rig.ann), rig.ann)
    yes = data_of(asked, ":yes")
    await rig.tap(rig.ann, rig.private(rig.ann), ":no")
    assert rig.texts(rig.ann)[-1] == "All stays as it is."
    assert couples(rig) == 1
    cleo = rig.world.add_person("Cleo")
    await rig.start(cleo)
    assert (await forge(rig, cleo, rig.world.last(rig.private(cleo), cleo), yes)).alert
    assert couples(rig) == 1


async def test_tell_now_tells_once(rig: Rig) -> None:
    await rig.pair_in_group()
    await leave(rig)
    told = rig.world.last(rig.private(rig.ann), rig.ann)
    data = data_of(told, ":tell")
    assert await rig.tap(rig.ann, rig.private(rig.ann), ":tell") == "I'm telling them now."
    assert "Your pairing here has ended." in rig.texts(rig.ben)[-1]
    assert not rig.world.last(rig.private(rig.ann), rig.ann).labels
    await forge(rig, rig.ann, told, data)
    assert sum("has ended" in text for text in rig.texts(rig.ben)) == 1


async def test_one_who_cannot_be_told_in_private_is_led_there_by_their_next_press(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.pair_in_group(private=False)
    await leave(rig)
    assert (
        await rig.tap(rig.ann, rig.private(rig.ann), ":tell")
        == "I can't reach your partner right now. I'll say it when they next use me."
    )
    url = await rig.tap(rig.ben, rig.together, "pause:new")
    assert "?start=" in url
    rig.world.open_link(rig.ben, url)
    await rig.quiet()
    assert any("Your pairing here has ended." in text for text in rig.texts(rig.ben))


async def test_unpair_said_in_the_group_is_asked_in_private(rig: Rig) -> None:
    await rig.pair_in_group()
    before = rig.texts(rig.ben, rig.together)
    await rig.say(rig.ann, rig.together, "/unpair")
    assert rig.texts(rig.ben, rig.together) == [*before, "/unpair"]
    assert "End your pairing here?" in rig.texts(rig.ann)[-1]


async def test_leaving_in_mid_pause_calls_each_in_private_without_the_others_name(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    panel = rig.world.last(rig.together, rig.ben)
    await leave(rig)
    await rig.say(rig.ann, rig.private(rig.ann), "/unpair")
    in_group = rig.texts(rig.ben, rig.together)
    refused = await forge(rig, rig.ann, panel, data_of(panel, ":times"))
    assert refused.text == "This belongs to an earlier pairing."
    await rig.move(minutes=15)
    await rig.move(minutes=5)
    for person, other in ((rig.ann, "Ben"), (rig.ben, "Ann")):
        called = rig.texts(person)[-1]
        assert called.startswith("It's 21:20")
        assert other not in called
    await rig.move(hours=9)
    assert rig.texts(rig.ben, rig.together) == in_group


async def test_without_a_private_chat_a_pause_that_was_left_closes_silently(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.pair_in_group(private=False)
    await rig.tap(rig.ben, rig.together, "pause:new")
    await leave(rig)
    in_group, calls = rig.texts(rig.ben, rig.together), len(rig.world.store.calls)
    await rig.move(minutes=20)
    assert rig.texts(rig.ben, rig.together) == in_group
    assert not [call for call in rig.world.store.calls[calls:] if call.params.get("chat_id") == rig.ben.id]


async def test_the_same_two_may_pair_again_and_begin_empty(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    old_hand = hands(rig, rig.together)[-1]
    await leave(rig)
    await rig.start(rig.ben)
    await rig.say(rig.ann, rig.together, "/start")
    await rig.tap(rig.ann, rig.together, ":join")
    await rig.tap(rig.ben, rig.together, ":join")
    await rig.tap(rig.ben, rig.together, ":yes")
    await rig.tap(rig.ann, rig.together, ":yes")
    assert couples(rig) == 1
    (hand,) = hands(rig, rig.together)
    assert hand.id != old_hand.id
    assert await rig.tap(rig.ben, rig.together, "pause:new") == "Pause. 20 minutes."
