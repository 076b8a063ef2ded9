"""How two become a couple, and how one leaves, as each of them sees it."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from screens import couple, pairing
from screens.screen import Keyboard, Screen, Where
from storage.views import PairingView, PersonView
from tests.screens.cast import ANN, BEN, COUPLE, LINK, LONG_ID, drawn, reader

SOMEWHERE = reader()


def presses(screen: Screen) -> list[str | None]:
    return [button.press for row in screen.rows for button in row if button.press]


@pytest.mark.parametrize(
    ("view", "name", "pressed"),
    [
        (replace(LINK, first=None), "pair.greeting", ["join"]),
        (LINK, "pair.first", ["join"]),
        (replace(LINK, second=BEN), "pair.second", ["yes", "no"]),
        (replace(LINK, second=BEN, second_confirmed=True), "pair.confirm", ["yes", "no"]),
        (replace(LINK, second=BEN, outcome="paired"), "pair.closed", []),
        (replace(LINK, second=BEN, outcome="declined"), "pair.closed", []),
    ],
)
def test_the_group_is_asked_one_thing_at_a_time(view: PairingView, name: str, pressed: list[str]) -> None:
    screen = drawn(pairing.panel, view, SOMEWHERE)
    assert screen.name == name
    assert presses(screen) == [f"pair:{LONG_ID}:{action}" for action in pressed]


@pytest.mark.parametrize(("confirmed", "called"), [(False, BEN), (True, ANN)])
def test_whoever_has_to_answer_is_called_by_name(confirmed: bool, called: PersonView) -> None:
    view = replace(LINK, second=BEN, second_confirmed=confirmed)
    screen = drawn(pairing.panel, view, reader("en"))
    assert "Ann" in screen.text.text
    assert "Ben" in screen.text.text
    mentioned = {entity.user_id for entity in screen.text.entities if entity.type == "text_mention"}
    assert mentioned == {called.telegram_id}


def test_a_group_is_spoken_to_in_the_languages_of_those_who_pressed() -> None:
    empty = drawn(pairing.panel, replace(LINK, first=None, language="zh"), SOMEWHERE)
    first = drawn(pairing.panel, LINK, SOMEWHERE)
    both = drawn(pairing.panel, replace(LINK, second=BEN), SOMEWHERE)
    assert empty.text.text.startswith("你们好")
    assert first.text.text.startswith("Ann is in")
    assert both.text.text.count("\n\n") == 1


def test_the_inviter_gets_a_link_to_share_to_copy_and_to_take_back() -> None:
    screen = drawn(pairing.invite_panel, LINK, reader("en", where=Where.PRIVATE))
    link = f"https://t.me/backsoon_bot?start=p_{LINK.token}"
    (share,), (copy, revoke) = screen.rows
    assert link in screen.text.text
    assert copy.copy == link
    assert revoke.press == f"invite:{LONG_ID}:revoke"
    assert parse_qs(urlsplit(share.link or "").query)["url"] == [link]


def test_a_link_that_was_only_opened_stays_open_for_the_inviter() -> None:
    screen = drawn(pairing.invite_panel, replace(LINK, second=BEN), reader("en"))
    assert screen.name == "invite.open"


def test_each_side_of_an_invitation_confirms_once() -> None:
    opened = replace(LINK, second=BEN)
    confirmed = replace(opened, second_confirmed=True)
    assert presses(drawn(pairing.invited_panel, opened, reader("en"))) == [
        f"invited:{LONG_ID}:yes",
        f"invited:{LONG_ID}:no",
    ]
    assert presses(drawn(pairing.invited_panel, confirmed, reader("en"))) == []
    asked = drawn(pairing.invite_panel, confirmed, reader("en"))
    assert presses(asked) == [f"invite:{LONG_ID}:yes", f"invite:{LONG_ID}:no"]
    assert "Ben" in asked.text.text


@pytest.mark.parametrize("outcome", ["revoked", "expired", "declined"])
def test_an_invitation_that_came_to_nothing_leads_to_a_new_one(outcome: str) -> None:
    ended = replace(LINK, outcome=outcome, token=None)
    assert presses(drawn(pairing.invite_panel, ended, reader("en"))) == ["invite:new"]


def test_an_invitation_without_its_link_shows_nothing() -> None:
    assert pairing.invite_panel(replace(LINK, token=None), reader("en"), {}) is None


def test_the_start_offers_to_invite_first_and_a_group_beside_it() -> None:
    screen = drawn(pairing.SCREENS["pair.start"], None, reader("en"), state="new")
    (invite,), (group, alone) = screen.rows
    assert invite.press == "invite:new"
    assert group.link == "https://t.me/backsoon_bot?startgroup=pair"
    assert alone.press == "pause:new"


def test_the_start_of_a_couple_is_its_pause_button() -> None:
    screen = drawn(pairing.SCREENS["pair.start"], None, reader("en"), state="paired", partner="Ben")
    assert presses(screen) == ["pause:new"]
    assert "Ben" in screen.text.text


def test_each_link_that_leads_nowhere_says_why() -> None:
    texts = {
        drawn(pairing.SCREENS["pair.link_bad"], None, reader("en"), why=why).text.text
        for why in ("expired", "used", "revoked", "own", "paired", "unknown", "made-up")
    }
    assert len(texts) == 6


def test_who_has_no_private_chat_is_named_only_among_the_two() -> None:
    lacking = replace(COUPLE, partners=(ANN, replace(BEN, private_open=False)))
    ask = pairing.SCREENS["pair.open_private"]
    named = drawn(ask, lacking, SOMEWHERE)
    assert "Ben" in named.text.text
    assert "Ann" not in named.text.text
    assert named.rows[0][0].link == "https://t.me/backsoon_bot?start=hello"
    assert "Ben" not in drawn(ask, replace(lacking, just_two=False), SOMEWHERE).text.text
    assert ask(COUPLE, SOMEWHERE, {}) is None


def test_a_chat_of_just_the_two_is_not_told_of_others() -> None:
    assert pairing.SCREENS["pair.crowd"](COUPLE, SOMEWHERE, {}) is None
    told = drawn(pairing.SCREENS["pair.crowd"], replace(COUPLE, just_two=False), SOMEWHERE)
    assert not any(person.name in told.text.text for person in COUPLE.partners)


@pytest.mark.parametrize("where", Where)
def test_the_couple_panel_is_text_and_exactly_one_pause_button(where: Where) -> None:
    screen = drawn(couple.panel, COUPLE, reader("en", where=where, person=ANN))
    assert [[button.press for button in row] for row in screen.rows] == [["pause:new"]]
    assert screen.keyboard is None


def test_in_private_the_couple_panel_names_the_partner() -> None:
    text = drawn(couple.panel, COUPLE, reader("en", where=Where.PRIVATE, person=BEN)).text.text
    assert "Ann" in text
    assert "Ben" not in text


def test_the_keyboard_carries_one_hand_and_comes_with_no_inline_button() -> None:
    screen = drawn(couple.SCREENS["couple.keyboard"], COUPLE, reader("en"))
    assert screen.keyboard == Keyboard((("✋",),))
    assert screen.rows == ()


def test_a_couple_that_ended_gets_neither_panel_nor_keyboard() -> None:
    ended = replace(COUPLE, ended=True)
    assert couple.panel(ended, reader("en"), {}) is None
    assert couple.SCREENS["couple.keyboard"](ended, reader("en"), {}) is None
    assert pairing.SCREENS["pair.open_private"](ended, SOMEWHERE, {}) is None


def test_leaving_asks_once_and_then_offers_to_tell() -> None:
    ask, done = (
        drawn(couple.SCREENS[name], COUPLE, reader("en"), id=LONG_ID)
        for name in ("couple.unpair_ask", "couple.unpaired")
    )
    assert presses(ask) == [f"unpair:{LONG_ID}:yes", f"unpair:{LONG_ID}:no"]
    assert presses(done) == [f"unpair:{LONG_ID}:tell"]


def test_the_one_who_was_left_reads_no_name_and_no_reason_first() -> None:
    text = drawn(couple.SCREENS["couple.told"], COUPLE, reader("en")).text.text
    assert text.startswith("A quiet note.\n")
    assert "Ann" not in text
