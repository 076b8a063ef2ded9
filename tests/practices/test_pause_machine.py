"""Any interleaving of what can happen to a pause, held to what a pause promises."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from practices import pause, pause_return
from storage.tables import Pause
from storage.views import Outcome, PauseState
from tests.practices.pause_desk import Desk, open_desk

PUNCTUAL = timedelta(seconds=60)
# Longer than any pause can still take, whatever has happened to it.
AT_LAST = timedelta(days=3)

people = st.sampled_from(["ann", "ben"])
endings = st.sampled_from([pause_return.here, pause_return.here, pause_return.talking, pause_return.rest])
small = st.sampled_from([0.5, 1, 1.9, 4, 5, 9, 14.5, 20, 21, 31])


class TwoAndTheirPauses(RuleBasedStateMachine):
    """Ann, Ben, the clock, Telegram and the bot, each of which may do anything at any moment."""

    @initialize(group=st.booleans())
    def begin(self, group: bool) -> None:
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.desk: Desk = self.run(self.stack.enter_async_context(open_desk("sqlite+aiosqlite:///:memory:")))
        self.run(self.desk.pair(group=group))
        # Every return time that was promised, by pause and commitment.
        self.promised: dict[tuple[int, int], datetime] = {}

    def run(self, awaitable: Any) -> Any:
        async def awaited() -> Any:
            return await awaitable

        return self.runner.run(awaited())

    def teardown(self) -> None:
        if not hasattr(self, "desk"):
            return
        try:
            self.run(self.come_to_an_end())
        finally:
            self.run(self.stack.aclose())
            self.runner.close()

    def act(self, who: str, do: Callable[..., Awaitable[None]], *args: Any, **kwargs: Any) -> None:
        self.run(self.desk.act(getattr(self.desk, who), do, *args, **kwargs))
        self.run(self.settle())

    async def settle(self) -> None:
        await self.desk.deliver()
        await self.desk.fire()

    def any_pause(self, old: bool) -> Pause | None:
        """The newest pause, or the one before it."""
        pauses: list[Pause] = self.run(self.desk.pauses())
        return (pauses[-2] if old and len(pauses) > 1 else pauses[-1]) if pauses else None

    # What people do

    @rule(who=people, length=st.sampled_from([20, 20, 45, 60, 24 * 60]), typed=st.booleans())
    def call(self, who: str, length: int, typed: bool) -> None:
        self.act(who, pause.call, timedelta(minutes=length), by_message=typed)

    @rule(who=people, old=st.booleans())
    def undo(self, who: str, old: bool) -> None:
        if (found := self.any_pause(old)) is not None:
            self.act(who, pause.undo, found.id)

    @rule(who=people, do=endings, old=st.booleans())
    def come_back(self, who: str, do: Callable[..., Awaitable[None]], old: bool) -> None:
        if (found := self.any_pause(old)) is not None:
            self.act(who, do, found.id)

    @rule(
        who=people,
        stale=st.sampled_from([0, 0, 0, 1]),
        minutes=st.sampled_from([20, 40, 60, 45, 1]),
        from_now=st.booleans(),
        old=st.booleans(),
    )
    def take_longer(self, who: str, stale: int, minutes: int, from_now: bool, old: bool) -> None:
        if (found := self.any_pause(old)) is not None:
            commitment = found.commitment - stale
            self.act(who, pause.change_time, found.id, commitment, minutes, from_now=from_now)

    # What time and networks do

    @rule(minutes=small)
    def time_passes(self, minutes: float) -> None:
        self.run(self.desk.pass_time(minutes=minutes))

    @rule(hours=st.sampled_from([1, 8, 20]))
    def hours_pass(self, hours: int) -> None:
        self.run(self.desk.pass_time(hours=hours))

    @rule(seconds=st.sampled_from([1, 30, 90]))
    def the_clock_steps_back(self, seconds: int) -> None:
        self.desk.now -= timedelta(seconds=seconds)
        self.run(self.settle())

    @rule(minutes=st.sampled_from([0.5, 3, 22, 55, 60 * 9, 60 * 50]))
    def the_bot_is_out(self, minutes: float) -> None:
        self.run(self.desk.be_out(minutes=minutes))

    @precondition(lambda self: self.desk.telegram_is_up)
    @rule()
    def telegram_goes(self) -> None:
        self.desk.telegram_is_up = False

    @precondition(lambda self: not self.desk.telegram_is_up)
    @rule()
    def telegram_comes_back(self) -> None:
        self.desk.telegram_is_up = True
        self.run(self.settle())

    # What always holds

    @invariant()
    def at_most_one_is_not_closed_and_each_has_one_future_step(self) -> None:
        if not hasattr(self, "desk"):
            return
        pauses: list[Pause] = self.run(self.desk.pauses())
        going_on = [one for one in pauses if one.state != PauseState.CLOSED]
        assert len(going_on) <= 1
        timers = self.run(self.desk.timers())
        assert [timer.subject_id for timer in timers] == [one.id for one in going_on]
        assert all(timer.due_at > self.desk.now for timer in timers)
        for one in going_on:
            self.promised[one.id, one.commitment] = one.return_at

    @invariant()
    def no_return_is_said_twice_in_a_chat(self) -> None:
        if hasattr(self, "desk"):
            said = Counter((one.chat, one.panel, one.screen, one.text) for one in self.new_returns())
            assert not [times for times in said.values() if times > 1]

    def new_returns(self) -> list[Any]:
        screens = ("return", "outage")
        return [one for one in self.desk.shown if one.method == "sendMessage" and one.screen in screens]

    async def come_to_an_end(self) -> None:
        """Everything is up again and nobody does anything more."""
        self.desk.telegram_is_up = True
        await self.settle()
        await self.desk.pass_time(seconds=AT_LAST.total_seconds())
        pauses = {one.id: one for one in await self.desk.pauses()}
        assert {one.state for one in pauses.values()} <= {PauseState.CLOSED}
        assert await self.desk.timers() == []
        for one in pauses.values():
            self.check_promise(one)

    def check_promise(self, one: Pause) -> None:
        """The last time that it promised was kept in time, or said to be missed, unless people ended it."""
        said = [shown for shown in self.new_returns() if shown.panel == f"pause:{one.id}"]
        if one.outcome == Outcome.FADED:
            assert one.return_said_at is not None
            assert one.return_missed == (one.return_said_at > one.return_at + PUNCTUAL)
            last = {shown.chat: shown.screen for shown in said}
            assert set(last.values()) == {"outage" if one.return_missed else "return"}
        for shown in said:
            assert not shown.silent
            times = [at for (pause_id, _), at in self.promised.items() if pause_id == one.id]
            if shown.screen == "return":
                # Up to a small step back of the clock.
                assert any(abs(shown.at - at) <= PUNCTUAL + timedelta(seconds=180) for at in times)


TestAnyInterleaving = TwoAndTheirPauses.TestCase
TestAnyInterleaving.settings = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
