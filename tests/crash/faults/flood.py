"""Telegram says that we send too much: all of it at the return time, then now and again."""

from tests.crash.faults.stage import Result, Stage, seconds


async def storm(stage: Stage) -> Result:
    """Every message is refused for some seconds, each time for two more; later every third."""
    faults = stage.rig.town.faults
    await stage.call()
    faults.add("429", "sendMessage", times=1_000_000, retry_after=2)
    await stage.rig.move_to(stage.last_return)
    await stage.wait(stage.length(2.0, 60.0) + stage.rng.random())
    faults.clear()
    # Up it is when the time that it asked for is over.
    await stage.told(seconds() + 2)
    await stage.come_back()
    for _ in range(6):
        faults.add("429", "*", times=stage.rng.randint(1, 2), retry_after=1)
        faults.add("slow", "*", times=stage.rng.randint(1, 4), seconds=0)
    await stage.live()
    return stage.result
