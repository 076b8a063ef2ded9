"""The fonts of all pictures. They come with the installation, so pictures are the same on every machine."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import typst

# Latin, Greek, Cyrillic and Devanagari; simplified Chinese with kana. Both are under the OFL.
_FOLDERS = (("fontpkg_noto_sans", "files"), ("justmytype_intl_cjk", "fonts/ofl/notosanssc"))


def folders() -> list[Path]:
    """Where the font files lie. Raises ModuleNotFoundError where a package of them is missing."""
    return [Path(str(files(package))) / folder for package, folder in _FOLDERS]


@cache
def fonts() -> typst.Fonts:
    """These fonts and no others, whatever the machine has."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders())


@cache
def written() -> frozenset[int]:
    """The code points that the fonts can write."""
    from fontTools.ttLib import TTFont

    found: set[int] = set()
    for folder in folders():
        for file in sorted(folder.glob("*.ttf")):
            if "Italic" not in file.name:
                with TTFont(file, lazy=True) as font:
                    found.update(font.getBestCmap())
    return frozenset(found)
