"""The parts of an exported page that are its reader's own."""

from html import escape

from content.texts import texts
from screens.export_words import Leaf, card, clock, facts, line, listed, pictures, words
from storage.exports import Record

_FELT = {
    "lighter": "export-felt-lighter",
    "same": "export-felt-same",
    "harder": "export-felt-harder",
    "missed": "export-felt-missed",
}
_LANGUAGES = {"en": "export-language-en", "zh": "export-language-zh"}


def you(leaf: Leaf) -> str:
    """What is known of the reader."""
    person = next(row for row in leaf.rows("persons") if row["id"] == leaf.data["you"])
    quiet = f"{clock(person['quiet_from'])}–{clock(person['quiet_to'])}"
    none = leaf.html("export-none")
    pairs = [
        ("export-you-name", escape(leaf.name(person["id"]))),
        ("export-you-language", leaf.html(_LANGUAGES[leaf.language])),
        ("export-you-zone", escape(str(person["zone"])) if person["zone"] else none),
        ("export-you-quiet", quiet if person["quiet_from"] != person["quiet_to"] else none),
        ("export-you-since", escape(leaf.day(person["met_at"]))),
        ("export-you-intimate", leaf.html("export-yes" if person["intimate"] else "export-no")),
        ("export-you-keyboard", leaf.html("export-yes" if person["group_keyboard"] else "export-no")),
    ]
    return card(facts((leaf.html(key), value) for key, value in pairs))


def moments(leaf: Leaf) -> str:
    """Near misses and wins; of the other's, those that they told."""
    items = listed(_moment(leaf, row) for row in reversed(leaf.rows("moments")))
    return card(items) if items else ""


def _moment(leaf: Leaf, moment: Record) -> str:
    kind = leaf.html("export-moment-near" if moment["kind"] == "near" else "export-moment-win")
    who = "" if leaf.is_own(moment) else f" · {escape(leaf.name(moment['person_id']))}"
    text = f"<br>{words(moment['line'])}" if moment["line"] else ""
    return f'<strong>{kind}</strong> <span class="soft">{escape(leaf.day(moment["at"]))}{who}</span>{text}'


def comforts(leaf: Leaf) -> str:
    """What helps the reader, in their own words."""
    items = listed(words(row["text"]) for row in leaf.rows("comforts"))
    return card(items) if items else ""


def quiz(leaf: Leaf) -> str:
    """The results as far as they may be seen, then each run through the quiz, answer by answer."""
    people = sorted(leaf.rows("persons"), key=lambda person: person["id"] != leaf.data["you"])
    results = [_result(leaf, person) for person in people]
    attempts = [_attempt(leaf, row) for row in reversed(leaf.rows("quiz_attempts"))]
    return "".join([*results, *attempts])


def _result(leaf: Leaf, person: Record) -> str:
    shown = pictures(leaf, "persons", person["id"])
    return card(f"<h3>{escape(leaf.name(person['id']))}</h3>", *shown) if shown else ""


def _attempt(leaf: Leaf, attempt: Record) -> str:
    answers = leaf.of("quiz_answers", "attempt_id", attempt["id"])
    statements = leaf.data["texts"]["quiz_items"]
    rows = "".join(
        f"<tr><td>{escape(statements[row['item']])}</td>"
        f'<td class="number">{escape(str(row["value"]))}</td></tr>'
        for row in answers
    )
    head = f"<h3>{escape(leaf.day(attempt['started_at']))}</h3>"
    shares = [_share(leaf, row) for row in leaf.of("quiz_shares", "attempt_id", attempt["id"])]
    if not rows:
        return card(head, line(leaf.html("export-quiz-none")), *shares)
    table = (
        f"<details><summary>{leaf.html('export-quiz-answers')}</summary><table>"
        f'<tr><th scope="col">{leaf.html("export-quiz-statement")}</th>'
        f'<th scope="col" class="number">1–7</th></tr>{rows}</table></details>'
    )
    return card(head, table, *shares)


def _share(leaf: Leaf, share: Record) -> str:
    key = "export-share-over" if share.get("withdrawn_at") else "export-share"
    return line(leaf.html(key, date=leaf.day(share["shared_at"])), "soft")


def experiments(leaf: Leaf) -> str:
    """The small experiments, and how they felt."""
    return "".join(_experiment(leaf, row) for row in reversed(leaf.rows("experiments")))


def _experiment(leaf: Leaf, experiment: Record) -> str:
    felt = (
        f'<span class="soft">{escape(leaf.day(row["at"]))}</span> {_felt(leaf, row["felt"])}'
        for row in leaf.of("experiment_logs", "experiment_id", experiment["id"])
    )
    trial = f"trial-{experiment['trial']}"
    known = trial in texts().all_keys()
    return card(
        f"<h3>{escape(leaf.day(experiment['began_at']))}</h3>",
        line(leaf.html(trial) if known else words(experiment["trial"])),
        listed(felt),
    )


def _felt(leaf: Leaf, felt: object) -> str:
    return leaf.html(_FELT[str(felt)]) if felt in _FELT else words(felt)
