"""The process is frozen amid sending, sleeps through the return time, and comes back."""

import signal
from datetime import timedelta

from tests.crash.faults.stage import Result, Stage, seconds


async def frozen(stage: Stage) -> Result:
    """What it was sending is of unknown outcome; everything else comes once."""
    rig = stage.rig
    await stage.call()
    back, before = stage.last_return, rig.count("sendMessage")
    rig.town.faults.add("slow", "sendMessage", times=3, seconds=0.5)
    await rig.move_to(back - timedelta(minutes=5))
    await rig.until(lambda: rig.count("sendMessage") > before)
    rig.processes[-1].signal(signal.SIGSTOP)
    stage.lost(*stage.chats)
    stage.move_silently(back)
    stage.ask()
    await stage.wait(stage.length(1.5, 30.0))
    rig.processes[-1].signal(signal.SIGCONT)
    await stage.told(seconds())
    await stage.come_back()
    return stage.result
