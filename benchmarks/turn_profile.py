"""Where the processor time of a turn goes, by the library or the room of the house that spends it."""

import cProfile
import pstats
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parent.parent
_LIBRARIES = {
    "sqlalchemy": "SQLAlchemy",
    "telegram": "python-telegram-bot",
    "aiosqlite": "aiosqlite",
    "cryptography": "cryptography",
    "asyncio": "asyncio",
}
_OUTSIDE = "the rest of Python"
_SQLITE = "SQLite itself"
# A function as cProfile names it: file, line, name. The file of one written in C is "~".
_Function = tuple[str, int, str]


def shares(profile: cProfile.Profile) -> str:
    """Each part's share of the time, the largest first: "SQLAlchemy 55 %, SQLite itself 12 %"."""
    spent: Counter[str] = Counter()
    for part, seconds in _spent(profile):
        spent[part] += seconds
    whole = spent.total()
    return ", ".join(
        f"{part} {100 * seconds / whole:.0f} %"
        for part, seconds in spent.most_common()
        if seconds >= 0.005 * whole
    )


def _spent(profile: cProfile.Profile) -> Iterator[tuple[str, float]]:
    """(part, seconds) of every function; what is written in C is spent by whoever calls it."""
    stats: Any = pstats.Stats(profile)
    for function, (_, _, own, _, callers) in stats.stats.items():
        if not _is_c(function) or "sqlite3" in function[2]:
            yield _part(function), own
            continue
        for caller, (_, _, of_this, _) in callers.items():
            yield _part(caller), of_this
        if not callers:
            yield _OUTSIDE, own


def _is_c(function: _Function) -> bool:
    return function[0] == "~"


def _part(function: _Function) -> str:
    file, _, name = function
    if _is_c(function):
        return _SQLITE if "sqlite3" in name else _OUTSIDE
    path = Path(file)
    if ".venv" not in path.parts and path.is_relative_to(_ROOT):
        return f"{path.relative_to(_ROOT).parts[0]}/"
    return next((title for name, title in _LIBRARIES.items() if name in path.parts), _OUTSIDE)
