"""Internal events: what the deliverer learnt comes back as a turn like any other."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from practices import export, groups, reach, sharing
from practices.turn import Turn


async def _shown(turn: Turn, event: Mapping[str, Any]) -> None:
    if event["screen"].startswith("export."):
        await export.sent(turn, event["screen"], int(event["chat_id"]), int(event["message_id"]))
    else:
        at = datetime.fromisoformat(event["at"])
        await reach.shown(turn, event["key"], event["screen"], at, event.get("commitment"))


async def _gone(turn: Turn, event: Mapping[str, Any]) -> None:
    await reach.gone(turn, int(event["chat_id"]))
    if event.get("kind") == "panel":
        await sharing.not_delivered(turn, event["name"])


async def _migrated(turn: Turn, event: Mapping[str, Any]) -> None:
    await groups.moved(turn, int(event["old"]), int(event["new"]))


async def _result(turn: Turn, event: Mapping[str, Any]) -> None:
    kind, _, subject = str(event["address"]).partition(":")
    if event["method"] == "getChatMemberCount" and kind == "group":
        await groups.counted(turn, int(subject), int(event["result"]))


EVENTS = {
    "shown": _shown,
    "gone": _gone,
    "migrated": _migrated,
    "result": _result,
    "export": export.went_on,
}
