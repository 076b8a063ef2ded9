"""Amid a batch comes what nobody expects: of an unknown kind, with parts missing, huge, or no update."""

from collections.abc import Iterator
from typing import Any

from tests.crash.faults.stage import Result, Stage

AT_ONCE = 12
# What no text holds, and no column takes.
SPOILT = "\x00 \ud800"
NOBODYS_GROUP = -77


async def malformed(stage: Stage) -> Result:
    """Whatever stands before, between and after these has its turn, and polling goes on."""
    world, oddities = stage.rig.world, list(_oddities(stage))
    for start in range(0, len(oddities), AT_ONCE):
        stage.ask()
        for raw in oddities[start : start + AT_ONCE]:
            stage.ledger.doomed.add(world.slip_in(raw))
        stage.ask()
        await stage.rig.heard()
        # So that all this is taken for no flood.
        await stage.rig.move_to(stage.rig.clock.now() + stage.minute)
    await stage.live()
    return stage.result


def _oddities(stage: Stage) -> Iterator[Any]:
    stranger = stage.rig.world.add_person("Ann")
    person = {"id": stranger.id, "is_bot": False, "first_name": "Ann"}
    private = {"id": stranger.id, "type": "private", "first_name": "Ann"}
    group = {"id": NOBODYS_GROUP, "type": "group", "title": "Ann & Ben"}
    message = {"message_id": 1, "date": 1, "chat": private, "from": person, "text": "/help"}
    query = {"id": "1", "from": person, "chat_instance": "1", "data": "pause:7:here"}
    # Not even an update.
    yield from (None, 7, "update", [], {}, {"update_id": None}, {"update_id": None, "message": message})
    # Of kinds that nobody has heard of, or asked for.
    yield from ({"telepathy": {"from": person}}, {"poll": {"id": "1"}}, {"message": None}, {"message": 5})
    # With parts missing, or of another shape.
    for name in message:
        yield {"message": {key: value for key, value in message.items() if key != name}}
        yield {"message": {**message, name: [{}]}}
    yield {"message": {**message, "from": {"id": stranger.id}}}
    yield {"message": {**message, "chat": {"id": stranger.id}}}
    yield {"message": {**message, "entities": [{"type": "bot_command"}]}}
    yield {"message": {**message, "reply_to_message": {"from": {"id": stage.rig.world.store.bot.id}}}}
    yield {"message": {**message, "date": 10**18}}
    yield {"message": {"chat": group, "from": person, "new_chat_members": [{}]}}
    for name in query:
        yield {"callback_query": {key: value for key, value in query.items() if key != name}}
    yield {"callback_query": {**query, "message": {"chat": group, "message_id": 1, "date": 0}}}
    yield {"callback_query": {**query, "data": f"pause:{SPOILT}:here"}}
    yield {"callback_query": {**query, "data": "pause:" + "9" * 60}}
    yield {"my_chat_member": {"chat": group, "from": person, "new_chat_member": {}}}
    # Huge, and spoilt.
    yield {"message": {**message, "text": "/help " + "x" * 4_000_000}}
    yield {"message": {**message, "text": SPOILT, "from": {**person, "first_name": SPOILT}}}
