"""The quiz comes whole: enough items for each scale, short, in both languages, in an order that mixes."""

import json
import re
from collections import Counter
from itertools import pairwise

import pytest

from content.ftl import ContentError
from content.measure import likeness, shingles, word_count
from content.quiz import SCALES, Item, end_labels, item_key, item_text, quiz_items, read
from content.texts import LANGUAGES, texts

ENTRIES = [{"id": item.id, "scale": item.scale, "reversed": item.reversed} for item in quiz_items()]


def changed(at: int, **fields: object) -> list[dict[str, object]]:
    """The quiz with one entry changed."""
    return [{**entry, **fields} if index == at else dict(entry) for index, entry in enumerate(ENTRIES)]


def test_the_quiz_has_28_items_eight_for_each_dimension() -> None:
    assert len(quiz_items()) == sum(SCALES.values()) == 28
    assert Counter(item.scale for item in quiz_items()) == SCALES


def test_about_a_third_of_the_items_of_the_two_dimensions_are_reversed_and_no_other() -> None:
    turned = [item.scale for item in quiz_items() if item.reversed]
    assert Counter(turned) == {"anxiety": 3, "avoidance": 3}


def test_no_two_items_that_measure_the_same_follow_each_other() -> None:
    families = [item.scale.partition(".")[0] for item in quiz_items()]
    assert all(first != second for first, second in pairwise(families))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("item", quiz_items(), ids=lambda item: item.id)
def test_an_item_is_short_one_sentence_and_says_nothing_twice(item: Item, language: str) -> None:
    text = item_text(language, item.id).text
    assert word_count(text) < 15
    assert re.fullmatch(r"[^.。!！?？;；]+[.。？]", text)
    negations = re.findall(r"\b(?:no|not|never|nobody|nothing|without)\b|n't|不|没|别", text)
    assert len(negations) <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_items_say_nearly_the_same(language: str) -> None:
    words = [shingles(item_text(language, item.id).text) for item in quiz_items()]
    alike = [likeness(first, second) for at, first in enumerate(words) for second in words[at + 1 :]]
    assert max(alike) < 0.6


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ends_of_the_seven_points_are_named(language: str) -> None:
    low, high = end_labels(language)
    assert low != high
    assert max(word_count(low), word_count(high)) <= 5


@pytest.mark.parametrize(
    ("entries", "complaint"),
    [
        (ENTRIES[:-1], "repair has 3 items, not 4"),
        (changed(0, reversed=False), "avoidance has 2 reversed items, not 3"),
        (changed(2, reversed=True), "repair has 1 reversed items, not 0"),
        (changed(2, scale="conflict.repair"), "item notice-early: there is no scale conflict.repair"),
        (changed(2, reversed=1), "item notice-early: reversed is true or false"),
        (changed(2, id="2"), "2 is no name for an item"),
        (changed(2, weight=1), "an item has other fields than it needs"),
        (changed(2, id="long-hug"), "item long-hug is there twice"),
        (changed(2, id="notice-late"), "quiz-item-notice-early has words and no data"),
        ([*ENTRIES[1:3], ENTRIES[0], *ENTRIES[3:]], "long-hug and on-my-own stand together"),
    ],
)
def test_a_fault_in_the_data_stops_the_start_and_is_named(
    entries: list[dict[str, object]], complaint: str
) -> None:
    with pytest.raises(ContentError) as refused:
        read(json.dumps(entries), texts())
    assert str(refused.value).startswith(complaint)


def test_an_item_that_nobody_wrote_is_an_error() -> None:
    with pytest.raises(ContentError, match="quiz-item-nothing is missing"):
        item_text("en", "nothing")
    assert item_key("nothing") == "quiz-item-nothing"
