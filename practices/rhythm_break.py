"""On holiday: for some days everything but a pause keeps still."""

from datetime import date, timedelta

from practices import rhythm
from practices.couple_day import day_of
from practices.rhythm_changes import of_presser, open_page
from practices.turn import Person, Turn
from storage.rhythm_times import break_ends, last_day_of_break
from storage.tables import Rhythm

_LONGEST_BREAK = timedelta(days=366)


async def today_of(turn: Turn, person: Person) -> date | None:
    """Which day it is for the couple; none for whoever has agreed on no times with anybody."""
    theirs = await turn.work.couples.of(person.id)
    row = await turn.work.rhythms.get(theirs.id) if theirs is not None else None
    agreed = row is not None and row.accepted_at is not None and row.zone is not None
    return day_of(turn.now, row.zone) if row is not None and row.zone is not None and agreed else None


async def begin_by_words(turn: Turn, person: Person, last_day: date) -> None:
    """/break with a day."""
    theirs = await turn.work.couples.of(person.id)
    if theirs is not None:
        await begin(turn, person, theirs.id, last_day, by_words=True)


async def begin(
    turn: Turn,
    person: Person,
    couple_id: int,
    last_day: date,
    *,
    instead_of: int | None = None,
    by_words: bool = False,
) -> None:
    """On holiday up to and with this one of the couple's days: only pauses speak up.

    `by_words`: typed, so that there is no press to be answered.
    """
    row = await of_presser(turn, person, couple_id)
    if row is None:
        return
    if row.accepted_at is None or row.zone is None:
        await open_page(turn, person, instead_of=instead_of)
        return
    today = day_of(turn.now, row.zone)
    if not today <= last_day <= today + _LONGEST_BREAK:
        turn.reply("rhythm-far")
        turn.say(turn.origin_of(person.id), "rhythm.break_far")
        return
    row.break_until = break_ends(last_day, row.zone)
    row.heard_at = turn.now
    await _said(turn, row, person, "rhythm-break", instead_of)
    if by_words and await rhythm.pause_is_on(turn, couple_id):
        # What holds now is told to both where they will not notice it.
        turn.say(turn.origin_of(person.id), "rhythm.break_kept")


async def end(
    turn: Turn, person: Person, couple_id: int, last_day: date, *, instead_of: int | None = None
) -> None:
    """Back early from the holiday that was to last until then."""
    row = await of_presser(turn, person, couple_id)
    if row is None:
        return
    until = row.break_until
    if (
        until is None
        or until <= turn.now
        or row.zone is None
        or last_day_of_break(until, row.zone) != last_day
    ):
        turn.reply("rhythm-changed")
        return
    row.break_until = None
    row.heard_at = turn.now
    await _said(turn, row, person, "rhythm-back", instead_of)


async def _said(turn: Turn, row: Rhythm, person: Person, answer: str, instead_of: int | None) -> None:
    await rhythm.remind_of_break(turn, row)
    await rhythm.arm(turn, row)
    await rhythm.show_change(turn, row.couple_id)
    if instead_of is not None:
        await open_page(turn, person, instead_of=instead_of)
    turn.reply(answer)
