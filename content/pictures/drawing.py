"""Data in, PNG or PDF out. Tens of milliseconds: only the worker process and tests call this."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from content.ftl import ContentError
from content.pictures import fonts, words

Kind = Literal["png", "pdf"]

_FOLDER = Path(__file__).parent
# A template's page is 1080 × 1350 points; so many points an inch make a point a pixel.
_PPI = 72


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(root=_FOLDER, font_paths=fonts.fonts(), ignore_system_fonts=True)


def draw(template: str, data: Mapping[str, Any], theme: str, kind: Kind, *, scale: float = 1.0) -> bytes:
    """Draw `<template>.typ`. `theme`: light or dark; `scale`: of a PNG, 1 means 1080 × 1350 pixels.

    Raises:
        ContentError: there is no such template.
        typst.TypstError: the data are not what the template needs.
    """
    path = _FOLDER / f"{template}.typ"
    if not re.fullmatch(r"[a-z]+", template) or not path.exists():
        raise ContentError(f"there is no picture {template}")
    ready = words.settled(data, fonts.written())
    drawn = _compiler().compile(
        input=path,
        format=kind,
        ppi=_PPI * scale,
        sys_inputs={"data": json.dumps(ready, ensure_ascii=False), "theme": theme},
    )
    if not isinstance(drawn, bytes):
        raise ContentError(f"the picture {template} is not one page")
    return drawn
