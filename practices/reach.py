"""Whom the bot can reach: what deliveries and memberships teach about it."""

from datetime import datetime

from practices import couple, groups
from practices.pause_steps import arm, timer_key
from practices.turn import Turn, to_person
from storage.lanes import Lane
from storage.tables import Person
from storage.views import PauseState


async def private_opened(turn: Turn, person: Person) -> None:
    """The person wrote or pressed in the private chat: it is open."""
    if person.private_open:
        return
    person.private_open = True
    await turn.work.flush()
    theirs = await turn.work.couples.of(person.id)
    view = await turn.work.couples.view(theirs.id) if theirs is not None else None
    if theirs is None or view is None or view.just_two:
        return
    # This chat is where the couple is reached from now on.
    await couple.arrive(turn, theirs)
    pause = await turn.work.pauses.open_of_couple(theirs.id)
    if pause is not None:
        # What stood here before the chat was closed may be out of date.
        turn.panel(to_person(person.id), timer_key(pause.id), anew=True, lane=Lane.PAUSE)


async def private_closed(turn: Turn, telegram_id: int) -> None:
    """The private chat is blocked, or was never opened: whoever called a pause hears of it."""
    person = await turn.work.persons.by_telegram(telegram_id)
    if person is None or not person.private_open:
        return
    person.private_open = False
    await turn.work.flush()
    theirs = await turn.work.couples.of(person.id)
    view = await turn.work.couples.view(theirs.id) if theirs is not None else None
    if theirs is None or view is None or view.just_two:
        return
    await couple.ask_for_private(turn, view)
    await couple.arrive(turn, theirs)
    await couple.pass_on(turn, theirs)


async def gone(turn: Turn, chat_id: int) -> None:
    """Telegram refused a message to this chat for good."""
    if chat_id > 0:
        await private_closed(turn, chat_id)
    else:
        await groups.bot_gone(turn, chat_id)


async def shown(turn: Turn, panel_key: str, screen: str, at: datetime, commitment: int | None = None) -> None:
    """A return, or the word that it was missed, was delivered: the promise is kept, or said to be missed.

    `commitment`: which promise; none if nobody noted it.
    """
    pause = await turn.work.pauses.get(int(panel_key.removeprefix("pause:")))
    if pause is None or pause.state == PauseState.CLOSED or pause.return_said_at is not None:
        return
    if screen not in ("return", "outage") or pause.state == PauseState.RUNNING:
        # While it runs, that was the word about an earlier time.
        return
    if commitment not in (None, pause.commitment):
        return
    pause.return_said_at = at
    pause.return_missed = screen == "outage"
    await arm(turn, pause)
