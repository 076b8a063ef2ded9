"""Two presses, two confirmations: pairing in the couple's own group."""

from tests.end_to_end.hands import couples, data_of, forge, hands, is_known
from tests.end_to_end.rig import Rig


async def add_bot(rig: Rig) -> None:
    rig.world.add_bot(rig.together, rig.ann)
    await rig.quiet()


async def test_the_bot_posts_at_once_when_it_is_added(rig: Rig) -> None:
    await add_bot(rig)
    (greeting,) = rig.texts(rig.ben, rig.together)
    assert "Are you a couple?" in greeting
    assert rig.world.last(rig.together, rig.ben).labels == ["🤝 I'm in"]


async def test_two_press_the_second_confirms_and_then_the_first(rig: Rig) -> None:
    await add_bot(rig)
    assert await rig.tap(rig.ann, rig.together, ":join") == "You're in. Now your partner."
    assert rig.texts(rig.ben, rig.together) == ["Ann is in. Are you Ann's partner? Then tap too."]
    await rig.tap(rig.ben, rig.together, ":join")
    assert rig.texts(rig.ben, rig.together) == ["Ben, you would be Ann's partner here. Is that right?"]
    await rig.tap(rig.ben, rig.together, ":yes")
    assert rig.texts(rig.ann, rig.together) == ["Ben said yes. Ann, is Ben your partner?"]
    assert couples(rig) == 0
    assert await rig.tap(rig.ann, rig.together, ":yes") == "You're set, both of you."
    assert couples(rig) == 1


async def test_a_new_couple_sees_one_panel_with_one_hand_and_a_keyboard_from_its_own_message(
    rig: Rig,
) -> None:
    await rig.pair_in_group()
    said, carrier, panel = rig.world.messages(rig.together, rig.ann)[-3:]
    assert "you're set" in said.text
    assert not said.labels
    keyboard = rig.world.keyboard(rig.together, rig.ben)
    assert keyboard is not None
    assert keyboard.carrier == carrier.id
    assert keyboard.labels() == ["✋"]
    assert panel.labels == ["✋ Pause"]
    assert "here is your ✋" in panel.text
    assert len(rig.texts(rig.ann, rig.together)) == 3


async def test_a_private_chat_that_was_open_before_stays_silent_while_two_pair_in_a_group(rig: Rig) -> None:
    for person in (rig.ann, rig.ben):
        await rig.start(person)
    before = rig.texts(rig.ann), rig.texts(rig.ben)
    await rig.pair_in_group(private=False)
    assert (rig.texts(rig.ann), rig.texts(rig.ben)) == before


async def test_pressing_twice_is_not_two_people(rig: Rig) -> None:
    await add_bot(rig)
    await rig.tap(rig.ann, rig.together, ":join")
    assert await rig.tap(rig.ann, rig.together, ":join") == "You're in already. Now your partner."
    assert rig.texts(rig.ben, rig.together) == ["Ann is in. Are you Ann's partner? Then tap too."]


async def test_confirming_twice_or_for_the_other_changes_nothing(rig: Rig) -> None:
    await add_bot(rig)
    await rig.tap(rig.ann, rig.together, ":join")
    await rig.tap(rig.ben, rig.together, ":join")
    assert await rig.tap(rig.ann, rig.together, ":yes") == "This one is your partner's to answer."
    await rig.tap(rig.ben, rig.together, ":yes")
    assert await rig.tap(rig.ben, rig.together, ":yes") == "This one is your partner's to answer."
    assert couples(rig) == 0


async def test_both_may_press_in_the_same_second(rig: Rig) -> None:
    await add_bot(rig)
    greeting = rig.world.last(rig.together, rig.ann)
    (button,) = greeting.buttons()
    presses = [
        rig.world.tap(one, rig.together, greeting.id, button["callback_data"]) for one in (rig.ben, rig.ann)
    ]
    await rig.quiet()
    first, second = [(await rig.world.answered(press)).text for press in presses]
    assert first == "You're in. Now your partner."
    assert second == "Thank you. It takes each one's yes."
    assert rig.texts(rig.ben, rig.together) == ["Ann, you would be Ben's partner here. Is that right?"]
    confirm = rig.world.last(rig.together, rig.ann)
    data = data_of(confirm, ":yes")
    for one in (rig.ann, rig.ben):
        rig.world.tap(one, rig.together, confirm.id, data)
    await rig.quiet()
    assert couples(rig) == 1
    assert len(hands(rig, rig.together)) == 1


async def test_a_press_repeated_by_telegram_after_pairing_is_answered_and_changes_nothing(rig: Rig) -> None:
    await add_bot(rig)
    await rig.tap(rig.ann, rig.together, ":join")
    await rig.tap(rig.ben, rig.together, ":join")
    await rig.tap(rig.ben, rig.together, ":yes")
    asked = rig.world.last(rig.together, rig.ann)
    data = data_of(asked, ":yes")
    presses = [rig.world.tap(rig.ann, rig.together, asked.id, data) for _ in range(2)]
    await rig.quiet()
    answers = [(await rig.world.answered(press)).text for press in presses]
    assert answers == ["You're set, both of you."] * 2
    assert couples(rig) == 1
    assert len([text for text in rig.texts(rig.ben, rig.together) if "here is your ✋" in text]) == 1


async def test_a_no_sets_the_question_back_for_the_right_two(rig: Rig) -> None:
    await add_bot(rig)
    await rig.tap(rig.ann, rig.together, ":join")
    await rig.tap(rig.ben, rig.together, ":join")
    assert await rig.tap(rig.ben, rig.together, ":no") == "All right. Nothing was set up."
    (greeting,) = rig.texts(rig.ben, rig.together)
    assert "Are you a couple?" in greeting
    await rig.tap(rig.ben, rig.together, ":join")
    await rig.tap(rig.ann, rig.together, ":join")
    await rig.tap(rig.ann, rig.together, ":yes")
    await rig.tap(rig.ben, rig.together, ":yes")
    assert couples(rig) == 1


async def test_a_third_who_presses_gets_a_kind_alert_and_is_not_written_down(rig: Rig) -> None:
    cleo = rig.world.add_person("Cleo")
    rig.world.add_member(rig.together, cleo)
    await add_bot(rig)
    join = data_of(rig.world.last(rig.together, rig.ann), ":join")
    await rig.tap(rig.ann, rig.together, ":join")
    await rig.tap(rig.ben, rig.together, ":join")
    question = rig.world.last(rig.together, cleo)
    late = await forge(rig, cleo, question, join)
    assert late.alert
    assert "between the two who tapped first" in late.text
    confirmed = await forge(rig, cleo, question, data_of(question, ":yes"))
    assert confirmed.alert
    assert "for the two" in confirmed.text
    assert not is_known(rig, cleo)
    await rig.tap(rig.ben, rig.together, ":yes")
    await rig.tap(rig.ann, rig.together, ":yes")
    done = await forge(rig, cleo, rig.world.last(rig.together, cleo), join)
    assert done.alert
    assert "for the two" in done.text
    assert not is_known(rig, cleo)


async def test_two_others_who_hold_the_question_up_can_be_passed_by_with_start(rig: Rig) -> None:
    cleo, dan = rig.world.add_person("Cleo"), rig.world.add_person("Dan")
    for one in (cleo, dan):
        rig.world.add_member(rig.together, one)
    await add_bot(rig)
    await rig.tap(cleo, rig.together, ":join")
    await rig.tap(dan, rig.together, ":join")
    await rig.say(rig.ann, rig.together, "/start")
    await rig.tap(rig.ann, rig.together, ":join")
    await rig.tap(rig.ben, rig.together, ":join")
    await rig.tap(rig.ben, rig.together, ":yes")
    await rig.tap(rig.ann, rig.together, ":yes")
    assert couples(rig) == 1


async def test_partners_of_two_languages_read_both(rig: Rig) -> None:
    rig.world.settle(rig.ben, language="zh-hans")
    await add_bot(rig)
    await rig.tap(rig.ann, rig.together, ":join")
    assert await rig.tap(rig.ben, rig.together, ":join") == "谢谢，两个人都要说“是”。"
    question = rig.texts(rig.ann, rig.together)[-1]
    assert "Is that right?" in question
    assert "对吗？" in question
    await rig.tap(rig.ben, rig.together, ":yes")
    await rig.tap(rig.ann, rig.together, ":yes")
    panel = rig.texts(rig.ann, rig.together)[-3:]
    assert any(
        "here is your ✋" in text and "✋" in text.split("\n\n")[1] for text in panel if "\n\n" in text
    )


async def test_a_group_made_with_the_bot_in_it_is_greeted_once(rig: Rig) -> None:
    await add_bot(rig)
    assert sum("Are you a couple?" in text for text in rig.texts(rig.ann, rig.together)) == 1
    await rig.say(rig.ann, rig.together, "/start")
    assert sum("Are you a couple?" in text for text in rig.texts(rig.ann, rig.together)) == 1


async def test_a_partner_without_a_private_chat_is_asked_once_after_pairing_with_the_button(
    rig: Rig,
) -> None:
    await rig.start(rig.ann)
    await rig.pair_in_group(private=False)
    asked = [one for one in rig.world.messages(rig.together, rig.ben) if "💬 Open chat" in one.labels]
    assert [one.text for one in asked] == ["Ben, please open our private chat, so I can reach you there too."]
    assert rig.world.last(rig.together, rig.ben).id == asked[0].id
    rig.world.tap(rig.ben, rig.together, asked[0].id, "💬 Open chat")
    await rig.quiet()
    assert "You and Ann have a ✋." in rig.texts(rig.ben)[-1]
    assert len([text for text in rig.texts(rig.ben) if "always down here" in text]) == 1


async def test_no_word_asks_for_private_chats_that_are_open(rig: Rig) -> None:
    await rig.pair_in_group()
    assert not [text for text in rig.texts(rig.ann, rig.together) if "private chat" in text]
