"""What a process is in the middle of, readable after its death: one byte a phase, in a file that both map."""

import mmap
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

# receive: from an update's arrival to its commit; turn: from its handler to its commit; timers: a due timer's
# turn; answer: the call that answers a press; deliver: a call, and writing down what came of it; start: until
# the bot is up.
PHASES = ("receive", "turn", "answer", "deliver", "timers", "start")
BETWEEN = "between"


class Phases:
    """How many of each phase are open. The writer is the process, the reader whoever kills it."""

    def __init__(self, path: Path) -> None:
        """A file that is not there yet is made, with nothing open."""
        if not path.exists():
            path.write_bytes(bytes(len(PHASES)))
        with path.open("r+b") as file:
            self._bytes = mmap.mmap(file.fileno(), len(PHASES))

    def enter(self, phase: str) -> None:
        self._bytes[PHASES.index(phase)] += 1

    def leave(self, phase: str) -> None:
        self._bytes[PHASES.index(phase)] -= 1

    def clear(self, phase: str) -> None:
        self._bytes[PHASES.index(phase)] = 0

    def open(self, phase: str) -> bool:
        """Whether the process is, or was when it died, in the middle of one."""
        return self._bytes[PHASES.index(phase)] > 0

    def caught(self, aimed: str | None) -> str:
        """The phase that a death falls under: the one aimed at if it was open, else another that was."""
        wanted = ([aimed] if aimed else []) + [*PHASES]
        return next((phase for phase in wanted if self.open(phase)), BETWEEN)

    def watch(self, owner: Any, name: str, phase: str) -> None:
        """Have the phase open while this coroutine function of a class or module runs."""
        inner = getattr(owner, name)

        async def watched(*args: Any, **named: Any) -> Any:
            self.enter(phase)
            try:
                return await inner(*args, **named)
            finally:
                self.leave(phase)

        setattr(owner, name, watched)

    def watch_within(self, owner: Any, first: str, whole: str, phase: str) -> None:
        """Have the phase open from the moment `first` is called until `whole`, which calls it, is over."""
        begin: Callable[..., Awaitable[Any]] = getattr(owner, first)
        run: Callable[..., Awaitable[Any]] = getattr(owner, whole)

        async def beginning(*args: Any, **named: Any) -> Any:
            self.enter(phase)
            return await begin(*args, **named)

        async def running(*args: Any, **named: Any) -> Any:
            try:
                return await run(*args, **named)
            finally:
                self.clear(phase)

        setattr(owner, first, beginning)
        setattr(owner, whole, running)
