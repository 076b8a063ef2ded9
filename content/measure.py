"""How long a text is, and how much two texts are alike; the same rule for English and Chinese."""

import re
from itertools import pairwise

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_CHINESE_MARKS = re.compile(r"[\u3000-\u303f\uff00-\uff65]")


def word_count(text: str) -> int:
    """Words are split at white space; two Chinese characters count as one; a bare mark is no word."""
    chinese = len(_CHINESE.findall(text))
    rest = _CHINESE_MARKS.sub(" ", _CHINESE.sub(" ", text))
    words = [word for word in rest.split() if any(char.isalnum() or ord(char) > 0x2100 for char in word)]
    return len(words) + -(-chinese // 2)


def shingles(text: str) -> frozenset[str]:
    """What a text is made of: pairs of neighbouring characters in Chinese, words and pairs of words else."""
    plain = [char.lower() if char.isalnum() else " " for char in text]
    parts = [char for char in plain if char != " "] if _CHINESE.search(text) else "".join(plain).split()
    return frozenset([*parts, *(f"{first} {second}" for first, second in pairwise(parts))])


def likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of their shingles that two texts have in common, 0 to 1 (Dice's coefficient)."""
    return 2 * len(first & second) / max(1, len(first) + len(second))
