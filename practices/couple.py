"""The couple: where their ✋ stands, and their end, which needs nobody's approval."""

from datetime import timedelta

from practices import pause, rhythm, sharing
from practices.turn import Turn, to_couple, to_crowd, to_group, to_person
from storage.groups import JUST_TWO
from storage.lanes import Lane
from storage.panels import DELETABLE
from storage.tables import Couple, Panel, Person
from storage.views import CoupleView, PauseState

# After its end, what a couple shared is kept so long.
KEPT_FOR = timedelta(days=30)
END_KIND = "couple_end"
# That a pairing has ended stays worth saying for as long as Telegram may be away.
_TOLD_FOR = timedelta(days=1)
# Panels with what the two give each other, by the first word of their keys.
_TAKEN_ALONG = frozenset({"checkin", "review", "rhythm"})


async def settle(turn: Turn, couple: Couple, group_id: int | None) -> None:
    """The couple's shared chat is this group from now on; without one, the two private chats."""
    if group_id is not None:
        couple.group_id = group_id
    await turn.work.flush()
    group = await turn.work.groups.get(group_id) if group_id is not None else None
    if group is not None and group.present and group.member_count is None:
        # Shown as soon as it is known whether they are alone there.
        await recount(turn, group.id)
        return
    if group is not None and group.member_count is not None and group.member_count > JUST_TWO:
        await say_crowded(turn, couple, group.id)
    await arrive(turn, couple)


async def arrive(turn: Turn, couple: Couple, *, anew: bool = False, left: int | None = None) -> None:
    """Their ✋, the pause that is on, and what they were asked stand where they are reached now.

    A chat that has them is spared a second one unless `anew`; a chat of others loses its buttons. `left`: the
    chat, by Telegram's id, that is theirs no more.
    """
    view = await turn.work.couples.view(couple.id)
    if view is None:
        return
    if view.chat_id is not None and view.just_two:
        first_time = await turn.work.panels.get(_key(view), view.chat_id) is None
        await _bring(turn, view, to_couple(view.id), view.chat_id, anew=anew)
        if first_time:
            await ask_for_private(turn, view)
    else:
        for partner in view.partners:
            if partner.private_open:
                await _bring(turn, view, to_person(partner.id), partner.telegram_id, anew=anew)
    for panel in await turn.work.panels.places(_key(view)):
        if panel.chat_id < 0 and panel.chat_id != view.chat_id:
            await retire(turn, panel)
    await _bring_pause(turn, view, anew=anew)
    crowded = left if left is not None else view.chat_id
    if crowded is not None and not view.just_two:
        await _take_along(turn, view, crowded)


async def _bring(turn: Turn, view: CoupleView, address: str, chat_id: int, *, anew: bool) -> None:
    key = _key(view)
    stands = await turn.work.panels.get(key, chat_id) is not None
    coming = address in turn.brought or await turn.work.outbox.same_panel(key, address)
    if coming or (stands and not anew):
        return
    turn.brought.add(address)
    await turn.work.outbox.withdraw_screen(to_couple(view.id), "couple.keyboard")
    turn.say(address, "couple.keyboard", id=view.id)
    turn.panel(address, key, anew=True)
    for panel in await turn.work.panels.in_chat(chat_id):
        # An earlier couple's ✋, this one's now.
        if panel.key.startswith("couple:") and panel.key != key:
            await retire(turn, panel)


async def _take_along(turn: Turn, view: CoupleView, chat_id: int) -> None:
    """What they were asked in a chat where others read now comes to where the two are reached."""
    for panel in await turn.work.panels.in_chat(chat_id):
        if panel.key.partition(":")[0] in _TAKEN_ALONG:
            stays = turn.now - panel.sent_at >= DELETABLE
            await retire(turn, panel)
            # Of what is long over, nothing is asked any more, and the two need no second copy.
            if not (stays and await _is_over(turn, panel.key)):
                turn.panel(to_couple(view.id), panel.key, anew=True)


async def _is_over(turn: Turn, key: str) -> bool:
    kind, _, subject = key.partition(":")
    if kind == "checkin":
        check_in = await turn.work.check_ins.get(int(subject))
        return check_in is None or check_in.closed_at is not None
    if kind == "review":
        review = await turn.work.reviews.get(int(subject))
        return review is None or review.closed_at is not None
    return False


async def redraw_in_group(turn: Turn, couple: Couple, chat_id: int, *, crowded: bool) -> None:
    """Where others read too, their panel loses its names; among the two it has them."""
    key = f"couple:{couple.id}"
    if await turn.work.panels.get(key, chat_id) is not None:
        turn.panel(to_crowd(couple.id) if crowded else to_couple(couple.id), key)


async def _bring_pause(turn: Turn, view: CoupleView, *, anew: bool) -> None:
    running = await turn.work.pauses.open_of_couple(view.id)
    if running is None:
        return
    key = f"pause:{running.id}"
    homes = _pause_homes(view)
    stands = {panel.chat_id: panel for panel in await turn.work.panels.places(key)}
    for chat_id, address in homes.items():
        turn.panel(address, key, anew=anew or chat_id not in stands, lane=Lane.PAUSE)
    for chat_id, panel in stands.items():
        if chat_id not in homes:
            await retire(turn, panel)


def _pause_homes(view: CoupleView) -> dict[int, str]:
    """Every chat in which a pause of theirs is shown, with its address."""
    if view.chat_id is not None and view.just_two:
        return {view.chat_id: to_couple(view.id)}
    homes = {partner.telegram_id: to_person(partner.id) for partner in view.partners if partner.private_open}
    if view.chat_id is not None and len(homes) < len(view.partners):
        homes[view.chat_id] = to_crowd(view.id)
    return homes


async def retire(turn: Turn, panel: Panel) -> None:
    """An older message loses its buttons, and goes if it may. Out of reach, it waits for a return."""
    if panel.chat_id > 0:
        person = await turn.work.persons.by_telegram(panel.chat_id)
        reachable = person is not None and person.private_open
    else:
        group = await turn.work.groups.by_chat(panel.chat_id)
        reachable = group is not None and group.present
    if not reachable:
        return
    young = turn.now - panel.sent_at < DELETABLE
    method = "deleteMessage" if young else "editMessageReplyMarkup"
    turn.call(f"chat:{panel.chat_id}", method, message_id=panel.message_id)
    await turn.work.panels.forget(panel.key, panel.chat_id)


async def show_to(turn: Turn, couple: Couple, person: Person) -> None:
    """/start in private: the ✋ anew, and the pause if this is where it is shown."""
    view = await turn.work.couples.view(couple.id)
    if view is None:
        return
    await _bring(turn, view, to_person(person.id), person.telegram_id, anew=True)
    running = await turn.work.pauses.open_of_couple(couple.id)
    if running is not None and person.telegram_id in _pause_homes(view):
        turn.panel(to_person(person.id), f"pause:{running.id}", anew=True)


async def show_in_group(turn: Turn, couple: Couple, person: Person) -> None:
    """/start in their group: the ✋ anew, or where it is instead."""
    view = await turn.work.couples.view(couple.id)
    if view is None or couple.group_id is None:
        return
    if view.just_two:
        await arrive(turn, couple, anew=True)
        return
    await say_crowded(turn, couple, couple.group_id)
    await recount(turn, couple.group_id)
    if person.private_open:
        await show_to(turn, couple, person)


async def say_crowded(turn: Turn, couple: Couple, group_id: int) -> None:
    """There are others in the group: one line, and the way to the private chats."""
    turn.say(to_group(group_id), "pair.crowd", id=couple.id)
    view = await turn.work.couples.view(couple.id)
    if view is not None:
        await ask_for_private(turn, view)


async def ask_for_private(turn: Turn, view: CoupleView, group_id: int | None = None) -> None:
    """Say in their group whom the bot cannot write to privately, with the button that mends it."""
    couple = await turn.work.couples.get(view.id)
    where = group_id or (couple.group_id if couple is not None else None)
    if where is not None and any(not partner.private_open for partner in view.partners):
        turn.say(to_group(where), "pair.open_private", id=view.id)


async def pass_on(turn: Turn, couple: Couple) -> None:
    """A partner can no longer be reached: whoever called the running pause gets words to pass on."""
    await turn.work.flush()
    running = await turn.work.pauses.open_of_couple(couple.id)
    view = await turn.work.pauses.view(running.id) if running is not None else None
    if view is None or view.state != PauseState.RUNNING:
        return
    for party in view.callers:
        if party.person.private_open and view.unreachable - {party.person.id}:
            turn.say(to_person(party.person.id), "pause.unreachable", lane=Lane.PAUSE, id=view.id)


async def recount(turn: Turn, group_id: int) -> None:
    """Ask Telegram how many are in the group; until known, content goes to the private chats."""
    turn.call(to_group(group_id), "getChatMemberCount")


async def ask_unpair(turn: Turn, person: Person) -> None:
    """/unpair: one confirmation, in private."""
    couple = await turn.work.couples.of(person.id)
    if couple is None:
        turn.say(to_person(person.id), "pair.start", state="new")
    elif person.private_open:
        turn.say(to_person(person.id), "couple.unpair_ask", id=couple.id)
    else:
        view = await turn.work.couples.view(couple.id)
        if view is not None:
            await ask_for_private(turn, view)


async def unpair(turn: Turn, person: Person, couple_id: int, *, message_id: int | None) -> None:
    """Leave: at once, by either one alone. The other is told when they next use the bot."""
    couple = await active(turn, person, couple_id)
    if couple is None:
        return
    await leave(turn, couple, person)
    turn.reply("unpair-done")
    turn.say(to_person(person.id), "couple.unpaired", instead_of=message_id, id=couple.id)


async def leave(turn: Turn, couple: Couple, person: Person) -> None:
    """It is over. What the two share stands still for thirty days, for both to take along; then it goes."""
    await pause.part(turn, couple)
    await rhythm.stop(turn, couple.id)
    await sharing.part(turn, couple, person.id)
    await turn.work.couples.end(couple, person.id, turn.now)
    await turn.work.timers.set(
        f"{END_KIND}:{couple.id}",
        kind=END_KIND,
        subject_id=couple.id,
        lane=Lane.SCHEDULED,
        due_at=turn.now + KEPT_FOR,
    )


async def end(turn: Turn, couple_id: int) -> None:
    """The thirty days are over; a long history goes in several turns, one right after the other."""
    couple = await turn.work.couples.get(couple_id)
    if couple is None or couple.ended_at is None or await turn.work.erasures.end(couple_id):
        await turn.work.timers.cancel(f"{END_KIND}:{couple_id}")


async def keep(turn: Turn, person: Person, couple_id: int, *, message_id: int | None) -> None:
    """The confirmation was declined."""
    if await active(turn, person, couple_id) is not None:
        turn.reply("okay")
        turn.say(to_person(person.id), "couple.kept", instead_of=message_id, id=couple_id)


async def tell_now(turn: Turn, person: Person, couple_id: int, *, message_id: int | None) -> None:
    """The leaver wishes the other to be told now. Out of reach, they are told when they next come."""
    couple = await turn.work.couples.get(couple_id)
    if couple is None or not await turn.work.couples.has(couple_id, person.id):
        turn.reply("not-yours", alert=True)
        return
    if couple.ended_at is None:
        turn.reply("old-button")
        return
    told = True
    for member in await turn.work.couples.members(couple_id):
        other = await turn.work.persons.get(member.person_id)
        if member.untold and other is not None and member.person_id != person.id:
            told = other.private_open
            await tell_untold(turn, other)
    turn.reply("unpair-told" if told else "unpair-later", alert=not told)
    if told and message_id is not None:
        turn.call(to_person(person.id), "editMessageReplyMarkup", message_id=message_id)


async def tell_untold(turn: Turn, person: Person) -> None:
    """They use the bot: if their couple has ended meanwhile, they learn it first, in private."""
    for member in await turn.work.couples.untold(person.id):
        if person.private_open:
            member.untold = False
            turn.say(to_person(person.id), "couple.told", for_=_TOLD_FOR, id=member.couple_id)
            await sharing.told_of_end(turn, person, member.couple_id)


async def is_untold(turn: Turn, person: Person) -> bool:
    """Whether an ending waits to be told in a private chat that is not open."""
    return bool(await turn.work.couples.untold(person.id))


async def has_say(turn: Turn, person: Person, chat_id: int) -> bool:
    """A couple's chat is theirs: whoever else is in it has no say there."""
    own = await turn.work.couples.of(person.id)
    home = await turn.work.couples.view(own.id) if own is not None else None
    if home is not None and home.chat_id == chat_id:
        return True
    group = await turn.work.groups.by_chat(chat_id)
    theirs = await turn.work.couples.in_group(group.id) if group is not None else None
    return theirs is None or await turn.work.couples.has(theirs.id, person.id)


async def is_of(turn: Turn, person: Person, chat_id: int, message_id: int) -> bool:
    """Whether the pressed message may be pressed by this person; a couple's panel, by its two alone."""
    kind, _, subject = (await turn.work.panels.what(chat_id, message_id) or "").partition(":")
    if kind != "couple" or not subject.isdecimal():
        return True
    theirs = await turn.work.couples.get(int(subject))
    if theirs is None or not await turn.work.couples.has(theirs.id, person.id):
        turn.reply("not-yours", alert=True)
        return False
    if theirs.ended_at is not None:
        turn.reply("couple-over", alert=True)
        return False
    return True


async def is_frozen(turn: Turn, couple_id: int) -> bool:
    """Whether what this couple shares can be changed no longer."""
    couple = await turn.work.couples.get(couple_id)
    return couple is None or couple.ended_at is not None


async def active(turn: Turn, person: Person, couple_id: int) -> Couple | None:
    """The presser's couple, unless it is over or not theirs, which is said kindly."""
    couple = await turn.work.couples.of(person.id)
    if couple is not None and couple.id == couple_id:
        return couple
    was_theirs = await turn.work.couples.has(couple_id, person.id)
    turn.reply("couple-over" if was_theirs else "not-yours", alert=True)
    return None


def _key(view: CoupleView) -> str:
    return f"couple:{view.id}"
