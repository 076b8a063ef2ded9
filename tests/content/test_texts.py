"""Texts come whole, in every language, and no name can break them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.ftl import ContentError
from content.rich import Entity, Mention, Rich, utc_moment, utf16_length
from content.texts import LANGUAGES, Texts, duration, language_of, texts

MOMENT = utc_moment(datetime(2026, 3, 1, 13, 40, tzinfo=UTC))
Write = Callable[[str, str], Texts]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """Texts out of one English and one Chinese file."""

    def write(en: str, zh: str) -> Texts:
        for language, words in (("en", en), ("zh", zh)):
            (tmp_path / language).mkdir(exist_ok=True)
            (tmp_path / language / "all.ftl").write_text(words, encoding="utf-8")
        return Texts(tmp_path)

    return write


def slices(rich: Rich) -> dict[str, str]:
    """Each entity's type and the text that it covers."""
    units = rich.text.encode("utf-16-le", "surrogatepass")
    return {
        entity.type: units[entity.offset * 2 : (entity.offset + entity.length) * 2].decode(
            "utf-16-le", "surrogatepass"
        )
        for entity in rich.entities
    }


@pytest.mark.parametrize(
    ("en", "zh", "complaint"),
    [
        ("a = A\nb = B\n", "a = 甲\n", "zh: b is missing"),
        ("a = A\n", "a = 甲\nb = 乙\n", "en: b is missing"),
        ("a = A\n    .short = A\n", "a = 甲\n", "zh: a.short is missing"),
        ("a = { $name }\n", "a = 甲\n", "zh: a differs from en in: name"),
        ("a = A\n", "a = { $name\n", "zh: all.ftl can't be read at “a = { $name”"),
        ("a = A\na = B\n", "a = 甲\n", "en: a is there twice"),
        ("a = A <b>b\n", "a = 甲\n", "en: a has markup"),
        ("a = A\n", "a = <i>甲</i>\n", "zh: a has markup"),
        ("a = A\nb = { a }\n", "a = 甲\nb = 乙\n", "en: b refers to another text"),
        ("a = \ue000\n", "a = 甲\n", "en: a holds a private-use character"),
        ("a =\n    .short = A\n", "a = 甲\n", "en: a has no text"),
    ],
)
def test_a_fault_in_the_texts_stops_the_start_and_is_named(
    written: Write, en: str, zh: str, complaint: str
) -> None:
    with pytest.raises(ContentError) as refused:
        written(en, zh)
    assert str(refused.value).startswith(complaint)


def test_a_language_without_texts_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="en: no texts found"):
        Texts(tmp_path)


def test_the_texts_that_come_with_the_program_are_whole() -> None:
    assert len(texts().all_keys()) > 100


def test_a_key_that_nobody_wrote_is_an_error() -> None:
    with pytest.raises(ContentError, match="no-such-key is missing"):
        texts().plain("en", "no-such-key")


def test_a_value_that_is_not_given_is_an_error(written: Write) -> None:
    with pytest.raises(ContentError, match="en: a"):
        written("a = { $name }\n", "a = { $name }\n").plain("en", "a")


def test_a_time_stands_in_the_text_with_its_fallback_and_its_instant(written: Write) -> None:
    rich = written("a = 👍 <b>Back at { $time }</b>.\n", "a = <b>{ $time }</b>\n").rich(
        "en", "a", time=MOMENT
    )
    assert rich.text == "👍 Back at 13:40 UTC."
    assert rich.entities == (
        Entity("bold", 3, 17),
        Entity("date_time", 11, 9, unix_time=1772372400, date_time_format="t"),
    )


@given(name=st.text(min_size=1, max_size=30))
def test_no_name_breaks_a_text(name: str) -> None:
    rich = texts().rich("en", "pause-return-alone", time=MOMENT, name=Mention(name, 1001))
    assert rich.text.startswith(f"It's 13:40 UTC, {name}.")
    assert slices(rich)["text_mention"] == name
    assert slices(rich)["bold"] == "It's 13:40 UTC"
    assert [entity.user_id for entity in rich.entities if entity.type == "text_mention"] == [1001]


@given(name=st.text(max_size=30))
def test_a_name_without_a_mention_brings_no_entity(name: str) -> None:
    rich = texts().rich("zh", "pause-undone", name=name)
    assert name in rich.text
    assert rich.entities == ()


@pytest.mark.parametrize("name", ["<b>Ann", "</b>", "{ $x }", "\ue000", "\uf8ff\ue001", "👩‍❤️‍👨", ""])
def test_a_hostile_name_is_only_a_name(name: str) -> None:
    rich = texts().rich("en", "pause-return-alone", time=MOMENT, name=Mention(name, 1001))
    assert f", {name}." in rich.text
    assert all(entity.length for entity in rich.entities)
    assert slices(rich)["bold"] == "It's 13:40 UTC"


def test_a_language_nobody_wrote_is_answered_in_english() -> None:
    assert texts().plain("fr", "answer-okay") == texts().plain("en", "answer-okay")


def test_a_text_writes_a_length_in_its_own_language() -> None:
    spans = [texts().plain(language, "pause-copy", length=timedelta(minutes=20)) for language in LANGUAGES]
    assert "20 minutes" in spans[0]
    assert "20分钟" in spans[1]


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("zh", "zh"),
        ("zh-hans", "zh"),
        ("zh-Hant", "zh"),
        ("zh_CN", "zh"),
        ("en", "en"),
        ("en-GB", "en"),
        ("de", "en"),
        ("zha", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_language_follows_the_app(code: str | None, language: str) -> None:
    assert language_of(code) == language


@pytest.mark.parametrize(
    ("seconds", "en", "zh"),
    [
        (1200, "20 minutes", "20分钟"),
        (60, "1 minute", "1分钟"),
        (61, "2 minutes", "2分钟"),
        (0.5, "1 minute", "1分钟"),
        (0, "1 minute", "1分钟"),
        (3600, "1 hour", "1小时"),
        (7200, "2 hours", "2小时"),
        (3900, "1 h 5 min", "1小时5分钟"),
        (86400, "24 hours", "24小时"),
    ],
)
def test_a_length_reads_naturally(seconds: float, en: str, zh: str) -> None:
    assert duration("en", seconds) == en
    assert duration("zh", seconds) == zh


def test_offsets_count_utf16_units() -> None:
    assert utf16_length("a✋🖐🏽") == 1 + 1 + 4
