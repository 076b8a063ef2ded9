"""What any practice may have to say."""

from collections.abc import Mapping
from typing import Any

from screens.screen import Draw, Reader, Screen
from screens.words import pause_button, say


def trouble(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """The one kind sentence after a failure of ours."""
    return Screen("trouble", say(reader, "trouble"))


def unknown(view: object, reader: Reader, params: Mapping[str, Any]) -> Screen:
    """A private message that we did not understand."""
    return Screen("common.unknown", say(reader, "common-unknown"), ((pause_button(reader),),))


SCREENS: dict[str, Draw] = {"trouble": trouble, "common.unknown": unknown}
