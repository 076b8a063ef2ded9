"""Pairing: two persons become a couple with the consent of both, in a group or by a link."""

from datetime import timedelta

from practices import couple, rhythm
from practices.turn import Turn, to_group, to_person
from storage.tables import Group, Pairing, Person

LINK_VALID_FOR = timedelta(days=7)


async def greet(turn: Turn, group: Group, language: str) -> None:
    """The bot has come into a group: invite the two to say that they are the two."""
    if await turn.work.couples.in_group(group.id) is not None:
        return
    pairing = await turn.work.pairings.open_of_group(group.id)
    if pairing is None:
        pairing = await turn.work.pairings.open_in_group(group.id, language, turn.now)
    show(turn, pairing, anew=True)


async def ask_again(turn: Turn, group: Group, person: Person | None, language: str) -> None:
    """/start in a group without a couple: the question once more, afresh if two others hold it up."""
    pairing = await turn.work.pairings.open_of_group(group.id)
    seated = (pairing.first_id, pairing.second_id) if pairing is not None else ()
    outside = person is None or person.id not in seated
    if pairing is not None and pairing.second_id is not None and outside:
        _close(turn, pairing, "replaced")
        await turn.work.flush()
    await greet(turn, group, language)


async def has_seat(turn: Turn, pairing_id: int, chat_id: int) -> bool:
    """Whether somebody new may press this group's button; if not, that is said kindly."""
    pairing = await turn.work.pairings.get(pairing_id)
    group = await turn.work.groups.get(pairing.group_id or 0) if pairing is not None else None
    if pairing is None or group is None or group.chat_id != chat_id:
        turn.reply("not-yours", alert=True)
    elif pairing.closed_at is not None:
        theirs = await turn.work.couples.in_group(group.id)
        turn.reply("pair-gone" if theirs is None else "not-yours", alert=theirs is not None)
    elif pairing.second_id is not None:
        turn.reply("pair-third", alert=True)
    else:
        return True
    return False


async def join(turn: Turn, person: Person, pairing_id: int, chat_id: int) -> None:
    """A press on the group's button: the first and the second distinct person are the two."""
    pairing = await turn.work.pairings.get(pairing_id)
    group = await turn.work.groups.get(pairing.group_id or 0) if pairing is not None else None
    if pairing is None or group is None or group.chat_id != chat_id:
        # The same whether there is such a one: nobody else's is told of.
        turn.reply("not-yours", alert=True)
    elif pairing.closed_at is not None:
        await _say_closed(turn, person, pairing)
    elif person.id in (pairing.first_id, pairing.second_id):
        turn.reply("pair-same")
    elif pairing.second_id is not None:
        turn.reply("pair-third", alert=True)
    elif pairing.first_id is None:
        pairing.first_id = person.id
        turn.reply("pair-first")
        show(turn, pairing)
    else:
        await _second_press(turn, pairing, person, pairing.first_id)


async def _second_press(turn: Turn, pairing: Pairing, person: Person, first_id: int) -> None:
    ours = await turn.work.couples.of(person.id)
    theirs = await turn.work.couples.of(first_id)
    if ours is not None and theirs is not None and ours.id == theirs.id:
        # Already a couple: both pressed here, so this is their shared chat now.
        pairing.second_id = person.id
        _close(turn, pairing, "paired")
        turn.reply("pair-done")
        await couple.settle(turn, ours, pairing.group_id)
    elif ours is not None:
        turn.reply("pair-taken", alert=True)
        # The press counts all the same if their own partner presses next.
        pairing.first_id = person.id
        show(turn, pairing)
    elif theirs is not None:
        # The first one is somebody's partner already: the seat is this person's.
        pairing.first_id = person.id
        turn.reply("pair-first")
        show(turn, pairing)
    else:
        pairing.second_id = person.id
        turn.reply("pair-second")
        show(turn, pairing, anew=True)


async def start(turn: Turn, person: Person) -> None:
    """/start in private: what is true for this person now, and one next step."""
    theirs = await turn.work.couples.of(person.id)
    if theirs is not None:
        await couple.show_to(turn, theirs, person)
        return
    halfway = False
    for pairing in await turn.work.pairings.open_of_person(person.id):
        if pairing.group_id is not None:
            halfway = True
        elif not _run_out(turn, pairing):
            key = "invite" if pairing.first_id == person.id else "invited"
            turn.panel(to_person(person.id), f"{key}:{pairing.id}", anew=True)
            return
    turn.say(to_person(person.id), "pair.start", state="half" if halfway else "new")


async def invite(turn: Turn, person: Person, *, by_press: bool) -> None:
    """A single-use link: the one that nobody has opened yet, or else a fresh one in place of the older."""
    if await turn.work.couples.of(person.id) is not None:
        turn.reply("pair-taken", alert=True)
        if not by_press:
            turn.say(to_person(person.id), "pair.already")
        return
    turn.reply("okay")
    for older in await turn.work.pairings.open_of_person(person.id):
        if older.group_id is not None or older.first_id != person.id or _run_out(turn, older):
            continue
        if older.second_id is None:
            turn.panel(to_person(person.id), f"invite:{older.id}", anew=True)
            return
        _close(turn, older, "replaced")
    pairing = await turn.work.pairings.open_link(person.id, person.language, turn.now, LINK_VALID_FOR)
    show(turn, pairing, anew=True)


async def open_link(turn: Turn, person: Person, token: str) -> None:
    """Somebody opened an invitation."""
    pairing = await turn.work.pairings.by_token(token)
    why = await _refusal(turn, person, pairing)
    if why is not None or pairing is None:
        turn.say(to_person(person.id), "pair.link_bad", why=why or "unknown")
        return
    if pairing.second_id is None:
        pairing.second_id = person.id
        turn.panel(to_person(pairing.first_id or 0), f"invite:{pairing.id}")
    turn.panel(to_person(person.id), f"invited:{pairing.id}", anew=True)


async def _refusal(turn: Turn, person: Person, pairing: Pairing | None) -> str | None:
    if pairing is None:
        return "unknown"
    if pairing.first_id == person.id:
        return "own"
    if pairing.closed_at is not None:
        return {"revoked": "revoked", "replaced": "revoked", "expired": "expired"}.get(
            pairing.outcome or "", "used"
        )
    if _run_out(turn, pairing):
        return "expired"
    if pairing.second_id not in (None, person.id):
        return "used"
    if await turn.work.couples.of(person.id) is not None:
        return "paired"
    return None


async def revoke(turn: Turn, person: Person, pairing_id: int) -> None:
    """The inviter takes the invitation back."""
    pairing = await turn.work.pairings.get(pairing_id)
    if pairing is None or pairing.first_id != person.id or pairing.group_id is not None:
        turn.reply("not-yours", alert=True)
    elif pairing.closed_at is not None:
        turn.reply("pair-gone")
    else:
        _close(turn, pairing, "revoked")
        turn.reply("invite-revoked")


async def confirm(turn: Turn, person: Person, pairing_id: int, *, yes: bool) -> None:
    """The second confirms whose partner they become, then the first confirms the second."""
    pairing = await turn.work.pairings.get(pairing_id)
    if pairing is None or person.id not in (pairing.first_id, pairing.second_id):
        turn.reply("not-yours", alert=True)
    elif pairing.closed_at is not None:
        await _say_closed(turn, person, pairing)
    elif _run_out(turn, pairing):
        turn.reply("pair-gone")
    elif pairing.second_id is None:
        turn.reply("pair-wait")
    elif not yes:
        _decline(turn, pairing)
    elif person.id == pairing.second_id and not pairing.second_confirmed:
        pairing.second_confirmed = True
        turn.reply("pair-second")
        show(turn, pairing, anew=True)
    elif person.id == pairing.first_id and pairing.second_confirmed:
        await _pair(turn, pairing)
    else:
        turn.reply("pair-wait")


def _run_out(turn: Turn, pairing: Pairing) -> bool:
    """Whether a link's seven days are over, which closes it."""
    if pairing.expires_at is None or turn.now < pairing.expires_at:
        return False
    _close(turn, pairing, "expired")
    return True


def _decline(turn: Turn, pairing: Pairing) -> None:
    turn.reply("pair-no")
    if pairing.group_id is None:
        _close(turn, pairing, "declined")
    else:
        # Two wrong taps in a group are no harm: the button is there again for the right two.
        pairing.first_id = pairing.second_id = None
        pairing.second_confirmed = False
        show(turn, pairing, anew=True)


async def _pair(turn: Turn, pairing: Pairing) -> None:
    first_id, second_id = pairing.first_id or 0, pairing.second_id or 0
    for person_id in (first_id, second_id):
        if await turn.work.couples.of(person_id) is not None:
            turn.reply("pair-taken", alert=True)
            _close(turn, pairing, "declined")
            return
    _close(turn, pairing, "paired")
    for person_id in (first_id, second_id):
        for other in await turn.work.pairings.open_of_person(person_id):
            if other.id != pairing.id and other.group_id is None:
                _close(turn, other, "replaced")
    turn.reply("pair-done")
    formed = await turn.work.couples.form(first_id, second_id, None, turn.now)
    await couple.settle(turn, formed, pairing.group_id)
    await rhythm.propose(turn, formed)


async def _say_closed(turn: Turn, person: Person, pairing: Pairing) -> None:
    group = pairing.group_id
    theirs = await turn.work.couples.in_group(group) if group is not None else None
    ours = await turn.work.couples.of(person.id)
    if theirs is not None and (ours is None or ours.id != theirs.id):
        turn.reply("not-yours", alert=True)
    else:
        turn.reply("pair-done" if theirs is not None else "pair-gone")


async def give_up(turn: Turn, person: Person) -> None:
    """They take no part in it any longer: a group's question has its seats free again, a link is over."""
    for pairing in await turn.work.pairings.open_of_person(person.id):
        if pairing.group_id is None:
            _close(turn, pairing, "revoked")
        else:
            pairing.first_id = pairing.second_id = None
            pairing.second_confirmed = False
            show(turn, pairing)


async def withdraw(turn: Turn, pairing: Pairing) -> None:
    """A group's question that need not have been asked: it goes without a word."""
    pairing.outcome = "replaced"
    pairing.closed_at = turn.now
    for panel in await turn.work.panels.places(f"pair:{pairing.id}"):
        await couple.retire(turn, panel)


def _close(turn: Turn, pairing: Pairing, outcome: str) -> None:
    pairing.outcome = outcome
    pairing.closed_at = turn.now
    pairing.token = None
    show(turn, pairing)


def show(turn: Turn, pairing: Pairing, *, anew: bool = False) -> None:
    """The pairing's panels are stale: the group's, or the inviter's and the partner's."""
    if pairing.group_id is not None:
        turn.panel(to_group(pairing.group_id), f"pair:{pairing.id}", anew=anew)
        return
    if pairing.first_id is not None:
        turn.panel(to_person(pairing.first_id), f"invite:{pairing.id}", anew=anew)
    if pairing.second_id is not None:
        turn.panel(to_person(pairing.second_id), f"invited:{pairing.id}")
