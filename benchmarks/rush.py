"""1,000 couples tap the keyboard's ✋ at once, and nothing limits the rate of sending."""

from pathlib import Path

from benchmarks import our_data, plain_data
from benchmarks.lab import Bench, Figure, median, met, poll_until

TELEGRAM = 30
"""Messages a second that Telegram allows a bot."""

_COUNT = "SELECT count(*) FROM pauses"
_LONGEST = 120.0


def measure(bench: Bench) -> list[Figure]:
    """A stack's round: its process starts with couples that never paused, then all of them tap."""
    couples = bench.scale.of(1000, 150)
    bases = {
        "ours": our_data.build(bench.folder / "rush-ours", couples),
        "plain": plain_data.build(bench.folder / "rush-plain", couples),
    }
    commits: dict[str, list[float]] = {kind: [] for kind in bases}
    arrivals: dict[str, list[float]] = {kind: [] for kind in bases}
    for _ in range(bench.scale.rounds):
        for kind, base in bases.items():
            with bench.fresh(base) as folder:
                committed, arrived = _round(bench, kind, folder, couples)
            commits[kind].append(committed)
            arrivals[kind].append(arrived)
    commit = {kind: couples / median(commits[kind]) for kind in bases}
    arrive = {kind: couples / median(arrivals[kind]) for kind in bases}
    return [
        Figure(
            f"{couples:,} couples tap ✋ at once: last turn committed",
            f"{median(commits['ours']):.1f} s ({commit['ours']:.0f}/s)",
            f"{median(commits['plain']):.1f} s ({commit['plain']:.0f}/s)",
            f"{commit['ours'] / commit['plain']:.1f} × the rate",
            "≥ 2 × plain's rate",
            met(commit["ours"] >= 2 * commit["plain"]),
        ),
        Figure(
            f"{couples:,} couples tap ✋ at once: last panel arrived",
            f"{median(arrivals['ours']):.1f} s ({arrive['ours']:.0f}/s)",
            f"{median(arrivals['plain']):.1f} s ({arrive['plain']:.0f}/s)",
            f"{arrive['ours'] / TELEGRAM:.1f} × Telegram's 30/s",
            "≥ 3 ×, aiming at 10 ×, Telegram's 30/s",
            met(arrive["ours"] >= 3 * TELEGRAM),
        ),
    ]


def _round(bench: Bench, kind: str, folder: Path, couples: int) -> tuple[float, float]:
    """Seconds until the last commit and until the last arrival."""
    database = folder / ("backsoon.db" if kind == "ours" else "plain.db")
    with bench.stack(kind, folder):
        bench.peer.reset()
        start = bench.peer.tap(range(couples))
        committed = poll_until(database, _COUNT, couples, _LONGEST)
        if not bench.peer.wait(couples, timeout=_LONGEST):
            raise RuntimeError(f"{kind}: not all panels arrived")
        return committed - start, bench.peer.arrivals().last() - start
