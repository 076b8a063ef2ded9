from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import zones

WINTER = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


def found(text: str, language: str = "en") -> list[str]:
    return [choice.zone for choice in zones.find(text, language).choices]


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Berlin", "Europe/Berlin"),
        ("  berlin ", "Europe/Berlin"),
        ("köln", "Europe/Berlin"),
        ("Koln", "Europe/Berlin"),
        ("cologne", "Europe/Berlin"),
        ("münchen", "Europe/Berlin"),
        ("Xi'an", "Asia/Shanghai"),
        ("上海", "Asia/Shanghai"),
        ("東京", "Asia/Tokyo"),
        ("东京", "Asia/Tokyo"),
        ("纽约", "America/New_York"),
        ("new york", "America/New_York"),
        ("Reykjavik", "Atlantic/Reykjavik"),
        ("法罗", "Atlantic/Faroe"),
        ("Germany", "Europe/Berlin"),
        ("德国", "Europe/Berlin"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("asia/calcutta", "Asia/Kolkata"),
        ("us/eastern", "America/New_York"),
    ],
)
def test_a_place_is_known_in_both_languages_without_its_accents_and_by_its_zone(text: str, zone: str) -> None:
    assert found(text) == [zone]


@pytest.mark.parametrize(
    "text", ["", "x", "no", "  ", "GMT", "EST", "Etc/GMT+5", "../etc/passwd", "qwertyuiop", "a" * 65, "\0"]
)
def test_what_is_no_place_is_not_found(text: str) -> None:
    assert found(text) == []


def test_two_cities_of_one_name_are_told_apart_by_their_country() -> None:
    assert [choice.label for choice in zones.find("London", "en").choices] == [
        "London, United Kingdom",
        "London, Canada",
    ]
    assert next(choice.label for choice in zones.find("伦敦", "zh").choices) == "伦敦，英国"


def test_within_the_united_states_by_their_state() -> None:
    labels = [choice.label for choice in zones.find("Springfield", "en").choices]
    assert labels == ["Springfield, MO", "Springfield, MA"]


def test_a_country_with_several_zones_offers_a_city_of_each() -> None:
    assert found("USA")[:3] == ["America/New_York", "America/Los_Angeles", "America/Chicago"]
    assert found("中国") == ["Asia/Shanghai", "Asia/Urumqi"]


def test_the_beginning_of_a_name_is_found_but_not_for_sure() -> None:
    maybe = zones.find("shangh", "en")
    assert "Asia/Shanghai" in [choice.zone for choice in maybe.choices]
    assert not maybe.sure
    assert zones.find("Shanghai", "en").sure


def test_a_zone_is_named_in_the_readers_language() -> None:
    assert zones.city_of("Asia/Shanghai", "zh") == "上海"
    assert zones.city_of("America/New_York", "en") == "New York"
    assert zones.city_of("Asia/Kolkata", "zh") == "加尔各答"


def test_the_six_likely_readings_differ_and_the_partners_comes_first() -> None:
    likely = zones.likely(WINTER, ["Asia/Tokyo"])
    assert likely[0] == zones.Reading(540, "05:00")
    assert len({reading.text for reading in likely}) == 6
    assert {reading.offset for reading in zones.likely(WINTER)} >= {480, 60, -300}


def test_zones_that_agree_all_year_are_one_choice_and_others_are_asked_about() -> None:
    assert [choice.zone for choice in zones.at_offset(480, WINTER, "en")] == ["Asia/Shanghai"]
    assert [choice.zone for choice in zones.at_offset(60, WINTER, "en")] == ["Africa/Lagos", "Europe/Berlin"]


def test_a_clock_reading_finds_the_zones_that_read_so_now_even_if_the_watch_is_a_little_off() -> None:
    choices = zones.showing(21, 3, WINTER, "en", either=False)
    assert [choice.label for choice in choices] == ["Lagos · Luanda", "Berlin · Madrid"]
    assert zones.showing(21, 20, WINTER, "en", either=False) == []


def test_a_reading_of_twelve_hours_may_be_of_either_half_of_the_day() -> None:
    offered = {choice.zone for choice in zones.showing(9, 0, WINTER, "en", either=True)}
    assert {"Europe/Berlin", "Pacific/Auckland"} <= offered


@given(text=st.text(max_size=70), language=st.sampled_from(["en", "zh"]))
@settings(deadline=None)
def test_whatever_is_typed_finds_real_zones_or_none(text: str, language: str) -> None:
    for choice in zones.find(text, language).choices:
        assert ZoneInfo(choice.zone).key == choice.zone
        assert choice.label


def test_every_city_has_a_zone_of_this_machine_and_every_label_fits_a_button() -> None:
    for city in zones._cities():
        assert zones.canonical(city.zone) is not None
        assert len(f"zone:set:{zones.canonical(city.zone)}".encode()) <= 64
