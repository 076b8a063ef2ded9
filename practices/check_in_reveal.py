"""What both gave to share is shown together: moods, and words, each as soon as both are there."""

from typing import Any

from practices import rhythm
from practices.quiet import ring_allowed
from practices.turn import Turn, to_couple, to_person
from storage.lanes import Lane
from storage.tables import CheckIn, CheckInAnswer

TIMER_KIND = "check_in_reveal"
_SEND = {"voice": "sendVoice", "photo": "sendPhoto", "sticker": "sendSticker"}


def panel_key(check_in_id: int) -> str:
    """The key of a check-in's panel."""
    return f"checkin:{check_in_id}"


def own_key(answer_id: int) -> str:
    """The key of the private panel on which one person sees what they gave."""
    return f"answer:{answer_id}"


def has_words(answer: CheckInAnswer) -> bool:
    """Whether there is a text or a file."""
    return answer.words is not None or answer.media_kind is not None


def shares_mood(answer: CheckInAnswer) -> bool:
    """Whether the author gave a mood for the other to see."""
    return answer.mood is not None and not answer.only_me and not answer.skipped


def shares_words(answer: CheckInAnswer) -> bool:
    """Whether the author gave words or a file for the other to see."""
    return has_words(answer) and not answer.only_me and not answer.skipped


async def reveal(turn: Turn, check_in: CheckIn, *, last_chance: bool = False) -> None:
    """Show what both have given to share and is hidden yet; while a pause is on, soon after it.

    `last_chance`: the check-in closes now. One that waits for one of the two is left as it is.
    """
    answers = await turn.work.check_ins.answers(check_in.id)
    moods = check_in.moods_revealed_at is None and all(map(shares_mood, answers))
    words = check_in.words_revealed_at is None and all(map(shares_words, answers))
    if not moods and not words:
        return
    if not last_chance and await rhythm.pause_is_on(turn, check_in.couple_id):
        await _look_again(turn, check_in)
        return
    if moods:
        check_in.moods_revealed_at = turn.now
    if words:
        check_in.words_revealed_at = turn.now
    people = await turn.work.persons.views(answer.person_id for answer in answers)
    # A new message, since it is good news for whoever gave theirs earlier; moods alone make no sound.
    ring = words and ring_allowed(tuple(people.values()), turn.now)
    turn.panel(to_couple(check_in.couple_id), panel_key(check_in.id), anew=True, ring=ring)
    if words:
        by_name = sorted(answers, key=lambda one: (people[one.person_id].name.casefold(), one.person_id))
        for answer in by_name:
            _send_file(turn, check_in.couple_id, answer)
    for answer in answers:
        await refresh_own(turn, answer)


async def refresh_own(turn: Turn, answer: CheckInAnswer) -> None:
    """The private panel is out of date, if its author has one."""
    person = await turn.work.persons.get(answer.person_id)
    if person is None or not person.private_open:
        return
    if await turn.work.panels.get(own_key(answer.id), person.telegram_id) is not None:
        turn.panel(to_person(person.id), own_key(answer.id))


async def fire(turn: Turn, check_in_id: int) -> None:
    """A reveal that a pause held back."""
    check_in = await turn.work.check_ins.get(check_in_id)
    if check_in is None:
        return
    await turn.work.timers.cancel(_timer_key(check_in))
    couple = await turn.work.couples.get(check_in.couple_id)
    if check_in.closed_at is None and couple is not None and couple.ended_at is None:
        await reveal(turn, check_in)


async def _look_again(turn: Turn, check_in: CheckIn) -> None:
    await turn.work.timers.set(
        _timer_key(check_in),
        kind=TIMER_KIND,
        subject_id=check_in.id,
        lane=Lane.SCHEDULED,
        due_at=turn.now + rhythm.LOOK_AGAIN,
    )


def _send_file(turn: Turn, couple_id: int, answer: CheckInAnswer) -> None:
    file_id = turn.work.check_ins.file_id(answer)
    if answer.media_kind is None or file_id is None or answer.openly:
        # What was sent in the shared chat stands there already.
        return
    _send(turn, to_couple(couple_id), answer, answer.media_kind, file_id)


def _send(turn: Turn, address: str, answer: CheckInAnswer, kind: str, file_id: str) -> None:
    whose = [answer.person_id]
    params: dict[str, Any] = {kind: file_id, "disable_notification": True, "words_of": whose}
    turn.call(address, _SEND[kind], **params)


def play(turn: Turn, answer: CheckInAnswer) -> None:
    """Send its author the file that they gave."""
    file_id = turn.work.check_ins.file_id(answer)
    if answer.media_kind is not None and file_id is not None:
        _send(turn, to_person(answer.person_id), answer, answer.media_kind, file_id)


def _timer_key(check_in: CheckIn) -> str:
    return f"check_in_reveal:{check_in.couple_id}"
