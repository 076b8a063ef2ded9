"""What screens are drawn from: plain values read in one go, names already opened."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from storage.local_time import in_daily_hours

UNDO_WINDOW = timedelta(minutes=2)
# So long after its start a pause may still be given a return time.
LONGEST_PAUSE = timedelta(hours=24)
# From this change of the return time on, only a time tomorrow is offered.
ONLY_TOMORROW_FROM = 3


class PauseState(StrEnum):
    """running → (return time) → due → (+30 min) → open → closed."""

    RUNNING = "running"
    DUE = "due"
    OPEN = "open"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a pause ended."""

    BOTH_BACK = "both_back"
    TALKING = "talking"
    RESTED = "rested"
    FADED = "faded"
    UNDONE = "undone"
    REPLACED = "replaced"
    PARTED = "parted"


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as a screen needs them. `telegram_id` serves mentions."""

    id: int
    telegram_id: int
    name: str
    language: str
    private_open: bool
    # IANA name; none until confirmed.
    zone: str | None = None
    # Quiet hours in local time, minutes since midnight; equal ones mean none.
    quiet_from: int = 0
    quiet_to: int = 0

    def is_quiet_at(self, instant: datetime) -> bool:
        """Whether this instant lies in this person's quiet hours."""
        return in_daily_hours(self.zone, self.quiet_from, self.quiet_to, instant)

    # Whether they want the ✋ keyboard in the shared chat.
    group_keyboard: bool = True


@dataclass(frozen=True, slots=True)
class PartyView:
    """A person's part in a pause."""

    person: PersonView
    called_at: datetime | None
    here_at: datetime | None


@dataclass(frozen=True, slots=True)
class PauseView:
    """A pause with its parties: the partners in stable order, or one person alone.

    `unreachable`: ids of the parties whom the bot cannot reach anywhere.
    """

    id: int
    couple_id: int | None
    state: PauseState
    outcome: Outcome | None
    started_at: datetime
    called_at: datetime
    return_at: datetime
    commitment: int
    parties: tuple[PartyView, ...]
    unreachable: frozenset[int]
    closed_at: datetime | None = None
    # Who called and took it back, when that ended the pause.
    undone_by: int | None = None
    # The current return time was said when it came, or said to have been missed.
    return_said: bool = False

    @property
    def callers(self) -> tuple[PartyView, ...]:
        """Whoever called it, the first caller first."""
        called = [party for party in self.parties if party.called_at]
        return tuple(sorted(called, key=lambda party: party.called_at or self.started_at))

    def party(self, person_id: int) -> PartyView | None:
        """This person's part, or none."""
        return next((party for party in self.parties if party.person.id == person_id), None)

    def other(self, person_id: int) -> PartyView | None:
        """The other partner's part; none when alone."""
        return next((party for party in self.parties if party.person.id != person_id), None)


@dataclass(frozen=True, slots=True)
class CoupleView:
    """An active or ended couple with both partners in stable order."""

    id: int
    partners: tuple[PersonView, PersonView]
    ended: bool
    # The Telegram id of the shared chat, while the bot is in it.
    chat_id: int | None
    # True while that chat is known to hold just the two and the bot.
    just_two: bool


@dataclass(frozen=True, slots=True)
class PairingView:
    """An attempt to pair. In a group: `first` pressed first. By link: `first` is the inviter."""

    id: int
    group_id: int | None
    first: PersonView | None
    second: PersonView | None
    second_confirmed: bool
    outcome: str | None
    expires_at: datetime | None
    # The link's token, for the inviter's own screen; none in a group.
    token: str | None
    # Of whoever opened it, until the two are known.
    language: str
    # The couple whose chat this group is, once it is one.
    couple: CoupleView | None = None
