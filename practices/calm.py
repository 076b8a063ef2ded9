"""Calm me: for one person alone, in private. The partner learns nothing of it."""

from datetime import timedelta
from typing import Any

from practices import pages
from practices.pages import Spot
from practices.pause_party import party_of
from practices.turn import Person, Turn, to_person
from storage.comforts import LONGEST, MOST

# The first word of what is expected while a typed thing goes onto the list; the pause follows it.
ASKED = "comfort"
_ASKED_FOR = timedelta(minutes=10)
_FILMS = frozenset({"breathe"})
_OWN_WORDS = frozenset({"list", "remove", "add"})


async def begin(turn: Turn, person: Person, pause_id: int = 0, spot: Spot | None = None) -> None:
    """Where it begins, opened from a pause (0: from none). Without an open private chat, the way there."""
    if pause_id and not await is_theirs(turn, person, pause_id):
        turn.reply("not-yours", alert=True)
        return
    if not person.private_open:
        turn.reply("okay", start=f"calm-{pause_id}")
        return
    if turn.origin != to_person(person.id):
        turn.reply("calm-sent")
    _ask_nothing(turn, person)
    about: dict[str, Any] = {"id": pause_id} if pause_id else {}
    await pages.show(turn, person, "calm.home", spot, pause=pause_id, reader=person.id, **about)


async def begin_unasked(turn: Turn, person: Person) -> None:
    """/calm: from the pause that is on, if there is one."""
    couple = await turn.work.couples.of(person.id)
    on = await turn.work.pauses.open_of_couple(couple.id) if couple is not None else None
    on = on or await turn.work.pauses.open_alone(person.id)
    await begin(turn, person, on.id if on is not None else 0)


async def is_theirs(turn: Turn, person: Person, pause_id: int) -> bool:
    """Whether the person has a part in this pause, which may be over."""
    pause = await turn.work.pauses.get(pause_id)
    return pause is not None and await party_of(turn, pause, person) is not None


async def page(turn: Turn, person: Person, pause_id: int, name: str, spot: Spot | None) -> None:
    """One of the pages behind it, by the name of its screen."""
    _ask_nothing(turn, person)
    own: dict[str, Any] = {"id": person.id} if name in _OWN_WORDS else {}
    await pages.show(turn, person, f"calm.{name}", spot, film=name in _FILMS, pause=pause_id, **own)


async def scan(turn: Turn, person: Person, pause_id: int, step: int, spot: Spot | None) -> None:
    """One of the ten places of the body scan, counted from 1."""
    _ask_nothing(turn, person)
    await pages.show(turn, person, "calm.scan", spot, pause=pause_id, step=step)


async def ask(turn: Turn, person: Person, pause_id: int, spot: Spot | None) -> None:
    """The next words that the person types go onto their list."""
    if len(await turn.work.comforts.all_of(person.id)) >= MOST:
        turn.reply("calm-full")
        return
    turn.work.persons.expect(person, f"{ASKED}:{pause_id}", turn.now + _ASKED_FOR)
    await pages.show(turn, person, "calm.add", spot, pause=pause_id, id=person.id)


async def keep(turn: Turn, person: Person, text: str) -> None:
    """Words that were asked for: onto the list, unless there is no room or they are too many."""
    pause_id = int((person.expects or "").partition(":")[2] or 0)
    words = " ".join(text.split())
    if len(words) > LONGEST:
        turn.work.persons.expect(person, person.expects, turn.now + _ASKED_FOR)
        turn.say(to_person(person.id), "calm.too_long", pause=pause_id, id=person.id)
        return
    _ask_nothing(turn, person)
    listed = [item for _, item in await turn.work.comforts.all_of(person.id)]
    if len(listed) >= MOST:
        turn.say(to_person(person.id), "calm.full", pause=pause_id, id=person.id)
        return
    if words and words not in listed:
        await turn.work.comforts.add(person.id, words, turn.now)
    turn.say(to_person(person.id), "calm.list", pause=pause_id, id=person.id)


async def drop(turn: Turn, person: Person, pause_id: int, comfort_id: int, spot: Spot | None) -> None:
    """One thing goes from the person's own list."""
    await turn.work.comforts.remove(person.id, comfort_id)
    turn.reply("calm-gone")
    await page(turn, person, pause_id, "remove", spot)


def _ask_nothing(turn: Turn, person: Person) -> None:
    turn.work.persons.expect_no_more(person, ASKED)
