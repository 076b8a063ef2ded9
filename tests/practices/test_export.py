"""A copy of one's data: all of one's own and of what both share, and nothing of the other's."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from content.rich import Rich
from practices import check_in, export, moments
from practices.check_in import Given
from screens import export_page
from screens.export_page import Shown
from screens.screen import Archive
from storage.export_tables import LEFT_OUT, RULES
from storage.moments import MomentKind
from storage.reseal import sealed_columns
from storage.tables import Base, Export
from tests.practices.check_in_desk import ask
from tests.practices.life import Life, live
from tests.practices.pause_desk import Desk

NOT_COPIED = {(rule.name, column) for rule in RULES for column in rule.left_out}
OTHER = {"ann": "ben", "ben": "ann"}


async def life_of(desk: Desk) -> Life:
    async with desk.database.work() as work:
        return await live(desk, work, work.exports._vault)


async def tables_of(desk: Desk, reader: str) -> dict[str, Any]:
    """What a copy for this reader holds."""
    async with desk.database.work() as work:
        return {rule.name: await work.exports.read(getattr(desk, reader), rule) for rule in RULES}


def copy_of(desk: Desk, reader: str, tables: dict[str, Any], language: str = "en") -> dict[str, Any]:
    archive = Archive(1, getattr(desk, reader), language, "Europe/Berlin", Rich(""))
    review = tables["reviews"][0]["id"] if tables["reviews"] else "1"
    pictures = [
        Shown("pictures/w.png", "reviews", review, "A week"),
        Shown(None, "persons", str(getattr(desk, reader)), "A result in words"),
    ]
    return export_page.data(archive, tables, desk.now, pictures)


def test_every_table_is_in_a_copy_or_has_a_reason_why_not() -> None:
    assert {rule.name for rule in RULES} | LEFT_OUT.keys() == Base.metadata.tables.keys()
    assert not {rule.name for rule in RULES} & LEFT_OUT.keys()
    assert all([*LEFT_OUT.values(), *(why for rule in RULES for why in rule.left_out.values())])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_names_only_columns_that_its_table_has(rule: Any) -> None:
    named = {rule.order, *rule.theirs, *rule.left_out, *([rule.owner] if rule.owner else [])}
    assert named <= set(rule.table.columns.keys())
    assert not rule.theirs.keys() & rule.left_out.keys()


async def test_the_life_of_the_test_fills_every_table_and_every_sealed_column_of_a_copy(desk: Desk) -> None:
    life = await life_of(desk)
    for author in ("ann", "ben"):
        filled = {(table, column) for by, _, table, column in life.said if by == author}
        sealed = {(one.table.name, one.column.name) for one in sealed_columns()}
        assert {place for place in sealed if place[0] not in LEFT_OUT} <= filled
        assert all((await tables_of(desk, author)).values())


@pytest.mark.parametrize("reader", ["ann", "ben"])
async def test_a_copy_holds_all_of_ones_own_and_what_both_share_and_nothing_else(
    desk: Desk, reader: str
) -> None:
    life = await life_of(desk)
    copy = copy_of(desk, reader, await tables_of(desk, reader))
    text = json.dumps(copy)
    held = life.sentences(reader, "private", NOT_COPIED)
    held += life.sentences("ann", "shared", NOT_COPIED) + life.sentences("ben", "shared", NOT_COPIED)
    assert held
    assert [sentence for sentence in held if f'"{sentence}"' not in text] == []
    hidden = life.sentences(OTHER[reader], "private")
    assert hidden
    page = export_page.page({**copy, "tables": without_moods_and_chips(copy["tables"])})
    assert [sentence for sentence in hidden if sentence in text or sentence in page] == []
    assert f"{OTHER[reader]} shows" in text
    assert f"{OTHER[reader]} withdrew" not in text


def without_moods_and_chips(tables: dict[str, Any]) -> dict[str, Any]:
    """For the page: a mood is a digit and a suggestion a name, never a sentence."""
    kept = {**tables}
    kept["check_in_answers"] = [{**row, "mood": None} for row in tables["check_in_answers"]]
    kept["review_answers"] = [{**row, "chips": None} for row in tables["review_answers"]]
    return kept


async def test_of_the_others_row_a_copy_holds_only_what_was_let_be_seen(desk: Desk) -> None:
    await life_of(desk)
    tables = await tables_of(desk, "ann")
    ben = str(desk.ben)
    [person] = [row for row in tables["persons"] if row["id"] == ben]
    assert person.keys() == {"id", "name"}
    for row in tables["check_in_answers"]:
        if row["person_id"] == ben:
            assert not row.keys() & {"only_me", "skipped", "given_at", "nudged_at", "message_id"}
    early = [row for row in tables["parties"] if row["person_id"] == ben and "here_at" not in row]
    assert len(early) == 1
    assert all("here_at" in row for row in tables["parties"] if row["person_id"] != ben)
    # A yes that did not lead to an agreement was told to nobody.
    assert {row["person_id"] for row in tables["weekly_yes"]} == {str(desk.ann)}


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_the_page_shows_every_sentence_and_loads_nothing(desk: Desk, language: str) -> None:
    life = await life_of(desk)
    tables = without_moods_and_chips(await tables_of(desk, "ann"))
    page = export_page.page(copy_of(desk, "ann", tables, language))
    unseen = {("check_in_answers", "mood"), ("review_answers", "chips"), *NOT_COPIED}
    shown = life.sentences("ann", "private", unseen) + life.sentences("ben", "shared", unseen)
    assert [sentence for sentence in shown if sentence not in page] == []
    assert "http" not in page
    assert "<script" not in page
    assert "url(" not in page
    assert '<img src="pictures/w.png" alt="A week">' in page
    assert "A result in words" in page


async def test_nothing_that_somebody_wrote_breaks_the_page(desk: Desk) -> None:
    wicked = '<script>alert(1)</script>"&\u202e\ud800'
    async with desk.database.work() as work:
        await work.comforts.add(desk.ann, wicked, desk.now)
        person = await work.persons.get(desk.ann)
        assert person is not None
        person.name = work.exports._vault.seal("persons", "name", desk.ann, wicked)
    copy = copy_of(desk, "ann", await tables_of(desk, "ann"))
    page = export_page.page(copy)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;" in page
    assert json.loads(json.dumps(copy, ensure_ascii=False).encode()) == copy


async def test_after_an_end_both_find_what_was_shared_and_a_next_partner_finds_none_of_it(
    desk: Desk,
) -> None:
    life = await life_of(desk)
    cleo = await desk.meet(3, "Cleo")
    async with desk.database.work() as work:
        couple = await work.couples.get(desk.couple)
        assert couple is not None
        await work.couples.end(couple, desk.ann, desk.now)
        await work.couples.form(desk.ann, cleo, None, desk.now)
    for reader in ("ann", "ben"):
        text = json.dumps(await tables_of(desk, reader))
        shared = life.sentences("ann", "shared") + life.sentences("ben", "shared")
        assert [sentence for sentence in shared if sentence not in text] == []
    async with desk.database.work() as work:
        hers = json.dumps({rule.name: await work.exports.read(cleo, rule) for rule in RULES})
    said = [one for found in life.said.values() for one in found if "persons.name" not in one]
    assert [sentence for sentence in said if sentence in hers] == []


async def test_thirty_days_after_an_end_ones_own_private_answers_are_still_in_a_copy(desk: Desk) -> None:
    life = await life_of(desk)
    async with desk.database.work() as work:
        ended = await work.couples.get(desk.couple)
        assert ended is not None
        await work.couples.end(ended, desk.ann, desk.now)
        assert await work.erasures.end(desk.couple, 10_000)
    answers = {"check_in_answers", "review_answers"}
    for reader in ("ann", "ben"):
        tables = await tables_of(desk, reader)
        copy = copy_of(desk, reader, tables)
        page = export_page.page({**copy, "tables": without_moods_and_chips(tables)})
        words = [one for one in life.sentences(reader, "private", NOT_COPIED) if "answers.words" in one]
        assert len(words) == 2
        assert [sentence for sentence in words if sentence not in page] == []
        assert {row["person_id"] for name in answers for row in tables[name]} == {str(getattr(desk, reader))}


async def test_what_one_does_for_oneself_changes_nothing_in_the_others_copy(desk: Desk) -> None:
    question = await ask(desk)
    before = await tables_of(desk, "ben")
    acts: tuple[tuple[Any, ...], ...] = (
        (check_in.mood, question, 1),
        (check_in.keep, question, Given(words="for later", message_id=7)),
        (check_in.keep_private, question),
        (check_in.skip, question),
        (moments.log, MomentKind.NEAR),
    )
    for do, *args in acts:
        desk.now += timedelta(minutes=5)
        named = {"only_me": True} if do is check_in.keep_private else {}
        await desk.act(desk.ann, do, *args, **named, private=True)
        assert await tables_of(desk, "ben") == before, do.__name__


async def test_the_schema_in_the_docs_says_what_a_copy_holds(desk: Desk) -> None:
    schema = json.loads((Path(__file__).parents[2] / "docs" / "export.schema.json").read_text("utf-8"))
    tables = schema["properties"]["tables"]["properties"]
    assert {rule.name: sorted(rule.columns) for rule in RULES} == {
        name: sorted(entry["items"]["properties"]) for name, entry in tables.items()
    }
    await life_of(desk)
    copy = copy_of(desk, "ann", await tables_of(desk, "ann"))
    assert faults(copy, schema, "data.json") == []
    assert faults({**copy, "you": 7, "more": 1}, schema, "x") == ["x.you: no string", "x: more"]


def faults(value: Any, schema: dict[str, Any], where: str) -> list[str]:
    """What of a value breaks a schema of the few words that ours uses."""
    kinds = {
        "object": dict,
        "array": list,
        "string": str,
        "integer": int,
        "boolean": bool,
        "null": type(None),
    }
    allowed = schema.get("type", [])
    names = [allowed] if isinstance(allowed, str) else allowed
    if names and not any(type(value) is kinds[name] for name in names):
        return [f"{where}: no {' or '.join(names)}"]
    if "const" in schema and value != schema["const"]:
        return [f"{where}: not {schema['const']}"]
    found: list[str] = []
    if isinstance(value, dict):
        known = schema.get("properties", {})
        rest = schema.get("additionalProperties", True)
        for name, entry in value.items():
            if name in known:
                found += faults(entry, known[name], f"{where}.{name}")
            elif isinstance(rest, dict):
                found += faults(entry, rest, f"{where}.{name}")
        found += [f"{where}: {name}" for name in value if rest is False and name not in known]
        found += [f"{where}: no {name}" for name in schema.get("required", ()) if name not in value]
    if isinstance(value, list):
        found += [one for entry in value for one in faults(entry, schema.get("items", {}), f"{where}[]")]
    return found


async def step_of(desk: Desk) -> list[str]:
    async with desk.database.work() as work:
        return [one.step for one in await work.session.scalars(select(Export).order_by(Export.asked_at))]


async def test_one_copy_at_a_time_is_made_for_a_person(desk: Desk) -> None:
    for person in (desk.ann, desk.ann, desk.ben):
        assert await desk.act(person, export.begin, private=True) == "okay"
    said = [(row.name, row.to) for row in await desk.rows() if row.kind == "screen"]
    assert said == [("export.file", "ann"), ("export.file", "ben")]


async def test_a_file_that_could_not_be_made_is_said_and_does_not_count(desk: Desk) -> None:
    for _ in range(5):
        await desk.act(desk.ann, export.begin, private=True)
        await desk.rows()
        await desk.act(desk.ann, sent_badly, private=True)
        desk.now += timedelta(minutes=1)
    assert await step_of(desk) == ["failed"] * 5


async def sent_badly(turn: Any, person: Any) -> None:
    await export.sent(turn, "export.file.failed", person.telegram_id, 9)


async def test_whatever_became_of_it_nothing_is_kept_of_a_copy_after_a_day(desk: Desk) -> None:
    await desk.act(desk.ann, export.begin, private=True)
    await desk.rows()
    await desk.pass_time(hours=23, minutes=59)
    assert await step_of(desk) == ["collecting"]
    await desk.pass_time(minutes=2)
    assert await step_of(desk) == []
    assert await desk.timers() == []


async def test_a_step_of_a_copy_that_is_no_more_changes_nothing(desk: Desk) -> None:
    async with desk.database.work() as work:
        from practices.turn import Turn

        await export.went_on(Turn(desk.now, work), {"id": 5, "step": "drawing"})
    assert await desk.rows() == []
