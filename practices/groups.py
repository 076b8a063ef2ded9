"""Group life: who came, who left, whether it is just the two."""

from practices import couple, pairing
from practices.turn import Turn, to_couple, to_group
from storage.groups import JUST_TWO
from storage.lanes import Lane
from storage.tables import Couple, Group


async def bot_added(turn: Turn, chat_id: int, language: str) -> None:
    """The bot was added to a group, or is back in it."""
    known = await turn.work.groups.by_chat(chat_id)
    if known is not None and known.present:
        return
    group = await turn.work.groups.join(chat_id, turn.now)
    await couple.recount(turn, group.id)
    theirs = await turn.work.couples.in_group(group.id)
    if theirs is None:
        await pairing.greet(turn, group, language)


async def bot_gone(turn: Turn, chat_id: int) -> None:
    """The bot is no longer in the group: the couple is reached in private from now on."""
    group = await turn.work.groups.by_chat(chat_id)
    if group is None or not group.present:
        return
    group.present = False
    group.member_count = None
    theirs = await turn.work.couples.in_group(group.id)
    if theirs is not None:
        await turn.work.flush()
        await _show_pause(turn, theirs)


async def moved(turn: Turn, old_chat_id: int, new_chat_id: int) -> None:
    """The group became a supergroup. Edits in the old chat succeed out of sight, so all is shown anew."""
    group = await turn.work.groups.move(old_chat_id, new_chat_id)
    if group is None:
        return
    theirs = await turn.work.couples.in_group(group.id)
    if theirs is None:
        await pairing.greet(turn, group, "en")
    else:
        await couple.show(turn, theirs)


async def changed(turn: Turn, chat_id: int, by: int) -> None:
    """So many people or bots joined (left, if negative): the count is right, or asked for."""
    group = await turn.work.groups.by_chat(chat_id)
    if group is None or not group.present:
        return
    before = group.member_count
    if before is not None:
        group.member_count = before + by
    await turn.work.flush()
    await _seats_changed(turn, group, before)
    await couple.recount(turn, group.id)


async def counted(turn: Turn, group_id: int, count: int) -> None:
    """Telegram's own count of the group."""
    group = await turn.work.groups.get(group_id)
    if group is None or not group.present:
        return
    before = group.member_count
    group.member_count = count
    await turn.work.flush()
    await _seats_changed(turn, group, before)


async def _seats_changed(turn: Turn, group: Group, before: int | None) -> None:
    theirs = await turn.work.couples.in_group(group.id)
    now = group.member_count
    if theirs is None or now is None or (before == JUST_TWO) is (now == JUST_TWO) and before is not None:
        return
    if now > JUST_TWO:
        turn.say(to_group(group.id), "pair.crowd", id=theirs.id)
    # The couple is reached elsewhere from now on.
    await couple.show(turn, theirs)


async def _show_pause(turn: Turn, theirs: Couple) -> None:
    running = await turn.work.pauses.open_of_couple(theirs.id)
    if running is not None:
        turn.panel(to_couple(theirs.id), f"pause:{running.id}", anew=True, lane=Lane.PAUSE)
