"""Token buckets a person and a chat: a flood is dropped before it is written down."""

from dataclasses import dataclass
from datetime import datetime

from bot.receive.admit import Admitted

# So many buckets are remembered; a full one says nothing, so the fullest go first.
_MOST = 50_000


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` at once, then `per_second`. With `silence` what is refused empties the bucket again.

    Then nothing more is kept until whoever floods is still for as long as one update takes.
    """

    burst: float
    per_second: float
    silence: bool = False


# No thumb is kept waiting, and ten seconds of a flood leave twenty updates: two a second.
PERSON = Rate(burst=20, per_second=1, silence=True)
CHAT = Rate(burst=40, per_second=2)
# A pause signal has a bucket of its own, so that no flood of anything else can keep it out. Whoever
# empties it has called a pause by then.
SIGNAL = Rate(burst=10, per_second=0.5)
# So have the other buttons of a pause: a flood in the chat keeps nobody from coming back.
ABOUT_PAUSE = Rate(burst=20, per_second=1)


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: datetime


class Buckets:
    """Decides which admitted updates are kept. Membership events always are."""

    def __init__(self) -> None:
        self._buckets: dict[tuple[str, int], _Bucket] = {}

    def take(self, update: Admitted, now: datetime) -> bool:
        """Whether this update may be stored; if so it has been counted."""
        if update.membership:
            return True
        if update.signal:
            return self._take(("signal", update.person), SIGNAL, now)
        if update.about_pause:
            return self._take(("pause", update.person), ABOUT_PAUSE, now)
        # Both are asked, so that a person's flood empties the person's bucket first.
        return self._take(("person", update.person), PERSON, now) and self._take(
            ("chat", update.chat), CHAT, now
        )

    def _take(self, key: tuple[str, int], rate: Rate, now: datetime) -> bool:
        bucket = self._buckets.get(key)
        if bucket is None:
            self._make_room()
            bucket = self._buckets[key] = _Bucket(rate.burst, now)
        passed = max(0.0, (now - bucket.at).total_seconds())
        bucket.tokens = min(rate.burst, bucket.tokens + passed * rate.per_second)
        bucket.at = now
        if bucket.tokens < 1:
            if rate.silence:
                bucket.tokens = 0
            return False
        bucket.tokens -= 1
        return True

    def _make_room(self) -> None:
        if len(self._buckets) < _MOST:
            return
        by_use = sorted(self._buckets, key=lambda key: self._buckets[key].at)
        for key in by_use[: _MOST // 2]:
            del self._buckets[key]
