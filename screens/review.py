"""The review's panel, and what both gave to a step. The same for both, wherever they read."""

from collections.abc import Mapping
from typing import Any

from content.markup import join
from content.rich import Rich
from screens.review_words import chip_key, each, form, lines, wording
from screens.screen import Button, Draw, Reader, Screen
from screens.words import pause_button, press, say, speaking
from storage.review_views import CHIPS, ReviewView, Step
from storage.reviews import MOST_PROPOSALS

_Rows = tuple[tuple[Button, ...], ...]

TEXTS = {
    Step.HELPED: "review-helped",
    Step.APPRECIATION: "review-appreciation",
    Step.WORKS: "review-works",
    Step.ADJUST: "review-adjust",
    Step.NEAR: "review-near",
    Step.CELEBRATE: "review-celebrate",
    Step.AGREEMENT: "review-agreement",
}
HEADINGS = {
    Step.HELPED: "review-given-helped",
    Step.APPRECIATION: "review-given-appreciation",
    Step.WORKS: "review-given-works",
    Step.ADJUST: "review-given-adjust",
    Step.NEAR: "review-given-near",
    Step.CELEBRATE: "review-given-celebrate",
}
_PER_ROW = 2


def panel(view: ReviewView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """`review:<id>`: the step it is at, or how it ended."""
    if view is None or view.couple.ended:
        return None
    reader = speaking(reader, view.couple.partners)
    # Who put a proposal into words is not recorded.
    both = tuple(partner.id for partner in view.couple.partners)
    if view.closed:
        words_of = both if view.agreement is not None else ()
        return Screen("review.closed", _ending(view, reader), _after(reader), words_of=words_of)
    if view.step is Step.AGREEMENT:
        words_of = both if view.proposals else ()
        return Screen(
            "review.agreement", _table(view, reader), _agreement_rows(view, reader), words_of=words_of
        )
    words_of = both if view.step is Step.HELPED else ()
    name = f"review.{view.step.value}"
    return Screen(name, _question(view, reader), _step_rows(view, reader), words_of=words_of)


def _question(view: ReviewView, reader: Reader) -> Rich:
    asked = view.asks_about
    if view.step is not Step.HELPED or asked is None:
        return say(reader, TEXTS[view.step])
    key = form(reader, TEXTS[view.step])
    return each(reader, lambda one: say(one, key, agreement=wording(one, asked)))


def _step_rows(view: ReviewView, reader: Reader) -> _Rows:
    about, step = f"review:{view.id}", view.step.value
    chips = [press(reader, chip_key(name), f"{about}:tap:{step}:{name}") for name in CHIPS[view.step]]
    more = {
        Step.NEAR: (press(reader, "button-near", "moment:near"),),
        Step.CELEBRATE: (press(reader, "button-win", "moment:win"),),
    }
    return (
        *_in_rows(chips),
        (
            press(reader, "button-review-words", f"{about}:words:{step}"),
            press(reader, "button-review-back", f"{about}:back:{step}"),
        ),
        *((more[view.step],) if view.step in more else ()),
        (
            pause_button(reader),
            press(reader, "button-review-next", f"{about}:next:{step}"),
        ),
    )


def _table(view: ReviewView, reader: Reader) -> Rich:
    if not view.proposals:
        return say(reader, TEXTS[Step.AGREEMENT])
    key = form(reader, "review-table")

    def listed(one: Reader) -> Rich:
        numbered = (f"{number}. {wording(one, item)}" for number, item in enumerate(view.proposals, 1))
        return say(one, key, list="\n".join(numbered))

    return each(reader, listed)


def _agreement_rows(view: ReviewView, reader: Reader) -> _Rows:
    about = f"review:{view.id}"
    there = {proposal.chip for proposal in view.proposals}
    yeses = tuple(
        press(reader, "button-review-yes", f"{about}:yes:{proposal.id}", number=number)
        for number, proposal in enumerate(view.proposals, 1)
    )
    room = len(view.proposals) < MOST_PROPOSALS
    chips = [
        press(reader, chip_key(name), f"{about}:propose:{name}")
        for name in CHIPS[Step.AGREEMENT]
        if room and name not in there
    ]
    ways = [press(reader, "button-review-own", f"{about}:words:agreement")] if room else []
    if yeses:
        ways.append(press(reader, "button-review-back", f"{about}:back:agreement"))
    return (
        *((yeses,) if yeses else ()),
        *_in_rows(chips),
        tuple(ways),
        (
            pause_button(reader),
            press(reader, "button-review-finish", f"{about}:next:agreement"),
        ),
    )


def _ending(view: ReviewView, reader: Reader) -> Rich:
    agreed = view.agreement
    if agreed is not None:
        key = form(reader, "review-agreed")
        return each(reader, lambda one: say(one, key, agreement=wording(one, agreed)))
    return say(reader, "review-done" if view.walked else "review-faded")


def _after(reader: Reader) -> _Rows:
    return (
        (press(reader, "button-near", "moment:near"), press(reader, "button-win", "moment:win")),
        (press(reader, "button-review-past", "review:past"), pause_button(reader)),
    )


def _in_rows(buttons: list[Button]) -> _Rows:
    return tuple(tuple(buttons[at : at + _PER_ROW]) for at in range(0, len(buttons), _PER_ROW))


def given(view: ReviewView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """What both gave to `step`, or what one of them (`person`) showed of it later."""
    if view is None or view.couple.ended:
        return None
    step, author = Step(params["step"]), params.get("person")
    gifts = [one for one in view.given if one.step is step and author in (None, one.person.id)]
    if not gifts:
        return None
    reader = speaking(reader, view.couple.partners)
    text = each(reader, lambda one: join([say(one, HEADINGS[step]), *lines(one, gifts)], "\n"))
    return Screen("review.given", text, words_of=tuple(one.person.id for one in view.given))


def waits(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """A pause comes first."""
    return Screen("review.waits", say(reader, "review-waits"))


def waits_words(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """A pause comes first; a proposal in words would be seen at once."""
    return Screen("review.waits_words", say(reader, "review-waits-words"))


SCREENS: dict[str, Draw] = {"review.given": given, "review.waits": waits, "review.waits_words": waits_words}
