"""Another program polls with the same token, as after a move: each ends the other's polls."""

import asyncio

import aiohttp

from tests.crash.faults.stage import Result, Stage, seconds


async def two_pollers(stage: Stage) -> Result:
    """The return comes in time, and what people do meanwhile is heard."""
    await stage.call()
    before = _refused(stage)
    rival = asyncio.create_task(_poll(stage))
    await stage.rig.until(lambda: _refused(stage) > before)
    await stage.rig.move_to(stage.last_return)
    await stage.told(seconds())
    stage.ask()
    await stage.rig.heard()
    await stage.wait(stage.length(0.0, 60.0))
    rival.cancel()
    await asyncio.gather(rival, return_exceptions=True)
    await stage.come_back()
    return stage.result


async def _poll(stage: Stage) -> None:
    """Confirms nothing: what it did, our bot would never hear of."""
    url = f"http://127.0.0.1:{stage.telegram.far_port}/bot{stage.rig.town.token}/getUpdates"
    async with aiohttp.ClientSession() as session:
        while True:
            async with session.post(url, json={"timeout": 10, "offset": 0}) as answer:
                await answer.read()
            await stage.rig.heard()


def _refused(stage: Stage) -> int:
    return sum("other getUpdates" in str(call.error) for call in stage.rig.calls)
