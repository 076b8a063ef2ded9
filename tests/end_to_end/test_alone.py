from tests.end_to_end.rig import Rig


async def test_somebody_new_pauses_alone_and_has_a_sentence_to_pass_on(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.tap(rig.ann, rig.private(rig.ann), "pause:new")
    panel, said = rig.world.messages(rig.private(rig.ann), rig.ann)[-2:]
    assert "A pause, just for you." in panel.text
    copy = next(button for button in said.buttons() if "copy_text" in button)
    assert copy["copy_text"]["text"] == "I need a break. I'm not leaving. Back in 20 minutes."
    assert copy["copy_text"]["text"] in said.text


async def test_whoever_pauses_alone_is_called_back_alone(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "✋")
    await rig.move(minutes=20)
    assert rig.texts(rig.ann)[-1].startswith("It's 21:20, Ann.")
    await rig.tap(rig.ann, rig.private(rig.ann), ":here")
    assert rig.texts(rig.ann)[-1].startswith("You're here.")


async def test_a_pause_alone_can_be_taken_back_and_made_longer(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/pause 45")
    await rig.tap(rig.ann, rig.private(rig.ann), ":times")
    await rig.tap(rig.ann, rig.private(rig.ann), "plus:20")
    assert "Coming back at 22:05." in "".join(rig.texts(rig.ann))
    await rig.tap(rig.ann, rig.private(rig.ann), ":undo")
    assert "Tapped by mistake. No pause." in rig.texts(rig.ann)


async def test_after_unpairing_the_hand_works_for_one(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.private(rig.ann), "/unpair")
    await rig.tap(rig.ann, rig.private(rig.ann), "Unpair")
    shared = rig.texts(rig.ben, rig.together)
    await rig.say(rig.ann, rig.private(rig.ann), "/pause")
    assert "A pause, just for you." in "".join(rig.texts(rig.ann)[-2:])
    assert rig.texts(rig.ben, rig.together) == shared


async def test_a_pause_alone_gives_way_to_that_of_the_two(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "✋")
    await rig.pair_in_group()
    await rig.tap(rig.ben, rig.together, "pause:new")
    assert "A new pause has begun." in rig.texts(rig.ann)


async def test_a_hand_in_the_group_without_a_private_chat_is_shown_the_way(rig: Rig) -> None:
    await rig.pair_in_group(private=False)
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/unpair")
    await rig.tap(rig.ann, rig.private(rig.ann), "Unpair")
    rig.world.key(rig.ben, rig.together, "✋")
    await rig.quiet()
    last = rig.world.last(rig.together, rig.ben)
    assert any("start=pause" in str(button.get("url")) for button in last.buttons())
