# ruff: noqa: INP001  (a script beside its data, no module)
"""Draws `breathing.gif`: a disc that grows for four seconds and shrinks for six. Run by hand:

    python -m venv /tmp/breathing && /tmp/breathing/bin/pip install pillow
    /tmp/breathing/bin/python content/data/make_breathing.py

No words in it, so that every language shares it. The last frame runs into the first.
"""

import math
import sys
from pathlib import Path

from PIL import Image, ImageDraw  # type: ignore[import-not-found, unused-ignore]

SIDE = 480
SECONDS_IN, SECONDS_OUT = 4, 6
# Hundredths of a second, the unit of the format.
FRAME = 8
# Drawn so much larger, then scaled down: soft edges.
_FINE = 3
_SMALL, _LARGE = 92, 196
# One palette for all frames and colours that stay, so that a frame differs from the last by thin rings.
_COLOURS = 10

_SKY = (18, 42, 56)
_GUIDE = (38, 72, 86)
_RINGS = ((1.0, (62, 122, 128)), (0.7, (140, 196, 186)))


def fullness(second: float) -> float:
    """0 with the breath out, 1 with the breath in; it turns gently at both ends."""
    if second < SECONDS_IN:
        return (1 - math.cos(math.pi * second / SECONDS_IN)) / 2
    return (1 + math.cos(math.pi * (second - SECONDS_IN) / SECONDS_OUT)) / 2


def frame(second: float) -> Image.Image:
    """The picture at one moment."""
    image = Image.new("RGB", (SIDE * _FINE, SIDE * _FINE), _SKY)
    draw = ImageDraw.Draw(image)
    for guide in (_SMALL, _LARGE):
        draw.ellipse(_box(guide + 4), outline=_GUIDE, width=2 * _FINE)
    radius = _SMALL + (_LARGE - _SMALL) * fullness(second)
    for part, colour in _RINGS:
        draw.ellipse(_box(radius * part), fill=colour)
    return image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def _box(radius: float) -> tuple[float, float, float, float]:
    middle = SIDE * _FINE / 2
    reach = radius * _FINE
    return middle - reach, middle - reach, middle + reach, middle + reach


def main() -> None:
    """Write the file next to this one."""
    count = (SECONDS_IN + SECONDS_OUT) * 100 // FRAME
    frames = [frame(number * FRAME / 100) for number in range(count)]
    palette = frames[0].quantize(_COLOURS, Image.Quantize.MEDIANCUT)
    reduced = [each.quantize(palette=palette, dither=Image.Dither.NONE) for each in frames]
    target = Path(__file__).with_name("breathing.gif")
    reduced[0].save(
        target,
        save_all=True,
        append_images=reduced[1:],
        duration=10 * FRAME,
        loop=0,
        optimize=True,
        disposal=1,
    )
    sys.stdout.write(f"{count} frames, {target.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
