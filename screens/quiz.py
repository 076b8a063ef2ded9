"""The quiz in private: the page before it, one item a screen, stopping, and letting it all go."""

from collections.abc import Mapping
from typing import Any

from content.markup import join
from content.quiz import POINTS, end_labels, item_text, quiz_items
from content.rich import Entity, Rich, utf16_length
from screens.screen import Button, Draw, Reader, Screen
from screens.words import press, say
from storage.quiz_views import HIGHEST, LOWEST, Profile
from storage.quizzes import AttemptView

_Rows = tuple[tuple[Button, ...], ...]

# What the seven buttons show.
SIGN_OF_POINT = {point: f"{point}\ufe0f\u20e3" for point in POINTS}
_BAR = 14
_DONE, _TO_COME = "■", "□"


def intro(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """What it is, how long it takes, and who sees it."""
    rows: _Rows = (
        (
            press(reader, "button-quiz-begin", "quiz:begin", style="primary"),
            press(reader, "button-back", "help:myself"),
        ),
    )
    return Screen("quiz.intro", say(reader, "quiz-intro", all=len(quiz_items())), rows)


def item(view: AttemptView, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The item that is asked now, with what was answered before if somebody came back to it."""
    if reader.person_id != view.reader_id:
        return None
    items = quiz_items()
    asked, language = items[view.at - 1], reader.languages[0] if reader.languages else "en"
    given = view.answers.get(asked.id)
    low, high = end_labels(language)
    ends = f"{SIGN_OF_POINT[LOWEST]} {low}\n{SIGN_OF_POINT[HIGHEST]} {high}"
    head = join([say(reader, "quiz-progress", at=view.at, all=len(items)), Rich(_bar(view.at))], "\n")
    parts = [head, bold(item_text(language, asked.id)), Rich(ends)]
    if given is not None:
        parts.append(say(reader, "quiz-given", value=given))
    return Screen("quiz.item", join(parts, "\n\n"), _item_rows(view, reader, given))


def _item_rows(view: AttemptView, reader: Reader, given: int | None) -> _Rows:
    here = f"quiz:{view.id}:{view.at}"
    points = tuple(
        Button(sign, press=f"{here}:{point}", style="primary" if point == given else None)
        for point, sign in SIGN_OF_POINT.items()
    )
    ways = [press(reader, "button-skip", f"{here}:skip")]
    if view.at > 1:
        ways.insert(0, press(reader, "button-back", f"{here}:back"))
    if given is not None:
        ways.append(press(reader, "button-next", f"{here}:next"))
    return (points, tuple(ways), (press(reader, "button-quiz-stop", f"{here}:stop"),))


def _bar(at: int) -> str:
    # Full at the last item alone.
    done = at * _BAR // len(quiz_items())
    return _DONE * done + _TO_COME * (_BAR - done)


def resume(view: AttemptView, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """There is an open attempt: go on, or begin anew."""
    if reader.person_id != view.reader_id:
        return None
    rows: _Rows = (
        (
            press(reader, "button-quiz-go", f"quiz:{view.id}:go", style="primary"),
            press(reader, "button-quiz-anew", f"quiz:{view.id}:anew"),
        ),
        (press(reader, "button-quiz-delete", f"quiz:{view.id}:delete"),),
    )
    if view.has_result:
        rows = (*rows[:1], (press(reader, "button-quiz-result", "quiz:result"), *rows[1]))
    return Screen("quiz.resume", say(reader, "quiz-resume", at=view.at, all=len(quiz_items())), rows)


def stopped(view: AttemptView, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """Enough for now."""
    if reader.person_id != view.reader_id:
        return None
    rows: _Rows = (
        (
            press(reader, "button-quiz-go", f"quiz:{view.id}:go", style="primary"),
            press(reader, "button-more-help", "help:home"),
        ),
    )
    return Screen("quiz.stopped", say(reader, "quiz-stopped", at=view.at, all=len(quiz_items())), rows)


def delete(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """One question before all of it goes."""
    rows: _Rows = (
        (
            press(reader, "button-quiz-forget", f"quiz:{int(params['attempt'])}:forget"),
            press(reader, "button-quiz-keep", "quiz:home", style="primary"),
        ),
    )
    return Screen("quiz.delete", say(reader, "quiz-delete"), rows)


def gone(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """It is gone."""
    rows: _Rows = (
        (press(reader, "button-quiz", "quiz:intro"), press(reader, "button-more-help", "help:home")),
    )
    return Screen("quiz.gone", say(reader, "quiz-gone"), rows)


def again(view: Profile, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """Four weeks later: another attempt, if somebody likes."""
    if reader.person_id != view.reader_id:
        return None
    rows: _Rows = (
        (
            press(reader, "button-quiz-more", "quiz:intro", style="primary"),
            press(reader, "button-quiz-result", "quiz:result"),
        ),
    )
    return Screen("quiz.again", say(reader, "quiz-again"), rows)


def bold(rich: Rich) -> Rich:
    """The whole of it in bold."""
    return Rich(rich.text, (Entity("bold", 0, utf16_length(rich.text)), *rich.entities))


# Drawn from no view; from the open attempt; from the newest profile.
SCREENS: dict[str, Draw] = {"quiz.intro": intro, "quiz.delete": delete, "quiz.gone": gone}
ATTEMPT_SCREENS: dict[str, Draw] = {"quiz.item": item, "quiz.resume": resume, "quiz.stopped": stopped}
PROFILE_SCREENS: dict[str, Draw] = {"quiz.again": again}
