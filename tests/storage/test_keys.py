from pathlib import Path

import pytest

from storage.keys import KeysUnusable, new_keyring, read_keyring, write_keyring


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "encryption.keys"


def test_keys_are_read_as_they_were_written_and_for_their_owner_alone(path: Path) -> None:
    keyring = new_keyring()
    write_keyring(path, keyring)
    assert read_keyring(path) == keyring
    assert path.stat().st_mode & 0o777 == 0o600


def test_keys_are_never_written_over(path: Path) -> None:
    keyring = new_keyring()
    write_keyring(path, keyring)
    with pytest.raises(OSError, match="exists"):
        write_keyring(path, new_keyring())
    assert read_keyring(path) == keyring


def test_the_last_line_is_the_current_key_and_all_are_kept(path: Path) -> None:
    old, new = new_keyring(), new_keyring()
    lines = [f"{key_id.hex()} {key.hex()}" for ring in (old, new) for key_id, key in ring.keys.items()]
    path.write_text("\n" + "\n\n".join(lines) + "\n")
    both = read_keyring(path)
    assert both.current_id == new.current_id
    assert both.keys == {**old.keys, **new.keys}


@pytest.mark.parametrize(
    "text",
    ["", "\n \n", "nonsense\n", "00 11\n", f"{'0' * 8} {'1' * 62}\n", f"{'0' * 8} {'g' * 64}\n",
     f"{'0' * 8}\n", "✋\n"],
)  # fmt: skip
def test_a_file_that_holds_no_keys_is_refused_with_a_sentence_that_shows_none(path: Path, text: str) -> None:
    path.write_text(text)
    with pytest.raises(KeysUnusable) as refusal:
        read_keyring(path)
    sentence = str(refusal.value)
    assert sentence.endswith(".")
    assert "1111" not in sentence


def test_a_file_that_is_not_there_is_refused(path: Path) -> None:
    with pytest.raises(KeysUnusable, match="missing"):
        read_keyring(path)


def test_a_keyring_shows_nothing_of_its_keys() -> None:
    assert repr(new_keyring()) == "Keyring(1 keys)"
