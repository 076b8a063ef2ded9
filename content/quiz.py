"""The quiz: its items in the order in which they are asked, and their words in every language."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from content.ftl import ContentError
from content.measure import word_count
from content.rich import Rich
from content.texts import LANGUAGES, Texts, texts

# How many items each scale has.
SCALES = {
    "anxiety": 8,
    "avoidance": 8,
    "conflict.pursue": 2,
    "conflict.withdraw": 2,
    "conflict.attack": 2,
    "conflict.freeze": 2,
    "repair": 4,
}
# Of the eight items of a dimension; reversed items speak of its other end.
REVERSED = {"anxiety": 3, "avoidance": 3}
POINTS = range(1, 8)
MOST_WORDS = 14

_FILE = Path(__file__).parent / "data" / "quiz.json"
_ID = re.compile(r"[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Item:
    """One statement. `reversed`: agreeing with it speaks for the low end of its scale."""

    id: str
    scale: str
    reversed: bool


@cache
def quiz_items() -> tuple[Item, ...]:
    """The items in the one order in which they are asked, read and checked once. Raises ContentError."""
    return read(_FILE.read_text("utf-8"), texts())


def item_text(language: str, item_id: str) -> Rich:
    """The words of an item. Raises ContentError if there is none of this id."""
    return texts().rich(language, item_key(item_id))


def end_labels(language: str) -> tuple[str, str]:
    """What the first and the last of the seven points mean."""
    return texts().plain(language, "quiz-end-low"), texts().plain(language, "quiz-end-high")


def item_key(item_id: str) -> str:
    """The key of an item's words."""
    return f"quiz-item-{item_id}"


def read(data: str, words: Texts) -> tuple[Item, ...]:
    """The items of a JSON text, checked together with their words. Raises ContentError, naming the item."""
    items = tuple(_item(entry) for entry in json.loads(data))
    for item_id, times in Counter(item.id for item in items).items():
        if times > 1:
            raise ContentError(f"item {item_id} is there twice")
    _check_scales(items)
    keys = {item_key(item.id) for item in items}
    written = {key for key in words.all_keys() if key.startswith("quiz-item-")}
    for key in sorted(keys ^ written):
        raise ContentError(f"{key} has no words" if key in keys else f"{key} has words and no data")
    for language in LANGUAGES:
        for key in sorted(keys):
            if not 0 < (count := word_count(words.plain(language, key))) <= MOST_WORDS:
                raise ContentError(f"{language}: {key} has {count} words, at most {MOST_WORDS}")
    return items


def _item(entry: Any) -> Item:
    if not isinstance(entry, dict) or list(entry) != [field.name for field in fields(Item)]:
        raise ContentError(f"an item has other fields than it needs: {entry}")
    item = Item(**entry)
    if not _ID.fullmatch(str(item.id)):
        raise ContentError(f"{item.id} is no name for an item")
    if item.scale not in SCALES:
        raise ContentError(f"item {item.id}: there is no scale {item.scale}")
    if not isinstance(entry["reversed"], bool):
        raise ContentError(f"item {item.id}: reversed is true or false")
    return item


def _check_scales(items: Sequence[Item]) -> None:
    counts = Counter(item.scale for item in items)
    turned = Counter(item.scale for item in items if item.reversed)
    for scale, count in SCALES.items():
        if counts[scale] != count:
            raise ContentError(f"{scale} has {counts[scale]} items, not {count}")
        if turned[scale] != REVERSED.get(scale, 0):
            raise ContentError(f"{scale} has {turned[scale]} reversed items, not {REVERSED.get(scale, 0)}")
    for first, second in pairwise(items):
        if first.scale == second.scale:
            raise ContentError(f"{first.id} and {second.id} stand together and measure the same")
