"""The words of a picture, made such that the fonts can write all of them."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_JOINERS = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f")
# Zero-width signs would be counted as written by some fonts, and parts of an emoji remain after it.
_MODIFIERS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))


def clean(text: str, written: frozenset[int]) -> str:
    """The text without what the fonts cannot write, and without the gaps that this would leave."""
    kept = "".join(
        sign for sign in unicodedata.normalize("NFC", text) if sign == "\n" or _writable(sign, written)
    )
    if kept == text:
        return text
    kept = re.sub(r"[ \t]{2,}", " ", kept)
    return re.sub(r" +([,.;:!?，。；：！？、])", r"\1", kept).strip()


def settled(data: Mapping[str, Any], written: frozenset[int]) -> dict[str, Any]:
    """The data with every string cleaned, every `{key}` of `names` replaced, and `names` itself gone."""
    names = {
        key: clean(name, written) or clean(otherwise, written)
        for key, (name, otherwise) in data.get("names", {}).items()
    }
    pattern = re.compile("|".join(re.escape(f"{{{key}}}") for key in names) or r"(?!)")

    def settle(value: Any) -> Any:
        if isinstance(value, str):
            return pattern.sub(lambda found: names[found.group()[1:-1]], clean(value, written))
        if isinstance(value, Mapping):
            return {key: settle(one) for key, one in value.items()}
        return [settle(one) for one in value] if isinstance(value, list | tuple) else value

    return {key: settle(value) for key, value in data.items() if key != "names"}


def _writable(sign: str, written: frozenset[int]) -> bool:
    return ord(sign) in written and sign not in _JOINERS and sign not in _MODIFIERS
