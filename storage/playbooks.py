"""What a playbook is made of, as practices choose it and screens show it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.views import PauseView


class Trial(StrEnum):
    """The small experiments for a week."""

    SOOTHE = "soothe"
    STAY = "stay"
    SOFTEN = "soften"
    THAW = "thaw"
    STEP = "step"
    THANKS = "thanks"


class Felt(StrEnum):
    """How an experiment felt; the last one: there was no occasion, or no strength for it."""

    LIGHTER = "lighter"
    SAME = "same"
    HARDER = "harder"
    MISSED = "missed"


class Calming(StrEnum):
    """What Calm me offers first: for an alarm, for whoever needs room, for heat, for numbness."""

    ALARM = "alarm"
    ROOM = "room"
    HEAT = "heat"
    NUMB = "numb"


@dataclass(frozen=True, slots=True)
class Playbook:
    """What fits one person. The strings are keys of texts, the most fitting first.

    `own`: it follows from a profile; otherwise it is what fits everybody. `strengths`: one or two.
    `soothing`, `say` (words to say), `hear` (words that do them good), `partner` (how the partner can help,
    in the person's own words): three each; all but `soothing` have a `.short` for a button. `trials`: the
    experiment that fits, or two to choose from; `trial_key` is its text. `calming`: None leaves Calm me as
    it is.
    """

    own: bool
    strengths: tuple[str, ...]
    soothing: tuple[str, ...]
    say: tuple[str, ...]
    hear: tuple[str, ...]
    partner: tuple[str, ...]
    trials: tuple[Trial, ...]
    calming: Calming | None


@dataclass(frozen=True, slots=True)
class TrialView:
    """An experiment that its author began and did not stop; its week is over at `until`."""

    id: int
    trial: Trial
    until: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """How it felt, one tap."""

    trial: Trial
    felt: Felt
    at: datetime


@dataclass(frozen=True, slots=True)
class PlaybookView:
    """All that `reader_id`, who alone may be shown it, finds in their playbook.

    `latest`: the last experiment that they began and did not stop, its week over or not; `notes`: the
    newest first.
    """

    reader_id: int
    playbook: Playbook
    latest: TrialView | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class CalmView:
    """Where Calm me begins for `reader_id`: from which pause, if any, and what fits, if known."""

    reader_id: int
    pause: PauseView | None
    calming: Calming | None


def trial_key(trial: Trial) -> str:
    """The key of an experiment's text; `.short` is its name on a button."""
    return f"trial-{trial.value}"
