"""Every sentence the bot says, by key and language."""

from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import TypeAlias

from fluent.runtime import FluentBundle

from content.ftl import ContentError, Source, load
from content.markup import Value, assemble, split_values
from content.rich import Rich

LANGUAGES = ("en", "zh")

# What a text can show.
Shown: TypeAlias = Value | int | timedelta

_ROOT = Path(__file__).parent


def language_of(telegram_language_code: str | None) -> str:
    """The language to speak with someone whose Telegram app speaks this one (an IETF tag)."""
    primary = (telegram_language_code or "").lower().replace("_", "-").partition("-")[0]
    return primary if primary in LANGUAGES else LANGUAGES[0]


class Texts:
    """The texts of all languages. A key may name an attribute: `pause-panel.short`."""

    def __init__(self, root: Path = _ROOT, languages: tuple[str, ...] = LANGUAGES) -> None:
        """Read and check the files `root/<language>/*.ftl`. Raises ContentError."""
        self._sources = load(root, languages)
        self._bundles = {language: _bundle(source) for language, source in self._sources.items()}
        self._keys = frozenset(next(iter(self._sources.values())).variables)

    def all_keys(self) -> frozenset[str]:
        """Every key, attributes included."""
        return self._keys

    def needs(self, key: str) -> frozenset[str]:
        """The names of the values that this text shows."""
        return next(iter(self._sources.values())).variables[key]

    def short(self, key: str) -> str:
        """The key of this text's short form, or the key itself if it has none."""
        return f"{key}.short" if f"{key}.short" in self.all_keys() else key

    def plain(self, language: str, key: str, **params: Shown) -> str:
        """For buttons, toasts and copied texts: no entities. Raises ContentError."""
        return self.rich(language, key, **params).text

    def rich(self, language: str, key: str, **params: Shown) -> Rich:
        """The text with its entities; a Moment becomes a date_time, a Mention a text_mention.

        A timedelta is written out as `duration` does, in the text's own language.
        Raises ContentError if there is no such key or a value is missing.
        """
        if key not in self.all_keys():
            raise ContentError(f"{language}: {key} is missing")
        bundle = self._bundles[language if language in self._bundles else LANGUAGES[0]]
        name, _, attribute = key.partition(".")
        message = bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise ContentError(f"{language}: {key} has no text")
        given, values = split_values({name: _written(language, value) for name, value in params.items()})
        formatted, errors = bundle.format_pattern(pattern, given)
        if errors:
            raise ContentError(f"{language}: {key}: {errors[0]}")
        return assemble(str(formatted), values)


def _bundle(source: Source) -> FluentBundle:
    bundle = FluentBundle([source.language], use_isolating=False)
    for resource in source.resources:
        bundle.add_resource(resource)
    return bundle


@cache
def texts() -> Texts:
    """The texts that come with the program, read once."""
    return Texts()


def _written(language: str, value: Shown) -> Value | int:
    return duration(language, value.total_seconds()) if isinstance(value, timedelta) else value


def duration(language: str, seconds: float) -> str:
    """A length of time in whole minutes, rounded up, at least one: “20 minutes”, “1 h 5 min”."""
    minutes = max(1, -int(-seconds // 60))
    hours, rest = divmod(minutes, 60)
    if not hours:
        return texts().plain(language, "duration-minutes", minutes=rest)
    if not rest:
        return texts().plain(language, "duration-hours", hours=hours)
    return texts().plain(language, "duration-both", hours=hours, minutes=rest)
