"""POST /play/act: what the page asks a person to do, by name."""

from __future__ import annotations

from collections.abc import Callable

from playground.errors import WorldError
from playground.model import Json, Message
from playground.world import World

Act = Callable[[World, int, Json], Json]


def act(world: World, body: Json) -> Json:
    """Do one thing; returns what it made. WorldError is one sentence for the page."""
    wanted = ACTS.get(str(body.get("do")))
    if wanted is None:
        raise WorldError(f"There is no act {body.get('do')!r}; there are {', '.join(ACTS)}.")
    person = number(body, "person")
    world.store.person(person)
    return {"ok": True, **wanted(world, person, body)}


def number(body: Json, name: str) -> int:
    """A whole number out of a body, also one written as a text."""
    try:
        return int(body[name])
    except (KeyError, TypeError, ValueError) as error:
        raise WorldError(f"The act needs a number {name!r}.") from error


def text(body: Json, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise WorldError(f"The act needs a text {name!r}.")
    return value


def _optional(body: Json, name: str) -> int | None:
    return None if body.get(name) is None else number(body, name)


def _members(body: Json) -> list[int]:
    members = body.get("members")
    if not isinstance(members, list) or not all(isinstance(one, int) for one in members):
        raise WorldError("The act needs a list of person ids 'members'.")
    return members


def _named(world: World, name: str) -> int:
    """The person of this name; somebody new, if there is none."""
    known = [person.id for person in world.store.people.values() if person.name == name]
    return known[0] if known else world.add_person(name).id


def _sent(message: Message | None) -> Json:
    return {} if message is None else {"chat": message.chat_id, "message_id": message.id}


def _say(world: World, person: int, body: Json) -> Json:
    return _sent(world.say(person, number(body, "chat"), text(body, "text"), _optional(body, "reply_to")))


def _tap(world: World, person: int, body: Json) -> Json:
    callback = world.tap(person, number(body, "chat"), number(body, "message_id"), text(body, "data"))
    return {"callback_id": callback}


def _key(world: World, person: int, body: Json) -> Json:
    return _sent(world.key(person, number(body, "chat"), text(body, "text")))


def _start(world: World, person: int, body: Json) -> Json:
    return _sent(world.start(person, body.get("payload") or None))


def _open_link(world: World, person: int, body: Json) -> Json:
    return _sent(world.open_link(person, text(body, "url"), _optional(body, "chat")))


def _add_bot(world: World, person: int, body: Json) -> Json:
    return _sent(world.add_bot(number(body, "chat"), person))


def _add_person(world: World, person: int, body: Json) -> Json:
    chat = number(body, "chat")
    added = [_named(world, text(body, "name"))] if body.get("name") else _members(body)
    for one in added:
        world.add_member(chat, one, person)
    return {"added": added}


def _remove_person(world: World, person: int, body: Json) -> Json:
    chat = number(body, "chat")
    inside = [one.id for one in world.members(chat) if one.name == body.get("name")]
    for one in inside if body.get("name") else _members(body):
        world.remove_member(chat, one, person)
    return {}


def _leave(world: World, person: int, body: Json) -> Json:
    world.leave(person, number(body, "chat"))
    return {}


def _remove_bot(world: World, person: int, body: Json) -> Json:
    world.remove_bot(number(body, "chat"), person)
    return {}


def _block(world: World, person: int, _body: Json) -> Json:
    world.block(person)
    return {}


def _unblock(world: World, person: int, _body: Json) -> Json:
    world.unblock(person)
    return {}


def _promote(world: World, _person: int, body: Json) -> Json:
    world.promote_bot(number(body, "chat"))
    return {}


def _demote(world: World, _person: int, body: Json) -> Json:
    world.demote_bot(number(body, "chat"))
    return {}


def _upgrade(world: World, _person: int, body: Json) -> Json:
    return {"chat": world.upgrade(number(body, "chat"))}


def _make_group(world: World, person: int, body: Json) -> Json:
    others = [one for one in _members(body) if one != person] if "members" in body else []
    return {"chat": world.make_group(text(body, "title"), [person, *others])}


def _delete(world: World, person: int, body: Json) -> Json:
    world.delete(person, number(body, "chat"), number(body, "message_id"))
    return {}


ACTS: dict[str, Act] = {
    "say": _say,
    "tap": _tap,
    "key": _key,
    "start": _start,
    "open_link": _open_link,
    "add_bot": _add_bot,
    "add_person": _add_person,
    "remove_person": _remove_person,
    "leave": _leave,
    "remove_bot": _remove_bot,
    "block": _block,
    "unblock": _unblock,
    "promote": _promote,
    "demote": _demote,
    "upgrade": _upgrade,
    "make_group": _make_group,
    "delete": _delete,
}
