"""Says a text of content to a reader: in one language, or in both partners' in short forms."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from content.markup import join
from content.rich import Mention, Moment, Rich, moment_for
from content.steady import TURNING, steady
from content.texts import Shown, texts
from screens.screen import Button, Reader
from storage.local_time import local
from storage.views import PersonView

_LONGEST_NAME = 40
# From so far ahead on, an hour is shown with its day.
_SAME_DAY = timedelta(hours=12)

# The sign that stands before a button's words, the same in every language.
SIGNS = {
    "button-accept": "✅",
    "button-add": "➕",
    "button-all-ten": "📜",
    "button-almost": "🌤️",
    "button-answer": "✍️",
    "button-answers": "📖",
    "button-apart": "✈️",
    "button-at": "🕰️",
    "button-back": "↩️",
    "button-back-early": "🌅",
    "button-body-now": "🌡️",
    "button-breathe": "🫁",
    "button-by-zones": "🌍",
    "button-calm": "🌊",
    "button-change": "✍️",
    "button-change-time": "🕰️",
    "button-check-in": "💬",
    "button-chinese": "🌐",
    "button-chip-breakfast": "☕",
    "button-chip-closeness": "🤍",
    "button-chip-evening": "🕯️",
    "button-chip-everyday": "🏡",
    "button-chip-gentler": "🪶",
    "button-chip-goodnight": "🌙",
    "button-chip-helping": "🤲",
    "button-chip-hug": "🫂",
    "button-chip-humour": "😄",
    "button-chip-kindness": "🤍",
    "button-chip-laughing": "😄",
    "button-chip-listening": "👂",
    "button-chip-meal": "🍲",
    "button-chip-patience": "🕊️",
    "button-chip-pause": "🍵",
    "button-chip-pausing": "🍵",
    "button-chip-phones": "📵",
    "button-chip-planning": "🗓️",
    "button-chip-rarely": "🍂",
    "button-chip-sleep": "🌙",
    "button-chip-slower": "🐢",
    "button-chip-somewhat": "🌱",
    "button-chip-stroll": "🚶",
    "button-chip-talking": "💬",
    "button-chip-time": "🫶",
    "button-chip-walk": "🚶",
    "button-chip-yes": "🌿",
    "button-clock": "🕰️",
    "button-closeness": "🌹",
    "button-coming": "👍",
    "button-copy": "📋",
    "button-copy-link": "📋",
    "button-cycle": "🔁",
    "button-dark": "🌙",
    "button-days": "📅",
    "button-distance": "🧭",
    "button-done": "✅",
    "button-earlier": "◀️",
    "button-english": "🌐",
    "button-export": "📦",
    "button-far": "🌫️",
    "button-forget": "🗑️",
    "button-from": "🌙",
    "button-group": "👥",
    "button-harder": "🪨",
    "button-hear": "👂",
    "button-helps": "🧺",
    "button-here": "🙋",
    "button-here-already": "🙋",
    "button-holiday": "🏝️",
    "button-hours": "🕰️",
    "button-ideas": "🤝",
    "button-invite": "💌",
    "button-join": "🤝",
    "button-keep": "↩️",
    "button-keyboard": "✋",
    "button-language": "🌐",
    "button-later": "▶️",
    "button-leave": "✖️",
    "button-leave-be": "🍂",
    "button-light": "☀️",
    "button-lighter": "🪶",
    "button-line": "📋",
    "button-longer": "🕰️",
    "button-minutes": "🕰️",
    "button-missed": "🍂",
    "button-moment-change": "✏️",
    "button-moment-line": "✏️",
    "button-moment-own": "📖",
    "button-moment-tell": "💬",
    "button-more-help": "❔",
    "button-more-phrases": "▶️",
    "button-more-time": "🕰️",
    "button-music": "🎧",
    "button-my-time": "🕰️",
    "button-myself": "🌱",
    "button-named": "🏷️",
    "button-near": "🌤️",
    "button-need-help": "🛟",
    "button-new-time": "🕰️",
    "button-next": "▶️",
    "button-no": "✖️",
    "button-no-thanks": "✖️",
    "button-not-now": "✖️",
    "button-not-writing": "✖️",
    "button-number": "✖️",
    "button-off": "✖️",
    "button-on": "✅",
    "button-one-week": "🏝️",
    "button-only-me": "🔒",
    "button-open": "👀",
    "button-open-chat": "💬",
    "button-other-place": "🔍",
    "button-other-time": "🕰️",
    "button-our-clock": "🌍",
    "button-partner": "🫶",
    "button-picture": "🖼️",
    "button-plain": "🏷️",
    "button-play": "📎",
    "button-pause": "✋",
    "button-pause-now": "✋",
    "button-phrase": "📋",
    "button-phrases": "💬",
    "button-phrases-reassuring": "🤍",
    "button-phrases-returning": "🙋",
    "button-phrases-starting": "✋",
    "button-phrases-waiting": "🌤️",
    "button-playbook": "📓",
    "button-plus": "🕰️",
    "button-privacy": "🔒",
    "button-quiet": "🌙",
    "button-quiz": "🧭",
    "button-quiz-anew": "🌱",
    "button-quiz-begin": "▶️",
    "button-quiz-delete": "🗑️",
    "button-quiz-forget": "🗑️",
    "button-quiz-go": "▶️",
    "button-quiz-keep": "↩️",
    "button-quiz-more": "🌱",
    "button-quiz-result": "🗺️",
    "button-quiz-scales": "📏",
    "button-quiz-stop": "🔖",
    "button-quiz-then": "🔄",
    "button-racing": "💓",
    "button-remove": "➖",
    "button-report": "📄",
    "button-rest": "🌙",
    "button-rest-too": "🌙",
    "button-review": "📅",
    "button-review-back": "↩️",
    "button-review-begin": "📅",
    "button-review-finish": "🏁",
    "button-review-keep": "🔒",
    "button-review-newer": "▶️",
    "button-review-next": "▶️",
    "button-review-older": "◀️",
    "button-review-own": "✏️",
    "button-review-past": "📖",
    "button-review-show": "👀",
    "button-review-words": "✏️",
    "button-review-yes": "✅",
    "button-revoke": "✖️",
    "button-rhythm": "🎵",
    "button-same": "🌤️",
    "button-say": "💬",
    "button-scan": "🧘",
    "button-settings": "⚙️",
    "button-settled": "🍃",
    "button-share": "💌",
    "button-share-after-all": "🤝",
    "button-share-both": "🪞",
    "button-share-place": "🗺️",
    "button-share-stress": "⚡",
    "button-skip": "⏭️",
    "button-soothing": "🍃",
    "button-stop": "↩️",
    "button-talking": "💬",
    "button-tell": "💬",
    "button-time": "🕰️",
    "button-to": "🌅",
    "button-to-today": "💬",
    "button-today": "🕰️",
    "button-together": "🏡",
    "button-together-see": "🫶",
    "button-tomorrow": "🌅",
    "button-tonight": "🌙",
    "button-trial": "🌱",
    "button-trial-begin": "🌱",
    "button-trial-log": "📖",
    "button-trial-other": "🌱",
    "button-trial-stop": "✖️",
    "button-two-weeks": "🏝️",
    "button-undo": "↩️",
    "button-unpair": "✂️",
    "button-wake": "☀️",
    "button-walk": "🚶",
    "button-water": "💧",
    "button-we-argue": "⚡",
    "button-we-talk": "💬",
    "button-weekday": "📅",
    "button-weekend": "🏝️",
    "button-win": "🎉",
    "button-withdraw": "🍂",
    "button-yes": "✅",
}


def say(reader: Reader, key: str, **params: Shown) -> Rich:
    """The text in the reader's language; for two languages both, each in its short form."""
    if len(reader.languages) < 2:
        return texts().rich(_first(reader), key, **params)
    short = texts().short(key)
    return join([texts().rich(language, short, **params) for language in reader.languages], "\n\n")


def speaking(reader: Reader, people: Iterable[PersonView | None], fallback: str = "en") -> Reader:
    """The reader, with these people's languages where the chat's own are not known."""
    if reader.languages:
        return reader
    known = dict.fromkeys(person.language for person in people if person)
    return replace(reader, languages=tuple(known) or (fallback,))


def press(reader: Reader, key: str, data: str, *, style: str | None = None, **params: Shown) -> Button:
    """A button that sends `data` (≤ 64 bytes) when it is pressed."""
    return Button(label(reader, key, None, **params), press=data, style=style)


def label(reader: Reader, key: str, sign: str | None = None, /, **params: Shown) -> str:
    """A button's sign and words, for two languages one word in each."""
    before = sign or SIGNS[key]
    if len(reader.languages) < 2:
        return f"{before} {texts().plain(_first(reader), key, **params)}"
    short = texts().short(key)
    words = [texts().plain(language, short, **params) for language in reader.languages]
    return f"{before} {' · '.join(dict.fromkeys(words))}"


def plain(reader: Reader, key: str, **params: Shown) -> str:
    """A text without entities, for copying or sharing, in the reader's first language."""
    return texts().plain(_first(reader), key, **params)


def length_button(reader: Reader, minutes: int, data: str, *, sign: str | None = None) -> Button:
    """A button that names a length: whole hours as hours, all else in minutes."""
    if minutes % 60 == 0:
        return Button(label(reader, "button-hours", sign, hours=minutes // 60), press=data)
    return Button(label(reader, "button-minutes", sign, minutes=minutes), press=data)


def pause_button(reader: Reader) -> Button:
    """The ✋."""
    return press(reader, "button-pause", "pause:new", style="primary")


def twenty_button(reader: Reader) -> Button:
    """A ✋ that names its twenty minutes, where another length was asked for."""
    return length_button(reader, 20, "pause:new", sign="✋")


def group_button(reader: Reader) -> Button:
    """A link that adds the bot to a group."""
    link = f"https://t.me/{reader.bot_username}?startgroup=pair"
    return Button(label(reader, "button-group"), link=link)


def day(reader: Reader, instant: datetime) -> Moment:
    """A day, which each phone shows in its own way."""
    shown = local(instant, reader.zone) if reader.zone else instant
    return Moment(instant, f"{shown:%Y-%m-%d}", "D")


def moment(reader: Reader, instant: datetime) -> Moment:
    """A time of day for a text, with the reader's own hour as what old phones show."""
    near = moment_for(instant, reader.zone)
    if instant - reader.now <= _SAME_DAY:
        return near
    # An hour alone would be read as today's.
    return Moment(instant, f"{day(reader, instant).text} {near.text}", "wt")


def shown_name(name: str) -> str:
    """A name on one line, of bearable length, without characters that reorder what stands around it."""
    kept = "".join(char for char in name if char not in TURNING)
    kept = "".join(
        " " if unicodedata.category(char) in {"Zl", "Zp", "Cc", "Cs"} else char for char in steady(kept)
    )
    kept = " ".join(kept.split())
    if all(unicodedata.category(char) in {"Cf", "Mn", "Me", "Zs"} for char in kept):
        # Nothing of it can be seen.
        return "…"
    return kept if len(kept) <= _LONGEST_NAME else f"{kept[: _LONGEST_NAME - 1].rstrip()}…"


def in_order(people: Iterable[PersonView]) -> tuple[PersonView, ...]:
    """People in the order of their names, so that neither comes first for anything they did."""
    return tuple(sorted(people, key=lambda person: (person.name.casefold(), person.id)))


def named(person: PersonView) -> str:
    """A person's name, as screens show it."""
    return shown_name(person.name)


def mentioned(person: PersonView) -> Mention:
    """A person's name that also notifies them."""
    return Mention(shown_name(person.name), person.telegram_id)


def _first(reader: Reader) -> str:
    return reader.languages[0] if reader.languages else "en"
