"""The prompts come whole: fields, length, both languages, nothing said twice, enough for every couple."""

import json
from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from content.ftl import ContentError
from content.measure import likeness, shingles, word_count
from content.prompts import KINDS, MECHANISMS, MOST_WORDS, prompt_key, prompt_text, prompts, read
from content.texts import LANGUAGES, Texts

ONE = {
    "id": "sky",
    "kind": "question",
    "mechanism": "meaning",
    "near": True,
    "far": True,
    "intimate": False,
}
TWO = ONE | {"id": "sea", "kind": "sharing"}
ENGLISH = {"prompt-sky": "What do you see up there?", "prompt-sea": "Share a sound that you love."}
CHINESE = {"prompt-sky": "抬头看看，有什么？", "prompt-sea": "说一个你喜欢的声音。"}


def library(
    folder: Path, entries: list[dict[str, object]], en: dict[str, str], zh: dict[str, str]
) -> tuple[str, Texts]:
    for language, words in (("en", en), ("zh", zh)):
        (folder / language).mkdir()
        lines = [f"{key} = {text}\n" for key, text in words.items()]
        (folder / language / "prompts.ftl").write_text("".join(lines), encoding="utf-8")
    return json.dumps(entries), Texts(folder)


def test_a_small_library_is_read(tmp_path: Path) -> None:
    first, second = read(*library(tmp_path, [ONE, TWO], ENGLISH, CHINESE))
    assert (first.id, first.kind, second.id, second.kind) == ("sky", "question", "sea", "sharing")


@pytest.mark.parametrize(
    ("entries", "complaint"),
    [
        ([ONE, TWO, ONE], "prompt sky is there twice"),
        ([ONE], "prompt-sea has words and no data"),
        ([ONE, TWO, ONE | {"id": "sun"}], "prompt-sun has no words"),
        ([{"id": "sky"}, TWO], "a prompt has other fields than it needs"),
        ([ONE | {"weight": 2}, TWO], "a prompt has other fields than it needs"),
        ([ONE | {"id": "Big Sky"}, TWO], "Big Sky is no name for a prompt"),
        ([ONE | {"kind": "chore"}, TWO], "prompt sky: there is no kind chore"),
        ([ONE | {"mechanism": "luck"}, TWO], "prompt sky: there is no mechanism luck"),
        ([ONE | {"near": 1}, TWO], "prompt sky: near, far and intimate are true or false"),
        ([ONE | {"near": False, "far": False}, TWO], "prompt sky is for nobody"),
    ],
)
def test_a_fault_in_the_data_stops_the_start_and_is_named(
    tmp_path: Path, entries: list[dict[str, object]], complaint: str
) -> None:
    with pytest.raises(ContentError) as refused:
        read(*library(tmp_path, entries, ENGLISH, CHINESE))
    assert str(refused.value).startswith(complaint)


@pytest.mark.parametrize(
    ("en", "zh", "complaint"),
    [
        ({"prompt-sky": "word " * 25}, {}, "en: prompt-sky has 25 words"),
        ({}, {"prompt-sky": "字" * 49}, "zh: prompt-sky has 25 words"),
        ({"prompt-sky": '{ "" }'}, {}, "en: prompt-sky has 0 words"),
        ({"prompt-sky": "Share a sound you love."}, {}, "en: prompt-sea and prompt-sky say nearly the same"),
        ({}, {"prompt-sky": "说一个你最喜欢的声音"}, "zh: prompt-sea and prompt-sky say nearly the same"),
    ],
)
def test_words_too_long_or_said_twice_stop_the_start(
    tmp_path: Path, en: dict[str, str], zh: dict[str, str], complaint: str
) -> None:
    with pytest.raises(ContentError) as refused:
        read(*library(tmp_path, [ONE, TWO], ENGLISH | en, CHINESE | zh))
    assert str(refused.value).startswith(complaint)


def test_the_library_holds_at_least_120_prompts_in_both_languages() -> None:
    assert len(prompts()) >= 120
    for language in LANGUAGES:
        words = [prompt_text(language, prompt.id).text for prompt in prompts()]
        assert len(set(words)) == len(words)
        assert max(map(word_count, words)) <= MOST_WORDS < 25


def test_every_kind_of_couple_has_prompts_of_every_kind_and_mechanism() -> None:
    # Sixty-one days without a repeat, the twenty pairs in turn, take four of each.
    for apart, intimate in product((True, False), repeat=2):
        fitting = Counter(
            (prompt.kind, prompt.mechanism)
            for prompt in prompts()
            if (prompt.far if apart else prompt.near) and (intimate or not prompt.intimate)
        )
        assert set(fitting) == set(product(KINDS, MECHANISMS))
        assert min(fitting.values()) >= 4
        assert sum(fitting.values()) >= 120


def test_a_touch_is_either_for_two_in_one_place_or_for_two_apart() -> None:
    assert all(prompt.near is not prompt.far for prompt in prompts() if prompt.kind == "touch")


def test_a_prompt_that_nobody_wrote_is_an_error() -> None:
    with pytest.raises(ContentError, match="prompt-nothing is missing"):
        prompt_text("en", "nothing")
    assert prompt_key("nothing") == "prompt-nothing"


def test_likeness_is_the_share_that_two_texts_have_in_common() -> None:
    # Words and pairs of words: of five and five, "hold" and "hand" are shared.
    assert likeness(shingles("Hold your hand."), shingles("hold our hand")) == pytest.approx(2 * 2 / 10)
    # Characters and pairs: 牵 着 手 牵着 着手 against 牵 手 牵手.
    assert likeness(shingles("牵着手。"), shingles("牵手")) == pytest.approx(2 * 2 / 8)
    assert likeness(shingles("一样"), shingles("一样！")) == 1
    assert likeness(shingles(""), shingles("")) == 0
