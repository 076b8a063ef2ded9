"""What a screen is, and who reads it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from content.rich import Rich

Theme = Literal["light", "dark"]


class Where(StrEnum):
    """Private chat; the chat of just the two; a group with others in it (no names, no content)."""

    PRIVATE = "private"
    SHARED = "shared"
    CROWD = "crowd"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, where, when. `languages` holds one, or two where the partners' differ.

    `zone` is the IANA name of the reader's zone, of both where the two share one. `shown` is the name of
    the screen that this panel shows in this chat now, `commitment` the number that it had; `anew` means that
    a new message is asked for, otherwise an edit is.
    """

    languages: tuple[str, ...]
    where: Where
    now: datetime
    bot_username: str
    person_id: int | None = None
    shown: str | None = None
    anew: bool = True
    zone: str | None = None
    commitment: int | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: exactly one of `press` (callback data, ≤ 64 bytes), `link`, `copy`."""

    label: str
    press: str | None = None
    link: str | None = None
    copy: str | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Keyboard:
    """A persistent reply keyboard; the message that carries it is never edited.

    Without rows it takes the one away that is there. `selective`: only for whom the message mentions.
    """

    rows: tuple[tuple[str, ...], ...] = ()
    selective: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG of 1080 × 1350 pixels, drawn by the template from the data just before it is sent.

    `template`: one of content/pictures, whose head says what `data` (JSON values, words included) must
    hold. `name`: the file's, without its ending.
    """

    template: str
    data: Mapping[str, Any]
    theme: Theme = "light"
    name: str = "backsoon"


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF; otherwise as `Picture`."""

    template: str
    data: Mapping[str, Any]
    theme: Theme = "light"
    name: str = "backsoon"


@dataclass(frozen=True, slots=True)
class Archive:
    """A ZIP with a person's copy of their data, put together just before it is sent.

    `export_id`: the row that asked for it; `person_id`: whose it is. `sorry`: what is said where it cannot be
    made. `name`: the file's, without its ending.
    """

    export_id: int
    person_id: int
    language: str
    # IANA name; none: times are shown in UTC.
    zone: str | None
    sorry: Rich
    name: str = "backsoon"


@dataclass(frozen=True, slots=True)
class Screen:
    """One thing that the bot shows. `name` says which, for the panel's next drawing.

    `report`: the practice learns of its delivery through an internal event. `animation`: a moving picture
    of `content` that the text stands under. `picture`, `document`: drawn and sent with the text (at most
    1024 UTF-16 units) below; if it cannot be drawn, the text goes alone, so it must say the same. An
    `archive` has words of its own for that. At most one of the four, and only for what is said: no panel has
    one. `words_of`: ids of the persons whose words, moods or choices it shows, so that the message goes when
    one of them is forgotten; its reader in a private chat need not be named. `commitment`: the number of the
    promise that it is about. However late its delivery is known of, it says nothing about another one.
    """

    name: str
    text: Rich
    rows: tuple[tuple[Button, ...], ...] = ()
    keyboard: Keyboard | None = None
    report: bool = False
    animation: str | None = None
    picture: Picture | None = None
    document: Document | None = None
    archive: Archive | None = None
    words_of: tuple[int, ...] = ()
    commitment: int | None = None

    @property
    def drawn(self) -> Picture | Document | Archive | None:
        """What must be made before it can be sent."""
        return self.picture or self.document or self.archive


class NotNow(Exception):
    """It is still true, but not to be shown before so many seconds are over."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


# Draws a view for a reader; `params` are what a `say` carried. None: no longer true, show nothing.
Draw = Callable[[Any, Reader, Mapping[str, Any]], Screen | None]
