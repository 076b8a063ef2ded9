"""Rules for what two persons share, from what hangs on others to what they hang on."""

from sqlalchemy import Select, and_, exists, or_, select
from sqlalchemy.orm import aliased

from storage.privacy.rule import Delete, Empty, Rule, Whose
from storage.tables import (
    CheckIn,
    CheckInAnswer,
    Couple,
    Member,
    Pairing,
    Party,
    Pause,
    Review,
    ReviewAnswer,
    Rhythm,
    WeeklyAgreement,
)

_THIRTY = "until 30 days after the couple's end"
_GO = "the rows go"
_GONE_WITH = "the rows go, with what they belong to"
_PRIVATE_STAYS = "what both saw goes; what its author alone knew stays that person's own"


def couples_of(person_id: int) -> Select[int]:
    """Every couple that this person is or was in."""
    return select(Member.couple_id).where(Member.person_id == person_id)


def _check_ins_of(couple_id: int) -> Select[int]:
    return select(CheckIn.id).where(CheckIn.couple_id == couple_id)


def _check_ins_with(couple_id: int, *, moods: bool) -> Select[int]:
    shown = CheckIn.moods_revealed_at if moods else CheckIn.words_revealed_at
    return _check_ins_of(couple_id).where(shown.is_not(None))


def _reviews_of(couple_id: int) -> Select[int]:
    return select(Review.id).where(Review.couple_id == couple_id)


_Other = aliased(CheckInAnswer)
_OtherGift = aliased(ReviewAnswer)
_Else = aliased(Member)

CHECK_IN_ANSWERS = Rule(
    why="what each gave to a day's question",
    kept=_PRIVATE_STAYS.replace("what both", f"{_THIRTY}; then what both"),
    whose=Whose.SHARED,
    on_forget=_GO,
    on_end=_PRIVATE_STAYS,
    forget=(
        # Left for a private answer after a couple's thirty days: it was this person's. With the last of
        # them goes what is left of the couple.
        Delete(
            lambda person: and_(
                CheckIn.id.in_(select(CheckInAnswer.check_in_id).where(CheckInAnswer.person_id == person)),
                ~exists().where(_Other.check_in_id == CheckIn.id, _Other.person_id != person),
                ~exists().where(Member.couple_id == CheckIn.couple_id),
            ),
            of="check_ins",
            hang_on="couple_id",
        ),
        Delete(lambda person: CheckInAnswer.person_id == person),
    ),
    end=(
        Empty(
            lambda couple: CheckInAnswer.check_in_id.in_(_check_ins_with(couple, moods=True)),
            ("mood",),
        ),
        Empty(
            lambda couple: (
                CheckInAnswer.check_in_id.in_(_check_ins_with(couple, moods=False))
                | (CheckInAnswer.check_in_id.in_(_check_ins_of(couple)) & CheckInAnswer.openly)
            ),
            ("words", "media_kind", "media_file_id", "message_id"),
        ),
        Delete(
            lambda couple: and_(
                CheckInAnswer.check_in_id.in_(_check_ins_of(couple)),
                CheckInAnswer.mood.is_(None),
                CheckInAnswer.words.is_(None),
                CheckInAnswer.media_kind.is_(None),
            )
        ),
    ),
    columns={
        "id": "a random number",
        "check_in_id": "the day it belongs to",
        "person_id": "who gave it",
        "mood": "the mood that was tapped, 1 to 5",
        "words": "what was written",
        "media_kind": "whether a voice message, a photo or a sticker came with it",
        "media_file_id": "Telegram's name for that file; the file itself is never fetched",
        "message_id": "the message it came in, so that an edit of it counts",
        "only_me": "whether its author keeps it to themselves",
        "skipped": "whether it was skipped",
        "openly": "whether it was said in the shared chat",
        "given_at": "when its author first did anything about it",
        "nudged_at": "when its author was reminded",
    },
)
CHECK_INS = Rule(
    why="one question a day, and none twice",
    kept=_THIRTY,
    whose=Whose.SHARED,
    on_forget="that both gave something is no longer said; the question stays for the other's own answer",
    on_end="the rows go, unless a private answer hangs on one",
    forget=(
        Empty(
            lambda person: CheckIn.couple_id.in_(couples_of(person)),
            ("moods_revealed_at", "words_revealed_at"),
        ),
    ),
    end=(
        Delete(
            lambda couple: and_(
                CheckIn.couple_id == couple,
                ~exists().where(CheckInAnswer.check_in_id == CheckIn.id),
            )
        ),
        Empty(lambda couple: CheckIn.couple_id == couple, ("moods_revealed_at", "words_revealed_at")),
    ),
    columns={
        "id": "a random number",
        "couple_id": "whose day it was",
        "day": "which day",
        "prompt": "which question of the library",
        "kind": "of which kind it is, for variety",
        "opened_at": "when it was asked",
        "until": "how long it was worth showing",
        "moods_revealed_at": "when both saw both moods",
        "words_revealed_at": "when both saw both answers",
        "closed_at": "when it was over",
    },
)
REVIEW_ANSWERS = Rule(
    why="what each gave to a step of the weekly look back",
    kept=_PRIVATE_STAYS.replace("what both", f"{_THIRTY}; then what both"),
    whose=Whose.SHARED,
    on_forget=_GO,
    on_end=_PRIVATE_STAYS,
    forget=(
        Delete(
            lambda person: and_(
                Review.id.in_(select(ReviewAnswer.review_id).where(ReviewAnswer.person_id == person)),
                ~exists().where(_OtherGift.review_id == Review.id, _OtherGift.person_id != person),
                ~exists().where(Member.couple_id == Review.couple_id),
            ),
            of="reviews",
            hang_on="couple_id",
        ),
        Delete(lambda person: ReviewAnswer.person_id == person),
    ),
    end=(
        Delete(
            lambda couple: and_(
                ReviewAnswer.review_id.in_(_reviews_of(couple)),
                ReviewAnswer.revealed_at.is_not(None)
                | (ReviewAnswer.chips.is_(None) & ReviewAnswer.words.is_(None)),
            )
        ),
    ),
    columns={
        "id": "a random number",
        "review_id": "the look back it belongs to",
        "person_id": "who gave it",
        "step": "to which step",
        "chips": "the suggestions that were tapped",
        "words": "what was written",
        "message_id": "the private message it came in, so that an edit of it counts",
        "revealed_at": "when the other could see it too",
    },
)
WEEKLY_YES = Rule(
    why="a proposal counts once both said yes",
    kept=_THIRTY,
    whose=Whose.SHARED,
    on_forget=_GONE_WITH,
    on_end=_GONE_WITH,
    columns={"agreement_id": "to which proposal", "person_id": "who said yes"},
)
WEEKLY_AGREEMENTS = Rule(
    why="what the two try next week, and a question about it later",
    kept=_THIRTY,
    whose=Whose.SHARED,
    on_forget="all of the couple's go: who put one into words is not recorded",
    on_end=_GO,
    forget=(Delete(lambda person: WeeklyAgreement.couple_id.in_(couples_of(person))),),
    end=(Delete(lambda couple: WeeklyAgreement.couple_id == couple),),
    columns={
        "id": "a random number",
        "couple_id": "whose it is",
        "review_id": "the look back it was proposed in",
        "chip": "the suggestion it is, unless it has own words",
        "words": "the words it was proposed in",
        "proposed_at": "when it was proposed",
        "in_force_at": "when both had said yes",
    },
)
REVIEWS = Rule(
    why="a weekly look back, step by step",
    kept=_THIRTY,
    whose=Whose.SHARED,
    on_forget="they stay for the other's own answers; the agreement they asked about is no longer named",
    on_end="the rows go, unless a private answer hangs on one",
    forget=(Empty(lambda person: Review.couple_id.in_(couples_of(person)), ("asks_about",)),),
    end=(
        Delete(
            lambda couple: and_(
                Review.couple_id == couple, ~exists().where(ReviewAnswer.review_id == Review.id)
            )
        ),
        Empty(lambda couple: Review.couple_id == couple, ("asks_about",)),
    ),
    columns={
        "id": "a random number",
        "couple_id": "whose it is",
        "week": "for which week, if it began by itself",
        "since": "from where on it looks back",
        "opened_at": "when it began",
        "until": "when it closes by itself",
        "step": "the step it is at",
        "asks_about": "the agreement it asks about first",
        "closed_at": "when it was over",
        "outcome": "whether it was walked to its end",
    },
)
RHYTHMS = Rule(
    why="when the couple is asked, and when not",
    kept=_THIRTY,
    whose=Whose.SHARED,
    on_forget=_GO,
    on_end=_GO,
    forget=(Delete(lambda person: Rhythm.couple_id.in_(couples_of(person))),),
    end=(Delete(lambda couple: Rhythm.couple_id == couple),),
    columns={
        "couple_id": "whose it is",
        "zone": "the time zone it counts by",
        "check_in_at": "the time of the daily question",
        "review_at": "the time of the weekly look back",
        "check_in_days": "on which weekdays it is asked",
        "review_day": "on which weekday one looks back",
        "check_in_on": "whether the daily question is on",
        "review_on": "whether the weekly look back is on",
        "proposed_at": "when the times were proposed",
        "accepted_at": "when they were accepted",
        "break_until": "until when the two are on holiday",
        "resting_at": "since when it rests because both were silent",
        "heard_at": "when either last took part in anything of it",
        "apart": "whether the two live apart",
        "check_in_day": "the last day that had its question",
        "review_week": "the last week that had its look back",
    },
)
PAUSE_TIMES = Rule(
    why="which return time holds, and which held before",
    kept=_THIRTY,
    whose=Whose.SHARED,
    on_forget=_GONE_WITH,
    on_end=_GONE_WITH,
    columns={
        "pause_id": "of which pause",
        "commitment": "the how-manieth time it is",
        "return_at": "the promised time",
        "committed_at": "when it was promised",
    },
)
PARTIES = Rule(
    why="who is called back, and who is here",
    kept=_THIRTY,
    whose=Whose.SHARED,
    on_forget=_GONE_WITH,
    on_end=_GONE_WITH,
    columns={
        "pause_id": "in which pause",
        "person_id": "who",
        "called_at": "when they tapped ✋",
        "here_at": "when they said that they are here",
    },
)
PAUSES = Rule(
    why="both are called back at the promised time; the week counts them",
    kept=f"{_THIRTY}; a pause alone as long as its person",
    whose=Whose.SHARED,
    on_forget="the rows go, the couple's too: each of them tells who called",
    on_end=_GO,
    forget=(
        Delete(
            lambda person: or_(
                Pause.couple_id.in_(couples_of(person)),
                Pause.id.in_(select(Party.pause_id).where(Party.person_id == person)),
            )
        ),
    ),
    end=(Delete(lambda couple: Pause.couple_id == couple),),
    columns={
        "id": "a random number",
        "couple_id": "whose it is; none for a pause alone",
        "state": "running, due, open, closed",
        "started_at": "when it began",
        "called_at": "when ✋ was last tapped",
        "return_at": "the promised time",
        "commitment": "how many times were promised",
        "return_said_at": "when both were told that it is time",
        "return_missed": "whether that could only be said too late",
        "closed_at": "when it was over",
        "outcome": "how it ended",
        "undone_by": "who took it back",
        "replaces_id": "the pause that its ✋ closed",
        "replaced_state": "in which state that one was",
    },
)
PAIRINGS = Rule(
    why="two become a couple only if both say so",
    kept=_THIRTY,
    whose=Whose.SHARED,
    on_forget=_GO,
    on_end="those of the two go",
    forget=(Delete(lambda person: or_(Pairing.first_id == person, Pairing.second_id == person)),),
    end=(
        Delete(
            lambda couple: and_(
                Pairing.first_id.in_(select(Member.person_id).where(Member.couple_id == couple)),
                Pairing.second_id.in_(select(Member.person_id).where(Member.couple_id == couple)),
            )
        ),
    ),
    columns={
        "id": "a random number",
        "group_id": "the group it was asked in, if it was",
        "token_hash": "a hash of the invitation link's secret",
        "token": "that secret, for the inviter's own screen, until it is used",
        "language": "the language it is asked in",
        "first_id": "who pressed first, or invited",
        "second_id": "the other",
        "second_confirmed": "whether the other has confirmed",
        "opened_at": "when it began",
        "expires_at": "when the link ends",
        "closed_at": "when it was over",
        "outcome": "how it ended",
    },
)
COUPLES = Rule(
    why="the two are addressed together",
    kept=f"{_THIRTY}; without any person as long as somebody's private answer hangs on it",
    whose=Whose.SHARED,
    on_forget="the couple ends; where the other is gone already, all of it goes",
    on_end="the row goes, or loses its group and its persons",
    forget=(
        Delete(
            lambda person: and_(
                Couple.id.in_(couples_of(person)),
                ~exists().where(_Else.couple_id == Couple.id, _Else.person_id != person),
            )
        ),
    ),
    end=(
        Delete(
            lambda couple: and_(
                Couple.id == couple,
                ~exists().where(CheckIn.couple_id == Couple.id),
                ~exists().where(Review.couple_id == Couple.id),
            )
        ),
        Empty(lambda couple: Couple.id == couple, ("group_id",)),
    ),
    columns={
        "id": "a random number",
        "group_id": "the group they share, if they do",
        "formed_at": "when they became one",
        "ended_at": "when it ended",
    },
)
MEMBERS = Rule(
    why="who the two are",
    kept=_THIRTY,
    whose=Whose.SHARED,
    on_forget="the person's own row goes",
    on_end=_GO,
    forget=(Delete(lambda person: Member.person_id == person),),
    end=(Delete(lambda couple: Member.couple_id == couple),),
    columns={
        "couple_id": "which couple",
        "person_id": "who",
        "active": "whether they are one now",
        "untold": "whether this person has yet to be told that it ended",
    },
)
