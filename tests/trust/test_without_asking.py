"""Leaving, muting, a copy and being forgotten are everybody's own: the other need not even be there."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import playground
from scheduler.clock import MovableClock
from tests.end_to_end.hands import couples, is_known, rows
from tests.end_to_end.rig import START, Rig


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """They are a couple; then Ben blocks the bot, and never does anything again."""
    clock = MovableClock(START)
    play = await playground.start(clock, seeded=False)
    rig = Rig(play, clock, tmp_path / "data")
    await rig.start_bot()
    await rig.pair_in_group()
    await rig.move(minutes=1)
    rig.world.block(rig.ben)
    await rig.quiet()
    yield rig
    await rig.stop_bot()
    await play.stop()
    rig.onlooker.close()


async def test_nothing_that_is_ones_own_waits_for_the_other(rig: Rig) -> None:
    own = rig.private(rig.ann)
    bens = rig.texts(rig.ben), rig.texts(rig.ben, rig.together)
    # Muted: quiet hours of her own, and what asks the two.
    await rig.say(rig.ann, own, "/settings")
    await rig.tap(rig.ann, own, "settings:zone")
    await rig.say(rig.ann, own, "Berlin")
    await rig.tap(rig.ann, own, "✅")
    await rig.tap(rig.ann, own, "settings:quiet")
    await rig.tap(rig.ann, own, "settings:from")
    await rig.tap(rig.ann, own, "settings:set:from:1200")
    ((since,),) = rows(rig, "SELECT quiet_from FROM persons WHERE telegram_id = ?", rig.ann.id)
    assert since == 1200
    # A copy.
    await rig.say(rig.ann, own, "/export")
    assert any("document" in message.raw for message in rig.world.messages(own, rig.ann))
    await rig.move(minutes=1)
    assert (rig.texts(rig.ben), rig.texts(rig.ben, rig.together)) == bens
    # Left.
    await rig.say(rig.ann, own, "/unpair")
    assert await rig.tap(rig.ann, own, ":yes") == "Done."
    assert couples(rig) == 0
    # Forgotten.
    await rig.say(rig.ann, own, "/forget")
    assert await rig.tap(rig.ann, own, ":yes") == "Forgotten."
    assert not is_known(rig, rig.ann)


async def test_the_rhythm_of_the_two_is_declined_by_one_alone(rig: Rig) -> None:
    await rig.tap(rig.ann, rig.together, ":no")
    await rig.move(days=3)
    assert rows(rig, "SELECT id FROM check_ins") == []


async def test_one_is_forgotten_from_amid_a_couple_and_a_pause(rig: Rig) -> None:
    own = rig.private(rig.ann)
    await rig.tap(rig.ann, rig.together, "pause:new")
    await rig.say(rig.ann, own, "/forget")
    assert await rig.tap(rig.ann, own, ":yes") == "Forgotten."
    assert couples(rig) == 0
    assert not is_known(rig, rig.ann)
