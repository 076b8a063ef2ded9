import pytest

from tests.end_to_end.rig import Rig


async def test_somebody_says_what_their_clock_shows_and_is_told_what_that_means(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/settings")
    assert "I don't know your local time yet." in rig.texts(rig.ann)[-1]
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:zone")
    await rig.tap(rig.ann, rig.private(rig.ann), "21:00")
    assert rig.texts(rig.ann)[-1] == "Which one is yours?"
    await rig.tap(rig.ann, rig.private(rig.ann), "Berlin")
    assert rig.texts(rig.ann)[-1] == "It's 21:00 for you (Berlin). Right?"
    await rig.tap(rig.ann, rig.private(rig.ann), "Yes")
    assert "It's 21:00 for you (Berlin)." in rig.texts(rig.ann)[-1]
    assert "Quiet hours: 22:30 to 7:30." in rig.texts(rig.ann)[-1]


async def test_a_city_may_be_typed_and_the_answer_taken_back(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/settings")
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:zone")
    await rig.say(rig.ann, rig.private(rig.ann), "qwertyuiop")
    assert rig.texts(rig.ann)[-1].startswith("I don't know that place.")
    await rig.say(rig.ann, rig.private(rig.ann), "london")
    await rig.tap(rig.ann, rig.private(rig.ann), "London, Canada")
    assert rig.texts(rig.ann)[-1] == "It's 15:00 for you (Toronto). Right?"
    await rig.tap(rig.ann, rig.private(rig.ann), "zone:ask")
    await rig.say(rig.ann, rig.private(rig.ann), "上海")
    assert rig.texts(rig.ann)[-1] == "It's 04:00 for you (Shanghai). Right?"
    await rig.tap(rig.ann, rig.private(rig.ann), "Yes")
    assert rig.texts(rig.ann)[-1].startswith("Your settings.")


async def test_words_that_nobody_asked_for_are_not_a_place(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "Berlin")
    assert rig.texts(rig.ann)[-1].startswith("I didn't catch that.")
    await rig.say(rig.ann, rig.private(rig.ann), "/settings")
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:zone")
    await rig.move(minutes=31)
    await rig.say(rig.ann, rig.private(rig.ann), "Berlin")
    assert rig.texts(rig.ann)[-1].startswith("I didn't catch that.")


async def test_a_raised_hand_is_a_pause_even_while_a_city_is_asked_for(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.private(rig.ann), "/settings")
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:zone")
    await rig.say(rig.ann, rig.private(rig.ann), "✋")
    assert "Back at" in rig.texts(rig.ben, rig.together)[-1]


async def test_quiet_hours_ask_for_the_time_first_and_are_set_by_the_half_hour(rig: Rig) -> None:
    await rig.start(rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "/settings")
    messages = len(rig.texts(rig.ann))
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:quiet")
    assert rig.texts(rig.ann)[-1].startswith("What time is it where you are?")
    await rig.tap(rig.ann, rig.private(rig.ann), "04:00")
    await rig.tap(rig.ann, rig.private(rig.ann), "Yes")
    assert rig.texts(rig.ann)[-1].startswith("Quiet hours: 22:30 to 7:30.")
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:from")
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:from:0")
    await rig.tap(rig.ann, rig.private(rig.ann), "0:30")
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:to")
    await rig.tap(rig.ann, rig.private(rig.ann), "9:00")
    assert rig.texts(rig.ann)[-1].startswith("Quiet hours: 0:30 to 9:00.")
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:set:quiet:off")
    assert rig.texts(rig.ann)[-1].startswith("Quiet hours: none.")
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:set:quiet:on")
    assert rig.texts(rig.ann)[-1].startswith("Quiet hours: 22:30 to 7:30.")
    assert len(rig.texts(rig.ann)) == messages


async def test_a_changed_language_is_seen_where_both_read_when_something_changes_there(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    before = rig.texts(rig.ben, rig.together)
    await rig.say(rig.ann, rig.private(rig.ann), "/settings")
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:language")
    await rig.tap(rig.ann, rig.private(rig.ann), "中文")
    assert rig.texts(rig.ann)[-1].startswith("你的设置")
    # Nobody can tell when she changed it.
    assert rig.texts(rig.ben, rig.together) == before
    await rig.say(rig.ben, rig.together, "/pause 40")
    pause = rig.texts(rig.ben, rig.together)[-1]
    assert "回来" in pause
    assert "Back at" in pause


async def test_ones_own_keyboard_in_the_group_goes_and_comes_without_touching_the_others(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.private(rig.ann), "/settings")
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:keyboard")
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:set:keyboard:off")
    assert rig.world.keyboard(rig.together, rig.ann) is None
    assert rig.world.keyboard(rig.together, rig.ben) is not None
    assert rig.texts(rig.ben, rig.together)[-1].startswith("Ann, your ✋ keyboard is put away.")
    await rig.say(rig.ben, rig.together, "/start@backsoon_demo_bot")
    assert rig.world.keyboard(rig.together, rig.ann) is None
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:set:keyboard:on")
    assert rig.world.keyboard(rig.together, rig.ann) is not None


async def test_settings_asked_for_in_the_group_come_in_private(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.together, "/settings@backsoon_demo_bot")
    assert rig.texts(rig.ann)[-1].startswith("Your settings.")
    assert not any("settings" in text.lower() for text in rig.texts(rig.ben, rig.together)[:-1])


async def test_without_a_private_chat_the_group_shows_the_way_there(rig: Rig) -> None:
    await rig.pair_in_group(private=False)
    await rig.say(rig.ann, rig.together, "/settings@backsoon_demo_bot")
    assert rig.texts(rig.ann, rig.together)[-1] == "Settings are in our private chat."
    await rig.start(rig.ann, "settings")
    assert rig.texts(rig.ann)[-1].startswith("Your settings.")


async def test_unpairing_starts_from_the_settings_too(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.private(rig.ann), "/settings")
    await rig.tap(rig.ann, rig.private(rig.ann), "settings:unpair")
    await rig.tap(rig.ann, rig.private(rig.ann), ":yes")
    await rig.say(rig.ann, rig.private(rig.ann), "/settings")
    last = rig.world.last(rig.private(rig.ann), rig.ann)
    assert "settings:unpair" not in [button.get("callback_data") for button in last.buttons()]


@pytest.mark.parametrize("page", ["zone", "language", "quiet", "keyboard"])
async def test_every_page_leads_back(rig: Rig, page: str) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.private(rig.ann), "/settings")
    await rig.tap(rig.ann, rig.private(rig.ann), f"settings:{page}")
    await rig.tap(rig.ann, rig.private(rig.ann), "Back")
    assert rig.texts(rig.ann)[-1].startswith(("Your settings.", "Quiet hours"))
