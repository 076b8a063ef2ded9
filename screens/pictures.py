"""What the screens with a picture share: in which theme it is drawn, and the button for the other one."""

from collections.abc import Mapping
from typing import Any

from screens.screen import Button, Reader, Theme
from screens.words import press


def theme_of(params: Mapping[str, Any]) -> Theme:
    """The theme that a press asked for; light, if none did."""
    return "dark" if params.get("theme") == "dark" else "light"


def other_theme(reader: Reader, theme: Theme, data: str) -> Button:
    """The button that redraws the picture. It sends `data:dark` or `data:light`.

    Its handler says the same screen with `instead_of` the message, or shows the same page with `drawn=True`;
    in both cases with `theme` as that word.
    """
    if theme == "dark":
        return press(reader, "button-light", f"{data}:light")
    return press(reader, "button-dark", f"{data}:dark")
