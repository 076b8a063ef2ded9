"""Reads the Fluent files of every language and refuses to start if one lacks what another has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from content.markup import SENTINELS

_TAG = re.compile(r"</?b>")


class ContentError(Exception):
    """The texts are not fit to be shown; the message names key and language."""


@dataclass(frozen=True, slots=True)
class Source:
    """What the files of one language hold. `variables`: key (or key.attribute) to the names it needs."""

    language: str
    resources: tuple[ast.Resource, ...]
    variables: Mapping[str, frozenset[str]]


def load(root: Path, languages: tuple[str, ...]) -> dict[str, Source]:
    """Every language's source, checked against each other. Raises ContentError."""
    sources = {language: _load_language(root / language, language) for language in languages}
    first = sources[languages[0]]
    for source in sources.values():
        _compare(first, source)
    return sources


def _load_language(folder: Path, language: str) -> Source:
    files = sorted(folder.glob("*.ftl"))
    if not files:
        raise ContentError(f"{language}: no texts found")
    variables: dict[str, frozenset[str]] = {}
    resources = []
    for file in files:
        resource = FluentParser().parse(file.read_text(encoding="utf-8"))
        for key, pattern in _patterns(resource, language, file.name):
            if key in variables:
                raise ContentError(f"{language}: {key} is there twice")
            variables[key] = _read(pattern, key, language)
        resources.append(resource)
    return Source(language, tuple(resources), variables)


def _patterns(resource: ast.Resource, language: str, file: str) -> Iterator[tuple[str, ast.Pattern]]:
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            line = (entry.content or "").strip().partition("\n")[0]
            raise ContentError(f"{language}: {file} can't be read at “{line}”")
        if not isinstance(entry, ast.Message):
            continue
        if entry.value is None:
            raise ContentError(f"{language}: {entry.id.name} has no text")
        yield entry.id.name, entry.value
        for attribute in entry.attributes:
            yield f"{entry.id.name}.{attribute.id.name}", attribute.value


def _read(pattern: ast.Pattern, key: str, language: str) -> frozenset[str]:
    reading = _Reading()
    reading.visit(pattern)
    if reading.references:
        raise ContentError(f"{language}: {key} refers to another text")
    written = "".join(reading.written)
    if any(char in SENTINELS for char in written):
        raise ContentError(f"{language}: {key} holds a private-use character")
    # Tags must not sit in a choice's branches, where one could open and another not close.
    tags = _TAG.findall(written)
    if tags != ["<b>", "</b>"] * (len(tags) // 2) or "<" in _TAG.sub("", written):
        raise ContentError(f"{language}: {key} has markup other than closed <b>…</b>")
    return frozenset(reading.names)


class _Reading(Visitor):
    """Collects what a pattern needs and what it says itself."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.references: set[str] = set()
        self.written: list[str] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.written.append(node.value)


def _compare(first: Source, other: Source) -> None:
    for key in first.variables.keys() ^ other.variables.keys():
        lacking = other if key in first.variables else first
        raise ContentError(f"{lacking.language}: {key} is missing")
    for key, names in first.variables.items():
        if names != other.variables[key]:
            differing = ", ".join(sorted(names ^ other.variables[key]))
            raise ContentError(f"{other.language}: {key} differs from {first.language} in: {differing}")
