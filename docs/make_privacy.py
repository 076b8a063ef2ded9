"""Writes docs/privacy.md from the rules in storage/privacy: python docs/make_privacy.py"""

from pathlib import Path

from sqlalchemy import Table

from storage.privacy import RULES, Rule
from storage.sealed import SealedText
from storage.tables import Base

PAGE = Path(__file__).with_name("privacy.md")
_HEAD = """# What is kept

Every table and every column: what it holds, why, for how long, whose it is, and what becomes of it. This
page is made from the rules that erasure itself goes by (`storage/privacy`; `python docs/make_privacy.py`
writes it), and a test fails as long as a table or column has no rule. *Sealed* means AES-256-GCM, bound to
its table, column and row, with a key that does not lie in the database. All else is readable to whoever
reads the database: numbers, times, zones, choices of settings. Messages between the two of you are never
written down.

## Leaving

**/unpair** ends a couple at once, by either one alone. What the two share is frozen: nothing can be changed
any more. Both can take it with them for 30 days (/export), then it goes. What one of them alone knew (an
answer kept for oneself or never shown, moments, one's own list, the quiz) stays that person's.

**/forget** erases a person at once and for good: name and Telegram number first, then every row of theirs,
in batches that go on after a crash. A couple they are in ends as with /unpair, and keeps nothing of them; a
pause that is on goes on for the partner alone, and they are called back as promised. Whoever was forgotten
is not called back. Messages of the bot that hold their words are deleted in Telegram, in the private chat
and in the couple's, if they are younger than 48 hours: Telegram allows no more. To the bot they are
somebody new.

**What stays all the same.** Older messages in Telegram, on both phones and on its servers: delete the chat
there. What a partner exported or copied. Backups of whoever runs the bot, until these are deleted; a backup
that is played back brings rows back, so /forget must then be said again. SQLite overwrites what is deleted
and empties its log after each erasure. PostgreSQL keeps dead rows in its files until VACUUM has run, and in
archived WAL as long as that is kept: both are the operator's.

## Tables

"""


def page() -> str:
    """The whole page."""
    tables = sorted(Base.metadata.tables.values(), key=lambda table: table.name)
    return _HEAD + "\n".join(_section(table, RULES[table.name]) for table in tables)


def _section(table: Table, rule: Rule) -> str:
    rows = [
        f"| `{column.name}` | {rule.columns[column.name]} | {_sealing(column.type)} |"
        for column in table.columns
    ]
    return "\n".join(
        [
            f"### `{table.name}`: {rule.whose.value}",
            "",
            f"Why: {rule.why}. Kept {rule.kept}.  ",
            f"/forget: {rule.on_forget}. 30 days after the couple's end: {rule.on_end}.",
            "",
            "| column | what | at rest |",
            "| --- | --- | --- |",
            *rows,
            "",
        ]
    )


def _sealing(kind: object) -> str:
    return "sealed" if isinstance(kind, SealedText) else "readable"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
