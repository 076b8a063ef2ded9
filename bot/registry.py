"""Every practice, in one place: its handlers, timers, events, panels and screens.

A new practice adds its line to `FEATURES` and nothing anywhere else.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from telegram.ext import BaseHandler

import handlers.calm
import handlers.check_in
import handlers.common
import handlers.couple
import handlers.export
import handlers.forget
import handlers.groups
import handlers.help
import handlers.moments
import handlers.pairing
import handlers.pause
import handlers.phrases
import handlers.playbook
import handlers.quiz
import handlers.review
import handlers.rhythm
import handlers.settings
import handlers.sharing
import handlers.start
import handlers.words
import screens.calm
import screens.check_in
import screens.comforts
import screens.common
import screens.couple
import screens.export
import screens.forget
import screens.help
import screens.moments
import screens.pairing
import screens.pause
import screens.phrases
import screens.playbook
import screens.portrait
import screens.quiz
import screens.quiz_result
import screens.report
import screens.review
import screens.review_private
import screens.review_week
import screens.rhythm
import screens.rhythm_pages
import screens.settings
import screens.sharing
import screens.together
from bot import events, holding
from content.prompts import prompts
from content.quiz import quiz_items
from practices import (
    check_in,
    check_in_nudge,
    check_in_reveal,
    couple,
    experiments,
    export,
    forget,
    pause_steps,
    playbook,
    quiz_profile,
    quiz_retake,
    review,
    rhythm,
    rhythm_fire,
    sharing_views,
)
from practices.turn import Turn
from screens.screen import Draw, NotNow, Reader, Screen
from storage.preferences import preferences
from storage.rhythms import RhythmView
from storage.share_views import What
from storage.weeks import week
from storage.work import Work

Load = Callable[[Work, int], Awaitable[Any]]
Look = Callable[[Work, Mapping[str, Any]], Awaitable[Any]]
Fire = Callable[[Turn, int], Awaitable[None]]
Hear = Callable[[Turn, Mapping[str, Any]], Awaitable[None]]
Handlers = tuple[BaseHandler[Any, Any, Any], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """How a panel is drawn: `load` reads its view by the id in its key."""

    load: Load
    draw: Draw


@dataclass(frozen=True, slots=True)
class Feature:
    """What one practice brings.

    `screens` are drawn from the view that `load` finds for their `id`, or `look` for all that they carry;
    what `look` does not find is drawn all the same.
    """

    handlers: Handlers = ()
    panels: Mapping[str, Panel] = field(default_factory=dict)
    load: Load | None = None
    look: Look | None = None
    screens: Mapping[str, Draw] = field(default_factory=dict)
    timers: Mapping[str, Fire] = field(default_factory=dict)
    events: Mapping[str, Hear] = field(default_factory=dict)


async def _pause(work: Work, pause_id: int) -> Any:
    return await work.pauses.view(pause_id)


async def _pairing(work: Work, pairing_id: int) -> Any:
    return await work.pairings.view(pairing_id)


async def _couple(work: Work, couple_id: int) -> Any:
    return await work.couples.view(couple_id)


async def _check_in(work: Work, check_in_id: int) -> Any:
    return await work.check_ins.view(check_in_id)


async def _own_check_in(work: Work, answer_id: int) -> Any:
    return await work.check_ins.own(answer_id)


async def _comforts(work: Work, person_id: int) -> Any:
    return await work.comforts.view(person_id)


async def _preferences(work: Work, person_id: int) -> Any:
    return await preferences(work.persons, work.couples, person_id)


async def _rhythm(work: Work, couple_id: int) -> Any:
    return await work.rhythms.view(couple_id)


async def _rhythm_pages(work: Work, person_id: int) -> Any:
    return await work.rhythms.pages(person_id)


async def _begin_check_in(turn: Turn, view: RhythmView, day: date, until: datetime) -> None:
    await check_in.begin(turn, prompts(), view, day, until)


async def _review(work: Work, review_id: int) -> Any:
    return await work.reviews.view(review_id)


async def _own_answer(work: Work, answer_id: int) -> Any:
    return await work.reviews.own_view(answer_id)


async def _past_review(work: Work, params: Mapping[str, Any]) -> Any:
    return await work.reviews.past(int(params["id"]), int(params["number"]))


async def _week(work: Work, params: Mapping[str, Any]) -> Any:
    days = date.fromisoformat(params["first"]), date.fromisoformat(params["last"])
    return await week(work, int(params["id"]), days)


async def _attempt(work: Work, person_id: int) -> Any:
    return await work.quizzes.view(person_id)


async def _profile(work: Work, person_id: int) -> Any:
    return await quiz_profile.profile(work, quiz_items(), person_id)


async def _portrait(work: Work, person_id: int) -> Any:
    return await sharing_views.picture(work, quiz_items(), person_id)


async def _own_profile(work: Work, person_id: int) -> Any:
    return await sharing_views.own(work, quiz_items(), person_id)


async def _share(work: Work, share_id: int) -> Any:
    return await sharing_views.message(work, share_id)


async def _share_choice(work: Work, params: Mapping[str, Any]) -> Any:
    return await sharing_views.choice(work, quiz_items(), int(params["id"]))


async def _share_preview(work: Work, params: Mapping[str, Any]) -> Any:
    what = What(params["what"])
    return await sharing_views.preview(work, quiz_items(), int(params["id"]), int(params["attempt"]), what)


async def _shared(work: Work, params: Mapping[str, Any]) -> Any:
    return await sharing_views.opened(work, quiz_items(), int(params["id"]), int(params["share"]))


async def _together(work: Work, params: Mapping[str, Any]) -> Any:
    return await sharing_views.cycle_of(work, quiz_items(), int(params["id"]))


async def _moment(work: Work, moment_id: int) -> Any:
    return await work.moments.view(moment_id)


async def _export(work: Work, export_id: int) -> Any:
    return await work.exports.view(export_id)


async def _moments(work: Work, person_id: int) -> Any:
    return await work.moments.own(person_id)


async def _playbook(work: Work, person_id: int) -> Any:
    return await playbook.view(work, quiz_items(), person_id)


async def _calm(work: Work, params: Mapping[str, Any]) -> Any:
    pause_id = int(params["id"]) if "id" in params else None
    return await playbook.calm_view(work, quiz_items(), int(params.get("reader", 0)), pause_id)


FEATURES = (
    Feature(
        handlers=handlers.pause.HANDLERS,
        panels={"pause": Panel(_pause, screens.pause.panel)},
        load=_pause,
        screens=screens.pause.SCREENS,
        timers={pause_steps.TIMER_KIND: pause_steps.fire},
    ),
    Feature(handlers=handlers.settings.HANDLERS, load=_preferences, screens=screens.settings.SCREENS),
    Feature(
        handlers=handlers.rhythm.HANDLERS,
        panels={"rhythm": Panel(_rhythm, screens.rhythm.panel)},
        load=_rhythm_pages,
        screens={**screens.rhythm.SCREENS, **screens.rhythm_pages.SCREENS},
        timers={
            rhythm.RHYTHM: rhythm_fire.fire,
            rhythm.CHECK_IN: rhythm_fire.firing_check_in(_begin_check_in),
            rhythm.REVIEW: rhythm_fire.firing_review(review.begin),
        },
    ),
    Feature(handlers=handlers.calm.HANDLERS, screens=screens.calm.SCREENS),
    Feature(look=_calm, screens=screens.calm.OWN_SCREENS),
    Feature(
        handlers=handlers.check_in.HANDLERS,
        panels={
            "checkin": Panel(_check_in, screens.check_in.panel),
            "answer": Panel(_own_check_in, screens.check_in.own),
        },
        load=_own_check_in,
        screens=screens.check_in.SCREENS,
        timers={
            check_in_nudge.TIMER_KIND: check_in_nudge.fire,
            check_in_reveal.TIMER_KIND: check_in_reveal.fire,
        },
    ),
    Feature(load=_comforts, screens=screens.comforts.SCREENS),
    Feature(
        handlers=handlers.review.HANDLERS,
        panels={"review": Panel(_review, screens.review.panel)},
        load=_review,
        screens={**screens.review.SCREENS, **screens.review_private.SCREENS},
        timers={review.TIMER_KIND: review.end},
    ),
    Feature(load=_own_answer, screens=screens.review_private.OWN_SCREENS),
    Feature(look=_past_review, screens=screens.review_private.PAST_SCREENS),
    Feature(look=_week, screens=screens.review_week.SCREENS),
    Feature(
        handlers=handlers.sharing.HANDLERS,
        panels={"share": Panel(_share, screens.sharing.message)},
        load=_portrait,
        screens={**screens.portrait.SCREENS, **screens.together.NEEDS_SCREENS},
    ),
    Feature(load=_own_profile, screens=screens.report.SCREENS),
    Feature(look=_share_choice, screens=screens.sharing.SCREENS),
    Feature(look=_share_preview, screens=screens.sharing.PREVIEW_SCREENS),
    Feature(look=_shared, screens=screens.sharing.OPENED_SCREENS),
    Feature(look=_together, screens=screens.together.SCREENS),
    Feature(handlers=handlers.moments.HANDLERS, load=_moment, screens=screens.moments.SCREENS),
    Feature(load=_moments, screens=screens.moments.OWN_SCREENS),
    Feature(
        handlers=handlers.quiz.HANDLERS,
        load=_profile,
        screens={**screens.quiz.PROFILE_SCREENS, **screens.quiz_result.SCREENS},
        timers={quiz_retake.TIMER_KIND: quiz_retake.fire},
    ),
    Feature(load=_attempt, screens={**screens.quiz.SCREENS, **screens.quiz.ATTEMPT_SCREENS}),
    Feature(handlers=handlers.phrases.HANDLERS, screens=screens.phrases.SCREENS),
    Feature(
        handlers=handlers.playbook.HANDLERS,
        load=_playbook,
        screens=screens.playbook.SCREENS,
        timers={experiments.TIMER_KIND: experiments.fire},
    ),
    Feature(
        handlers=handlers.pairing.HANDLERS,
        panels={
            "pair": Panel(_pairing, screens.pairing.panel),
            "invite": Panel(_pairing, screens.pairing.invite_panel),
            "invited": Panel(_pairing, screens.pairing.invited_panel),
        },
        load=_couple,
        screens=screens.pairing.SCREENS,
    ),
    Feature(
        handlers=handlers.couple.HANDLERS,
        panels={"couple": Panel(_couple, screens.couple.panel)},
        load=_couple,
        screens=screens.couple.SCREENS,
        timers={couple.END_KIND: couple.end},
    ),
    Feature(
        handlers=handlers.forget.HANDLERS,
        screens=screens.forget.SCREENS,
        timers={forget.TIMER_KIND: forget.go_on},
    ),
    Feature(
        handlers=handlers.export.HANDLERS,
        panels={"export": Panel(_export, screens.export.panel)},
        load=_export,
        screens=screens.export.SCREENS,
        timers={export.TIMER_KIND: export.end},
    ),
    Feature(handlers=handlers.groups.HANDLERS, events=events.EVENTS),
    Feature(handlers=handlers.start.HANDLERS),
    Feature(handlers=handlers.help.HANDLERS, screens=screens.help.SCREENS),
    Feature(handlers=handlers.words.HANDLERS, screens=screens.common.SCREENS),
)

# They take what no feature's handler took.
FALLBACKS: Handlers = handlers.common.FALLBACKS

TIMERS: Mapping[str, Fire] = {kind: fire for feature in FEATURES for kind, fire in feature.timers.items()}
EVENTS: Mapping[str, Hear] = {kind: hear for feature in FEATURES for kind, hear in feature.events.items()}
PANELS: Mapping[str, Panel] = {name: panel for feature in FEATURES for name, panel in feature.panels.items()}
_SCREENS: Mapping[str, tuple[Feature, Draw]] = {
    name: (feature, draw) for feature in FEATURES for name, draw in feature.screens.items()
}

# A pause must be seen by a partner without a private chat, even in a group with others in it.
SEEN_BY_CROWD = frozenset({"pause"})


async def draw(work: Work, kind: str, name: str, params: Mapping[str, Any], reader: Reader) -> Screen | None:
    """Draw an outbox row (`kind`: panel or screen) from what is true now. None: nothing to show any more.

    Raises:
        NotNow: to be drawn later, since a pause or a holiday comes first.
    """
    screen = await _draw(work, kind, name, params, reader)
    if screen is not None and await holding.must_wait(work, kind, name, params, reader):
        raise NotNow(holding.LOOK_AGAIN)
    return screen


async def _draw(work: Work, kind: str, name: str, params: Mapping[str, Any], reader: Reader) -> Screen | None:
    if not reader.languages and "language" in params:
        reader = replace(reader, languages=(str(params["language"]),))
    if kind == "panel":
        prefix, _, subject = name.partition(":")
        panel = PANELS[prefix]
        view = await panel.load(work, int(subject))
        return panel.draw(view, reader, params) if view is not None else None
    feature, draw_screen = _SCREENS[name]
    view = await feature.look(work, params) if feature.look is not None else None
    if "id" in params and feature.load is not None:
        view = await feature.load(work, int(params["id"]))
        if view is None:
            return None
    return draw_screen(view, reader, params)
