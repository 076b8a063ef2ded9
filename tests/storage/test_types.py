from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.default import DefaultDialect

from storage.ids import new_id
from storage.types import Instant

ZONES = [ZoneInfo(name) for name in ("UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns")]
instants = st.builds(
    lambda past, zone: (datetime(1990, 1, 1, tzinfo=UTC) + past).astimezone(zone),
    st.timedeltas(timedelta(), timedelta(days=36500)),
    st.sampled_from(ZONES),
)


def on_sqlite(value: Any) -> Any:
    bind = Instant().bind_processor(sqlite.dialect())
    assert bind is not None
    return bind(value)


def from_sqlite(value: Any) -> Any:
    result = Instant().result_processor(sqlite.dialect(), None)
    assert result is not None
    return result(value)


@given(instants)
def test_an_instant_comes_back_as_the_same_instant_in_utc(instant: datetime) -> None:
    stored = on_sqlite(instant)
    assert isinstance(stored, int)
    back = from_sqlite(stored)
    assert back - instant.astimezone(UTC) == timedelta()
    assert back.tzinfo is UTC


def test_a_database_that_knows_zones_is_given_one() -> None:
    noon = datetime(2026, 3, 2, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    stored = Instant().process_bind_param(noon, DefaultDialect())
    assert stored == datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
    assert stored.tzinfo is UTC


@pytest.mark.parametrize("value", [datetime(2026, 3, 2), "2026-03-02", 0])  # noqa: DTZ001
def test_what_is_no_instant_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        Instant().process_bind_param(value, DefaultDialect())
    with pytest.raises(TypeError):
        on_sqlite(value)


def test_nothing_stays_nothing() -> None:
    assert on_sqlite(None) is None
    assert from_sqlite(None) is None
    assert Instant().process_bind_param(None, DefaultDialect()) is None
    assert Instant().process_result_value(None, DefaultDialect()) is None


def test_ids_fit_a_column_and_nineteen_digits_and_are_not_alike() -> None:
    ids = {new_id() for _ in range(2000)}
    assert len(ids) == 2000
    assert all(0 < one < 2**62 and len(str(one)) <= 19 for one in ids)
