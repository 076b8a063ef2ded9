"""What the running bot has measured since its start, read from its own /metrics for a terminal."""

from collections import Counter
from collections.abc import Iterator
from math import inf

import httpx
from prometheus_client.parser import text_string_to_metric_families

TIMEOUT = 3.0
"""Seconds."""

_MOST = 0.95
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]", "::": "[::1]"}  # noqa: S104

# A line: what it is about, and what is said of it.
Line = tuple[str, str]


async def read(listen: tuple[str, int]) -> list[Line] | None:
    """The lines of the bot that listens there; none where nobody answers."""
    host, port = listen
    try:
        async with httpx.AsyncClient(timeout=TIMEOUT, trust_env=False) as client:
            answer = await client.get(f"http://{_ANYWHERE.get(host, host)}:{port}/metrics")
            answer.raise_for_status()
            return list(lines(answer.text))
    except (httpx.HTTPError, httpx.InvalidURL, ValueError):
        return None


def lines(page: str) -> Iterator[Line]:
    """Of a page in Prometheus' text format: turns, how long, how late, calls refused with 429, the lease."""
    samples = [each for family in text_string_to_metric_families(page) for each in family.samples]

    def total(name: str, **labels: str) -> int:
        wanted = labels.items()
        return int(
            sum(
                one.value
                for one in samples
                if one.name == f"backsoon_{name}" and wanted <= one.labels.items()
            )
        )

    def within(name: str) -> str:
        """The bound that so many of a histogram's values do not exceed."""
        counts: Counter[float] = Counter()
        for one in samples:
            if one.name == f"backsoon_{name}_bucket":
                counts[float(one.labels["le"])] += int(one.value)
        bound = next((le for le in sorted(counts) if counts[le] >= _MOST * counts[inf]), inf)
        if not counts[inf]:
            return "none yet"
        longest = max(le for le in counts if le < inf)
        return f"95 % within {bound:g} s" if bound < inf else f"95 % take more than {longest:g} s"

    turns = {outcome: total("turns_total", outcome=outcome) for outcome in ("done", "failed", "dead")}
    yield "turns", ", ".join(f"{count} {outcome}" for outcome, count in turns.items())
    yield "turn", within("turn_seconds")
    yield "latency", within("latency_seconds")
    yield "timer lateness", within("timer_lateness_seconds")
    yield "calls", f"{total('calls_total')}, {total('calls_total', outcome='flood')} refused with 429"
    yield "lease of that bot", "held" if total("lease_held") else "not held"
