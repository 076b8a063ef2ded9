"""What is kept of whom, why and how long: a rule for every table. docs/privacy.md is made from it."""

from collections.abc import Mapping

from storage.privacy import own, shared, traffic
from storage.privacy.rule import Delete, Empty, Rule, Step, Whose

__all__ = ["RULES", "Delete", "Empty", "Rule", "Step", "Whose"]

# By table. Erasure goes through it in this order.
RULES: Mapping[str, Rule] = {
    "comforts": own.COMFORTS,
    "moments": own.MOMENTS,
    "exports": own.EXPORTS,
    "experiment_logs": own.EXPERIMENT_LOGS,
    "experiments": own.EXPERIMENTS,
    "quiz_answers": own.QUIZ_ANSWERS,
    "quiz_shares": own.QUIZ_SHARES,
    "quiz_attempts": own.QUIZ_ATTEMPTS,
    "check_in_answers": shared.CHECK_IN_ANSWERS,
    "check_ins": shared.CHECK_INS,
    "weekly_yes": shared.WEEKLY_YES,
    "weekly_agreements": shared.WEEKLY_AGREEMENTS,
    "review_answers": shared.REVIEW_ANSWERS,
    "reviews": shared.REVIEWS,
    "rhythms": shared.RHYTHMS,
    "pause_times": shared.PAUSE_TIMES,
    "parties": shared.PARTIES,
    "pauses": shared.PAUSES,
    "pairings": shared.PAIRINGS,
    "couples": shared.COUPLES,
    "members": shared.MEMBERS,
    "persons": own.PERSONS,
    "groups": traffic.GROUPS,
    "timers": traffic.TIMERS,
    "inbox": traffic.INBOX,
    "outbox": traffic.OUTBOX,
    "sent": traffic.SENT,
    "panels": traffic.PANELS,
    "media": traffic.MEDIA,
    "installation": traffic.INSTALLATION,
    "seal": traffic.SEAL,
    "lease": traffic.LEASE,
}
