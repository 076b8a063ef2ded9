"""The readable page of an exported copy: one HTML file that asks no network for anything."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import content
from content.ftl import ContentError
from content.prompts import prompt_text
from content.quiz import item_text
from screens import export_parts, export_private
from screens.export_words import Leaf, line
from screens.screen import Archive
from storage.exports import Record

FORMAT, VERSION = "backsoon-export", 1
"""What data.json is, and the version of its schema: docs/export.md."""

_ROOT = Path(content.__file__).parent
_SECTIONS: tuple[tuple[str, Callable[[Leaf], str]], ...] = (
    ("export-title-you", export_private.you),
    ("export-title-couples", export_parts.couples),
    ("export-title-check-ins", export_parts.check_ins),
    ("export-title-reviews", export_parts.reviews),
    ("export-title-moments", export_private.moments),
    ("export-title-pauses", export_parts.pauses),
    ("export-title-comforts", export_private.comforts),
    ("export-title-quiz", export_private.quiz),
    ("export-title-experiments", export_private.experiments),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of the copy, and the same in words (`alt`).

    `file`: where it is in the ZIP; None: it had no room. `table`, `id`: the row it belongs to; a person's is
    their result of the quiz, as far as the reader may see it.
    """

    file: str | None
    table: str
    id: str
    alt: str


def data(
    what: Archive,
    tables: Mapping[str, Sequence[Record]],
    now: datetime,
    pictures: Sequence[Shown],
) -> dict[str, Any]:
    """All of data.json."""
    prompts = dict.fromkeys(str(row["prompt"]) for row in tables["check_ins"])
    items = dict.fromkeys(str(row["item"]) for row in tables["quiz_answers"])
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": now.isoformat().replace("+00:00", "Z"),
        "you": str(what.person_id),
        "language": what.language,
        "zone": what.zone,
        "texts": {
            "prompts": {name: _text(prompt_text, what.language, name) for name in prompts},
            "quiz_items": {name: _text(item_text, what.language, name) for name in items},
        },
        "pictures": [asdict(picture) for picture in pictures],
        "tables": dict(tables),
    }


def _text(find: Callable[[str, str], Any], language: str, name: str) -> str:
    try:
        return str(find(language, name).text)
    except ContentError:
        # It was asked once, and is asked no more.
        return name


def page(copy: Mapping[str, Any]) -> str:
    """The page for what `data` made."""
    leaf = Leaf(copy)
    parts = [(title, draw(leaf)) for title, draw in _SECTIONS]
    present = [(title, part) for title, part in parts if part]
    links = "".join(f'<li><a href="#{title}">{leaf.html(title)}</a></li>' for title, _ in present)
    sections = "".join(
        f'<section aria-labelledby="{title}"><h2 id="{title}">{leaf.html(title)}</h2>{part}</section>'
        for title, part in present
    )
    missing = sum(picture["file"] is None for picture in copy["pictures"])
    note = line(leaf.html("export-pictures-missing", number=missing)) if missing else ""
    head = leaf.html("export-title")
    zone = str(copy["zone"] or "UTC")
    return (
        f'<!doctype html><html lang="{_LANG[leaf.language]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{head}</title><style>{_style()}</style></head><body>"
        f"<header><h1>{head}</h1>"
        f"{line(leaf.html('export-made', moment=leaf.moment(copy['made_at']), zone=zone), 'soft')}"
        f"{line(leaf.html('export-what'))}{note}</header>"
        f'<nav aria-label="{leaf.html("export-contents")}"><ul>{links}</ul></nav>'
        f"<main>{sections}</main>"
        f"<footer>{line(leaf.html('export-care'))}</footer></body></html>"
    )


_LANG = {"en": "en", "zh": "zh-Hans"}


@cache
def _style() -> str:
    palette = json.loads((_ROOT / "pictures" / "palette.json").read_text("utf-8"))

    def variables(theme: str) -> str:
        return ":root{" + "".join(f"--{name}:{colour};" for name, colour in palette[theme].items()) + "}"

    rules = (_ROOT / "data" / "export.css").read_text("utf-8")
    dark = "@media (prefers-color-scheme: dark){" + variables("dark") + "}"
    return escape(variables("light") + dark, quote=False) + rules
