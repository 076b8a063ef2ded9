"""The machine's clock is not what it was: it is set, or the laptop was asleep. Nobody tells the bot."""

from datetime import timedelta

from tests.crash.faults.stage import Result, Stage, seconds

MINUTE = timedelta(minutes=1)


async def steps(stage: Stage) -> Result:
    """Back amid the pause, forward past the return time, and back behind it once more."""
    await stage.call()
    back = stage.last_return
    stage.move_silently(back - 90 * MINUTE)
    stage.ask()
    await stage.wait(1.0)
    stage.move_silently(back + 30 * timedelta(seconds=1))
    await stage.told(seconds())
    stage.move_silently(back - 40 * MINUTE)
    stage.ask()
    await stage.wait(1.0)
    await stage.rig.heard()
    await stage.come_back()
    return stage.result


async def asleep(stage: Stage) -> Result:
    """Through the return time and for hours after it; at the end its connections are no more."""
    await stage.call()
    await stage.telegram.cut()
    stage.move_silently(stage.last_return + 100 * MINUTE)
    await stage.telegram.mend()
    await stage.told(seconds())
    stage.ask()
    await stage.come_back()
    return stage.result
