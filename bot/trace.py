"""An exception told without its words: types, error codes and positions in the code."""

import errno
import sqlite3
import traceback
from pathlib import Path

_HOUSE = Path(__file__).resolve().parent.parent
_DEEPEST = 20


def describe(error: BaseException) -> tuple[str, str]:
    """`("StatementError < OperationalError[SQLITE_BUSY]", "bot/work.py:31 turn > storage/unit.py:9 commit")`.

    First the types, each followed by what caused it; then the frames, the outermost first.
    """
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    frames = [frame for link in reversed(chain) for frame in traceback.extract_tb(link.__traceback__)]
    places = [position(frame.filename, frame.lineno or 0, frame.name) for frame in frames]
    return " < ".join(map(_type, chain)), " > ".join(places[-_DEEPEST:])


def position(path: str, line: int, function: str | None) -> str:
    """`"bot/work.py:31 turn"`; the path is relative to the house or to where packages are installed."""
    return f"{_shorten(Path(path))}:{line} {function or '?'}"


def _shorten(path: Path) -> str:
    if "site-packages" in path.parts:
        return "/".join(path.parts[path.parts.index("site-packages") + 1 :])
    return path.relative_to(_HOUSE).as_posix() if path.is_relative_to(_HOUSE) else path.name


def _type(error: BaseException) -> str:
    name = type(error).__name__
    if isinstance(error, BaseExceptionGroup):
        return f"{name}({', '.join(_type(inner) for inner in error.exceptions)})"
    code = None
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorname", None)
    elif isinstance(error, OSError) and error.errno:
        code = errno.errorcode.get(error.errno)
    return f"{name}[{code}]" if code else name
