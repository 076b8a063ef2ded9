"""Moves the clock as time passes: through the instants in between, so that whoever lives by it acts on time.

In one leap a promised hour would lie in the past when the bot hears of it, as after an outage.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from playground.store import BOT_ID, Store

MINUTE = timedelta(minutes=1)
BY_MINUTES = timedelta(minutes=30)  # this far minute by minute, then in larger strides
STRIDES = 24
# A bot has something to do at the hours that it named, and shortly before and after them.
AROUND = tuple(timedelta(minutes=minutes) for minutes in (-5, 0, 10, 30))
A_MOMENT = 0.05  # real seconds for the bot to begin with what is due
AT_A_PROMISE = 1.0  # the same, at an hour that it named
AT_WORK = 3.0  # real seconds that it may go on without a break


async def walk(store: Store, delta: timedelta) -> None:
    """Move the store's clock by `delta` (not negative); returns when it is there and the bot has rested."""
    end = store.now() + delta
    promised = _promised(store)
    for stop in _stops(store.now(), end, promised):
        if stop > store.now():
            store.clock.advance(stop - store.now())
            store.bus.changed()
            await _let_act(store, AT_A_PROMISE if stop in promised else A_MOMENT)


def _promised(store: Store) -> set[datetime]:
    """The instants that the bot's messages name, as far as they can be seen."""
    return {
        datetime.fromtimestamp(entity["unix_time"], UTC)
        for chat in store.chats.values()
        for message in chat.messages.values()
        if message.by == BOT_ID and not message.deleted
        for entity in message.raw.get("entities", [])
        if entity["type"] == "date_time"
    }


def _stops(now: datetime, end: datetime, promised: set[datetime]) -> list[datetime]:
    """Where the clock halts between now and the end, in order, the end included."""
    minutes = min(BY_MINUTES, end - now) // MINUTE
    stride = max((end - now) / STRIDES, MINUTE)
    stops = {now + MINUTE * n for n in range(1, minutes + 1)} | {now + stride * n for n in range(STRIDES + 1)}
    stops |= {at + around for at in promised for around in AROUND}
    return [*sorted(stop for stop in stops if now < stop < end), end]


async def _let_act(store: Store, patience: float) -> None:
    """Wait until the bot calls or patience ends, and then until nothing happens for a moment."""
    loop = asyncio.get_running_loop()
    called, begun = _calls(store), loop.time()
    while _calls(store) == called and (left := begun + patience - loop.time()) > 0:
        await store.bus.wait(store.bus.version, left)
    while _calls(store) > called and loop.time() < begun + AT_WORK:
        called = _calls(store)
        await store.bus.wait(store.bus.version, A_MOMENT)


def _calls(store: Store) -> int:
    return sum(1 for call in store.calls if call.method != "getUpdates")
