"""Every table and column has a rule, the page says it, and no rule leaves a person behind."""

from sqlalchemy import Table

from docs.make_privacy import PAGE, page
from storage.privacy import RULES, Delete, Whose
from storage.tables import Base

TABLES = Base.metadata.tables


def parents(table: Table) -> set[str]:
    return {key.column.table.name for key in table.foreign_keys if not key.parent.nullable}


def about_people(table: Table) -> bool:
    """Whether its rows belong, however indirectly, to a person or a couple."""
    above = {key.column.table.name for key in table.foreign_keys} - {table.name}
    return bool({"persons", "couples"} & (above | {table.name})) or any(
        about_people(TABLES[name]) for name in above
    )


def gone_with(name: str, what: str) -> bool:
    """Whether its rows are deleted by its own rule, or go with those of a table that they hang on."""
    own = any(isinstance(step, Delete) for step in getattr(RULES[name], what))
    return own or any(gone_with(parent, what) for parent in parents(TABLES[name]) if parent != name)


def test_every_table_and_every_column_has_a_rule_and_nothing_else_has() -> None:
    assert set(RULES) == set(TABLES)
    for name, table in TABLES.items():
        assert list(RULES[name].columns) == [column.name for column in table.columns], name


def test_the_page_says_what_the_rules_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python docs/make_privacy.py"


def test_what_belongs_to_people_goes_when_they_go() -> None:
    for name, table in TABLES.items():
        assert (RULES[name].whose is not Whose.NOBODY) == about_people(table), name
        if about_people(table):
            assert gone_with(name, "forget"), name
        if RULES[name].whose is Whose.SHARED:
            assert gone_with(name, "end"), name
