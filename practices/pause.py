"""The pause: either one calls it, both are called back, it always ends."""

from datetime import datetime, timedelta

from practices import pause_steps
from practices.pause_steps import arm, close, show, tell_here
from practices.turn import Turn, to_person
from storage.lanes import Lane
from storage.tables import Couple, Party, Pause, Person
from storage.views import UNDO_WINDOW, Outcome, PauseState

SHORTEST = timedelta(minutes=20)
LONGEST = timedelta(hours=24)
# A ✋ that reached us later than this after it was sent asks first.
LATE = timedelta(minutes=5)


async def call(turn: Turn, person: Person, length: timedelta = SHORTEST, *, by_message: bool) -> None:
    """✋ by a person. `by_message`: the panel has to follow to where the chat has moved on to."""
    couple = await turn.work.couples.of(person.id)
    if couple is None:
        _not_paired(turn, person)
    elif length < SHORTEST:
        turn.say(turn.origin_of(person.id), "pause.too_short", lane=Lane.PAUSE)
    elif length > LONGEST:
        turn.say(turn.origin_of(person.id), "pause.too_long", lane=Lane.PAUSE)
    else:
        pause = await turn.work.pauses.open_of_couple(couple.id)
        if pause is not None and pause.state == PauseState.RUNNING:
            await _call_again(turn, pause, person, length, by_message=by_message)
        else:
            await _start(turn, couple, person, length, pause)


async def _start(turn: Turn, couple: Couple, person: Person, length: timedelta, older: Pause | None) -> None:
    replaced_state = older.state if older is not None else None
    party_ids = [member.person_id for member in await turn.work.couples.members(couple.id)]
    if older is not None:
        await close(turn, older, Outcome.REPLACED)
    for party_id in party_ids:
        alone = await turn.work.pauses.open_alone(party_id)
        if alone is not None:
            await close(turn, alone, Outcome.REPLACED)
    await turn.work.flush()
    pause = await turn.work.pauses.start(
        couple_id=couple.id,
        party_ids=party_ids,
        caller_id=person.id,
        return_at=turn.now + length,
        now=turn.now,
        replaces=older,
        replaced_state=replaced_state,
    )
    await arm(turn, pause)
    await show(turn, pause, anew=True, ring=True)
    turn.reply("pause-started", minutes=_minutes(length))
    view = await turn.work.pauses.view(pause.id)
    if view is not None and view.unreachable - {person.id}:
        turn.say(to_person(person.id), "pause.unreachable", lane=Lane.PAUSE, id=pause.id)


async def _call_again(
    turn: Turn, pause: Pause, person: Person, length: timedelta, *, by_message: bool
) -> None:
    party = await _party(turn, pause, person)
    if party is None:
        return
    to_go = _minutes(pause.return_at - turn.now)
    if party.called_at is None:
        party.called_at = pause.called_at = turn.now
        party.here_at = None
        await arm(turn, pause)
        turn.reply("pause-joined", minutes=to_go)
        await show(turn, pause, anew=by_message)
    else:
        turn.reply("pause-running", minutes=to_go)
        if by_message:
            await show(turn, pause, anew=True)
    if person.private_open and length > SHORTEST and turn.now + length > pause.return_at:
        minutes = _minutes(length)
        turn.say(to_person(person.id), "pause.offer_longer", lane=Lane.PAUSE, id=pause.id, minutes=minutes)


async def undo(turn: Turn, person: Person, pause_id: int) -> None:
    """Take one's own call back, within two minutes of it."""
    found = await _open(turn, person, pause_id)
    if found is None:
        return
    pause, party = found
    if party.called_at is None or turn.now >= party.called_at + UNDO_WINDOW:
        turn.reply("pause-undo-late", alert=True)
        return
    party.called_at = None
    others = [p.called_at for p in await turn.work.pauses.parties(pause.id) if p.called_at is not None]
    turn.reply("pause-undone")
    if others:
        pause.called_at = max(others)
        await arm(turn, pause)
        await show(turn, pause)
        return
    pause.undone_by = person.id
    await close(turn, pause, Outcome.UNDONE)
    await _bring_back(turn, pause)


async def _bring_back(turn: Turn, undone: Pause) -> None:
    """The pause that the ✋ had closed returns, with every step that fell due since."""
    if undone.replaces_id is None or undone.replaced_state is None:
        return
    older = await turn.work.pauses.get(undone.replaces_id)
    if older is None or older.closed_at is None:
        return
    await turn.work.flush()
    await arm(turn, older, after=older.closed_at)
    older.state = undone.replaced_state
    older.outcome = None
    older.closed_at = None
    await show(turn, older, anew=True)


async def change_time(
    turn: Turn, person: Person, pause_id: int, commitment: int, minutes: int, *, from_now: bool
) -> None:
    """Commit a later return time.

    `commitment` is the one that the presser saw: a repeated or outdated press changes nothing. The minutes
    count from the return time before it has come, from now afterwards or when `from_now`.
    """
    found = await _open(turn, person, pause_id)
    if found is None:
        return
    pause, _ = found
    if commitment != pause.commitment:
        await _time_changed(turn, pause)
        return
    running = pause.state == PauseState.RUNNING
    start = turn.now if from_now or not running else max(pause.return_at, turn.now)
    return_at = start + timedelta(minutes=minutes)
    if running and return_at <= pause.return_at:
        await _time_changed(turn, pause)
    elif return_at > pause.started_at + LONGEST:
        turn.reply("pause-limit", alert=True)
    else:
        turn.work.pauses.commit_time(pause, return_at, turn.now)
        pause.state = PauseState.RUNNING
        for party in await turn.work.pauses.parties(pause.id):
            party.here_at = None
        await arm(turn, pause)
        turn.reply("pause-extended", minutes=_minutes(return_at - turn.now))
        await show(turn, pause, anew=True, ring=True)


async def _time_changed(turn: Turn, pause: Pause) -> None:
    if pause.state == PauseState.RUNNING:
        turn.reply("pause-time-changed", minutes=_minutes(pause.return_at - turn.now))
    else:
        turn.reply("old-button")


async def offer_times(
    turn: Turn, person: Person, pause_id: int, *, page: str = "first", instead_of: int | None = None
) -> None:
    """The menu of lengths, in the presser's private chat; without one, the way there."""
    found = await _open(turn, person, pause_id)
    if found is None:
        return
    pause, _ = found
    if not person.private_open:
        turn.reply("okay", start=f"times-{pause.id}")
        return
    if instead_of is None:
        turn.reply("pause-times-sent")
    turn.say(
        to_person(person.id), "pause.times", lane=Lane.PAUSE, instead_of=instead_of, id=pause.id, page=page
    )


async def will_be_there(turn: Turn, person: Person, pause_id: int) -> None:
    """ "I'll be there" before the return time: kindly answered, not kept."""
    if await _open(turn, person, pause_id) is not None:
        turn.reply("pause-will", alert=True)


async def here(turn: Turn, person: Person, pause_id: int) -> None:
    """ "I'm here": before the return time it is kept for its author alone and counts at that time."""
    found = await _open(turn, person, pause_id)
    if found is None:
        return
    pause, party = found
    before = pause.state == PauseState.RUNNING
    turn.reply("pause-here-early" if before else "pause-here")
    if party.here_at is not None:
        return
    party.here_at = turn.now
    parties = await turn.work.pauses.parties(pause.id)
    view = await turn.work.pauses.view(pause.id)
    unreachable = view.unreachable if view is not None else frozenset()
    missing = [p.person_id for p in parties if p.here_at is None]
    if not missing:
        await close(turn, pause, Outcome.BOTH_BACK, anew=True)
    elif not before and set(missing) <= unreachable:
        # Nobody whom the bot could ask is missing: the rest is theirs.
        await close(turn, pause, Outcome.TALKING)
    elif not before:
        await tell_here(turn, pause, parties, person.id)


async def talking(turn: Turn, person: Person, pause_id: int) -> None:
    """ "We're talking", by either one, after the return time."""
    await _end_after_return(turn, person, pause_id, Outcome.TALKING, "pause-talking")


async def rest(turn: Turn, person: Person, pause_id: int) -> None:
    """ "Let it rest", by either one, after the return time: no time, no reason."""
    await _end_after_return(turn, person, pause_id, Outcome.RESTED, "pause-rested")


async def _end_after_return(turn: Turn, person: Person, pause_id: int, outcome: Outcome, answer: str) -> None:
    found = await _open(turn, person, pause_id)
    if found is None:
        return
    pause, _ = found
    if pause.state == PauseState.RUNNING:
        turn.reply("pause-not-yet", alert=True)
        return
    turn.reply(answer)
    # Whoever was told that they would hear from us hears of a rest; those who talk need no message.
    await close(turn, pause, outcome, anew=outcome is Outcome.RESTED)


async def ask_late(turn: Turn, person: Person, sent_at: datetime, length: timedelta) -> None:
    """A ✋ that reached us too late to be acted on unasked."""
    address = turn.origin_of(person.id)
    if await turn.work.couples.of(person.id) is None:
        _not_paired(turn, person)
        return
    await turn.work.outbox.withdraw_screen(address, "pause.offline_ask")
    minutes = _minutes(length)
    turn.say(address, "pause.offline_ask", lane=Lane.PAUSE, sent_at=sent_at.isoformat(), minutes=minutes)


async def part(turn: Turn, couple: Couple) -> None:
    """The couple ends in mid-pause: one pause alone for each, with the same return time."""
    pause = await turn.work.pauses.open_of_couple(couple.id)
    if pause is None:
        return
    state, commitment = pause.state, pause.commitment
    pause.state = PauseState.CLOSED
    pause.outcome = Outcome.PARTED
    pause.closed_at = turn.now
    await turn.work.timers.cancel(pause_steps.timer_key(pause.id))
    for party in await turn.work.pauses.parties(pause.id):
        person = await turn.work.persons.get(party.person_id)
        if person is None or not person.private_open:
            continue
        alone = await turn.work.pauses.start(
            couple_id=None,
            party_ids=[person.id],
            caller_id=person.id,
            return_at=pause.return_at,
            now=turn.now,
        )
        alone.started_at = pause.started_at
        alone.called_at = pause.called_at
        alone.state = state
        alone.commitment = commitment
        alone.return_said_at = pause.return_said_at
        alone.return_missed = pause.return_missed
        await arm(turn, alone)


async def _open(turn: Turn, person: Person, pause_id: int) -> tuple[Pause, Party] | None:
    """The pause and the presser's part in it, unless it is over or not theirs, which is said kindly."""
    pause = await turn.work.pauses.get(pause_id)
    party = await _party(turn, pause, person) if pause is not None else None
    if pause is None or party is None:
        turn.reply("not-yours", alert=True)
    elif pause.outcome == Outcome.PARTED:
        turn.reply("couple-over", alert=True)
    elif pause.state == PauseState.CLOSED:
        turn.reply("pause-over")
    else:
        return pause, party
    return None


async def _party(turn: Turn, pause: Pause, person: Person) -> Party | None:
    parties = await turn.work.pauses.parties(pause.id)
    return next((party for party in parties if party.person_id == person.id), None)


def _not_paired(turn: Turn, person: Person) -> None:
    turn.reply("not-paired", alert=True)
    if turn.origin is not None:
        turn.say(turn.origin, "pair.start", state="new")


def _minutes(length: timedelta) -> int:
    """Whole minutes, rounded up: nobody is promised less than was said."""
    return max(1, -(-int(length.total_seconds()) // 60))
