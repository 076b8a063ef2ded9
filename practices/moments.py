"""Near misses and wins: logged in one tap, celebrated, and counted for the couple without a name."""

from datetime import timedelta

from practices import rhythm
from practices.couple import is_frozen
from practices.turn import Person, Turn, to_person
from storage.moments import MomentKind
from storage.reviews import LONGEST
from storage.tables import Moment

__all__ = ["ASKED", "MomentKind", "ask", "keep", "leave", "log", "own", "take_back", "tell"]

# The first word of what is expected while somebody writes a line; the moment's id follows it.
ASKED = "moment"
_ASKED_FOR = timedelta(minutes=30)
# Telegram repeats a press, and thumbs do: so soon it is the same one.
_SAME = timedelta(minutes=1)


async def log(turn: Turn, person: Person, kind: MomentKind) -> None:
    """One more, and it is celebrated in private. In a group nothing is said: nobody learns whose it is."""
    turn.reply("moment-near" if kind is MomentKind.NEAR else "moment-win")
    last = await turn.work.moments.newest(person.id, kind)
    if last is not None and turn.now - last.at < _SAME:
        return
    couple = await turn.work.couples.of(person.id)
    couple_id = couple.id if couple is not None else None
    if couple is not None:
        await rhythm.heard(turn, couple.id)
    moment = await turn.work.moments.add(person.id, couple_id, kind, turn.now)
    if person.private_open:
        turn.say(to_person(person.id), "moment.logged", id=moment.id)


async def ask(turn: Turn, person: Person, moment_id: int) -> None:
    """The next words that the person types are the line about it."""
    moment = await _own(turn, person, moment_id)
    if moment is None:
        return
    turn.reply("okay")
    turn.work.persons.expect(person, f"{ASKED}:{moment.id}", turn.now + _ASKED_FOR)
    turn.say(to_person(person.id), "moment.ask", id=moment.id)


async def leave(turn: Turn, person: Person, message_id: int | None) -> None:
    """No line after all: the question goes."""
    turn.work.persons.expect_no_more(person, ASKED)
    turn.reply("okay")
    if message_id is not None:
        turn.call(to_person(person.id), "deleteMessage", message_id=message_id)


async def keep(turn: Turn, person: Person, text: str) -> None:
    """The line that was asked for."""
    moment_id = int((person.expects or "").partition(":")[2] or 0)
    words = " ".join(text.split())
    if len(words) > LONGEST:
        turn.work.persons.expect(person, person.expects, turn.now + _ASKED_FOR)
        turn.say(to_person(person.id), "moment.too_long", id=moment_id)
        return
    turn.work.persons.expect(person, None)
    moment = await turn.work.moments.get(person.id, moment_id)
    if moment is None:
        turn.say(to_person(person.id), "common.unknown")
        return
    if await _stands_still(turn, moment):
        turn.say(to_person(person.id), "couple.frozen")
        return
    if moment.told_at is None:
        # What the partner was told stays as it was told.
        turn.work.moments.write(moment, words)
    turn.say(to_person(person.id), "moment.logged", id=moment.id)


async def take_back(turn: Turn, person: Person, moment_id: int, message_id: int | None) -> None:
    """It was none, or a slip of the thumb."""
    moment = await _own(turn, person, moment_id)
    if moment is None:
        return
    await turn.work.moments.remove(moment)
    turn.reply("moment-undone")
    if message_id is not None:
        turn.call(to_person(person.id), "deleteMessage", message_id=message_id)


async def tell(turn: Turn, person: Person, moment_id: int, message_id: int | None) -> None:
    """The partner is told of a win, in the words of the preview."""
    moment = await _own(turn, person, moment_id)
    if moment is None:
        return
    couple = await turn.work.couples.of(person.id)
    if moment.kind != MomentKind.WIN or couple is None or couple.id != moment.couple_id:
        turn.reply("old-button")
        return
    if moment.told_at is None and await rhythm.pause_is_on(turn, couple.id):
        turn.reply("moment-waits")
        return
    other_id = await turn.work.couples.other(couple.id, person.id)
    other = await turn.work.persons.get(other_id) if other_id is not None else None
    if other is None or not other.private_open:
        turn.reply("moment-unreachable", alert=True)
        return
    turn.reply("moment-told")
    if moment.told_at is None:
        moment.told_at = turn.now
        turn.say(to_person(other.id), "moment.told", for_=timedelta(days=1), id=moment.id)
    turn.say(to_person(person.id), "moment.logged", instead_of=message_id, id=moment.id)


async def own(turn: Turn, person: Person, *, instead_of: int | None = None) -> None:
    """Their own newest ones, with the lines that nobody else reads."""
    if not person.private_open:
        turn.reply("okay", start="moments")
        return
    turn.reply("okay")
    turn.say(to_person(person.id), "moments.own", instead_of=instead_of, id=person.id)


async def _own(turn: Turn, person: Person, moment_id: int) -> Moment | None:
    moment = await turn.work.moments.get(person.id, moment_id)
    if moment is None:
        turn.reply("old-button")
    elif await _stands_still(turn, moment):
        turn.reply("couple-over", alert=True)
        return None
    return moment


async def _stands_still(turn: Turn, moment: Moment) -> bool:
    """Whether it counts for a couple that is over."""
    return moment.couple_id is not None and await is_frozen(turn, moment.couple_id)
