"""Sharing: the choice, the preview, what the partner finds, and taking it back."""

from collections.abc import Mapping
from typing import Any

from content.markup import join
from screens import portrait
from screens.pictures import other_theme, theme_of
from screens.screen import Draw, Reader, Screen
from screens.words import named, plain, press, say
from storage.share_views import ChoiceView, Portrait, PreviewView, ShareView, What

_WHAT = {
    What.PLACE: "sharing-what-place",
    What.STRESS: "sharing-what-stress",
    What.BOTH: "sharing-what-both",
}
_BUTTONS = {
    What.PLACE: "button-share-place",
    What.STRESS: "button-share-stress",
    What.BOTH: "button-share-both",
}


def choose(view: ChoiceView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`sharing.choose`: what could be shared, and what is."""
    if not _is_theirs(view, reader) or view is None:
        return None
    name = named(view.partner)
    offer = say(reader, "sharing-choose", name=name) if view.offered else say(reader, "sharing-nothing")
    parts = [offer]
    if view.shared is not None:
        key = "sharing-current" if view.is_newest else "sharing-current-earlier"
        parts.append(say(reader, key, name=name, what=plain(reader, _WHAT[view.shared])))
    rows = [
        tuple(
            press(reader, _BUTTONS[what], f"share:{view.attempt_id}:see:{what.value}")
            for what in view.offered
        ),
        (press(reader, "button-withdraw", f"share:{view.share_id}:back"),) if view.share_id else (),
        (press(reader, "button-quiz-result", "quiz:result"),),
    ]
    return Screen("sharing.choose", join(parts, "\n\n"), tuple(row for row in rows if row))


def preview(view: PreviewView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`sharing.preview`: the picture and its words as the partner would get them."""
    if view is None or view.portrait.reader_id != reader.person_id:
        return None
    what = view.portrait.what
    parts = [
        say(reader, "sharing-preview", name=named(view.partner)),
        portrait.caption(view.portrait, reader, with_name=True),
        say(reader, "sharing-preview-foot"),
    ]
    yes = f"share:{view.attempt_id}:yes:{what.value}:{view.couple_id}"
    rows = (
        (press(reader, "button-share", yes, style="primary"),),
        (press(reader, "button-back", "share:new"),),
    )
    picture = portrait.drawing(view.portrait, reader, "light", with_name=True)
    return Screen("sharing.preview", join(parts, "\n\n"), rows, picture=picture)


def done(view: ChoiceView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`sharing.done`: it is shared."""
    if view is None or not _is_theirs(view, reader) or view.shared is None:
        return None
    text = say(reader, "sharing-done", name=named(view.partner), what=plain(reader, _WHAT[view.shared]))
    rows = (
        (press(reader, "button-withdraw", f"share:{view.share_id}:back"),),
        (
            press(reader, "button-together-see", "together:show"),
            press(reader, "button-quiz-result", "quiz:result"),
        ),
    )
    return Screen("sharing.done", text, rows)


def unreachable(view: ChoiceView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`sharing.unreachable`: the partner's private chat is closed, and nothing was shared."""
    if view is None or not _is_theirs(view, reader):
        return None
    rows = ((press(reader, "button-quiz-result", "quiz:result"),),)
    return Screen("sharing.unreachable", say(reader, "sharing-unreachable", name=named(view.partner)), rows)


def withdrawn(view: ChoiceView | None, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """`sharing.withdrawn`: taken back; after a couple's end, without a name."""
    rows = ((press(reader, "button-quiz-result", "quiz:result"),),)
    if view is None or not _is_theirs(view, reader):
        return Screen("sharing.withdrawn", say(reader, "sharing-withdrawn-alone"), rows)
    return Screen("sharing.withdrawn", say(reader, "sharing-withdrawn", name=named(view.partner)), rows)


def opened(view: Portrait | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`sharing.opened`, to the partner: what is shared now. `share`: its id."""
    if view is None or view.reader_id != reader.person_id:
        return None
    theme = theme_of(params)
    rows = ((other_theme(reader, theme, f"share:{params['share']}:open"),),)
    text = portrait.caption(view, reader, with_name=True)
    picture = portrait.drawing(view, reader, theme, with_name=True)
    return Screen("sharing.opened", text, rows, picture=picture, words_of=(view.author.id,))


def message(view: ShareView, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`share:<id>`, the partner's message. What stands there says when it is withdrawn; nothing new comes."""
    if not view.in_force or view.author is None:
        return None if reader.anew else Screen("share.gone", say(reader, "sharing-gone"))
    if view.reader_id != reader.person_id:
        return None
    text = say(reader, "sharing-message", name=named(view.author))
    rows = ((press(reader, "button-open", f"share:{view.id}:open", style="primary"),),)
    return Screen("share", text, rows, words_of=(view.author.id,))


def _is_theirs(view: ChoiceView | None, reader: Reader) -> bool:
    return view is not None and view.reader_id == reader.person_id


# Drawn from what their reader can share now.
SCREENS: dict[str, Draw] = {
    "sharing.choose": choose,
    "sharing.done": done,
    "sharing.unreachable": unreachable,
    "sharing.withdrawn": withdrawn,
}
PREVIEW_SCREENS: dict[str, Draw] = {"sharing.preview": preview}
OPENED_SCREENS: dict[str, Draw] = {"sharing.opened": opened}
