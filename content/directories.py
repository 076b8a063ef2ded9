"""Directories of people who help, by country. They keep numbers up to date; we do not copy any."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "directories.json"


@dataclass(frozen=True, slots=True)
class Directory:
    """One directory that covers many countries."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Directories:
    """`looked_up`: ISO date on which the addresses were checked."""

    looked_up: str
    entries: tuple[Directory, ...]


@cache
def directories() -> Directories:
    """What the data file holds. Raises KeyError or ValueError if it is malformed."""
    data = json.loads(_FILE.read_text("utf-8"))
    entries = tuple(Directory(entry["name"], entry["url"]) for entry in data["directories"])
    if not entries or not all(entry.url.startswith("https://") for entry in entries):
        raise ValueError("a directory needs an https address")
    return Directories(data["looked_up"], entries)
