"""The couple: its chat and panel once it is formed, and its end, which needs nobody's approval."""

from practices import pause
from practices.turn import Turn, to_couple, to_group, to_person
from storage.lanes import Lane
from storage.tables import Couple, Person
from storage.views import CoupleView


async def settle(turn: Turn, couple: Couple, group_id: int | None) -> None:
    """The couple's shared chat is this group from now on; without one, the two private chats."""
    if group_id is not None:
        couple.group_id = group_id
    await turn.work.flush()
    group = await turn.work.groups.get(group_id) if group_id is not None else None
    if group is not None and group.present and group.member_count is None:
        # Shown as soon as it is known whether they are alone there.
        await recount(turn, group.id)
    else:
        await show(turn, couple)
    view = await turn.work.couples.view(couple.id)
    if group is not None and view is not None:
        await ask_for_private(turn, couple, view)


async def show(turn: Turn, couple: Couple) -> None:
    """The couple panel and the ✋ keyboard, anew, and whatever pause is on."""
    turn.say(to_couple(couple.id), "couple.keyboard", id=couple.id)
    turn.panel(to_couple(couple.id), f"couple:{couple.id}", anew=True)
    running = await turn.work.pauses.open_of_couple(couple.id)
    if running is not None:
        turn.panel(to_couple(couple.id), f"pause:{running.id}", anew=True, lane=Lane.PAUSE)


async def ask_for_private(turn: Turn, couple: Couple, view: CoupleView) -> None:
    """Say in the group whom the bot cannot write to privately, with the button that mends it."""
    if couple.group_id is not None and any(not partner.private_open for partner in view.partners):
        turn.say(to_group(couple.group_id), "pair.open_private", id=couple.id)


async def recount(turn: Turn, group_id: int) -> None:
    """Ask Telegram how many are in the group; until known, content goes to the private chats."""
    turn.call(to_group(group_id), "getChatMemberCount")


async def ask_unpair(turn: Turn, person: Person) -> None:
    """/unpair: one confirmation, in private."""
    couple = await turn.work.couples.of(person.id)
    if couple is None:
        turn.say(to_person(person.id), "pair.start", state="new")
    else:
        turn.say(to_person(person.id), "couple.unpair_ask", id=couple.id)


async def unpair(turn: Turn, person: Person, couple_id: int, *, message_id: int | None) -> None:
    """Leave: at once, by either one alone. The other is told when they next use the bot."""
    couple = await turn.work.couples.of(person.id)
    if couple is None or couple.id != couple_id:
        turn.reply("couple-over" if await _was_in(turn, person, couple_id) else "not-yours", alert=True)
        return
    await pause.part(turn, couple)
    await turn.work.couples.end(couple, person.id, turn.now)
    turn.reply("unpair-done")
    turn.say(to_person(person.id), "couple.unpaired", instead_of=message_id, id=couple.id)


async def keep(turn: Turn, person: Person, couple_id: int, *, message_id: int | None) -> None:
    """The confirmation was declined."""
    if not await _was_in(turn, person, couple_id):
        turn.reply("not-yours", alert=True)
        return
    turn.reply("okay")
    turn.say(to_person(person.id), "couple.kept", instead_of=message_id, id=couple_id)


async def tell_now(turn: Turn, person: Person, couple_id: int) -> None:
    """The leaver wishes the other to be told now."""
    if not await _was_in(turn, person, couple_id):
        turn.reply("not-yours", alert=True)
        return
    turn.reply("unpair-told")
    for member in await turn.work.couples.members(couple_id):
        if member.person_id != person.id and member.untold:
            member.untold = False
            turn.say(to_person(member.person_id), "couple.told", id=couple_id)


async def tell_untold(turn: Turn, person: Person) -> None:
    """They use the bot: if their couple has ended meanwhile, they learn it first."""
    for member in await turn.work.couples.untold(person.id):
        if person.private_open:
            member.untold = False
            turn.say(to_person(person.id), "couple.told", id=member.couple_id)


async def _was_in(turn: Turn, person: Person, couple_id: int) -> bool:
    return any(member.person_id == person.id for member in await turn.work.couples.members(couple_id))
