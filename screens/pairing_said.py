"""What pairing has said once: the start, links that lead nowhere, where words will go."""

from collections.abc import Mapping
from typing import Any

from screens.screen import Button, Draw, Reader, Screen
from screens.words import (
    group_button,
    label,
    mentioned,
    pause_button,
    press,
    say,
    shown_name,
    speaking,
)
from storage.views import CoupleView

_BAD_LINKS = {
    "expired": "link-expired",
    "used": "link-used",
    "revoked": "link-revoked",
    "own": "link-own",
    "paired": "link-paired",
}


def start(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """The private /start: what this is and one next step. `state`: new, half, paired; `partner`: a name."""
    if params["state"] == "paired":
        partner = params.get("partner")
        text = (
            say(reader, "start-paired", name=shown_name(partner))
            if partner
            else say(reader, "start-paired-unnamed")
        )
        return Screen("pair.start", text, ((pause_button(reader),),))
    invite = press(reader, "button-invite", "invite:new", style="primary")
    if params["state"] == "half":
        return Screen("pair.start", say(reader, "start-half"), ((invite,),))
    # One obvious next step: the ✋ stands beside, without its colour.
    pause = press(reader, "button-pause", "pause:new")
    return Screen("pair.start", say(reader, "start-new"), ((invite,), (group_button(reader), pause)))


def link_bad(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """A link that opens nothing; `why`: expired, used, revoked, own, paired, unknown."""
    return Screen("pair.link_bad", say(reader, _BAD_LINKS.get(params["why"], "link-unknown")))


def crowd(view: CoupleView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """In a group with others in it."""
    if view is None or view.ended or view.just_two:
        return None
    return Screen("pair.crowd", say(speaking(reader, view.partners), "pair-crowd"))


def open_private(view: CoupleView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """In the group: who has not opened their private chat yet; without names where others read."""
    if view is None or view.ended:
        return None
    closed = [partner for partner in view.partners if not partner.private_open]
    if not closed:
        return None
    reader = speaking(reader, view.partners)
    if not view.just_two:
        text = say(reader, "pair-open-private-crowd")
    elif len(closed) == 1:
        text = say(reader, "pair-open-private", name=mentioned(closed[0]))
    else:
        text = say(reader, "pair-open-private-both")
    link = f"https://t.me/{reader.bot_username}?start=hello"
    return Screen("pair.open_private", text, ((Button(label(reader, "button-open-chat"), link=link),),))


def already(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Someone with a partner wants to pair."""
    return Screen("pair.already", say(reader, "pair-already"))


SCREENS: dict[str, Draw] = {
    "pair.start": start,
    "pair.link_bad": link_bad,
    "pair.crowd": crowd,
    "pair.open_private": open_private,
    "pair.already": already,
}
