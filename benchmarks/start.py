"""Start to the first handled update, and memory, with 1 and with 100,000 couples."""

from pathlib import Path

from benchmarks import our_data, plain_data
from benchmarks.lab import Bench, Figure, Stack, median, met

_RATIO = 1.2


def measure(bench: Bench) -> list[Figure]:
    """An update waits at the peer; the clock runs from the start of the process to its panel's arrival."""
    many = bench.scale.of(100_000, 5_000)
    makers = {"ours": our_data, "plain": plain_data}
    bases: dict[tuple[str, int], Path] = {}
    for kind, maker in makers.items():
        for couples in (1, many):
            folder = bench.folder / f"start-{kind}-{couples}"
            # The first ones have a pause that is on; the last one taps.
            bases[kind, couples] = maker.build(folder, couples, rhythm=True, running=couples // 100)
    seconds: dict[tuple[str, int], list[float]] = {key: [] for key in bases}
    memory: dict[tuple[str, int], list[float]] = {key: [] for key in bases}
    for _ in range(bench.scale.rounds):
        for key, base in bases.items():
            with bench.fresh(base) as folder:
                took, mb = _round(bench, key[0], folder, key[1] - 1)
            seconds[key].append(took)
            memory[key].append(mb)
    beside = [_round(bench, "jobqueue", bench.folder, 0, "--jobs", str(jobs)) for jobs in (1, many)]
    queue = f"JobQueue with 1 / {many:,} jobs, once each: {beside[0][0]:.1f} / {beside[1][0]:.1f} s, "
    queue += f"{beside[0][1]:.0f} / {beside[1][1]:.0f} MB; it forgets them at exit"
    times = {key: median(values) for key, values in seconds.items()}
    sizes = {key: median(values) for key, values in memory.items()}
    return [
        _figure(f"start to first handled update, 1 / {many:,} couples", times, many, "s", 2, queue),
        _figure(f"memory after it, 1 / {many:,} couples", sizes, many, "MB", 0, queue),
    ]


def _figure(
    name: str, values: dict[tuple[str, int], float], many: int, unit: str, digits: int, note: str
) -> Figure:
    ratio = values["ours", many] / values["ours", 1]
    plain = values["plain", many] / values["plain", 1]
    return Figure(
        name,
        f"{values['ours', 1]:.{digits}f} / {values['ours', many]:.{digits}f} {unit}",
        f"{values['plain', 1]:.{digits}f} / {values['plain', many]:.{digits}f} {unit} ({plain:.2f} ×)",
        f"{ratio:.2f} × with {many:,}",
        f"≤ {_RATIO} ×",
        met(ratio <= _RATIO),
        [note],
    )


def _round(bench: Bench, kind: str, folder: Path, couple: int, *flags: str) -> tuple[float, float]:
    """Seconds, and MB."""
    bench.peer.reset()
    bench.peer.tap([couple])
    stack = Stack(kind, bench.peer, folder, *flags, ready=False)
    try:
        if not bench.peer.wait(1, couple=couple, timeout=120):
            raise RuntimeError(f"{kind}: no panel after the start")
        arrived = bench.peer.arrivals().last()
        return arrived - stack.started, stack.memory_mb()
    finally:
        stack.stop()
