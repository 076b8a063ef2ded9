"""A full life of Ann and Ben in every table, in sentences that say whose they are and who may read them.

Every sealed column holds `<author> <private|shared> <table>.<column> <number>`, `private` unless told
otherwise. What is told otherwise is written down here by hand, so that a new column is private until somebody
decides.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Column

from storage.ids import new_id
from storage.sealed import Sealed, SealedText, Vault
from storage.tables import Base
from storage.types import Instant
from storage.work import Work
from tests.practices.pause_desk import Desk

_MODELS = {mapper.local_table.name: mapper.class_ for mapper in Base.registry.mappers}  # type: ignore[attr-defined]


class Life:
    """What the two said: `said[(author, whose, table, column)]`, the sentences."""

    def __init__(self, desk: Desk, work: Work, vault: Vault) -> None:
        self.desk = desk
        self.said: dict[tuple[str, str, str, str], list[str]] = {}
        self._work = work
        self._vault = vault
        self._numbers = count(1)

    def sentences(self, author: str, whose: str, left_out: Iterable[tuple[str, str]] = ()) -> list[str]:
        """All that somebody said that is private, or shared."""
        return [
            sentence
            for (by, to, table, column), found in self.said.items()
            if (by, to) == (author, whose) and (table, column) not in left_out
            for sentence in found
        ]

    async def put(self, author: str, table: str, *, shared: bool = False, **values: Any) -> Any:
        """A row with these values; every other column gets one that fits it."""
        model, row_id = _MODELS[table], values.get("id", new_id())
        for column in Base.metadata.tables[table].columns:
            if column.name in values:
                continue
            if column.name == "id":
                values["id"] = row_id
            elif isinstance(column.type, SealedText):
                bound = column.info.get("bound_to", "id")
                sentence = self._say(author, "shared" if shared else "private", table, column.name)
                at = row_id if bound == "id" else values[bound]
                values[column.name] = self._vault.seal(table, column.name, at, sentence)
            else:
                values[column.name] = None if column.nullable else self._plain(column)
        row = model(**values)
        self._work.session.add(row)
        await self._work.flush()
        return row

    def sealed(self, table: str, column: str, row_id: int, text: str) -> Sealed:
        """A given text for one place."""
        return self._vault.seal(table, column, row_id, text)

    def _say(self, author: str, whose: str, table: str, column: str) -> str:
        sentence = f"{author} {whose} {table}.{column} {next(self._numbers)}"
        self.said.setdefault((author, whose, table, column), []).append(sentence)
        return sentence

    def _plain(self, column: Column[Any]) -> Any:
        if isinstance(column.type, Instant):
            return self.desk.now
        kind = column.type.python_type
        if kind is date:
            return self.desk.now.date() + timedelta(days=next(self._numbers))
        return {bool: False, int: 1, str: "x"}[kind]


async def live(desk: Desk, work: Work, vault: Vault) -> Life:
    """Live it. The two are a couple already."""
    life = Life(desk, work, vault)
    people = (("ann", desk.ann), ("ben", desk.ben))
    for author, person_id in people:
        person = await work.persons.get(person_id)
        assert person is not None
        person.name = vault.seal("persons", "name", person_id, life._say(author, "shared", "persons", "name"))
    await work.rhythms.form(desk.couple)
    await _check_ins(life, people)
    await _reviews(life, people)
    await _pauses(life, people)
    for author, person_id in people:
        await life.put(author, "comforts", person_id=person_id)
        for told in (None, desk.now):
            await life.put(
                author, "moments", person_id=person_id, couple_id=desk.couple, kind="win",
                told_at=told, shared=told is not None,
            )  # fmt: skip
        attempt = await life.put(author, "quiz_attempts", person_id=person_id)
        await life.put(author, "quiz_answers", attempt_id=attempt.id, item="count-on")
        for withdrawn in (None, desk.now):
            await life.put(
                author, "quiz_shares", attempt_id=attempt.id, person_id=person_id, couple_id=desk.couple,
                what=f"{author} {'withdrew' if withdrawn else 'shows'}", withdrawn_at=withdrawn,
            )  # fmt: skip
        trial = await life.put(author, "experiments", person_id=person_id)
        await life.put(author, "experiment_logs", experiment_id=trial.id)
    return life


async def _check_ins(life: Life, people: tuple[tuple[str, int], ...]) -> None:
    """Revealed, given by both but not to share, said in the open by both, and moods alone."""
    desk = life.desk
    for words, moods, openly in ((True, True, False), (False, False, False), (False, False, True)):
        check_in = await life.put(
            "", "check_ins", couple_id=desk.couple, prompt="ask-me", kind="question",
            moods_revealed_at=desk.now if moods else None, words_revealed_at=desk.now if words else None,
        )  # fmt: skip
        for author, person_id in people:
            answer = await life.put(
                author, "check_in_answers", check_in_id=check_in.id, person_id=person_id, openly=openly,
                shared=words or openly, mood=None, media_file_id=None, given_at=desk.now,
                nudged_at=desk.now + timedelta(hours=3),
            )  # fmt: skip
            mood = life._say(author, "shared" if moods else "private", "check_in_answers", "mood")
            answer.mood = life.sealed("check_in_answers", "mood", answer.id, mood)
            file = life._say(author, "private", "check_in_answers", "media_file_id")
            answer.media_file_id = life.sealed("check_in_answers", "media_file_id", answer.id, file)


async def _reviews(life: Life, people: tuple[tuple[str, int], ...]) -> None:
    desk = life.desk
    review = await life.put("", "reviews", couple_id=desk.couple, step="works", closed_at=desk.now)
    for author, person_id in people:
        for step, revealed in (("works", desk.now), ("adjust", None)):
            await life.put(
                author, "review_answers", review_id=review.id, person_id=person_id, step=step,
                revealed_at=revealed, shared=revealed is not None,
            )  # fmt: skip
        proposal = await life.put(
            author, "weekly_agreements", couple_id=desk.couple, review_id=review.id, shared=True
        )
        await life.put(author, "weekly_yes", agreement_id=proposal.id, person_id=person_id)


async def _pauses(life: Life, people: tuple[tuple[str, int], ...]) -> None:
    """One that both came back from; one that runs, where both said early that they are there."""
    desk = life.desk
    over = {"state": "closed", "outcome": "both_back", "closed_at": desk.now + timedelta(minutes=21)}
    for ended in (over, {"state": "running"}):
        pause = await life.put(
            "", "pauses", couple_id=desk.couple, return_at=desk.now + timedelta(minutes=20), **ended
        )
        await life.put("", "pause_times", pause_id=pause.id)
        for author, person_id in people:
            await life.put(author, "parties", pause_id=pause.id, person_id=person_id, here_at=desk.now)
