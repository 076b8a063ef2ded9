"""1,000 return reminders due in the same instant, among 100,000 timers."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep, time

from benchmarks import our_data, plain_data
from benchmarks.lab import Bench, Figure, median, met, poll_until, spread

_DONE = "SELECT count(*) FROM pauses WHERE state = 'due'"
_LONGEST = 120.0
_BLOCKED = 50
"""Milliseconds for which the event loop may be blocked."""

_COMMITS = (
    "not the same commit: ours comes before the send, and what is written down after the send is not in it; "
    "the plain stack's job reads the pause, sends, updates, commits, so its commit "
    "comes after the send"
)


def measure(bench: Bench) -> list[Figure]:
    """The pauses are written anew for each round, due a few seconds after the start."""
    couples, moments = bench.scale.of(1000, 150), bench.scale.of(100_000, 5_000)
    makers = {"ours": our_data, "plain": plain_data}
    bases = {
        kind: maker.build(bench.folder / f"reminders-{kind}", couples, moments=moments)
        for kind, maker in makers.items()
    }
    commits: dict[str, list[float]] = {kind: [] for kind in makers}
    arrivals: dict[str, list[float]] = {kind: [] for kind in makers}
    blocked: dict[str, list[float]] = {kind: [] for kind in makers}
    missed = dict.fromkeys(makers, 0)
    for _ in range(bench.scale.rounds):
        for kind, maker in makers.items():
            with bench.fresh(bases[kind]) as folder:
                due = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=6)
                maker.start_pauses(folder, range(couples), due)
                commit, arrival, block, sent = _round(bench, kind, folder, couples, due)
            commits[kind].append(commit)
            arrivals[kind].append(arrival)
            blocked[kind].append(block)
            missed[kind] += couples - sent
    commit_ratio = median(commits["ours"]) / median(commits["plain"])
    arrival_ratio = median(arrivals["ours"]) / median(arrivals["plain"])
    name = f"{couples:,} return reminders due at once, {moments:,} timers present"
    return [
        Figure(
            f"{name}: last commit",
            f"{median(commits['ours']):.1f} s",
            f"{median(commits['plain']):.1f} s",
            f"{commit_ratio:.2f}",
            "≤ 0.5 × plain",
            met(commit_ratio <= 0.5),
            [_COMMITS],
        ),
        Figure(
            f"{name}: last arrival; none missed",
            f"{median(arrivals['ours']):.1f} s; {missed['ours']} missed",
            f"{median(arrivals['plain']):.1f} s; {missed['plain']} missed",
            f"{arrival_ratio:.2f}",
            "≤ 1 × plain, none missed",
            met(arrival_ratio <= 1 and missed["ours"] == 0),
        ),
        Figure(
            f"{name}: event loop blocked at most",
            spread(blocked["ours"], digits=0),
            spread(blocked["plain"], digits=0),
            f"{median(blocked['ours']) / median(blocked['plain']):.2f}",
            f"never > {_BLOCKED} ms",
            met(max(blocked["ours"]) <= _BLOCKED),
            ["median of the rounds' longest blocks, with the shortest and the longest of them"],
        ),
    ]


def _round(
    bench: Bench, kind: str, folder: Path, couples: int, due: datetime
) -> tuple[float, float, float, int]:
    """Seconds from the due instant to the last commit and arrival, ms blocked, messages that arrived."""
    database = folder / ("backsoon.db" if kind == "ours" else "plain.db")
    bench.peer.reset()
    with bench.stack(kind, folder) as stack:
        lead = due.timestamp() - time()
        if lead < 0:
            raise RuntimeError(f"{kind} was not up before its reminders were due")
        due_at = monotonic() + lead
        sleep(max(0.0, lead - 1))
        stack.blocked_ms()
        committed = poll_until(database, _DONE, couples, _LONGEST)
        bench.peer.wait(couples, timeout=_LONGEST)
        arrivals = bench.peer.arrivals()
        return (
            committed - due_at,
            arrivals.last() - due_at,
            stack.blocked_ms(),
            len({chat for _, chat, _ in arrivals.sends}),
        )
