"""Small whole numbers as digits, as English words and as Chinese numerals."""

import re

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
]  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}

ENGLISH = {word: value for value, word in enumerate(_ONES) if value} | _TENS
"""The words that stand for a number by themselves."""

_HAN = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_BELOW_HUNDRED = re.compile(
    "(?P<zeros>[零〇]?)(?:(?P<tens>[二三四五六七八九]?)(?P<ten>十))?(?P<ones>[一二两三四五六七八九]?)"
)
_HAN_HUNDREDS = re.compile("(?P<hundreds>[一二两三四五六七八九])百(?P<rest>.*)")


def number(text: str) -> int | None:
    """The number that `text` is, or None. Digits of any length; words and numerals below a thousand."""
    if text.isascii() and text.isdecimal():
        return int(text[:18])
    if text in ENGLISH:
        return ENGLISH[text]
    tens, _, ones = text.replace("-", " ").partition(" ")
    if tens in _TENS and 0 < ENGLISH.get(ones, 0) < 10:
        return _TENS[tens] + ENGLISH[ones]
    return _han(text)


def _han(text: str) -> int | None:
    if text in {"零", "〇"}:
        return 0
    if match := _HAN_HUNDREDS.fullmatch(text):
        rest = 0 if not match["rest"] else _han(match["rest"])
        return None if rest is None else _HAN[match["hundreds"]] * 100 + rest
    match = _HAN_BELOW_HUNDRED.fullmatch(text)
    if match is None or not (match["ten"] or match["ones"]) or (match["ten"] and match["zeros"]):
        return None
    tens = 10 * _HAN.get(match["tens"], 1) if match["ten"] else 0
    return tens + _HAN.get(match["ones"], 0)
