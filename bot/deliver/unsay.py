"""What was taken back while it was on its way: deleted once nothing is on its way to that chat any more."""

from datetime import datetime

from practices.turn import Turn
from practices.unsaid import delete_said
from storage.tables import Outbox
from storage.work import Work


async def unsay(work: Work, row: Outbox, chat_id: int, now: datetime) -> bool:
    """Put calls in the place of an `unsay` row; nothing may be in flight to the chat. True: there are any."""
    asked = work.outbox.params(row)
    await work.outbox.remove([row.id])
    since = datetime.fromisoformat(asked["since"])
    # Not in the row's own lane: a call that fails keeps what follows it, and that may be a pause.
    return await delete_said(Turn(now, work), row.address, chat_id, asked["screens"], since)
