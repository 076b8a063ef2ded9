"""/help by situation, /privacy and /safety. Every page has a way back, every leaf a thing that works."""

from collections.abc import Mapping
from typing import Any

from content.directories import directories
from content.markup import join
from screens.screen import Button, Draw, Reader, Screen
from screens.words import label, pause_button, press, say

_Rows = tuple[tuple[Button, ...], ...]


def home(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """What is it right now?"""
    rows: _Rows = (
        (press(reader, "button-we-argue", "help:arguing", style="primary"),),
        (press(reader, "button-we-talk", "help:talk"), press(reader, "button-myself", "help:myself")),
        (press(reader, "button-need-help", "safety:home"), press(reader, "button-settings", "settings:home")),
        (press(reader, "button-almost", "help:almost"), press(reader, "button-rhythm", "rhythm:home")),
        (press(reader, "button-privacy", "help:privacy"),),
    )
    return Screen("help.home", say(reader, "help-home"), rows)


def arguing(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """We are arguing: ✋, or something calming."""
    rows: _Rows = (
        (pause_button(reader),),
        (press(reader, "button-calm", "calm:0"), _back(reader)),
    )
    return Screen("help.arguing", say(reader, "help-arguing"), rows)


def talk(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """We want to talk: words to begin with."""
    rows: _Rows = (
        (press(reader, "button-phrases", "phrases:home", style="primary"),),
        (pause_button(reader), _back(reader)),
    )
    return Screen("help.talk", say(reader, "help-talk"), rows)


def myself(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """I want to understand myself: the body first, one's own list, the playbook and the quiz."""
    rows: _Rows = (
        (press(reader, "button-calm", "calm:0", style="primary"),),
        (press(reader, "button-playbook", "playbook:home"), press(reader, "button-quiz", "quiz:home")),
        (_back(reader),),
    )
    return Screen("help.myself", say(reader, "help-myself"), rows)


def almost(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """It almost happened: good news, kept with one tap; so is whatever went well."""
    rows: _Rows = (
        (
            press(reader, "button-near", "moment:near", style="primary"),
            press(reader, "button-win", "moment:win"),
        ),
        (
            press(reader, "button-review-begin", "review:begin"),
            press(reader, "button-moment-own", "moments:own"),
        ),
        (pause_button(reader), _back(reader)),
    )
    return Screen("help.almost", say(reader, "help-almost"), rows)


def in_group(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """/help in a group: ✋, and the way to the private chat."""
    link = f"https://t.me/{reader.bot_username}?start={params.get('start', 'help')}"
    rows: _Rows = ((pause_button(reader),), (_open_chat(reader, link),))
    return Screen("help.group", say(reader, "help-group"), rows)


def privacy(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """What is kept, and who can see it."""
    rows: _Rows = (
        (press(reader, "button-export", "export:make"), press(reader, "button-forget", "forget:ask")),
        (press(reader, "button-more-help", "help:home"),),
    )
    return Screen("help.privacy", say(reader, "privacy"), rows)


def safety(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """A neutral first line, then directories. Nobody is told; one tap takes it away."""
    listed = directories()
    links = tuple((Button(f"🌐 {entry.name}", link=entry.url),) for entry in listed.entries)
    text = join([say(reader, "safety-home"), say(reader, "safety-checked", date=listed.looked_up)], "\n")
    last = (press(reader, "button-more-help", "safety:more"), _leave(reader))
    return Screen("safety.home", text, (*links, last))


def safety_more(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """When self-help is not enough."""
    rows: _Rows = ((press(reader, "button-back", "safety:home"), _leave(reader)),)
    return Screen("safety.more", say(reader, "safety-more"), rows)


def _back(reader: Reader) -> Button:
    return press(reader, "button-back", "help:home")


def _leave(reader: Reader) -> Button:
    return press(reader, "button-leave", "safety:leave")


def _open_chat(reader: Reader, link: str) -> Button:
    return Button(label(reader, "button-open-chat"), link=link)


SCREENS: dict[str, Draw] = {
    "help.home": home,
    "help.arguing": arguing,
    "help.talk": talk,
    "help.myself": myself,
    "help.almost": almost,
    "help.group": in_group,
    "help.privacy": privacy,
    "safety.home": safety,
    "safety.more": safety_more,
}
