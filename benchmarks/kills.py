"""300 reminders and 300 ✋ through 20 kills: what was lost, what came twice."""

import contextlib
import random
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from benchmarks import our_data, plain_data
from benchmarks.lab import Arrivals, Bench, Figure, Stack, chat_of, met

_SEED = 7
_LIFE = (0.3, 1.2)
"""Seconds from being up to being killed, at least and at most."""

_PATIENCE = 20.0
"""Seconds for whatever waits when the last process is up."""

# Messages beyond the first in a chat of which the bot had written down that they arrived.
_KNOWN = "SELECT sum(n - 1) FROM (SELECT count(DISTINCT message_id) AS n FROM sent GROUP BY chat_id)"


class Outcome:
    """What one stack did with what was asked of it."""

    def __init__(self, arrivals: Arrivals, taps: range, reminders: range, knowingly: int | None) -> None:
        """`knowingly`: doubles of messages that the stack knew to have arrived; none if it cannot tell."""
        times: dict[int, list[float]] = defaultdict(list)
        for at, chat, _ in arrivals.sends:
            times[chat].append(at)
        self.lost_taps = sum(not times[chat_of(each)] for each in taps)
        self.lost_reminders = sum(not times[chat_of(each)] for each in reminders)
        self.doubled = sum(len(sent) - 1 for sent in times.values() if sent)
        self.knowingly = knowingly

    def __str__(self) -> str:
        lost = f"{self.lost_taps} ✋ and {self.lost_reminders} reminders lost; {self.doubled} doubled"
        return lost if self.knowingly is None else f"{lost}, {self.knowingly} of them knowingly"


def measure(bench: Bench) -> list[Figure]:
    """✋ come and reminders fall due while the process is killed again and again; then it may finish."""
    each, kills = bench.scale.of(300, 40), bench.scale.of(20, 3)
    taps, reminders = range(each), range(each, 2 * each)
    outcomes = {}
    for kind, maker in (("ours", our_data), ("plain", plain_data)):
        base = maker.build(bench.folder / f"kills-{kind}", 2 * each)
        with bench.fresh(base) as folder:
            outcomes[kind] = _round(bench, kind, maker, folder, taps, reminders, kills)
    ours, plain = outcomes["ours"], outcomes["plain"]
    return [
        Figure(
            f"{each} reminders and {each} ✋ through {kills} kills",
            str(ours),
            str(plain),
            "",
            "0 lost; only calls of unknown outcome doubled",
            met(ours.lost_taps + ours.lost_reminders + (ours.knowingly or 0) == 0),
            ["one round; knowingly: the bot had written down that a message had arrived, and sent another"],
        )
    ]


def _round(
    bench: Bench, kind: str, maker: Any, folder: Path, taps: range, reminders: range, kills: int
) -> Outcome:
    chance = random.Random(_SEED)
    bench.peer.reset()
    # A life with its start takes some three seconds.
    window = kills * 3.0
    now = datetime.now(UTC)
    for number in range(0, len(reminders), 10):
        due = now + timedelta(seconds=5 + number / len(reminders) * window)
        maker.start_pauses(folder, reminders[number : number + 10], due)
    waiting = list(taps)
    each_life = -(-len(waiting) // kills)
    for _ in range(kills):
        # Half of a life's taps come while it is down.
        half, waiting = waiting[: each_life // 2], waiting[each_life // 2 :]
        bench.peer.tap(half)
        stack = Stack(kind, bench.peer, folder)
        alive_until = monotonic() + chance.uniform(*_LIFE)
        half, waiting = waiting[: each_life - each_life // 2], waiting[each_life - each_life // 2 :]
        for couple in half:
            bench.peer.tap([couple])
            sleep(max(0.0, (alive_until - monotonic()) / (len(half) + 1)))
        sleep(max(0.0, alive_until - monotonic()))
        stack.kill()
    with bench.stack(kind, folder):
        left = (now + timedelta(seconds=5 + window) - datetime.now(UTC)).total_seconds()
        bench.peer.tap(waiting)
        sleep(max(0.0, left) + 3)
        _until_reached(bench, [*taps, *reminders])
        arrivals = bench.peer.arrivals()
    knowingly = _ask(folder / "backsoon.db") if kind == "ours" else None
    return Outcome(arrivals, taps, reminders, knowingly)


def _ask(database: Path) -> int:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute(_KNOWN).fetchone()[0] or 0


def _until_reached(bench: Bench, couples: Sequence[int]) -> None:
    """Until each has had a message, for a while: of a number of messages, some may be doubles."""
    chats = {chat_of(couple) for couple in couples}
    until = monotonic() + _PATIENCE
    while monotonic() < until and not chats <= {chat for _, chat, _ in bench.peer.arrivals().sends}:
        sleep(0.5)
