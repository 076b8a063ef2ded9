"""Ann in Berlin reads English, Ben in Shanghai reads Chinese: 21:00 for her is 04:00 for him."""

import re
from datetime import datetime, timedelta

import pytest

from playground import Person
from tests.end_to_end.rig import Rig


@pytest.fixture
async def apart(rig: Rig) -> Rig:
    """The two, paired in their group, each with their zone told."""
    rig.world.settle(rig.ben, language="zh", zone="Asia/Shanghai")
    await rig.pair_in_group()
    for person, city in ((rig.ann, "Berlin"), (rig.ben, "上海")):
        await tell_city(rig, person, city)
    return rig


async def tell_city(rig: Rig, person: Person, city: str) -> None:
    await rig.say(person, rig.private(person), "/settings")
    await rig.tap(person, rig.private(person), "settings:zone")
    await rig.say(person, rig.private(person), city)
    await rig.tap(person, rig.private(person), "✅")


def panel(rig: Rig, person: Person) -> str:
    return rig.texts(person, rig.together)[-1]


def rang(rig: Rig) -> bool:
    return not rig.world.last(rig.together, rig.ann).silent


def local(rig: Rig, hour: int, minute: int = 0, *, days: int = 0) -> timedelta:
    """From now until this hour in UTC, so many days on."""
    now = rig.clock.now()
    wanted = now.replace(hour=hour, minute=minute, second=0, microsecond=0) + timedelta(days=days)
    return wanted - now


async def test_each_sees_the_return_in_their_own_time_and_language(apart: Rig) -> None:
    await apart.tap(apart.ann, apart.together, "pause:new")
    assert "Back at 21:20." in panel(apart, apart.ann)
    assert "04:20 回来。" in panel(apart, apart.ben)


async def test_old_phones_read_an_hour_that_misleads_neither(apart: Rig) -> None:
    await apart.tap(apart.ann, apart.together, "pause:new")
    raw = str(apart.world.last(apart.together, apart.ann).raw["text"])
    assert re.findall(r"\d\d:\d\d (\S+?)[\s.，。]", raw) == ["UTC", "UTC"]


async def test_a_time_of_day_is_the_callers_own(apart: Rig) -> None:
    await apart.say(apart.ann, apart.private(apart.ann), "/pause 21:45")
    assert "Back at 21:45." in panel(apart, apart.ann)
    assert "04:45 回来。" in panel(apart, apart.ben)


async def test_a_time_of_day_in_chinese_is_the_callers_own(apart: Rig) -> None:
    await apart.say(apart.ben, apart.private(apart.ben), "/pause 早上七点半")
    assert "Back at 00:30." in panel(apart, apart.ann)


async def test_a_time_that_has_passed_is_asked_about_and_never_makes_a_day_of_it(apart: Rig) -> None:
    await apart.say(apart.ann, apart.private(apart.ann), "/pause 20:50")
    assert apart.texts(apart.ann)[-1].startswith("That time has passed for you today.")
    assert "Back at" not in panel(apart, apart.ben)
    await apart.tap(apart.ann, apart.private(apart.ann), "Tomorrow")
    # An hour alone would be read as today's.
    assert "Back at Tuesday 20:50." in panel(apart, apart.ann)


async def test_nothing_rings_in_either_ones_quiet_hours_but_the_hand_itself(apart: Rig) -> None:
    # 04:00 in Shanghai: Ben's night.
    await apart.tap(apart.ann, apart.together, "pause:new")
    assert rang(apart)
    await apart.move(minutes=20)
    assert panel(apart, apart.ann).startswith("It's 21:20")
    assert not rang(apart)


async def test_by_day_for_both_the_return_rings(apart: Rig) -> None:
    apart.clock.advance(local(apart, 9, days=1))
    await apart.quiet()
    await apart.tap(apart.ann, apart.together, "pause:new")
    await apart.move(minutes=20)
    assert rang(apart)


async def test_not_tonight_offers_times_of_tomorrow_that_suit_both(apart: Rig) -> None:
    await apart.tap(apart.ann, apart.together, "pause:new")
    await apart.move(minutes=20)
    await apart.tap(apart.ann, apart.together, ":tonight")
    menu = apart.world.last(apart.private(apart.ann), apart.ann)
    assert menu.text == "Tomorrow, by your clock:"
    # 19:00 in Berlin would be 02:00 in Shanghai.
    assert [label[-5:].strip() for label in menu.labels[:-1]] == ["9:00", "12:30"]
    await apart.tap(apart.ann, apart.private(apart.ann), "9:00")
    assert "Coming back at 09:00." in panel(apart, apart.ann)
    assert "改到 16:00 回来。" in panel(apart, apart.ben)
    apart.clock.advance(local(apart, 8, days=1))
    await apart.quiet()
    assert panel(apart, apart.ann).startswith("It's 09:00")


async def test_later_today_offers_hours_that_wake_nobody(apart: Rig) -> None:
    apart.clock.advance(local(apart, 9, days=1))
    await apart.quiet()
    await apart.tap(apart.ben, apart.together, "pause:new")
    await apart.tap(apart.ben, apart.together, ":times")
    await apart.tap(apart.ben, apart.private(apart.ben), ":times:more")
    await apart.tap(apart.ben, apart.private(apart.ben), ":times:today")
    labels = apart.world.last(apart.private(apart.ben), apart.ben).labels
    assert [label[-5:] for label in labels[:-1]] == ["19:00", "20:00", "21:00"]
    await apart.tap(apart.ben, apart.private(apart.ben), "19:00")
    assert "Coming back at 12:00." in panel(apart, apart.ann)


async def test_from_the_third_change_on_only_a_time_tomorrow_is_offered(apart: Rig) -> None:
    apart.clock.advance(local(apart, 9, days=1))
    await apart.quiet()
    await apart.tap(apart.ann, apart.together, "pause:new")
    for _ in range(2):
        await apart.tap(apart.ann, apart.together, ":times")
        await apart.tap(apart.ann, apart.private(apart.ann), "plus:20")
    await apart.tap(apart.ann, apart.together, ":times")
    menu = apart.world.last(apart.private(apart.ann), apart.ann)
    presses = [str(button.get("callback_data")) for button in menu.buttons()]
    assert [press.split(":", 2)[2] for press in presses] == ["times:tonight", "here"]


async def test_without_a_zone_not_tonight_asks_what_time_it_is_and_goes_on_from_there(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.move(minutes=20)
    await rig.tap(rig.ann, rig.together, ":tonight")
    assert rig.texts(rig.ann)[-1].startswith("What time is it where you are?")
    await rig.say(rig.ann, rig.private(rig.ann), "Berlin")
    await rig.tap(rig.ann, rig.private(rig.ann), "Yes")
    assert rig.texts(rig.ann)[-1] == "Tomorrow, by your clock:"


async def test_without_a_zone_a_time_of_day_is_echoed_as_a_length(rig: Rig) -> None:
    await rig.pair_in_group()
    assert rig.clock.now() == datetime.fromisoformat("2026-03-02T20:00:00+00:00")
    await rig.say(rig.ann, rig.private(rig.ann), "/pause 21:35")
    assert rig.texts(rig.ann)[-1] == "In 35 minutes, right?"
    await rig.tap(rig.ann, rig.private(rig.ann), "pause:for:35")
    assert "Back at 21:35." in rig.texts(rig.ben, rig.together)[-1]


async def test_whoever_says_no_to_the_echo_tells_their_time_and_gets_the_pause_they_meant(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.private(rig.ann), "/pause 22:35")
    assert rig.texts(rig.ann)[-1] == "In 35 minutes, right?"
    await rig.tap(rig.ann, rig.private(rig.ann), "My time")
    await rig.say(rig.ann, rig.private(rig.ann), "Berlin")
    await rig.tap(rig.ann, rig.private(rig.ann), "Yes")
    assert "Back at 22:35." in rig.texts(rig.ben, rig.together)[-1]


async def test_an_answer_about_the_time_that_was_wrong_is_forgotten(apart: Rig) -> None:
    await apart.say(apart.ann, apart.private(apart.ann), "/settings")
    await apart.tap(apart.ann, apart.private(apart.ann), "settings:zone")
    await apart.say(apart.ann, apart.private(apart.ann), "上海")
    await apart.tap(apart.ann, apart.private(apart.ann), "No")
    await apart.say(apart.ann, apart.private(apart.ann), "/settings")
    assert "It's 21:00 for you (Berlin)." in apart.texts(apart.ann)[-1]


async def test_tomorrow_without_a_zone_asks_what_time_it_is_instead_of_guessing(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.say(rig.ann, rig.private(rig.ann), "/pause tomorrow 9:30")
    assert rig.texts(rig.ann)[-1].startswith("What time is it where you are?")
    await rig.say(rig.ann, rig.private(rig.ann), "Berlin")
    await rig.tap(rig.ann, rig.private(rig.ann), "Yes")
    assert "Back at Tuesday 09:30." in rig.texts(rig.ben, rig.together)[-1]
