"""The weekly review: begun by the rhythm or by either of the two, walked step by step, over in 48 hours."""

from datetime import timedelta

from practices import rhythm
from practices.couple_day import DAY_BEGINS, day_of, instant_on
from practices.quiet import ring_allowed
from practices.turn import Lane, Person, Turn, to_couple, to_person
from storage.panels import PANELS_KEPT_FOR
from storage.review_views import Step, step_after
from storage.reviews import OPEN_FOR
from storage.rhythms import RhythmView
from storage.tables import Couple, Review

TIMER_KIND = "review_end"
# So long what was given and what is asked about it stays worth showing.
SHOWN_FOR = timedelta(hours=48)
_WEEK = timedelta(days=7)
# An agreement is asked about when it had a few days.
_ASKED_FROM = timedelta(days=2)


async def begin(turn: Turn, view: RhythmView, week: str) -> None:
    """The rhythm's time for the review of this ISO week has come: once a week.

    One that is open is this week's then: it comes forward, and stays open for another 48 hours.
    """
    couple = await turn.work.couples.get(view.couple_id)
    if couple is None or couple.ended_at is not None:
        return
    there = await turn.work.reviews.open_of(couple.id)
    if there is not None:
        there.until = turn.now + OPEN_FOR
        await _promise_end(turn, there)
        ring = ring_allowed(view.partners, turn.now)
        turn.panel(to_couple(couple.id), key_of(there), anew=True, ring=ring, lane=Lane.SCHEDULED)
        return
    if await turn.work.reviews.of_week(couple.id, week) is None:
        await _open(turn, couple, week, Lane.SCHEDULED)


async def ask(turn: Turn, person: Person) -> None:
    """/review: the one that is open, or a new one, whatever the day."""
    couple = await turn.work.couples.of(person.id)
    if couple is None:
        turn.reply("old-button")
        turn.say(to_person(person.id), "pair.start", state="new")
        return
    if await rhythm.pause_is_on(turn, couple.id):
        turn.reply("review-waits")
        turn.say(turn.origin_of(person.id), "review.waits")
        return
    turn.reply("okay")
    await rhythm.heard(turn, couple.id)
    review = await turn.work.reviews.open_of(couple.id)
    if review is None:
        await _open(turn, couple, None, Lane.ANSWER)
    else:
        turn.panel(to_couple(couple.id), key_of(review), anew=True)
    view = await turn.work.couples.view(couple.id)
    if turn.origin == to_person(person.id) and view is not None and view.just_two:
        turn.say(to_person(person.id), "review.where", id=person.id)


async def _open(turn: Turn, couple: Couple, week: str | None, lane: Lane) -> None:
    theirs = await turn.work.rhythms.view(couple.id)
    zone = theirs.day_zone if theirs is not None else "UTC"
    # The days that are over, so that none of them is shown in two weeks.
    today = day_of(turn.now, zone)
    review = await turn.work.reviews.begin(
        couple.id,
        week=week,
        since=instant_on(today - _WEEK, DAY_BEGINS, zone),
        asks_about=await _to_ask_about(turn, couple),
        now=turn.now,
    )
    await _promise_end(turn, review)
    old = await turn.work.reviews.opened_before(couple.id, turn.now - PANELS_KEPT_FOR)
    await turn.work.panels.forget_everywhere(map(_key, old))
    view = await turn.work.couples.view(couple.id)
    ring = view is not None and ring_allowed(view.partners, turn.now)
    turn.say(
        to_couple(couple.id),
        "review.week",
        lane=lane,
        for_=SHOWN_FOR,
        id=review.id,
        first=str(today - _WEEK),
        last=str(today - timedelta(days=1)),
    )
    turn.panel(to_couple(couple.id), key_of(review), anew=True, ring=ring, lane=lane)


async def _promise_end(turn: Turn, review: Review) -> None:
    await turn.work.timers.set(
        _timer_key(review), kind=TIMER_KIND, subject_id=review.id, lane=Lane.SCHEDULED, due_at=review.until
    )


async def _to_ask_about(turn: Turn, couple: Couple) -> int | None:
    last = await turn.work.reviews.last_agreement(couple.id)
    if last is None or last.in_force_at is None:
        return None
    if turn.now - last.in_force_at < _ASKED_FROM:
        return None
    return None if await turn.work.reviews.has_asked_about(couple.id, last.id) else last.id


async def go_on(turn: Turn, person: Person, review_id: int, step: Step) -> None:
    """Next, at the step that the presser saw; whoever comes second finds the review moved on already."""
    review = await at_step(turn, person, review_id, step)
    if review is None:
        return
    turn.reply("okay")
    revealed = await _leave(turn, review, step)
    following = step_after(step)
    if following is None:
        await close(turn, review, "done")
    else:
        review.step = following.value
    turn.panel(to_couple(review.couple_id), key_of(review), anew=revealed)


async def _leave(turn: Turn, review: Review, step: Step) -> bool:
    """What both gave is shown to both. What one gave stays with them, and they are asked about it."""
    answers = await turn.work.reviews.given_to(review.id, step)
    if len(answers) == 1:
        author = await turn.work.persons.get(answers[0].person_id)
        if author is not None and author.private_open:
            turn.say(to_person(author.id), "review.one_sided", for_=SHOWN_FOR, id=answers[0].id)
        return False
    for answer in answers:
        answer.revealed_at = turn.now
    if answers:
        turn.say(to_couple(review.couple_id), "review.given", for_=SHOWN_FOR, id=review.id, step=step.value)
    return bool(answers)


async def close(turn: Turn, review: Review, outcome: str) -> None:
    """It is over: `done`, or `faded` when its time was up."""
    review.closed_at = turn.now
    review.outcome = outcome
    await turn.work.timers.cancel(_timer_key(review))


async def end(turn: Turn, review_id: int) -> None:
    """Its 48 hours are over: closed without a word. What was open stays with its author."""
    review = await turn.work.reviews.get(review_id)
    if review is None or review.closed_at is not None:
        await turn.work.timers.cancel(f"{TIMER_KIND}:{review_id}")
        return
    couple = await turn.work.couples.get(review.couple_id)
    if couple is None or couple.ended_at is not None:
        # It stands still.
        await turn.work.timers.cancel(_timer_key(review))
        return
    await close(turn, review, "faded")
    turn.panel(to_couple(review.couple_id), key_of(review), lane=Lane.SCHEDULED)


async def past(turn: Turn, person: Person, number: int = 0, *, instead_of: int | None = None) -> None:
    """A past review, in private; 0 is the newest."""
    if not person.private_open:
        turn.reply("okay", start="reviews")
        return
    turn.reply("okay")
    turn.say(to_person(person.id), "review.past", instead_of=instead_of, id=person.id, number=number)


async def at_step(turn: Turn, person: Person, review_id: int, step: Step) -> Review | None:
    """The review, if it is open, the presser's and at this step; otherwise that is said kindly."""
    review = await part_in(turn, person, review_id)
    if review is None:
        return None
    if review.closed_at is not None:
        turn.reply("review-closed")
    elif await rhythm.pause_is_on(turn, review.couple_id):
        turn.reply("review-waits")
    elif review.step != step:
        turn.reply("review-moved")
    else:
        await rhythm.heard(turn, review.couple_id)
        return review
    return None


async def part_in(turn: Turn, person: Person, review_id: int) -> Review | None:
    """The review of the presser's couple, unless it is not theirs or that couple is over."""
    review = await turn.work.reviews.get(review_id)
    if review is None or not await turn.work.couples.has(review.couple_id, person.id):
        turn.reply("not-yours", alert=True)
        return None
    couple = await turn.work.couples.get(review.couple_id)
    if couple is None or couple.ended_at is not None:
        turn.reply("couple-over", alert=True)
        return None
    return review


def key_of(review: Review) -> str:
    """The key of its panel."""
    return _key(review.id)


def _key(review_id: int) -> str:
    return f"review:{review_id}"


def _timer_key(review: Review) -> str:
    return f"{TIMER_KIND}:{review.id}"
