"""What is measured, and that it is about no one."""

import pytest
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import SILENT, Meters, Metrics
from storage.figures import Figures, Waiting
from storage.lanes import Lane

FIGURES = Figures(
    inbox=Waiting(3, 1.5),
    dead=2,
    outbox={Lane.PAUSE: Waiting(1, 0.5), Lane.ANSWER: Waiting(0, 0.0), Lane.SCHEDULED: Waiting(900, 44.0)},
    timers=700,
    due=Waiting(4, 8.0),
)


def samples(metrics: Metrics, figures: Figures | None = FIGURES) -> dict[str, float]:
    """Every sample of a page, labels in its name."""
    page = metrics.page(figures).decode()
    return {
        sample.name + "".join(f" {value}" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(page)
        for sample in family.samples
    }


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


def report(meters: Meters) -> None:
    meters.received("kept", 2)
    meters.turn("message", "done", 0.004)
    meters.turn("message", "failed", 0.2)
    meters.waited("message", 0.03)
    meters.fired("pause", "done", 12.0)
    meters.called("sendMessage", "flood")
    meters.lease(held=True)


def test_what_the_parts_report_can_be_read(metrics: Metrics) -> None:
    report(metrics)
    page = samples(metrics)
    assert page["backsoon_updates_total kept"] == 2
    assert page["backsoon_turns_total message done"] == 1
    assert page["backsoon_turns_total message failed"] == 1
    assert page["backsoon_turn_seconds_count message"] == 2
    assert page["backsoon_latency_seconds_bucket message 0.05"] == 1
    assert page["backsoon_latency_seconds_bucket message 0.01"] == 0
    assert page["backsoon_timers_total pause done"] == 1
    assert page["backsoon_timer_lateness_seconds_sum pause"] == 12
    assert page["backsoon_calls_total sendMessage flood"] == 1
    assert page["backsoon_lease_held"] == 1


def test_what_the_database_tells_can_be_read(metrics: Metrics) -> None:
    page = samples(metrics)
    assert page["backsoon_database_up"] == 1
    assert page["backsoon_inbox_waiting"] == 3
    assert page["backsoon_inbox_oldest_seconds"] == 1.5
    assert page["backsoon_inbox_dead"] == 2
    assert page["backsoon_outbox_waiting scheduled"] == 900
    assert page["backsoon_outbox_oldest_seconds scheduled"] == 44
    assert page["backsoon_timers_pending"] == 700
    assert page["backsoon_timers_due"] == 4
    assert page["backsoon_timers_behind_seconds"] == 8


def test_without_a_database_nothing_old_is_told(metrics: Metrics) -> None:
    samples(metrics)
    page = samples(metrics, None)
    assert page["backsoon_database_up"] == 0
    assert not any("inbox" in name or "outbox" in name or "timers_" in name for name in page)


def test_two_bots_in_one_process_count_apart(metrics: Metrics) -> None:
    report(Metrics())
    assert "backsoon_turns_total message done" not in samples(metrics)
    assert not any(family.name.startswith("backsoon") for family in REGISTRY.collect())


def test_a_clock_that_was_set_back_makes_nothing_early(metrics: Metrics) -> None:
    metrics.waited("press", -3.0)
    metrics.fired("pause", "done", -3.0)
    page = samples(metrics)
    assert page["backsoon_latency_seconds_sum press"] == 0
    assert page["backsoon_timer_lateness_seconds_sum pause"] == 0


@pytest.mark.parametrize(
    ("outcome", "answered"),
    [("done", 0), ("refused", 0), ("flood", 0), ("unknown", None), ("unauthorized", None)],
)
def test_telegram_has_answered_whatever_its_answer_unless_it_does_not_know_us(
    outcome: str, answered: float | None, metrics: Metrics
) -> None:
    time = [100.0]
    metrics = Metrics(lambda: time[0])
    assert metrics.telegram_answered is None
    metrics.called("getMe", outcome)
    assert metrics.telegram_answered == answered


def test_how_long_ago_telegram_answered_is_told_in_seconds() -> None:
    time = [100.0]
    metrics = Metrics(lambda: time[0])
    metrics.called("getMe", "done")
    time[0] = 142.0
    metrics.called("getMe", "unknown")
    assert metrics.telegram_answered == 42


def test_a_bot_that_nobody_watches_measures_nothing() -> None:
    report(SILENT)
