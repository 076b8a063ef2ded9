import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from storage.keys import Keyring, new_keyring
from storage.sealed import SealBroken, Sealed, SealedText, Vault

WORDS = "I felt alone 🌧"


@pytest.fixture(scope="module")
def vault() -> Vault:
    return Vault(new_keyring())


@given(text=st.text(st.characters()))
def test_whatever_was_sealed_opens_again_where_it_belongs(vault: Vault, text: str) -> None:
    assert vault.open("persons", "name", 7, vault.seal("persons", "name", 7, text)) == text


@pytest.mark.parametrize("place", [("couples", "name", 7), ("persons", "words", 7), ("persons", "name", 8)])
def test_a_sealed_text_opens_in_no_other_place(vault: Vault, place: tuple[str, str, int]) -> None:
    with pytest.raises(SealBroken):
        vault.open(*place, vault.seal("persons", "name", 7, WORDS))


def test_a_sealed_text_that_was_changed_does_not_open(vault: Vault) -> None:
    data = vault.seal("persons", "name", 7, WORDS).data
    for at in range(len(data)):
        spoilt = bytearray(data)
        spoilt[at] ^= 1
        with pytest.raises(SealBroken):
            vault.open("persons", "name", 7, Sealed(bytes(spoilt)))
    with pytest.raises(SealBroken):
        vault.open("persons", "name", 7, Sealed(b""))


def test_the_same_words_never_look_the_same(vault: Vault) -> None:
    sealed = {vault.seal("persons", "name", 7, WORDS).data for _ in range(50)}
    assert len(sealed) == 50
    assert not [data for data in sealed if WORDS.encode() in data]


def test_older_keys_still_open_and_the_current_one_seals() -> None:
    old, new = new_keyring(), new_keyring()
    both = Vault(Keyring({**old.keys, **new.keys}, new.current_id))
    before = Vault(old).seal("persons", "name", 7, WORDS)
    assert both.open("persons", "name", 7, before) == WORDS
    after = both.seal("persons", "name", 7, WORDS)
    assert Vault(new).open("persons", "name", 7, after) == WORDS
    with pytest.raises(SealBroken):
        Vault(old).open("persons", "name", 7, after)


def test_a_sealed_text_shows_nothing_of_itself(vault: Vault) -> None:
    sealed = vault.seal("persons", "name", 7, WORDS)
    assert repr(sealed) == "Sealed(…)"
    assert WORDS not in f"{sealed}"


@pytest.mark.parametrize("value", [WORDS, WORDS.encode(), 5])
def test_a_column_of_sealed_texts_takes_nothing_else(value: object) -> None:
    with pytest.raises(TypeError):
        SealedText().process_bind_param(value, sqlite.dialect())
