"""Every way in of the pause, over real HTTP: where it works, where not, and what outlives an outage."""

from datetime import timedelta

import pytest

from tests.end_to_end.rig import Rig

HANDS = ["✋", "🤚", "🖐", "🖐️", "✋🏽", "🤚🏿", "🖐🏻", "✋✋"]
RUNNING = ("running", None)
UNDONE = ("closed", "undone")


async def paused(rig: Rig) -> bool:
    """Whether there is a pause now; it is taken back, so that the next try begins as this one did."""
    if RUNNING not in rig.pauses():
        return False
    chat = rig.together if _has_undo(rig, rig.together) else rig.private(rig.ann)
    await rig.tap(rig.ann, chat, ":undo")
    assert RUNNING not in rig.pauses()
    await rig.move(seconds=30)
    return True


def _has_undo(rig: Rig, chat: int) -> bool:
    last = [message for message in rig.world.messages(chat, rig.ann) if message.rows][-1]
    return any(str(button.get("callback_data")).endswith(":undo") for button in last.buttons())


def carrier(rig: Rig) -> int:
    keyboard = rig.world.keyboard(rig.together, rig.ann)
    assert keyboard is not None
    return keyboard.carrier


def panel(rig: Rig, label: str) -> int:
    return rig.message_with(rig.ann, rig.together, label).id


async def other_bot_posts(rig: Rig) -> None:
    bot = rig.world.add_other_bot("Weather", "weather_bot")
    rig.world.add_member(rig.together, bot, rig.ann)
    await rig.quiet()
    rig.world.say(bot, rig.together, "Rain tomorrow.")
    await rig.quiet()


async def test_the_hand_on_the_keyboard_pauses_in_the_group_with_privacy_mode_on(rig: Rig) -> None:
    await rig.pair_in_group()
    rig.world.key(rig.ann, rig.together, "✋")
    await rig.quiet()
    assert "Back at 21:20." in rig.texts(rig.ben, rig.together)[-1]
    assert await paused(rig)


async def test_the_hand_on_the_panel_pauses_and_tells_the_presser_in_a_few_words(rig: Rig) -> None:
    await rig.pair_in_group()
    assert await rig.tap(rig.ann, rig.together, "pause:new") == "Pause. 20 minutes."
    assert await paused(rig)


async def test_a_typed_hand_pauses_as_a_reply_to_us_and_is_not_seen_otherwise(rig: Rig) -> None:
    await rig.pair_in_group()
    couple_panel = panel(rig, "pause:new")
    for hand in HANDS:
        await rig.say(rig.ann, rig.together, hand)
        assert not await paused(rig), hand
        await rig.say(rig.ann, rig.together, hand, reply_to=couple_panel)
        assert await paused(rig), hand
    await rig.say(rig.ann, rig.together, "✋", reply_to=carrier(rig))
    assert await paused(rig)
    for no_hand in ("✋ please", "👋", "stop"):
        await rig.say(rig.ann, rig.together, no_hand, reply_to=couple_panel)
        assert not await paused(rig), no_hand


async def test_a_typed_hand_under_a_pause_panel_pauses_again_once_the_time_has_come(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.move(minutes=21)
    await rig.say(rig.ann, rig.together, "✋", reply_to=panel(rig, ":talking"))
    assert rig.pauses() == [("closed", "replaced"), RUNNING]


async def test_a_typed_hand_under_another_panel_may_be_a_high_five_so_it_is_asked_about(rig: Rig) -> None:
    await rig.pair_in_group()
    pairing = next(
        one for one in rig.world.messages(rig.together, rig.ann) if one.by == rig.world.store.bot.id
    )
    assert pairing.id != panel(rig, "pause:new")
    await rig.say(rig.ann, rig.together, "✋", reply_to=pairing.id)
    assert not await paused(rig)
    assert "Would you like a pause?" in rig.texts(rig.ann, rig.together)[-1]
    await rig.tap(rig.ann, rig.together, "pause:new")
    assert await paused(rig)


async def test_with_the_bot_as_admin_a_typed_hand_pauses_anywhere(rig: Rig) -> None:
    await rig.pair_in_group()
    rig.world.promote_bot(rig.together)
    await rig.quiet()
    await rig.say(rig.ann, rig.together, "I said: ✋")
    assert not await paused(rig)
    for hand in HANDS:
        await rig.say(rig.ann, rig.together, hand)
        assert await paused(rig), hand


@pytest.mark.parametrize("command", ["/pause", "/p"])
async def test_a_bare_command_works_while_we_were_the_last_bot_to_post(rig: Rig, command: str) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.together, command)
    assert await paused(rig)
    await other_bot_posts(rig)
    await rig.say(rig.ann, rig.together, command)
    assert not await paused(rig)
    await rig.say(rig.ann, rig.together, f"{command}@backsoon_demo_bot")
    # With the other bot in it, the group is no longer of just the two.
    assert RUNNING in rig.pauses()


async def test_a_command_for_another_bot_is_not_ours(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.together, "/pause@weather_bot")
    await rig.say(rig.ann, rig.together, "/p@weather_bot 45", reply_to=panel(rig, "pause:new"))
    assert rig.pauses() == []


@pytest.mark.parametrize(
    ("said", "back"),
    [("/pause 45", "21:45"), ("/p 1h", "22:00"), ("/pause@backsoon_demo_bot 90 min", "22:30")],
)
async def test_a_length_may_be_given(rig: Rig, said: str, back: str) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.together, said)
    assert f"Back at {back}." in rig.texts(rig.ben, rig.together)[-1]


@pytest.mark.parametrize("said", ["/pause 5", "/pause 25h", "/pause soon", "/pause 🙈"])
async def test_a_length_that_cannot_be_is_answered_with_one_tap_to_twenty(rig: Rig, said: str) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.together, said)
    assert rig.pauses() == []
    last = rig.world.last(rig.together, rig.ann)
    assert len(last.text.split()) <= 20
    await rig.tap(rig.ann, rig.together, "pause:new", last)
    assert await paused(rig)


async def test_everything_works_in_the_private_chat(rig: Rig) -> None:
    await rig.pair_in_group()
    own = rig.private(rig.ann)
    await rig.start(rig.ann)
    rig.world.key(rig.ann, own, "✋")
    await rig.quiet()
    assert "Back at" in rig.texts(rig.ben, rig.together)[-1]
    assert await paused(rig)
    for said in (*HANDS, "/pause", "/p", "/pause 45", "/pause@backsoon_demo_bot"):
        await rig.say(rig.ann, own, said)
        assert await paused(rig), said
    await rig.tap(rig.ann, own, "pause:new")
    assert await paused(rig)


async def test_a_stranger_in_the_group_has_no_say(rig: Rig) -> None:
    await rig.pair_in_group()
    cleo = rig.world.add_person("Cleo", "en")
    rig.world.add_member(rig.together, cleo, rig.ann)
    await rig.quiet()
    message = rig.message_with(rig.ann, rig.together, "pause:new")
    for known in (False, True):
        for said in ("✋", "/pause", "/pause 45"):
            await rig.say(cleo, rig.together, said, reply_to=message.id)
        answer = await rig.tap(cleo, rig.together, "pause:new", message)
        assert "for the two who are a couple here" in answer, known
        assert rig.pauses() == []
        await rig.start(cleo)


async def test_a_stranger_who_has_a_partner_pauses_nobody_from_here(rig: Rig) -> None:
    cleo, dan = (rig.world.add_person(name, "en") for name in ("Cleo", "Dan"))
    ours = rig.together
    rig.together, rig.ann, rig.ben, ann, ben = (
        rig.world.make_group("C & D", [cleo, dan]),
        cleo,
        dan,
        rig.ann,
        rig.ben,
    )
    await rig.pair_in_group()
    rig.together, rig.ann, rig.ben = ours, ann, ben
    await rig.pair_in_group()
    message = rig.message_with(rig.ann, rig.together, "pause:new")
    rig.world.add_member(rig.together, cleo, rig.ann)
    await rig.quiet()
    await rig.say(cleo, rig.together, "✋", reply_to=message.id)
    assert "for the two who are a couple here" in await rig.tap(cleo, rig.together, "pause:new", message)
    assert rig.pauses() == []


async def test_what_was_sent_while_we_were_down_is_kept_a_day_and_asked_about(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.stop_bot()
    rig.world.key(rig.ann, rig.together, "✋")
    rig.clock.advance(timedelta(hours=23, minutes=59))
    await rig.start_bot()
    await rig.quiet()
    assert rig.pauses() == []
    assert "You tapped ✋ at 21:00, while I was offline." in rig.texts(rig.ben, rig.together)[-1]
    assert await rig.tap(rig.ann, rig.together, "Pause now") == "Pause. 20 minutes."
    assert not [text for text in rig.texts(rig.ann, rig.together) if "while I was offline" in text]
    assert await paused(rig)


async def test_the_question_about_a_late_hand_may_be_answered_with_no(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.stop_bot()
    rig.world.say(rig.ann, rig.private(rig.ann), "/pause 45")
    rig.clock.advance(timedelta(minutes=6))
    await rig.start_bot()
    await rig.quiet()
    assert "Pause now, for 45 minutes?" in rig.texts(rig.ann)[-1]
    await rig.tap(rig.ann, rig.private(rig.ann), ":no")
    assert rig.pauses() == []
    assert not [text for text in rig.texts(rig.ann) if "offline" in text]


async def test_a_hand_that_reaches_us_within_five_minutes_just_pauses(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.stop_bot()
    rig.world.key(rig.ann, rig.together, "✋")
    rig.clock.advance(timedelta(minutes=4, seconds=50))
    await rig.start_bot()
    await rig.quiet()
    assert await paused(rig)


@pytest.mark.parametrize(("hours", "kept"), [(23.9, True), (24.1, False)])
async def test_messages_wait_a_day_at_telegram(rig: Rig, hours: float, kept: bool) -> None:
    await rig.pair_in_group()
    await rig.stop_bot()
    rig.world.say(rig.ann, rig.private(rig.ann), "✋")
    rig.world.say(rig.ben, rig.together, "/pause@backsoon_demo_bot")
    rig.clock.advance(timedelta(hours=hours))
    await rig.start_bot()
    await rig.quiet()
    for chat in (rig.private(rig.ann), rig.together):
        assert any("while I was offline" in text for text in rig.texts(rig.ann, chat)) is kept


@pytest.mark.parametrize(("seconds", "kept"), [(140, True), (160, False)])
async def test_a_press_waits_150_seconds_at_telegram(rig: Rig, seconds: int, kept: bool) -> None:
    await rig.pair_in_group()
    message = rig.message_with(rig.ann, rig.together, "pause:new")
    await rig.stop_bot()
    rig.world.tap(rig.ann, rig.together, message.id, "pause:new")
    rig.clock.advance(timedelta(seconds=seconds))
    await rig.start_bot()
    await rig.quiet()
    assert (RUNNING in rig.pauses()) is kept
