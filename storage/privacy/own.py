"""Rules for what belongs to one person alone."""

from storage.privacy.rule import Delete, Empty, Rule, Whose
from storage.tables import Comfort, Experiment, Export, Moment, Person, QuizAttempt, QuizShare

_AS_LONG = "as long as its person is known here"
_GO = "the rows go"
_STAY = "nothing: they are that person's own"

COMFORTS = Rule(
    why="one's own list of what helps",
    kept=f"until taken off the list, or {_AS_LONG}",
    whose=Whose.OWN,
    on_forget=_GO,
    on_end=_STAY,
    forget=(Delete(lambda person: Comfort.person_id == person),),
    columns={
        "id": "a random number",
        "person_id": "whose it is",
        "text": "what helps, in own words",
        "added_at": "when it was added",
    },
)
MOMENTS = Rule(
    why="near misses and wins: one's own to read again, counted for the couple without a name",
    kept=f"until taken back, or {_AS_LONG}",
    whose=Whose.OWN,
    on_forget=_GO,
    on_end="they stay their author's, and no longer say in which couple they were",
    forget=(Delete(lambda person: Moment.person_id == person),),
    end=(Empty(lambda couple: Moment.couple_id == couple, ("couple_id",)),),
    columns={
        "id": "a random number",
        "couple_id": "for which couple it counts",
        "person_id": "whose it is",
        "kind": "near miss or win",
        "line": "a line about it",
        "at": "when it was",
        "told_at": "when its author had the partner told",
    },
)
EXPERIMENTS = Rule(
    why="a small experiment for a week, and its two questions",
    kept=_AS_LONG,
    whose=Whose.OWN,
    on_forget=_GO,
    on_end=_STAY,
    forget=(Delete(lambda person: Experiment.person_id == person),),
    columns={
        "id": "a random number",
        "person_id": "whose it is",
        "trial": "which one it is",
        "began_at": "when it began",
        "until": "when it ends",
        "stopped_at": "when it was stopped before",
        "asked": "how many of its questions were asked",
    },
)
EXPERIMENT_LOGS = Rule(
    why="how an experiment felt, for its author to look back",
    kept=_AS_LONG,
    whose=Whose.OWN,
    on_forget="the rows go, with their experiment",
    on_end=_STAY,
    columns={
        "id": "a random number",
        "experiment_id": "of which experiment",
        "felt": "how it felt, in one tap",
        "at": "when that was",
    },
)
QUIZ_ATTEMPTS = Rule(
    why="the quiz can be stopped and gone on with, and compared with an earlier run",
    kept=f"until deleted by its author, or {_AS_LONG}",
    whose=Whose.OWN,
    on_forget=_GO,
    on_end=_STAY,
    forget=(Delete(lambda person: QuizAttempt.person_id == person),),
    columns={
        "id": "a random number",
        "person_id": "whose it is",
        "started_at": "when it began",
        "at": "which question is next",
        "shown_at": "since when that has been shown",
        "finished_at": "when it was finished",
    },
)
QUIZ_ANSWERS = Rule(
    why="the profile is computed from them",
    kept="as long as their attempt",
    whose=Whose.OWN,
    on_forget="the rows go, with their attempt",
    on_end=_STAY,
    columns={
        "id": "a random number",
        "attempt_id": "of which attempt",
        "item": "which question",
        "value": "the answer, 1 to 7",
        "took_ms": "how many milliseconds it took",
    },
)
QUIZ_SHARES = Rule(
    why="the partner sees just what was shared, until it is taken back",
    kept="until 30 days after the couple's end",
    whose=Whose.SHARED,
    on_forget=_GO,
    on_end="the rows go; the attempt stays its author's",
    forget=(Delete(lambda person: QuizShare.person_id == person),),
    end=(Delete(lambda couple: QuizShare.couple_id == couple),),
    columns={
        "id": "a random number",
        "attempt_id": "of which attempt",
        "person_id": "who shared it",
        "couple_id": "in which couple",
        "what": "which part of the profile",
        "shared_at": "when it was shared",
        "withdrawn_at": "when it was taken back",
    },
)
EXPORTS = Rule(
    why="a copy is made once at a time, and its message goes after a day",
    kept="a day",
    whose=Whose.OWN,
    on_forget=_GO,
    on_end=_STAY,
    forget=(Delete(lambda person: Export.person_id == person),),
    columns={
        "id": "a random number",
        "person_id": "who asked for it",
        "asked_at": "when",
        "step": "how far it is",
        "message_id": "the private message that holds the file",
    },
)
PERSONS = Rule(
    why="whom the bot talks to, how, and when not",
    kept="until /forget",
    whose=Whose.OWN,
    on_forget="the row goes; name and Telegram number at once, before all else",
    on_end="nothing",
    forget=(Delete(lambda person: Person.id == person),),
    columns={
        "id": "a random number",
        "telegram_id": "Telegram's number for this person",
        "name": "the first name that Telegram gives",
        "language": "English or Chinese",
        "private_open": "whether the bot may write in private",
        "met_at": "when they first met the bot",
        "zone": "the time zone they confirmed",
        "quiet_from": "when their quiet hours begin",
        "quiet_to": "when their quiet hours end",
        "group_keyboard": "whether they want the ✋ keyboard in the shared chat",
        "intimate": "whether they like questions about closeness of the body",
        "expects": "what the next private text answers; never the text",
        "expects_until": "until when",
    },
)
