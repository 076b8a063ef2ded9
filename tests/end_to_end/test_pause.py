from tests.end_to_end.rig import Rig


async def test_two_pair_in_their_group_pause_and_both_return(rig: Rig) -> None:
    await rig.pair_in_group()
    assert await rig.tap(rig.ann, rig.together, "pause:new") == "Pause. 20 minutes."
    assert "Back at 21:20." in rig.texts(rig.ben, rig.together)[-1]
    await rig.move(minutes=15)
    assert rig.texts(rig.ben, rig.together)[-1].startswith("Nearly time: 21:20.")
    await rig.move(minutes=5)
    assert rig.texts(rig.ben, rig.together)[-1].startswith("It's 21:20, Ann and Ben.")
    await rig.tap(rig.ann, rig.together, ":here")
    assert "Ann is here" in rig.texts(rig.ben)[-1]
    await rig.tap(rig.ben, rig.together, ":here")
    assert rig.texts(rig.ben, rig.together)[-1].startswith("You're both here.")
