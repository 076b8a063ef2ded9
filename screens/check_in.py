"""The daily check-in: the panel for both, and one person's own page. What is hidden is on neither."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from content.markup import join
from content.prompts import prompt_text
from content.rich import Entity, Rich, utf16_length
from screens.screen import Button, Draw, Reader, Screen
from screens.words import day, in_order, named, press, say
from storage.check_ins import CheckInView, OwnAnswerView, ShownAnswer

_Rows = tuple[tuple[Button, ...], ...]

# The weather inside, from the lowest mood to the highest.
MOODS = ("⛈️", "🌧️", "☁️", "🌤️", "☀️")
_MEDIA = {"voice": "🎤", "photo": "🖼️", "sticker": "🏷️"}
_FOLLOWS = "⬇️"


def panel(view: CheckInView, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """The prompt, what was revealed so far, and the buttons for what was not."""
    shown = view.moods_revealed or view.words_revealed
    if reader.shown is None and not shown and (view.closed or reader.now >= view.until):
        # Nobody has seen it, and its time is over: it is skipped without a word.
        return None
    parts = [_asked(view, reader, language) for language in reader.languages or ("en",)]
    if view.words_revealed:
        parts.extend(_words(answer) for answer in _by_name(view.answers))
    elif view.moods_revealed:
        parts.append(Rich("   ".join(_mood(answer) for answer in _by_name(view.answers))))
    words_of = tuple(answer.person.id for answer in view.answers) if shown else ()
    return Screen("checkin", join(parts, "\n\n"), _panel_rows(view, reader), words_of=words_of)


def _asked(view: CheckInView, reader: Reader, language: str) -> Rich:
    """What is asked, in one language; in two, each in its short form."""
    alone = replace(reader, languages=(language,))
    shown = view.moods_revealed or view.words_revealed
    hint = "check-in-hint" if len(reader.languages) < 2 else "check-in-hint.short"
    parts = [say(alone, _heading(view)), _bold(prompt_text(language, view.prompt))]
    return join(parts if shown or view.closed else [*parts, say(alone, hint)], "\n")


def _heading(view: CheckInView) -> str:
    if view.words_revealed:
        return "check-in-both-words"
    return "check-in-both-moods" if view.moods_revealed else "check-in-panel"


def _panel_rows(view: CheckInView, reader: Reader) -> _Rows:
    if view.closed:
        return ()
    rows: list[tuple[Button, ...]] = []
    if not view.moods_revealed:
        rows.append(_mood_row(view.id))
    if not view.words_revealed:
        rows.append(
            (
                press(reader, "button-answer", f"checkin:{view.id}:answer", style="primary"),
                press(reader, "button-skip", f"checkin:{view.id}:skip"),
            )
        )
    return tuple(rows)


def _mood_row(check_in_id: int) -> tuple[Button, ...]:
    return tuple(
        Button(sign, press=f"checkin:{check_in_id}:mood:{number}") for number, sign in enumerate(MOODS, 1)
    )


def _prompt(reader: Reader, prompt: str) -> Rich:
    return _bold(prompt_text(reader.languages[0] if reader.languages else "en", prompt))


def _bold(rich: Rich) -> Rich:
    return Rich(rich.text, (Entity("bold", 0, utf16_length(rich.text)), *rich.entities))


def _by_name(answers: Sequence[ShownAnswer]) -> list[ShownAnswer]:
    by_person = {answer.person.id: answer for answer in answers}
    return [by_person[person.id] for person in in_order(answer.person for answer in answers)]


def _mood(answer: ShownAnswer) -> str:
    """A name, with the mood if it is shown."""
    name = named(answer.person)
    return f"{name} {MOODS[answer.mood - 1]}" if answer.mood else name


def _words(answer: ShownAnswer) -> Rich:
    """A name, and under it what they gave; a file follows as a message of its own."""
    given = _given(answer.words, answer.media, follows=not answer.openly)
    return join([_bold(Rich(_mood(answer))), Rich(given)], "\n")


def _given(words: str | None, media: str | None, *, follows: bool = False) -> str:
    file = f"{_MEDIA[media]} {_FOLLOWS}" if media and follows else _MEDIA[media] if media else None
    return " ".join(part for part in (file, words) if part)


def own(view: OwnAnswerView, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """One person's own page: what they gave, and what they can do with it."""
    if reader.person_id != view.reader_id:
        return None
    gave = _gave(view)
    if view.closed and reader.anew and not gave:
        return None
    parts = [join([say(reader, "check-in-own"), _prompt(reader, view.prompt)], "\n")]
    if gave:
        parts.append(say(reader, "check-in-gave", given=gave))
    parts.append(say(reader, _state(view, reader, gave=bool(gave))))
    return Screen("answer", join(parts, "\n\n"), _own_rows(view, reader, gave=bool(gave)))


def _gave(view: OwnAnswerView) -> str:
    mood = MOODS[view.mood - 1] if view.mood else ""
    return " ".join(part for part in (mood, _given(view.words, view.media)) if part)


def _state(view: OwnAnswerView, reader: Reader, *, gave: bool) -> str:
    """The one line that says what becomes of it."""
    if view.closed and not view.words_revealed:
        return "check-in-gone-by"
    if not view.words_revealed and _is_asked(view, reader):
        if _has_words(view):
            return "check-in-anew"
        return "check-in-asked-mine" if view.only_me else "check-in-asked"
    if view.skipped:
        return _named(
            view, none="check-in-skipped", some="check-in-skipped-rest", all_="check-in-skipped-kept"
        )
    if view.only_me:
        return _named(view, none="check-in-mine-later", some="check-in-mine-rest", all_="check-in-mine")
    if view.words_revealed:
        return "check-in-words-seen" if _hides_mood(view) else "check-in-seen"
    if view.openly:
        return "check-in-in-the-open"
    if view.moods_revealed and not _has_words(view):
        return "check-in-mood-seen"
    return "check-in-hidden" if gave else "check-in-no-hurry"


def _named(view: OwnAnswerView, *, none: str, some: str, all_: str) -> str:
    """Which text holds: none of what they gave is hidden from the other, some of it, or all of it."""
    mood, words = _hides_mood(view), _has_words(view) and not (view.openly or view.words_revealed)
    if not mood and not words:
        return none
    seen = (view.mood is not None and not mood) or (_has_words(view) and not words)
    return some if seen else all_


def _hides_mood(view: OwnAnswerView) -> bool:
    return view.mood is not None and not view.moods_revealed


def _own_rows(view: OwnAnswerView, reader: Reader, *, gave: bool) -> _Rows:
    rows: list[tuple[Button, ...]] = []
    if not view.closed and not view.moods_revealed:
        rows.append(_mood_row(view.check_in_id))
    if not view.closed and not view.words_revealed:
        data = f"checkin:{view.check_in_id}"
        name = "button-change" if _has_words(view) else "button-answer"
        style = None if gave else "primary"
        write = () if _is_asked(view, reader) else (press(reader, name, f"{data}:answer", style=style),)
        whose = ("button-share-after-all", "share") if view.only_me else ("button-only-me", "mine")
        rows.append((*write, press(reader, whose[0], f"{data}:{whose[1]}")))
        if not view.skipped:
            rows[-1] = (*rows[-1], press(reader, "button-skip", f"{data}:skip"))
    if gave and (view.closed or view.words_revealed):
        rows.append((press(reader, "button-answers", "answers"),))
    return tuple(rows)


def _has_words(view: OwnAnswerView) -> bool:
    return view.words is not None or view.media is not None


def _is_asked(view: OwnAnswerView, reader: Reader) -> bool:
    return view.asked_until is not None and reader.now < view.asked_until


def history(view: OwnAnswerView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """One of a person's own answers, with ways to the others."""
    if view is None or reader.person_id != view.reader_id:
        return None
    date = say(reader, "check-in-day", day=day(reader, view.opened_at))
    text = join([date, _prompt(reader, view.prompt), say(reader, "check-in-gave", given=_gave(view))], "\n")
    ways = []
    if view.older_id is not None:
        ways.append(press(reader, "button-earlier", f"answers:{view.older_id}"))
    if view.newer_id is not None:
        ways.append(press(reader, "button-later", f"answers:{view.newer_id}"))
    rows = [tuple(ways)] if ways else []
    if view.media is not None:
        rows.append((press(reader, "button-play", f"answers:{view.id}:play"),))
    return Screen("check_in.history", text, tuple(rows))


def no_history(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Nothing was given yet."""
    return Screen("check_in.no_history", say(reader, "check-in-no-history"))


def low(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """A low mood: how is the body? Each answer leads to one suggestion."""
    rows: _Rows = (
        (
            press(reader, "button-racing", "calm:0:racing"),
            press(reader, "button-far", "calm:0:far"),
            press(reader, "button-settled", "calm:0:settled"),
        ),
    )
    return Screen("check_in.low", say(reader, "check-in-low"), rows)


def openly(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Said once to each, where they answered in the shared chat."""
    return Screen("check_in.openly", say(reader, "check-in-openly"))


def too_long(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """More than fits."""
    return Screen("check_in.too_long", say(reader, "check-in-too-long"))


def fixed(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Both are shown already."""
    return Screen("check_in.fixed", say(reader, "check-in-fixed"))


def other_kind(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """A kind of message that cannot be an answer."""
    return Screen("check_in.other_kind", say(reader, "check-in-other-kind"))


def over(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """An old link; `today`: the check-in that is open now, if there is one."""
    return Screen("check_in.over", say(reader, "check-in-over"), _to_today(reader, params))


def kept_late(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Words that came after the next prompt."""
    return Screen("check_in.kept_late", say(reader, "check-in-kept-late"), _to_today(reader, params))


def _to_today(reader: Reader, params: Mapping[str, Any]) -> _Rows:
    today, own_answers = params.get("today"), press(reader, "button-answers", "answers")
    if not today:
        return ((own_answers,),)
    return ((press(reader, "button-to-today", f"checkin:{today}:answer", style="primary"), own_answers),)


SCREENS: dict[str, Draw] = {
    "check_in.history": history,
    "check_in.no_history": no_history,
    "check_in.low": low,
    "check_in.openly": openly,
    "check_in.too_long": too_long,
    "check_in.fixed": fixed,
    "check_in.other_kind": other_kind,
    "check_in.over": over,
    "check_in.kept_late": kept_late,
}
