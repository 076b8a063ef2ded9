"""What either one alone may do with the couple's rhythm: accept it, change it, stop it, wake it."""

from collections.abc import Callable

from practices import couple, rhythm, settings, zone
from practices.turn import Person, Turn, to_person
from storage.local_time import zone_info
from storage.rhythm_times import Offer, break_ends, last_day_of_break, offer
from storage.tables import Rhythm

_DAY = 24 * 60
# Pages that speak of hours, so that it has to be known whose.
_OF_HOURS = frozenset({"check-in-time", "review-time", "break"})


async def open_page(
    turn: Turn, person: Person, page: str = "home", *, instead_of: int | None = None, hour: int | None = None
) -> None:
    """A page, in private: home, check-in, review, check-in-time, review-time, days, weekday, clock, …

    Whoever is in no couple is told how to begin; without an open private chat the press leads there.
    """
    theirs = await turn.work.couples.of(person.id)
    if theirs is None:
        turn.reply("okay")
        turn.say(to_person(person.id), "pair.start", state="new")
        return
    if not person.private_open:
        turn.reply("okay", start="rhythm")
        if turn.origin is not None and turn.origin != to_person(person.id):
            turn.say(turn.origin, "rhythm.group")
        return
    row = await rhythm.of_couple(turn, theirs.id)
    if page in _OF_HOURS and row.accepted_at is None and person.zone is None:
        await zone.ask(turn, person, f"rhythm:{page}", instead_of=instead_of)
        return
    if page == "break" and row.accepted_at is None:
        page = "home"
    turn.reply("okay" if turn.origin == to_person(person.id) else "rhythm-sent")
    await turn.work.flush()
    turn.say(to_person(person.id), "rhythm.page", instead_of=instead_of, id=person.id, page=page, hour=hour)


async def accept(
    turn: Turn, person: Person, couple_id: int, seen: tuple[int, int, int], *, instead_of: int | None = None
) -> None:
    """Yes to the times that were seen: check-in, weekday and time of the review, as they were proposed."""
    row = await of_presser(turn, person, couple_id)
    if row is None:
        return
    if row.accepted_at is not None:
        turn.reply("rhythm-accepted")
        return
    if person.zone is None:
        await zone.ask(
            turn, person, f"rhythm:{couple_id}:yes:{':'.join(map(str, seen))}", instead_of=instead_of
        )
        return
    made = await _offer(turn, couple_id)
    if seen != (made.check_in_at, made.review_day, made.review_at):
        # Meanwhile it is known where they live: other hours suit both, and these are to be seen first.
        turn.reply("rhythm-look", alert=True)
        rhythm.show(turn, couple_id, anew=True)
        return
    await _begin(turn, row, person.zone)
    turn.reply("rhythm-accepted")
    await rhythm.arm(turn, row)
    rhythm.show(turn, couple_id)
    if instead_of is not None:
        await open_page(turn, person, instead_of=instead_of)


async def decline(turn: Turn, person: Person, couple_id: int, *, instead_of: int | None = None) -> None:
    """No to what was proposed. What was accepted meanwhile stays."""
    row = await of_presser(turn, person, couple_id)
    if row is None:
        return
    if row.accepted_at is not None:
        turn.reply("rhythm-changed")
        return
    row.check_in_on = row.review_on = False
    rhythm.show(turn, couple_id)
    turn.reply("okay")
    if instead_of is not None:
        await settings.show(turn, person, instead_of=instead_of)


async def set_time(
    turn: Turn, person: Person, couple_id: int, which: str, minute: int, *, instead_of: int | None = None
) -> None:
    """`which`: check-in or review, from now on at this minute of the couple's day."""
    if not 0 <= minute < _DAY:
        turn.reply("old-button")
        return

    def change(row: Rhythm) -> None:
        if which == "check-in":
            row.check_in_at, row.check_in_on = minute, True
        else:
            row.review_at, row.review_on = minute, True

    await _change(turn, person, couple_id, change, which, instead_of)


async def set_day(
    turn: Turn, person: Person, couple_id: int, day: int, *, on: bool, instead_of: int | None = None
) -> None:
    """A weekday (Monday is 0) with or without a check-in. One day stays: off is another button."""
    row = await of_presser(turn, person, couple_id)
    if row is None:
        return
    if not on and row.check_in_days == 1 << day:
        turn.reply("rhythm-one-day", alert=True)
        return

    def change(row: Rhythm) -> None:
        row.check_in_days = row.check_in_days | 1 << day if on else row.check_in_days & ~(1 << day)

    await _change(turn, person, couple_id, change, "days", instead_of)


async def set_weekday(
    turn: Turn, person: Person, couple_id: int, day: int, *, instead_of: int | None = None
) -> None:
    """The review comes on this weekday; Monday is 0."""

    def change(row: Rhythm) -> None:
        row.review_day = day

    await _change(turn, person, couple_id, change, "review", instead_of)


async def switch(
    turn: Turn, person: Person, couple_id: int, which: str, *, on: bool, instead_of: int | None = None
) -> None:
    """`which`: check-in or review, on or off."""

    def change(row: Rhythm) -> None:
        if which == "check-in":
            row.check_in_on = on
        else:
            row.review_on = on

    await _change(turn, person, couple_id, change, which, instead_of)


async def set_zone(
    turn: Turn, person: Person, couple_id: int, name: str, *, instead_of: int | None = None
) -> None:
    """Whose clock the couple's day follows: that of either."""
    view = await turn.work.couples.view(couple_id)
    if zone_info(name) is None or view is None or all(one.zone != name for one in view.partners):
        turn.reply("old-button")
        return

    def change(row: Rhythm) -> None:
        if row.break_until is not None and row.zone is not None:
            # The holiday ends with the same day, wherever that day is over.
            row.break_until = break_ends(last_day_of_break(row.break_until, row.zone), name)
        row.zone = name

    await _change(turn, person, couple_id, change, "clock", instead_of)


async def set_apart(
    turn: Turn, person: Person, couple_id: int, *, apart: bool | None, instead_of: int | None = None
) -> None:
    """Whether the two live apart; none: as their zones say. It changes no time, so nothing is said."""
    row = await of_presser(turn, person, couple_id)
    if row is not None:
        row.apart = apart
        row.heard_at = turn.now
        await open_page(turn, person, "distance", instead_of=instead_of)


async def set_intimate(turn: Turn, person: Person, *, on: bool, instead_of: int | None = None) -> None:
    """One's own choice, of which nobody else ever learns."""
    person.intimate = on
    await open_page(turn, person, "closeness", instead_of=instead_of)


async def wake(turn: Turn, person: Person, couple_id: int, *, instead_of: int | None = None) -> None:
    """It goes on after a rest."""
    row = await of_presser(turn, person, couple_id)
    if row is None:
        return
    if row.resting_at is None:
        turn.reply("rhythm-changed")
        return
    _wake(turn, row)
    turn.reply("rhythm-awake")
    await rhythm.arm(turn, row)
    rhythm.show(turn, couple_id)
    if instead_of is not None:
        await open_page(turn, person, instead_of=instead_of)


def _wake(turn: Turn, row: Rhythm) -> None:
    row.resting_at = None
    row.heard_at = turn.now


async def _change(
    turn: Turn,
    person: Person,
    couple_id: int,
    change: Callable[[Rhythm], None],
    page: str,
    instead_of: int | None,
) -> None:
    """A change holds at once, and both are shown what holds now. Whoever changes it has accepted it."""
    row = await of_presser(turn, person, couple_id)
    if row is None:
        return
    if row.accepted_at is None:
        if person.zone is None:
            await zone.ask(turn, person, f"rhythm:{page}", instead_of=instead_of)
            return
        await _begin(turn, row, person.zone)
        before = None
    else:
        before = _times(row)
    break_until = row.break_until
    change(row)
    if _times(row) != before:
        _wake(turn, row)
        if row.break_until != break_until:
            await rhythm.remind_of_break(turn, row)
        await rhythm.arm(turn, row)
        await rhythm.show_change(turn, couple_id)
    await open_page(turn, person, page, instead_of=instead_of)


async def _begin(turn: Turn, row: Rhythm, zone_name: str) -> None:
    """What was proposed holds from now on, by the clock of whoever accepted."""
    made = (await _offer(turn, row.couple_id)).seen_from(zone_name, turn.now)
    row.zone = zone_name
    row.check_in_at, row.review_day, row.review_at = made.check_in_at, made.review_day, made.review_at
    row.check_in_on = row.review_on = True
    row.accepted_at = row.heard_at = turn.now
    row.proposed_at = row.proposed_at or turn.now
    await turn.work.flush()


async def _offer(turn: Turn, couple_id: int) -> Offer:
    view = await turn.work.couples.view(couple_id)
    return offer(view.partners if view is not None else (), turn.now)


def _times(row: Rhythm) -> tuple[object, ...]:
    return (
        row.zone,
        row.check_in_at,
        row.check_in_days,
        row.check_in_on,
        row.review_at,
        row.review_day,
        row.review_on,
    )


async def of_presser(turn: Turn, person: Person, couple_id: int) -> Rhythm | None:
    """The rhythm of the presser's couple, unless it is over or not theirs, which is said kindly."""
    theirs = await couple.active(turn, person, couple_id)
    return await rhythm.of_couple(turn, theirs.id) if theirs is not None else None
