"""Weekly reviews: what each gave, what both saw of it, and what they agreed on."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.couples import CoupleRepository
from storage.ids import new_id
from storage.one import one
from storage.persons import PersonRepository
from storage.review_views import Given, OwnGivenView, PastView, ReviewView, Step, Wording
from storage.sealed import Vault
from storage.tables import Review, ReviewAnswer, WeeklyAgreement, WeeklyYes

LONGEST = 300
"""Characters in what somebody writes."""

MOST_PROPOSALS = 3
OPEN_FOR = timedelta(hours=48)


class ReviewRepository:
    """What one of the two gave is read by its author alone until it is revealed."""

    def __init__(
        self, session: AsyncSession, vault: Vault, persons: PersonRepository, couples: CoupleRepository
    ) -> None:
        self._session = session
        self._vault = vault
        self._persons = persons
        self._couples = couples

    # Reviews

    async def open_of(self, couple_id: int) -> Review | None:
        """The couple's review that is not closed."""
        query = select(Review).where(Review.couple_id == couple_id, Review.closed_at.is_(None))
        return await self._session.scalar(query)

    async def get(self, review_id: int) -> Review | None:
        """A review, closed ones too."""
        return await one(self._session, Review, review_id)

    async def of_week(self, couple_id: int, week: str) -> Review | None:
        """The one that the rhythm began for this ISO week."""
        query = select(Review).where(Review.couple_id == couple_id, Review.week == week)
        return await self._session.scalar(query)

    async def opened_before(self, couple_id: int, instant: datetime, most: int = 2) -> Sequence[int]:
        """The ids of the couple's newest reviews that were opened before then, so many."""
        query = (
            select(Review.id)
            .where(Review.couple_id == couple_id, Review.opened_at < instant)
            .order_by(Review.opened_at.desc())
            .limit(most)
        )
        return (await self._session.scalars(query)).all()

    async def begin(
        self, couple_id: int, *, week: str | None, since: datetime, asks_about: int | None, now: datetime
    ) -> Review:
        """An open one, at its first step."""
        review = Review(
            id=new_id(),
            couple_id=couple_id,
            week=week,
            since=since,
            opened_at=now,
            until=now + OPEN_FOR,
            step=(Step.HELPED if asks_about is not None else Step.APPRECIATION).value,
            asks_about=asks_about,
            closed_at=None,
            outcome=None,
        )
        self._session.add(review)
        await self._session.flush()
        return review

    # Answers

    async def own(self, reader_id: int, review_id: int, step: Step) -> ReviewAnswer | None:
        """What the reader gave to a step."""
        query = select(ReviewAnswer).where(
            ReviewAnswer.review_id == review_id,
            ReviewAnswer.person_id == reader_id,
            ReviewAnswer.step == step.value,
        )
        return await self._session.scalar(query)

    async def own_by_id(self, reader_id: int, answer_id: int) -> ReviewAnswer | None:
        """The reader's own answer."""
        answer = await one(self._session, ReviewAnswer, answer_id)
        return answer if answer is not None and answer.person_id == reader_id else None

    async def own_by_message(self, reader_id: int, message_id: int) -> ReviewAnswer | None:
        """The reader's own answer whose words came in this private message."""
        query = select(ReviewAnswer).where(
            ReviewAnswer.person_id == reader_id, ReviewAnswer.message_id == message_id
        )
        return await self._session.scalar(query)

    async def own_or_new(self, reader_id: int, review_id: int, step: Step) -> ReviewAnswer:
        """The same; an empty one where there is none yet."""
        answer = await self.own(reader_id, review_id, step)
        if answer is None:
            answer = ReviewAnswer(
                id=new_id(),
                review_id=review_id,
                person_id=reader_id,
                step=step.value,
                chips=None,
                words=None,
                message_id=None,
                revealed_at=None,
            )
            self._session.add(answer)
            await self._session.flush()
        return answer

    def chips(self, answer: ReviewAnswer) -> tuple[str, ...]:
        """The suggestions that were tapped."""
        sealed = answer.chips
        if sealed is None:
            return ()
        return tuple(self._vault.open("review_answers", "chips", answer.id, sealed).split())

    def set_chips(self, answer: ReviewAnswer, chips: Iterable[str]) -> None:
        """These are tapped now, and no others."""
        text = " ".join(chips)
        answer.chips = self._vault.seal("review_answers", "chips", answer.id, text) if text else None

    def set_words(self, answer: ReviewAnswer, words: str | None, message_id: int | None = None) -> None:
        """These words in place of any others, and the private message they came in; none takes them back."""
        sealed = self._vault.seal("review_answers", "words", answer.id, words) if words else None
        answer.words = sealed
        answer.message_id = message_id

    async def given_to(self, review_id: int, step: Step) -> list[ReviewAnswer]:
        """The answers to a step that hold anything, unopened."""
        query = select(ReviewAnswer).where(
            ReviewAnswer.review_id == review_id, ReviewAnswer.step == step.value
        )
        answers = await self._session.scalars(query.order_by(ReviewAnswer.person_id))
        return [answer for answer in answers if answer.chips is not None or answer.words is not None]

    # Agreements

    async def propose(
        self, review: Review, *, chip: str | None = None, words: str | None = None, now: datetime
    ) -> WeeklyAgreement:
        """One more proposal."""
        proposal_id = new_id()
        proposal = WeeklyAgreement(
            id=proposal_id,
            couple_id=review.couple_id,
            review_id=review.id,
            chip=chip,
            words=self._vault.seal("weekly_agreements", "words", proposal_id, words) if words else None,
            proposed_at=now,
            in_force_at=None,
        )
        self._session.add(proposal)
        await self._session.flush()
        return proposal

    async def proposals(self, review_id: int) -> Sequence[WeeklyAgreement]:
        """Every proposal of a review, the oldest first."""
        query = select(WeeklyAgreement).where(WeeklyAgreement.review_id == review_id)
        return (
            await self._session.scalars(query.order_by(WeeklyAgreement.proposed_at, WeeklyAgreement.id))
        ).all()

    async def say_yes(self, agreement_id: int, person_id: int) -> int:
        """This person's yes, once; how many there are then."""
        if await one(self._session, WeeklyYes, agreement_id, person_id) is None:
            self._session.add(WeeklyYes(agreement_id=agreement_id, person_id=person_id))
            await self._session.flush()
        count = select(func.count()).where(WeeklyYes.agreement_id == agreement_id)
        return await self._session.scalar(count) or 0

    async def take_yes_back(self, agreement_id: int, person_id: int) -> None:
        """No yes any more."""
        await self._session.execute(
            delete(WeeklyYes).where(WeeklyYes.agreement_id == agreement_id, WeeklyYes.person_id == person_id)
        )

    async def last_agreement(self, couple_id: int) -> WeeklyAgreement | None:
        """What came into force last."""
        query = select(WeeklyAgreement).where(
            WeeklyAgreement.couple_id == couple_id, WeeklyAgreement.in_force_at.is_not(None)
        )
        return await self._session.scalar(query.order_by(WeeklyAgreement.in_force_at.desc()).limit(1))

    async def has_asked_about(self, couple_id: int, agreement_id: int) -> bool:
        """Whether a review of theirs began with it."""
        query = select(Review.id).where(Review.couple_id == couple_id, Review.asks_about == agreement_id)
        return await self._session.scalar(query.limit(1)) is not None

    # For screens

    async def view(self, review_id: int) -> ReviewView | None:
        """A review as both see it."""
        review = await self.get(review_id)
        couple = await self._couples.view(review.couple_id) if review is not None else None
        if review is None or couple is None:
            return None
        proposals = await self.proposals(review_id)
        asked = review.asks_about
        asks_about = await one(self._session, WeeklyAgreement, asked) if asked is not None else None
        agreed = next((proposal for proposal in proposals if proposal.in_force_at is not None), None)
        everyone = {partner.id: partner for partner in couple.partners}
        answers = await self._answers(ReviewAnswer.review_id == review_id)
        revealed = [answer for answer in answers if answer.revealed_at is not None]
        return ReviewView(
            id=review.id,
            couple=couple,
            step=Step(review.step),
            opened_at=review.opened_at,
            closed=review.closed_at is not None,
            walked=review.outcome == "done",
            asks_about=self._wording(asks_about) if asks_about is not None else None,
            proposals=tuple(map(self._wording, proposals)),
            agreement=self._wording(agreed) if agreed is not None else None,
            given=tuple(
                Given(
                    Step(answer.step),
                    everyone[answer.person_id],
                    self.chips(answer),
                    self._words(answer),
                )
                for answer in revealed
            ),
        )

    async def own_view(self, answer_id: int) -> OwnGivenView | None:
        """An answer as its author's screens need it."""
        answer = await one(self._session, ReviewAnswer, answer_id)
        review = await self.get(answer.review_id) if answer is not None else None
        couple = await self._couples.view(review.couple_id) if review is not None else None
        if answer is None or couple is None:
            return None
        first, second = couple.partners
        author, partner = (first, second) if first.id == answer.person_id else (second, first)
        given = Given(Step(answer.step), author, self.chips(answer), self._words(answer))
        return OwnGivenView(author.id, answer.review_id, given, answer.revealed_at is not None, partner)

    async def past(self, reader_id: int, number: int) -> PastView | None:
        """A closed review of the reader's couple, the newest being 0; the oldest for a number too large."""
        couple = await self._couples.of(reader_id)
        if couple is None:
            return None
        closed = (Review.couple_id == couple.id, Review.closed_at.is_not(None))
        count = await self._session.scalar(select(func.count()).select_from(Review).where(*closed)) or 0
        number = min(number, count - 1)
        if number < 0:
            return None
        query = select(Review).where(*closed).order_by(Review.opened_at.desc(), Review.id)
        review = await self._session.scalar(query.offset(number).limit(1))
        view = await self.view(review.id) if review is not None else None
        if view is None:
            return None
        mine = await self._answers(ReviewAnswer.review_id == view.id, ReviewAnswer.person_id == reader_id)
        author = next(partner for partner in view.couple.partners if partner.id == reader_id)
        own = tuple(
            Given(Step(answer.step), author, self.chips(answer), self._words(answer))
            for answer in mine
            if answer.revealed_at is None and (answer.chips is not None or answer.words is not None)
        )
        return PastView(reader_id, number, count, view, own)

    async def _answers(self, *where: ColumnElement[bool]) -> list[ReviewAnswer]:
        found = await self._session.scalars(select(ReviewAnswer).where(*where))
        order = tuple(Step)
        return sorted(found, key=lambda answer: (order.index(Step(answer.step)), answer.person_id))

    def _words(self, answer: ReviewAnswer) -> str | None:
        sealed = answer.words
        return self._vault.open("review_answers", "words", answer.id, sealed) if sealed is not None else None

    def _wording(self, agreement: WeeklyAgreement) -> Wording:
        sealed = agreement.words
        words = (
            self._vault.open("weekly_agreements", "words", agreement.id, sealed)
            if sealed is not None
            else None
        )
        return Wording(agreement.id, agreement.chip, words)
