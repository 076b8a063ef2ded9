"""Telegram is out at the return time and for an hour after it: refused, silent, failing, from the start."""

from datetime import timedelta

from tests.crash.faults.stage import Result, Stage, seconds

QUARTER = timedelta(minutes=15)
# The longest that the bot waits between two attempts at a pause's message.
LONGEST_WAIT = 3.0


async def refused(stage: Stage) -> Result:
    """Nobody answers at its address."""
    await stage.call()
    await stage.telegram.cut()
    await _away(stage)
    await stage.telegram.mend()
    return await _over(stage)


async def silent(stage: Stage) -> Result:
    """Connections stand, and nothing comes through them: calls run into their time limit."""
    await stage.call()
    stage.telegram.hush()
    # Whatever was on its way as the silence began, or ended, is of unknown outcome.
    stage.lost(*stage.chats)
    await _away(stage)
    await stage.telegram.mend()
    return await _over(stage)


async def failing(stage: Stage) -> Result:
    """It answers every call with an error of its own."""
    await stage.call()
    stage.rig.town.faults.add("500", times=1_000_000)
    await _away(stage)
    stage.rig.town.faults.clear()
    return await _over(stage)


async def at_start(stage: Stage) -> Result:
    """The bot is started meanwhile: it waits for Telegram, and then keeps what it had promised."""
    await stage.call()
    await stage.rig.kill()
    await stage.telegram.cut()
    await stage.rig.start()
    await _away(stage)
    await stage.telegram.mend()
    return await _over(stage)


async def _away(stage: Stage) -> None:
    """An hour by the clock, at whose end the bot waits as long between its attempts as it ever does."""
    back = stage.last_return
    for quarters in range(5):
        await stage.rig.move_to(back + quarters * QUARTER)
        await stage.wait(stage.length(0.3, 15.0))
    await stage.wait(LONGEST_WAIT * stage.rng.random())


async def _over(stage: Stage) -> Result:
    await stage.told(seconds())
    await stage.come_back()
    return stage.result
