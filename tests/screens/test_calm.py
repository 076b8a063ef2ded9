"""The pages of Calm me and a person's own list, as their reader sees them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from content.rich import utf16_length
from content.texts import LANGUAGES, texts
from screens import calm, comforts
from screens.screen import Screen, Where
from storage.comforts import LONGEST, MOST, ComfortsView
from storage.playbooks import Calming, CalmView
from storage.views import PauseState, PauseView, PersonView
from tests.screens.cast import ALONE, ANN, BEN, CALLED, LONG_ID, drawn, in_state, reader, times, word_count

SCREENS = {**calm.SCREENS, **calm.OWN_SCREENS, **comforts.SCREENS}
DUE = in_state(CALLED, PauseState.DUE)
EMPTY = ComfortsView(ANN.id, ())
SOME = ComfortsView(ANN.id, ((LONG_ID, "1"), (LONG_ID - 1, "2 <b>x</b>")))
FULL = ComfortsView(ANN.id, tuple((LONG_ID - number, "9" * LONGEST) for number in range(MOST)))
# The words that nobody may read after a return time.
HURTING = re.compile(
    r"\b(?:still|should|waiting|again)\b|仍|还没|还在等|应该|等你|等着|又一次|再次|迟到|晚了", re.IGNORECASE
)
NEUTRAL = {"en": "A quiet moment", "zh": "安静一会儿"}


def page(
    name: str, language: str, view: object = None, person: PersonView = ANN, minutes: float = 3, **params: Any
) -> Screen:
    who = reader(language, where=Where.PRIVATE, person=person, minutes=minutes)
    return drawn(SCREENS[name], view, who, pause=LONG_ID, **params)


def home(
    language: str,
    pause: PauseView | None,
    person: PersonView = ANN,
    minutes: float = 3,
    calming: Calming | None = None,
) -> Screen:
    return page("calm.home", language, CalmView(person.id, pause, calming), person, minutes)


def shots() -> Iterator[tuple[str, Screen]]:
    for language in LANGUAGES:
        for person in (ANN, BEN):
            for view in (CALLED, DUE, None):
                for calming in (None, *Calming):
                    yield language, home(language, view, person, calming=calming)
        yield language, home(language, ALONE)
        for name in sorted(calm.SCREENS.keys() - {"calm.scan"}):
            yield language, page(name, language)
        for step in range(1, 11):
            yield language, page("calm.scan", language, step=step)
        for name in comforts.SCREENS:
            for view_of_list in (EMPTY, SOME, FULL):
                yield language, page(name, language, view_of_list)


SHOTS = [pytest.param(*shot, id=f"{shot[1].name}-{shot[0]}") for shot in shots()]


@pytest.mark.parametrize(("language", "screen"), SHOTS)
def test_every_page_is_short_unless_it_lists_what_somebody_wrote(language: str, screen: Screen) -> None:
    if screen.name in ("calm.list", "calm.remove") and "9" * LONGEST in screen.text.text:
        assert utf16_length(screen.text.text) <= 4096
    elif screen.name != "calm.all":
        assert word_count(screen.text.text) <= (30 if screen.name == "calm.home" else 42)


@pytest.mark.parametrize(("language", "screen"), SHOTS)
def test_every_page_keeps_telegrams_limits(language: str, screen: Screen) -> None:
    assert utf16_length(screen.text.text) <= (1024 if screen.animation else 4096)
    buttons = [button for row in screen.rows for button in row]
    assert all(screen.rows)
    assert all(len((button.press or "").encode()) <= 64 for button in buttons)
    assert all(word_count(button.label.split(" ", 1)[1]) <= 2 for button in buttons)


@pytest.mark.parametrize(("language", "screen"), SHOTS)
def test_every_page_speaks_one_language_and_reproaches_nobody(language: str, screen: Screen) -> None:
    labels = [button.label for row in screen.rows for button in row]
    read = "\n".join([screen.text.text.replace("2 <b>x</b>", "").replace("UTC", ""), *labels])
    assert not HURTING.search(read)
    assert not re.search(
        "[A-Za-z]" if language == "zh" else "[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]", read
    )


@pytest.mark.parametrize(("language", "screen"), SHOTS)
def test_every_page_has_a_way_back(language: str, screen: Screen) -> None:
    presses = {button.press for row in screen.rows for button in row}
    assert presses & {f"calm:{LONG_ID}", f"calm:{LONG_ID}:list", "help:home"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", [CALLED, DUE, ALONE, None])
def test_the_first_words_tell_a_lock_screen_nothing(language: str, view: PauseView | None) -> None:
    assert home(language, view).text.text.startswith(NEUTRAL[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_caller_waiting_partner_and_whoever_has_no_pause_read_different_words(language: str) -> None:
    shown = [home(language, CALLED, ANN), home(language, CALLED, BEN), home(language, None)]
    assert len({screen.text.text for screen in shown}) == 3
    return_at = int(CALLED.return_at.timestamp())
    assert [times(screen) for screen in shown] == [[return_at], [return_at], []]


@pytest.mark.parametrize("language", LANGUAGES)
def test_once_the_return_time_has_come_it_is_not_named(language: str) -> None:
    for view, minutes in ((DUE, 21), (CALLED, 20), (in_state(CALLED, PauseState.CLOSED), 3)):
        assert home(language, view, BEN, minutes).text == home(language, None).text


def test_somebody_elses_pause_tells_nothing() -> None:
    cleo = replace(BEN, id=3, name="Cleo")
    assert home("en", CALLED, cleo).text == home("en", None).text


def presses(screen: Screen) -> list[str | None]:
    return [button.press for row in screen.rows for button in row]


@pytest.mark.parametrize(
    ("calming", "first"),
    [(None, "breathe"), (Calming.ALARM, "breathe"), (Calming.ROOM, "walk"), (Calming.HEAT, "water")],
)
def test_what_fits_somebody_is_offered_first(calming: Calming | None, first: str) -> None:
    screen = home("en", CALLED, BEN, calming=calming)
    assert presses(screen)[0] == f"calm:{LONG_ID}:{first}"
    assert f"calm:{LONG_ID}:breathe" in presses(screen)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("calming", Calming)
@pytest.mark.parametrize("person", [ANN, BEN])
def test_whoever_has_a_profile_reads_one_line_of_it_and_the_time(
    language: str, calming: Calming, person: PersonView
) -> None:
    screen = home(language, CALLED, person, calming=calming)
    line = texts().plain(language, f"calm-fits-{calming.value}")
    assert line in screen.text.text
    assert times(screen) == [int(CALLED.return_at.timestamp())]
    assert line in home(language, None, person, calming=calming).text.text


def test_what_fits_one_is_never_drawn_for_the_other() -> None:
    view = CalmView(ANN.id, CALLED, Calming.HEAT)
    ben = reader("en", where=Where.PRIVATE, person=BEN)
    assert drawn(SCREENS["calm.home"], view, ben, pause=LONG_ID) == drawn(
        SCREENS["calm.home"], None, ben, pause=LONG_ID
    )


def test_the_circle_is_a_picture_with_words_under_it() -> None:
    assert page("calm.breathe", "en").animation == "breathing.gif"
    assert [name for name in SCREENS if name.startswith("calm") and name != "calm.breathe"]


@pytest.mark.parametrize("name", comforts.SCREENS)
def test_a_list_is_drawn_for_its_author_alone(name: str) -> None:
    ben = reader("en", where=Where.PRIVATE, person=BEN)
    assert comforts.SCREENS[name](SOME, ben, {"pause": 0}) is None
    assert comforts.SCREENS[name](SOME, replace(ben, person_id=None), {"pause": 0}) is None


def test_what_somebody_wrote_is_shown_as_it_is() -> None:
    screen = page("calm.list", "en", SOME)
    assert screen.text.text.endswith("\n1. 1\n2. 2 <b>x</b>")
    assert screen.text.entities == ()


def test_a_full_list_offers_no_more_room_and_an_empty_one_nothing_to_remove() -> None:
    def offered(view: ComfortsView) -> set[str]:
        presses = {button.press or "" for row in page("calm.list", "en", view).rows for button in row}
        return {data.rsplit(":", 1)[1] for data in presses} & {"add", "remove"}

    assert [offered(view) for view in (EMPTY, SOME, FULL)] == [{"add"}, {"add", "remove"}, {"remove"}]


def test_each_thing_on_the_list_has_a_button_that_names_its_row() -> None:
    presses = [button.press for row in page("calm.remove", "en", FULL).rows for button in row]
    assert presses[:MOST] == [f"calm:{LONG_ID}:drop:{comfort_id}" for comfort_id, _ in FULL.items]


def test_the_quiet_guide_holds_all_ten_places() -> None:
    whole = page("calm.all", "en").text.text
    for step in range(1, 11):
        assert page("calm.scan", "en", step=step).text.text.splitlines()[0] in whole
