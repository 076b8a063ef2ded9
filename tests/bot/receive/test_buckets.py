from datetime import UTC, datetime, timedelta

import pytest

from bot.receive.admit import Admitted
from bot.receive.buckets import Buckets

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ANN, BEN, CLEO, CHAT = 1, 2, 3, -5
FLOOD = 5000


def update(person: int = ANN, kind: str = "words", chat: int = CHAT) -> Admitted:
    return Admitted(
        update_id=1,
        kind="message",
        raw={},
        person=person,
        chat=chat,
        signal=kind == "hand",
        about_pause=kind == "pause",
        membership=kind == "membership",
    )


def flood(buckets: Buckets, *people: int, kind: str, now: datetime = NOON) -> int:
    """How many of a flood are kept."""
    return sum(buckets.take(update(person, kind), now) for _ in range(FLOOD) for person in people)


@pytest.mark.parametrize("kind", ["words", "pause", "membership"])
def test_no_flood_keeps_a_hand_out_not_even_ones_own(kind: str) -> None:
    buckets = Buckets()
    flood(buckets, ANN, BEN, CLEO, kind=kind)
    assert buckets.take(update(ANN, "hand"), NOON)
    assert buckets.take(update(BEN, "hand"), NOON)


def test_nobody_elses_hands_keep_a_hand_out() -> None:
    buckets = Buckets()
    flood(buckets, CLEO, BEN, kind="hand")
    assert buckets.take(update(ANN, "hand"), NOON)


def test_the_first_of_many_hands_is_always_kept_and_more_after_a_moment() -> None:
    buckets = Buckets()
    assert 1 <= flood(buckets, ANN, kind="hand") <= 20
    assert not buckets.take(update(ANN, "hand"), NOON)
    assert buckets.take(update(ANN, "hand"), NOON + timedelta(seconds=2))


def test_nobody_elses_flood_keeps_anyone_from_the_buttons_of_a_pause() -> None:
    buckets = Buckets()
    flood(buckets, BEN, CLEO, kind="words")
    flood(buckets, BEN, CLEO, kind="pause")
    assert buckets.take(update(ANN, "pause"), NOON)


def test_a_flood_is_dropped_by_person_and_by_chat() -> None:
    buckets = Buckets()
    assert flood(buckets, ANN, kind="words") == 20
    assert flood(buckets, *range(10, 20), kind="words") == 20
    assert buckets.take(update(99, chat=-6), NOON)


def test_of_ten_seconds_of_a_flood_two_a_second_are_kept_and_a_still_second_ends_it() -> None:
    buckets = Buckets()
    kept = sum(buckets.take(update(), NOON + timedelta(milliseconds=passed)) for passed in range(10_000))
    assert kept == 20
    last = NOON + timedelta(milliseconds=9_999)
    assert buckets.take(update(), last + timedelta(seconds=1))


def test_nobody_who_taps_once_a_second_is_ever_kept_waiting() -> None:
    buckets = Buckets()
    assert flood(buckets, ANN, kind="words") == 20
    assert all(buckets.take(update(), NOON + timedelta(seconds=second)) for second in range(1, 120))


def test_comings_and_goings_are_always_kept() -> None:
    buckets = Buckets()
    assert flood(buckets, ANN, kind="membership") == FLOOD


def test_a_clock_that_steps_back_gives_nothing_and_takes_nothing() -> None:
    buckets = Buckets()
    flood(buckets, ANN, kind="words")
    assert not buckets.take(update(), NOON - timedelta(hours=1))
    assert buckets.take(update(), NOON - timedelta(hours=1) + timedelta(seconds=1))


def test_however_many_people_come_they_take_little_room() -> None:
    buckets = Buckets()
    for person in range(120_000):
        assert buckets.take(update(person, "hand"), NOON)
    assert len(buckets._buckets) <= 50_000
