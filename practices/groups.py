"""Group life: who came, who left, whether it is just the two."""

from collections.abc import Iterable

from practices import couple, pairing
from practices.turn import Turn
from storage.groups import JUST_TWO
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
        await couple.arrive(turn, theirs)
        await couple.pass_on(turn, theirs)


async def moved(turn: Turn, old_chat_id: int, new_chat_id: int) -> None:
    """The group became a supergroup. Edits in the old chat succeed out of sight, so all is shown anew."""
    group = await turn.work.groups.move(old_chat_id, new_chat_id)
    if group is None:
        return
    await turn.work.flush()
    theirs = await turn.work.couples.in_group(group.id)
    questions = await turn.work.pairings.all_open_of_group(group.id)
    for question in questions[0 if theirs is not None else 1 :]:
        await pairing.withdraw(turn, question)
    if theirs is not None:
        await couple.arrive(turn, theirs, anew=True)
    elif questions:
        pairing.show(turn, questions[0], anew=True)
    await couple.recount(turn, group.id)


async def joined(turn: Turn, chat_id: int, telegram_ids: Iterable[int]) -> None:
    """People or other bots came in. Each counts at once."""
    group = await turn.work.groups.by_chat(chat_id)
    if group is None or not group.present:
        return
    telegram_ids = list(telegram_ids)
    before = group.member_count
    if before is not None:
        group.member_count = before + len(telegram_ids)
    await turn.work.flush()
    await _notice_crowd(turn, group, before)
    await couple.recount(turn, group.id)
    for telegram_id in telegram_ids:
        await _welcome_back(turn, group, telegram_id)


async def _welcome_back(turn: Turn, group: Group, telegram_id: int) -> None:
    """A partner of a couple without a shared chat: this may become theirs, if both press."""
    person = await turn.work.persons.by_telegram(telegram_id)
    theirs = await turn.work.couples.of(person.id) if person is not None else None
    if person is None or theirs is None or theirs.group_id is not None:
        return
    if await turn.work.pairings.open_of_group(group.id) is None:
        await pairing.greet(turn, group, person.language)


async def left(turn: Turn, chat_id: int, telegram_id: int) -> None:
    """Somebody left. That just the two remain is believed only when Telegram has counted."""
    group = await turn.work.groups.by_chat(chat_id)
    if group is None or not group.present:
        return
    if group.member_count is not None and group.member_count <= JUST_TWO:
        group.member_count -= 1
    await turn.work.flush()
    theirs = await turn.work.couples.in_group(group.id)
    leaver = await turn.work.persons.by_telegram(telegram_id)
    if theirs is not None and leaver is not None and await turn.work.couples.has(theirs.id, leaver.id):
        await _part_from_group(turn, theirs, group, leaver.id)
    await couple.recount(turn, group.id)


async def _part_from_group(turn: Turn, theirs: Couple, group: Group, leaver_id: int) -> None:
    """A partner left: whoever else is in this group, it is not the couple's chat any more."""
    theirs.group_id = None
    await turn.work.flush()
    await couple.arrive(turn, theirs, left=group.chat_id)
    await couple.pass_on(turn, theirs)
    view = await turn.work.couples.view(theirs.id)
    stays = next((one for one in view.partners if one.id != leaver_id), None) if view is not None else None
    if view is not None and stays is not None and not stays.private_open:
        await couple.ask_for_private(turn, view, group.id)


async def counted(turn: Turn, group_id: int, count: int) -> None:
    """Telegram's own count of the group; a count that a later question has overtaken says nothing."""
    group = await turn.work.groups.get(group_id)
    if group is None or not group.present or await turn.work.groups.count_awaited(group_id):
        return
    before = group.member_count
    group.member_count = count
    await turn.work.flush()
    await _notice_crowd(turn, group, before)
    theirs = await turn.work.couples.in_group(group.id)
    if theirs is not None:
        # Nothing was known: the bot is new here, or is back, and its keyboard went when it left.
        await couple.arrive(turn, theirs, anew=before is None)
        if before is not None and before > JUST_TWO >= count:
            await couple.redraw_in_group(turn, theirs, group.chat_id, crowded=False)


async def _notice_crowd(turn: Turn, group: Group, before: int | None) -> None:
    theirs = await turn.work.couples.in_group(group.id)
    crowded = group.member_count is not None and group.member_count > JUST_TWO
    if theirs is not None and crowded and (before is None or before <= JUST_TWO):
        await couple.say_crowded(turn, theirs, group.id)
        await couple.redraw_in_group(turn, theirs, group.chat_id, crowded=True)
