"""✋ while 10,000 couples' check-ins are due and the peer enforces Telegram's limits."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep, time

from benchmarks import our_data, plain_data
from benchmarks.check_in import came, past_jitter, whole_minute
from benchmarks.lab import Bench, Figure, median, met, quantile

_LEAD = timedelta(seconds=6)
# So many days of check-ins each couple looks back on when the next prompt is chosen.
_DAYS = 7


def measure(bench: Bench) -> list[Figure]:
    """A ✋ a second, each from another couple: all check-ins due in one instant, then as they are spread."""
    couples, taps, more = bench.scale.of(10_000, 1_000), bench.scale.of(20, 5), bench.scale.of(60, 5)
    ours = our_data.build(bench.folder / "busy-ours", couples + more, rhythm=True, days=_DAYS)
    return [_at_once(bench, ours, couples, taps), _spread(bench, ours, couples, more)]


def _at_once(bench: Bench, ours: Path, couples: int, taps: int) -> Figure:
    patience = bench.scale.of(60, 6)
    plain = plain_data.build(bench.folder / "busy-plain", couples + taps)
    p99s: list[float] = []
    all_waits: list[float] = []
    begun: list[int] = []
    plain_waits: list[float] = []
    refused = {"ours": 0, "plain": 0}
    for number in range(bench.scale.rounds):
        with bench.fresh(ours) as folder:
            due = _due()
            our_data.check_ins(folder, couples, past_jitter(due), due)
            waits, again = _round(bench, "ours", folder, due, couples, taps, patience, "--limits")
            begun.append(came(folder))
        p99s.append(quantile(waits, 0.99))
        all_waits += waits
        refused["ours"] += again
        # One round says it: its waits are as long as one cares to look.
        if number == 0:
            with bench.fresh(plain) as folder:
                due = _due()
                plain_data.check_ins(folder, couples, due)
                plain_waits, refused["plain"] = _round(bench, "plain", folder, due, couples, taps, patience)
    arrived = [wait for wait in plain_waits if wait < float("inf")]
    p99 = median(p99s)
    note = (
        f"ours: {min(begun):,} or more check-ins begun by the end of a round, {refused['ours']} calls refused"
    )
    note += f" with 429 in {bench.scale.rounds} rounds; plain: {refused['plain']} in its one round of about "
    note += f"{taps + patience} s; the p99 of {taps} ✋ is the worst"
    shown = f"{len(arrived)} of {taps} arrived within {patience} to {patience + taps} s"
    return Figure(
        f"✋ to panel, p99, while {couples:,} check-ins are due this second, Telegram's limits enforced",
        f"{p99:.2f} s (p50 {median(all_waits):.2f}, worst {max(all_waits):.2f})",
        shown,
        f"< {p99 / patience:.3f}" if len(arrived) < taps else f"{p99 / max(arrived):.3f}",
        "< 1 s",
        met(p99 < 1 and min(begun) > 0),
        [note],
    )


def _spread(bench: Bench, ours: Path, couples: int, taps: int) -> Figure:
    """The first part of the evening as the program has it: each couple its own jitter after the minute."""
    with bench.fresh(ours) as folder:
        start = whole_minute(datetime.now(UTC))
        our_data.check_ins(folder, couples, start)
        due = datetime.now(UTC)
        waits, again = _round(bench, "ours", folder, due, couples, taps, 20, "--limits")
        begun = came(folder)
    p99 = quantile(waits, 0.99)
    return Figure(
        f"the same, {couples:,} check-ins spread over nine minutes, as the program spreads them",
        f"{p99:.2f} s (p50 {median(waits):.2f}, worst {max(waits):.2f})",
        "not measured",
        "",
        "< 1 s",
        met(p99 < 1 and begun > 0),
        [f"one round, {taps} ✋: {begun:,} check-ins begun meanwhile, {again} calls refused with 429"],
    )


def _due() -> datetime:
    return datetime.now(UTC).replace(microsecond=0) + _LEAD


def _round(
    bench: Bench, kind: str, folder: Path, due: datetime, couples: int, taps: int, patience: int, *flags: str
) -> tuple[list[float], int]:
    """Seconds that each ✋ took, infinite where its panel did not come; and how often the peer refused.

    The couples that tap are those that have no check-in now.
    """
    bench.peer.reset(flood=True)
    with bench.stack(kind, folder, *flags):
        sleep(max(0.0, due.timestamp() - time()) + 0.2)
        for couple in range(couples, couples + taps):
            bench.peer.tap([couple])
            sleep(1)
        last = couples + taps - 1
        bench.peer.wait(1, couple=last, timeout=patience)
        arrivals = bench.peer.arrivals()
        return arrivals.waits(), arrivals.refused
