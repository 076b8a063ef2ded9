"""What was taken back while it was on its way: deleted once nothing is on its way to that chat any more."""

from datetime import datetime

from storage.lanes import Lane
from storage.tables import Outbox
from storage.work import Work


async def unsay(work: Work, row: Outbox, chat_id: int, now: datetime) -> bool:
    """Put calls in the place of an `unsay` row; nothing may be in flight to the chat. True: there are any."""
    asked = work.outbox.params(row)
    await work.outbox.remove([row.id])
    since = datetime.fromisoformat(asked["since"])
    found = await work.panels.said_since(chat_id, asked["screens"], since)
    for message_id in found:
        # Not in the row's own lane: a call that fails keeps what follows it, and that may be a pause.
        gone = {"message_id": message_id}
        work.outbox.add_call(row.address, "deleteMessage", gone, lane=Lane.ANSWER, now=now)
        await work.panels.forget_sent(chat_id, message_id)
    return bool(found)
