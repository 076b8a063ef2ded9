"""The prompts of the daily check-in: what each is for, from a data file, and its words in every language."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from content.ftl import ContentError
from content.measure import likeness, shingles, word_count
from content.rich import Rich
from content.texts import LANGUAGES, Texts, texts

KINDS = ("question", "sharing", "appreciation", "touch")
MECHANISMS = ("availability", "predictability", "responsiveness", "repair", "meaning")
MOST_WORDS = 24
# Two prompts that have more than this in common would be read as one.
MOST_LIKENESS = 0.6

_FILE = Path(__file__).parent / "data" / "prompts.json"
_ID = re.compile(r"[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Prompt:
    """`near`: for partners together; `far`: for partners apart. `intimate`: only if both wish for it."""

    id: str
    kind: str
    mechanism: str
    near: bool
    far: bool
    intimate: bool


@cache
def prompts() -> tuple[Prompt, ...]:
    """The prompts that come with the program, read and checked once. Raises ContentError."""
    return read(_FILE.read_text("utf-8"), texts())


def prompt_text(language: str, prompt_id: str) -> Rich:
    """The words of a prompt. Raises ContentError if there is none of this id."""
    return texts().rich(language, prompt_key(prompt_id))


def prompt_key(prompt_id: str) -> str:
    """The key of a prompt's words."""
    return f"prompt-{prompt_id}"


def read(data: str, words: Texts) -> tuple[Prompt, ...]:
    """The prompts of a JSON text, checked with their words. Raises ContentError, naming the prompt."""
    found = tuple(_prompt(entry) for entry in json.loads(data))
    ids = [prompt.id for prompt in found]
    for prompt_id in ids:
        if ids.count(prompt_id) > 1:
            raise ContentError(f"prompt {prompt_id} is there twice")
    keys = {prompt_key(prompt_id) for prompt_id in ids}
    written = {key for key in words.all_keys() if key.startswith("prompt-")}
    for key in sorted(keys ^ written):
        raise ContentError(f"{key} has no words" if key in keys else f"{key} has words and no data")
    for language in LANGUAGES:
        _check_words(language, [(key, words.plain(language, key)) for key in sorted(keys)])
    return found


def _prompt(entry: Any) -> Prompt:
    if not isinstance(entry, dict) or list(entry) != [field.name for field in fields(Prompt)]:
        raise ContentError(f"a prompt has other fields than it needs: {entry}")
    prompt = Prompt(**entry)
    if not _ID.fullmatch(str(prompt.id)):
        raise ContentError(f"{prompt.id} is no name for a prompt")
    if prompt.kind not in KINDS:
        raise ContentError(f"prompt {prompt.id}: there is no kind {prompt.kind}")
    if prompt.mechanism not in MECHANISMS:
        raise ContentError(f"prompt {prompt.id}: there is no mechanism {prompt.mechanism}")
    if not all(isinstance(flag, bool) for flag in (prompt.near, prompt.far, prompt.intimate)):
        raise ContentError(f"prompt {prompt.id}: near, far and intimate are true or false")
    if not prompt.near and not prompt.far:
        raise ContentError(f"prompt {prompt.id} is for nobody, neither near nor far")
    return prompt


def _check_words(language: str, written: Sequence[tuple[str, str]]) -> None:
    for key, text in written:
        if not 0 < word_count(text) <= MOST_WORDS:
            raise ContentError(f"{language}: {key} has {word_count(text)} words, at most {MOST_WORDS}")
    parts = [(key, shingles(text)) for key, text in written]
    for (first, some), (second, others) in combinations(parts, 2):
        if likeness(some, others) > MOST_LIKENESS:
            raise ContentError(f"{language}: {first} and {second} say nearly the same")
