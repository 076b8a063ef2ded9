"""The rhythm of a couple: one panel in their chat, which names the times and nobody."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from content import dates, zones
from content.markup import join
from content.rich import Moment, Rich, moment_for
from screens.screen import Button, Draw, Reader, Screen
from screens.words import label, press, say
from storage.couple_day import day_of, instant_on
from storage.local_time import instant_of, local
from storage.rhythm_times import Offer, last_day_of_break, next_check_in, next_review, offer
from storage.rhythms import EVERY_DAY, RhythmView

_Rows = tuple[tuple[Button, ...], ...]


def panel(view: RhythmView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`rhythm:<couple id>`: proposed, agreed, on holiday, resting or off. None once the couple is over."""
    if view is None or view.couple.ended:
        return None
    if view.accepted_at is None and (view.check_in_on or view.review_on):
        return _proposed(view, reader)
    if view.accepted_at is not None and view.resting_at is not None:
        wake = press(reader, "button-wake", f"rhythm:{view.couple_id}:wake", style="primary")
        return Screen("rhythm.resting", say(reader, "rhythm-resting"), ((wake,),))
    if view.accepted_at is not None and view.on_break(reader.now):
        return Screen("rhythm.break", break_line(view, reader), ((back_early(view, reader),),))
    return Screen("rhythm", lines(view, reader), ((press(reader, "button-rhythm", "rhythm:home"),),))


def _proposed(view: RhythmView, reader: Reader) -> Screen:
    return Screen("rhythm.proposal", proposal(view, reader), proposal_buttons(view, reader))


def proposal(view: RhythmView, reader: Reader) -> Rich:
    """Plain figures: each reads them by their own clock. Two clocks are both named, by their cities."""
    made = offer(view.partners, reader.now)
    key = "rhythm-proposal" if len(reader.languages) < 2 else "rhythm-proposal.short"

    def draw(one: Reader) -> Rich:
        check_in = _shown(view, one, made, made.check_in_at)
        review = _shown(view, one, made, made.review_at, sunday=True)
        return say(one, key, check_in=check_in, review=review)

    return each(reader, draw)


def proposal_buttons(view: RhythmView, reader: Reader) -> _Rows:
    """Yes names the times that it says yes to."""
    made, couple = offer(view.partners, reader.now), view.couple_id
    times = f"{made.check_in_at}:{made.review_day}:{made.review_at}"
    return (
        (press(reader, "button-accept", f"rhythm:{couple}:yes:{times}", style="primary"),),
        (
            press(reader, "button-other-time", "rhythm:check-in-time"),
            press(reader, "button-no-thanks", f"rhythm:{couple}:no"),
        ),
    )


def _shown(view: RhythmView, reader: Reader, made: Offer, minute: int, *, sunday: bool = False) -> str:
    first, second = view.partners
    if made.zone is None or first.zone is None or second.zone is None or first.zone == second.zone:
        return clock(minute)
    day = day_of(reader.now, made.zone)
    if sunday:
        day += timedelta(days=(made.review_day - day.weekday()) % 7)
    instant = instant_on(day, minute, made.zone)
    return " / ".join(_there(instant, zone, day, reader) for zone in (first.zone, second.zone))


def _there(instant: datetime, zone: str, day: date, reader: Reader) -> str:
    """A clock and its city; with the weekday, where it is another one than is spoken of."""
    there = day_of(instant, zone)
    name = f"{dates.weekday(reader.languages[0], there.weekday())} " if there != day else ""
    return f"{name}{local(instant, zone):%H:%M} ({city(zone, reader)})"


def lines(view: RhythmView, reader: Reader) -> Rich:
    """What holds now: the next times as each phone shows them, with the days where not every day has one."""
    if not view.check_in_on and not view.review_on:
        return say(reader, "rhythm-off")
    return each(reader, lambda one: join([_check_in_line(view, one), _review_line(view, one)], "\n"))


def each(reader: Reader, draw: Callable[[Reader], Rich]) -> Rich:
    """Drawn once for each language that is read here."""
    readers = [replace(reader, languages=(language,)) for language in reader.languages or ("en",)]
    return join([draw(one) for one in readers], "\n\n")


def _check_in_line(view: RhythmView, reader: Reader) -> Rich:
    start = next_check_in(view, reader.now)
    if not view.check_in_on or start is None:
        return say(reader, "rhythm-check-in-off")
    at = moment_for(start, reader.zone)
    if view.check_in_days == EVERY_DAY:
        return say(reader, "rhythm-check-in", time=at)
    days = [day for day in range(7) if view.check_in_days >> day & 1]
    names = dates.weekdays(reader.languages[0], days)
    return say(reader, "rhythm-check-in-on", days=names, time=at)


def _review_line(view: RhythmView, reader: Reader) -> Rich:
    start = next_review(view, reader.now)
    if not view.review_on or start is None:
        return say(reader, "rhythm-review-off")
    day = dates.weekdays(reader.languages[0], [local(start, reader.zone or view.day_zone).weekday()])
    at = Moment(start, f"{day} {moment_for(start, reader.zone).text}", "wt")
    return say(reader, "rhythm-review", time=at)


def break_line(view: RhythmView, reader: Reader) -> Rich:
    """The last day of the holiday."""
    day = break_day(view, reader.now)
    # At noon it is the same date almost everywhere.
    noon = instant_of(day, time(12), view.day_zone)
    return say(reader, "rhythm-break", day=Moment(noon, f"{day:%Y-%m-%d}", "wD"))


def break_day(view: RhythmView, now: datetime) -> date:
    """The last day of the holiday that they are on."""
    return last_day_of_break(view.break_until or now, view.day_zone)


def back_early(view: RhythmView, reader: Reader) -> Button:
    """Ends the holiday that it names."""
    return press(reader, "button-back-early", f"rhythm:{view.couple_id}:back:{break_day(view, reader.now)}")


def city(zone: str, reader: Reader) -> str:
    """The place that a zone is named after, in the reader's language."""
    return zones.city_of(zone, reader.languages[0])


def clock(minute: int) -> str:
    """20:30."""
    return f"{minute // 60}:{minute % 60:02}"


def in_group(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """/rhythm in a group by somebody whose private chat is not open."""
    link = f"https://t.me/{reader.bot_username}?start=rhythm"
    return Screen(
        "rhythm.group",
        say(reader, "rhythm-group"),
        ((Button(label(reader, "button-open-chat"), link=link),),),
    )


def break_unread(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """No day that we know."""
    return _ask_again("rhythm.break_unread", say(reader, "rhythm-break-unread"), reader)


def break_kept(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Typed in the middle of a pause."""
    return Screen("rhythm.break_kept", say(reader, "rhythm-break-kept"))


def break_far(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """A day that has passed, or one more than a year ahead."""
    return _ask_again("rhythm.break_far", say(reader, "rhythm-break-far"), reader)


def _ask_again(name: str, text: Rich, reader: Reader) -> Screen:
    return Screen(name, text, ((press(reader, "button-holiday", "rhythm:break"),),))


SCREENS: dict[str, Draw] = {
    "rhythm.group": in_group,
    "rhythm.break_unread": break_unread,
    "rhythm.break_far": break_far,
    "rhythm.break_kept": break_kept,
}
