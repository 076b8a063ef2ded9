"""Ids are made by the program, so that a row's secret can be bound to its id before it is written."""

import secrets

_BITS = 62


def new_id() -> int:
    """A random positive id of 62 bits: fits a signed BIGINT, and 19 digits of a press."""
    return secrets.randbits(_BITS) | 1
