"""`python -m content.pictures.worker`: draws what it reads, one after the other, until its input ends.

In: four bytes of length, then JSON {template, data, theme, kind}. Out: four bytes of length, one byte (0:
drawn, 1: not), then the PNG or PDF, or the name of the error's class: its words may hold a person's.
"""

import json
import os
import struct
import sys
from typing import BinaryIO

LENGTH = struct.Struct(">I")


def answer(request: bytes) -> tuple[int, bytes]:
    """Whether it was drawn (0) or not (1), and the bytes."""
    from content.pictures.drawing import draw

    try:
        return 0, draw(**json.loads(request))
    except Exception as error:
        return 1, type(error).__name__.encode()


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Until there is nothing more to read."""
    while len(head := requests.read(LENGTH.size)) == LENGTH.size:
        status, body = answer(requests.read(*LENGTH.unpack(head)))
        answers.write(LENGTH.pack(len(body)) + bytes([status]) + body)
        answers.flush()


if __name__ == "__main__":
    # Whatever a library prints must not come between the answers.
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        serve(sys.stdin.buffer, out)
