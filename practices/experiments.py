"""One small experiment for a week, and how it felt: its author's alone. The partner learns nothing of it."""

from datetime import timedelta

from practices import pages, reminding
from practices.pages import Spot
from practices.turn import Lane, Person, Turn, to_person
from storage.playbooks import Felt, Trial
from storage.tables import Experiment

__all__ = ["TIMER_KIND", "Felt", "Trial", "begin", "feel", "fire", "stop"]

TIMER_KIND = "experiment"
WEEK = timedelta(days=7)
# When it asks how it felt: once on the way, once at the end; each question is worth asking for a while.
_QUESTIONS = (timedelta(days=3), WEEK)
_ASKABLE = timedelta(days=2)
# Whoever told lately how it felt is not asked.
_LATELY = timedelta(days=1)
# So soon another tap corrects the last one.
_CORRECTS = timedelta(minutes=10)
# So long after its week the question may be answered.
_ANSWERABLE = timedelta(days=7)


async def begin(turn: Turn, person: Person, trial: Trial, spot: Spot | None) -> None:
    """This one, for a week from now, instead of the one that is on."""
    latest = await turn.work.experiments.latest(person.id)
    running = latest is not None and turn.now < latest.until
    turn.reply("trial-begun")
    if latest is None or not running or latest.trial is not trial:
        if latest is not None and running:
            await _end(turn, person, latest.id)
        until = turn.now + WEEK
        row = await turn.work.experiments.begin(person.id, trial, turn.now, until)
        await _arm(turn, row)
    await _show(turn, person, spot)


async def feel(turn: Turn, person: Person, experiment_id: int, felt: Felt, spot: Spot | None) -> None:
    """How it felt; within some minutes another tap corrects the last one."""
    row = await turn.work.experiments.get(person.id, experiment_id)
    if row is None or row.stopped_at is not None or turn.now >= row.until + _ANSWERABLE:
        turn.reply("trial-over")
        return
    turn.reply("trial-noted")
    last = await turn.work.experiments.last_log(person.id, row.id)
    if last is not None and turn.now - last.at < _CORRECTS:
        turn.work.experiments.correct(last, felt)
    else:
        await turn.work.experiments.log(row, felt, turn.now)
    await _show(turn, person, spot, said=felt.value)


async def stop(turn: Turn, person: Person, experiment_id: int, spot: Spot | None) -> None:
    """No more of it; what was noted stays."""
    row = await turn.work.experiments.get(person.id, experiment_id)
    if row is None:
        turn.reply("trial-over")
        return
    turn.reply("trial-stopped")
    if row.stopped_at is None:
        await _end(turn, person, row.id)
    await _show(turn, person, spot, said="stopped")


async def fire(turn: Turn, experiment_id: int) -> None:
    """One of its questions is due: asked silently, later where it would disturb, or left out."""
    row = await turn.work.experiments.due(experiment_id)
    if row is None or row.stopped_at is not None or row.asked >= len(_QUESTIONS):
        await turn.work.timers.cancel(_key(experiment_id))
        return
    last_one = row.asked == len(_QUESTIONS) - 1
    person = await turn.work.persons.view(row.person_id)
    if person is not None and person.private_open and not await _told_lately(turn, row):
        later = await reminding.kept_until(turn, person)
        if later is not None and later < row.began_at + _QUESTIONS[row.asked] + _ASKABLE:
            await turn.work.timers.set(
                _key(row.id), kind=TIMER_KIND, subject_id=row.id, lane=Lane.SCHEDULED, due_at=later
            )
            return
        if later is None and turn.now < row.began_at + _QUESTIONS[row.asked] + _ASKABLE:
            turn.say(
                to_person(person.id),
                "playbook.ask",
                lane=Lane.SCHEDULED,
                for_=timedelta(hours=12),
                id=person.id,
                experiment=row.id,
                last=last_one,
            )
    row.asked += 1
    await _arm(turn, row)


async def _told_lately(turn: Turn, row: Experiment) -> bool:
    last = await turn.work.experiments.last_log(row.person_id, row.id)
    return last is not None and turn.now - last.at < _LATELY


async def _arm(turn: Turn, row: Experiment) -> None:
    """Promise the next question, if there is one."""
    if row.asked >= len(_QUESTIONS):
        await turn.work.timers.cancel(_key(row.id))
        return
    due_at = row.began_at + _QUESTIONS[row.asked]
    await turn.work.timers.set(
        _key(row.id), kind=TIMER_KIND, subject_id=row.id, lane=Lane.SCHEDULED, due_at=due_at
    )


async def _end(turn: Turn, person: Person, experiment_id: int) -> None:
    row = await turn.work.experiments.get(person.id, experiment_id)
    if row is not None:
        row.stopped_at = turn.now
        await turn.work.timers.cancel(_key(row.id))
        await turn.work.flush()


async def _show(turn: Turn, person: Person, spot: Spot | None, said: str | None = None) -> None:
    await pages.show(turn, person, "playbook.trial", spot, id=person.id, said=said)


def _key(experiment_id: int) -> str:
    return f"experiment:{experiment_id}"
