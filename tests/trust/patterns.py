"""Everything that a pattern of callback data lets through, once each way it reads."""

import re
from collections.abc import Iterator
from itertools import product
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from telegram.ext import CallbackQueryHandler

from bot.registry import FEATURES

# Stands in an example where a row's id does: nineteen digits may be there.
ID = "{id}"
_ID_DIGITS = 19


def of_features() -> list[str]:
    """The patterns of all features' buttons."""
    found = []
    for feature in FEATURES:
        for handler in feature.handlers:
            if isinstance(handler, CallbackQueryHandler):
                assert isinstance(handler.pattern, re.Pattern), "every button says what it sends"
                found.append(handler.pattern.pattern)
    return found


def examples(pattern: str) -> list[str]:
    """Such data, ids as `ID`: every branch, with and without what may be left out."""
    return sorted(set(_sequence(parser.parse(pattern))))


def _sequence(items: Any) -> Iterator[str]:
    for parts in product(*(list(_one(op, value)) for op, value in items)):
        yield "".join(parts)


def _one(op: Any, value: Any) -> Iterator[str]:
    if op is codes.LITERAL:
        yield chr(value)
    elif op is codes.AT:
        yield ""
    elif op is codes.IN:
        yield _member(value)
    elif op is codes.BRANCH:
        for branch in value[1]:
            yield from _sequence(branch)
    elif op is codes.SUBPATTERN:
        yield from _sequence(value[3])
    elif op in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        yield from _repeated(*value)
    else:
        raise NotImplementedError(f"{op} in a pattern of callback data")


def _repeated(least: int, most: int, what: Any) -> Iterator[str]:
    inner = list(_sequence(what))
    if inner == ["1"] and most == _ID_DIGITS:
        yield ID
        return
    for times in {least, max(least, 1)}:
        for one in inner:
            yield one * times


def _member(options: Any) -> str:
    op, value = options[-1]
    if op is codes.RANGE:
        return chr(value[0])
    if op is codes.CATEGORY:
        return "1" if value is codes.CATEGORY_DIGIT else "a"
    return chr(value)
