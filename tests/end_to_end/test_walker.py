"""Whatever can be pressed or said, in every state and both languages: answered, readable, kind."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from playground import Person
from tests.end_to_end.rig import Rig
from tests.end_to_end.walker import COMMANDS, Walker

# Ends the walk, or leads to where other walks go: pressed on purpose instead.
ENDS = (
    r"(unpair|forget):\d+:yes|settings:unpair|settings:set:language|"
    r"pause:new|:undo$|pause:for|pause:until|pause:late"
)
# The pause alone: the rest is walked through without one.
PAUSE = ENDS + r"|^(help|settings|zone|phrases|safety|invite|rhythm):"
PAUSE_ENDS = PAUSE + r"|:here$|:talking$|:rest$|:plus:|:in:|:at:"

DOORS = ("/help", "/settings", "/rhythm", "/calm", "/phrases", "/playbook", "/safety", "/start")


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """What is shown does not hang on the database: one will do."""
    return f"sqlite+aiosqlite:///{tmp_path}/data/backsoon.db"


@pytest.fixture(params=["en", "zh"])
def walker(rig: Rig, request: pytest.FixtureRequest) -> Walker:
    for person in (rig.ann, rig.ben):
        rig.world.settle(person, language=request.param)
    return Walker(rig, request.param)


async def _tell_zone(rig: Rig, person: Person) -> None:
    await rig.say(person, rig.private(person), "/settings")
    await rig.tap(person, rig.private(person), "settings:zone")
    await rig.say(person, rig.private(person), "Berlin")
    await rig.tap(person, rig.private(person), "✅")


async def _agree(rig: Rig) -> None:
    """No to the proposed times, and yes after all."""
    await rig.move(minutes=1)
    await rig.tap(rig.ben, rig.together, ":no")
    await _tell_zone(rig, rig.ben)
    await rig.say(rig.ben, rig.private(rig.ben), "/rhythm")
    await rig.tap(rig.ben, rig.private(rig.ben), "✅")


async def test_a_new_person_finds_an_answer_to_everything(walker: Walker, rig: Rig) -> None:
    await rig.start(rig.ann)
    for command in COMMANDS:
        await walker.command(rig.ann, command)
    await walker.walk(leave_out=ENDS + r"|:(yes|no|join)$", doors=DOORS)
    assert walker.faults == []
    assert {
        "settings:quiet",
        "calm:N:state",
        "zone:offset:N",
        "playbook:hear",
        "trial:begin:thanks",
    } <= walker.pressed


async def test_the_two_find_an_answer_to_everything(walker: Walker, rig: Rig) -> None:
    await rig.pair_in_group()
    await _agree(rig)
    for command in COMMANDS:
        await walker.command(rig.ben, command)
    await walker.walk(leave_out=ENDS, doors=(*DOORS, "/unpair"))
    assert walker.faults == []


async def _come_to(rig: Rig, start: datetime, minutes: float) -> None:
    rig.clock.move_to(start + timedelta(minutes=minutes))
    await rig.quiet()


async def test_every_button_of_a_pause_leads_somewhere(walker: Walker, rig: Rig) -> None:
    await rig.pair_in_group()
    await _tell_zone(rig, rig.ann)
    await _tell_zone(rig, rig.ben)
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.tap(rig.ann, rig.together, ":undo")
    await rig.tap(rig.ann, rig.together, "pause:new")
    start = rig.clock.now()
    await walker.walk(leave_out=PAUSE_ENDS)
    await _come_to(rig, start, 15)
    await walker.walk(leave_out=PAUSE_ENDS + "|calm:")
    await _come_to(rig, start, 20)
    await walker.walk(leave_out=PAUSE_ENDS + "|calm:", after_return=True)
    await rig.tap(rig.ann, rig.together, ":here")
    await _come_to(rig, start, 30)
    await walker.walk(leave_out=PAUSE_ENDS + "|calm:", after_return=True)
    await _come_to(rig, start, 50)
    await walker.walk(leave_out=PAUSE + r"|:rest$|:talking$|:here$|:\d+:(plus|in|at):", after_return=True)
    await rig.tap(rig.ben, rig.together, ":rest")
    assert walker.faults == []
    assert {"pause:N:tonight", "pause:N:times:today", "calm:N:breathe"} <= walker.pressed


async def test_every_button_of_a_pause_alone_leads_somewhere(walker: Walker, rig: Rig) -> None:
    await rig.start(rig.ann)
    await _tell_zone(rig, rig.ann)
    await rig.tap(rig.ann, rig.private(rig.ann), "pause:new")
    start = rig.clock.now()
    await walker.walk(leave_out=PAUSE_ENDS + "|calm:")
    await _come_to(rig, start, 20)
    await walker.walk(leave_out=PAUSE_ENDS + "|calm:", after_return=True)
    await _come_to(rig, start, 50)
    await walker.walk(leave_out=PAUSE_ENDS + "|calm:", after_return=True)
    await rig.tap(rig.ann, rig.private(rig.ann), ":rest")
    assert walker.faults == []
