"""What the parts of a running bot report: kinds, counts and seconds, never whom it is about."""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Protocol

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from storage.figures import Figures

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

# Seconds. A turn takes milliseconds; a timer is late by as much as the bot was out.
_TURN = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
_WAIT = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0, 300.0, 3600.0)


class Meters(Protocol):
    """Where the parts report to. Words are from fixed lists: kinds, methods and outcomes."""

    def received(self, outcome: str, count: int) -> None:
        """So many updates were kept, ignored or dropped as a flood."""

    def turn(self, kind: str, outcome: str, seconds: float) -> None:
        """A turn about an update or an event took so long. `outcome`: done, failed, dead."""

    def waited(self, kind: str, seconds: float) -> None:
        """So long after it was received, what a turn did was committed."""

    def fired(self, kind: str, outcome: str, late: float) -> None:
        """A timer had its turn so many seconds after it was due. `outcome`: done, failed."""

    def called(self, method: str, outcome: str) -> None:
        """A method of the Bot API was called.

        `outcome`: done, flood (429), refused, unauthorized (the token is not taken), unknown (no answer).
        """

    def lease(self, held: bool) -> None:
        """Whether this process is the one that works, schedules and delivers."""


class _Silent:
    def received(self, outcome: str, count: int) -> None: ...
    def turn(self, kind: str, outcome: str, seconds: float) -> None: ...
    def waited(self, kind: str, seconds: float) -> None: ...
    def fired(self, kind: str, outcome: str, late: float) -> None: ...
    def called(self, method: str, outcome: str) -> None: ...
    def lease(self, held: bool) -> None: ...


SILENT: Meters = _Silent()


class Metrics:
    """Meters that Prometheus can read, in a registry of their own. `time`: seconds that run forward only."""

    def __init__(self, time: Callable[[], float] = monotonic) -> None:
        self._time = time
        self._answered_at: float | None = None
        self._registry = here = CollectorRegistry()
        self._received = Counter(
            "backsoon_updates", "Updates from Telegram: kept, ignored, flood.", ["outcome"], registry=here
        )
        self._turns = Counter(
            "backsoon_turns", "Turns by kind: done, failed, dead.", ["kind", "outcome"], registry=here
        )
        self._turn_seconds = Histogram(
            "backsoon_turn_seconds", "How long a turn took.", ["kind"], buckets=_TURN, registry=here
        )
        self._latency = Histogram(
            "backsoon_latency_seconds",
            "From receiving an update to the commit of its turn.",
            ["kind"],
            buckets=_WAIT,
            registry=here,
        )
        self._timers = Counter(
            "backsoon_timers", "Turns of timers: done, failed.", ["kind", "outcome"], registry=here
        )
        self._lateness = Histogram(
            "backsoon_timer_lateness_seconds",
            "From when a timer was due to its turn.",
            ["kind"],
            buckets=_WAIT,
            registry=here,
        )
        self._calls = Counter(
            "backsoon_calls",
            "Calls of the Bot API: done, flood (429), refused, unauthorized, unknown (no answer).",
            ["method", "outcome"],
            registry=here,
        )
        self._lease = Gauge(
            "backsoon_lease_held", "1 in the process that works and delivers, else 0.", registry=here
        )
        self._database = _FromDatabase()
        here.register(self._database)
        ProcessCollector(registry=here)

    def received(self, outcome: str, count: int) -> None:
        self._received.labels(outcome).inc(count)

    def turn(self, kind: str, outcome: str, seconds: float) -> None:
        self._turns.labels(kind, outcome).inc()
        self._turn_seconds.labels(kind).observe(seconds)

    def waited(self, kind: str, seconds: float) -> None:
        self._latency.labels(kind).observe(max(0.0, seconds))

    def fired(self, kind: str, outcome: str, late: float) -> None:
        self._timers.labels(kind, outcome).inc()
        self._lateness.labels(kind).observe(max(0.0, late))

    def called(self, method: str, outcome: str) -> None:
        self._calls.labels(method, outcome).inc()
        if outcome not in ("unauthorized", "unknown"):
            self._answered_at = self._time()

    def lease(self, held: bool) -> None:
        self._lease.set(held)

    @property
    def telegram_answered(self) -> float | None:
        """How many seconds ago Telegram last answered a call as our bot's; none if it never did."""
        return None if self._answered_at is None else self._time() - self._answered_at

    def page(self, figures: Figures | None) -> bytes:
        """Everything in Prometheus' text format. No figures: the database does not answer."""
        self._database.figures = figures
        return generate_latest(self._registry)


class _FromDatabase(Collector):
    """The figures of the last look; none where the database did not answer, so that nothing old is told."""

    def __init__(self) -> None:
        self.figures: Figures | None = None

    def collect(self) -> Iterator[Metric]:
        figures = self.figures
        yield _gauge("database_up", "Whether the database answers.", float(figures is not None))
        if figures is None:
            return
        yield _gauge("inbox_waiting", "Updates and events that wait for their turn.", figures.inbox.count)
        yield _gauge("inbox_oldest_seconds", "How long the oldest has waited.", figures.inbox.oldest)
        yield _gauge("inbox_dead", "Updates of the last 48 hours that failed for good.", figures.dead)
        yield _gauge("timers_pending", "Timers, due or not.", figures.timers)
        yield _gauge("timers_due", "Timers that are due and had no turn yet.", figures.due.count)
        yield _gauge("timers_behind_seconds", "How long the first has been due.", figures.due.oldest)
        depth = GaugeMetricFamily("backsoon_outbox_waiting", "Rows that wait for delivery.", labels=["lane"])
        age = GaugeMetricFamily(
            "backsoon_outbox_oldest_seconds", "How long the oldest has waited.", labels=["lane"]
        )
        for lane, waiting in figures.outbox.items():
            depth.add_metric([lane.name.lower()], waiting.count)
            age.add_metric([lane.name.lower()], waiting.oldest)
        yield depth
        yield age


def _gauge(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(f"backsoon_{name}", words, value=value)
