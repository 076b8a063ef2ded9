"""What a rule about a table says, and what erasure does with its rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement

# Which rows, by the id of the person who leaves for good, or of the couple whose thirty days are over.
Where = Callable[[int], ColumnElement[bool]]


class Whose(StrEnum):
    """To whom the rows of a table belong."""

    OWN = "one person's own"
    SHARED = "the couple's"
    NOBODY = "nobody's"


@dataclass(frozen=True, slots=True)
class Delete:
    """The rows go, and with them every row that cannot be without them. `of`: those of this other table.

    `hang_on`: the column by which they hang on others, which go with the last that cannot be without them.
    """

    where: Where
    of: str | None = None
    hang_on: str | None = None


@dataclass(frozen=True, slots=True)
class Empty:
    """These columns are emptied; the rows stay."""

    where: Where
    columns: tuple[str, ...]


Step = Delete | Empty


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a table is kept, how long, whose it is, and what its columns hold.

    `on_forget` and `on_end` say in words what `forget` (the erasure of a person) and `end` (thirty days after
    a couple's end) do with it. Rows that go together with those of another table need no step of their own.
    """

    why: str
    kept: str
    whose: Whose
    columns: Mapping[str, str]
    on_forget: str = "nothing: it holds nothing of a person"
    on_end: str = "nothing"
    forget: tuple[Step, ...] = ()
    end: tuple[Step, ...] = ()
