"""/settings and its pages, and the question what time it is where somebody is. Private, but for two lines."""

from collections.abc import Mapping
from typing import Any

from content import zones
from content.markup import join
from content.rich import Rich
from screens.screen import Button, Draw, Keyboard, Reader, Screen, Where
from screens.words import label, mentioned, press, say
from storage.preferences import PreferencesView

_Rows = tuple[tuple[Button, ...], ...]

PAUSE_SIGN = "✋"
# A picker shows so many hours at once, in half hours.
_WINDOW = 6
_PER_ROW = 4
_DAY = 24
_CHOSEN = "✅"


def page(view: PreferencesView, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """`page`: home, language, quiet, from, to, keyboard; `hour`: where a picker begins."""
    name = str(params["page"])
    if name in ("from", "to"):
        return _picker(view, reader, name, params.get("hour"))
    return _PAGES[name](view, reader)


def _home(view: PreferencesView, reader: Reader) -> Screen:
    lines = [say(reader, "settings-home"), _local_time(view, reader)]
    if view.person.zone is not None:
        lines.append(_quiet_line(view, reader))
    rows: _Rows = (
        (
            press(reader, "button-language", "settings:language"),
            press(reader, "button-my-time", "settings:zone"),
        ),
        (press(reader, "button-quiet", "settings:quiet"), *_keyboard_button(view, reader)),
        *(((press(reader, "button-rhythm", "rhythm:home"),),) if view.couple else ()),
        (
            *((press(reader, "button-unpair", "settings:unpair"),) if view.couple else ()),
            press(reader, "button-back", "help:home"),
        ),
    )
    return Screen("settings.home", join(lines, "\n"), rows)


def _local_time(view: PreferencesView, reader: Reader) -> Rich:
    zone = view.person.zone
    if zone is None:
        return say(reader, "settings-time-unknown")
    return say(reader, "settings-time", clock=zones.reading(zone, reader.now), place=_place(zone, reader))


def _quiet_line(view: PreferencesView, reader: Reader) -> Rich:
    start, end = view.person.quiet_from, view.person.quiet_to
    if start == end:
        return say(reader, "settings-quiet-none")
    return say(reader, "settings-quiet", start=_clock(start), end=_clock(end))


def _keyboard_button(view: PreferencesView, reader: Reader) -> tuple[Button, ...]:
    if view.couple is None or view.couple.chat_id is None or not view.couple.just_two:
        return ()
    return (press(reader, "button-keyboard", "settings:keyboard"),)


def _language(view: PreferencesView, reader: Reader) -> Screen:
    row = []
    for language, key in (("en", "button-english"), ("zh", "button-chinese")):
        sign = _CHOSEN if view.person.language == language else "🌐"
        row.append(Button(label(reader, key, sign), press=f"settings:set:language:{language}"))
    return Screen("settings.language", say(reader, "settings-language"), (tuple(row), (_back(reader),)))


def _quiet(view: PreferencesView, reader: Reader) -> Screen:
    text = join([_quiet_line(view, reader), say(reader, "settings-quiet-means")], "\n")
    if view.person.quiet_from == view.person.quiet_to:
        on = press(reader, "button-on", "settings:set:quiet:on")
        return Screen("settings.quiet", text, ((on,), (_back(reader),)))
    rows: _Rows = (
        (press(reader, "button-from", "settings:from"), press(reader, "button-to", "settings:to")),
        (press(reader, "button-off", "settings:set:quiet:off"), _back(reader)),
    )
    return Screen("settings.quiet", text, rows)


def _picker(view: PreferencesView, reader: Reader, which: str, hour: int | None) -> Screen:
    chosen = view.person.quiet_from if which == "from" else view.person.quiet_to
    start = (chosen // 60 if hour is None else hour) // _WINDOW * _WINDOW % _DAY
    minutes = range(start * 60, (start + _WINDOW) * 60, 30)
    buttons = [
        Button(
            f"{_CHOSEN if minute == chosen else '🕰️'} {_clock(minute)}",
            press=f"settings:set:{which}:{minute}",
        )
        for minute in minutes
    ]
    rows = [tuple(buttons[index : index + _PER_ROW]) for index in range(0, len(buttons), _PER_ROW)]
    earlier, later = (start - _WINDOW) % _DAY, (start + _WINDOW) % _DAY
    rows.append(
        (
            press(reader, "button-earlier", f"settings:{which}:{earlier}"),
            press(reader, "button-later", f"settings:{which}:{later}"),
        )
    )
    rows.append((press(reader, "button-back", "settings:quiet"),))
    text = say(reader, "settings-from" if which == "from" else "settings-to")
    return Screen(f"settings.{which}", text, tuple(rows))


def _keyboard(view: PreferencesView, reader: Reader) -> Screen:
    if view.person.group_keyboard:
        text = say(reader, "settings-keyboard-on")
        switch = press(reader, "button-off", "settings:set:keyboard:off")
    else:
        text = say(reader, "settings-keyboard-off")
        switch = press(reader, "button-on", "settings:set:keyboard:on")
    return Screen("settings.keyboard", text, ((switch, _back(reader)),))


_PAGES = {"home": _home, "language": _language, "quiet": _quiet, "keyboard": _keyboard}


def keyboard_line(view: PreferencesView, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """In the group of the two: carries one person's ✋ keyboard, or takes it away."""
    if reader.where is not Where.SHARED or view.couple is None:
        return None
    name = mentioned(view.person)
    if view.person.group_keyboard:
        keyboard = Keyboard(((PAUSE_SIGN,),), selective=True)
        return Screen("settings.keyboard_line", say(reader, "keyboard-shown", name=name), keyboard=keyboard)
    text = say(reader, "keyboard-hidden", name=name)
    return Screen("settings.keyboard_line", text, keyboard=Keyboard(selective=True))


def in_group(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """/settings in a group by somebody whose private chat is not open."""
    link = f"https://t.me/{reader.bot_username}?start=settings"
    button = Button(label(reader, "button-open-chat"), link=link)
    return Screen("settings.group", say(reader, "settings-group"), ((button,),))


def zone_ask(view: PreferencesView, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Six likely clock readings; a city may be typed instead. `then`: what it is asked for."""
    partner = view.partner.zone if view.partner is not None else None
    own = view.person.zone
    first = [zone for zone in (partner, own) if zone is not None]
    readings = zones.likely(reader.now, first)
    buttons = [Button(f"🕰️ {each.text}", press=f"zone:offset:{each.offset}") for each in readings]
    rows = [tuple(buttons[index : index + 3]) for index in range(0, len(buttons), 3)]
    return Screen("zone.ask", say(reader, "zone-ask"), (*rows, (_away(reader, params),)))


def zone_choose(view: PreferencesView, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """`choices`: zones and their labels."""
    rows = [
        (Button(f"🕰️ {zones.reading(zone, reader.now)} {name}", press=f"zone:set:{zone}"),)
        for zone, name in params["choices"]
    ]
    other = press(reader, "button-other-place", "zone:ask")
    return Screen("zone.choose", say(reader, "zone-choose"), (*rows, (other, _away(reader, params))))


def zone_unknown(view: PreferencesView, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """No such place."""
    other = press(reader, "button-clock", "zone:ask")
    return Screen("zone.unknown", say(reader, "zone-unknown"), ((other, _away(reader, params)),))


def zone_kept(view: PreferencesView, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """What the zone means now, in plain figures: a phone would show its own hour, right or wrong."""
    zone = view.person.zone
    if zone is None:
        return None
    yes = press(reader, "button-yes", str(params.get("then") or "zone:right"), style="primary")
    text = say(reader, "zone-kept", clock=zones.reading(zone, reader.now), place=_place(zone, reader))
    return Screen("zone.kept", text, ((yes, press(reader, "button-no", "zone:ask")),))


def zone_done(view: PreferencesView, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """The answer was right."""
    return Screen("zone.done", say(reader, "zone-done"))


def _away(reader: Reader, params: Mapping[str, Any]) -> Button:
    """Out of the question: back to the settings it came from, or not now."""
    if str(params.get("then") or "").startswith("settings:"):
        return _back(reader)
    return press(reader, "button-not-now", "zone:leave")


def _back(reader: Reader) -> Button:
    return press(reader, "button-back", "settings:home")


def _place(zone: str, reader: Reader) -> str:
    return zones.city_of(zone, reader.languages[0])


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


SCREENS: dict[str, Draw] = {
    "settings.page": page,
    "settings.keyboard": keyboard_line,
    "settings.group": in_group,
    "zone.ask": zone_ask,
    "zone.choose": zone_choose,
    "zone.unknown": zone_unknown,
    "zone.kept": zone_kept,
    "zone.done": zone_done,
}
