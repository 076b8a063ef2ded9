"""/forget: everything of a person goes, at once and for good. It needs nobody, and nobody is told."""

from datetime import timedelta

from practices import couple, pairing, sharing
from practices.turn import Person, Turn, to_person
from storage.lanes import Lane
from storage.panels import DELETABLE

TIMER_KIND = "forget"
_TOLD_FOR = timedelta(days=1)


async def ask(turn: Turn, person: Person, *, instead_of: int | None = None) -> None:
    """One confirmation, in private alone; said anywhere else, it adds nothing to be seen there."""
    if person.private_open:
        turn.reply("okay")
        turn.say(to_person(person.id), "forget.ask", instead_of=instead_of, id=person.id)


async def keep(turn: Turn, person: Person, *, message_id: int | None) -> None:
    """They stay."""
    turn.reply("okay")
    turn.say(to_person(person.id), "forget.kept", instead_of=message_id)


async def forget(turn: Turn, person: Person, person_id: int, *, message_id: int | None) -> None:
    """It is meant. From this turn on nobody on Telegram is this person, whatever is left to be erased."""
    if person.id != person_id:
        turn.reply("not-yours", alert=True)
        return
    chat, language = f"chat:{person.telegram_id}", person.language
    await _unsay(turn, person, message_id)
    theirs = await turn.work.couples.of(person.id)
    # What they showed goes now, unlike after /unpair.
    await sharing.withdraw_all(turn, person)
    if theirs is not None:
        await couple.leave(turn, theirs, person)
    await pairing.give_up(turn, person)
    await turn.work.flush()
    await turn.work.erasures.detach(person)
    await turn.work.outbox.withdraw_all(to_person(person_id))
    await turn.work.outbox.withdraw_words_of(person_id)
    turn.reply("forget-done")
    turn.say(chat, "forget.done", instead_of=message_id, for_=_TOLD_FOR, language=language)
    await turn.work.timers.set(
        f"{TIMER_KIND}:{person_id}",
        kind=TIMER_KIND,
        subject_id=person_id,
        lane=Lane.ANSWER,
        due_at=turn.now,
    )
    await go_on(turn, person_id)


async def go_on(turn: Turn, person_id: int) -> None:
    """One batch; the timer stays due until nothing is left, however often the bot is killed meanwhile."""
    if await turn.work.erasures.forget(person_id):
        await turn.work.timers.cancel(f"{TIMER_KIND}:{person_id}")


async def _unsay(turn: Turn, person: Person, kept: int | None) -> None:
    """The messages that hold their words go out of every chat, except the one that says goodbye."""
    since = turn.now - DELETABLE
    for chat_id, message_id in await turn.work.panels.holding(person.id, since):
        if (chat_id, message_id) == (person.telegram_id, kept):
            continue
        place = f"chat:{chat_id}"
        # A call that fails keeps what follows it in its lane: no goodbye and no answer to the partner waits.
        turn.call(place, "deleteMessage", lane=Lane.SCHEDULED, for_=DELETABLE, message_id=message_id)
        await turn.work.panels.forget_message(chat_id, message_id)
