"""One small agreement for next week: proposed without a name, in force once both said yes to its words."""

from practices.review import at_step, close, key_of
from practices.turn import Person, Turn, to_couple, to_person
from storage.review_views import CHIPS, Step
from storage.reviews import MOST_PROPOSALS
from storage.tables import Review


async def propose(turn: Turn, person: Person, review_id: int, chip: str) -> None:
    """A suggestion is put on the table, for both to see."""
    review = await at_step(turn, person, review_id, Step.AGREEMENT)
    if review is None:
        return
    if chip not in CHIPS[Step.AGREEMENT]:
        turn.reply("old-button")
        return
    there = await turn.work.reviews.proposals(review.id)
    if any(proposal.chip == chip for proposal in there):
        turn.reply("review-on-table")
    elif len(there) >= MOST_PROPOSALS:
        turn.reply("review-three")
    else:
        await turn.work.reviews.propose(review, chip=chip, now=turn.now)
        turn.reply("review-on-table")
        turn.panel(to_couple(review.couple_id), key_of(review))


async def propose_words(turn: Turn, person: Person, review: Review, words: str) -> None:
    """Their own words for it, typed in private while no pause is on. Nobody's name is put to them."""
    if review.closed_at is not None or review.step != Step.AGREEMENT:
        turn.say(to_person(person.id), "review.moved")
        return
    if len(await turn.work.reviews.proposals(review.id)) >= MOST_PROPOSALS:
        turn.say(to_person(person.id), "review.three")
        return
    await turn.work.reviews.propose(review, words=words, now=turn.now)
    turn.say(to_person(person.id), "review.proposed", id=review.id)
    turn.panel(to_couple(review.couple_id), key_of(review))


async def say_yes(turn: Turn, person: Person, review_id: int, agreement_id: int) -> None:
    """One yes is told to nobody; with two, it is agreed and the review is done."""
    review = await at_step(turn, person, review_id, Step.AGREEMENT)
    if review is None:
        return
    there = await turn.work.reviews.proposals(review.id)
    agreement = next((proposal for proposal in there if proposal.id == agreement_id), None)
    if agreement is None:
        turn.reply("old-button")
        return
    if await turn.work.reviews.say_yes(agreement.id, person.id) < 2:
        turn.reply("review-yes")
        return
    agreement.in_force_at = turn.now
    await close(turn, review, "done")
    turn.reply("review-agreed")
    turn.panel(to_couple(review.couple_id), key_of(review), anew=True)


async def take_back(turn: Turn, person: Person, review: Review) -> None:
    """Their yeses count no longer; what is on the table stays there."""
    for proposal in await turn.work.reviews.proposals(review.id):
        await turn.work.reviews.take_yes_back(proposal.id, person.id)
