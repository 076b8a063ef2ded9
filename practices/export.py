"""A copy of a person's data: made beside everything else, sent in private, and taken away after a day."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from practices import couple
from practices.turn import Lane, Person, Turn, to_person
from storage.tables import Export

TIMER_KIND = "export"
FILE = "export.file"
STAYS_FOR = timedelta(hours=24)
"""So long the message with the file stays. Telegram lets a bot delete its messages for 48 hours."""

# Then Telegram has been asked in vain for as long as it deletes at all.
_DELETED_WITHIN = timedelta(hours=48) - STAYS_FOR
MOST_A_DAY = 3
# It is made when it can be sent, even after an outage.
_WAITS_FOR = timedelta(hours=24)


async def begin(turn: Turn, person: Person) -> None:
    """Have a copy made, unless one is being made or there were enough today."""
    if not person.private_open:
        turn.reply("okay", start="privacy")
        return
    turn.reply("okay")
    place = to_person(person.id)
    today = await turn.work.exports.since(person.id, turn.now - STAYS_FOR)
    if today and await turn.work.outbox.has_screen(place, FILE):
        turn.panel(place, key_of(today[0]), anew=True)
        return
    if sum(export.step != "failed" for export in today) >= MOST_A_DAY:
        turn.say(place, "export.enough")
        return
    export = await turn.work.exports.begin(person.id, turn.now)
    await _wake(turn, export)
    turn.panel(place, key_of(export), anew=True)
    # Behind whatever else this chat is told meanwhile.
    turn.say(place, FILE, lane=Lane.SCHEDULED, for_=_WAITS_FOR, id=export.id)


async def went_on(turn: Turn, event: Mapping[str, Any]) -> None:
    """Whoever makes it has come to a step."""
    export = await turn.work.exports.get(int(event["id"]))
    if export is not None:
        _step(turn, export, event["step"])


async def sent(turn: Turn, screen: str, chat_id: int, message_id: int) -> None:
    """The file, or the word that there is none, stands in its person's chat."""
    person = await turn.work.persons.by_telegram(chat_id)
    if person is None:
        return
    for export in await turn.work.exports.since(person.id, turn.now - _WAITS_FOR - STAYS_FOR):
        if export.message_id is None and export.step != "failed":
            if screen == FILE:
                export.message_id = message_id
            _step(turn, export, "ready" if screen == FILE else "failed")
            await _wake(turn, export)
            return


async def end(turn: Turn, export_id: int) -> None:
    """The day is over: the message goes, and with it all that was kept about it."""
    await turn.work.timers.cancel(f"{TIMER_KIND}:{export_id}")
    export = await turn.work.exports.get(export_id)
    if export is None:
        return
    if export.message_id is not None:
        place = to_person(export.person_id)
        lane, gone = Lane.SCHEDULED, export.message_id
        turn.call(place, "deleteMessage", lane=lane, for_=_DELETED_WITHIN, message_id=gone)
    for panel in await turn.work.panels.places(key_of(export)):
        await couple.retire(turn, panel)
    await turn.work.exports.remove(export)


def key_of(export: Export) -> str:
    """The key of the panel that tells how far it is."""
    return f"export:{export.id}"


def _step(turn: Turn, export: Export, step: str) -> None:
    if export.step != step:
        export.step = step
        turn.panel(to_person(export.person_id), key_of(export))


async def _wake(turn: Turn, export: Export) -> None:
    """A day from now; whatever became of it, it ends."""
    await turn.work.timers.set(
        f"{TIMER_KIND}:{export.id}",
        kind=TIMER_KIND,
        subject_id=export.id,
        lane=Lane.SCHEDULED,
        due_at=turn.now + STAYS_FOR,
    )
