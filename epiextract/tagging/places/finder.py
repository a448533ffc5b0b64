"""Places in a text: chains read as one, ambiguous names told by their context, 全省 and 当地 by what went before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from epiextract.tagging.mentions import Hit, Mention
from epiextract.tagging.places.countries import with_countries
from epiextract.tagging.places.exclusions import PlaceRef, exclude
from epiextract.tagging.places.geography import CHINA, Place, common_names, lineage, place_entries, places
from epiextract.tagging.places.listed import with_listed
from epiextract.tagging.places.localities import find_localities
from epiextract.tagging.places.nationwide import with_nationwide
from epiextract.tagging.places.parties import find_parties
from epiextract.tagging.places.pointing import pointed, pointing_words
from epiextract.tagging.places.ships import with_ships
from epiextract.tagging.places.stems import with_stems
from epiextract.tagging.places.unlisted import find_unlisted
from epiextract.tagging.places.unlisted_abroad import with_unlisted_abroad
from epiextract.tagging.places.venues import outside_venues
from epiextract.tagging.places.zones import with_zones
from epiextract.tagging.segmentation import ends_a_word, lies_across, opens_citizens

_JOINED = frozenset("、和及与與")
# Behind words for going, being and helping one character stands for a province or a city: 援鄂, 赴汉, 在沪.
_SHORT = {
    **{
        "京": "cn:110000",
        "津": "cn:120000",
        "沪": "cn:310000",
        "渝": "cn:500000",
        "汉": "cn:420100",
        "鄂": "cn:420000",
    },
    **{
        "冀": "cn:130000",
        "晋": "cn:140000",
        "浙": "cn:330000",
        "皖": "cn:340000",
        "闽": "cn:350000",
        "赣": "cn:360000",
    },
    **{
        "鲁": "cn:370000",
        "豫": "cn:410000",
        "湘": "cn:430000",
        "粤": "cn:440000",
        "桂": "cn:450000",
        "琼": "cn:460000",
    },
    **{"川": "cn:510000", "黔": "cn:520000", "滇": "cn:530000", "陕": "cn:610000"},
}
# Behind a verb for bringing it ends its clause, in pairs 两地 follows; 哈市 is short for one city alone. The character
# comes first in each branch: the search runs over all others.
_ONE = f"[{''.join(_SHORT)}]"
_SHORT_WORDS = regex.compile(
    rf"{_ONE}(?:(?<=[援赴抵来在离返入进驻助往飞].)(?<!现在.|存在.|未来.|后来.|将来.)(?![尔伦西东南北中]|大地)"
    rf"|(?<=(?:[送运]到?|[运送]抵).)(?=[，。；！])"
    rf"|(?<!\p{{Han}}.)(?={_ONE}两地)|(?<=(?<!\p{{Han}}){_ONE}.)(?=两地))|哈市"
)
_SHORT["哈市"] = "cn:230100"


def find_places(text: str, hits: Sequence[Hit]) -> list[Mention]:
    """Return the places of *text*, sorted: each with the place that it means there.

    Args:
        text: The text as read.
        hits: What the lexicon found.
    """
    state = _State()
    mentions: list[Mention] = []
    common = common_names()
    before: tuple[int, Place] | None = None
    for start, end, candidates in _chains(text, hits):
        if text[start:end] in common:
            # 每个新城区 is no district of 西安市, and the 东区 of a hospital none of 攀枝花市
            candidates = [place for place in candidates if state.tells_of(place)]
            if not candidates:
                continue
        place = state.choose(_listed(text, before, start, candidates))
        before = end, place
        state.see(place)
        mentions.append(Mention(start, end, "PLACE", place.id, PlaceRef(place)))
    mentions = _with_unlisted(text, mentions)
    mentions = _with_localities(text, _with_short(text, _with_stems(text, mentions, hits)))
    mentions = with_unlisted_abroad(text, sorted(mentions, key=lambda m: m.start))
    mentions = with_countries(text, list(outside_venues(text, with_nationwide(text, mentions))))
    mentions = with_ships(text, with_listed(text, list(with_zones(text, mentions))))
    mentions = sorted([*mentions, *pointing_words(text, mentions), *find_parties(text)], key=lambda m: m.start)
    return list(exclude(text, pointed(text, mentions)))


def _listed(text: str, before: tuple[int, Place] | None, start: int, candidates: list[Place]) -> list[Place]:
    """Return what a name can mean in a list of provinces: 青海、|海南 is no prefecture of 青海."""
    if before is None or before[1].level != "province" or text[before[0] : start] not in _JOINED:
        return candidates
    return [place for place in candidates if place.level == "province"] or candidates


def _with_unlisted(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the places with the cities and counties that no table holds."""
    unlisted = [Mention(a, b, "PLACE", place.id, PlaceRef(place)) for a, b, place in find_unlisted(text, mentions)]
    return sorted([*mentions, *unlisted], key=lambda m: m.start) if unlisted else mentions


def _with_stems(text: str, mentions: list[Mention], hits: Sequence[Hit]) -> list[Mention]:
    """Return the places with those told by a stem; 荆州洪湖 takes the place of 荆州."""
    stems = {start: (end, place) for start, end, place in with_stems(text, mentions, hits)}
    if not stems:
        return mentions
    kept = [m for m in mentions if m.start not in stems]
    told = [Mention(start, end, "PLACE", place.id, PlaceRef(place)) for start, (end, place) in stems.items()]
    return sorted([*kept, *told], key=lambda m: m.start)


def _with_short(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the places with those told by one character, 援鄂 and 赴汉; 汉口 and 京东 hold none."""
    starts = {m.start for m in mentions}
    short = [
        Mention(m.start(), m.end(), "PLACE", _SHORT[m.group()], PlaceRef(places()[_SHORT[m.group()]], deictic=True))
        for m in _SHORT_WORDS.finditer(text)
        if m.start() not in starts and ends_a_word(text, m.end())
    ]
    return sorted([*mentions, *short], key=lambda m: m.start) if short else mentions


def _with_localities(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the places with those below the county, which hold the names that open them: 长春市朝阳区|红旗街道."""
    local = [
        Mention(start, end, "PLACE", place.id, PlaceRef(place, deictic=text[start:end] not in place.name))
        for start, end, place in find_localities(text, mentions)
    ]
    if not local:
        return mentions
    ends = [m.end for m in local]
    kept = []
    for mention in mentions:
        at = bisect_right(ends, mention.start)
        if at == len(local) or mention.end <= local[at].start:
            kept.append(mention)
    return [*kept, *local]


def _chains(text: str, hits: Sequence[Hit]) -> Iterator[tuple[int, int, list[Place]]]:
    """Yield each place, 湖北省武汉市江岸区 as one, with what its last name can mean inside the names before it."""
    current: tuple[int, int, list[Place]] | None = None
    for hit in hits:
        start = hit.start
        if hit.entries.places:
            if hit.entries.places[0].tag == "PLACE" and _is_part_of_words(text, start, hit.end):
                continue
            found, end = _meant(hit, text)
            if opens_citizens(text, end):
                # 武汉|市民: citizens, and no 武汉市
                end -= text[start : end - 1] in _by_name()
        elif hit.end - start > 3:
            words = _closing_place(text[start : hit.end])
            found, start, end = list(_by_name().get(words, ())), hit.end - len(words), hit.end
        else:
            continue
        if not found or (end == hit.end and text[start:end][-1] not in _SUFFIXES and _STREET.match(text, end)):
            continue
        if current is not None and start == current[1] and _stretches(text[start:end], current[2], found):
            # 韩国|国内 and 武汉|境内 are the place before, and 首尔|江南区 lies in it
            current = (current[0], end, current[2])
            continue
        if current is not None and 0 <= start - current[1] <= 1 and text[current[1] : start] in ("", "·", " "):
            inside = _inside(found, current[2])
            if inside:
                current = (current[0], end, inside)
                continue
        if current is not None and _ABOVE_ALL.fullmatch(text, current[1], start):
            provinces = [p for p in current[2] if p.level == "province"]
            if _inside(found, provinces):
                # 湖北特别是武汉 is all of 湖北
                continue
        if current is not None:
            yield current
        current = (start, end, found)
    if current is not None:
        yield current


def _inside(found: Sequence[Place], wholes: Sequence[Place]) -> list[Place]:
    """Return those of the places that stand inside of a place before."""
    ids = {whole.id for whole in wholes}
    return [p for p in found if any(a.id in ids for a in lineage(p.parent))]


def _stretches(words: str, before: Sequence[Place], found: Sequence[Place]) -> bool:
    """Tell whether words for all of China mean all of the place before: 法国|境内, 韩国|国内, not 湖北|全国.

    A district of China behind a city abroad is one of that city: 首尔|江南区.
    """
    if words == "境内":
        return True
    if words.endswith("区") and all(p.level == "city" and not p.id.startswith("cn:") for p in before):
        return all(p.level == "county" for p in found)
    return words in ("国内", "全国", "國內", "全國") and any(p.level == "country" and p.id != CHINA for p in before)


def _meant(hit: Hit, text: str) -> tuple[list[Place], int]:
    """Return the places that a hit means, and where the words for them end.

    A known name says its place too: 湖北省 in 湖北省红十字会, and 武汉市 by 金银潭医院 alone.
    """
    found = []
    for entry in hit.entries.places:
        if entry.tag == "PLACE" and isinstance(entry.payload, Place):
            found.append(entry.payload)
        elif entry.tag != "PLACE":
            words = _opening_place(text[hit.start : hit.end])
            if words and isinstance(entry.payload, str) and _inside([places()[entry.payload]], _by_name()[words]):
                # 湖北省人民医院 is in 武汉
                return [places()[entry.payload]], hit.end
            if words and (entry.tag[0] == "F" or words[-1] in _SUFFIXES):
                return list(_by_name()[words]), hit.start + len(words)
            if isinstance(entry.payload, str):
                return [places()[entry.payload]], hit.end
    return found, hit.end


def _is_part_of_words(text: str, start: int, end: int) -> bool:
    """Tell whether a place's name is cut out of common words: 医保|定点, 七成|都被."""
    return lies_across(text, start, end) or (text[start:end] == "成都" and text[start - 1 : start] in _NUMERALS)


_ABOVE_ALL = re.compile(r"(?:特别|尤其|特別)是")
_NUMERALS = frozenset("一二三四五六七八九两几")
# 青岛路, 黄石东路 and 武汉大道 are streets of other towns; 武汉路上 and 湖北路段 are none.
_STREET = re.compile(r"[东南西北中]?(?:路(?![上途段线网费过程况政])|大道)")
# 阿里巴巴 and 长安汽车 open with the names of places and tell of none.
_SUFFIXES = frozenset("省市区县州盟国")


@lru_cache(maxsize=4096)
def _opening_place(name: str) -> str:
    known = _by_name()
    return next((name[:end] for end in range(min(len(name) - 1, 12), 1, -1) if name[:end] in known), "")


@lru_cache(maxsize=4096)
def _closing_place(term: str) -> str:
    """Return the place that a term of a pack ends with behind a word for help: 支援|湖北, 援助|湖北."""
    known = _by_name()
    return next((term[at:] for at in range(2, len(term) - 1) if term[at - 1] in "援助赴往" and term[at:] in known), "")


@lru_cache(maxsize=1)
def _by_name() -> dict[str, list[Place]]:
    out: dict[str, list[Place]] = {}
    for entry in place_entries():
        # 中国 opens the names of half of all firms and says nothing of a figure's place
        if isinstance(entry.payload, Place) and entry.payload.id != CHINA:
            out.setdefault(entry.term, []).append(entry.payload)
    return out


class _State:
    """The places named so far, which tell what an ambiguous name means."""

    def __init__(self) -> None:
        self.recent: list[str] = []

    def see(self, place: Place) -> None:
        for seen in (*reversed([a for a in lineage(place.parent) if a.level in ("province", "city")]), place):
            if seen.id in self.recent:
                self.recent.remove(seen.id)
            self.recent.append(seen.id)

    def tells_of(self, place: Place) -> bool:
        """Tell whether a district is in what was named last, or something in a whole was named at all.

        The whole of a city abroad is its country: 河内 after 越南.
        """
        if place.level == "county":
            return bool(self.recent) and any(holder.id == place.parent for holder in lineage(self.recent[-1]))
        whole = place.parent if place.level == "city" else place.id
        return any(holder.id == whole for id in self.recent for holder in lineage(id))

    def choose(self, candidates: Sequence[Place]) -> Place:
        if len(candidates) == 1:
            return candidates[0]
        best, best_rank = candidates[0], (-2, 0)
        for place in candidates:
            chain = [place.id, *(a.id for a in lineage(place.parent) if a.level in ("province", "city"))]
            seen = max((self.recent.index(id) for id in chain if id in self.recent), default=-1)
            # 吉林 and 海南 alone are the provinces
            rank = (seen, 1 if place.level == "province" else 0)
            if place.level == "province":
                rank = (max(seen, 0), 2)
            if rank > best_rank:
                best, best_rank = place, rank
        return best


__all__ = ["PlaceRef", "find_places", "place_entries"]
