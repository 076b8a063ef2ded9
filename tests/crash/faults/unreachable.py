"""The database's server is out of reach at the return time: refused, or silent."""

from tests.crash.faults.stage import Result, Stage, seconds


async def refused(stage: Stage) -> Result:
    """Every connection ends, and none is taken: it was stopped, or is being started anew."""
    await stage.call()
    assert stage.database is not None
    await stage.database.cut()
    await _meanwhile(stage)
    await stage.database.mend()
    return await _over(stage)


async def silent(stage: Stage) -> Result:
    """Connections stand, and nothing comes through them; then they are no more."""
    await stage.call()
    assert stage.database is not None
    stage.database.hush()
    await _meanwhile(stage)
    stage.database.drop()
    await stage.database.mend()
    return await _over(stage)


async def _meanwhile(stage: Stage) -> None:
    """Longer than a lease holds, so that there is none any more when it is back."""
    await stage.rig.move_to(stage.last_return)
    stage.ask()
    await stage.wait(stage.length(1.5 * stage.rig.holds, 60.0) + stage.rng.random())


async def _over(stage: Stage) -> Result:
    await stage.told(seconds())
    await stage.come_back()
    return stage.result
