"""What a practice gets: the instant, the open transaction, and ways to say what is to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from storage.lanes import Lane
from storage.tables import Person
from storage.work import Work

__all__ = ["Answer", "Lane", "Person", "Turn", "to_couple", "to_crowd", "to_group", "to_person"]

# How long words that are only said stay worth sending.
SAID_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Answer:
    """The one answer to a press: a text of `content` by name, a toast or an alert.

    `start` opens the private chat with this deep-link payload instead.
    """

    name: str
    params: Mapping[str, Any] = field(default_factory=dict)
    alert: bool = False
    start: str | None = None


@dataclass(slots=True)
class Turn:
    """The handling of one update, due timer or internal event: one transaction, no network, no rendering."""

    now: datetime
    work: Work
    # Where the person acted, as an address; what concerns them alone is said there.
    origin: str | None = None
    # The language of whoever acts, once known.
    language: str | None = None
    answer: Answer | None = None
    # When the update of this turn reached us; none for a timer.
    received_at: datetime | None = None
    # Addresses that the couple's ✋ goes to in this turn, each once.
    brought: set[str] = field(default_factory=set)

    def reply(self, name: str, *, alert: bool = False, start: str | None = None, **params: Any) -> None:
        """Answer the press of this turn; the last word counts."""
        self.answer = Answer(name, params, alert, start)

    def panel(
        self, address: str, key: str, *, anew: bool = False, ring: bool = False, lane: Lane = Lane.ANSWER
    ) -> None:
        """Say that a panel is stale. `anew`: a new message, since it must be noticed; `ring`: with sound."""
        self.work.outbox.add_panel(address, key, anew=anew, ring=ring, lane=lane, now=self.now)

    def say(
        self,
        address: str,
        screen: str,
        *,
        lane: Lane = Lane.ANSWER,
        ring: bool = False,
        instead_of: int | None = None,
        for_: timedelta = SAID_FOR,
        **params: Any,
    ) -> None:
        """Show a screen once. `instead_of`: the message (in the addressed chat) that it replaces in place."""
        self.work.outbox.add_screen(
            address,
            screen,
            params,
            ring=ring,
            lane=lane,
            instead_of=instead_of,
            now=self.now,
            expires_at=self.now + for_,
        )

    def call(
        self,
        address: str,
        method: str,
        *,
        lane: Lane = Lane.ANSWER,
        for_: timedelta | None = None,
        **params: Any,
    ) -> None:
        """Have a Bot API method called about the addressed chat; its result comes back as an event.

        `for_`: it was promised, so it is tried for so long, through an outage. Otherwise a few times.
        """
        expires_at = None if for_ is None else self.now + for_
        self.work.outbox.add_call(address, method, params, lane=lane, now=self.now, expires_at=expires_at)

    def origin_of(self, person_id: int) -> str:
        """Where this person acted, or else their private chat."""
        return self.origin or to_person(person_id)


def to_person(person_id: int) -> str:
    """The private chat of a person."""
    return f"person:{person_id}"


def to_couple(couple_id: int) -> str:
    """The couple, wherever they are reached when the row is delivered."""
    return f"couple:{couple_id}"


def to_crowd(couple_id: int) -> str:
    """The couple's group with others in it, where nobody is named."""
    return f"crowd:{couple_id}"


def to_group(group_id: int) -> str:
    """A group itself."""
    return f"group:{group_id}"
