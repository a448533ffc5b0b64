"""The reference data of places: what there is, under which id, and which words name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from epiextract.rules_path import read_table, read_words
from epiextract.tagging.mentions import Entry

LEVELS = ("world", "abroad", "region", "country", "province", "city", "county", "local", "ship")
# 北京市 and the like are provinces and cities at once.
MUNICIPALITIES = frozenset({"cn:110000", "cn:120000", "cn:310000", "cn:500000"})
# 内蒙古, 广西, 西藏, 宁夏 and 新疆, which 自治区 and 全区 mean.
AUTONOMOUS = frozenset({"cn:150000", "cn:450000", "cn:540000", "cn:640000", "cn:650000"})
CHINA, WORLD, ABROAD, TAIWAN = "iso:CN", "x:global", "x:abroad", "cn:710000"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer.

    Args:
        id: ``cn:420100`` (GB/T 2260), ``iso:KR`` (ISO 3166), ``x:global``, ``ship:…``, ``place:…``, ``local:…``.
        name: The full name as events write it: 武汉市, 武汉市武昌区, 全国.
        level: One of LEVELS.
        parent: The id of the place that holds it, or nothing.
    """

    id: str
    name: str
    level: str
    parent: str


@lru_cache(maxsize=1)
def places() -> dict[str, Place]:
    """Return every place by id."""
    out: dict[str, Place] = {}
    for place, _ in _rows():
        # what is kept by hand comes first: 上海市浦东新区, 巴勒斯坦
        out.setdefault(place.id, place)
    return out


def ancestors(place: Place) -> Iterator[Place]:
    """Yield the places that hold *place*, the nearest first.

    >>> [p.name for p in ancestors(places()["cn:420106"])]
    ['武汉市', '湖北省', '全国', '全球']
    """
    known = places()
    while place.parent and place.parent in known:
        place = known[place.parent]
        yield place


@lru_cache(maxsize=8192)
def lineage(id: str) -> tuple[Place, ...]:
    """Return the place with an id and the places that hold it, the nearest first."""
    place = places().get(id)
    return (place, *ancestors(place)) if place else ()


@lru_cache(maxsize=1)
def place_entries() -> tuple[Entry, ...]:
    """Return a row for every word that names a place; a word of several places comes several times."""
    entries: list[Entry] = []
    seen: set[tuple[str, str]] = set()
    for place, names in _rows():
        for name in names:
            if name and (name, place.id) not in seen:
                seen.add((name, place.id))
                entries.append(Entry(name, "PLACE", place.id, place))
    masks = read_words("geography/not_places.txt")
    return (*entries, *(Entry(word, "NOT_PLACE") for word in masks))


@lru_cache(maxsize=1)
def common_names() -> frozenset[str]:
    """Return the names that are common words too, and name a place only where the text has told of what holds it."""
    return frozenset(read_words("geography/needs_told.txt"))


@lru_cache(maxsize=1)
def bare_stems() -> dict[str, tuple[str, ...]]:
    """Return for stems that name no place by themselves the ids of those that they are taken from.

    >>> bare_stems()["洪湖"]
    ('cn:421083',)
    """
    unsafe = set(read_words("geography/unsafe.txt"))
    out: dict[str, tuple[str, ...]] = {}
    for code, name, short, _, traditional, _ in read_table("geography/china.tsv"):
        for stem in {short, traditional}:
            if len(stem) >= 2 and stem != name and not _short_is_safe(code, name, short, unsafe):
                out[stem] = (*out.get(stem, ()), f"cn:{code}")
    return out


def _rows() -> Iterator[tuple[Place, Iterable[str]]]:
    unsafe = set(read_words("geography/unsafe.txt"))
    for row in read_table("geography/others.tsv"):
        id, level, name, aliases, parent = row
        yield Place(id, name, level, parent), [name, *aliases.split("|")]
    for code, name, aliases in read_table("geography/countries.tsv"):
        yield Place(f"iso:{code}", name, "country", WORLD), [name, *aliases.split("|")]
    full = {}
    for code, name, short, traditional, traditional_short, others in read_table("geography/china.tsv"):
        full[code] = name
        place = _division(code, name, full)
        names = [name, traditional, *others.split("|")]
        if _short_is_safe(code, name, short, unsafe):
            names += [short, traditional_short]
        yield place, [*names, *_plain(name, short, traditional_short)]


def _plain(name: str, *shorts: str) -> Iterator[str]:
    """Yield what news calls an autonomous division: 延边州 for 延边朝鲜族自治州, 秀山县 for 秀山土家族苗族自治县."""
    for kind in ("州", "县", "旗"):
        if name.endswith(f"自治{kind}"):
            yield from (short + kind for short in shorts if len(short) >= 2)


def _division(code: str, name: str, full: dict[str, str]) -> Place:
    if code.endswith("0000"):
        return Place(f"cn:{code}", name, "province", CHINA)
    province = f"{code[:2]}0000"
    if code.endswith("00"):
        return Place(f"cn:{code}", name, "city", f"cn:{province}")
    city = f"{code[:4]}00"
    # 仙桃市 and the districts of 北京市 stand below their province
    parent = city if city in full else province
    own = parent == province and f"cn:{province}" not in MUNICIPALITIES
    above = full.get(parent, "")
    # 石家庄高新技术产业开发区 says its city itself; 莘县 is known by both its characters
    itself = own or (above and name.startswith(above[:2])) or (len(name) == 2 and name.endswith("县"))
    shown = name if itself else above + name
    return Place(f"cn:{code}", shown, "city" if own and name.endswith("市") else "county", f"cn:{parent}")


def _short_is_safe(code: str, name: str, short: str, unsafe: set[str]) -> bool:
    if len(short) < 2 or short == name:
        return False
    if code.endswith("0000"):
        return True
    if short in unsafe:
        return False
    return code.endswith("00") or name.endswith("市") or (len(short) >= 3 and not name.endswith("区"))
