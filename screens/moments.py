"""Near misses and wins, for their author alone; of a win the partner sees what the author had told."""

from collections.abc import Mapping
from typing import Any

from content.markup import join
from content.rich import Rich
from content.texts import texts
from screens.screen import Button, Draw, Reader, Screen
from screens.words import day, named, press, say
from storage.moments import MomentKind, MomentsView, MomentView
from storage.views import PersonView

_Rows = tuple[tuple[Button, ...], ...]
_TEXTS = {
    (MomentKind.NEAR, True): "moment-near",
    (MomentKind.NEAR, False): "moment-near-alone",
    (MomentKind.WIN, True): "moment-win",
    (MomentKind.WIN, False): "moment-win-alone",
}


def logged(view: MomentView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """It is kept, and celebrated; a win can be told, in words that are shown first."""
    if view is None or view.author.id != reader.person_id:
        return None
    parts = [say(reader, _TEXTS[view.kind, view.partner is not None])]
    if view.line is not None:
        parts.append(say(reader, "moment-line", line=view.line))
    change = "button-moment-line" if view.line is None else "button-moment-change"
    write = press(reader, change, f"moment:{view.id}:line")
    undo = press(reader, "button-undo", f"moment:{view.id}:undo")
    if view.told and view.partner is not None:
        parts.append(say(reader, "moment-told", name=named(view.partner)))
        return Screen("moment.logged", join(parts, "\n"))
    rows: _Rows = ((write, undo),)
    if view.kind is MomentKind.WIN and view.partner is not None:
        sentence = _sentence(view, view.partner)
        parts.append(say(reader, "moment-preview", name=named(view.partner), sentence=sentence))
        tell = press(
            reader, "button-moment-tell", f"moment:{view.id}:tell", name=named(view.partner).split()[0]
        )
        rows = ((tell,), *rows)
    return Screen("moment.logged", join(parts, "\n"), rows)


def told(view: MomentView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """To the partner: word for word what the author was shown."""
    if view is None or not view.told or view.partner is None or view.partner.id != reader.person_id:
        return None
    return Screen("moment.told", Rich(_sentence(view, view.partner)), words_of=(view.author.id,))


def _sentence(view: MomentView, listener: PersonView) -> str:
    name = named(view.author)
    if view.line is None:
        return texts().plain(listener.language, "moment-tell", name=name)
    return texts().plain(listener.language, "moment-tell-line", name=name, line=view.line)


def ask(view: MomentView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The question that the next typed words answer."""
    if view is None or view.author.id != reader.person_id:
        return None
    telling = view.kind is MomentKind.WIN and view.partner is not None
    text = say(reader, "moment-ask-win" if telling else "moment-ask")
    return Screen("moment.ask", text, _leave(view, reader))


def too_long(view: MomentView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The same question, after too many words."""
    if view is None or view.author.id != reader.person_id:
        return None
    return Screen("moment.too_long", say(reader, "moment-too-long"), _leave(view, reader))


def _leave(view: MomentView, reader: Reader) -> _Rows:
    return ((press(reader, "button-not-writing", f"moment:{view.id}:leave"),),)


SCREENS: dict[str, Draw] = {
    "moment.logged": logged,
    "moment.told": told,
    "moment.ask": ask,
    "moment.too_long": too_long,
}


def own(view: MomentsView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The reader's newest moments, with their lines."""
    if view is None or view.reader_id != reader.person_id:
        return None
    rows: _Rows = (
        (press(reader, "button-near", "moment:near"), press(reader, "button-win", "moment:win")),
        (press(reader, "button-back", "help:home"),),
    )
    if not view.items:
        return Screen("moments.own", say(reader, "moment-own-none"), rows)
    text = join([say(reader, "moment-own"), *(_entry(item, reader) for item in view.items)], "\n")
    return Screen("moments.own", text, rows)


def _entry(item: MomentView, reader: Reader) -> Rich:
    key = "moment-entry-near" if item.kind is MomentKind.NEAR else "moment-entry-win"
    head = join([Rich("• "), say(reader, key, date=day(reader, item.at))], "")
    return head if item.line is None else join([head, Rich(item.line)], ": ")


OWN_SCREENS: dict[str, Draw] = {"moments.own": own}
