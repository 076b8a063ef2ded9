"""The parts of an exported page that both share: the couple, check-ins, reviews, pauses."""

from html import escape

from screens.export_words import Leaf, card, clock, line, listed, pictures, words
from screens.review_words import AGREEMENTS, chip_key
from storage.exports import Record
from storage.review_views import Step

_MOODS = {str(number): f"week-mood-{number}" for number in range(1, 6)}
_STEPS = {
    Step.HELPED: "export-step-helped",
    Step.APPRECIATION: "export-step-appreciation",
    Step.WORKS: "export-step-works",
    Step.ADJUST: "export-step-adjust",
    Step.NEAR: "export-step-near",
    Step.CELEBRATE: "export-step-celebrate",
}
_MEDIA = {"voice": "export-media-voice", "photo": "export-media-photo", "sticker": "export-media-sticker"}
_OUTCOMES = {
    "both_back": "export-pause-both_back",
    "talking": "export-pause-talking",
    "rested": "export-pause-rested",
    "faded": "export-pause-faded",
    "undone": "export-pause-undone",
    "replaced": "export-pause-replaced",
    "parted": "export-pause-parted",
}


def couples(leaf: Leaf) -> str:
    """With whom, since when, and their rhythm."""
    return "".join(_couple(leaf, couple) for couple in leaf.rows("couples"))


def _couple(leaf: Leaf, couple: Record) -> str:
    others = [row for row in leaf.of("members", "couple_id", couple["id"]) if not leaf.is_own(row)]
    name = leaf.name(others[0]["person_id"] if others else None)
    since = leaf.day(couple["formed_at"])
    if couple["ended_at"]:
        head = leaf.html("export-couple-over", name=name, since=since, until=leaf.day(couple["ended_at"]))
    else:
        head = leaf.html("export-couple", name=name, since=since)
    return card(line(head), *(_rhythm(leaf, row) for row in leaf.of("rhythms", "couple_id", couple["id"])))


def _rhythm(leaf: Leaf, rhythm: Record) -> str:
    if not rhythm["accepted_at"]:
        return ""
    names = leaf.text("week-days").split()
    days = " ".join(name for bit, name in enumerate(names) if int(str(rhythm["check_in_days"])) >> bit & 1)
    daily = leaf.html("export-rhythm-daily", days=days, hour=clock(rhythm["check_in_at"]))
    day = names[int(str(rhythm["review_day"]))]
    weekly = leaf.html("export-rhythm-weekly", day=day, hour=clock(rhythm["review_at"]))
    return line(daily) * bool(rhythm["check_in_on"]) + line(weekly) * bool(rhythm["review_on"])


def check_ins(leaf: Leaf) -> str:
    """What was asked each day, and what was given; the newest first."""
    return "".join(_check_in(leaf, row) for row in reversed(leaf.rows("check_ins")))


def _check_in(leaf: Leaf, check_in: Record) -> str:
    asked = leaf.data["texts"]["prompts"][check_in["prompt"]]
    answers = leaf.of("check_in_answers", "check_in_id", check_in["id"])
    return card(
        f"<h3>{escape(leaf.date(check_in['day']))}</h3>",
        line(escape(asked), "question"),
        *(_answer(leaf, answer, check_in) for answer in answers),
    )


def _answer(leaf: Leaf, answer: Record, check_in: Record) -> str:
    parts = []
    mood, text, media = answer.get("mood"), answer.get("words"), answer.get("media_kind")
    if mood:
        parts.append(leaf.html(_MOODS[str(mood)]))
    if media:
        parts.append(leaf.html(_MEDIA[str(media)]))
    if text:
        parts.append(words(text))
    if not parts:
        return ""
    shown = check_in["words_revealed_at"] or answer.get("openly") if text or media else True
    private = leaf.is_own(answer) and not (shown and (check_in["moods_revealed_at"] or not mood))
    return line(f"{_who(leaf, answer)} {' · '.join(parts)}{_only_you(leaf) if private else ''}")


def _who(leaf: Leaf, row: Record) -> str:
    return f'<span class="who">{escape(leaf.name(row["person_id"]))}</span>'


def _only_you(leaf: Leaf) -> str:
    return f' <span class="own">{leaf.html("export-only-you")}</span>'


def reviews(leaf: Leaf) -> str:
    """Each look back with its picture, what was given and what was agreed; the newest first."""
    return "".join(_review(leaf, row) for row in reversed(leaf.rows("reviews")))


def _review(leaf: Leaf, review: Record) -> str:
    answers = leaf.of("review_answers", "review_id", review["id"])
    steps = []
    for step, key in _STEPS.items():
        given = "".join(_given(leaf, answer) for answer in answers if answer["step"] == step.value)
        if given:
            steps.append(f"<h4>{leaf.html(key)}</h4>{given}")
    return card(
        f"<h3>{escape(leaf.day(review['opened_at']))}</h3>",
        *pictures(leaf, "reviews", review["id"]),
        *steps,
        *(_agreement(leaf, row) for row in leaf.of("weekly_agreements", "review_id", review["id"])),
    )


def _given(leaf: Leaf, answer: Record) -> str:
    chips = [leaf.html(chip_key(name)) for name in str(answer["chips"] or "").split()]
    parts = [*chips, *([words(answer["words"])] if answer["words"] else [])]
    if not parts:
        return ""
    private = "" if answer["revealed_at"] else _only_you(leaf)
    return line(f"{_who(leaf, answer)} {' · '.join(parts)}{private}")


def _agreement(leaf: Leaf, row: Record) -> str:
    text = row["words"] or leaf.text(AGREEMENTS[str(row["chip"])])
    key = "export-agreed" if row["in_force_at"] else "export-proposed"
    return f"<h4>{leaf.html(key)}</h4>{line(words(text))}"


def pauses(leaf: Leaf) -> str:
    """Every pause, the newest first."""
    items = listed(_pause(leaf, row) for row in reversed(leaf.rows("pauses")))
    return card(items) if items else ""


def _pause(leaf: Leaf, pause: Record) -> str:
    callers = [party for party in leaf.of("parties", "pause_id", pause["id"]) if party.get("called_at")]
    names = leaf.text("export-and").join(leaf.name(party["person_id"]) for party in callers)
    said = leaf.html(
        "export-pause", name=names or leaf.text("export-someone"), hour=leaf.hour(pause["return_at"])
    )
    ended = leaf.html(_OUTCOMES[str(pause["outcome"])]) if pause["outcome"] else leaf.html("export-pause-on")
    return (
        f"<strong>{escape(leaf.moment(pause['started_at']))}</strong><br>{said} "
        f'<span class="soft">{ended}</span>'
    )
