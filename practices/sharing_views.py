"""What of a profile may be shown to whom, worked out anew each time that it is asked for."""

from collections.abc import Sequence
from dataclasses import replace

from practices import quiz_profile, together
from practices.playbook import playbook_of
from practices.quiz_pattern import pattern
from practices.quiz_scoring import Scored
from storage.quiz_views import STRESS, Result
from storage.quizzes import Sheet
from storage.share_views import (
    ChoiceView,
    OwnProfile,
    Portrait,
    PreviewView,
    ShareView,
    TogetherView,
    What,
)
from storage.tables import QuizShare
from storage.work import Work

Items = Sequence[Scored]


def part_of(result: Result, what: What) -> Result:
    """The result without all that is not shared. Repair never is."""
    kept = replace(result, repair=None)
    if not what.has_place:
        kept = replace(kept, anxiety=None, avoidance=None)
    if not what.has_stress:
        kept = replace(kept, pursue=None, withdraw=None, attack=None, freeze=None)
    return kept


def offered(result: Result) -> tuple[What, ...]:
    """The parts that hold enough answers to be shown."""
    has_place = result.anxiety is not None or result.avoidance is not None
    has_stress = any(result.bar(scale) is not None for scale in STRESS)
    if has_place and has_stress:
        return (What.PLACE, What.STRESS, What.BOTH)
    return (What.PLACE,) if has_place else (What.STRESS,) if has_stress else ()


async def own(work: Work, items: Items, reader_id: int) -> OwnProfile | None:
    """The reader's own profile, with their name for the head of a page."""
    author = await work.persons.view(reader_id)
    profile = await quiz_profile.profile(work, items, reader_id)
    if author is None or profile is None:
        return None
    return OwnProfile(author, profile, playbook_of(profile), together.move_of(profile.result))


async def picture(work: Work, items: Items, reader_id: int) -> Portrait | None:
    """The reader's own newest picture, whole."""
    found = await own(work, items, reader_id)
    if found is None:
        return None
    result = part_of(found.profile.result, What.BOTH)
    return Portrait(reader_id, found.author, What.BOTH, result, pattern(result))


async def choice(work: Work, items: Items, reader_id: int) -> ChoiceView | None:
    """What the reader can share now; None without a partner or a finished attempt."""
    couple = await work.couples.of(reader_id)
    sheets = await work.quizzes.sheets(reader_id, 1)
    if couple is None or not sheets:
        return None
    partner_id = await work.couples.other(couple.id, reader_id)
    partner = await work.persons.view(partner_id) if partner_id is not None else None
    if partner is None:
        return None
    newest = sheets[0]
    share = await work.quiz_shares.current(reader_id, couple.id)
    return ChoiceView(
        reader_id,
        partner,
        newest.attempt_id,
        offered(quiz_profile.scored(items, newest)),
        share.id if share is not None else None,
        What(share.what) if share is not None else None,
        share is not None and share.attempt_id == newest.attempt_id,
    )


async def preview(
    work: Work, items: Items, reader_id: int, attempt_id: int, what: What
) -> PreviewView | None:
    """What the reader's partner would see of this attempt; None if it is not the reader's to show."""
    couple = await work.couples.of(reader_id)
    sheet = await work.quizzes.sheet(reader_id, attempt_id)
    if couple is None or sheet is None:
        return None
    partner_id = await work.couples.other(couple.id, reader_id)
    partner = await work.persons.view(partner_id) if partner_id is not None else None
    portrait = await _portrait(work, items, reader_id, sheet, what)
    if partner is None or portrait is None:
        return None
    return PreviewView(portrait, partner, couple.id, attempt_id)


async def message(work: Work, share_id: int) -> ShareView:
    """A share's message. One whose row is gone reads as one that was withdrawn."""
    share = await work.quiz_shares.get(share_id)
    if share is None:
        return ShareView(share_id, None, None, in_force=False)
    author = await work.persons.view(share.person_id)
    reader_id = await work.couples.other(share.couple_id, share.person_id)
    couple = await work.couples.get(share.couple_id)
    in_force = share.withdrawn_at is None and couple is not None and couple.ended_at is None
    return ShareView(share.id, reader_id, author, in_force)


async def opened(work: Work, items: Items, reader_id: int, share_id: int) -> Portrait | None:
    """What the author of a share lets the reader, their partner, see now."""
    share = await work.quiz_shares.get(share_id)
    if share is None or share.person_id == reader_id:
        return None
    sheet = await work.quiz_shares.sheet(reader_id, share)
    return await _portrait(work, items, reader_id, sheet, What(share.what)) if sheet is not None else None


async def cycle_of(work: Work, items: Items, reader_id: int) -> TogetherView | None:
    """The cycle of the reader's couple; None unless both share their stress pattern now."""
    couple = await work.couples.of(reader_id)
    view = await work.couples.view(couple.id) if couple is not None else None
    if couple is None or view is None:
        return None
    shares: dict[int, QuizShare] = {
        share.person_id: share
        for share in await work.quiz_shares.of_couple(couple.id)
        if What(share.what).has_stress
    }
    if any(partner.id not in shares for partner in view.partners):
        return None
    results = []
    for partner in view.partners:
        share = shares[partner.id]
        sheet = await work.quiz_shares.sheet(reader_id, share)
        if sheet is None:
            return None
        results.append(part_of(quiz_profile.scored(items, sheet), What.STRESS))
    first, second = results
    return TogetherView(reader_id, view.partners, together.cycle(first, second))


async def _portrait(work: Work, items: Items, reader_id: int, sheet: Sheet, what: What) -> Portrait | None:
    author = await work.persons.view(sheet.reader_id)
    result = part_of(quiz_profile.scored(items, sheet), what)
    if author is None or what not in offered(result):
        return None
    return Portrait(reader_id, author, what, result, pattern(result))
