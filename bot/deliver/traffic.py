"""What is on its way and what has to wait: the deliverer's memory, which a restart may lose."""

from collections.abc import Callable, Iterable

from bot.deliver.delivery import Delivery
from bot.deliver.holds import Holds
from bot.deliver.limits import Limits
from scheduler.clock import Clock
from storage.lanes import Lane
from storage.tables import Outbox

AT_ONCE = 16
"""Chats in flight at most."""

_SLOWLY = 30.0
_LONGEST_REST = 300.0
_PROBE = 1.0
_OUTAGE_AFTER = 5
_POISONED_AFTER = 3
_POISON_REST = 1.0


class Traffic:
    """Seconds everywhere; `time` runs forward only."""

    def __init__(self, clock: Clock, limits: Limits, time: Callable[[], float]) -> None:
        self._clock = clock
        self._limits = limits
        self._time = time
        self._holds = Holds(clock, time)
        self._chats: set[int] = set()
        self._rows: set[int] = set()
        self._lost: set[int] = set()
        self._failures: dict[int, int] = {}
        self._resting_in: dict[int, int] = {}
        self._failed_in_a_row = 0

    @property
    def free(self) -> int:
        """How many more chats may be in flight."""
        return AT_ONCE - len(self._chats)

    # What may go

    def flying(self, row: Outbox) -> bool:
        """Whether this row is being delivered now."""
        return row.id in self._rows

    def busy(self, chat_id: int) -> bool:
        """One call at a time in a chat."""
        return chat_id in self._chats

    def wait_all(self) -> float:
        """Until anything may go at all: longer than 0 after a rejected token."""
        return self._holds.left("all")

    def wait_lane(self, lane: Lane) -> float:
        """Until this lane may send anything.

        While Telegram cannot be reached, lanes after the first make one try a second between them.
        """
        wait = self._limits.wait_overall(lane, self._time())
        if lane is not Lane.PAUSE and self._failed_in_a_row >= _OUTAGE_AFTER:
            wait = max(wait, self._holds.left("probe"))
        return wait

    def wait_row(self, row: Outbox) -> float:
        """Until this row is tried again."""
        key = ("row", row.id, row.attempts)
        if not self._holds.knows(key) and row.not_before is not None:
            rest = (row.not_before - self._clock.now()).total_seconds()
            self._holds.put(key, min(rest, _LONGEST_REST))
        return self._holds.left(key)

    def wait_chat(self, chat_id: int, lane: Lane, *, message: bool) -> float:
        """Until this chat takes a call; `message`: one that its limit counts."""
        wait = self._holds.left(("chat", chat_id))
        return max(wait, self._limits.wait_chat(chat_id, lane, self._time())) if message else wait

    def wait_edit(self, panel: str, chat_id: int) -> float:
        """Until this panel may be edited silently again."""
        return self._holds.left(("edit", panel, chat_id))

    def resting_in(self, row: Outbox) -> int | None:
        """The chat in which this row was last tried."""
        return self._resting_in.get(row.id)

    def lost(self, row: Outbox) -> bool:
        """Whether the message that this row would stand in place of is lost."""
        return row.id in self._lost

    # What happened

    def take_off(self, delivery: Delivery) -> None:
        """It is on its way."""
        self._chats.add(delivery.chat_id)
        self._rows.update(delivery.ids)
        self._limits.take(delivery.chat_id, delivery.lane, self._time(), message=delivery.is_message)
        if self._failed_in_a_row >= _OUTAGE_AFTER:
            self._holds.put("probe", _PROBE)

    def land(self, delivery: Delivery) -> None:
        """It is over, whatever came of it."""
        self._chats.discard(delivery.chat_id)
        self._rows.difference_update(delivery.ids)

    def succeeded(self, delivery: Delivery) -> None:
        """Telegram took it, or has it so already."""
        if delivery.panel is not None and delivery.is_edit:
            self._holds.put(("edit", delivery.panel, delivery.chat_id), self._limits.edit_pace)

    def reached(self, *, answered: bool) -> None:
        """Whether Telegram answered a call; if not, nobody knows what became of it."""
        self._failed_in_a_row = 0 if answered else self._failed_in_a_row + 1

    def rest(self, delivery: Delivery) -> None:
        """Its rows wait, and those behind them in the same chat and lane with them."""
        self._resting_in.update(dict.fromkeys(delivery.ids, delivery.chat_id))

    def put_off(self, row: Outbox, chat_id: int, seconds: float) -> None:
        """This row waits for something else to be over, and those behind it with it."""
        self._resting_in[row.id] = chat_id
        self._holds.put(("row", row.id, row.attempts), seconds)

    def hold_chat(self, chat_id: int, seconds: float) -> None:
        """Telegram wants this chat, and no other, left alone for so long."""
        self._holds.put(("chat", chat_id), seconds)

    def hold_all(self) -> None:
        """Nothing can be delivered for now."""
        self._holds.put("all", _SLOWLY)

    def lose(self, delivery: Delivery) -> None:
        """The message that it would have changed is not there any more."""
        self._lost.update(delivery.ids)

    def failed(self, row_id: int, attempts: int) -> None:
        """An error of ours over this row, not of Telegram's."""
        self._failures[row_id] = self._failures.get(row_id, 0) + 1
        self._holds.put(("row", row_id, attempts), _POISON_REST)

    def poisoned(self, row: Outbox) -> bool:
        """Whether this row failed too often over errors of ours."""
        return self._failures.get(row.id, 0) >= _POISONED_AFTER

    def forget(self, ids: Iterable[int]) -> None:
        """These rows are no more."""
        for row_id in ids:
            self._lost.discard(row_id)
            self._failures.pop(row_id, None)
            self._resting_in.pop(row_id, None)
