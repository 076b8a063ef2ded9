"""What is measured, and that it is about no one."""

import contextlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families
from structlog.testing import capture_logs
from telegram.error import BadRequest, TelegramError

import playground
from bot.api import BotApi
from bot.dispatch import Dispatcher
from bot.metrics import SILENT, Meters, Metrics
from bot.work import Worker
from scheduler.clock import MovableClock
from storage.database import Database
from storage.figures import Figures, Waiting
from storage.keys import new_keyring
from storage.lanes import Lane
from storage.sealed import Vault
from storage.tables import Base

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

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


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [(None, "done"), ("429", "flood"), ("401", "unauthorized"), ("500", "unknown"), ("reset", "unknown")],
)
async def test_every_call_is_counted_by_what_came_of_it(
    fault: str | None, outcome: str, metrics: Metrics
) -> None:
    town = await playground.start(MovableClock(NOON), seeded=False)
    if fault is not None:
        town.faults.add(fault, "getMe")
    api = BotApi(town.token, town.api_root, metrics)
    await api.start()
    with contextlib.suppress(TelegramError):
        await api.call("getMe")
    with pytest.raises(BadRequest):
        await api.call("sendMessage", {"chat_id": 5, "text": "✋"})
    await api.stop()
    await town.stop()
    page = samples(metrics)
    assert page[f"backsoon_calls_total getMe {outcome}"] == 1
    assert page["backsoon_calls_total sendMessage refused"] == 1


async def test_a_turn_that_fails_for_good_is_counted_as_such(metrics: Metrics, tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/work.db", Vault(new_keyring()))
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    clock = MovableClock(NOON)
    me = {"id": 700, "is_bot": True, "first_name": "Backsoon", "username": "backsoon_demo_bot"}
    worker = Worker(
        database,
        clock,
        Dispatcher("700:token", me),
        answer_press=lambda *_: None,
        on_committed=lambda: None,
        meters=metrics,
    )
    async with database.work() as work:
        work.inbox.tell("gone", {"nothing": "of use"}, NOON)
        await work.timers.set("odd:1", kind="odd", subject_id=1, lane=Lane.PAUSE, due_at=NOON)
    clock.advance(timedelta(seconds=9))
    with capture_logs():
        while await worker.work_once():
            pass
    await database.close()
    page = samples(metrics)
    assert page["backsoon_turns_total gone failed"] == 2
    assert page["backsoon_turns_total gone dead"] == 1
    assert page["backsoon_timers_total odd failed"] == 1
    assert page["backsoon_timer_lateness_seconds_sum odd"] == 9
    assert "backsoon_latency_seconds_count gone" not in page


def test_a_bot_that_nobody_watches_measures_nothing() -> None:
    report(SILENT)
