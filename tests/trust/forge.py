"""Presses by people who have no business pressing, within a transaction that is never committed."""

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, select

from bot.dispatch import Dispatcher
from bot.registry import draw
from practices.turn import Turn
from screens.screen import Reader, Where
from storage.database import Database
from storage.keys import read_keyring
from storage.sealed import Sealed, Vault
from storage.tables import Base
from storage.work import Work
from tests.trust.scene import Left, Still

ME = {"id": 7_000_000_001, "is_bot": True, "first_name": "Backsoon", "username": "backsoon_bot"}
NOBODYS_ID = 2**61 + 12345
# What comes in and goes out, and where it is on its way: not what is kept.
_PASSING = {"inbox", "outbox", "sent", "media", "installation", "lease", "seal"}

Row = tuple[Any, ...]
Dump = dict[tuple[str, Row], Row]


class _Never(Exception):
    """Takes everything back."""


@dataclass(slots=True)
class Heard(Turn):
    """A turn that notes what would be said, and to whom."""

    said: list[tuple[str, str, str, dict[str, Any]]] = field(default_factory=list)

    def panel(self, address: str, key: str, **how: Any) -> None:
        self.said.append((address, "panel", key, {}))

    def say(self, address: str, screen: str, **params: Any) -> None:
        for name in ("lane", "ring", "for_", "instead_of"):
            params.pop(name, None)
        self.said.append((address, "screen", screen, params))

    def call(self, address: str, method: str, **params: Any) -> None:
        self.said.append((address, "call", method, {}))


@dataclass(frozen=True)
class Outcome:
    """What came of a press, as its presser can tell: the answer, and what would be shown to whom."""

    answer: str
    shown: tuple[str, ...]
    addresses: frozenset[str]


class Desk:
    """Takes presses at one moment of the evening."""

    def __init__(self, still: Still, work: Work, vault: Vault, dispatcher: Dispatcher) -> None:
        self.still = still
        self.work = work
        self._vault = vault
        self._dispatcher = dispatcher
        self._number = 0

    def in_private(self, presser: int) -> dict[str, Any]:
        """Some message of the presser's own private chat."""
        chat = {"id": presser, "type": "private", "first_name": "x"}
        return {"message_id": 3, "date": int(self.still.now.timestamp()), "chat": chat, "text": "x"}

    async def press(self, presser: int, message: Mapping[str, Any], data: str) -> Outcome:
        """One press by one person on one message."""
        self._number += 1
        user = {"id": presser, "is_bot": False, "first_name": "P", "language_code": "en"}
        query = {
            "id": str(self._number),
            "from": user,
            "chat_instance": "1",
            "message": message,
            "data": data,
        }
        return await self._handled({"callback_query": query})

    async def say(self, person: int, command: str) -> Outcome:
        """A command typed in private."""
        self._number += 1
        user = {"id": person, "is_bot": False, "first_name": "P", "language_code": "en"}
        entity = {"type": "bot_command", "offset": 0, "length": len(command)}
        message = {**self.in_private(person), "from": user, "text": command, "entities": [entity]}
        return await self._handled({"message": message})

    async def person_id(self, telegram_id: int) -> int:
        """Our id of somebody known."""
        person = await self.work.persons.by_telegram(telegram_id)
        assert person is not None
        return person.id

    async def _handled(self, body: Mapping[str, Any]) -> Outcome:
        turn = Heard(self.still.now, self.work, received_at=self.still.now)
        await self._dispatcher.handle(turn, {"update_id": self._number, **body})
        await self.work.flush()
        shown = [await self._shown(*one) for one in turn.said]
        return Outcome(repr(turn.answer), tuple(shown), frozenset(one[0] for one in turn.said))

    async def _shown(self, address: str, kind: str, name: str, params: Mapping[str, Any]) -> str:
        if kind == "call":
            return f"{kind} {name}"
        reader = Reader(("en",), Where.PRIVATE, self.still.now, "backsoon_bot", None, None, True)
        return f"{kind} {name} {await draw(self.work, kind, name, params, reader)!r}"

    async def dump(self) -> Dump:
        """Every row that is kept, by table and primary key, opened where it is sealed."""
        found: Dump = {}
        for table in kept_tables():
            keys = [column.name for column in table.primary_key]
            for row in await self.work.session.execute(select(table)):
                values = dict(row._mapping)
                found[table.name, tuple(values[key] for key in keys)] = tuple(
                    (name, self._opened(table.name, name, values, value)) for name, value in values.items()
                )
        return found

    def _opened(self, table: str, column: str, row: Mapping[str, Any], value: Any) -> Any:
        return self._vault.open(table, column, row["id"], value) if isinstance(value, Sealed) else value


def kept_tables() -> list[Table]:
    return [table for table in Base.metadata.sorted_tables if table.name not in _PASSING]


@asynccontextmanager
async def desk(left: Left, still: Still) -> AsyncIterator[Desk]:
    """A desk whose presses leave nothing behind."""
    vault = Vault(read_keyring(left.folder / "encryption.keys"))
    database = Database(f"sqlite+aiosqlite:///{still.database}", vault)
    dispatcher = Dispatcher("1:token", ME)
    await dispatcher.start()
    try:
        with suppress(_Never):
            async with database.work() as work:
                yield Desk(still, work, vault, dispatcher)
                raise _Never
    finally:
        await dispatcher.stop()
        await database.close()


@dataclass(frozen=True)
class Own:
    """What is a presser's own: they themselves, their couples, and whoever they are or were with."""

    numbers: frozenset[int]

    def has(self, table: str, row: Row) -> bool:
        """Whether this row is about them and nobody else."""
        values = dict(row)
        named = [values.get(name) for name in ("person_id", "couple_id", "first_id", "second_id")]
        return values.get("id") in self.numbers or any(name in self.numbers for name in named)

    def addresses(self, telegram_id: int) -> set[str]:
        """Where they may be answered."""
        places = {f"{kind}:{number}" for kind in ("person", "couple", "crowd") for number in self.numbers}
        return {*places, f"chat:{telegram_id}"}


def own_of(dump: Dump, telegram_id: int) -> Own:
    """What is this Telegram user's own in this dump."""
    rows = [(table, dict(row)) for (table, _), row in dump.items()]
    me = {row["id"] for table, row in rows if table == "persons" and row["telegram_id"] == telegram_id}
    couples = {row["couple_id"] for table, row in rows if table == "members" and row["person_id"] in me}
    active = {
        row["couple_id"] for table, row in rows
        if table == "members" and row["person_id"] in me and row["active"]
    }  # fmt: skip
    partners = {row["person_id"] for table, row in rows if table == "members" and row["couple_id"] in active}
    return Own(frozenset(me | couples | partners))


# So many rows of one table are tried.
_OF_A_TABLE = 3


def foreign_ids(dump: Dump, own: Own) -> list[int]:
    """The ids of rows that are not the presser's own: some of every table."""
    found: dict[str, list[int]] = {}
    for (table, key), row in dump.items():
        if "id" in dict(row) and not own.has(table, row):
            found.setdefault(table, []).append(int(key[0]))
    return [number for numbers in found.values() for number in numbers[-_OF_A_TABLE:]]


def private_ids(dump: Dump, telegram_id: int) -> list[int]:
    """The ids of rows that are one person's own."""
    persons = {dict(row)["telegram_id"]: key[0] for (table, key), row in dump.items() if table == "persons"}
    owner = persons[telegram_id]
    return [int(key[0]) for (_, key), row in dump.items()
            if "id" in dict(row) and dict(row).get("person_id") == owner]  # fmt: skip


def meddled(before: Dump, after: Dump, own: Own) -> list[str]:
    """What changed that is not the presser's own."""
    others = {str(part) for _, key in before for part in key} - set(map(str, own.numbers))
    faults = []
    for place in before.keys() | after.keys():
        if before.get(place) == after.get(place):
            continue
        if place in before and not own.has(place[0], before[place]):
            faults.append(f"changed: {place[0]} {_difference(before[place], after.get(place))}")
        elif place not in before and not own.has(place[0], after[place]):
            named = {
                word for value in dict(after[place]).values() for word in re.findall(r"\d{4,}", str(value))
            }
            if named & others:
                faults.append(f"new and about others: {place[0]} {after[place]}")
    return faults


def differences(before: Dump, after: Dump) -> list[str]:
    """Everything that changed."""
    return [
        f"{place[0]} {_difference(before[place], after.get(place)) if place in before else 'is new'}"
        for place in before.keys() | after.keys()
        if before.get(place) != after.get(place)
    ]


def _difference(before: Row, after: Row | None) -> str:
    if after is None:
        return "is gone"
    return str([(old, new) for old, new in zip(before, after, strict=True) if old != new])
