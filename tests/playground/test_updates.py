from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
import telegram

import playground as play
from playground import Person, World
from playground.bus import Bus
from playground.errors import OTHER_POLLER
from tests.playground.hands import Api, HandClock


async def test_an_update_stays_until_a_poll_asks_for_the_next_one(
    world: World, ann: Person, api: Api
) -> None:
    world.start(ann)
    first = (await api("getUpdates")).result
    assert (await api("getUpdates")).result == first
    assert (await api("getUpdates", offset=first[0]["update_id"] + 1)).result == []
    assert (await api("getUpdates")).result == []


async def test_a_press_is_forgotten_after_150_seconds_and_a_message_after_a_day(
    world: World, clock: HandClock, ann: Person, api: Api
) -> None:
    world.start(ann)
    sent = await api(
        "sendMessage",
        chat_id=ann.id,
        text="?",
        reply_markup={"inline_keyboard": [[{"text": "yes", "callback_data": "y"}]]},
    )
    world.tap(ann, ann.id, sent.result["message_id"], "y")
    clock.advance(timedelta(seconds=149))
    assert await api.kinds() == ["message", "callback_query"]
    world.say(ann, ann.id, "one")
    world.tap(ann, ann.id, sent.result["message_id"], "y")
    clock.advance(timedelta(seconds=151))
    assert [list(update)[1] for update in world.pending()] == ["message", "message"]
    clock.advance(timedelta(hours=24))
    assert await api.updates() == []


async def test_a_waiting_poll_answers_at_once_when_somebody_writes(
    world: World, ann: Person, api: Api
) -> None:
    poll = asyncio.create_task(api("getUpdates", timeout=50))
    await world.until(lambda: world.store.updates.polled)
    world.start(ann)
    async with asyncio.timeout(5):
        assert len((await poll).result) == 1


async def test_a_second_poller_cuts_off_the_first(world: World, ann: Person, api: Api) -> None:
    first = asyncio.create_task(api("getUpdates", timeout=50))
    await world.until(lambda: world.store.updates.polled)
    second = asyncio.create_task(api("getUpdates", timeout=50))
    async with asyncio.timeout(5):
        assert (await first).error == (
            409,
            f"Conflict: {OTHER_POLLER}",
        )
        world.start(ann)
        assert len((await second).result) == 1


async def test_a_poller_that_died_is_no_conflict(
    playground: play.Playground, world: World, ann: Person, api: Api
) -> None:
    dead = asyncio.create_task(api("getUpdates", timeout=50))
    await world.until(lambda: world.store.updates.polled)
    dead.cancel()
    with pytest.raises(asyncio.CancelledError):
        await dead
    await api("getMe")
    world.start(ann)
    assert len((await api("getUpdates", timeout=50)).result) == 1
    assert {call.error for call in playground.calls} == {None}


async def test_polling_is_refused_while_a_webhook_is_set(bot: telegram.Bot) -> None:
    await bot.set_webhook("https://bot.example/hook")
    assert (await bot.get_webhook_info()).url == "https://bot.example/hook"
    with pytest.raises(telegram.error.Conflict, match="while webhook is active"):
        await bot.get_updates()
    assert await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_at_most_as_many_updates_come_as_were_asked_for(world: World, ann: Person, api: Api) -> None:
    for number in range(105):
        world.say(ann, ann.id, str(number))
    assert len((await api("getUpdates", limit=3)).result) == 3
    assert len((await api("getUpdates")).result) == 100
    latest = (await api("getUpdates", offset=-2)).result
    assert [update["message"]["text"] for update in latest] == ["103", "104"]
    assert len(world.pending()) == 2


async def test_allowed_updates_are_remembered_but_queued_ones_still_come(
    world: World, ann: Person, api: Api
) -> None:
    world.start(ann)
    assert await api.kinds() == ["message"]
    world.say(ann, ann.id, "queued before")
    assert len((await api("getUpdates", allowed_updates=["callback_query"], offset=api.offset)).result) == 1
    world.say(ann, ann.id, "not asked for")
    assert len(world.pending()) == 1
    await api("getUpdates", allowed_updates=[])
    world.say(ann, ann.id, "asked for again")
    assert len(world.pending()) == 2


async def test_dropping_pending_updates_discards_them(world: World, ann: Person, bot: telegram.Bot) -> None:
    world.start(ann)
    assert await bot.delete_webhook()
    assert len(world.pending()) == 1
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert world.pending() == []


async def test_after_a_silent_week_ids_jump_and_the_old_offset_loses_nothing(
    world: World, clock: HandClock, ann: Person, api: Api
) -> None:
    world.start(ann)
    before = (await api.updates())[-1]["update_id"]
    clock.advance(timedelta(days=8))
    world.say(ann, ann.id, "back")
    after = await api.updates()
    assert [update["message"]["text"] for update in after] == ["back"]
    assert abs(after[0]["update_id"] - before) > 1


async def test_an_update_shows_the_message_as_it_was_when_it_came(
    world: World, ann: Person, api: Api
) -> None:
    said = world.say(ann, ann.id, "first words")
    world.edit(ann, ann.id, said.id, "second words")
    updates = await api.updates()
    assert updates[0]["message"]["text"] == "first words"
    assert updates[1]["edited_message"]["text"] == "second words"
    assert updates[1]["edited_message"]["edit_date"] == world.store.unix()


async def test_whoever_waits_on_the_bus_wakes_at_the_next_change() -> None:
    bus = Bus()

    async def change() -> None:
        bus.changed()

    async with asyncio.timeout(5):
        seen, _ = await asyncio.gather(bus.wait(bus.version, 60), change())
        assert seen == bus.version
        assert await bus.wait(0, 60) == bus.version


async def test_what_is_slipped_in_stands_in_its_place_as_it_is(world: World, ann: Person, api: Api) -> None:
    first = world.say(ann, ann.id, "before").raw
    telepathy = world.slip_in({"telepathy": {"by": ann.id}})
    world.slip_in(None)
    world.slip_in({"update_id": None, "message": 5})
    own = world.slip_in({"update_id": "?"})
    last = world.say(ann, ann.id, "after").raw
    polled = (await api("getUpdates")).result
    assert polled[1:-1] == [
        {"update_id": telepathy, "telepathy": {"by": ann.id}},
        None,
        {"message": 5},
        {"update_id": "?"},
    ]
    assert [polled[0]["message"], polled[-1]["message"]] == [first, last]
    assert polled[-1]["update_id"] == own + 1
    assert (await api("getUpdates", offset=own + 1)).result == polled[-1:]
