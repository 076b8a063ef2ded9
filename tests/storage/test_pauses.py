from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage.views import Outcome, PauseState
from tests.practices.pause_desk import Desk, open_desk

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
SOON = NOW + timedelta(minutes=20)


async def start(desk: Desk, at: datetime = NOW) -> int:
    async with desk.database.work() as work:
        pause = await work.pauses.start(
            couple_id=desk.couple,
            party_ids=[desk.ann, desk.ben],
            caller_id=desk.ann,
            return_at=at + timedelta(minutes=20),
            now=at,
        )
        return pause.id


async def close(desk: Desk, pause_id: int, outcome: Outcome) -> None:
    async with desk.database.work() as work:
        pause = await work.pauses.get(pause_id)
        assert pause is not None
        pause.state, pause.outcome = PauseState.CLOSED, outcome


async def test_a_couple_has_one_pause_that_is_not_closed_whatever_the_code_does(rowless_url: str) -> None:
    async with open_desk(rowless_url) as desk:
        await desk.pair(group=False)
        first = await start(desk)
        with pytest.raises(IntegrityError):
            await start(desk)
        await close(desk, first, Outcome.RESTED)
        second = await start(desk)
        async with desk.database.work() as work:
            found = await work.pauses.open_of_couple(desk.couple)
            assert found is not None
            assert found.id == second


async def test_a_pause_is_seen_with_its_callers_and_whom_nobody_can_reach(rowless_url: str) -> None:
    async with open_desk(rowless_url) as desk:
        desk.ben = await desk.meet(3, "Ben", private=False)
        await desk.pair(group=False)
        pause_id = await start(desk)
        async with desk.database.work() as work:
            view = await work.pauses.view(pause_id)
            assert view is not None
            assert [party.person.name for party in view.callers] == ["Ann"]
            assert view.unreachable == {desk.ben}
            assert (view.return_at, view.commitment, view.state) == (SOON, 1, PauseState.RUNNING)
            assert await work.pauses.view(5) is None


async def test_with_a_group_nobody_is_out_of_reach(rowless_url: str) -> None:
    async with open_desk(rowless_url) as desk:
        desk.ben = await desk.meet(3, "Ben", private=False)
        await desk.pair()
        pause_id = await start(desk)
        async with desk.database.work() as work:
            view = await work.pauses.view(pause_id)
            assert view is not None
            assert view.unreachable == frozenset()


async def test_the_history_has_every_pause_in_order_but_those_tapped_by_mistake(rowless_url: str) -> None:
    async with open_desk(rowless_url) as desk:
        await desk.pair(group=False)
        ids = []
        for number, outcome in enumerate((Outcome.RESTED, Outcome.UNDONE, Outcome.BOTH_BACK)):
            ids.append(await start(desk, NOW + timedelta(hours=number)))
            await close(desk, ids[-1], outcome)
        ids.append(await start(desk, NOW + timedelta(hours=9)))
        async with desk.database.work() as work:
            found = [pause.id for pause in await work.pauses.history(desk.couple)]
        assert found == [ids[0], ids[2], ids[3]]


async def test_a_new_time_is_one_more_commitment_and_nobody_has_been_told_of_it(rowless_url: str) -> None:
    async with open_desk(rowless_url) as desk:
        await desk.pair(group=False)
        pause_id = await start(desk)
        async with desk.database.work() as work:
            pause = await work.pauses.get(pause_id)
            assert pause is not None
            pause.return_said_at, pause.return_missed = SOON, True
            work.pauses.commit_time(pause, SOON + timedelta(hours=1), SOON)
        changed = await desk.pause()
        assert (changed.commitment, changed.return_said_at, changed.return_missed) == (2, None, False)
        async with desk.database.work() as work:
            assert [time.return_at for time in await work.pauses.times(pause_id)] == [
                SOON,
                SOON + timedelta(hours=1),
            ]
