"""Which typed messages are a pause signal."""

import re

_MOST = 10
# A raised hand: back, palm or open hand, with or without a skin tone and the emoji variation selector.
_HAND = "[\u270b\U0001f91a\U0001f590]\ufe0f?[\U0001f3fb-\U0001f3ff]?\ufe0f?"
_SIGNAL = re.compile(rf"\s*(?:{_HAND}){{1,{_MOST}}}\s*")


def is_pause_signal(text: str) -> bool:
    """Is this a raised hand, or up to ten, and nothing else but white space around?"""
    return _SIGNAL.fullmatch(text) is not None
