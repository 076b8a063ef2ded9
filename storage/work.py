"""One unit of work: an open transaction and the repositories that speak in it."""

from sqlalchemy.ext.asyncio import AsyncSession

from storage.check_ins import CheckInRepository
from storage.comforts import ComfortRepository
from storage.couples import CoupleRepository
from storage.erasures import ErasureRepository
from storage.experiments import ExperimentRepository
from storage.exports import ExportRepository
from storage.groups import GroupRepository
from storage.inbox import InboxRepository
from storage.media import MediaRepository
from storage.moments import MomentRepository
from storage.outbox import LastNumber, OutboxRepository
from storage.pairings import PairingRepository
from storage.panels import PanelRepository
from storage.pauses import PauseRepository
from storage.persons import PersonRepository
from storage.quiz_shares import QuizShareRepository
from storage.quizzes import QuizRepository
from storage.reviews import ReviewRepository
from storage.rhythms import RhythmRepository
from storage.sealed import Vault
from storage.timers import TimerRepository


class Work:
    """What a turn, the receiver or the deliverer does to the database. The edge commits, nobody else."""

    def __init__(self, session: AsyncSession, vault: Vault, last: LastNumber | None = None) -> None:
        """`last`: shared by units of work in one transaction."""
        self.session = session
        self.persons = PersonRepository(session, vault)
        self.groups = GroupRepository(session)
        self.couples = CoupleRepository(session, self.persons)
        self.pairings = PairingRepository(session, vault, self.persons, self.couples)
        self.pauses = PauseRepository(session, self.persons)
        self.rhythms = RhythmRepository(session, self.couples)
        self.timers = TimerRepository(session)
        self.inbox = InboxRepository(session, vault)
        self.outbox = OutboxRepository(session, vault, last)
        self.panels = PanelRepository(session)
        self.check_ins = CheckInRepository(session, vault, self.persons)
        self.comforts = ComfortRepository(session, vault)
        self.erasures = ErasureRepository(session, vault)
        self.experiments = ExperimentRepository(session, vault)
        self.exports = ExportRepository(session, vault)
        self.media = MediaRepository(session)
        self.moments = MomentRepository(session, vault, self.persons, self.couples)
        self.quizzes = QuizRepository(session, vault)
        self.quiz_shares = QuizShareRepository(session, self.quizzes, self.couples)
        self.reviews = ReviewRepository(session, vault, self.persons, self.couples)

    async def flush(self) -> None:
        """Write what changed so far, where the order of two writes matters."""
        await self.session.flush()
