"""Telegram does what it is asked, and answers late; at length also later than the bot waits."""

from tests.crash.faults.stage import Result, Stage

# Longer than the bot waits for a reply.
TOO_LATE = 11.0


async def slow(stage: Stage) -> Result:
    """A round in which every call takes its time."""
    faults = stage.rig.town.faults
    if stage.at_length:
        for two in stage.twos:
            stage.losses.append(faults.add("slow", "sendMessage", chat=two.chat, seconds=TOO_LATE))
    for _ in range(30):
        faults.add("slow", seconds=stage.length(0.6, 3.0) * stage.rng.random())
    await stage.live()
    faults.clear()
    return stage.result
