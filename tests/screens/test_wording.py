"""The words are kind, in the reader's own language, and each one written is used."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.profile import SCOPES
from content.directories import directories
from content.prompts import prompt_key, prompts
from content.quiz import item_key, quiz_items
from content.texts import LANGUAGES, texts
from practices.playbook import every_key
from screens.answers import ALERTS, TOASTS
from screens.words import SIGNS
from storage.playbooks import Trial, trial_key
from tests.screens.cast import Shot, gallery
from tests.screens.test_limits import keys_of, written

HOUSE = Path(__file__).parents[2]
SHOTS = tuple(gallery())
HURTING = re.compile(
    r"\b(?:still|should|waiting|again)\b|仍|还没|还在等|应该|等你|等着|又一次|再次|迟到|晚了", re.IGNORECASE
)
GENDERED = re.compile(
    r"\b(?:he|she|him|her|his|husband|wife|boyfriend|girlfriend)\b|她|老公|老婆", re.IGNORECASE
)
CHINESE = re.compile(r"[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
AFTER_RETURN = [pytest.param(shot, id=shot.screen.name) for shot in SHOTS if shot.after_return]
IN_ENGLISH = [pytest.param(shot, id=shot.screen.name) for shot in SHOTS if shot.reader.languages == ("en",)]
IN_CHINESE = [pytest.param(shot, id=shot.screen.name) for shot in SHOTS if shot.reader.languages == ("zh",)]
# Names, and the fallback of a time.
LATIN_IN_CHINESE = {"Ann", "Ben", "Backsoon", "Telegram", "UTC"}
LATIN_IN_CHINESE |= {"start", "unpair", "export", "forget", "rhythm", "break", "quiz"}
LATIN_IN_CHINESE |= set(re.findall("[A-Za-z]+", " ".join(entry.name for entry in directories().entries)))


def read(shot: Shot) -> str:
    """All that is on the screen, the addresses of links aside."""
    labels = (button.label for row in shot.screen.rows for button in row)
    return re.sub(r"https://\S+", "", "\n".join([shot.screen.text.text, *labels]))


@pytest.mark.parametrize("shot", AFTER_RETURN)
def test_nothing_after_a_return_time_reproaches_anybody(shot: Shot) -> None:
    assert not HURTING.search(read(shot))


@pytest.mark.parametrize("shot", AFTER_RETURN)
def test_nothing_after_a_return_time_says_how_late_it_is(shot: Shot) -> None:
    assert not re.search(r"\d+ ?(?:min|h\b|hour|分钟|小时)", shot.screen.text.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_reproaches_anybody(language: str) -> None:
    for key in keys_of("answer-"):
        assert not HURTING.search(written(language, key)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_promises_that_of_two_nobody_learns_who_it_was(language: str) -> None:
    for key in keys_of(""):
        assert not re.search("[Nn]obody (learns|knows) who|没有?人会?知道是谁", written(language, key)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_supposes_anybodys_gender(language: str) -> None:
    for key in keys_of(""):
        assert not GENDERED.search(written(language, key)), key


@pytest.mark.parametrize("shot", IN_CHINESE)
def test_a_chinese_reader_finds_no_english_left(shot: Shot) -> None:
    assert CHINESE.search(read(shot))
    assert set(re.findall(r"[A-Za-z]+", read(shot))) <= LATIN_IN_CHINESE


@pytest.mark.parametrize("shot", IN_ENGLISH)
def test_an_english_reader_finds_no_chinese(shot: Shot) -> None:
    assert not CHINESE.search(read(shot))


def calls(*folders: str) -> Iterator[ast.Call]:
    for path in (path for folder in folders for path in (HOUSE / folder).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield node


def strings(node: ast.AST) -> set[str]:
    parts = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
    return {part for part in parts if isinstance(part, str)}


def literals(folder: str) -> set[str]:
    paths = (HOUSE / folder).glob("*.py")
    return {found for path in paths for found in strings(ast.parse(path.read_text("utf-8")))}


def spoken_keys() -> set[str]:
    """What the screens hand to say, press, label and plain."""
    speakers = {"say", "press", "label", "plain"}
    keys: set[str] = set()
    for call in calls("screens"):
        if isinstance(call.func, ast.Name) and call.func.id in speakers and len(call.args) > 1:
            # A choice between two keys has a condition too; its words are no keys.
            keys |= {found for found in strings(call.args[1]) if "-" in found}
    return keys


def test_every_text_that_the_screens_name_exists() -> None:
    assert len(spoken_keys()) > 60
    assert spoken_keys() | set(SIGNS) | set(TOASTS.values()) | set(ALERTS.values()) <= texts().all_keys()


def test_no_text_is_written_for_nothing() -> None:
    listed = {f"command-{name}" for _, names in SCOPES for name in names}
    used = literals("screens") | literals("content") | literals("bot") | listed
    used |= {prompt_key(prompt.id) for prompt in prompts()} | {item_key(item.id) for item in quiz_items()}
    used |= every_key() | {trial_key(trial) for trial in Trial}
    assert {key for key in texts().all_keys() if key.removesuffix(".short") not in used} == set()


def test_every_answer_that_a_practice_gives_is_written() -> None:
    given: set[str] = set()
    for call in calls("practices", "handlers"):
        if isinstance(call.func, ast.Attribute) and call.func.attr == "reply":
            given |= {found for argument in call.args for found in strings(argument)}
    assert given
    assert given <= TOASTS.keys() | ALERTS.keys()
