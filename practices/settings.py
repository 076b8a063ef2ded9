"""A person's own settings: language, zone, quiet hours, their ✋ keyboard in the group."""

from practices import zone
from practices.turn import Person, Turn, to_couple, to_person
from storage.persons import QUIET_FROM, QUIET_TO

_DAY = 24 * 60


async def show(
    turn: Turn, person: Person, page: str = "home", *, instead_of: int | None = None, hour: int | None = None
) -> None:
    """A page, in private: home, language, quiet, from, to, keyboard. `hour`: where a picker begins.

    Without an open private chat the press, or in a group a button, leads there.
    """
    if not person.private_open:
        turn.reply("okay", start="settings")
        if turn.origin is not None and turn.origin != to_person(person.id):
            turn.say(turn.origin, "settings.group")
        return
    if page in ("quiet", "from", "to") and person.zone is None:
        # Hours of the day mean nothing without knowing whose.
        await zone.ask(turn, person, "settings:quiet", instead_of=instead_of)
        return
    turn.reply("okay")
    await turn.work.flush()
    turn.say(to_person(person.id), "settings.page", instead_of=instead_of, id=person.id, page=page, hour=hour)


async def set_language(turn: Turn, person: Person, language: str, *, instead_of: int | None = None) -> None:
    """From now on the bot speaks this language with them, also in what it has up for them alone."""
    person.language = language
    turn.language = language
    await zone.refresh(turn, person)
    await show(turn, person, instead_of=instead_of)


async def set_quiet(
    turn: Turn, person: Person, which: str, minute: int, *, instead_of: int | None = None
) -> None:
    """Quiet hours begin (`which` is "from") or end ("to") at this minute of the local day."""
    if not 0 <= minute < _DAY:
        turn.reply("old-button")
        return
    if which == "from":
        person.quiet_from = minute
    else:
        person.quiet_to = minute
    await show(turn, person, "quiet", instead_of=instead_of)


async def switch_quiet(turn: Turn, person: Person, *, on: bool, instead_of: int | None = None) -> None:
    """Quiet hours off, or on with the usual ones."""
    person.quiet_from = QUIET_FROM
    person.quiet_to = QUIET_TO if on else QUIET_FROM
    await show(turn, person, "quiet", instead_of=instead_of)


async def switch_keyboard(turn: Turn, person: Person, *, on: bool, instead_of: int | None = None) -> None:
    """Their own ✋ keyboard in the group of the two; a line there carries it, or takes it away."""
    couple = await turn.work.couples.of(person.id)
    view = await turn.work.couples.view(couple.id) if couple is not None else None
    if couple is None or view is None or view.chat_id is None or not view.just_two:
        turn.reply("old-button")
        return
    changed = person.group_keyboard is not on
    person.group_keyboard = on
    if changed:
        turn.say(to_couple(couple.id), "settings.keyboard", id=person.id)
    await show(turn, person, "keyboard", instead_of=instead_of)
