"""Several pauses in a short while: one private word to whoever called them. Never a block."""

from datetime import timedelta

from practices.turn import Person, Turn, to_person

OFTEN = 3
WITHIN = timedelta(hours=1)
SCREEN = "pause.often"


async def notice(turn: Turn, person: Person) -> None:
    """They have called a pause: from the third within the hour on they hear a word, once an hour, alone."""
    since = turn.now - WITHIN
    if not person.private_open:
        return
    await turn.work.flush()
    if await turn.work.pauses.calls_since(person.id, since) < OFTEN:
        return
    if await turn.work.panels.said_since(person.telegram_id, (SCREEN,), since):
        return
    # One that is on its way yet.
    await turn.work.outbox.withdraw_screen(to_person(person.id), SCREEN)
    turn.say(to_person(person.id), SCREEN)
