"""Pairing: two persons become a couple with the consent of both, in a group or by a link."""

from datetime import timedelta

from practices import couple
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


async def join(turn: Turn, person: Person, pairing_id: int) -> None:
    """A press on the group's button: the first and the second distinct person are the two."""
    pairing = await turn.work.pairings.get(pairing_id)
    if pairing is None or pairing.group_id is None or pairing.closed_at is not None:
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
    elif theirs is not None:
        # The first one is somebody's partner already: the seat is this person's.
        pairing.first_id = person.id
        turn.reply("pair-first")
        show(turn, pairing)
    else:
        pairing.second_id = person.id
        turn.reply("pair-second")
        show(turn, pairing, anew=True)


async def invite(turn: Turn, person: Person) -> None:
    """A fresh single-use link; the one before, if any, stops working."""
    if await turn.work.couples.of(person.id) is not None:
        turn.reply("pair-taken", alert=True)
        turn.say(to_person(person.id), "pair.already")
        return
    for older in await turn.work.pairings.open_of_person(person.id):
        if older.group_id is None and older.first_id == person.id:
            _close(turn, older, "replaced")
    pairing = await turn.work.pairings.open_link(person.id, person.language, turn.now, LINK_VALID_FOR)
    turn.reply("okay")
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
        return "revoked" if pairing.outcome in ("revoked", "replaced") else "used"
    if pairing.expires_at is not None and turn.now >= pairing.expires_at:
        _close(turn, pairing, "expired")
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
    elif pairing.expires_at is not None and turn.now >= pairing.expires_at:
        _close(turn, pairing, "expired")
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


async def _say_closed(turn: Turn, person: Person, pairing: Pairing | None) -> None:
    group = pairing.group_id if pairing is not None else None
    theirs = await turn.work.couples.in_group(group) if group is not None else None
    ours = await turn.work.couples.of(person.id)
    if theirs is not None and (ours is None or ours.id != theirs.id):
        turn.reply("not-yours", alert=True)
    else:
        turn.reply("pair-done" if theirs is not None else "pair-gone")


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
