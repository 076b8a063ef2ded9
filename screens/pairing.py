"""Two persons become a couple: in a group, or by a link."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from content.rich import Rich
from screens.pairing_said import SCREENS
from screens.screen import Button, Reader, Screen
from screens.words import day, group_button, label, mentioned, named, plain, press, say, speaking
from storage.views import PairingView

__all__ = ["SCREENS", "invite_panel", "invited_panel", "panel"]


def panel(view: PairingView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The question in a group, `pair:<id>`: who has pressed, and whose turn it is."""
    if view is None:
        return None
    reader = _speaking(view, reader)
    if view.outcome is not None:
        return Screen("pair.closed", _end_in_group(view, reader))
    if view.first is None:
        return Screen("pair.greeting", say(reader, "pair-greeting"), _join(view, reader))
    if view.second is None:
        return Screen("pair.first", say(reader, "pair-first", first=named(view.first)), _join(view, reader))
    rows = _yes_no("pair", view, reader)
    if not view.second_confirmed:
        text = say(reader, "pair-second", first=named(view.first), second=mentioned(view.second))
        return Screen("pair.second", text, rows)
    text = say(reader, "pair-confirm", first=mentioned(view.first), second=named(view.second))
    return Screen("pair.confirm", text, rows)


def invite_panel(view: PairingView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The inviter's own screen, `invite:<id>`, private: the link, who answered, how it ended."""
    if view is None:
        return None
    reader = _speaking(view, reader)
    if view.outcome is not None:
        return _invite_ended(view, reader)
    if view.second is not None and view.second_confirmed:
        text = say(reader, "invite-answered", name=named(view.second))
        return Screen("invite.answered", text, _yes_no("invite", view, reader))
    if view.token is None:
        return None
    link = f"https://t.me/{reader.bot_username}?start=p_{view.token}"
    text = say(reader, "invite-open", link=link, until=day(reader, view.expires_at or reader.now))
    return Screen("invite.open", text, _link_buttons(view, reader, link))


def invited_panel(view: PairingView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The screen of the one who opened the link, `invited:<id>`, private."""
    if view is None or view.first is None:
        return None
    reader = _speaking(view, reader)
    name = named(view.first)
    if view.outcome == "paired":
        return Screen("invited.paired", say(reader, "invite-paired", name=name))
    if view.outcome == "declined":
        return Screen("invited.declined", say(reader, "invited-declined"))
    if view.outcome is not None:
        return Screen("invited.closed", say(reader, "invited-closed"))
    if view.second_confirmed:
        return Screen("invited.wait", say(reader, "invited-wait", name=name))
    return Screen("invited.open", say(reader, "invited-open", name=name), _yes_no("invited", view, reader))


def _speaking(view: PairingView, reader: Reader) -> Reader:
    return speaking(reader, (view.first, view.second), view.language)


def _end_in_group(view: PairingView, reader: Reader) -> Rich:
    if view.outcome == "paired" and view.first and view.second:
        return say(reader, "pair-done", first=named(view.first), second=named(view.second))
    return say(reader, "pair-declined" if view.outcome == "declined" else "pair-closed")


def _invite_ended(view: PairingView, reader: Reader) -> Screen:
    if view.outcome == "paired" and view.second:
        text = say(reader, "invite-paired", name=named(view.second))
        return Screen("invite.paired", text, ((group_button(reader),),))
    key = {
        "revoked": "invite-revoked",
        "expired": "invite-expired",
        "declined": "invite-declined",
    }.get(view.outcome or "", "invite-replaced")
    # A replaced invitation has a newer one further down already.
    rows = () if key == "invite-replaced" else ((press(reader, "button-invite", "invite:new"),),)
    return Screen("invite.closed", say(reader, key), rows)


def _join(view: PairingView, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    return ((press(reader, "button-join", f"pair:{view.id}:join", style="primary"),),)


def _yes_no(kind: str, view: PairingView, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    yes = press(reader, "button-yes", f"{kind}:{view.id}:yes")
    no = press(reader, "button-no", f"{kind}:{view.id}:no")
    return ((yes, no),)


def _link_buttons(view: PairingView, reader: Reader, link: str) -> tuple[tuple[Button, ...], ...]:
    words = plain(reader, "invite-share")
    share = f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(words, safe='')}"
    return (
        (Button(label(reader, "button-share"), link=share, style="primary"),),
        (
            Button(label(reader, "button-copy-link"), copy=link),
            press(reader, "button-revoke", f"invite:{view.id}:revoke"),
        ),
    )
