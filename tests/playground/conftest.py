from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
import telegram

import playground as play
from tests.playground.hands import Api, HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def playground(clock: HandClock) -> AsyncIterator[play.Playground]:
    running = await play.start(clock, seeded=False)
    yield running
    await running.stop()


@pytest.fixture
def world(playground: play.Playground) -> play.World:
    return playground.world


@pytest.fixture
def ann(world: play.World) -> play.Person:
    return world.add_person("Ann", zone="Europe/Berlin")


@pytest.fixture
def ben(world: play.World) -> play.Person:
    return world.add_person("Ben", zone="America/New_York")


@pytest.fixture
def group(world: play.World, ann: play.Person, ben: play.Person) -> int:
    """Ann's and Ben's group, the bot in it but silent so far."""
    chat = world.make_group("Ann & Ben", [ann, ben])
    world.add_bot(chat, ann)
    world.store.updates.drop()
    return chat


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
def api(session: aiohttp.ClientSession, playground: play.Playground) -> Api:
    return Api(session, playground.api_root, playground.token)


@pytest.fixture
async def bot(playground: play.Playground) -> AsyncIterator[telegram.Bot]:
    """The real client, over the real network stack."""
    async with telegram.Bot(playground.token, base_url=f"{playground.api_root}/bot") as one:
        yield one
