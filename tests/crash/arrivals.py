"""What became of one call: what a kill caught it in, and by which clock its words were written."""

from datetime import datetime, timedelta

from playground.model import Call
from tests.crash.rig import Rig

# Said later than this after a return time, its word is no longer true; `screens.pause` promises the same.
PUNCTUAL = timedelta(minutes=1)
# What the bot does in a chat, one call at a time.
IN_CHATS = ("sendMessage", "editMessageText", "editMessageReplyMarkup", "deleteMessage")
# What a process that has lost its lease says of a call whose outcome it can't write down.
LEFT = "delivery left to another replica"


def place_of(call: Call) -> tuple[int, int]:
    """Where a message is: chat and message id."""
    return int(call.params["chat_id"]), int(call.result["message_id"])


def in_flight_at_a_kill(rig: Rig, call: Call) -> bool:
    """Whether its outcome died with a process.

    A chat has one call at a time, so nothing else was asked of the chat between this call and the kill. A
    request that was already on its way may be read after its sender's death, before the next one's `getMe`.
    """
    chat = int(call.params["chat_id"])
    later = next((one.n for one in rig.calls if one.n > call.n and _is_in(one, chat)), len(rig.calls))
    if any(call.n < death <= later for death in rig.deaths):
        return True
    dead = max((death for death in rig.deaths if death <= call.n), default=None)
    since = [] if dead is None else [one for one in rig.calls if dead <= one.n < call.n]
    return dead is not None and not any(one.method == "getMe" or _is_in(one, chat) for one in since)


def left_behind(rig: Rig) -> int:
    """How many calls were left by processes whose lease was over before they could write them down."""
    return sum(LEFT in line for process in rig.processes for line in process.err)


def is_late(call: Call, back: datetime) -> bool:
    """Whether it arrived when it had to say that the return time was missed."""
    return call.at > back + PUNCTUAL


def was_overtaken(rig: Rig, call: Call, back: datetime) -> bool:
    """Whether a late word was written in time: the clock was moved past the minute while it was on its way.

    A clock that does not run leaves no other margin: it read an instant of that minute, and between the
    moment when the process knew of the next one and this call, nothing else was asked of the chat, which has
    one call at a time.
    """
    minute = (back, back + PUNCTUAL)
    past = [
        after
        for before, after in zip(rig.moves, rig.moves[1:], strict=False)
        if after.begun <= call.n and minute[0] <= before.instant <= minute[1] < after.instant
    ]
    if not past or any(past[-1].begun < begun <= call.n for begun in rig.lives):
        return False
    chat = int(call.params["chat_id"])
    return not any(past[-1].known <= one.n < call.n and _is_in(one, chat) for one in rig.calls)


def _is_in(call: Call, chat: int) -> bool:
    return call.method in IN_CHATS and str(call.params.get("chat_id")) == str(chat)
