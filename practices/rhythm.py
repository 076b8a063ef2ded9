"""The rhythm of a couple: a check-in a day, a review a week; when they are due, and when they wait."""

from datetime import datetime, timedelta

from practices.couple_day import jitter, week_of
from practices.turn import Person, Turn, to_couple, to_person
from storage.lanes import Lane
from storage.rhythm_times import (
    any_asleep,
    is_check_in_day,
    latest_start,
    next_check_in,
    next_review,
    window_end,
)
from storage.rhythms import RhythmView
from storage.tables import Couple, Rhythm
from storage.views import PauseState

CHECK_IN, REVIEW, RHYTHM = "check_in", "review", "rhythm"
# The two have just found their ✋; the rest comes when they have looked at it.
_PROPOSED_AFTER = timedelta(minutes=1)
# What a pause keeps waiting is looked at as often.
LOOK_AGAIN = timedelta(minutes=5)
# After so much silence of both it rests.
SILENCE = timedelta(days=10)


async def propose(turn: Turn, couple: Couple) -> None:
    """The two have paired: in a moment they are shown the usual times, which either may accept."""
    if await turn.work.rhythms.get(couple.id) is None:
        await turn.work.rhythms.form(couple.id)
        await _set(turn, RHYTHM, couple.id, turn.now + _PROPOSED_AFTER)


async def of_couple(turn: Turn, couple_id: int) -> Rhythm:
    """The couple's rhythm; one that nobody has asked for yet is made."""
    found = await turn.work.rhythms.get(couple_id)
    return found if found is not None else await turn.work.rhythms.form(couple_id)


async def arm(turn: Turn, rhythm: Rhythm) -> None:
    """Promise the next check-in and the next review, instead of whatever was promised before.

    What was due and has not begun stays, be it that it comes at once or that it waits for a pause.
    """
    await turn.work.flush()
    view = await turn.work.rhythms.view(rhythm.couple_id)
    if view is None:
        return
    if not await _is_owed(turn, view, CHECK_IN):
        await arm_check_in(turn, view)
    if not await _is_owed(turn, view, REVIEW):
        await arm_review(turn, view)


async def arm_check_in(turn: Turn, rhythm: RhythmView) -> None:
    """Promise the next check-in alone; none while there is to be none."""
    late = jitter(rhythm.couple_id)
    start = next_check_in(rhythm, turn.now - late) if rhythm.check_in_on and is_live(rhythm) else None
    await _promise(turn, CHECK_IN, rhythm.couple_id, start)


async def arm_review(turn: Turn, rhythm: RhythmView) -> None:
    """Promise the next review alone; none while there is to be none."""
    late = jitter(rhythm.couple_id)
    start = next_review(rhythm, turn.now - late) if rhythm.review_on and is_live(rhythm) else None
    await _promise(turn, REVIEW, rhythm.couple_id, start)


async def _is_owed(turn: Turn, rhythm: RhythmView, kind: str) -> bool:
    """Whether today's was due and has not begun yet: nothing else that happens may lose it."""
    on = rhythm.check_in_on if kind == CHECK_IN else rhythm.review_on
    day, start = latest_start(rhythm, rhythm.check_in_at if kind == CHECK_IN else rhythm.review_at, turn.now)
    if kind == CHECK_IN:
        had = rhythm.check_in_day is not None and day <= rhythm.check_in_day
        wanted = not had and is_check_in_day(rhythm, day)
    else:
        had = rhythm.review_week is not None and week_of(day) <= rhythm.review_week
        wanted = not had and day.weekday() == rhythm.review_day
    begun = rhythm.accepted_at is not None and rhythm.accepted_at <= start
    due = start + jitter(rhythm.couple_id) <= turn.now
    if not (on and is_live(rhythm) and wanted and begun and due) or rhythm.on_break(turn.now):
        return False
    timer = await turn.work.timers.get(key(kind, rhythm.couple_id))
    if timer is None or timer.due_at > turn.now + LOOK_AGAIN:
        return False
    return max(timer.due_at, turn.now) < window_end(rhythm.partners, start)


def is_live(rhythm: RhythmView) -> bool:
    """Whether the two agreed to it, are a couple, and it does not rest."""
    return rhythm.accepted_at is not None and rhythm.resting_at is None and not rhythm.couple.ended


async def _promise(turn: Turn, kind: str, couple_id: int, start: datetime | None) -> None:
    if start is None:
        await turn.work.timers.cancel(key(kind, couple_id))
    else:
        await _set(turn, kind, couple_id, start + jitter(couple_id))


async def wait(turn: Turn, kind: str, couple_id: int, span: timedelta = LOOK_AGAIN) -> None:
    """Look at it again in a while."""
    await _set(turn, kind, couple_id, turn.now + span)


async def remind_of_break(turn: Turn, rhythm: Rhythm) -> None:
    """When the holiday is over, what stands in their chat says so."""
    if rhythm.break_until is None:
        await turn.work.timers.cancel(key(RHYTHM, rhythm.couple_id))
    else:
        await _set(turn, RHYTHM, rhythm.couple_id, rhythm.break_until)


async def _set(turn: Turn, kind: str, couple_id: int, due_at: datetime) -> None:
    await turn.work.timers.set(
        key(kind, couple_id), kind=kind, subject_id=couple_id, lane=Lane.SCHEDULED, due_at=due_at
    )


async def stop(turn: Turn, couple_id: int) -> None:
    """The couple is over: nothing is promised any longer."""
    for kind in (CHECK_IN, REVIEW, RHYTHM):
        await turn.work.timers.cancel(key(kind, couple_id))


async def heard(turn: Turn, couple_id: int) -> None:
    """Either took part in something of it, so it goes on for another ten days at least."""
    rhythm = await turn.work.rhythms.get(couple_id)
    if rhythm is not None:
        rhythm.heard_at = turn.now


def is_silent(rhythm: RhythmView, now: datetime) -> bool:
    """Whether both have been silent for ten days; a holiday is no silence."""
    moments = (rhythm.accepted_at, rhythm.heard_at, rhythm.break_until)
    return all(now - moment >= SILENCE for moment in moments if moment is not None)


async def must_wait(turn: Turn, couple_id: int) -> bool:
    """Whether check-in, review and nudges keep still now: a pause, a holiday, a rest, or an end."""
    couple = await turn.work.couples.get(couple_id)
    if couple is None or couple.ended_at is not None or await pause_is_on(turn, couple_id):
        return True
    view = await turn.work.rhythms.view(couple_id)
    return view is not None and (view.resting_at is not None or view.on_break(turn.now))


async def pause_is_on(turn: Turn, couple_id: int) -> bool:
    """Whether the two are in a pause, or are being called back from one."""
    pause = await turn.work.pauses.open_of_couple(couple_id)
    return pause is not None and pause.state in (PauseState.RUNNING, PauseState.DUE)


async def speak_of_nights(turn: Turn, person: Person) -> None:
    """Their zone has just become known: if the agreed times come in their night, they alone are told."""
    theirs = await turn.work.couples.of(person.id)
    view = await turn.work.rhythms.view(theirs.id) if theirs is not None else None
    if view is None or not is_live(view):
        return
    me = [partner for partner in view.partners if partner.id == person.id]
    starts = (
        next_check_in(view, turn.now) if view.check_in_on else None,
        next_review(view, turn.now) if view.review_on else None,
    )
    if any(start is not None and any_asleep(me, start) for start in starts):
        turn.say(to_person(person.id), "rhythm.page", id=person.id, page="night", hour=None)


def show(turn: Turn, couple_id: int, *, anew: bool = False, lane: Lane = Lane.ANSWER) -> None:
    """What stands in their chat about the rhythm is out of date. `anew`: both are to notice."""
    turn.panel(to_couple(couple_id), key(RHYTHM, couple_id), anew=anew, lane=lane)


async def show_change(turn: Turn, couple_id: int) -> None:
    """Both are shown what holds now: in a new message, but in a pause where it stands, unnoticed."""
    show(turn, couple_id, anew=not await pause_is_on(turn, couple_id))


def key(kind: str, couple_id: int) -> str:
    """The key of a timer of this kind; of the kind `rhythm`, the panel's key too."""
    return f"{kind}:{couple_id}"
