"""The moving pictures that come with the program are what they claim to be."""

import struct

import pytest

from content.animations import animation
from content.ftl import ContentError


def delays(content: bytes) -> list[int]:
    """How long each frame is shown, in hundredths of a second. Source: GIF89a, graphic control extension."""
    found = []
    at = content.find(b"\x21\xf9\x04")
    while at >= 0:
        found.append(struct.unpack("<H", content[at + 4 : at + 6])[0])
        at = content.find(b"\x21\xf9\x04", at + 8)
    return found


def test_the_breath_takes_four_seconds_in_and_six_out_without_end() -> None:
    film = animation("breathing.gif")
    assert sum(delays(film.content)) == 1000 == film.seconds * 100
    # The extension that makes it loop, with a count of 0: for ever.
    assert b"NETSCAPE2.0\x03\x01\x00\x00\x00" in film.content


def test_the_breath_is_as_large_as_it_says_and_light_to_send() -> None:
    film = animation("breathing.gif")
    assert struct.unpack("<HH", film.content[6:10]) == (film.width, film.height) == (480, 480)
    assert len(film.content) < 400 * 1024


def test_no_other_file_can_be_asked_for() -> None:
    with pytest.raises(ContentError):
        animation("../README.md")
