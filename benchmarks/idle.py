"""✋ to panel arriving, one idle couple: ours, the plain stack, and a bot that stores nothing."""

from time import sleep

from benchmarks import our_data, plain_data
from benchmarks.lab import Bench, Figure, median, met, quantile

_ORDER = ("ours", "plain", "bare")
# The first ones warm up caches and connections.
_WARM = 5


def measure(bench: Bench) -> list[Figure]:
    """Each round is one process of each stack, in turn; each tap is another couple's."""
    taps = bench.scale.of(60, 20)
    our_base = our_data.build(bench.folder / "idle-ours", taps + _WARM)
    plain_base = plain_data.build(bench.folder / "idle-plain", taps + _WARM)
    p50s: dict[str, list[float]] = {kind: [] for kind in _ORDER}
    p99s: dict[str, list[float]] = {kind: [] for kind in _ORDER}
    for _ in range(bench.scale.rounds):
        for kind in _ORDER:
            base = {"ours": our_base, "plain": plain_base}.get(kind)
            with bench.fresh(base) as folder, bench.stack(kind, folder):
                waits = _taps(bench, taps)
            p50s[kind].append(median(waits) * 1000)
            p99s[kind].append(quantile(waits, 0.99) * 1000)
    ours, plain, bare = (median(p50s[kind]) for kind in _ORDER)
    late = {kind: median(p99s[kind]) for kind in _ORDER}
    return [
        Figure(
            "✋ to panel arriving, one idle couple, p50",
            f"{ours:.1f} ms (p99 {late['ours']:.0f})",
            f"{plain:.1f} ms (p99 {late['plain']:.0f})",
            f"{ours / plain:.2f}",
            "≤ 1 × plain",
            met(ours <= plain),
        ),
        Figure(
            "the same, against a bot that stores nothing and answers",
            f"{ours:.1f} ms",
            f"{bare:.1f} ms (stores nothing)",
            f"{ours / bare:.1f}",
            "≤ 8 ×",
            met(ours <= 8 * bare),
        ),
    ]


def _taps(bench: Bench, taps: int) -> list[float]:
    waits = []
    for couple in range(taps + _WARM):
        bench.peer.reset()
        bench.peer.tap([couple])
        if not bench.peer.wait(1, couple=couple, timeout=20):
            raise RuntimeError(f"no panel for couple {couple}")
        waits += bench.peer.arrivals().waits()
        # What follows the panel, such as the next poll, is over before the next tap.
        sleep(0.05)
    return waits[_WARM:]
