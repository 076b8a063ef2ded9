"""Moving pictures that come with the program. They hold no words, so every language shares them."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from content.ftl import ContentError

_FOLDER = Path(__file__).parent / "data"
# Width and height in pixels, length in seconds.
_SHAPES = {"breathing.gif": (480, 480, 10)}


@dataclass(frozen=True, slots=True)
class Animation:
    """A file, its size in pixels and length in seconds. A changed file has another `digest`."""

    name: str
    content: bytes
    digest: str
    width: int
    height: int
    seconds: int


@cache
def animation(name: str) -> Animation:
    """The animation of this name. Raises ContentError if there is none."""
    if name not in _SHAPES:
        raise ContentError(f"there is no animation {name}")
    content = (_FOLDER / name).read_bytes()
    width, height, seconds = _SHAPES[name]
    return Animation(name, content, hashlib.sha256(content).hexdigest()[:32], width, height, seconds)
