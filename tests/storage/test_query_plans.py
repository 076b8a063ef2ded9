"""No statement of a turn or a delivery reads a whole table, so its cost does not grow with the couples.

Nor does any of an erasure.
"""

import re
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, PrimaryKeyConstraint, UniqueConstraint, event

import playground
from scheduler.clock import MovableClock
from storage.tables import Base
from tests.end_to_end import test_forget
from tests.end_to_end.rig import START, Rig
from tests.end_to_end.test_check_in import begin, open_page
from tests.end_to_end.test_review import write

_FINE = (
    "SCAN CONSTANT ROW",
    # Rows that wait for a turn, and no others, are in this partial index; the first of them is taken.
    "SCAN inbox USING INDEX ix_inbox_waiting",
    # The least of an index that begins with the column: its first entry.
    "SEARCH timers USING COVERING INDEX ix_timers_due_at",
    "SEARCH outbox USING COVERING INDEX ix_outbox_seq",
    # Once a /forget: what Telegram has not taken yet, however many couples there are. An index on addresses
    # would have to be written at each ✋ for that.
    "SCAN outbox: DELETE FROM outbox WHERE outbox.address = ?",
)
# A search that names no condition in brackets is a walk through the whole index.
_WALK = re.compile(r"SCAN (?!\(subquery)|SEARCH (?!.*\(.+\))")
_TABLE = re.compile(r'\b(?:FROM|INTO|UPDATE|JOIN)\s+"?(\w+)"?')

Statements = dict[str, Any]


@pytest.fixture
def statements() -> Iterator[Statements]:
    """Every statement that is executed meanwhile, with the parameters of its last execution."""
    heard: Statements = {}

    def hear(_conn: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        heard[statement] = parameters[0] if many else parameters

    event.listen(Engine, "before_cursor_execute", hear)
    yield heard
    event.remove(Engine, "before_cursor_execute", hear)


async def _live(rig: Rig) -> None:
    """Two evenings of a couple: pairing, ✋ by key and by button, every step, every button, and an end."""
    await rig.pair_in_group()
    # By the keyboard; then taken back, called again, and called by the other too.
    await rig.say(rig.ann, rig.together, "✋", reply_to=_carrier(rig))
    await rig.tap(rig.ann, rig.together, ":undo")
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.say(rig.ben, rig.together, "✋", reply_to=_carrier(rig))
    await rig.tap(rig.ben, rig.together, ":times")
    await rig.move(minutes=15)
    await rig.tap(rig.ben, rig.private(rig.ben), ":plus:20")
    await rig.move(minutes=25)
    await rig.tap(rig.ann, rig.together, ":here")
    await rig.move(minutes=10)
    await rig.tap(rig.ben, rig.together, ":here")
    # Nobody comes back from this one.
    await rig.say(rig.ann, rig.private(rig.ann), "/pause 30")
    for minutes in (2, 23, 5, 10, 20, 8 * 60):
        await rig.move(minutes=minutes)
    await _look_back(rig)
    await _try_something(rig)
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.say(rig.ben, rig.private(rig.ben), "/unpair")
    await rig.tap(rig.ben, rig.private(rig.ben), ":yes")
    await rig.say(rig.ann, rig.private(rig.ann), "hello")


async def _look_back(rig: Rig) -> None:
    """A review with words of both, a proposal and a yes; a near miss, and the past ones."""
    await rig.say(rig.ann, rig.together, "/review")
    for person in (rig.ann, rig.ben):
        await rig.tap(person, rig.together, ":tap:appreciation:helping")
    for step in ("appreciation", "works", "adjust", "near", "celebrate"):
        await rig.tap(rig.ann, rig.together, f":next:{step}")
    await rig.tap(rig.ann, rig.together, ":propose:phones")
    for person in (rig.ann, rig.ben):
        await rig.tap(person, rig.together, "Yes, 1")
    await rig.tap(rig.ann, rig.together, "moment:near")
    await rig.tap(rig.ann, rig.together, "review:past")


async def _try_something(rig: Rig) -> None:
    """An experiment out of the playbook, how it felt, and both of its questions."""
    private = rig.private(rig.ann)
    await rig.say(rig.ann, private, "/playbook")
    for end in ("playbook:trial", "trial:begin:thanks", ":harder", "playbook:log"):
        await rig.tap(rig.ann, private, end)
    for _ in range(8):
        await rig.move(days=1)
    await rig.tap(rig.ann, private, ":lighter")
    await rig.say(rig.ann, private, "/calm")


async def _forget(rig: Rig) -> None:
    """An evening of everything; then one of the two goes for good, then the other."""
    await test_forget.live(rig)
    await rig.tap(rig.ann, rig.together, "pause:new")
    for person in (rig.ann, rig.ben):
        await test_forget.forget(rig, person)


async def _end(rig: Rig) -> None:
    """Private answers, an agreement, a pause in the place of another; the end, its thirty days, /forget."""
    await begin(rig)
    await open_page(rig, rig.ann)
    await rig.say(rig.ann, rig.private(rig.ann), "for me")
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.move(minutes=20)
    await rig.say(rig.ann, rig.private(rig.ann), "/pause 30")
    await rig.move(minutes=30)
    for person in (rig.ann, rig.ben):
        await rig.tap(person, rig.together, ":here")
    await _look_back(rig)
    await rig.say(rig.ann, rig.together, "/review")
    await write(rig, rig.ben, "appreciation", "for me")
    await rig.say(rig.ben, rig.private(rig.ben), "/unpair")
    await rig.tap(rig.ben, rig.private(rig.ben), ":yes")
    await rig.move(days=31)
    for person in (rig.ann, rig.ben):
        await test_forget.forget(rig, person)


def _carrier(rig: Rig) -> int:
    """The couple's panel, a message of ours: ✋ reaches us in a group as an answer to one."""
    return rig.message_with(rig.ann, rig.together, "pause:new").id


@pytest.mark.parametrize(
    ("life", "tables"),
    [
        (_live, {"inbox", "outbox", "timers", "pauses", "couples", "panels", "experiments"}),
        (_forget, {"persons", "members", "parties", "pause_times", "comforts", "sent", "check_in_answers"}),
        (_end, {"couples", "members", "parties", "pause_times", "weekly_yes", "pairings", "reviews"}),
    ],
)
async def test_no_statement_of_a_turn_or_a_delivery_reads_a_whole_table(
    tmp_path: Path, statements: Statements, life: Callable[[Rig], Awaitable[None]], tables: set[str]
) -> None:
    clock = MovableClock(START)
    play = await playground.start(clock, seeded=False)
    rig = Rig(play, clock, tmp_path / "data")
    await rig.start_bot()
    # Migrations are over: from here on only what the running bot asks.
    statements.clear()
    await life(rig)
    heard = dict(statements)
    await rig.stop_bot()
    await play.stop()
    assert tables <= _tables(heard, "" if life is _live else "DELETE")
    with closing(sqlite3.connect(tmp_path / "data" / "backsoon.db")) as database:
        walks = {plan for statement, values in heard.items() for plan in _walks(database, statement, values)}
    assert not walks, "\n".join(sorted(walks))


def test_whatever_points_to_a_row_is_found_by_an_index_when_that_row_goes() -> None:
    for table in Base.metadata.sorted_tables:
        unique = [
            one for one in table.constraints if isinstance(one, UniqueConstraint | PrimaryKeyConstraint)
        ]
        first = {next(iter(one.columns)).name for one in (*table.indexes, *unique)}
        assert {key.parent.name for key in table.foreign_keys} <= first, table.name


def _tables(heard: Statements, verb: str) -> set[str]:
    """Those in statements that begin so."""
    return {table for statement in heard if statement.startswith(verb) for table in _TABLE.findall(statement)}


def _walks(database: sqlite3.Connection, statement: str, values: Any) -> Iterator[str]:
    if not statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
        return
    for *_, step in database.execute(f"EXPLAIN QUERY PLAN {statement}", values):
        walk = f"{step}: {' '.join(statement.split())}"
        if _WALK.match(str(step)) and not {step, walk} & set(_FINE):
            yield walk
