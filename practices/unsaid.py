"""Words that are taken back: not said if they have not been yet, and out of the chat otherwise."""

from collections.abc import Sequence
from datetime import datetime

from practices.turn import Lane, Person, Turn, to_person


async def take_back(
    turn: Turn, person: Person, screens: Sequence[str], since: datetime, *, lane: Lane = Lane.ANSWER
) -> None:
    """These leave a person's private chat where they were sent at `since` or later.

    `lane`: the first one that any of them is said in.
    """
    place, flying = to_person(person.id), False
    for screen in screens:
        flying |= await turn.work.outbox.withdraw_screen(place, screen)
    if not person.private_open:
        return
    await delete_said(turn, place, person.telegram_id, screens, since)
    if flying:
        # One that Telegram has already, and has not answered yet, is known only after that.
        turn.work.outbox.add_unsay(place, screens, since=since, lane=lane, now=turn.now)


async def delete_said(turn: Turn, place: str, chat_id: int, screens: Sequence[str], since: datetime) -> bool:
    """Whatever is known to show these leaves the chat, which `place` addresses. True: there was any."""
    found = await turn.work.panels.said_since(chat_id, screens, since)
    for message_id in found:
        turn.call(place, "deleteMessage", message_id=message_id)
        await turn.work.panels.forget_sent(chat_id, message_id)
    return bool(found)
