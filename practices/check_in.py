"""The daily check-in: one prompt for both, each answers alone, and what both share is shown together."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from practices import check_in_nudge, pages, rhythm
from practices.check_in_reveal import has_words, own_key, panel_key, play, refresh_own, reveal
from practices.couple import is_frozen
from practices.pages import Spot
from practices.prompt_choice import Asked, Choosable, choose
from practices.quiet import ring_allowed
from practices.turn import Person, Turn, to_couple, to_person
from storage.check_ins import Given
from storage.lanes import Lane
from storage.panels import PANELS_KEPT_FOR
from storage.rhythms import RhythmView
from storage.tables import CheckIn, CheckInAnswer

__all__ = ["Given", "ask", "begin", "edited", "edited_openly", "history", "keep", "mood", "skip", "speak"]

# What `Person.expects` begins with while words for an answer are asked for; the check-in follows it.
ASKED = "check_in"
ASKED_FOR = timedelta(hours=3)
# In UTF-16 units, as Telegram counts: two such answers and a prompt in two languages fit into one message.
LONGEST = 1500
# A mood so low is met with a question about the body.
LOW = 2
_REMEMBERED = timedelta(days=120)

P = TypeVar("P", bound=Choosable)


async def begin(turn: Turn, prompts: Sequence[P], view: RhythmView, day: date, until: datetime) -> None:
    """The couple's prompt of this day, once; the one before closes. Not shown any more after `until`."""
    work = turn.work
    before = await work.check_ins.latest(view.couple_id)
    if before is not None and before.day >= day:
        return
    if before is not None:
        await reveal(turn, before, last_chance=True)
        before.closed_at = turn.now
    mechanisms = {prompt.id: prompt.mechanism for prompt in prompts}
    asked = [
        Asked(row.day, row.prompt, row.kind, mechanisms.get(row.prompt, ""), row.skipped_by)
        for row in await work.check_ins.history(view.couple_id, day - _REMEMBERED)
    ]
    intimate = await work.rhythms.both_intimate(view.couple_id)
    chosen = choose(prompts, asked, apart=view.apart, intimate=intimate, day=day, couple_id=view.couple_id)
    check_in = await work.check_ins.open(
        view.couple_id,
        [partner.id for partner in view.partners],
        day=day,
        prompt=chosen.id,
        kind=chosen.kind,
        until=until,
        now=turn.now,
    )
    ring = ring_allowed(view.partners, turn.now)
    address = to_couple(view.couple_id)
    turn.panel(address, panel_key(check_in.id), anew=True, ring=ring, lane=Lane.SCHEDULED)
    await check_in_nudge.arm(turn, check_in)
    await _forget_panels(turn, view.couple_id, day - PANELS_KEPT_FOR)


async def _forget_panels(turn: Turn, couple_id: int, before: date) -> None:
    old = await turn.work.check_ins.before(couple_id, before)
    keys = {panel_key(check_in_id) for check_in_id, _ in old} | {own_key(answer_id) for _, answer_id in old}
    await turn.work.panels.forget_everywhere(keys)


async def mood(turn: Turn, person: Person, check_in_id: int, number: int) -> None:
    """A tap on one of five moods, 1 the lowest."""
    part = await _part(turn, person, check_in_id)
    if part is None:
        return
    check_in, own = part
    if check_in.moods_revealed_at is not None:
        turn.reply("check-in-shown")
        return
    before = turn.work.check_ins.mood(own)
    turn.work.check_ins.set_mood(own, number)
    await _took_part(turn, check_in, own, older=has_words(own))
    turn.reply("check-in-mood-mine" if own.only_me else "check-in-mood")
    if number <= LOW and (before is None or before > LOW) and person.private_open:
        await turn.work.outbox.withdraw_screen(to_person(person.id), "check_in.low")
        turn.say(to_person(person.id), "check_in.low")
    await _given(turn, check_in, own)


async def ask(turn: Turn, person: Person, check_in_id: int, *, by_link: bool = False) -> None:
    """Answer: the private page, on which the next words are taken. `by_link`: no press to be answered."""
    part = await _part(turn, person, check_in_id, by_link=by_link)
    if part is None:
        return
    check_in, own = part
    if turn.origin != to_person(person.id) or not person.private_open:
        turn.reply("okay", start=f"answer-{check_in.id}")
        return
    if check_in.words_revealed_at is None:
        turn.work.persons.expect(person, f"{ASKED}:{check_in.id}", turn.now + ASKED_FOR)
    turn.panel(to_person(person.id), own_key(own.id), anew=by_link or not await _stands(turn, person, own))


async def keep(
    turn: Turn, person: Person, check_in_id: int, given: Given, *, corrected: bool = False
) -> None:
    """Words or a file, sent in private: the answer, in place of whatever was given before.

    `corrected`: it is the same answer, whose message was edited.
    """
    found = await _own(turn, person, check_in_id)
    if found is None:
        return
    check_in, own = found
    if await is_frozen(turn, check_in.couple_id):
        _ask_nothing(turn, person, check_in)
        turn.say(to_person(person.id), "couple.frozen")
        return
    if _is_too_long(given):
        turn.work.persons.expect(person, f"{ASKED}:{check_in.id}", turn.now + ASKED_FOR)
        turn.say(to_person(person.id), "check_in.too_long")
        return
    if check_in.words_revealed_at is not None:
        _ask_nothing(turn, person, check_in)
        turn.say(to_person(person.id), "check_in.fixed")
        return
    turn.work.check_ins.set_given(own, given)
    own.openly = False
    _ask_nothing(turn, person, check_in)
    if check_in.closed_at is not None:
        # It came after the next prompt: nothing is shown any more, and nothing is lost.
        turn.say(to_person(person.id), "check_in.kept_late", today=await newest_open(turn, person))
        return
    await _took_part(turn, check_in, own, older=corrected or own.mood is not None)
    turn.panel(to_person(person.id), own_key(own.id), anew=True)
    await _given(turn, check_in, own)


async def edited(turn: Turn, person: Person, given: Given) -> None:
    """A private message was edited: if it holds an answer that is hidden yet, the answer follows."""
    own = await turn.work.check_ins.by_message(person.id, given.message_id)
    if own is not None:
        await keep(turn, person, own.check_in_id, given, corrected=True)


async def speak(turn: Turn, person: Person, check_in_id: int, given: Given) -> None:
    """A reply to the panel in the shared chat: both can read it at once, and it counts."""
    found = await _own(turn, person, check_in_id)
    couple = await turn.work.couples.of(person.id)
    if found is None or couple is None:
        return
    check_in, own = found
    hidden = check_in.closed_at is None and check_in.words_revealed_at is None
    if not hidden or has_words(own) or couple.id != check_in.couple_id:
        # They talk on; what was written in private stays what it is.
        return
    if not await turn.work.check_ins.has_spoken_openly(person.id):
        turn.say(to_couple(couple.id), "check_in.openly")
    turn.work.check_ins.set_given(own, _shortened(given))
    own.openly = True
    await _took_part(turn, check_in, own, older=own.mood is not None)
    await _given(turn, check_in, own)


async def edited_openly(turn: Turn, person: Person, check_in_id: int, given: Given) -> None:
    """A reply to the panel was edited in the shared chat: so is the answer, until both are shown."""
    found = await _own(turn, person, check_in_id)
    if found is None:
        return
    check_in, own = found
    hidden = check_in.closed_at is None and check_in.words_revealed_at is None
    if await is_frozen(turn, check_in.couple_id):
        return
    if hidden and own.openly and own.message_id == given.message_id:
        turn.work.check_ins.set_given(own, _shortened(given))
        await refresh_own(turn, own)


async def keep_private(turn: Turn, person: Person, check_in_id: int, *, only_me: bool) -> None:
    """Only for me, or to be shared after all."""
    part = await _part(turn, person, check_in_id)
    if part is None:
        return
    check_in, own = part
    if _all_shown(check_in):
        turn.reply("check-in-shown")
        return
    await _took_part(turn, check_in, own)
    own.only_me = only_me
    seen = own.openly or (own.mood is not None and check_in.moods_revealed_at is not None)
    mine = "check-in-mine-rest" if seen else "check-in-mine"
    turn.reply(mine if only_me else "check-in-shared")
    await _given(turn, check_in, own)


async def skip(turn: Turn, person: Person, check_in_id: int) -> None:
    """Not today, in one tap."""
    part = await _part(turn, person, check_in_id)
    if part is None:
        return
    check_in, own = part
    if _all_shown(check_in):
        turn.reply("check-in-shown")
        return
    await _took_part(turn, check_in, own)
    own.skipped = True
    _ask_nothing(turn, person, check_in)
    turn.reply("check-in-skipped")
    await refresh_own(turn, own)


async def history(turn: Turn, person: Person, answer_id: int | None, spot: Spot | None) -> None:
    """A page of the person's own answers: this one, or the newest."""
    if answer_id is None:
        answer_id = await turn.work.check_ins.newest_own(person.id)
    elif await turn.work.check_ins.by_id(answer_id, person.id) is None:
        turn.reply("not-yours", alert=True)
        return
    if answer_id is None:
        await pages.show(turn, person, "check_in.no_history", spot)
    else:
        await pages.show(turn, person, "check_in.history", spot, id=answer_id)


async def play_own(turn: Turn, person: Person, answer_id: int) -> None:
    """The file that the person gave, once more, for them alone."""
    own = await turn.work.check_ins.by_id(answer_id, person.id)
    if own is None:
        turn.reply("not-yours", alert=True)
        return
    play(turn, own)


async def newest_open(turn: Turn, person: Person) -> int | None:
    """The check-in that this person's words can go to now."""
    couple = await turn.work.couples.of(person.id)
    check_in = await turn.work.check_ins.latest(couple.id) if couple is not None else None
    return check_in.id if check_in is not None and check_in.closed_at is None else None


async def meant_by(turn: Turn, person: Person, panel: str) -> int | None:
    """The check-in that a reply to this panel (its key) answers; none if it is no panel of a check-in."""
    kind, _, subject = panel.partition(":")
    if kind == "checkin":
        return int(subject)
    own = await turn.work.check_ins.by_id(int(subject), person.id) if kind == "answer" else None
    return own.check_in_id if own is not None else None


async def _given(turn: Turn, check_in: CheckIn, own: CheckInAnswer) -> None:
    """Something may be shown now; the author's own page is out of date anyway."""
    await refresh_own(turn, own)
    await reveal(turn, check_in)


async def _took_part(turn: Turn, check_in: CheckIn, own: CheckInAnswer, *, older: bool = False) -> None:
    """They did something, which takes a skip back. `older`: what they gave before it is still there."""
    own.given_at = own.given_at or turn.now
    if own.skipped and older:
        # They were told that it stays with them; sharing it after all is one tap.
        own.only_me = True
    own.skipped = False
    await rhythm.heard(turn, check_in.couple_id)


async def _own(turn: Turn, person: Person, check_in_id: int) -> tuple[CheckIn, CheckInAnswer] | None:
    check_in = await turn.work.check_ins.get(check_in_id)
    own = await turn.work.check_ins.answer_of(check_in_id, person.id)
    return (check_in, own) if check_in is not None and own is not None else None


async def _part(
    turn: Turn, person: Person, check_in_id: int, *, by_link: bool = False
) -> tuple[CheckIn, CheckInAnswer] | None:
    """The open check-in and the presser's part in it; anything else is said kindly."""
    found = await _own(turn, person, check_in_id)
    couple = await turn.work.couples.of(person.id)
    if found is not None and couple is not None and couple.id == found[0].couple_id:
        if found[0].closed_at is None:
            return found
        turn.reply("check-in-over")
        if by_link:
            turn.say(to_person(person.id), "check_in.over", today=await newest_open(turn, person))
        elif await turn.work.panels.places(panel_key(check_in_id)):
            # Its buttons go, now that somebody has seen them.
            turn.panel(to_couple(couple.id), panel_key(check_in_id))
    elif by_link:
        turn.say(to_person(person.id), "check_in.over", today=await newest_open(turn, person))
    elif found is not None:
        turn.reply("couple-over", alert=True)
    else:
        turn.reply("not-yours", alert=True)
    return None


def _all_shown(check_in: CheckIn) -> bool:
    return check_in.moods_revealed_at is not None and check_in.words_revealed_at is not None


def _is_too_long(given: Given) -> bool:
    return len(_units(given.words or "")) > 2 * LONGEST


def _shortened(given: Given) -> Given:
    """What fits into the panel; the whole stands in the shared chat, where it was written."""
    if not _is_too_long(given):
        return given
    fits = _units(given.words or "")[: 2 * (LONGEST - 1)]
    return replace(given, words=f"{fits.decode('utf-16-le', 'ignore')}…")


def _units(text: str) -> bytes:
    """Two bytes a unit."""
    return text.encode("utf-16-le", "surrogatepass")


async def _stands(turn: Turn, person: Person, own: CheckInAnswer) -> bool:
    """Whether the private page is in the chat already, so that it can turn in place."""
    return await turn.work.panels.get(own_key(own.id), person.telegram_id) is not None


def _ask_nothing(turn: Turn, person: Person, check_in: CheckIn) -> None:
    if person.expects == f"{ASKED}:{check_in.id}":
        turn.work.persons.expect(person, None)
