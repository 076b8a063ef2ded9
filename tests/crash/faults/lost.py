"""Telegram does what it is asked, and its reply is lost on the way."""

from tests.crash.faults.stage import Result, Stage

METHODS = ("getUpdates", "editMessageText", "deleteMessage", "answerCallbackQuery", "editMessageReplyMarkup")


async def lost(stage: Stage) -> Result:
    """A round in which two messages to each group and some calls of every other kind are not heard of."""
    faults = stage.rig.town.faults
    for two in stage.twos:
        for _ in range(2):
            stage.losses.append(faults.add("lost_reply", "sendMessage", chat=two.chat))
    for method in METHODS:
        faults.add("lost_reply", method, times=2)
    await stage.live()
    faults.clear()
    return stage.result
