"""/forget: what goes and what cannot, one question, and goodbye."""

from collections.abc import Mapping
from typing import Any

from screens.screen import Draw, Reader, Screen
from screens.words import press, say


def ask(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """Names what goes. `id`: the person's own."""
    about = f"forget:{params['id']}"
    rows = (
        (
            press(reader, "button-forget", f"{about}:yes", style="danger"),
            press(reader, "button-keep", f"{about}:no"),
        ),
        (press(reader, "button-export", "export:make"),),
    )
    return Screen("forget.ask", say(reader, "forget-ask"), rows)


def kept(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """To whoever thought better of it."""
    return Screen("forget.kept", say(reader, "couple-kept"))


def done(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """To somebody whom the bot does not know any more. `language`: theirs."""
    return Screen("forget.done", say(reader, "forget-done"))


SCREENS: dict[str, Draw] = {"forget.ask": ask, "forget.kept": kept, "forget.done": done}
