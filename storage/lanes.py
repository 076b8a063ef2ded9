"""The three lanes in which timers fire and messages go out; a lane overtakes the later ones."""

from enum import IntEnum


class Lane(IntEnum):
    """0 pause and safety, 1 answers to something a person did, 2 scheduled."""

    PAUSE = 0
    ANSWER = 1
    SCHEDULED = 2
