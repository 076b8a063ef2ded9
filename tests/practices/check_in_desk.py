"""Ann's and Ben's check-in over real storage: what is done by whom, and what each of them then sees."""

from collections.abc import Sequence
from datetime import date, timedelta

from content.prompts import Prompt, prompts
from practices import check_in
from practices.check_in import Given
from practices.check_in_reveal import own_key, panel_key
from practices.turn import Turn
from storage.tables import CheckIn
from tests.practices.pause_desk import Desk

DAY = date(2026, 3, 2)
FIRST_MESSAGE = 500


async def ask(desk: Desk, days: int = 0, library: Sequence[Prompt] | None = None) -> int:
    """The prompt of a day, as the rhythm brings it; the check-in's id."""
    async with desk.database.work() as work:
        if await work.rhythms.get(desk.couple) is None:
            await work.rhythms.form(desk.couple)
        view = await work.rhythms.view(desk.couple)
        assert view is not None
        until = desk.now + timedelta(hours=3)
        day = DAY + timedelta(days=days)
        await check_in.begin(Turn(desk.now, work), library or prompts(), view, day, until)
        latest = await work.check_ins.latest(desk.couple)
        assert latest is not None
        return latest.id


async def write(
    desk: Desk, person: int, check_in_id: int, words: str, message_id: int = FIRST_MESSAGE
) -> None:
    """Words, sent in private."""
    given = Given(words=words, message_id=message_id)
    await desk.act(person, check_in.keep, check_in_id, given, private=True)


async def found(desk: Desk, check_in_id: int) -> CheckIn:
    async with desk.database.work() as work:
        check = await work.check_ins.get(check_in_id)
        assert check is not None
        return check


async def answer_id(desk: Desk, person: int, check_in_id: int) -> int:
    async with desk.database.work() as work:
        own = await work.check_ins.answer_of(check_in_id, person)
        assert own is not None
        return own.id


def latest_text(desk: Desk, chat: int, screen: str) -> str:
    """What the newest message of this screen in a chat says."""
    return [shown.text for shown in desk.shown if (shown.chat, shown.screen) == (chat, screen)][-1]


async def places(desk: Desk, check_in_id: int, own_answer_id: int) -> tuple[int, int]:
    """In how many chats a check-in's panel is known to stand, and in how many one's own page."""
    async with desk.database.work() as work:
        keys = (panel_key(check_in_id), own_key(own_answer_id))
        first, second = [len(await work.panels.places(key)) for key in keys]
        return first, second
