"""Small experiments and how they felt: sealed, and read by their author alone."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id
from storage.one import one
from storage.playbooks import Felt, Note, Trial, TrialView
from storage.sealed import Vault
from storage.tables import Experiment, ExperimentLog


class ExperimentRepository:
    """Private rows: every call that returns what an experiment is, or how it felt, takes the reader."""

    def __init__(self, session: AsyncSession, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    async def begin(self, reader_id: int, trial: Trial, now: datetime, until: datetime) -> Experiment:
        """A new one."""
        experiment_id = new_id()
        row = Experiment(
            id=experiment_id,
            person_id=reader_id,
            trial=self._vault.seal("experiments", "trial", experiment_id, trial.value),
            began_at=now,
            until=until,
            stopped_at=None,
            asked=0,
        )
        self._session.add(row)
        await self._session.flush()
        return row

    async def due(self, experiment_id: int) -> Experiment | None:
        """Whose it is and what is due of it, for its timer; what it is stays sealed."""
        return await one(self._session, Experiment, experiment_id)

    async def get(self, reader_id: int, experiment_id: int) -> Experiment | None:
        """The reader's own experiment."""
        row = await one(self._session, Experiment, experiment_id)
        return row if row is not None and row.person_id == reader_id else None

    async def latest(self, reader_id: int) -> TrialView | None:
        """The last one that the reader began and did not stop."""
        query = select(Experiment).where(Experiment.person_id == reader_id, Experiment.stopped_at.is_(None))
        row = await self._session.scalar(
            query.order_by(Experiment.began_at.desc(), Experiment.id.desc()).limit(1)
        )
        return TrialView(row.id, self._trial(row), row.until) if row is not None else None

    async def last_log(self, reader_id: int, experiment_id: int) -> ExperimentLog | None:
        """The newest tap about the reader's own experiment."""
        query = (
            select(ExperimentLog)
            .join(Experiment, Experiment.id == ExperimentLog.experiment_id)
            .where(Experiment.person_id == reader_id, Experiment.id == experiment_id)
            .order_by(ExperimentLog.at.desc(), ExperimentLog.id.desc())
        )
        return await self._session.scalar(query.limit(1))

    async def log(self, experiment: Experiment, felt: Felt, now: datetime) -> None:
        """One more tap."""
        log_id = new_id()
        sealed = self._vault.seal("experiment_logs", "felt", log_id, felt.value)
        self._session.add(ExperimentLog(id=log_id, experiment_id=experiment.id, felt=sealed, at=now))
        await self._session.flush()

    def correct(self, log: ExperimentLog, felt: Felt) -> None:
        """Another feeling instead of the one that was tapped."""
        log.felt = self._vault.seal("experiment_logs", "felt", log.id, felt.value)

    async def notes(self, reader_id: int, most: int = 10) -> tuple[Note, ...]:
        """How the reader's own experiments felt, the newest first."""
        query = (
            select(ExperimentLog, Experiment)
            .join(Experiment, Experiment.id == ExperimentLog.experiment_id)
            .where(Experiment.person_id == reader_id)
            .order_by(ExperimentLog.at.desc(), ExperimentLog.id.desc())
        )
        found = (await self._session.execute(query.limit(most))).all()
        return tuple(Note(self._trial(row), self._felt(log), log.at) for log, row in found)

    def _trial(self, row: Experiment) -> Trial:
        return Trial(self._vault.open("experiments", "trial", row.id, row.trial))

    def _felt(self, log: ExperimentLog) -> Felt:
        return Felt(self._vault.open("experiment_logs", "felt", log.id, log.felt))
