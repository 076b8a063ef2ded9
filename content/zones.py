"""Which time zone somebody lives in: by city, by country, by zone name, or by what their clock shows now.

Cities: GeoNames (see `content/data/README.md`); names of zones and countries: Babel.
"""

import csv
import gzip
import io
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global

MOST_CHOICES = 6
_MOST_CHARACTERS = 64
_DAY_MINUTES = 24 * 60
# A watch may be this far off, in minutes.
_TOLERANCE = 7

# Where most people live who speak one of our languages, the most first.
_LIKELY = (
    "Asia/Shanghai", "America/New_York", "Europe/London", "America/Los_Angeles", "Europe/Berlin",
    "Asia/Kolkata", "Australia/Sydney", "America/Chicago", "Asia/Tokyo", "Africa/Lagos",
)  # fmt: skip
# What people call countries, beside their names.
_CALLED = {
    "usa": "US",
    "us": "US",
    "america": "US",
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
}


@dataclass(frozen=True, slots=True)
class City:
    """One city; `state` within the United States alone; `others`: further names, folded."""

    zone: str
    country: str
    state: str
    people: int
    name: str
    chinese: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A zone (IANA name) and what tells a person that it is theirs."""

    zone: str
    label: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clock may show now: `offset` in minutes east of UTC."""

    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a typed place may mean, the likeliest first, at most six. `sure`: that was its name in full."""

    choices: tuple[Choice, ...] = ()
    sure: bool = True


def find(text: str, language: str) -> Found:
    """The zones that a typed place may mean; none if it is unknown. Never raises."""
    choices = _named(text, language)
    if choices:
        return Found(tuple(choices))
    wanted = _folded(text[:_MOST_CHARACTERS])
    return Found(tuple(_choices(_index().beginning_with(wanted), language)), sure=False)


def _named(text: str, language: str) -> list[Choice]:
    wanted = _folded(text[:_MOST_CHARACTERS])
    if not wanted or len(text) > _MOST_CHARACTERS:
        return []
    zone = canonical(text.strip().replace(" ", "_"))
    if zone is not None:
        return [Choice(zone, city_of(zone, language))]
    index = _index()
    country = _country(wanted)
    if country is not None and wanted not in index.names:
        return _zones_of(country, language)
    cities = index.names.get(wanted) or index.others.get(wanted)
    if cities:
        return _choices(cities, language)
    zones = _exemplars().get(wanted)
    if zones:
        return [Choice(zone, city_of(zone, language)) for zone in zones]
    return []


def canonical(name: str) -> str | None:
    """The zone that an IANA name or link of the form Area/Place stands for, whatever its case; or None."""
    known = _zone_names().get(name.lower())
    if known is None:
        return None
    aliases: dict[str, str] = get_global("zone_aliases")  # type: ignore[assignment]
    newer = aliases.get(known, known)
    return newer if newer in _available() else known


def city_of(zone: str, language: str) -> str:
    """The place that a zone is named after, in this language."""
    names = Locale(language).time_zones
    for name in (zone, *_older_names(zone)):
        if name in names and "city" in names[name]:
            return str(names[name]["city"])
    return zone.rpartition("/")[2].replace("_", " ")


def reading(zone: str, now: datetime) -> str:
    """What a clock in this zone shows: 21:14."""
    return f"{now.astimezone(ZoneInfo(zone)):%H:%M}"


def likely(now: datetime, first: Iterable[str] = ()) -> list[Reading]:
    """Six different clock readings, those of the zones `first` before the others."""
    offsets = dict.fromkeys(_offset(zone, now) for zone in (*first, *_LIKELY))
    return [Reading(offset, _clock(now, offset)) for offset in list(offsets)[:MOST_CHOICES]]


def at_offset(offset: int, now: datetime, language: str) -> list[Choice]:
    """The zones that are so many minutes east of UTC now, one for those that agree all year."""
    return _grouped([zone for zone in _by_people() if _offset(zone, now) == offset], now, language)


def showing(hour: int, minute: int, now: datetime, language: str, *, either: bool) -> list[Choice]:
    """The zones whose clocks show this now, give or take some minutes, one for those that agree all year.

    `either`: the hour may be of either half of the day.
    """
    cycle = _DAY_MINUTES // 2 if either else _DAY_MINUTES
    shown = hour * 60 + minute

    def fits(zone: str) -> bool:
        clock = now.astimezone(ZoneInfo(zone))
        off = (clock.hour * 60 + clock.minute - shown) % cycle
        return min(off, cycle - off) <= _TOLERANCE

    return _grouped([zone for zone in _by_people() if fits(zone)], now, language)


def _grouped(zones: Sequence[str], now: datetime, language: str) -> list[Choice]:
    groups: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for zone in zones:
        groups[_year(zone, now.astimezone(UTC).date().isoformat())].append(zone)
    choices = []
    for group in list(groups.values())[:MOST_CHOICES]:
        label = " · ".join(city_of(zone, language) for zone in group[:2])
        choices.append(Choice(group[0], label))
    return choices


@lru_cache(maxsize=1024)
def _year(zone: str, first_day: str) -> tuple[int, ...]:
    """The zone's offset on each day of the year to come."""
    start = datetime.fromisoformat(first_day).replace(hour=12, tzinfo=UTC)
    return tuple(_offset(zone, start + timedelta(days=day)) for day in range(366))


def _offset(zone: str, instant: datetime) -> int:
    offset = instant.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    return offset // timedelta(minutes=1)


def _clock(now: datetime, offset: int) -> str:
    return f"{now.astimezone(UTC) + timedelta(minutes=offset):%H:%M}"


def _choices(cities: Iterable[City], language: str) -> list[Choice]:
    found: dict[tuple[str, str], Choice] = {}
    for city in sorted(cities, key=lambda city: -city.people):
        found.setdefault((city.zone, city.country), Choice(city.zone, _label(city, language)))
    return list(found.values())[:MOST_CHOICES]


def _label(city: City, language: str) -> str:
    country = str(Locale(language).territories.get(city.country, city.country))
    if language == "zh" and city.chinese and city.chinese in country:
        return city.chinese
    if language == "en" and city.name in country:
        return city.name
    if language == "zh":
        return f"{city.chinese or city.name}，{country}{city.state and f' {city.state}'}"
    return f"{city.name}, {city.state or country}"


def _zones_of(country: str, language: str) -> list[Choice]:
    territories: dict[str, str] = get_global("zone_territories")  # type: ignore[assignment]
    biggest: dict[str, City] = {}
    for city in _cities():
        if city.country == country == territories.get(city.zone, country):
            biggest.setdefault(city.zone, city)
    if biggest:
        return _choices(biggest.values(), language)
    zones = {canonical(zone) for zone, territory in territories.items() if territory == country}
    return [Choice(zone, city_of(zone, language)) for zone in sorted(filter(None, zones))[:MOST_CHOICES]]


@dataclass(frozen=True, slots=True)
class _Index:
    """Cities by folded name: of the names shown, and of all others."""

    names: dict[str, list[City]]
    others: dict[str, list[City]]
    ordered: list[str]

    def beginning_with(self, wanted: str) -> list[City]:
        """Cities whose name begins so: with three letters, or one Chinese character."""
        if not wanted or (len(wanted) < 3 and wanted.isascii()):
            return []
        found: list[City] = []
        for name in self.ordered[bisect_left(self.ordered, wanted) :]:
            if not name.startswith(wanted):
                break
            found += self.names[name]
        return found


@cache
def _cities() -> tuple[City, ...]:
    packed = (files("content") / "data" / "cities.csv.gz").read_bytes()
    rows = csv.reader(io.StringIO(gzip.decompress(packed).decode("utf-8")))
    return tuple(
        City(zone, country, state, int(people), name, chinese, tuple(others.split("|")) if others else ())
        for zone, country, state, people, name, chinese, others in rows
    )


@cache
def _index() -> _Index:
    names: dict[str, list[City]] = defaultdict(list)
    others: dict[str, list[City]] = defaultdict(list)
    for city in _cities():
        for name in filter(None, dict.fromkeys((_folded(city.name), city.chinese))):
            names[name].append(city)
        for name in city.others:
            others[name].append(city)
    return _Index(dict(names), dict(others), sorted(names))


@cache
def _by_people() -> tuple[str, ...]:
    """Every zone with a city, the one with the most people first."""
    people: dict[str, int] = defaultdict(int)
    for city in _cities():
        people[canonical(city.zone) or city.zone] += city.people
    return tuple(sorted(people, key=lambda zone: -people[zone]))


@cache
def _available() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _zone_names() -> dict[str, str]:
    names = (name for name in _available() if "/" in name)
    return {name.lower(): name for name in names if not name.startswith(("Etc/", "SystemV/"))}


@cache
def _older_names(zone: str) -> tuple[str, ...]:
    aliases: dict[str, str] = get_global("zone_aliases")  # type: ignore[assignment]
    return tuple(older for older, newer in aliases.items() if newer == zone)


@cache
def _exemplars() -> dict[str, list[str]]:
    """Zones by the places that they are named after, in both languages."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in set(_zone_names().values()):
        zone = canonical(name)
        if zone is None:
            continue
        places = (name.rpartition("/")[2].replace("_", " "), city_of(zone, "en"), city_of(zone, "zh"))
        for place in dict.fromkeys(map(_folded, places)):
            if zone not in found[place]:
                found[place].append(zone)
    return dict(found)


@cache
def _countries() -> dict[str, str]:
    found = dict(_CALLED)
    for language in ("en", "zh"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                found.setdefault(_folded(str(name)), code)
    return found


def _country(wanted: str) -> str | None:
    return _countries().get(wanted)


def _folded(name: str) -> str:
    """Lower case letters and digits alone, without accents. The same rule as in `data/make_cities.py`."""
    kept = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return "".join(char for char in kept.casefold() if char.isalnum())
