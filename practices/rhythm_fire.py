"""When a check-in or a review is due: it begins, it waits for a pause, or it is skipped silently."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import TypeAlias

from practices import rhythm
from practices.couple_day import week_of
from practices.rhythm import CHECK_IN, LOOK_AGAIN, REVIEW, RHYTHM
from practices.turn import Turn
from storage.lanes import Lane
from storage.rhythm_times import is_check_in_day, latest_start, window_end
from storage.rhythms import RhythmView

Fire: TypeAlias = Callable[[Turn, int], Awaitable[None]]
# Begins the check-in of one of the couple's days, which may be begun until an instant.
BeginCheckIn: TypeAlias = Callable[[Turn, RhythmView, date, datetime], Awaitable[None]]
# Begins the review of an ISO week.
BeginReview: TypeAlias = Callable[[Turn, RhythmView, str], Awaitable[None]]

_PROPOSED_LATER = timedelta(hours=1)


def firing_check_in(begin: BeginCheckIn) -> Fire:
    """What the timer of kind `check_in` does; its subject is the couple."""

    async def fire(turn: Turn, couple_id: int) -> None:
        view = await turn.work.rhythms.view(couple_id)
        if view is None or not view.check_in_on or not rhythm.is_live(view):
            await turn.work.timers.cancel(rhythm.key(CHECK_IN, couple_id))
            return
        day, start = latest_start(view, view.check_in_at, turn.now)
        until = window_end(view.partners, start)
        had = view.check_in_day is not None and day <= view.check_in_day
        if had or not is_check_in_day(view, day) or turn.now >= until or view.on_break(turn.now):
            await rhythm.arm_check_in(turn, view)
        elif await _held_up(turn, view, CHECK_IN, until):
            return
        else:
            await _mark_check_in(turn, view, day)
            await begin(turn, view, day, until)

    return fire


async def _mark_check_in(turn: Turn, view: RhythmView, day: date) -> None:
    row = await rhythm.of_couple(turn, view.couple_id)
    row.check_in_day = day
    await rhythm.arm(turn, row)


def firing_review(begin: BeginReview) -> Fire:
    """What the timer of kind `review` does; its subject is the couple."""

    async def fire(turn: Turn, couple_id: int) -> None:
        view = await turn.work.rhythms.view(couple_id)
        if view is None or not view.review_on or not rhythm.is_live(view):
            await turn.work.timers.cancel(rhythm.key(REVIEW, couple_id))
            return
        day, start = latest_start(view, view.review_at, turn.now)
        until, week = window_end(view.partners, start), week_of(day)
        had = view.review_week is not None and week <= view.review_week
        if had or day.weekday() != view.review_day or turn.now >= until or view.on_break(turn.now):
            await rhythm.arm_review(turn, view)
        elif await _held_up(turn, view, REVIEW, until):
            return
        else:
            row = await rhythm.of_couple(turn, couple_id)
            row.review_week = week
            await rhythm.arm(turn, row)
            await begin(turn, view, week)

    return fire


async def _held_up(turn: Turn, view: RhythmView, kind: str, until: datetime) -> bool:
    """A pause comes first, and after ten silent days the rhythm rests. True: nothing begins now."""
    if not await rhythm.pause_is_on(turn, view.couple_id):
        silent = rhythm.is_silent(view, turn.now)
        if silent:
            await _rest(turn, view)
        return silent
    if turn.now + LOOK_AGAIN < until:
        await rhythm.wait(turn, kind, view.couple_id)
    elif kind == CHECK_IN:
        await rhythm.arm_check_in(turn, view)
    else:
        await rhythm.arm_review(turn, view)
    return True


async def _rest(turn: Turn, view: RhythmView) -> None:
    row = await rhythm.of_couple(turn, view.couple_id)
    row.resting_at = turn.now
    await rhythm.arm(turn, row)
    rhythm.show(turn, view.couple_id, anew=True, lane=Lane.SCHEDULED)


async def fire(turn: Turn, couple_id: int) -> None:
    """The timer of kind `rhythm`: the times are proposed, or a holiday is over."""
    row = await turn.work.rhythms.get(couple_id)
    couple = await turn.work.couples.get(couple_id)
    await turn.work.timers.cancel(rhythm.key(RHYTHM, couple_id))
    if row is None or couple is None or couple.ended_at is not None:
        return
    if row.proposed_at is not None or row.accepted_at is not None:
        rhythm.show(turn, couple_id, lane=Lane.SCHEDULED)
        return
    counting = couple.group_id is not None and await turn.work.groups.count_awaited(couple.group_id)
    if counting or await turn.work.pauses.any_since(couple_id, turn.now - _PROPOSED_LATER):
        # Whoever comes back from a pause, or has not yet, has other things to talk about.
        await rhythm.wait(turn, RHYTHM, couple_id, _PROPOSED_LATER)
        return
    row.proposed_at = turn.now
    rhythm.show(turn, couple_id, anew=True, lane=Lane.SCHEDULED)
