"""What the parts of an exported page share: its data, its words, and HTML that no text can break."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from html import escape
from typing import Any

from content.steady import steady
from content.texts import Shown, texts
from screens.words import shown_name
from storage.exports import Record
from storage.local_time import local


@dataclass(frozen=True)
class Leaf:
    """One page and what it is made of: `data` as data.json holds it."""

    data: Mapping[str, Any]

    @property
    def language(self) -> str:
        """Of the words."""
        return str(self.data["language"])

    def rows(self, table: str) -> Sequence[Record]:
        """What the copy holds of a table, the oldest first."""
        rows: Sequence[Record] = self.data["tables"].get(table, ())
        return rows

    def of(self, table: str, column: str, value: object) -> list[Record]:
        """The rows of a table that belong to another row, the reader's own first."""
        found = [row for row in self.rows(table) if row.get(column) == value]
        return sorted(found, key=lambda row: row.get("person_id") != self.data["you"])

    @cached_property
    def _names(self) -> dict[str, str]:
        return {str(person["id"]): shown_name(str(person["name"])) for person in self.rows("persons")}

    def name(self, person_id: object) -> str:
        """A person's name; of one who had everything erased, a word in its place."""
        return self._names.get(str(person_id)) or self.text("export-someone")

    def is_own(self, row: Record) -> bool:
        """Whether the reader wrote it."""
        return bool(row.get("person_id") == self.data["you"])

    def text(self, key: str, **params: Shown) -> str:
        """A text, not yet escaped."""
        return texts().plain(self.language, key, **params)

    def html(self, key: str, **params: Shown) -> str:
        """A text as HTML."""
        return escape(self.text(key, **params))

    def day(self, instant: object) -> str:
        """The day of an instant as it was where the reader lives."""
        return self._date(self._local(instant))

    def date(self, day: object) -> str:
        """A day."""
        return self._date(datetime.fromisoformat(str(day)))

    def moment(self, instant: object) -> str:
        """A day and an hour."""
        at = self._local(instant)
        return self.text("export-moment", day=self._date(at), hour=f"{at:%H:%M}")

    def hour(self, instant: object) -> str:
        """An hour alone."""
        return f"{self._local(instant):%H:%M}"

    def _local(self, instant: object) -> datetime:
        zone = self.data["zone"]
        at = datetime.fromisoformat(str(instant)).astimezone(UTC)
        return local(at, str(zone)) if zone else at

    def _date(self, at: datetime) -> str:
        month = self.text("week-months").split()[at.month - 1]
        return self.text("export-date", day=str(at.day), month=month, year=str(at.year))


def pictures(leaf: Leaf, table: str, row_id: object) -> list[str]:
    """The pictures of a row; in words where they had no room."""
    found = [one for one in leaf.data["pictures"] if (one["table"], one["id"]) == (table, row_id)]
    return [_picture(one) for one in found]


def _picture(shown: Mapping[str, Any]) -> str:
    if shown["file"] is None:
        return line(words(shown["alt"]))
    return f'<img src="{escape(shown["file"])}" alt="{escape(shown["alt"])}">'


def card(*parts: str) -> str:
    """A framed piece of the page; empty parts are left out."""
    return f'<article class="card">{"".join(parts)}</article>'


def line(text: str, kind: str = "") -> str:
    """A paragraph of HTML."""
    return f'<p class="{kind}">{text}</p>' if kind else f"<p>{text}</p>"


def words(text: object) -> str:
    """What somebody wrote, line breaks and all."""
    return f'<span class="words">{escape(steady(str(text)))}</span>'


def listed(items: Iterable[str]) -> str:
    """A list of pieces of HTML; nothing for none."""
    body = "".join(f"<li>{item}</li>" for item in items)
    return f'<ul class="plain">{body}</ul>' if body else ""


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Labels and what they say, both as HTML."""
    body = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in pairs)
    return f"<dl>{body}</dl>"


def clock(minutes: object) -> str:
    """Minutes since midnight as an hour."""
    hours, rest = divmod(int(str(minutes)), 60)
    return f"{hours:02}:{rest:02}"
