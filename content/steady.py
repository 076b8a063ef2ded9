"""Signs that would turn around or cover what stands beside them, made harmless wherever they are shown."""

import unicodedata

# Embeddings, overrides and isolates. Right-to-left writing itself needs none of them.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
MOST_MARKS = 4
"""On one letter; no script needs more."""

# Invisible, and one UTF-16 unit as what it stands for, so that entities stay in place.
_NOTHING = "\u2060"
_TURNS = str.maketrans(dict.fromkeys(TURNING, _NOTHING))


def steady(text: str) -> str:
    """The text, as long as before, with nothing in it that reaches beyond its own place."""
    return text if text.isascii() else "".join(_few_marks(text.translate(_TURNS)))


def _few_marks(text: str) -> list[str]:
    kept, marks = [], 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char) in {"Mn", "Me"} else 0
        kept.append(char if marks <= MOST_MARKS else _NOTHING * (1 if char <= "\uffff" else 2))
    return kept
