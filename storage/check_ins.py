"""Check-ins and what each gave: hidden from the other until both gave theirs to share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Integer, bindparam, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id
from storage.one import one
from storage.persons import PersonRepository
from storage.sealed import Vault
from storage.tables import CheckIn, CheckInAnswer, Person
from storage.views import PersonView

_TABLE = "check_in_answers"
_BEFORE = (
    select(CheckIn.id, CheckInAnswer.id)
    .join(CheckInAnswer, CheckInAnswer.check_in_id == CheckIn.id)
    .where(CheckIn.couple_id == bindparam("couple_id"), CheckIn.day < bindparam("day"))
    .order_by(CheckIn.day.desc())
    .limit(bindparam("most", type_=Integer))
)


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gave for words: a text, or a file that Telegram has (`media`: voice, photo, sticker)."""

    words: str | None = None
    media: str | None = None
    file_id: str | None = None
    # The message it came in: a private one, or in the open a group's.
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """What is revealed of one partner's answer; all of it None before."""

    person: PersonView
    mood: int | None = None
    words: str | None = None
    media: str | None = None
    openly: bool = False


@dataclass(frozen=True, slots=True)
class CheckInView:
    """A check-in as both may see it: nothing in it depends on what is still hidden."""

    id: int
    couple_id: int
    prompt: str
    opened_at: datetime
    until: datetime
    closed: bool
    moods_revealed: bool
    words_revealed: bool
    # The partners in stable order.
    answers: tuple[ShownAnswer, ...]


@dataclass(frozen=True, slots=True)
class OwnAnswerView:
    """One person's own answer: `reader_id` alone may be shown it."""

    id: int
    check_in_id: int
    reader_id: int
    prompt: str
    opened_at: datetime
    closed: bool
    mood: int | None
    words: str | None
    media: str | None
    openly: bool
    only_me: bool
    skipped: bool
    moods_revealed: bool
    words_revealed: bool
    nudged: bool
    # Until when their next private text is taken for the answer; None: it is not.
    asked_until: datetime | None
    # Their answers before and after this one, for paging.
    older_id: int | None
    newer_id: int | None


@dataclass(frozen=True, slots=True)
class AskedRow:
    """What was asked on a day, and how many of the two skipped it."""

    day: date
    prompt: str
    kind: str
    skipped_by: int


@dataclass(frozen=True, slots=True)
class DayMoods:
    """The moods of one day, in the partners' stable order; None unless both chose to share theirs."""

    day: date
    moods: tuple[int, int] | None


class CheckInRepository:
    """One check-in a couple-day; the table's unique constraint holds it."""

    def __init__(self, session: AsyncSession, vault: Vault, persons: PersonRepository) -> None:
        self._session = session
        self._vault = vault
        self._persons = persons

    async def open(
        self,
        couple_id: int,
        person_ids: Sequence[int],
        *,
        day: date,
        prompt: str,
        kind: str,
        until: datetime,
        now: datetime,
    ) -> CheckIn:
        """A new check-in with an empty answer for each of the two."""
        check_in = CheckIn(
            id=new_id(),
            couple_id=couple_id,
            day=day,
            prompt=prompt,
            kind=kind,
            opened_at=now,
            until=until,
            moods_revealed_at=None,
            words_revealed_at=None,
            closed_at=None,
        )
        self._session.add(check_in)
        await self._session.flush()
        self._session.add_all(
            CheckInAnswer(
                id=new_id(),
                check_in_id=check_in.id,
                person_id=person_id,
                mood=None,
                words=None,
                media_kind=None,
                media_file_id=None,
                message_id=None,
                only_me=False,
                skipped=False,
                openly=False,
                given_at=None,
                nudged_at=None,
            )
            for person_id in person_ids
        )
        await self._session.flush()
        return check_in

    async def get(self, check_in_id: int) -> CheckIn | None:
        """A check-in, closed ones too."""
        return await one(self._session, CheckIn, check_in_id)

    async def latest(self, couple_id: int) -> CheckIn | None:
        """The couple's newest."""
        query = select(CheckIn).where(CheckIn.couple_id == couple_id).order_by(CheckIn.day.desc()).limit(1)
        return await self._session.scalar(query)

    async def before(self, couple_id: int, day: date, most: int = 3) -> Sequence[tuple[int, int]]:
        """The newest check-ins from before this day, so many: the id of each with that of each answer."""
        which = {"couple_id": couple_id, "day": day, "most": 2 * most}
        found = await self._session.execute(_BEFORE, which)
        return [(check_in_id, answer_id) for check_in_id, answer_id in found]

    async def answers(self, check_in_id: int) -> Sequence[CheckInAnswer]:
        """Both answers, in the partners' stable order. What is in them stays sealed."""
        query = (
            select(CheckInAnswer)
            .where(CheckInAnswer.check_in_id == check_in_id)
            .order_by(CheckInAnswer.person_id)
        )
        return (await self._session.scalars(query)).all()

    async def answer_of(self, check_in_id: int, reader_id: int) -> CheckInAnswer | None:
        """The reader's own answer."""
        query = select(CheckInAnswer).where(
            CheckInAnswer.check_in_id == check_in_id, CheckInAnswer.person_id == reader_id
        )
        return await self._session.scalar(query)

    async def part(self, answer_id: int) -> CheckInAnswer | None:
        """One answer. What is in it stays sealed."""
        return await one(self._session, CheckInAnswer, answer_id)

    async def by_id(self, answer_id: int, reader_id: int) -> CheckInAnswer | None:
        """An answer of the reader's own."""
        answer = await self.part(answer_id)
        return answer if answer is not None and answer.person_id == reader_id else None

    async def by_message(self, reader_id: int, message_id: int | None) -> CheckInAnswer | None:
        """The reader's own answer that came in this private message."""
        query = select(CheckInAnswer).where(
            CheckInAnswer.person_id == reader_id,
            CheckInAnswer.message_id == message_id,
            # Messages of a group have numbers of their own.
            CheckInAnswer.openly.is_(False),
        )
        return await self._session.scalar(query)

    def set_mood(self, answer: CheckInAnswer, mood: int) -> None:
        """The author's mood, 1 (lowest) to 5."""
        answer.mood = self._vault.seal(_TABLE, "mood", answer.id, str(mood))

    def mood(self, answer: CheckInAnswer) -> int | None:
        """The mood, for its author, or once it is revealed."""
        return None if answer.mood is None else int(self._vault.open(_TABLE, "mood", answer.id, answer.mood))

    def set_given(self, answer: CheckInAnswer, given: Given) -> None:
        """What the author gave, instead of whatever they gave before."""
        seal, row = self._vault.seal, answer.id
        answer.words = seal(_TABLE, "words", row, given.words) if given.words else None
        answer.media_kind = given.media
        answer.media_file_id = seal(_TABLE, "media_file_id", row, given.file_id) if given.file_id else None
        answer.message_id = given.message_id

    def words(self, answer: CheckInAnswer) -> str | None:
        """The words, for their author, or once they are revealed."""
        return None if answer.words is None else self._vault.open(_TABLE, "words", answer.id, answer.words)

    def file_id(self, answer: CheckInAnswer) -> str | None:
        """What Telegram calls the file, for its author, or once it is revealed."""
        sealed = answer.media_file_id
        return None if sealed is None else self._vault.open(_TABLE, "media_file_id", answer.id, sealed)

    async def has_spoken_openly(self, person_id: int) -> bool:
        """Whether this person ever answered in a shared chat."""
        query = (
            select(CheckInAnswer.id)
            .where(CheckInAnswer.person_id == person_id, CheckInAnswer.openly)
            .limit(1)
        )
        return await self._session.scalar(query) is not None

    async def view(self, check_in_id: int) -> CheckInView | None:
        """A check-in as both may see it now."""
        check_in = await self.get(check_in_id)
        if check_in is None:
            return None
        query = (
            select(CheckInAnswer, Person)
            .join(Person, Person.id == CheckInAnswer.person_id)
            .where(CheckInAnswer.check_in_id == check_in_id)
            .order_by(Person.id)
        )
        moods, words = check_in.moods_revealed_at is not None, check_in.words_revealed_at is not None
        shown = tuple(
            ShownAnswer(
                person=self._persons.show(person),
                mood=self.mood(answer) if moods else None,
                words=self.words(answer) if words else None,
                media=answer.media_kind if words else None,
                openly=answer.openly and words,
            )
            for answer, person in await self._session.execute(query)
        )
        return CheckInView(
            id=check_in.id,
            couple_id=check_in.couple_id,
            prompt=check_in.prompt,
            opened_at=check_in.opened_at,
            until=check_in.until,
            closed=check_in.closed_at is not None,
            moods_revealed=moods,
            words_revealed=words,
            answers=shown,
        )

    async def own(self, answer_id: int) -> OwnAnswerView | None:
        """An answer as its author alone may see it, whom it names as its reader."""
        answer = await one(self._session, CheckInAnswer, answer_id)
        check_in = await self.get(answer.check_in_id) if answer is not None else None
        author = await self._persons.get(answer.person_id) if answer is not None else None
        if answer is None or check_in is None or author is None:
            return None
        asked = author.expects == f"check_in:{check_in.id}"
        return OwnAnswerView(
            id=answer.id,
            check_in_id=check_in.id,
            reader_id=author.id,
            prompt=check_in.prompt,
            opened_at=check_in.opened_at,
            closed=check_in.closed_at is not None,
            mood=self.mood(answer),
            words=self.words(answer),
            media=answer.media_kind,
            openly=answer.openly,
            only_me=answer.only_me,
            skipped=answer.skipped,
            moods_revealed=check_in.moods_revealed_at is not None,
            words_revealed=check_in.words_revealed_at is not None,
            nudged=answer.nudged_at is not None,
            asked_until=author.expects_until if asked else None,
            older_id=await self._next_to(author.id, check_in.opened_at, older=True),
            newer_id=await self._next_to(author.id, check_in.opened_at, older=False),
        )

    async def newest_own(self, reader_id: int) -> int | None:
        """The id of the newest answer in which the reader gave anything."""
        return await self._next_to(reader_id, None, older=True)

    async def _next_to(self, reader_id: int, at: datetime | None, *, older: bool) -> int | None:
        opened = CheckIn.opened_at
        query = (
            select(CheckInAnswer.id)
            .join(CheckIn, CheckIn.id == CheckInAnswer.check_in_id)
            .where(CheckInAnswer.person_id == reader_id)
            .where(
                CheckInAnswer.mood.is_not(None)
                | CheckInAnswer.words.is_not(None)
                | CheckInAnswer.media_kind.is_not(None)
            )
            .order_by(opened.desc() if older else opened)
            .limit(1)
        )
        if at is not None:
            query = query.where(opened < at if older else opened > at)
        return await self._session.scalar(query)

    async def history(self, couple_id: int, since: date) -> Sequence[AskedRow]:
        """What the couple was asked from this day on, the oldest first."""
        skips = func.sum(case((CheckInAnswer.skipped, 1), else_=0))
        query = (
            select(CheckIn.day, CheckIn.prompt, CheckIn.kind, skips)
            .join(CheckInAnswer, CheckInAnswer.check_in_id == CheckIn.id)
            .where(CheckIn.couple_id == couple_id, CheckIn.day >= since)
            .group_by(CheckIn.id, CheckIn.day, CheckIn.prompt, CheckIn.kind)
            .order_by(CheckIn.day)
        )
        return [AskedRow(*row) for row in await self._session.execute(query)]

    async def moods_of_week(self, couple_id: int, first_day: date, last_day: date) -> Sequence[DayMoods]:
        """Every day from the first to the last, with both moods where both were shared."""
        query = (
            select(CheckIn.day, CheckInAnswer)
            .join(CheckInAnswer, CheckInAnswer.check_in_id == CheckIn.id)
            .where(CheckIn.couple_id == couple_id, CheckIn.moods_revealed_at.is_not(None))
            .where(CheckIn.day >= first_day, CheckIn.day <= last_day)
            .order_by(CheckIn.day, CheckInAnswer.person_id)
        )
        shared: dict[date, list[int]] = {}
        for day, answer in await self._session.execute(query):
            shared.setdefault(day, []).append(self.mood(answer) or 0)
        days = [first_day + timedelta(days=n) for n in range((last_day - first_day).days + 1)]
        return [DayMoods(day, (pair[0], pair[1]) if (pair := shared.get(day)) else None) for day in days]
