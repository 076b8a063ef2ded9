"""What a pause has said once: menus, private lines, and questions before there is a pause."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from screens.pause_buttons import here as here_button
from screens.pause_buttons import here_or_later, no_time_left, only_tomorrow, tomorrow_button
from screens.pause_buttons import rest as rest_button
from screens.pause_menu import MENU
from screens.screen import Button, Draw, Reader, Screen
from screens.words import label, length_button, moment, named, pause_button, plain, press, say, twenty_button
from storage.views import LONGEST_PAUSE, PartyView, PauseState, PauseView

# From the return time on, the bot waits this long before it speaks to both once more.
UNTIL_OPEN = timedelta(minutes=30)
_AFTER_RETURN = (PauseState.DUE, PauseState.OPEN)


def unreachable(view: PauseView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """To the caller: the sentence to pass on by any other way."""
    other = _other(view, reader)
    if view is None or other is None or view.state is not PauseState.RUNNING:
        return None
    sentence = plain(reader, "pause-copy", length=view.return_at - reader.now)
    text = say(reader, "pause-unreachable", name=named(other.person), sentence=sentence)
    return Screen("pause.unreachable", text, ((Button(label(reader, "button-copy"), copy=sentence),),))


def pass_on(view: PauseView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """To whoever pauses without a partner here: the sentence to pass on, to copy or to share."""
    if view is None or view.state is not PauseState.RUNNING:
        return None
    sentence = plain(reader, "pause-copy", length=view.return_at - reader.now)
    share = f"https://t.me/share/url?{urlencode({'url': ' ', 'text': sentence}, quote_via=quote)}"
    buttons = (
        Button(label(reader, "button-copy"), copy=sentence),
        Button(label(reader, "button-share"), link=share),
    )
    return Screen("pause.pass_on", say(reader, "pause-pass-on", sentence=sentence), (buttons,))


def often(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """To whoever called several pauses within an hour: a kind word that nobody else sees."""
    buttons = (press(reader, "button-calm", "calm:0"), press(reader, "button-need-help", "safety:home"))
    return Screen("pause.often", say(reader, "pause-often"), (buttons,))


def in_length(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """A time of day from somebody whose zone nobody knows: echoed as a length. `minutes`, `clock`."""
    minutes = int(params["minutes"])
    text = say(reader, "pause-in-length", length=timedelta(minutes=minutes))
    yes = length_button(reader, minutes, f"pause:for:{minutes}", sign="✋")
    no = press(reader, "button-my-time", f"pause:clock:{params['clock']}")
    return Screen("pause.in_length", text, ((yes, no),))


def past(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """A time of day that has passed: never a pause of nearly a day unasked. `until`: tomorrow's, if any."""
    rows: tuple[tuple[Button, ...], ...] = ((twenty_button(reader),),)
    if params.get("until") is not None:
        tomorrow = press(reader, "button-tomorrow", f"pause:until:{params['until']}")
        rows = ((twenty_button(reader), tomorrow),)
    return Screen("pause.past", say(reader, "pause-past"), rows)


def one_here(view: PauseView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """To the one who has not tapped: the other has."""
    other = _other(view, reader)
    if view is None or view.state not in _AFTER_RETURN or other is None or other.here_at is None:
        return None
    if _is_here(view, reader):
        return None
    return Screen(
        "pause.one_here",
        say(
            reader,
            "pause-one-here-last" if no_time_left(view, reader) else "pause-one-here",
            name=named(other.person),
        ),
        here_or_later(view, reader),
    )


def nudge(view: PauseView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """Ten minutes after the return time, to whoever has not tapped."""
    if view is None or view.state is not PauseState.DUE or _other(view, reader) is None:
        return None
    if _is_here(view, reader):
        return None
    later = tuple(_in(view, reader, minutes) for minutes in (20, 60) if _reaches(view, reader, minutes))
    later += tomorrow_button(view, reader, "button-tomorrow")
    rows: tuple[tuple[Button, ...], ...] = ((here_button(view, reader),),)
    if not later:
        return Screen("pause.nudge", say(reader, "pause-nudge-last"), (*rows, (rest_button(view, reader),)))
    return Screen("pause.nudge", say(reader, "pause-nudge"), (*rows, later))


def quiet(view: PauseView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """Ten minutes after the return time, to the one who is here; never says "asked" if nobody was."""
    other = _other(view, reader)
    if view is None or view.state is not PauseState.DUE or other is None or other.here_at is not None:
        return None
    if not _is_here(view, reader):
        return None
    asked = other.person.private_open and other.person.id not in view.unreachable
    text = say(
        reader,
        "pause-quiet" if asked else "pause-quiet-unasked",
        name=named(other.person),
        time=moment(reader, view.return_at + UNTIL_OPEN),
    )
    calm = press(reader, "button-calm", f"calm:{view.id}")
    return Screen("pause.quiet", text, ((calm, press(reader, "button-rest-too", f"pause:{view.id}:rest")),))


def offer_longer(view: PauseView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """A length given while a pause runs: the running time, and one button to make it that long."""
    if view is None or view.state is not PauseState.RUNNING:
        return None
    minutes = int(params["minutes"])
    later = reader.now + timedelta(minutes=minutes) > view.return_at
    if not later or not _reaches(view, reader, minutes):
        return same(view, reader, params)
    text = say(
        reader,
        "pause-offer-longer",
        time=moment(reader, view.return_at),
        length=timedelta(minutes=minutes),
    )
    return Screen("pause.offer_longer", text, ((_in(view, reader, minutes),),))


def same(view: PauseView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The caller's second ✋: the same time, nothing changed."""
    if view is None or view.state is not PauseState.RUNNING:
        return None
    return Screen("pause.same", say(reader, "pause-same", time=moment(reader, view.return_at)))


def offline_ask(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """A ✋ that reached us late: ask first. `sent_at` (ISO), `minutes`."""
    minutes = int(params["minutes"])
    text = say(
        reader,
        "pause-offline-ask",
        time=moment(reader, datetime.fromisoformat(params["sent_at"])),
        length=timedelta(minutes=minutes),
    )
    now = press(reader, "button-pause-now", f"pause:late:{minutes}", style="primary")
    return Screen("pause.offline_ask", text, ((now, _no(reader)),))


def too_short(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Under twenty minutes: why, and a one-tap twenty."""
    return Screen("pause.too_short", say(reader, "pause-too-short"), ((twenty_button(reader),),))


def too_long(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Over a day: why not, and a one-tap twenty."""
    return Screen("pause.too_long", say(reader, "pause-too-long"), ((twenty_button(reader),),))


def not_understood(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """No length that we know: two examples, and a one-tap twenty."""
    return Screen("pause.not_understood", say(reader, "pause-not-understood"), ((twenty_button(reader),),))


def maybe(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """A typed ✋ that may have been a high five."""
    return Screen("pause.maybe", say(reader, "pause-maybe"), ((pause_button(reader), _no(reader)),))


def _no(reader: Reader) -> Button:
    return press(reader, "button-not-now", "pause:late:no")


def _in(view: PauseView, reader: Reader, minutes: int) -> Button:
    return length_button(reader, minutes, f"pause:{view.id}:{view.commitment}:in:{minutes}")


def _reaches(view: PauseView, reader: Reader, minutes: int) -> bool:
    return (
        not only_tomorrow(view) and reader.now + timedelta(minutes=minutes) <= view.started_at + LONGEST_PAUSE
    )


def _own(view: PauseView, reader: Reader) -> PartyView | None:
    return view.party(reader.person_id) if reader.person_id else None


def _other(view: PauseView | None, reader: Reader) -> PartyView | None:
    if view is None or reader.person_id is None or view.couple_id is None:
        return None
    return view.other(reader.person_id)


def _is_here(view: PauseView, reader: Reader) -> bool:
    own = _own(view, reader)
    return own is not None and own.here_at is not None


SCREENS: dict[str, Draw] = {
    **MENU,
    "pause.unreachable": unreachable,
    "pause.pass_on": pass_on,
    "pause.often": often,
    "pause.in_length": in_length,
    "pause.past": past,
    "pause.one_here": one_here,
    "pause.nudge": nudge,
    "pause.quiet": quiet,
    "pause.offer_longer": offer_longer,
    "pause.same": same,
    "pause.offline_ask": offline_ask,
    "pause.too_short": too_short,
    "pause.too_long": too_long,
    "pause.not_understood": not_understood,
    "pause.maybe": maybe,
}
