"""Ann and Ben, their pause in each state, and every screen the bot can show them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from content import measure
from screens import (
    check_in,
    common,
    couple,
    export,
    forget,
    moments,
    pairing,
    pause,
    playbook,
    quiz,
    quiz_result,
    review,
    review_private,
    rhythm,
    rhythm_pages,
    sharing,
)  # fmt: skip
from screens import help as helping
from screens.screen import Draw, Reader, Screen, Where
from storage.check_ins import CheckInView, OwnAnswerView, ShownAnswer
from storage.exports import ExportView
from storage.moments import MomentKind, MomentsView, MomentView
from storage.review_views import Given, OwnGivenView, PastView, ReviewView, Step, Wording
from storage.rhythms import RhythmPages, RhythmView
from storage.views import (
    CoupleView,
    Outcome,
    PairingView,
    PartyView,
    PauseState,
    PauseView,
    PersonView,
)
from tests.screens import playbook_views, share_views
from tests.screens.quiz_views import attempts, profiles

START = datetime(2026, 3, 1, 13, 20, tzinfo=UTC)
LONG_ID = 2**62 - 1

ANN = PersonView(1, 1001, "Ann", "en", private_open=True)
BEN = PersonView(2, 1002, "Ben", "zh", private_open=True)
CALLED = PauseView(
    id=LONG_ID,
    couple_id=7,
    state=PauseState.RUNNING,
    outcome=None,
    started_at=START,
    called_at=START,
    return_at=START + timedelta(minutes=20),
    commitment=1,
    parties=(PartyView(ANN, START, None), PartyView(BEN, None, None)),
    unreachable=frozenset(),
)
UNREACHED = replace(CALLED, unreachable=frozenset({BEN.id}))
ALONE = replace(CALLED, couple_id=None, parties=(PartyView(ANN, START, None),))
COUPLE = CoupleView(LONG_ID, (ANN, BEN), ended=False, chat_id=-5, just_two=True)
PROPOSED = RhythmView(
    COUPLE, None, 1230, 1080, 0b1111111, 6, True, True, START, None, None, None, None, apart=False
)
AGREED = replace(PROPOSED, zone="Europe/Berlin", accepted_at=START)
LINK = PairingView(LONG_ID, None, ANN, None, False, None, START, "t" * 43, "en")
RHYTHM_PAGES = ("home", "check-in", "review", "days", "weekday", "clock", "distance", "closeness", "break")
PHONES, OWN = Wording(LONG_ID, "phones", None), Wording(LONG_ID - 1, None, "7 < 8")
REVIEW = ReviewView(
    id=LONG_ID,
    couple=COUPLE,
    step=Step.APPRECIATION,
    opened_at=START,
    closed=False,
    walked=False,
    asks_about=PHONES,
    proposals=(),
    agreement=None,
    given=(Given(Step.WORKS, BEN, ("talking", "everyday"), None), Given(Step.WORKS, ANN, (), "1 < 2")),
)
TABLE = replace(REVIEW, step=Step.AGREEMENT, proposals=(PHONES, OWN))
LANGUAGES = (("en",), ("zh",), ("en", "zh"))
# What may be said where two languages are read; everything else said once is private.
IN_GROUPS = {
    "check_in.openly",
    "pair.crowd",
    "pair.open_private",
    "couple.keyboard",
    "trouble",
    "common.unknown",
    "help.group",
    "rhythm.group",
    "rhythm.break_unread",
    "rhythm.break_far",
}
SCREENS = {
    **pause.SCREENS,
    **pairing.SCREENS,
    **couple.SCREENS,
    **forget.SCREENS,
    **check_in.SCREENS,
    **common.SCREENS,
    **helping.SCREENS,
}
SCREENS |= {**rhythm.SCREENS, **rhythm_pages.SCREENS}


def at(minutes: float) -> datetime:
    """So many minutes after the ✋."""
    return START + timedelta(minutes=minutes)


def reader(
    *languages: str,
    where: Where = Where.SHARED,
    minutes: float = 0,
    person: PersonView | None = None,
    shown: str | None = None,
    anew: bool = True,
) -> Reader:
    """Someone who reads so many minutes after the ✋."""
    person_id = person.id if person else None
    return Reader(languages, where, at(minutes), "backsoon_bot", person_id, shown, anew)


def here(view: PauseView, *people: PersonView) -> PauseView:
    """The pause with these people back."""
    parties = tuple(
        replace(party, here_at=at(20) if party.person in people else party.here_at) for party in view.parties
    )
    return replace(view, parties=parties)


def in_state(view: PauseView, state: PauseState, outcome: Outcome | None = None) -> PauseView:
    """The pause in a later state."""
    closed_at = at(60) if state is PauseState.CLOSED else None
    return replace(view, state=state, outcome=outcome, closed_at=closed_at)


def drawn(draw: Draw, view: object, who: Reader, **params: Any) -> Screen:
    """The screen, which has to be there."""
    screen = draw(view, who, params)
    assert screen is not None
    return screen


def presses(screen: Screen) -> list[str]:
    """What the buttons of a pause send, without the pause they are about."""
    return [(button.press or "").replace(f"pause:{CALLED.id}:", "") for row in screen.rows for button in row]


def times(screen: Screen) -> list[int | None]:
    """The instants in its text."""
    return [entity.unix_time for entity in screen.text.entities if entity.type == "date_time"]


@dataclass(frozen=True)
class Shot:
    """One screen as somebody sees it."""

    screen: Screen
    reader: Reader
    after_return: bool


def gallery() -> Iterator[Shot]:
    """Every screen in every state, place and language, each way it reads once."""
    seen = set()
    for shot in _all():
        seen_as = repr((shot.screen, shot.reader.languages, shot.reader.where, shot.after_return))
        if seen_as not in seen:
            seen.add(seen_as)
            yield shot


def _all() -> Iterator[Shot]:
    for view, who, after in _panels():
        screen = pause.panel(view, who, {})
        if screen is not None:
            yield Shot(screen, who, after)
    yield from _said()
    yield from _reviews()
    yield from _others()


def _panels() -> Iterator[tuple[PauseView, Reader, bool]]:
    both = replace(CALLED, parties=tuple(replace(party, called_at=START) for party in CALLED.parties))
    for view in (
        CALLED,
        both,
        ALONE,
        replace(CALLED, commitment=3),
        replace(CALLED, unreachable=frozenset({2})),
    ):
        for who in _readers(alone=view.couple_id is None):
            for minutes in (0, 3, 16, 20):
                yield view, replace(who, now=at(minutes)), False
            for shown, minutes in (("nearly", 20), ("pause", 45), ("return", 25)):
                yield in_state(view, PauseState.DUE), replace(who, now=at(minutes), shown=shown), True
            for shown in ("pause", "return", "outage"):
                yield in_state(view, PauseState.OPEN), replace(who, now=at(55), shown=shown), True
            for outcome in Outcome:
                closed = replace(in_state(view, PauseState.CLOSED, outcome), undone_by=1)
                early = replace(closed, closed_at=at(10))
                yield closed, replace(who, now=at(60)), outcome is not Outcome.UNDONE
                yield early, replace(who, now=at(10)), False


def _readers(*, alone: bool) -> Iterator[Reader]:
    for person, language in ((ANN, "en"), (ANN, "zh"), (BEN, "zh"), (BEN, "en")):
        if not alone or person is ANN:
            yield reader(language, where=Where.PRIVATE, person=person)
    for languages in LANGUAGES if not alone else ():
        yield reader(*languages, where=Where.SHARED)
        yield reader(*languages, where=Where.CROWD)


def _said() -> Iterator[Shot]:
    due, ann_here = in_state(CALLED, PauseState.DUE), here(in_state(CALLED, PauseState.DUE), ANN)
    unasked = replace(ann_here, unreachable=frozenset({2}))
    alone, opened = in_state(ALONE, PauseState.DUE), in_state(CALLED, PauseState.OPEN)
    cases: tuple[tuple[str, object, PersonView, Mapping[str, Any], float], ...] = (
        ("pause.times", CALLED, ANN, {"page": "first"}, 1),
        ("pause.times", CALLED, ANN, {"page": "more"}, 1),
        ("pause.times", due, ANN, {"page": "first"}, 21),
        ("pause.times", alone, ANN, {"page": "more"}, 21),
        ("pause.times", opened, ANN, {"page": "first"}, 24 * 60),
        ("pause.unreachable", CALLED, ANN, {}, 0),
        ("pause.unreachable", replace(CALLED, return_at=at(65)), ANN, {}, 0),
        ("pause.one_here", ann_here, BEN, {}, 22),
        ("pause.nudge", due, BEN, {}, 30),
        ("pause.quiet", ann_here, ANN, {}, 30),
        ("pause.quiet", unasked, ANN, {}, 30),
        ("pause.offer_longer", CALLED, ANN, {"minutes": 45}, 1),
        ("pause.offer_longer", CALLED, ANN, {"minutes": 65}, 1),
        ("pause.same", CALLED, ANN, {}, 1),
        ("pause.offline_ask", None, ANN, {"sent_at": START.isoformat(), "minutes": 65}, 30),
        ("pause.often", CALLED, ANN, {}, 1),
        ("pause.too_short", None, ANN, {}, 0),
        ("pause.too_long", None, ANN, {}, 0),
        ("pause.not_understood", None, ANN, {}, 0),
        ("pause.maybe", None, ANN, {}, 0),
    )
    for name, view, person, params, minutes in cases:
        after = isinstance(view, PauseView) and view.state is not PauseState.RUNNING
        for language in ("en", "zh"):
            who = reader(language, where=Where.PRIVATE, minutes=minutes, person=person)
            yield Shot(drawn(SCREENS[name], view, who, **params), who, after)
        # Without a private chat, the two's own chat is the place for these.
        if view is None or name == "pause.offer_longer":
            for languages in LANGUAGES:
                yield _shared(name, view, languages, params)


def _others() -> Iterator[Shot]:
    for name, view, params in _once():
        for languages in LANGUAGES if name in IN_GROUPS else LANGUAGES[:2]:
            yield _shared(name, view, languages, params)
    for where in Where:
        for languages in LANGUAGES if where is not Where.PRIVATE else LANGUAGES[:2]:
            who = reader(*languages, where=where, person=ANN)
            yield Shot(drawn(couple.panel, COUPLE, who), who, False)
    yield from _rhythms()
    yield from _check_ins()
    yield from _quiz()
    yield from _playbooks()
    yield from _exports()
    yield from _sharing()
    for view in pairings():
        for languages in LANGUAGES:
            who = reader(*languages)
            yield Shot(drawn(pairing.panel, view, who), who, False)
        for draw in (pairing.invite_panel, pairing.invited_panel):
            for languages in LANGUAGES[:2] if view.first else ():
                who = reader(*languages, where=Where.PRIVATE)
                yield Shot(drawn(draw, view, who), who, False)


def rhythms() -> Iterator[RhythmView]:
    """A couple's rhythm in each of its states."""
    apart = (replace(ANN, zone="Europe/Berlin"), replace(BEN, zone="Asia/Shanghai"))
    yield PROPOSED
    yield replace(PROPOSED, couple=replace(COUPLE, partners=apart))
    yield replace(PROPOSED, check_in_on=False, review_on=False)
    yield AGREED
    yield replace(AGREED, couple=replace(COUPLE, partners=apart))
    yield replace(AGREED, check_in_days=0b0111101)
    yield replace(AGREED, check_in_on=False)
    yield replace(AGREED, review_on=False)
    yield replace(AGREED, check_in_on=False, review_on=False)
    yield replace(AGREED, break_until=START + timedelta(days=3))
    yield replace(AGREED, resting_at=START)


def _rhythms() -> Iterator[Shot]:
    for view in rhythms():
        for languages in LANGUAGES:
            yield Shot(drawn(rhythm.panel, view, who := reader(*languages)), who, False)
        for name in (
            "home",
            "night",
            "check-in",
            "review",
            "days",
            "weekday",
            "clock",
            "distance",
            "closeness",
            "break",
        ):
            for language, intimate in (("en", True), ("zh", False)):
                pages = RhythmPages(ANN, replace(view, apart_chosen=intimate), intimate)
                who = reader(language, where=Where.PRIVATE, person=ANN)
                yield Shot(drawn(rhythm_pages.page, pages, who, page=name), who, False)


def check_ins() -> Iterator[CheckInView]:
    """A check-in in each of its states."""
    prompt, until = "ask-me", START + timedelta(hours=3)
    one = CheckInView(
        LONG_ID, 7, prompt, START, until, False, False, False, (ShownAnswer(ANN), ShownAnswer(BEN))
    )
    moods = (ShownAnswer(ANN, mood=5), ShownAnswer(BEN, mood=1))
    words = (ShownAnswer(ANN, words="7 + 7"), ShownAnswer(BEN, words="14", media="voice"))
    every = (
        ShownAnswer(ANN, mood=2, media="sticker", openly=True),
        ShownAnswer(BEN, mood=3, words="14", media="photo"),
    )
    yield one
    yield replace(one, moods_revealed=True, answers=moods)
    yield replace(one, words_revealed=True, answers=words)
    yield replace(one, moods_revealed=True, words_revealed=True, answers=every)
    yield replace(one, moods_revealed=True, closed=True, answers=moods)


def own_answers() -> Iterator[OwnAnswerView]:
    """Ann's own page in each of its states."""
    empty = OwnAnswerView(
        LONG_ID, LONG_ID - 2, ANN.id, "ask-me", START, False, None, None, None, False, False,
        False, False, False, False, None, LONG_ID - 4, LONG_ID - 6,
    )  # fmt: skip
    asked = replace(empty, asked_until=START + timedelta(hours=3))
    given = replace(empty, mood=4, words="7 + 7", media="photo")
    yield empty
    yield asked
    yield replace(asked, only_me=True)
    yield replace(asked, words="7 + 7")
    yield replace(empty, skipped=True)
    yield given
    yield replace(given, only_me=True)
    yield replace(given, skipped=True)
    yield replace(given, moods_revealed=True)
    yield replace(empty, mood=2, moods_revealed=True)
    yield replace(given, moods_revealed=True, words_revealed=True)
    yield replace(given, closed=True)
    yield replace(given, words_revealed=True)
    yield replace(given, openly=True)
    for half_shown in (replace(given, moods_revealed=True), replace(empty, mood=2, moods_revealed=True)):
        yield replace(half_shown, only_me=True)
        yield replace(half_shown, skipped=True)


def _check_ins() -> Iterator[Shot]:
    for view in check_ins():
        for languages in LANGUAGES:
            who = reader(*languages, shown="checkin")
            yield Shot(drawn(check_in.panel, view, who), who, False)
    for own in own_answers():
        for language in ("en", "zh"):
            who = reader(language, where=Where.PRIVATE, person=ANN)
            yield Shot(drawn(check_in.own, own, who), who, False)
            yield Shot(drawn(check_in.history, replace(own, mood=3), who), who, False)


def reviews() -> Iterator[ReviewView]:
    """A review at each of its steps and in each of its ends."""
    for step in Step:
        yield replace(REVIEW, step=step)
    yield TABLE
    yield replace(TABLE, proposals=(PHONES, OWN, replace(OWN, id=5)))
    for walked in (True, False):
        yield replace(REVIEW, closed=True, walked=walked)
    yield replace(REVIEW, closed=True, walked=True, agreement=PHONES)


def _reviews() -> Iterator[Shot]:
    for view in reviews():
        for languages in LANGUAGES:
            who = reader(*languages)
            yield Shot(drawn(review.panel, view, who), who, False)
    own = OwnGivenView(ANN.id, LONG_ID, Given(Step.WORKS, ANN, ("talking",), None), False, BEN)
    past = PastView(ANN.id, 1, 3, replace(REVIEW, closed=True, agreement=PHONES), (own.given,))
    win = MomentView(LONG_ID, MomentKind.WIN, None, START, False, ANN, BEN)
    private: tuple[tuple[Draw, object, Mapping[str, Any]], ...] = (
        *(
            (draw, REVIEW, {"step": step})
            for step in ("near", "agreement")
            for draw in review_private.SCREENS.values()
        ),
        *((draw, own, {"id": LONG_ID}) for draw in review_private.OWN_SCREENS.values()),
        (review_private.past, past, {}),
        (review_private.past, None, {}),
        (moments.logged, win, {}),
        (moments.logged, replace(win, kind=MomentKind.NEAR), {}),
        (moments.logged, replace(win, partner=None), {}),
        (moments.logged, replace(win, told=True), {}),
        (moments.ask, win, {}),
        (moments.own, MomentsView(ANN.id, (win,)), {}),
        (moments.own, MomentsView(ANN.id, ()), {}),
    )
    for draw, about, params in private:
        for language in ("en", "zh"):
            who, seen = reader(language, where=Where.PRIVATE, person=ANN), about
            if isinstance(seen, MomentView) and seen.partner is not None:
                # A preview is in the words of whoever will read it.
                seen = replace(seen, partner=replace(BEN, language=language))
            yield Shot(drawn(draw, seen, who, **params), who, False)


def _sharing() -> Iterator[Shot]:
    for language in ("en", "zh"):
        who = reader(language, where=Where.PRIVATE, person=ANN)
        for draw, view, params in share_views.cases(ANN, BEN):
            yield Shot(drawn(draw, view, who, **params), who, False)
        for message, anew in share_views.messages(ANN, BEN):
            yield Shot(drawn(sharing.message, message, replace(who, anew=anew)), who, False)


def _quiz() -> Iterator[Shot]:
    for languages in LANGUAGES[:2]:
        who = reader(*languages, where=Where.PRIVATE, person=ANN)
        for attempt in attempts(ANN.id):
            for draw in quiz.ATTEMPT_SCREENS.values():
                yield Shot(drawn(draw, attempt, who), who, False)
        for name, draw in (quiz.PROFILE_SCREENS | quiz_result.SCREENS).items():
            for profile in profiles(ANN.id):
                if name != "quiz.then" or profile.change is not None:
                    yield Shot(drawn(draw, profile, who), who, False)
        for draw in quiz.SCREENS.values():
            yield Shot(drawn(draw, None, who, attempt=LONG_ID), who, False)


def _playbooks() -> Iterator[Shot]:
    for view in playbook_views.views():
        for name, draw in playbook.SCREENS.items():
            for language, last in (("en", True), ("zh", False)):
                who = reader(language, where=Where.PRIVATE, person=ANN)
                for said in (None, "lighter") if name == "playbook.trial" else (None,):
                    screen = draw(view, who, {"experiment": LONG_ID, "last": last, "said": said})
                    if screen is not None:
                        yield Shot(screen, who, False)


def _exports() -> Iterator[Shot]:
    """How far a copy is, and the file's caption."""
    for language in ("en", "zh"):
        who = reader(language, where=Where.PRIVATE, person=ANN)
        for step in ("collecting", "drawing", "ready", "failed"):
            row = ExportView(LONG_ID, ANN.id, step, (BEN.id,))
            yield Shot(drawn(export.panel, row, who), who, False)
            yield Shot(drawn(export.file, row, who), who, False)
        yield Shot(drawn(export.enough, None, who), who, False)


def _once() -> Iterator[tuple[str, object, Mapping[str, Any]]]:
    crowd, unopened = replace(COUPLE, just_two=False), replace(BEN, private_open=False)
    yield "pair.start", None, {"state": "new"}
    yield "pair.start", None, {"state": "half"}
    yield "pair.start", None, {"state": "paired"}
    yield "pair.start", None, {"state": "paired", "partner": "Ben"}
    for why in ("expired", "used", "revoked", "own", "paired", "unknown"):
        yield "pair.link_bad", None, {"why": why}
    yield "pair.crowd", crowd, {}
    yield "pair.open_private", replace(COUPLE, partners=(ANN, unopened)), {}
    yield "pair.open_private", replace(COUPLE, partners=(replace(ANN, private_open=False), unopened)), {}
    yield "pair.open_private", replace(crowd, partners=(ANN, unopened)), {}
    yield "pair.already", None, {}
    yield "couple.keyboard", COUPLE, {}
    for name in ("couple.unpair_ask", "couple.unpaired", "couple.told", "couple.kept", "couple.frozen"):
        yield name, COUPLE, {"id": LONG_ID}
    for name in forget.SCREENS:
        yield name, None, {"id": ANN.id}
    for name in helping.SCREENS:
        yield name, None, {}
    for name in rhythm.SCREENS:
        yield name, None, {}
    for name in (name for name in check_in.SCREENS if name != "check_in.history"):
        yield name, None, {"today": LONG_ID}
    yield "trouble", None, {}
    yield "common.unknown", None, {}


def _shared(name: str, view: object, languages: tuple[str, ...], params: Mapping[str, Any]) -> Shot:
    who = reader(*languages)
    return Shot(drawn(SCREENS[name], view, who, **params), who, False)


def pairings() -> Iterator[PairingView]:
    """A pairing in each of its states."""
    yield replace(LINK, first=None)
    yield LINK
    yield replace(LINK, second=BEN)
    yield replace(LINK, second=BEN, second_confirmed=True)
    for outcome in ("paired", "declined", "revoked", "expired", "replaced"):
        yield replace(LINK, second=BEN, outcome=outcome, token=None)


# Long and short are the same for tests and for what is checked at load.
word_count = measure.word_count
