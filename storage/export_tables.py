"""What of each table a person's copy of their data holds: one entry for every table there is.

Of a row that is the other's, only the columns named in `theirs` are taken, and only where their condition
holds; of one's own and of what both share, every column that is not left out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, or_, select, true

from storage.tables import Base

_T = Base.metadata.tables
Where = Callable[[int], ColumnElement[bool]]

# Tables that no copy holds, and why.
LEFT_OUT: Mapping[str, str] = {
    "exports": "only the making of such a copy; gone a day later",
    "groups": "a chat of Telegram's, by its number",
    "inbox": "what waits for its turn; emptied at once",
    "installation": "which bot this is",
    "lease": "which process works",
    "media": "pictures of the bot's own",
    "outbox": "what waits to be sent; gone with its delivery",
    "pairings": "the way to a couple, which is there itself; a link's token is spent",
    "panels": "where a message stands",
    "seal": "which keys belong here",
    "sent": "where a message stands, for two days",
    "timers": "what is due when; all of it follows from the rest",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One table's part in a copy.

    `rows`: those that the reader may have. `owner`: the column that says whose a row is; None: both's.
    `order`: the column they are sorted by. `left_out`: columns that no copy holds, and why.
    """

    name: str
    rows: Where
    order: str
    owner: str | None = None
    theirs: Mapping[str, ColumnElement[bool]] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)

    @property
    def table(self) -> Table:
        """The table itself."""
        return _T[self.name]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that a copy holds."""
        return tuple(column.name for column in self.table.columns if column.name not in self.left_out)

    def query(self, reader_id: int) -> Select[Any]:
        """The rows, each with whether it is the reader's own or both's (`own`), then its conditions."""
        table = self.table
        own: ColumnElement[bool] = table.c[self.owner] == reader_id if self.owner else true()
        shown = [condition.label(f"shows {name}") for name, condition in self.theirs.items()]
        keys = [table.c[self.order], *table.primary_key.columns]
        return select(table, own.label("own"), *shown).where(self.rows(reader_id)).order_by(*keys)


def _mine(table: str, column: str = "person_id") -> Where:
    return lambda reader_id: _T[table].c[column] == reader_id


def _couples(reader_id: int) -> Select[Any]:
    """The couples that the reader is or was one of; what is there of one that is over still goes to both."""
    members = _T["members"]
    return select(members.c.couple_id).where(members.c.person_id == reader_id)


def _ours(table: str, column: str = "couple_id") -> Where:
    return lambda reader_id: _T[table].c[column].in_(_couples(reader_id))


def _ours_or_answered(table: str, answers: str, column: str) -> Where:
    """Also what only the reader's own answer is left of, after a couple's thirty days."""
    answered = _T[answers].c
    return lambda reader_id: or_(
        _ours(table)(reader_id),
        _T[table].c.id.in_(select(answered[column]).where(answered.person_id == reader_id)),
    )


def _among(table: str, column: str, parent: str, rows: Where) -> Where:
    """Rows that belong to a row of `parent` that the reader may have."""
    return lambda reader_id: _T[table].c[column].in_(select(_T[parent].c.id).where(rows(reader_id)))


def _with(table: str, column: str, parent: str, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """That this holds for the row of `parent` that a row belongs to."""
    return exists().where(_T[parent].c.id == _T[table].c[column], condition).correlate(_T[table])


_pauses, _parties, _check_ins = _T["pauses"].c, _T["parties"].c, _T["check_ins"].c
_answers, _moments, _shares = _T["check_in_answers"].c, _T["moments"].c, _T["quiz_shares"].c
_TELEGRAM = "a number of Telegram's"


def _our_pauses(reader_id: int) -> ColumnElement[bool]:
    took_part = select(_parties.pause_id).where(_parties.person_id == reader_id)
    return or_(_ours("pauses")(reader_id), _pauses.id.in_(took_part))


def _known(reader_id: int) -> ColumnElement[bool]:
    """The reader, and whoever is or was in a couple with them."""
    members = _T["members"].c
    people = select(members.person_id).where(members.couple_id.in_(_couples(reader_id)))
    return or_(_T["persons"].c.id == reader_id, _T["persons"].c.id.in_(people))


# "I'm here" is its author's alone until the return time, unless both are there.
_here_shown = _with(
    "parties",
    "pause_id",
    "pauses",
    or_(
        _pauses.state.in_(("due", "open")),
        _pauses.outcome == "both_back",
        and_(_pauses.state == "closed", _pauses.closed_at >= _pauses.return_at),
    ),
)
_moods_shown = _with(
    "check_in_answers", "check_in_id", "check_ins", _check_ins.moods_revealed_at.is_not(None)
)
_words_shown = or_(
    _answers.openly,
    _with("check_in_answers", "check_in_id", "check_ins", _check_ins.words_revealed_at.is_not(None)),
)
_revealed = _T["review_answers"].c.revealed_at.is_not(None)
_in_force = _with(
    "weekly_yes", "agreement_id", "weekly_agreements", _T["weekly_agreements"].c.in_force_at.is_not(None)
)
# What was let be seen of a quiz is so only as long as the two are a couple.
_together = _with("quiz_shares", "couple_id", "couples", _T["couples"].c.ended_at.is_(None))


def _all(*names: str) -> dict[str, ColumnElement[bool]]:
    return dict.fromkeys(names, true())


RULES: tuple[Rule, ...] = (
    Rule(
        "persons",
        _known,
        "met_at",
        owner="id",
        theirs=_all("id", "name"),
        left_out=dict.fromkeys(("expects", "expects_until"), "what the next words answer; lapses by itself"),
    ),
    Rule("couples", _ours("couples", "id"), "formed_at", left_out={"group_id": "a group is not in the copy"}),
    Rule(
        "members",
        _ours("members"),
        "person_id",
        owner="person_id",
        theirs=_all("couple_id", "person_id", "active"),
        left_out={"untold": "whether an end was told yet; only how, not what"},
    ),
    Rule(
        "rhythms",
        _ours("rhythms"),
        "couple_id",
        left_out={"heard_at": "whichever of the two last did something, it would tell the other when"},
    ),
    Rule("pauses", _our_pauses, "started_at"),
    Rule(
        "parties",
        _among("parties", "pause_id", "pauses", _our_pauses),
        "pause_id",
        owner="person_id",
        theirs={**_all("pause_id", "person_id", "called_at"), "here_at": _here_shown},
    ),
    Rule("pause_times", _among("pause_times", "pause_id", "pauses", _our_pauses), "committed_at"),
    Rule("check_ins", _ours_or_answered("check_ins", "check_in_answers", "check_in_id"), "opened_at"),
    Rule(
        "check_in_answers",
        lambda reader_id: or_(
            _mine("check_in_answers")(reader_id),
            _among("check_in_answers", "check_in_id", "check_ins", _ours("check_ins"))(reader_id),
        ),
        "check_in_id",
        owner="person_id",
        theirs={
            **_all("id", "check_in_id", "person_id"),
            "mood": _moods_shown,
            **dict.fromkeys(("words", "media_kind", "openly"), _words_shown),
        },
        left_out={"media_file_id": _TELEGRAM, "message_id": _TELEGRAM},
    ),
    Rule("reviews", _ours_or_answered("reviews", "review_answers", "review_id"), "opened_at"),
    Rule(
        "review_answers",
        lambda reader_id: or_(
            _mine("review_answers")(reader_id),
            and_(_revealed, _among("review_answers", "review_id", "reviews", _ours("reviews"))(reader_id)),
        ),
        "review_id",
        owner="person_id",
        theirs=_all("id", "review_id", "person_id", "step", "chips", "words", "revealed_at"),
        left_out={"message_id": _TELEGRAM},
    ),
    Rule("weekly_agreements", _ours("weekly_agreements"), "proposed_at"),
    Rule(
        "weekly_yes",
        lambda reader_id: or_(
            _mine("weekly_yes")(reader_id),
            and_(
                _in_force,
                _among("weekly_yes", "agreement_id", "weekly_agreements", _ours("weekly_agreements"))(
                    reader_id
                ),
            ),
        ),
        "agreement_id",
        owner="person_id",
        theirs=_all("agreement_id", "person_id"),
    ),
    Rule(
        "moments",
        lambda reader_id: or_(
            _mine("moments")(reader_id),
            and_(_moments.told_at.is_not(None), _ours("moments")(reader_id)),
        ),
        "at",
        owner="person_id",
        theirs=_all("id", "couple_id", "person_id", "kind", "line", "at", "told_at"),
    ),
    Rule("comforts", _mine("comforts"), "added_at", owner="person_id"),
    Rule("quiz_attempts", _mine("quiz_attempts"), "started_at", owner="person_id"),
    Rule(
        "quiz_answers",
        _among("quiz_answers", "attempt_id", "quiz_attempts", _mine("quiz_attempts")),
        "attempt_id",
    ),
    Rule(
        "quiz_shares",
        lambda reader_id: or_(
            _mine("quiz_shares")(reader_id),
            and_(_shares.withdrawn_at.is_(None), _together, _ours("quiz_shares")(reader_id)),
        ),
        "shared_at",
        owner="person_id",
        theirs=_all("id", "person_id", "couple_id", "what", "shared_at"),
    ),
    Rule("experiments", _mine("experiments"), "began_at", owner="person_id"),
    Rule(
        "experiment_logs",
        _among("experiment_logs", "experiment_id", "experiments", _mine("experiments")),
        "at",
    ),
)
