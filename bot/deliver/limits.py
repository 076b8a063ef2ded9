"""How fast we send, so that Telegram need not say no. Sources: Bots FAQ; Bot API, ResponseParameters.

Telegram publishes about one message a second in a chat with short bursts, twenty a minute in a group and
thirty a second in all, and asks nobody to rely on them: a 429 always overrules these numbers.
"""

from collections import deque
from dataclasses import dataclass, field

from storage.lanes import Lane

_MINUTE = 60.0
_MANY_CHATS = 2000


@dataclass(slots=True)
class _Chat:
    """A chat's allowance: messages that may go at once, and the times of the last minute's."""

    allowance: float
    at: float
    recent: deque[float] = field(default_factory=deque)


class Limits:
    """Counts what was sent. Times are seconds of a clock that only runs forward, and are passed in."""

    def __init__(
        self,
        *,
        overall: int = 30,
        scheduled: int = 20,
        chat_burst: int = 3,
        group_minute: int = 20,
        group_reserve: int = 4,
        edit_pace: float = 3.0,
    ) -> None:
        """`overall`, `scheduled`: a second. `group_reserve`: of a group's minute, kept for the pause lane.

        `edit_pace`: seconds between two silent edits of one panel.
        """
        self.edit_pace = edit_pace
        self._overall = overall
        self._scheduled = scheduled
        self._chat_burst = chat_burst
        self._group_minute = group_minute
        self._group_reserve = group_reserve
        self._second: deque[float] = deque()
        self._scheduled_second: deque[float] = deque()
        self._chats: dict[int, _Chat] = {}

    @classmethod
    def none(cls) -> "Limits":
        """No limits, for tests and benchmarks."""
        return _NoLimits(edit_pace=0.0)

    def wait_overall(self, lane: Lane, now: float) -> float:
        """Seconds until this lane may send anything at all; 0 if now."""
        wait = _window(self._second, self._overall, 1.0, now)
        if lane is Lane.SCHEDULED:
            wait = max(wait, _window(self._scheduled_second, self._scheduled, 1.0, now))
        return wait

    def wait_chat(self, chat_id: int, lane: Lane, now: float) -> float:
        """Seconds until a message may be sent or edited in this chat; 0 if now."""
        chat = self._chats.get(chat_id)
        if chat is None:
            return 0.0
        self._refill(chat, now)
        wait = max(0.0, 1.0 - chat.allowance)
        if chat_id < 0:
            most = self._group_minute - (0 if lane is Lane.PAUSE else self._group_reserve)
            wait = max(wait, _window(chat.recent, most, _MINUTE, now))
        return wait

    def take(self, chat_id: int, lane: Lane, now: float, *, message: bool = True) -> None:
        """Count a call; `message`: it sends or edits a message, so its chat's limit counts it too."""
        self._second.append(now)
        if lane is Lane.SCHEDULED:
            self._scheduled_second.append(now)
        if not message:
            return
        if len(self._chats) > _MANY_CHATS:
            self._forget_the_idle(now)
        chat = self._chats.setdefault(chat_id, _Chat(float(self._chat_burst), now))
        self._refill(chat, now)
        chat.allowance -= 1.0
        if chat_id < 0:
            chat.recent.append(now)

    def _refill(self, chat: _Chat, now: float) -> None:
        chat.allowance = min(float(self._chat_burst), chat.allowance + now - chat.at)
        chat.at = now

    def _forget_the_idle(self, now: float) -> None:
        self._chats = {chat_id: chat for chat_id, chat in self._chats.items() if now - chat.at < _MINUTE}


class _NoLimits(Limits):
    def wait_overall(self, lane: Lane, now: float) -> float:
        return 0.0

    def wait_chat(self, chat_id: int, lane: Lane, now: float) -> float:
        return 0.0

    def take(self, chat_id: int, lane: Lane, now: float, *, message: bool = True) -> None:
        """Count nothing."""


def _window(times: deque[float], most: int, span: float, now: float) -> float:
    """Seconds until fewer than `most` of these times lie within the last `span`; forgets older ones."""
    while times and times[0] <= now - span:
        times.popleft()
    return times[-most] + span - now if len(times) >= most else 0.0
