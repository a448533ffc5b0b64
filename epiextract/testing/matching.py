"""When two names, places or numbers count as the same: the rules by which events are compared with gold ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

import regex

from epiextract.events.slots import JOINER
from epiextract.tagging.places.geography import Place, place_entries

Record = Mapping[str, Any]

_SIGNS = regex.compile(r"[\p{P}\s]")
# What names of divisions end in, the longer ones first.
_LEVELS = ("特别行政区", "自治区", "自治州", "自治县", "地区", "新区", "林区", "邮轮", *"省市县区州盟国")
_SUFFIX = regex.compile(rf"(?:{'|'.join(_LEVELS)})$")
# Names that are a city's and its province's: the suffix alone tells them apart.
_TWINS = frozenset({"吉林省", "吉林市"})
_WITHOUT = regex.compile(r"(?P<base>.*?)除?(?P<out>[^除、]+?)(?:以外|之外|外)(?:的|其他)*(?:地区|省份|省市|各地|市州)?")
TOLERANCE = 1e-6
# Names of the gazetteer that are larger than a country, or stand for the nation.
NATION, WORLD, ABROAD = "全国", "全球", "境外"


def same_number(one: Any, other: Any) -> bool:
    """Tell whether two values are equal, or both absent.

    >>> same_number(17000, 17000.0), same_number(None, 3)
    (True, False)
    """
    if one is None or other is None:
        return one is None and other is None
    a, b = float(one), float(other)
    return abs(a - b) <= TOLERANCE * max(1.0, abs(a), abs(b))


def same_names(one: str | None, other: str | None) -> bool:
    """Tell whether two lists of names are the same: at least half of the longer one pairs.

    >>> same_names("恒大集团", "恒大"), same_names("甲公司、乙公司", "乙公司"), same_names(None, "甲")
    (True, True, False)
    """
    if not one or not other:
        return not one and not other
    return _pairs(one.split(JOINER), other.split(JOINER), _one_name)


def _one_name(one: str, other: str) -> bool:
    short, long = sorted((_SIGNS.sub("", one), _SIGNS.sub("", other)), key=len)
    return bool(short) and (short == long or (short in long and len(long) <= 2 * len(short)))


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Return the names of countries and of what is larger, each with the one that records use: 我国 is 全国."""
    wide = ("world", "abroad", "country")
    named = ((entry.term, entry.payload) for entry in place_entries())
    return {term: place.name for term, place in named if isinstance(place, Place) and place.level in wide}


def place_key(name: str) -> str:
    """Return a place's name without signs and suffix; the nation, the world and countries have many names.

    >>> place_key("湖北省"), place_key("我国"), place_key("吉林市"), place_key("南韩") == place_key("韩国")
    ('湖北', '全国', '吉林市', True)
    """
    name = _countries().get(name) or _countries().get(_SIGNS.sub("", name)) or _SIGNS.sub("", name)
    if name in _TWINS or name in (NATION, WORLD, ABROAD):
        return name
    short = _SUFFIX.sub("", name)
    return short if len(short) >= 2 else name


def same_place(one: Record, other: Record) -> bool:
    """Tell whether two records speak of the same place, with the same places left out."""
    if not one.get("place") or not other.get("place"):
        return not one.get("place") and not other.get("place")
    (places, without), (others, others_without) = _places(one), _places(other)
    if bool(without) != bool(others_without):
        return False
    return _pairs(places, others, _one_place) and (not without or _pairs(without, others_without, _one_place))


def _places(record: Record) -> tuple[list[str], list[str]]:
    """Return the keys of the places that are counted and of those that are not (湖北 of 湖北以外地区)."""
    out = [place_key(name) for name in str(record.get("excluding") or "").split(JOINER) if name]
    counted = []
    for name in str(record["place"]).split(JOINER):
        without = _WITHOUT.fullmatch(name)
        if place_key(name) == ABROAD:
            counted.append(WORLD)
            out.append(NATION)
        elif without and not out:
            counted.append(place_key(without["base"]) if without["base"] else NATION)
            out.append(place_key(without["out"]))
        else:
            counted.append(place_key(name))
    return counted, out


def _one_place(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= 2 and len(long) - len(short) >= 2 and long.endswith(short))


def _pairs(wanted: Iterable[str], found: Iterable[str], same: Callable[[str, str], bool]) -> bool:
    wanted, left = list(wanted), list(found)
    longer = max(len(wanted), len(left))
    hits = 0
    for name in wanted:
        match = next((other for other in left if same(name, other)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits > 0 and hits * 2 >= longer
