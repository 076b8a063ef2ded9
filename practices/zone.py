"""A person's time zone: asked for, never guessed; kept at once, changed whenever they like."""

from collections.abc import Sequence
from datetime import timedelta

from practices import rhythm
from practices.turn import Person, Turn, to_person
from storage.lanes import Lane
from storage.local_time import zone_info

# For so long the next private text answers the question.
ASKED_FOR = timedelta(minutes=30)
# What `Person.expects` begins with while the question is open, and once it was answered.
ASKED = "zone"
_ANSWERED = "zoned"
# Behind it stands the zone that held before, in case the answer was wrong.
_BEFORE = "|"


async def ask(turn: Turn, person: Person, then: str | None = None, *, instead_of: int | None = None) -> None:
    """Ask in private what time it is where this person is.

    `then`: the callback data (≤ 64 bytes) of what they were about to do; "Yes" to the answer presses it.
    `instead_of`: the private message that the question replaces.
    """
    turn.work.persons.expect(person, f"{ASKED}:{then or ''}", turn.now + ASKED_FOR)
    if not person.private_open:
        turn.reply("okay", start="zone")
        return
    turn.reply("okay")
    turn.say(to_person(person.id), "zone.ask", instead_of=instead_of, id=person.id, then=then)


async def ask_again(turn: Turn, person: Person, *, instead_of: int | None = None) -> None:
    """The question once more, for whatever it was asked for before; an answer that was wrong is forgotten."""
    expected = turn.work.persons.expected(person, turn.now) or ""
    if expected.startswith(f"{_ANSWERED}:"):
        then = _then(turn, person)
        person.zone = expected.rpartition(_BEFORE)[2] or None
        await refresh(turn, person)
        await ask(turn, person, then, instead_of=instead_of)
        return
    await ask(turn, person, _then(turn, person), instead_of=instead_of)


async def answered(
    turn: Turn,
    person: Person,
    choices: Sequence[tuple[str, str]],
    *,
    sure: bool = True,
    instead_of: int | None = None,
) -> None:
    """The person named a place or a clock reading. `choices`: the zones it may mean, with their labels.

    One zone that is `sure` is kept; otherwise they choose; with none they are asked for another place.
    """
    zones = {zone for zone, _ in choices}
    if not zones:
        turn.say(to_person(person.id), "zone.unknown", id=person.id, then=_then(turn, person))
    elif len(zones) == 1 and sure:
        await keep(turn, person, choices[0][0], instead_of=instead_of)
    else:
        turn.reply("okay")
        turn.say(
            to_person(person.id),
            "zone.choose",
            instead_of=instead_of,
            id=person.id,
            then=_then(turn, person),
            choices=[list(choice) for choice in choices],
        )


async def keep(turn: Turn, person: Person, zone: str, *, instead_of: int | None = None) -> None:
    """The person lives in this zone (IANA name) from now on; they see what that means and may say no."""
    if zone_info(zone) is None:
        turn.reply("old-button")
        return
    then, before = _then(turn, person), person.zone
    answered_so = (turn.work.persons.expected(person, turn.now) or "").startswith(f"{_ANSWERED}:")
    if not (answered_so and before == zone):
        # A press that comes twice must not make this the zone that held before.
        expected = f"{_ANSWERED}:{then or ''}{_BEFORE}{before or ''}"
        turn.work.persons.expect(person, expected, turn.now + ASKED_FOR)
    person.zone = zone
    await refresh(turn, person)
    turn.reply("okay")
    turn.say(to_person(person.id), "zone.kept", instead_of=instead_of, id=person.id, then=then)
    if before != zone:
        await rhythm.speak_of_nights(turn, person)


async def right(turn: Turn, person: Person, *, instead_of: int | None = None) -> None:
    """Yes, that is the time."""
    turn.work.persons.expect(person, None)
    turn.reply("okay")
    turn.say(to_person(person.id), "zone.done", instead_of=instead_of, id=person.id)


async def leave(turn: Turn, person: Person, *, message_id: int | None) -> None:
    """Not now: the question goes, and no text answers it any more."""
    turn.work.persons.expect(person, None)
    turn.reply("okay")
    if message_id is not None:
        turn.call(to_person(person.id), "deleteMessage", message_id=message_id)


async def refresh(turn: Turn, person: Person) -> None:
    """What the bot has up for this person alone is drawn anew: their language or their hour has changed.

    What both read waits for its own next change, so that the other can't tell when a setting was changed.
    """
    await turn.work.flush()
    address = to_person(person.id)
    alone = await turn.work.pauses.open_alone(person.id)
    if alone is not None:
        turn.panel(address, f"pause:{alone.id}", lane=Lane.PAUSE)
    couple = await turn.work.couples.of(person.id)
    view = await turn.work.couples.view(couple.id) if couple is not None else None
    if couple is None or view is None or (view.just_two and view.chat_id is not None):
        return
    running = await turn.work.pauses.open_of_couple(couple.id)
    if running is not None and await turn.work.panels.get(f"pause:{running.id}", person.telegram_id):
        turn.panel(address, f"pause:{running.id}", lane=Lane.PAUSE)
    for key in (f"couple:{couple.id}", f"rhythm:{couple.id}"):
        if await turn.work.panels.get(key, person.telegram_id) is not None:
            turn.panel(address, key)


def _then(turn: Turn, person: Person) -> str | None:
    expected = turn.work.persons.expected(person, turn.now) or ""
    kind, _, then = expected.partition(_BEFORE)[0].partition(":")
    return then or None if kind in (ASKED, _ANSWERED) else None
