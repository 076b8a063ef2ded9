"""The pages behind /rhythm, private: times, days, the couple's clock, and one's own choice."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from content import dates
from content.markup import join
from content.rich import moment_for
from screens.rhythm import back_early, break_line, city, clock, lines, proposal, proposal_buttons
from screens.screen import Button, Draw, Reader, Screen
from screens.words import label, press, say
from storage.couple_day import day_of, instant_on
from storage.rhythm_times import any_asleep, next_check_in, next_review, offer
from storage.rhythms import SUNDAY, RhythmPages, RhythmView

_Rows = tuple[tuple[Button, ...], ...]

# A picker shows so many hours at once, in half hours.
_WINDOW = 6
_PER_ROW = 4
_DAY = 24
_CHOSEN, _FREE = "✅", "▫️"
_DISTANCES = {
    None: "rhythm-distance-by-zones",
    True: "rhythm-distance-apart",
    False: "rhythm-distance-together",
}


def page(pages: RhythmPages, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """`page`: one of `_PAGES`, or the times of the check-in or the review."""
    name = str(params["page"])
    if name in ("check-in-time", "review-time"):
        return _picker(pages, reader, name, params.get("hour"))
    return _PAGES[name](pages, reader)


def _home(pages: RhythmPages, reader: Reader) -> Screen:
    view = pages.rhythm
    if view.accepted_at is None:
        rows: _Rows = (*proposal_buttons(view, reader), (_settings(reader),))
        return Screen("rhythm.home", proposal(view, reader), rows)
    text = [say(reader, "rhythm-home", place=city(view.day_zone, reader)), lines(view, reader)]
    first: tuple[Button, ...] = ()
    if view.resting_at is not None:
        text.append(say(reader, "rhythm-resting"))
        first = (press(reader, "button-wake", f"rhythm:{view.couple_id}:wake", style="primary"),)
    elif view.on_break(reader.now):
        text.append(break_line(view, reader))
        first = (back_early(view, reader),)
    rows = (
        *((first,) if first else ()),
        (
            press(reader, "button-check-in", "rhythm:check-in"),
            press(reader, "button-review", "rhythm:review"),
        ),
        (press(reader, "button-our-clock", "rhythm:clock"), press(reader, "button-holiday", "rhythm:break")),
        (
            press(reader, "button-distance", "rhythm:distance"),
            press(reader, "button-closeness", "rhythm:closeness"),
        ),
        (_settings(reader),),
    )
    return Screen("rhythm.home", join(text, "\n"), rows)


def _night(pages: RhythmPages, reader: Reader) -> Screen:
    """What comes in the reader's night, each with an hour that suits both."""
    view, zone = pages.rhythm, pages.rhythm.day_zone
    made = offer(view.partners, reader.now).seen_from(zone, reader.now)
    said, rows = [say(reader, "rhythm-night")], []
    check_in = next_check_in(view, reader.now) if view.check_in_on else None
    review = next_review(view, reader.now) if view.review_on else None
    for start, minute, text, button, which in (
        (check_in, made.check_in_at, "rhythm-night-check-in", "button-check-in", "check-in"),
        (review, made.review_at, "rhythm-night-review", "button-review", "review"),
    ):
        if start is None or not any_asleep([pages.person], start):
            continue
        better = moment_for(instant_on(day_of(start, zone), minute, zone), reader.zone)
        said.append(say(reader, text, time=moment_for(start, reader.zone), better=better))
        shown = f"{label(reader, button)} {better.text}"
        rows.append((Button(shown, press=f"rhythm:{view.couple_id}:{which}:{minute}"),))
    return Screen("rhythm.night", join(said, "\n"), (*rows, (press(reader, "button-rhythm", "rhythm:home"),)))


def _settings(reader: Reader) -> Button:
    return press(reader, "button-back", "settings:home")


def _check_in(pages: RhythmPages, reader: Reader) -> Screen:
    return _one(pages, reader, "check-in", on=pages.rhythm.check_in_on)


def _review(pages: RhythmPages, reader: Reader) -> Screen:
    return _one(pages, reader, "review", on=pages.rhythm.review_on)


def _one(pages: RhythmPages, reader: Reader, which: str, *, on: bool) -> Screen:
    view = pages.rhythm
    switch = f"rhythm:{view.couple_id}:{which}:"
    if not on:
        turn_on = press(reader, "button-on", switch + "on", style="primary")
        return Screen(f"rhythm.{which}", lines(view, reader), ((turn_on, _back(reader)),))
    if which == "check-in":
        days = press(reader, "button-days", "rhythm:days")
    else:
        days = press(reader, "button-weekday", "rhythm:weekday")
    rows = (
        (press(reader, "button-time", f"rhythm:{which}-time"), days),
        (press(reader, "button-off", switch + "off"), _back(reader)),
    )
    return Screen(f"rhythm.{which}", lines(view, reader), rows)


def _picker(pages: RhythmPages, reader: Reader, name: str, hour: int | None) -> Screen:
    """Half hours by the couple's clock, six hours at once. Nothing agreed yet: by the reader's own."""
    view, which = pages.rhythm, name.removesuffix("-time")
    zone, check_in_at, review_at = view.day_zone, view.check_in_at, view.review_at
    if view.accepted_at is None:
        zone = pages.person.zone or zone
        made = offer(view.partners, reader.now).seen_from(zone, reader.now)
        check_in_at, review_at = made.check_in_at, made.review_at
    chosen = check_in_at if which == "check-in" else review_at
    start = (chosen // 60 if hour is None else hour) // _WINDOW * _WINDOW % _DAY
    send = f"rhythm:{view.couple_id}:{which}:"
    buttons = [
        Button(f"{_CHOSEN if minute == chosen else '🕰️'} {clock(minute)}", press=f"{send}{minute}")
        for minute in range(start * 60, (start + _WINDOW) * 60, 30)
    ]
    rows = [tuple(buttons[index : index + _PER_ROW]) for index in range(0, len(buttons), _PER_ROW)]
    earlier, later = (start - _WINDOW) % _DAY, (start + _WINDOW) % _DAY
    rows.append(
        (
            press(reader, "button-earlier", f"rhythm:{name}:{earlier}"),
            press(reader, "button-later", f"rhythm:{name}:{later}"),
        )
    )
    back = f"rhythm:{which}" if view.accepted_at is not None else "rhythm:home"
    rows.append((press(reader, "button-back", back),))
    key = "rhythm-check-in-time" if which == "check-in" else "rhythm-review-time"
    return Screen(f"rhythm.{name}", say(reader, key, place=city(zone, reader)), tuple(rows))


def _days(pages: RhythmPages, reader: Reader) -> Screen:
    view = pages.rhythm

    def day(number: int) -> Button:
        on = bool(view.check_in_days >> number & 1)
        name = f"{_CHOSEN if on else _FREE} {dates.weekday(reader.languages[0], number)}"
        return Button(name, press=f"rhythm:{view.couple_id}:day:{number}:{'off' if on else 'on'}")

    rows = _week(day, press(reader, "button-back", "rhythm:check-in"))
    return Screen("rhythm.days", say(reader, "rhythm-days"), rows)


def _weekday(pages: RhythmPages, reader: Reader) -> Screen:
    view = pages.rhythm

    def day(number: int) -> Button:
        sign = _CHOSEN if view.review_day == number else _FREE
        name = f"{sign} {dates.weekday(reader.languages[0], number)}"
        return Button(name, press=f"rhythm:{view.couple_id}:weekday:{number}")

    rows = _week(day, press(reader, "button-back", "rhythm:review"))
    return Screen("rhythm.weekday", say(reader, "rhythm-weekday"), rows)


def _week(day: Callable[[int], Button], back: Button) -> _Rows:
    days = [day(number) for number in range(7)]
    return (tuple(days[:4]), (*days[4:], back))


def _clock(pages: RhythmPages, reader: Reader) -> Screen:
    view = pages.rhythm
    known = sorted({partner.zone for partner in view.partners if partner.zone})
    place = city(view.day_zone, reader)
    if set(known) <= {view.day_zone}:
        return Screen("rhythm.clock", say(reader, "rhythm-clock-one", place=place), ((_back(reader),),))
    buttons = tuple(
        Button(
            f"{_CHOSEN if zone == view.day_zone else '🕰️'} {city(zone, reader)}",
            press=f"rhythm:{view.couple_id}:clock:{zone}",
        )
        for zone in known
    )
    return Screen("rhythm.clock", say(reader, "rhythm-clock", place=place), (buttons, (_back(reader),)))


def _distance(pages: RhythmPages, reader: Reader) -> Screen:
    view = pages.rhythm
    keys = {
        None: "rhythm-distance-by-zones",
        True: "rhythm-distance-apart",
        False: "rhythm-distance-together",
    }
    text = say(reader, keys[view.apart_chosen])
    send = f"rhythm:{view.couple_id}:distance:"
    rows = (
        (
            press(reader, "button-together", send + "together"),
            press(reader, "button-apart", send + "apart"),
        ),
        (press(reader, "button-by-zones", send + "zones"), _back(reader)),
    )
    return Screen("rhythm.distance", text, rows)


def _closeness(pages: RhythmPages, reader: Reader) -> Screen:
    if pages.intimate:
        text = say(reader, "rhythm-closeness-on")
        switch = press(reader, "button-off", "rhythm:closeness:off")
    else:
        text = say(reader, "rhythm-closeness-off")
        switch = press(reader, "button-on", "rhythm:closeness:on")
    return Screen("rhythm.closeness", text, ((switch, _back(reader)),))


def _break(pages: RhythmPages, reader: Reader) -> Screen:
    view = pages.rhythm
    if view.on_break(reader.now):
        rows: _Rows = ((back_early(view, reader), _back(reader)),)
        return Screen("rhythm.break_page", break_line(view, reader), rows)
    today = day_of(reader.now, view.day_zone)
    weekend = today + timedelta(days=(SUNDAY - today.weekday()) % 7)
    days = {
        today + timedelta(days=1): press(reader, "button-tomorrow", _until(view, 1, reader)),
        today + timedelta(days=7): press(reader, "button-one-week", _until(view, 7, reader)),
        today + timedelta(days=14): press(reader, "button-two-weeks", _until(view, 14, reader)),
    }
    ahead = (weekend - today).days
    if ahead:
        days.setdefault(weekend, press(reader, "button-weekend", _until(view, ahead, reader)))
    buttons = [days[day] for day in sorted(days)]
    rows = (tuple(buttons[:2]), tuple(buttons[2:]), (_back(reader),))
    return Screen("rhythm.break_page", say(reader, "rhythm-break-ask"), rows)


def _until(view: RhythmView, days: int, reader: Reader) -> str:
    return f"rhythm:{view.couple_id}:break:{day_of(reader.now, view.day_zone) + timedelta(days=days)}"


def _back(reader: Reader) -> Button:
    return press(reader, "button-back", "rhythm:home")


_PAGES: Mapping[str, Callable[[RhythmPages, Reader], Screen]] = {
    "home": _home,
    "night": _night,
    "check-in": _check_in,
    "review": _review,
    "days": _days,
    "weekday": _weekday,
    "clock": _clock,
    "distance": _distance,
    "closeness": _closeness,
    "break": _break,
}

SCREENS: dict[str, Draw] = {"rhythm.page": page}
