"""Of all that the two wrote nothing lies anywhere as they wrote it."""

import json
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from handlers.words import EXPECTED
from storage import reseal
from storage.database import Database
from storage.keys import new_keyring, read_keyring
from storage.sealed import SealBroken, Sealed, SealedText, Vault
from storage.tables import Base
from tests.trust.scene import MARK, Left


def sealed_columns() -> list[tuple[str, str]]:
    """Table and column of everything that a person wrote."""
    return [
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, SealedText)
    ]


def shapes(words: str) -> Iterator[bytes]:
    """How words may lie on a disk."""
    for text in (words, json.dumps(words)[1:-1], repr(words)[1:-1]):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            yield text.encode(encoding)
            yield text.encode(encoding).hex().encode()


def test_every_place_where_words_are_expected_got_some(every_left: Left) -> None:
    assert set(EXPECTED) <= set(every_left.said), "a new place: let the evening in scene.py write there too"


def test_every_sealed_column_was_written(left: Left) -> None:
    missing = set(sealed_columns()) - left.sealed
    assert not missing, "let the evening in scene.py write these too"


def test_no_sentence_lies_in_the_database(every_left: Left) -> None:
    found = [words for words in [MARK, *every_left.said.values()] for shape in shapes(words)
             if shape in every_left.database]  # fmt: skip
    assert found == []
    # Of the right place: what is no secret does lie there.
    assert b"Europe/Berlin" in every_left.database


def test_no_sentence_is_in_the_log_or_the_figures(every_left: Left) -> None:
    found = [words for words in [MARK, *every_left.said.values()] for shape in shapes(words)
             if shape in every_left.log.encode() + every_left.metrics.encode()]  # fmt: skip
    assert found == []
    assert "backsoon_" in every_left.metrics
    speakers = {
        line.partition("logger=")[2].split(".")[0].split(" ")[0] for line in every_left.log.splitlines()
    }
    assert {"asyncio", "aiohttp", "tzlocal", "sqlalchemy", "aiosqlite", "apscheduler", "bot"} & speakers


async def test_what_is_moved_within_the_database_does_not_open(left: Left) -> None:
    vault = Vault(read_keyring(left.folder / "encryption.keys"))
    found: dict[tuple[str, str], list[tuple[int | str, Sealed]]] = {}
    async with Database(f"sqlite+aiosqlite:///{left.stills[-1].database}", vault).work() as work:
        for place in reseal.sealed_columns():
            query = select(place.bound_to, place.column).where(place.column.is_not(None)).limit(5)
            found[place.table.name, place.column.name] = [
                (row[0], row[1]) for row in await work.session.execute(query)
            ]
    places = [(*column, row) for column, rows in found.items() for row, _ in rows]
    for column, rows in found.items():
        for row, sealed in rows:
            assert vault.open(*column, row, sealed)
            for elsewhere in places:
                if elsewhere != (*column, row):
                    with pytest.raises(SealBroken):
                        vault.open(*elsewhere, sealed)
    assert len(places) > 10


@pytest.mark.parametrize(("table", "column"), sealed_columns())
def test_what_is_moved_to_another_row_or_column_does_not_open(table: str, column: str) -> None:
    vault = Vault(new_keyring())
    sealed = vault.seal(table, column, 7, "here alone")
    assert vault.open(table, column, 7, sealed) == "here alone"
    for elsewhere in [(table, column, 8), *((*place, 7) for place in sealed_columns())]:
        if elsewhere != (table, column, 7):
            with pytest.raises(SealBroken):
                vault.open(*elsewhere, sealed)
