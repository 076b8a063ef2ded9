"""The pause: either one calls it, both are called back, it always ends."""

from datetime import datetime, timedelta

from practices import pause_often, pause_steps
from practices.pause_party import is_running, part_in, party_of, whole_minutes
from practices.pause_steps import arm, close, may_ring, show
from practices.turn import Turn, to_person
from practices.unsaid import take_back
from storage.lanes import Lane
from storage.tables import Couple, Party, Pause, Person
from storage.views import LONGEST_PAUSE, ONLY_TOMORROW_FROM, UNDO_WINDOW, Outcome, PauseState

SHORTEST = timedelta(minutes=20)
LONGEST = LONGEST_PAUSE
# A ✋ that reached us later than this after it was sent asks first.
LATE = timedelta(minutes=5)
# How long that question stays worth asking while Telegram cannot be reached.
_ASKED_FOR = timedelta(hours=1)
_SHORTEST_CHANGE = 20
# Words about a pause, in private: some for a partner whom the bot cannot reach.
_SAID_IN_PRIVATE = ("pause.pass_on", "pause.unreachable", pause_often.SCREEN)
_WORTH_OFFERING = timedelta(minutes=1)


async def call(
    turn: Turn, person: Person, length: timedelta = SHORTEST, *, by_message: bool, given: bool = False
) -> None:
    """✋ by a person. `by_message`: the panel has to follow to where the chat has moved on to.

    `given`: this length was asked for, also where it is the usual one.
    """
    couple = await turn.work.couples.of(person.id)
    if couple is None and not person.private_open:
        # A pause alone has no other place than the private chat.
        turn.reply("okay", start="pause")
    elif length < SHORTEST:
        turn.say(turn.origin_of(person.id), "pause.too_short", lane=Lane.PAUSE)
    elif length > LONGEST:
        turn.say(turn.origin_of(person.id), "pause.too_long", lane=Lane.PAUSE)
    else:
        pause = await _open_pause(turn, couple, person)
        if pause is not None and is_running(pause, turn.now):
            await _call_again(turn, pause, person, by_message=by_message)
            if given or length > SHORTEST:
                _offer_longer(turn, pause, person, length)
        else:
            await _start(turn, couple, person, length, pause)


async def _open_pause(turn: Turn, couple: Couple | None, person: Person) -> Pause | None:
    if couple is not None:
        return await turn.work.pauses.open_of_couple(couple.id)
    return await turn.work.pauses.open_alone(person.id)


async def _start(
    turn: Turn, couple: Couple | None, person: Person, length: timedelta, older: Pause | None
) -> None:
    replaced_state = older.state if older is not None else None
    party_ids = [person.id]
    if couple is not None:
        party_ids = [member.person_id for member in await turn.work.couples.members(couple.id)]
    if older is not None:
        await close(turn, older, Outcome.REPLACED)
    # A pause alone gives way to that of the two.
    for alone in await turn.work.pauses.all_open_alone(party_ids):
        await close(turn, alone, Outcome.REPLACED)
    await turn.work.flush()
    pause = await turn.work.pauses.start(
        couple_id=couple.id if couple is not None else None,
        party_ids=party_ids,
        caller_id=person.id,
        return_at=turn.now + length,
        now=turn.now,
        replaces=older,
        replaced_state=replaced_state,
    )
    await arm(turn, pause)
    await show(turn, pause, anew=True, ring=True)
    turn.reply("pause-started", minutes=whole_minutes(length))
    await _offer_to_pass_on(turn, pause, person)
    await pause_often.notice(turn, person)


async def _offer_to_pass_on(turn: Turn, pause: Pause, person: Person) -> None:
    """Without a partner whom the bot can reach: a sentence with the length, to send by any other way."""
    if pause.couple_id is None:
        turn.say(to_person(person.id), "pause.pass_on", lane=Lane.PAUSE, id=pause.id)
        return
    couple = await turn.work.couples.get(pause.couple_id)
    group = await turn.work.groups.get(couple.group_id) if couple is not None and couple.group_id else None
    if group is not None and group.present:
        return
    view = await turn.work.pauses.view(pause.id)
    if view is not None and view.unreachable - {person.id}:
        turn.say(to_person(person.id), "pause.unreachable", lane=Lane.PAUSE, id=pause.id)


async def _call_again(turn: Turn, pause: Pause, person: Person, *, by_message: bool) -> None:
    party = await party_of(turn, pause, person)
    if party is None:
        return
    to_go = whole_minutes(pause.return_at - turn.now)
    if party.called_at is None:
        party.called_at = pause.called_at = turn.now
        party.here_at = None
        await arm(turn, pause)
        turn.reply("pause-joined", minutes=to_go)
        await show(turn, pause, anew=by_message)
        await pause_often.notice(turn, person)
    else:
        turn.reply("pause-running", minutes=to_go)
        if by_message:
            await _show_same(turn, pause, person)


def _offer_longer(turn: Turn, pause: Pause, person: Person, length: timedelta) -> None:
    """Offer the length asked for as more time; less than a minute more is the time that stands."""
    if turn.now + length < pause.return_at + _WORTH_OFFERING:
        return
    # Personal, unless the chat of the two is the only way to reach whoever asked.
    place = to_person(person.id) if person.private_open else turn.origin_of(person.id)
    turn.say(place, "pause.offer_longer", lane=Lane.PAUSE, id=pause.id, minutes=whole_minutes(length))


async def _show_same(turn: Turn, pause: Pause, person: Person) -> None:
    """The caller's second ✋, as a message: the same time, below it."""
    if turn.origin == to_person(person.id):
        turn.say(turn.origin, "pause.same", lane=Lane.PAUSE, id=pause.id)
    else:
        await show(turn, pause, anew=True)


async def undo(turn: Turn, person: Person, pause_id: int) -> None:
    """Take one's own call back, within two minutes of it."""
    found = await part_in(turn, person, pause_id)
    if found is None:
        return
    pause, party = found
    if party.called_at is None and is_running(pause, turn.now):
        # Not their call, or taken back already: the other's stands.
        turn.reply("pause-running", minutes=whole_minutes(pause.return_at - turn.now))
        return
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
    await _take_words_back(turn, pause, person)
    await _bring_back(turn, pause)


async def _take_words_back(turn: Turn, pause: Pause, person: Person) -> None:
    """Nobody is to pass on a pause that was not one."""
    await take_back(turn, person, _SAID_IN_PRIVATE, pause.started_at, lane=Lane.PAUSE)


async def _bring_back(turn: Turn, undone: Pause) -> None:
    """What the ✋ had closed returns, with every step that fell due since."""
    await turn.work.flush()
    if undone.replaces_id is not None and undone.replaced_state is not None:
        older = await turn.work.pauses.get(undone.replaces_id)
        if older is not None:
            await _reopen(turn, older, undone.replaced_state)
    for party in await turn.work.pauses.parties(undone.id):
        alone = await turn.work.pauses.replaced_alone(party.person_id, undone.started_at)
        if alone is not None:
            await _reopen(turn, alone, pause_steps.state_by_time(alone, undone.started_at))


async def _reopen(turn: Turn, older: Pause, state: str) -> None:
    closed_at = older.closed_at
    if closed_at is None:
        return
    older.state = state
    older.outcome = None
    older.closed_at = None
    await arm(turn, older, after=closed_at)
    await show(turn, older, anew=True)


async def change_time(
    turn: Turn, person: Person, pause_id: int, commitment: int, minutes: int, *, from_now: bool
) -> None:
    """Commit a later return time.

    `commitment` is the one that the presser saw: a repeated or outdated press changes nothing. The minutes
    count from the return time before it has come, from now afterwards or when `from_now`.
    """
    found = await part_in(turn, person, pause_id)
    if found is None:
        return
    pause, _ = found
    if commitment != pause.commitment:
        await time_changed(turn, pause)
        return
    running = pause.state == PauseState.RUNNING
    start = turn.now if from_now or not running else max(pause.return_at, turn.now)
    return_at = start + timedelta(minutes=minutes)
    if minutes < _SHORTEST_CHANGE or (running and return_at <= pause.return_at):
        await time_changed(turn, pause)
    elif pause.commitment >= ONLY_TOMORROW_FROM:
        turn.reply("pause-only-tomorrow", alert=True)
    elif return_at > pause.started_at + LONGEST:
        turn.reply("pause-limit", alert=True)
    else:
        await commit(turn, pause, person, return_at)


async def commit(turn: Turn, pause: Pause, person: Person, return_at: datetime) -> None:
    """Promise both this return time, in place of the one before."""
    turn.work.pauses.commit_time(pause, return_at, turn.now)
    pause.state = PauseState.RUNNING
    for party in await turn.work.pauses.parties(pause.id):
        party.here_at = None
    await arm(turn, pause)
    turn.reply("pause-extended", minutes=whole_minutes(return_at - turn.now))
    await show(turn, pause, anew=True, ring=await may_ring(turn, pause))
    # What was passed on by another way names the old time.
    await _offer_to_pass_on(turn, pause, person)


async def time_changed(turn: Turn, pause: Pause) -> None:
    """Answer a press whose time is no longer the one that was seen."""
    if pause.state == PauseState.RUNNING:
        turn.reply("pause-time-changed", minutes=whole_minutes(pause.return_at - turn.now))
    else:
        turn.reply("old-button")


async def ask_late(turn: Turn, person: Person, sent_at: datetime, length: timedelta) -> None:
    """A ✋ that reached us too late to be acted on unasked."""
    address = turn.origin_of(person.id)
    await turn.work.outbox.withdraw_screen(address, "pause.offline_ask")
    turn.say(
        address,
        "pause.offline_ask",
        lane=Lane.PAUSE,
        for_=_ASKED_FOR,
        sent_at=sent_at.isoformat(),
        minutes=whole_minutes(length),
    )


async def part(turn: Turn, couple: Couple) -> None:
    """The couple ends in mid-pause: one pause alone for each, with the same return time."""
    pause = await turn.work.pauses.open_of_couple(couple.id)
    if pause is None:
        return
    state = pause.state
    pause.state = PauseState.CLOSED
    pause.outcome = Outcome.PARTED
    pause.closed_at = turn.now
    await turn.work.timers.cancel(pause_steps.timer_key(pause.id))
    if pause.return_said_at is not None:
        # They have been called already: nobody is called twice, least of all after leaving.
        return
    for party in await turn.work.pauses.parties(pause.id):
        person = await turn.work.persons.get(party.person_id)
        if person is not None and person.private_open:
            await _go_on_alone(turn, pause, party, state)


async def _go_on_alone(turn: Turn, pause: Pause, party: Party, state: str) -> None:
    alone = await turn.work.pauses.start(
        couple_id=None,
        party_ids=[party.person_id],
        caller_id=None,
        return_at=pause.return_at,
        now=turn.now,
    )
    alone.started_at = pause.started_at
    # Nobody called it, so nobody can take it back.
    alone.called_at = pause.started_at - UNDO_WINDOW
    alone.state = state
    for own in await turn.work.pauses.parties(alone.id):
        own.here_at = party.here_at
    await arm(turn, alone)
    if state != PauseState.RUNNING:
        await show(turn, alone, anew=True, ring=await may_ring(turn, alone))
