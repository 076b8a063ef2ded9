"""Faults on request: what a network and a server can do to a call."""

from __future__ import annotations

from dataclasses import dataclass

from playground.errors import WorldError
from playground.model import Json

KINDS = ("429", "500", "slow", "lost_reply", "reset", "401")


@dataclass
class Fault:
    """What happens to the next `times` calls of `method` ('*' is any), in `chat` if given."""

    kind: str
    method: str = "*"
    chat: int | None = None
    times: int = 1
    retry_after: int = 1
    seconds: float = 1.0


class Faults:
    """The faults still to come; the oldest that fits a call is used."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def add(
        self,
        kind: str,
        method: str = "*",
        *,
        chat: int | None = None,
        times: int = 1,
        retry_after: int = 1,
        seconds: float = 1.0,
    ) -> Fault:
        """Ask for a fault.

        429 refuses with `retry_after`; 500 and 401 refuse; slow does the call and answers `seconds` (real)
        later; lost_reply does the call and closes the connection; reset closes it before the call is done.
        """
        if kind not in KINDS:
            raise WorldError(f"There is no fault {kind!r}; there are {', '.join(KINDS)}.")
        fault = Fault(kind, method, chat, times, retry_after, seconds)
        self.waiting.append(fault)
        return fault

    def clear(self) -> None:
        self.waiting.clear()

    def take(self, method: str, params: Json) -> Fault | None:
        """The fault that strikes this call, counted down; None for a call that goes well."""
        for fault in self.waiting:
            here = fault.chat is None or str(params.get("chat_id")) == str(fault.chat)
            if fault.method in ("*", method) and here:
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None
