"""Who works: whoever holds the lease, by a clock of its own that is stricter than the database's."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy.exc import OperationalError

from bot.lead import Lead, Pace, Term
from storage.database import LeaseLost

PATIENCE = 10.0
# Quick, so that nobody waits for it: what is safe is up to the clock below.
PACE = Pace(holds=10.0, renewed=0.01, looked=0.01)


class Row:
    """A lease row, and a clock in seconds that only the test moves."""

    def __init__(self) -> None:
        self.now = 100.0
        self.free = True
        self.answers = True
        # A renewal that does not come back, and fails when it is given up.
        self.hangs = self.hanging = False
        self.epoch = 0
        self.renewals = 0
        self.released: list[int] = []
        self.news = asyncio.Event()

    async def take(self) -> int | None:
        self._answer()
        if not self.free:
            return None
        self.free = False
        self.epoch += 1
        return self.epoch

    async def left(self) -> float:
        self._answer()
        return 5.0

    async def renew(self, epoch: int) -> bool:
        self._answer()
        self.renewals += 1
        if self.hangs:
            self.hanging = True
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                raise OperationalError(None, None, ConnectionError()) from None
        return epoch == self.epoch

    async def release(self, epoch: int) -> bool:
        self._answer()
        self.released.append(epoch)
        self.free = True
        return True

    def _answer(self) -> None:
        self.news.set()
        if not self.answers:
            raise OperationalError(None, None, ConnectionError())

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is so; whatever is asked of the row is news."""
        async with asyncio.timeout(PATIENCE):
            while not true():
                self.news.clear()
                await self.news.wait()


class Replica:
    """Waits for the lease, and works until its term is over."""

    def __init__(self, row: Row) -> None:
        self.terms: list[Term] = []
        self.stop = asyncio.Event()
        self.at_work = False
        lead = Lead(row, PACE, time=lambda: row.now)
        self._task = asyncio.create_task(lead.run(self.stop, self._work))

    async def _work(self, term: Term) -> None:
        self.terms.append(term)
        self.at_work = True
        await term.over.wait()
        self.at_work = False

    async def end(self) -> None:
        self.stop.set()
        async with asyncio.timeout(PATIENCE):
            await self._task


@pytest.fixture
def row() -> Row:
    return Row()


def working(replica: Replica) -> Callable[[], bool]:
    return lambda: replica.at_work


async def test_it_works_when_the_lease_is_free_and_lets_go_at_the_end(row: Row) -> None:
    replica = Replica(row)
    await row.until(working(replica))
    replica.terms[0].check()
    await replica.end()
    assert row.released == [1]
    assert not replica.at_work


async def test_it_waits_while_another_holds_the_lease(row: Row) -> None:
    row.free = False
    replica = Replica(row)
    await row.until(row.news.is_set)
    assert not replica.terms
    row.free = True
    await row.until(working(replica))
    await replica.end()


async def test_it_ends_while_it_waits(row: Row) -> None:
    row.free = False
    replica = Replica(row)
    await row.until(row.news.is_set)
    await replica.end()
    assert row.released == []


async def test_it_ends_though_its_last_renewal_fails_just_then(row: Row) -> None:
    replica = Replica(row)
    await row.until(working(replica))
    row.hangs = True
    await row.until(lambda: row.hanging)
    await replica.end()
    assert row.released == [1]


async def test_it_may_call_until_shortly_before_the_lease_expires_and_never_later(row: Row) -> None:
    replica = Replica(row)
    await row.until(working(replica))
    row.answers = False
    term = replica.terms[0]
    row.now += 7.9
    term.check()
    row.now += 0.2
    with pytest.raises(LeaseLost):
        term.check()
    assert term.over.is_set()
    row.answers = True
    await replica.end()


async def test_renewing_keeps_it_at_work(row: Row) -> None:
    replica = Replica(row)
    await row.until(working(replica))
    for _ in range(5):
        row.now += 5
        # One that had begun before the clock moved, and one more.
        enough = row.renewals + 2
        await row.until(lambda: row.renewals >= enough)  # noqa: B023 - awaited at once
        replica.terms[0].check()
    await replica.end()


async def test_it_stops_working_when_another_has_taken_the_lease_and_does_not_release_that(row: Row) -> None:
    replica = Replica(row)
    await row.until(working(replica))
    row.epoch += 1
    await row.until(lambda: replica.terms[0].lost and not replica.at_work)
    with pytest.raises(LeaseLost):
        replica.terms[0].check()
    await replica.end()
    assert row.released == []


async def test_without_a_database_it_works_on_only_as_long_as_nobody_else_can(row: Row) -> None:
    replica = Replica(row)
    await row.until(working(replica))
    row.answers = False
    row.now += 7.9
    row.news.clear()
    await row.news.wait()
    assert replica.at_work
    row.now += 0.2
    await row.until(lambda: not replica.at_work)
    row.answers = row.free = True
    await row.until(lambda: len(replica.terms) == 2 and replica.at_work)
    assert [term.epoch for term in replica.terms] == [1, 2]
    await replica.end()


async def test_an_error_in_its_work_is_raised_and_the_lease_released(row: Row) -> None:
    async def fail(term: Term) -> None:
        raise LookupError

    work: Callable[[Term], Awaitable[None]] = fail
    with pytest.raises(LookupError):
        await Lead(row, PACE, time=lambda: row.now).run(asyncio.Event(), work)
    assert row.released == [1]
