"""The times of check-in and review over HTTP: proposed, accepted with a tap, changed in private, rested."""

from datetime import UTC, datetime, timedelta

import pytest

from playground import Person
from storage.types import from_microseconds
from tests.end_to_end.hands import data_of, forge, rows
from tests.end_to_end.rig import Rig

# The evening begins on Monday, 2 March 2026, 21:00 in Berlin.
TUESDAY = datetime(2026, 3, 3, 19, 30, tzinfo=UTC)


def newest(rig: Rig) -> str:
    return rig.texts(rig.ann, rig.together)[-1]


def due(rig: Rig, kind: str) -> list[datetime]:
    """When the timers of this kind are due."""
    return [
        from_microseconds(int(str(at)))
        for (at,) in rows(rig, "SELECT due_at FROM timers WHERE kind = ?", kind)
    ]


async def come_to(rig: Rig, instant: datetime) -> None:
    rig.clock.move_to(instant)
    await rig.quiet()


async def accept(rig: Rig, person: Person) -> None:
    """Ann or Ben says yes in the group, and tells their city on the way."""
    await rig.pair_in_group()
    await rig.move(minutes=1)
    await rig.tap(person, rig.together, "Sounds good")
    await rig.say(person, rig.private(person), "Berlin")
    await rig.tap(person, rig.private(person), "Yes")


@pytest.fixture
async def agreed(rig: Rig) -> Rig:
    await accept(rig, rig.ben)
    return rig


async def test_a_minute_after_pairing_the_usual_times_stand_below_the_sign(rig: Rig) -> None:
    await rig.pair_in_group()
    assert "20:30" not in newest(rig)
    await rig.move(minutes=1)
    assert "Every day at 20:30" in newest(rig)
    assert "On Sundays at 18:00" in newest(rig)
    assert rig.world.last(rig.together, rig.ann).silent


async def test_one_of_the_two_accepts_and_is_asked_for_their_clock_first(rig: Rig) -> None:
    await accept(rig, rig.ben)
    assert newest(rig).startswith("Check-in: every day at 20:30.")
    assert "Ben" not in newest(rig)
    assert rig.texts(rig.ben)[-1].startswith("The rhythm of you two, by the clock of Berlin.")
    (check_in,) = due(rig, "check_in")
    assert TUESDAY <= check_in < TUESDAY + timedelta(minutes=10)


async def test_a_new_time_chosen_in_private_is_news_for_both_and_names_nobody(agreed: Rig) -> None:
    rig = agreed
    await rig.say(rig.ann, rig.private(rig.ann), "/rhythm")
    for button in ("Check-in", "Time", "19:30"):
        await rig.tap(rig.ann, rig.private(rig.ann), button)
    assert newest(rig).startswith("Check-in: every day at 19:30.")
    assert "Ann" not in newest(rig)
    (check_in,) = due(rig, "check_in")
    assert str(check_in).startswith("2026-03-03 18:3")


async def test_settings_lead_to_the_rhythm(agreed: Rig) -> None:
    rig = agreed
    await rig.say(rig.ann, rig.private(rig.ann), "/settings")
    await rig.tap(rig.ann, rig.private(rig.ann), "Rhythm")
    assert rig.texts(rig.ann)[-1].startswith("The rhythm of you two")
    for page in ("clock", "distance", "closeness", "break", "review"):
        await rig.tap(rig.ann, rig.private(rig.ann), f"rhythm:{page}")
        await rig.tap(rig.ann, rig.private(rig.ann), "rhythm:home")


async def test_a_holiday_is_typed_shown_with_its_day_and_ended_early_by_the_other(agreed: Rig) -> None:
    rig = agreed
    await rig.say(rig.ann, rig.private(rig.ann), "/break until 8 March")
    assert newest(rig).startswith("Holiday until the end of")
    await rig.tap(rig.ben, rig.together, "Back early")
    assert newest(rig).startswith("Check-in: every day")
    await rig.say(rig.ann, rig.together, "/break some day")
    assert newest(rig).startswith("I didn't catch the day.")


async def test_a_break_without_a_day_offers_some(agreed: Rig) -> None:
    rig = agreed
    await rig.say(rig.ann, rig.private(rig.ann), "/break")
    await rig.tap(rig.ann, rig.private(rig.ann), "One week")
    assert newest(rig).startswith("Holiday until the end of")
    (over,) = due(rig, "rhythm")
    assert str(over).startswith("2026-03-10 03:00")


async def test_after_ten_silent_days_one_silent_line_and_one_button(agreed: Rig) -> None:
    rig = agreed
    await come_to(rig, TUESDAY + timedelta(days=11, minutes=10))
    assert newest(rig).startswith("Check-in and review are taking a rest.")
    assert rig.world.last(rig.together, rig.ann).silent
    assert due(rig, "check_in") == due(rig, "review") == []
    await rig.tap(rig.ann, rig.together, "Wake")
    assert newest(rig).startswith("Check-in: every day")
    assert len(due(rig, "check_in")) == len(due(rig, "review")) == 1


async def test_at_its_time_the_next_one_is_promised_and_so_after_a_restart(agreed: Rig) -> None:
    rig = agreed
    await come_to(rig, TUESDAY - timedelta(minutes=1))
    assert rows(rig, "SELECT id FROM check_ins") == []
    await come_to(rig, TUESDAY + timedelta(minutes=10))
    assert rows(rig, "SELECT day FROM check_ins") != []
    assert any("checkin:" in str(message.rows) for message in rig.world.messages(rig.together, rig.ann))
    (check_in,) = due(rig, "check_in")
    assert str(check_in).startswith("2026-03-04 19:3")
    await rig.stop_bot()
    rig.clock.move_to(TUESDAY + timedelta(days=3, hours=4))
    await rig.start_bot()
    await rig.quiet()
    (check_in,) = due(rig, "check_in")
    assert str(check_in).startswith("2026-03-07 19:3")


async def test_a_pause_called_meanwhile_is_not_talked_over_by_the_proposal(rig: Rig) -> None:
    await rig.pair_in_group()
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.move(minutes=10)
    assert not any("20:30" in text for text in rig.texts(rig.ann, rig.together))


async def test_forged_and_old_buttons_are_answered_kindly_and_change_nothing(agreed: Rig) -> None:
    rig = agreed
    panel = rig.message_with(rig.ann, rig.together, "Rhythm")
    before = rows(rig, "SELECT * FROM rhythms")
    (couple,) = (found for (found,) in rows(rig, "SELECT couple_id FROM rhythms"))
    for data in (
        f"rhythm:{couple}:check-in:1440",
        f"rhythm:{couple}:break:2026-13-45",
        f"rhythm:{couple}:back:2026-03-08",
        f"rhythm:{couple}:clock:Mars/Olympus",
        f"rhythm:{couple}:wake",
        f"rhythm:{couple}:no",
        "rhythm:77:weekday:1",
        "rhythm:closeness:on",
    ):
        assert (await forge(rig, rig.ann, panel, data)).text
    assert rows(rig, "SELECT * FROM rhythms") == before
    stranger = rig.world.add_person("Eve", "en", "Europe/Berlin")
    rig.world.add_member(rig.together, stranger)
    await rig.quiet()
    assert "couple here" in (await forge(rig, stranger, panel, data_of(panel, "rhythm:home"))).text
