"""Everything but kills that can happen to a bot."""

from collections.abc import Awaitable, Callable, Mapping

from tests.crash.faults import (
    account,
    clocks,
    flood,
    frozen,
    full,
    locked,
    lost,
    outage,
    pollers,
    slow,
    unreachable,
    updates,
)
from tests.crash.faults.stage import Result, Stage, open_stage

__all__ = ["FAULTS", "OF_DATABASES", "OF_SERVERS", "Result", "Stage", "open_stage"]

FAULTS: Mapping[str, Callable[[Stage], Awaitable[Result]]] = {
    "the database is locked": locked.locked,
    "the disk is full": full.full,
    "the database refuses connections": unreachable.refused,
    "the database is silent": unreachable.silent,
    "telegram refuses connections": outage.refused,
    "telegram is silent": outage.silent,
    "telegram fails": outage.failing,
    "telegram is out at the start": outage.at_start,
    "telegram finds that we send too much": flood.storm,
    "an account floods us": account.floods,
    "replies are slow": slow.slow,
    "replies are lost": lost.lost,
    "two programs poll": pollers.two_pollers,
    "the process is frozen": frozen.frozen,
    "the clock is set": clocks.steps,
    "the laptop was asleep": clocks.asleep,
    "updates are malformed": updates.malformed,
}

# What cannot befall a file.
OF_SERVERS = frozenset({"the database refuses connections", "the database is silent"})
# What the database has a part in.
OF_DATABASES = OF_SERVERS | {
    "the database is locked",
    "the disk is full",
    "the process is frozen",
    "updates are malformed",
}
