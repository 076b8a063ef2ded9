"""Sharing a part of one's own profile with the partner, and taking it back. Nothing is shared by itself.

The partner gets one private message with one button, drawn from what is shared when it is pressed. A newer
share takes an older one's place without a word, and so does a withdrawal: nobody is told that the other took
the quiz, took it anew or withdrew anything.
"""

from practices import pages
from practices.pages import Spot
from practices.quiet import ring_allowed
from practices.sharing_views import Items, cycle_of, preview
from practices.turn import Person, Turn, to_person
from practices.unsaid import take_back
from storage.panels import DELETABLE
from storage.share_views import What
from storage.tables import Couple, QuizShare

__all__ = [
    "What",
    "choose",
    "not_delivered",
    "open_shared",
    "panel_key",
    "part",
    "picture",
    "report",
    "see",
    "share",
    "together",
    "withdraw",
    "withdraw_all",
]

# What shows a share's content, as it was said.
_OPENED = "sharing.opened"
_TOGETHER = ("together.cycle", "together.ideas")


def panel_key(share_id: int) -> str:
    """The key of the message that tells the partner of a share."""
    return f"share:{share_id}"


async def picture(
    turn: Turn, person: Person, *, named: bool = False, theme: str = "light", spot: Spot | None = None
) -> None:
    """One's own picture, seen by nobody else."""
    if await _has_result(turn, person, spot):
        await pages.show(
            turn, person, "portrait.picture", spot, drawn=True, id=person.id, named=named, theme=theme
        )


async def report(turn: Turn, person: Person) -> None:
    """The report, as a file in the private chat."""
    if await _has_result(turn, person, None):
        turn.say(to_person(person.id), "report.file", id=person.id)


async def choose(turn: Turn, person: Person, spot: Spot | None = None) -> None:
    """What could be shared, and what is."""
    if await _couple_of(turn, person) is not None and await _has_result(turn, person, spot):
        await pages.show(turn, person, "sharing.choose", spot, id=person.id)


async def see(
    turn: Turn, person: Person, items: Items, attempt_id: int, what: What, spot: Spot | None = None
) -> None:
    """Exactly what the partner would be shown."""
    shown = await preview(turn.work, items, person.id, attempt_id, what)
    if shown is None:
        turn.reply("old-button")
        return
    await pages.show(
        turn,
        person,
        "sharing.preview",
        spot,
        drawn=True,
        id=person.id,
        attempt=attempt_id,
        what=what.value,
        couple=shown.couple_id,
    )


async def share(
    turn: Turn,
    person: Person,
    items: Items,
    attempt_id: int,
    what: What,
    couple_id: int,
    spot: Spot | None = None,
) -> None:
    """The partner may see what was just previewed, from now on."""
    shown = await preview(turn.work, items, person.id, attempt_id, what)
    if shown is None or shown.couple_id != couple_id:
        turn.reply("old-button")
        return
    if not shown.partner.private_open:
        await pages.show(turn, person, "sharing.unreachable", spot, id=person.id)
        return
    current = await turn.work.quiz_shares.current(person.id, couple_id)
    if current is not None:
        before = What(current.what)
        # The day that the message was sent stays: another one would tell that the quiz was taken anew.
        current.attempt_id, current.what = attempt_id, what.value
        if not what.covers(before):
            await _take_opened_away(turn, shown.partner.id)
    else:
        current = await turn.work.quiz_shares.begin(person.id, couple_id, attempt_id, what, turn.now)
        ring = ring_allowed((shown.partner,), turn.now)
        turn.panel(to_person(shown.partner.id), panel_key(current.id), anew=True, ring=ring)
    await pages.show(turn, person, "sharing.done", spot, id=person.id)


async def withdraw(turn: Turn, person: Person, share_id: int, spot: Spot | None = None) -> None:
    """The author takes it back."""
    found = await turn.work.quiz_shares.get(share_id)
    if found is None or found.person_id != person.id:
        turn.reply("old-button")
        return
    await _end(turn, found)
    await pages.show(turn, person, "sharing.withdrawn", spot, id=person.id)


async def open_shared(
    turn: Turn, person: Person, share_id: int, *, theme: str = "light", message_id: int | None = None
) -> None:
    """The partner looks. `message_id`: the picture whose other theme is asked for."""
    found = await turn.work.quiz_shares.get(share_id)
    if found is not None and not await turn.work.couples.has(found.couple_id, person.id):
        # The same to a stranger as of one that never was.
        found = None
    if found is None or found.person_id == person.id or not await _in_force(turn, found):
        turn.reply("share-gone")
        if await turn.work.panels.get(panel_key(share_id), person.telegram_id) is not None:
            turn.panel(to_person(person.id), panel_key(share_id))
        return
    place = to_person(person.id)
    if message_id is None:
        # One picture at a time stands in the chat, the one that is true now.
        await take_back(turn, person, (_OPENED,), turn.now - DELETABLE)
    else:
        await turn.work.outbox.withdraw_screen(place, _OPENED)
    turn.say(place, _OPENED, instead_of=message_id, id=person.id, share=share_id, theme=theme)


async def together(
    turn: Turn,
    person: Person,
    items: Items,
    *,
    page: str = "cycle",
    theme: str = "light",
    spot: Spot | None = None,
) -> None:
    """The couple's `cycle`, or `ideas` for an agreement; drawn each time, from what both share now."""
    if await _couple_of(turn, person) is None:
        return
    if await cycle_of(turn.work, items, person.id) is None:
        await pages.show(turn, person, "together.needs", spot)
    else:
        drawn = page == "cycle"
        await pages.show(turn, person, f"together.{page}", spot, drawn=drawn, id=person.id, theme=theme)


async def part(turn: Turn, couple: Couple, leaver_id: int) -> None:
    """The couple ends: nothing of either is shared any longer.

    What stands in the other's chat stays until they are told: its going would tell them in this moment.
    """
    for found in await turn.work.quiz_shares.of_couple(couple.id):
        if found.person_id == leaver_id:
            found.withdrawn_at = turn.now
        else:
            await _end(turn, found)


async def told_of_end(turn: Turn, person: Person, couple_id: int) -> None:
    """They know that this couple is over: what the other had shared until then leaves their chat."""
    couple = await turn.work.couples.get(couple_id)
    if couple is None or couple.ended_at is None:
        return
    for found in await turn.work.quiz_shares.withdrawn_at(couple_id, couple.ended_at):
        if found.person_id != person.id:
            await _take_away(turn, found)


async def withdraw_all(turn: Turn, person: Person) -> None:
    """Whatever this person shared is shared no longer."""
    for found in await turn.work.quiz_shares.of_author(person.id):
        await _end(turn, found)


async def not_delivered(turn: Turn, key: str) -> None:
    """If it was a share's first, nothing is shared, and its author learns it."""
    kind, _, subject = key.partition(":")
    found = await turn.work.quiz_shares.get(int(subject)) if kind == "share" else None
    if found is None or found.withdrawn_at is not None or await turn.work.panels.places(key):
        return
    author_id = found.person_id
    await turn.work.quiz_shares.drop(found)
    turn.say(to_person(author_id), "sharing.unreachable", id=author_id)


async def _has_result(turn: Turn, person: Person, spot: Spot | None) -> bool:
    if await turn.work.quizzes.newest(person.id) is not None:
        return True
    await pages.show(turn, person, "portrait.none", spot)
    return False


async def _couple_of(turn: Turn, person: Person) -> Couple | None:
    couple = await turn.work.couples.of(person.id)
    if couple is None:
        turn.say(to_person(person.id), "pair.start", state="new")
    return couple


async def _in_force(turn: Turn, found: QuizShare) -> bool:
    couple = await turn.work.couples.get(found.couple_id)
    return found.withdrawn_at is None and couple is not None and couple.ended_at is None


async def _end(turn: Turn, found: QuizShare) -> None:
    """Withdrawn, and gone from the partner's chat as far as Telegram lets us."""
    if found.withdrawn_at is None:
        found.withdrawn_at = turn.now
        await _take_away(turn, found)


async def _take_away(turn: Turn, found: QuizShare) -> None:
    partner_id = await turn.work.couples.other(found.couple_id, found.person_id)
    if partner_id is None:
        return
    await _take_opened_away(turn, partner_id)
    partner = await turn.work.persons.get(partner_id)
    if partner is None or not partner.private_open:
        # Its button, pressed one day, says that it is not available.
        return
    place, key = to_person(partner_id), panel_key(found.id)
    panel = await turn.work.panels.get(key, partner.telegram_id)
    if panel is not None and turn.now - panel.sent_at < DELETABLE:
        turn.call(place, "deleteMessage", message_id=panel.message_id)
        await turn.work.panels.forget(key, partner.telegram_id)
    else:
        # Older than that, or on its way just now.
        turn.panel(place, key)


async def _take_opened_away(turn: Turn, partner_id: int) -> None:
    """What the partner opened leaves their chat while it may: the picture, and what was made of it."""
    partner = await turn.work.persons.get(partner_id)
    if partner is not None:
        await take_back(turn, partner, (_OPENED, *_TOGETHER), turn.now - DELETABLE)
