"""Every table, in one metadata."""

from storage.tables.base import Base
from storage.tables.calm import Comfort, Media
from storage.tables.check_ins import CheckIn, CheckInAnswer
from storage.tables.couples import Couple, Group, Member, Pairing, Person
from storage.tables.experiments import Experiment, ExperimentLog
from storage.tables.exports import Export
from storage.tables.lease import Lease
from storage.tables.pauses import Party, Pause, PauseTime
from storage.tables.quiz import QuizAnswer, QuizAttempt, QuizShare
from storage.tables.reviews import Moment, Review, ReviewAnswer, WeeklyAgreement, WeeklyYes
from storage.tables.rhythm import Rhythm
from storage.tables.traffic import Inbox, Installation, Outbox, Panel, Seal, Sent, Timer

__all__ = [
    "Base",
    "CheckIn",
    "CheckInAnswer",
    "Comfort",
    "Couple",
    "Experiment",
    "ExperimentLog",
    "Export",
    "Group",
    "Inbox",
    "Installation",
    "Lease",
    "Media",
    "Member",
    "Moment",
    "Outbox",
    "Pairing",
    "Panel",
    "Party",
    "Pause",
    "PauseTime",
    "Person",
    "QuizAnswer",
    "QuizAttempt",
    "QuizShare",
    "Review",
    "ReviewAnswer",
    "Rhythm",
    "Seal",
    "Sent",
    "Timer",
    "WeeklyAgreement",
    "WeeklyYes",
]
