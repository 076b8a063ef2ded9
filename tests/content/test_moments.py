from datetime import UTC, datetime

import pytest

from content.rich import moment_for

INSTANT = datetime(2026, 3, 2, 20, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Europe/Berlin", "21:40 CET"),
        ("Asia/Shanghai", "04:40 CST"),
        ("Asia/Singapore", "04:40 UTC+8"),
        ("Asia/Kathmandu", "02:25 UTC+5:45"),
        ("America/Sao_Paulo", "17:40 UTC−3"),
        (None, "20:40 UTC"),
        ("Nowhere/Land", "20:40 UTC"),
    ],
)
def test_an_old_phone_shows_the_readers_own_hour_and_names_the_zone(zone: str | None, shown: str) -> None:
    moment = moment_for(INSTANT, zone)
    assert moment.text == shown
    assert moment.instant == INSTANT
