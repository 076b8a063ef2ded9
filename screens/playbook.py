"""The playbook, drawn for its author alone: what fits, words with copy buttons, and a small experiment."""

from collections.abc import Mapping
from typing import Any

from content.markup import join
from content.rich import Rich
from screens.screen import Button, Draw, Reader, Screen
from screens.words import day, label, plain, press, say
from storage.playbooks import Felt, Note, PlaybookView, Trial, TrialView, trial_key

_Rows = tuple[tuple[Button, ...], ...]

# A feeling's button, and what is answered to it.
_FELT: Mapping[Felt, tuple[str, str]] = {
    Felt.LIGHTER: ("button-lighter", "felt-lighter"),
    Felt.SAME: ("button-same", "felt-same"),
    Felt.HARDER: ("button-harder", "felt-harder"),
    Felt.MISSED: ("button-missed", "felt-missed"),
}
_SAID: Mapping[str, str] = {
    **{felt.value: answer for felt, (_, answer) in _FELT.items()},
    "stopped": "trial-stopped",
}


def home(view: PlaybookView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """What somebody brings comes first; without a profile, what it would need."""
    if view is None or view.reader_id != reader.person_id:
        return None
    parts = [say(reader, "playbook-home")]
    if view.playbook.own:
        parts.append(say(reader, "playbook-strengths"))
        parts += [_item(reader, key) for key in view.playbook.strengths]
        parts.append(say(reader, "playbook-now"))
    else:
        parts.append(say(reader, "playbook-without"))
    running = _running(view, reader)
    if running is not None:
        parts.append(say(reader, "playbook-running", trial=plain(reader, trial_key(running.trial))))
    rows: _Rows = (
        (
            press(reader, "button-soothing", "playbook:soothing", style="primary"),
            press(reader, "button-trial", "playbook:trial"),
        ),
        (press(reader, "button-say", "playbook:say"), press(reader, "button-hear", "playbook:hear")),
        (press(reader, "button-partner", "playbook:partner"), press(reader, "button-back", "help:myself")),
    )
    if not view.playbook.own:
        rows = ((press(reader, "button-quiz", "quiz:home"),), *rows)
    return Screen("playbook.home", join(parts, "\n"), rows)


def soothing(view: PlaybookView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """What settles, before any words."""
    if view is None or view.reader_id != reader.person_id:
        return None
    text = join([say(reader, "playbook-soothing"), *_items(reader, view.playbook.soothing)], "\n")
    rows: _Rows = ((press(reader, "button-calm", "calm:0", style="primary"), _back(reader)),)
    return Screen("playbook.soothing", text, rows)


def to_say(view: PlaybookView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """Words to say."""
    if view is None or view.reader_id != reader.person_id:
        return None
    return _lines("playbook.say", say(reader, "playbook-say"), view.playbook.say, reader)


def to_hear(view: PlaybookView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """Words that do good."""
    if view is None or view.reader_id != reader.person_id:
        return None
    return _lines("playbook.hear", say(reader, "playbook-hear"), view.playbook.hear, reader)


def partner(view: PlaybookView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """How the partner can help, to be passed on by the reader, if at all."""
    if view is None or view.reader_id != reader.person_id:
        return None
    return _lines("playbook.partner", say(reader, "playbook-partner"), view.playbook.partner, reader)


def trial(view: PlaybookView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """This week's experiment, or what there is to choose from. `said`: what was just told, to be answered."""
    if view is None or view.reader_id != reader.person_id:
        return None
    parts = [say(reader, _SAID[params["said"]])] if params.get("said") else []
    running, offered = _running(view, reader), view.playbook.trials
    rows: _Rows
    if running is not None:
        parts += [
            say(reader, "trial-home-running"),
            _item(reader, trial_key(running.trial)),
            say(reader, "trial-how"),
        ]
        rows = (*_feelings(reader, running), (_stop(reader, running), *_log(reader, view)), (_back(reader),))
    else:
        parts.append(say(reader, "trial-home-one" if len(offered) == 1 else "trial-home-two"))
        parts += _items(reader, tuple(map(trial_key, offered)))
        rows = (_begin(reader, offered), (*_log(reader, view), _back(reader)))
    return Screen("playbook.trial", join(parts, "\n"), rows)


def ask(view: PlaybookView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """How did it feel? The first line tells a lock screen nothing. `last`: the week is over."""
    if view is None or view.reader_id != reader.person_id:
        return None
    latest = view.latest
    if latest is None or latest.id != params["experiment"]:
        return None
    question = say(reader, "trial-ask-last" if params["last"] else "trial-ask")
    rows: _Rows = (*_feelings(reader, latest), (_stop(reader, latest),))
    if params["last"]:
        rows = _feelings(reader, latest)
    return Screen("playbook.ask", join([question, _item(reader, trial_key(latest.trial))], "\n"), rows)


def log(view: PlaybookView | None, reader: Reader, params: Mapping[str, Any]) -> Screen | None:
    """How it felt, the newest first."""
    if view is None or view.reader_id != reader.person_id:
        return None
    parts = [say(reader, "trial-log" if view.notes else "trial-log-none")]
    parts += [_entry(reader, note) for note in view.notes]
    rows: _Rows = ((press(reader, "button-back", "playbook:trial"),),)
    return Screen("playbook.log", join(parts, "\n"), rows)


def _running(view: PlaybookView, reader: Reader) -> TrialView | None:
    return view.latest if view.latest is not None and reader.now < view.latest.until else None


def _feelings(reader: Reader, latest: TrialView) -> _Rows:
    buttons = [press(reader, key, f"trial:{latest.id}:{felt.value}") for felt, (key, _) in _FELT.items()]
    return tuple(buttons[:2]), tuple(buttons[2:])


def _begin(reader: Reader, offered: tuple[Trial, ...]) -> tuple[Button, ...]:
    if len(offered) == 1:
        return (press(reader, "button-trial-begin", f"trial:begin:{offered[0].value}", style="primary"),)
    return tuple(
        press(
            reader,
            "button-trial-other",
            f"trial:begin:{one.value}",
            name=plain(reader, f"{trial_key(one)}.short"),
        )
        for one in offered
    )


def _stop(reader: Reader, latest: TrialView) -> Button:
    return press(reader, "button-trial-stop", f"trial:{latest.id}:stop")


def _log(reader: Reader, view: PlaybookView) -> tuple[Button, ...]:
    return (press(reader, "button-trial-log", "playbook:log"),) if view.notes else ()


def _entry(reader: Reader, note: Note) -> Rich:
    name = plain(reader, f"{trial_key(note.trial)}.short")
    felt = plain(reader, _FELT[note.felt][0])
    return say(reader, "trial-entry", date=day(reader, note.at), name=name, felt=felt)


def _lines(name: str, heading: Rich, keys: tuple[str, ...], reader: Reader) -> Screen:
    copies = tuple((_copy(reader, key),) for key in keys)
    text = join([heading, *_items(reader, keys)], "\n")
    return Screen(name, text, (*copies, (_back(reader),)))


def _copy(reader: Reader, key: str) -> Button:
    return Button(label(reader, "button-line", short=plain(reader, f"{key}.short")), copy=plain(reader, key))


def _items(reader: Reader, keys: tuple[str, ...]) -> list[Rich]:
    return [_item(reader, key) for key in keys]


def _item(reader: Reader, key: str) -> Rich:
    return Rich(f"• {plain(reader, key)}")


def _back(reader: Reader) -> Button:
    return press(reader, "button-back", "playbook:home")


SCREENS: dict[str, Draw] = {
    "playbook.home": home,
    "playbook.soothing": soothing,
    "playbook.say": to_say,
    "playbook.hear": to_hear,
    "playbook.partner": partner,
    "playbook.trial": trial,
    "playbook.ask": ask,
    "playbook.log": log,
}
