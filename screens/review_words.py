"""How a review's parts are put into words, in one language or in both."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from content.markup import join
from content.rich import Rich
from content.texts import texts
from screens.screen import Reader
from screens.words import named, plain, say
from storage.review_views import Given, Wording

# The suggested agreements in full; the button holds two words of each.
AGREEMENTS = {
    "phones": "review-agree-phones",
    "stroll": "review-agree-stroll",
    "goodnight": "review-agree-goodnight",
    "breakfast": "review-agree-breakfast",
}


def each(reader: Reader, draw: Callable[[Reader], Rich]) -> Rich:
    """The same for each of the reader's languages, one below the other."""
    alone = [replace(reader, languages=(language,)) for language in reader.languages]
    return join([draw(one) for one in alone], "\n\n") if alone else draw(reader)


def form(reader: Reader, key: str) -> str:
    """The text's key, or that of its short form for a reader of two languages."""
    return texts().short(key) if len(reader.languages) > 1 else key


def wording(reader: Reader, agreement: Wording) -> str:
    """An agreement in the reader's first language, or as it was written."""
    return agreement.words or plain(reader, AGREEMENTS[agreement.chip or ""])


def chip_key(name: str) -> str:
    """The text of a suggestion's button."""
    return f"button-chip-{name}"


def chip(reader: Reader, name: str) -> str:
    """A suggestion as it is read, without its sign."""
    return plain(reader, chip_key(name))


def gift(reader: Reader, given: Given) -> str:
    """What somebody gave: suggestions, then own words."""
    parts = [chip(reader, name) for name in given.chips]
    return " · ".join([*parts, *([f"“{given.words}”"] if given.words else [])])


def lines(reader: Reader, gifts: Iterable[Given]) -> list[Rich]:
    """One line for each of the two, in the order of their names."""
    shown = sorted(gifts, key=lambda one: (one.person.name.casefold(), one.person.id))
    return [say(reader, "review-line", name=named(one.person), given=gift(reader, one)) for one in shown]
