import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from content.rich import utf16_length
from screens import couple
from screens.screen import Keyboard, Screen, Where
from screens.settings import SCREENS
from storage.preferences import PreferencesView
from storage.views import PersonView
from tests.screens.cast import ANN, BEN, COUPLE, drawn, reader

ANN_IN_BERLIN = replace(ANN, zone="Europe/Berlin", quiet_from=1350, quiet_to=450)
BEN_IN_SHANGHAI = replace(BEN, zone="Asia/Shanghai")
KNOWN = PreferencesView(ANN_IN_BERLIN, COUPLE, BEN_IN_SHANGHAI)
ALONE = PreferencesView(ANN, None, None)
CHOICES = [["Europe/London", "London, United Kingdom"], ["America/Toronto", "London, Canada"]]
CHOICES_ZH = [["Europe/London", "伦敦，英国"]]
PAGES = ("home", "language", "quiet", "from", "to", "keyboard")


def shots() -> Iterator[tuple[str, Screen]]:
    """Every private screen in every state and both languages."""
    for language, choices in (("en", CHOICES), ("zh", CHOICES_ZH)):
        for view in (KNOWN, ALONE, quiet_off(KNOWN), keyboard_off(KNOWN)):
            for page in PAGES:
                yield language, private("settings.page", view, language, page=page)
            for then in (None, "settings:home", "pause:4611686018427387903:times"):
                yield language, private("zone.ask", view, language, then=then)
                yield language, private("zone.choose", view, language, then=then, choices=choices)
                yield language, private("zone.unknown", view, language, then=then)
                if view.person.zone:
                    yield language, private("zone.kept", view, language, then=then)
            yield language, private("zone.done", view, language)


def private(name: str, view: PreferencesView, language: str, **params: Any) -> Screen:
    return drawn(SCREENS[name], view, reader(language, where=Where.PRIVATE, person=view.person), **params)


def quiet_off(view: PreferencesView) -> PreferencesView:
    return replace(view, person=replace(view.person, quiet_from=0, quiet_to=0))


def keyboard_off(view: PreferencesView) -> PreferencesView:
    return replace(view, person=replace(view.person, group_keyboard=False))


def data(screen: Screen) -> list[str]:
    return [button.press or "" for row in screen.rows for button in row]


@pytest.mark.parametrize(("language", "screen"), list(shots()), ids=lambda one: getattr(one, "name", one))
def test_every_page_is_short_small_and_in_one_language(language: str, screen: Screen) -> None:
    assert 0 < utf16_length(screen.text.text) <= 400
    for button in (button for row in screen.rows for button in row):
        assert len((button.press or "").encode()) <= 64
        if language == "zh":
            assert not re.search("[A-Za-z]", button.label.replace("English", ""))
        else:
            assert not re.search("[\u4e00-\u9fff]", button.label.replace("中文", ""))
    assert all(len(row) <= 4 for row in screen.rows)


@pytest.mark.parametrize(("language", "screen"), list(shots()), ids=lambda one: getattr(one, "name", one))
def test_every_page_but_the_last_has_a_way_on_and_a_way_out(language: str, screen: Screen) -> None:
    if screen.name == "zone.done":
        return
    ways_out = {"settings:home", "settings:quiet", "help:home", "zone:leave", "zone:ask", "zone:right"}
    assert set(data(screen)) & ways_out


@pytest.mark.parametrize(("language", "screen"), list(shots()), ids=lambda one: getattr(one, "name", one))
def test_no_clock_time_here_is_left_to_the_phone(language: str, screen: Screen) -> None:
    # A phone shows its own hour, whatever zone was kept: it could never be seen to be wrong.
    assert not any(entity.type == "date_time" for entity in screen.text.entities)


def test_the_likely_readings_begin_with_the_partners() -> None:
    labels = [button.label for row in private("zone.ask", KNOWN, "en").rows for button in row]
    assert labels[0] == "🕰️ 21:20"
    assert len(labels) == 7


def test_a_picker_opens_at_what_is_chosen_and_goes_round_the_day() -> None:
    evening = private("settings.page", KNOWN, "en", page="from")
    assert [button.label for row in evening.rows for button in row if "✅" in button.label] == ["✅ 22:30"]
    assert "settings:from:0" in data(evening)
    night = private("settings.page", KNOWN, "en", page="from", hour=0)
    assert {"settings:set:from:0", "settings:set:from:330", "settings:from:18"} <= set(data(night))


def test_only_a_couple_can_unpair_and_only_a_chat_of_the_two_has_a_keyboard() -> None:
    assert {"settings:unpair", "settings:keyboard"} <= set(
        data(private("settings.page", KNOWN, "en", page="home"))
    )
    alone = data(private("settings.page", ALONE, "en", page="home"))
    assert not {"settings:unpair", "settings:keyboard"} & set(alone)
    crowd = replace(KNOWN, couple=replace(COUPLE, just_two=False))
    assert "settings:keyboard" not in data(private("settings.page", crowd, "en", page="home"))


@pytest.mark.parametrize("shows", [True, False])
def test_a_keyboard_line_mentions_its_owner_so_that_no_other_phone_follows_it(shows: bool) -> None:
    view = KNOWN if shows else keyboard_off(KNOWN)
    screen = drawn(SCREENS["settings.keyboard"], view, reader("en", "zh"))
    assert screen.keyboard == Keyboard((("✋",),) if shows else (), selective=True)
    assert [entity.user_id for entity in screen.text.entities if entity.type == "text_mention"] == [
        1001,
        1001,
    ]


@pytest.mark.parametrize("where", [Where.CROWD, Where.PRIVATE])
def test_a_keyboard_line_is_for_the_chat_of_the_two_alone(where: Where) -> None:
    params: Mapping[str, Any] = {}
    assert SCREENS["settings.keyboard"](KNOWN, reader("en", where=where), params) is None


def hiding(*people: PersonView) -> tuple[PersonView, PersonView]:
    first, second = (replace(one, group_keyboard=one not in people) for one in (ANN, BEN))
    return first, second


def test_the_couples_keyboard_spares_who_does_not_want_it() -> None:
    one = drawn(couple.keyboard, replace(COUPLE, partners=hiding(ANN)), reader("en"))
    assert one.keyboard == Keyboard((("✋",),), selective=True)
    assert [entity.user_id for entity in one.text.entities] == [1002]
    assert couple.keyboard(replace(COUPLE, partners=hiding(ANN, BEN)), reader("en"), {}) is None
    own = drawn(couple.keyboard, replace(COUPLE, partners=hiding(ANN)), reader("en", where=Where.PRIVATE))
    assert own.keyboard == Keyboard((("✋",),))
