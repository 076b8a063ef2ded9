"""A couple's group: who comes and goes, what becomes of it, and whom it belongs to."""

from datetime import timedelta

from tests.end_to_end.hands import couples, data_of, forge, hands, in_file, is_known
from tests.end_to_end.rig import Rig


async def test_strangers_have_no_say_and_nothing_of_theirs_is_kept(rig: Rig) -> None:
    await rig.pair_in_group()
    cleo = rig.world.add_person("Cleo")
    rig.world.add_member(rig.together, cleo)
    await rig.quiet()
    before = rig.texts(rig.ann, rig.together)
    (hand,) = hands(rig, rig.together)
    for data in ("pause:new", "pause:1:here", "unpair:1:yes"):
        answer = await forge(rig, cleo, hand, data)
        assert answer.alert
        assert "for the two who are a couple here" in answer.text
    for text in ("/pause 45", "/start", "/unpair", "my private words"):
        await rig.say(cleo, rig.together, text, reply_to=hand.id)
    assert not is_known(rig, cleo)
    assert not in_file(rig, "Cleo")
    assert not in_file(rig, "my private words")
    said = rig.texts(rig.ann, rig.together)[len(before) :]
    assert [one for one in said if not one.startswith(("/", "my private"))] == []


async def test_what_is_typed_in_a_group_is_not_in_the_file(rig: Rig) -> None:
    await rig.pair_in_group()
    (hand,) = hands(rig, rig.together)
    await rig.say(rig.ann, rig.together, "nothing to see", reply_to=hand.id)
    assert not in_file(rig, "nothing to see")


async def test_another_couple_in_the_group_can_call_no_pause_here(rig: Rig) -> None:
    cleo, dan = rig.world.add_person("Cleo"), rig.world.add_person("Dan")
    theirs = rig.world.make_group("Cleo & Dan", [cleo, dan])
    rig.world.add_bot(theirs, cleo)
    await rig.quiet()
    for person, end in ((cleo, ":join"), (dan, ":join"), (dan, ":yes"), (cleo, ":yes")):
        await rig.tap(person, theirs, end)
    await rig.pair_in_group()
    rig.world.add_member(rig.together, cleo)
    await rig.quiet()
    (hand,) = hands(rig, rig.together)
    assert (await forge(rig, cleo, hand, "pause:new")).alert
    await rig.say(cleo, rig.together, "/pause", reply_to=hand.id)
    assert not [text for text in rig.texts(dan, theirs) if "Back at" in text]
    assert not [text for text in rig.texts(rig.ann) if "Back at" in text]


async def test_when_a_third_comes_one_line_says_so_and_a_pause_is_private_until_they_leave(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    cleo = rig.world.add_person("Cleo")
    rig.world.add_member(rig.together, cleo)
    await rig.quiet()
    assert not [text for text in rig.texts(cleo, rig.together) if "needs a pause" in text]
    assert sum("There are others here" in text for text in rig.texts(rig.ann, rig.together)) == 1
    for person in (rig.ann, rig.ben):
        assert len([text for text in rig.texts(person) if "Back at 21:20." in text]) == 1
    dan = rig.world.add_person("Dan")
    rig.world.add_member(rig.together, dan)
    await rig.quiet()
    assert sum("There are others here" in text for text in rig.texts(rig.ann, rig.together)) == 1
    for one in (dan, cleo):
        rig.world.leave(one, rig.together)
    await rig.quiet()
    assert "Back at 21:20." in rig.texts(rig.ann, rig.together)[-1]
    assert not [text for text in rig.texts(rig.ann) if "Back at" in text]
    assert len(hands(rig, rig.together)) == 1


async def test_in_a_group_of_more_than_two_a_new_couple_is_told_where_words_go(rig: Rig) -> None:
    cleo = rig.world.add_person("Cleo")
    rig.world.add_member(rig.together, cleo)
    await rig.pair_in_group()
    assert rig.texts(cleo, rig.together)[-1].startswith("There are others here") or any(
        text.startswith("There are others here") for text in rig.texts(cleo, rig.together)
    )
    assert not hands(rig, rig.together)
    assert "You and Ben have a ✋." in rig.texts(rig.ann)[-1]
    await rig.tap(rig.ann, rig.private(rig.ann), "pause:new")
    assert not [text for text in rig.texts(cleo, rig.together) if "Back at" in text]


async def test_a_partner_without_a_private_chat_sees_a_pause_among_others_without_names(rig: Rig) -> None:
    await rig.start(rig.ann)
    cleo = rig.world.add_person("Cleo")
    rig.world.add_member(rig.together, cleo)
    await rig.pair_in_group(private=False)
    asked = rig.world.last(rig.together, rig.ben)
    assert asked.labels == ["💬 Open chat"]
    assert "Ben" not in asked.text
    await rig.tap(rig.ann, rig.private(rig.ann), "pause:new")
    shown = rig.texts(rig.ben, rig.together)[-1]
    assert "21:20" in shown
    assert "Ann" not in shown
    await rig.start(rig.ben)
    assert "Back at 21:20." in "".join(rig.texts(rig.ben))
    assert "21:20" not in rig.texts(rig.ben, rig.together)[-1]
    assert len([text for text in rig.texts(rig.ann) if "Back at" in text]) == 1


async def test_a_third_in_the_place_of_a_partner_is_not_taken_for_them(rig: Rig) -> None:
    await rig.pair_in_group()
    cleo = rig.world.add_person("Cleo")
    rig.world.leave(rig.ben, rig.together)
    await rig.quiet()
    rig.world.add_member(rig.together, cleo, by=rig.ann)
    await rig.quiet()
    await rig.tap(rig.ann, rig.private(rig.ann), "pause:new")
    assert not [text for text in rig.texts(cleo, rig.together) if "Back at" in text]
    assert "Back at 21:20." in "".join(rig.texts(rig.ben))
    assert "Back at 21:20." in "".join(rig.texts(rig.ann))


async def test_a_partner_who_comes_back_is_asked_and_two_presses_make_it_their_chat_again(rig: Rig) -> None:
    await rig.pair_in_group()
    rig.world.leave(rig.ben, rig.together)
    await rig.quiet()
    assert "You and Ann have a ✋." in rig.texts(rig.ben)[-1]
    rig.world.add_member(rig.together, rig.ben, by=rig.ann)
    await rig.quiet()
    await rig.tap(rig.ann, rig.together, ":join")
    await rig.tap(rig.ben, rig.together, ":join")
    assert couples(rig) == 1
    assert len(hands(rig, rig.together)) == 1


async def test_a_supergroup_gets_every_panel_anew_once(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    new = rig.world.upgrade(rig.together)
    await rig.quiet()
    texts = rig.texts(rig.ben, new)
    assert sum("always down here" in text for text in texts) == 1
    assert sum("Back at 21:20." in text for text in texts) == 1
    assert len(hands(rig, new)) == 1
    keyboard = rig.world.keyboard(new, rig.ben)
    assert keyboard is not None
    await rig.move(minutes=20)
    assert rig.texts(rig.ben, new)[-1].startswith("It's 21:20")


async def test_a_supergroup_learnt_of_by_an_error_gets_every_panel_once(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.stop_bot()
    new = rig.world.upgrade(rig.together)
    rig.world.store.updates.drop()
    rig.clock.advance(timedelta(minutes=20))
    await rig.start_bot()
    await rig.quiet()
    texts = rig.texts(rig.ben, new)
    assert sum("21:20" in text for text in texts) == 1
    assert len(hands(rig, new)) == 1


async def test_a_question_to_a_group_follows_it_into_the_supergroup(rig: Rig) -> None:
    rig.world.add_bot(rig.together, rig.ann)
    await rig.quiet()
    await rig.tap(rig.ann, rig.together, ":join")
    new = rig.world.upgrade(rig.together)
    await rig.quiet()
    assert rig.texts(rig.ben, new) == ["Ann is in. Are you Ann's partner? Then tap too."]
    for person, end in ((rig.ben, ":join"), (rig.ben, ":yes"), (rig.ann, ":yes")):
        await rig.tap(person, new, end)
    assert couples(rig) == 1


async def test_when_the_bot_is_removed_the_pause_goes_on_in_private_and_comes_back_with_it(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    rig.world.remove_bot(rig.together, rig.ben)
    await rig.quiet()
    for person in (rig.ann, rig.ben):
        assert len([text for text in rig.texts(person) if "Back at 21:20." in text]) == 1
    rig.world.add_bot(rig.together, rig.ben)
    await rig.quiet()
    texts = rig.texts(rig.ben, rig.together)
    assert sum("Are you a couple" in text for text in texts) == 0
    assert sum("Back at 21:20." in text for text in texts) == 1
    assert not [text for text in rig.texts(rig.ben) if "Back at" in text]
    assert rig.world.keyboard(rig.together, rig.ann) is not None
    assert len(hands(rig, rig.together)) == 1


async def test_a_removed_bot_offers_the_sentence_for_a_partner_it_cannot_reach(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.pair_in_group(private=False)
    await rig.tap(rig.ann, rig.together, "pause:new")
    rig.world.remove_bot(rig.together, rig.ben)
    await rig.quiet()
    assert any(text.startswith("I can't reach Ben.") for text in rig.texts(rig.ann))


async def test_a_partner_who_blocks_the_bot_and_comes_back_finds_the_pause_again(rig: Rig) -> None:
    for person in (rig.ann, rig.ben):
        await rig.start(person)
    await rig.tap(rig.ann, rig.private(rig.ann), "invite:new")
    url = next(line for line in rig.texts(rig.ann)[-1].splitlines() if "?start=" in line)
    rig.world.open_link(rig.ben, url)
    await rig.quiet()
    await rig.tap(rig.ben, rig.private(rig.ben), ":yes")
    await rig.tap(rig.ann, rig.private(rig.ann), ":yes")
    await rig.tap(rig.ann, rig.private(rig.ann), "pause:new")
    rig.world.block(rig.ben)
    await rig.quiet()
    assert sum(text.startswith("I can't reach Ben.") for text in rig.texts(rig.ann)) == 1
    rig.world.unblock(rig.ben)
    await rig.quiet()
    assert "Back at 21:20." in rig.texts(rig.ben)[-1]
    assert len(hands(rig, rig.private(rig.ann))) == 1


async def test_the_newest_group_in_which_both_pressed_is_their_chat(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    second = rig.world.make_group("Second", [rig.ben, rig.ann])
    rig.world.add_bot(second, rig.ben)
    await rig.quiet()
    await rig.tap(rig.ann, second, ":join")
    assert len(hands(rig, rig.together)) == 1
    await rig.tap(rig.ben, second, ":join")
    assert not hands(rig, rig.together)
    assert not [text for text in rig.texts(rig.ann, rig.together) if "Back at" in text]
    assert len(hands(rig, second)) == 1
    assert "Back at 21:20." in "".join(rig.texts(rig.ben, second))
    await rig.say(rig.ann, rig.together, "/start")
    await rig.tap(rig.ann, rig.together, ":join")
    await rig.tap(rig.ben, rig.together, ":join")
    assert len(hands(rig, rig.together)) == 1
    assert not hands(rig, second)


async def test_a_partner_who_is_taken_finds_their_own_in_a_group_where_a_third_pressed_first(
    rig: Rig,
) -> None:
    await rig.pair_in_group()
    cleo = rig.world.add_person("Cleo")
    second = rig.world.make_group("Friends", [cleo, rig.ann, rig.ben])
    rig.world.add_bot(second, cleo)
    await rig.quiet()
    await rig.tap(cleo, second, ":join")
    assert "one partner here at a time" in await rig.tap(rig.ann, second, ":join")
    assert await rig.tap(rig.ben, second, ":join") == "You're set, both of you."
    assert couples(rig) == 1


async def test_start_in_the_couples_group_shows_the_hand_anew(rig: Rig) -> None:
    await rig.pair_in_group()
    (old,) = hands(rig, rig.together)
    await rig.say(rig.ben, rig.together, "/start")
    (new,) = hands(rig, rig.together)
    assert new.id > old.id
    assert data_of(new, ":new") == "pause:new"
