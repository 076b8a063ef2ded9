"""The review in private: the question behind own words, and what was given but not shown."""

from collections.abc import Mapping
from typing import Any

from content.markup import join
from content.rich import Rich, utf16_length
from screens.review import HEADINGS
from screens.review_words import gift, lines, wording
from screens.screen import Button, Draw, Reader, Screen
from screens.words import day, named, plain, press, say
from storage.review_views import OwnGivenView, PastView, ReviewView, Step

_Rows = tuple[tuple[Button, ...], ...]
# Telegram takes 4096 units; a page that holds more is shortened line by line.
_MOST_UNITS = 4000


def ask(view: ReviewView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The question that the next typed words answer."""
    if view is None:
        return None
    if params["step"] == Step.AGREEMENT:
        return Screen("review.ask", say(reader, "review-ask-agreement"), _leave(reader))
    partner = next((one for one in view.couple.partners if one.id != reader.person_id), None)
    if partner is None:
        return None
    return Screen("review.ask", say(reader, "review-ask", name=named(partner)), _leave(reader))


def too_long(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """The same question, after too many words."""
    return Screen("review.too_long", say(reader, "review-too-long"), _leave(reader))


def _leave(reader: Reader) -> _Rows:
    return ((press(reader, "button-not-writing", "review:leave"),),)


def proposed(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Their own words are on the table."""
    return Screen("review.proposed", say(reader, "review-proposed"))


def three(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """The table is full."""
    return Screen("review.three", say(reader, "review-three"))


def moved(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """That step is over."""
    return Screen("review.moved", say(reader, "review-moved"))


def over(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """The couple is."""
    return Screen("review.over", say(reader, "review-over"))


def where(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """It was asked for in private and is in the shared chat."""
    rows = ((press(reader, "button-review-past", "review:past"),),)
    return Screen("review.where", say(reader, "review-where"), rows)


SCREENS: dict[str, Draw] = {
    "review.ask": ask,
    "review.too_long": too_long,
    "review.proposed": proposed,
    "review.three": three,
    "review.moved": moved,
    "review.over": over,
    "review.where": where,
}


def kept(view: OwnGivenView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """Their words are kept for the moment when both go on."""
    if view is None or view.reader_id != reader.person_id:
        return None
    change = press(reader, "button-moment-change", f"review:{view.review_id}:words:{view.given.step.value}")
    rows = ((change, press(reader, "button-review-back", f"given:{_id(params)}:drop")),)
    return Screen("review.kept", say(reader, "review-kept", name=named(view.partner)), rows)


def one_sided(view: OwnGivenView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """Only they gave something: show it to the other, or keep it."""
    if view is None or view.reader_id != reader.person_id:
        return None
    words = gift(reader, view.given)
    if view.revealed:
        return Screen("review.shown", say(reader, "review-shown", given=words))
    rows = (
        (
            press(reader, "button-review-show", f"given:{_id(params)}:show"),
            press(reader, "button-review-keep", f"given:{_id(params)}:keep"),
        ),
    )
    # Several such notes may lie below one another: each says which step it is about.
    step = plain(reader, HEADINGS[view.given.step])
    text = say(reader, "review-one-sided", step=step, given=words, name=named(view.partner))
    return Screen("review.one_sided", text, rows)


def private(view: OwnGivenView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """It stays with them."""
    if view is None or view.reader_id != reader.person_id:
        return None
    rows = ((press(reader, "button-review-past", "review:past"),),)
    return Screen("review.private", say(reader, "review-private"), rows)


def _id(params: Mapping[str, Any]) -> int:
    return int(params["id"])


OWN_SCREENS: dict[str, Draw] = {
    "review.kept": kept,
    "review.one_sided": one_sided,
    "review.private": private,
}


def past(view: PastView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """One past review a page: what both saw, and what its reader alone gave."""
    back = press(reader, "button-back", "help:home")
    if view is None:
        return Screen("review.past", say(reader, "review-past-none"), ((back,),))
    if view.reader_id != reader.person_id:
        return None
    text = _fitting(
        [say(reader, "review-past", date=day(reader, view.review.opened_at)), *_body(view, reader)]
    )
    around = []
    if view.number + 1 < view.count:
        around.append(press(reader, "button-review-older", f"review:past:{view.number + 1}"))
    if view.number:
        around.append(press(reader, "button-review-newer", f"review:past:{view.number - 1}"))
    last = (press(reader, "button-moment-own", "moments:own"), back)
    rows = (*((tuple(around),) if around else ()), last)
    words_of = tuple(partner.id for partner in view.review.couple.partners)
    return Screen("review.past", text, rows, words_of=words_of)


def _body(view: PastView, reader: Reader) -> list[Rich]:
    body: list[Rich] = []
    for step, heading in HEADINGS.items():
        shown = [one for one in view.review.given if one.step is step]
        own = [one for one in view.own if one.step is step]
        if shown or own:
            body.append(say(reader, heading))
            body += lines(reader, shown)
            body += [say(reader, "review-past-own", given=gift(reader, one)) for one in own]
    if view.review.agreement is not None:
        agreed = wording(reader, view.review.agreement)
        body.append(say(reader, "review-past-agreement", agreement=agreed))
    return body or [say(reader, "review-past-empty")]


def _fitting(parts: list[Rich]) -> Rich:
    whole = join(parts, "\n")
    if utf16_length(whole.text) <= _MOST_UNITS:
        return whole
    most = _MOST_UNITS // len(parts) - 2
    return join([part if utf16_length(part.text) <= most else _cut(part, most) for part in parts], "\n")


def _cut(part: Rich, most: int) -> Rich:
    # A character takes one unit or two.
    return Rich(part.text[: most // 2] + "…")


PAST_SCREENS: dict[str, Draw] = {"review.past": past}
