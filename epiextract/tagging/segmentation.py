"""Words of a text: which are known, and where one ends and the next begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from epiextract.rules_path import read_table
from epiextract.tagging.names.words import FACILITY_HEAD, HEAD, TITLE, boundary_words, name_entries
from epiextract.tagging.places.geography import Place, place_entries

# Characters that no name goes across, leftwards from its head. 和 and 与 join names, though 协和 and 和平 hold the one.
STOPS = frozenset(
    "，。、；：？！!?,;:…\n\t >（(【[〔“”‘’\"'《》<|/=+*#%~—-的了在向给為为对對由从從与與和及并将將把被等是有就也"
    "又还還都已曾让讓給經使请到往于於至自以其这這那该該本我你他她它们們个個名支家所位批次例人件只台每各余近约超"
    "逾共另仅则均更再可能会要需因如若但而且或说表示称据经過过着捐赠贈送寄援购買买运發发收获得派赴去来随受按含跟却当靠乘继跑拍來"
)
_LONGEST_WORD = 6
# Which rows of the gazetteers are words of the segmentation.
_WORD_TAGS = frozenset({"PLACE", "ORG_NAME_PART", "FACILITY_NAME_PART", HEAD, FACILITY_HEAD, TITLE})
# What one character that is no word costs, on the scale of words.txt; rare words cost more, common ones less.
_ALONE, _TOTAL = 4.4, 7.8
_CITIZENS = re.compile(r"民(?![政营族航间宗警企革建盟进主俗兵办众])(?!生(?![活产]))(?!用(?!户))")
_PLACE_NAME = re.compile(r"[\u3400-\u9fff]{3,6}")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of ``name_boundaries.yaml`` and ``words.txt``, ready to look for.

    Args:
        kept: For a character at which names stop, the words that hold it and stand in names.
        before: Words that end before a name begins.
        before_opens: What those words begin with.
        generic: Words that do not make a name of the head behind them.
        costs: What each known word costs a segmentation.
        stops: The words that no name goes across.
        held: Words of two characters that hold a stop and are none: 基因, 发展.
        proper: Proper names in the dictionary.
        opens: What the words that no name goes across begin with.
        brands: Known names, which open the names of firms.
        places: Names of places.
    """

    kept: dict[str, tuple[str, ...]]
    before: re.Pattern[str]
    before_opens: frozenset[str]
    generic: re.Pattern[str]
    costs: dict[str, float]
    stops: frozenset[str]
    held: frozenset[str]
    proper: frozenset[str]
    opens: frozenset[str]
    brands: frozenset[str]
    places: frozenset[str]


@lru_cache(maxsize=1)
def known_words() -> Words:
    """Return the words that tell where names begin."""
    kept: dict[str, tuple[str, ...]] = {}
    for word in boundary_words("kept"):
        for character in set(word):
            kept[character] = (*kept.get(character, ()), word)
    costs: dict[str, float] = {}
    stops: set[str] = set()
    proper: set[str] = set()
    for kind, weight, row in read_table("lexicons/words.txt"):
        terms = row.split(" ")
        costs.update(dict.fromkeys(terms, _TOTAL - float(weight)))
        if kind == "stop":
            stops.update(terms)
        elif kind == "proper":
            proper.update(terms)
    own = [*place_entries(), *name_entries()]
    costs.update((e.term, _TOTAL - 4) for e in own if 1 < len(e.term) <= _LONGEST_WORD and e.tag in _WORD_TAGS)
    stops -= costs.keys() & {e.term for e in own if e.tag in _WORD_TAGS}
    for group, stop in (("kept", False), ("generic", False), ("hold", False), ("before", True)):
        for word in boundary_words(group):
            if len(word) > 1:
                costs[word] = min(costs.get(word, 9.0), _TOTAL - 4)
                (stops.add if stop else stops.discard)(word)
    # leftmost wins in an alternation, so the longer word comes first
    before, generic = (
        "|".join(sorted(map(re.escape, boundary_words(n)), key=len, reverse=True)) for n in ("before", "generic")
    )
    return Words(
        kept,
        re.compile(f"(?:{before})"),
        frozenset(word[0] for word in boundary_words("before")),
        re.compile(f"(?:{generic})+$"),
        costs,
        frozenset(stops),
        frozenset(w for w in costs if len(w) == 2 and w not in stops and not STOPS.isdisjoint(w)) | _in_places(),
        frozenset(proper),
        frozenset(w[:2] for w in stops),
        frozenset(e.term for e in own if e.tag == "ORG_NAME_PART"),
        frozenset(e.term for e in own if e.tag == "PLACE"),
    )


def _in_places() -> frozenset[str]:
    """Return the pairs with a stop that names of places hold: 殷都 in 殷都区."""
    terms = (e.term for e in place_entries() if isinstance(e.payload, Place) and _PLACE_NAME.fullmatch(e.term))
    # the last pair holds the suffix alone: 家市 of 石家市
    pairs = (term[at : at + 2] for term in terms for at in range(len(term) - 2))
    return frozenset(pair for pair in pairs if not STOPS.isdisjoint(pair))


@lru_cache(maxsize=8)
def words_of(name: str) -> frozenset[str]:
    """Return the words of a group of ``name_boundaries.yaml``."""
    return frozenset(boundary_words(name))


@lru_cache(maxsize=16_384)
def segments(text: str) -> tuple[tuple[int, int], ...]:
    """Return the words of a short stretch, by the cheapest way through it; news says the same ones over and over.

    >>> ["一方面增加定点"[a:b] for a, b in segments("一方面增加定点")]
    ['一', '方面', '增加', '定点']
    """
    costs = known_words().costs
    size = len(text)
    best = [0.0] * (size + 1)
    back = [0] * (size + 1)
    for end in range(1, size + 1):
        least, at = best[end - 1] + _ALONE, end - 1
        for start in range(max(0, end - _LONGEST_WORD), end - 1):
            cost = costs.get(text[start:end])
            if cost is not None and best[start] + cost < least:
                least, at = best[start] + cost, start
        best[end], back[end] = least, at
    out = []
    end = size
    while end:
        out.append((back[end], end))
        end = back[end]
    return tuple(reversed(out))


def ends_a_word(text: str, end: int) -> bool:
    """Tell whether no common word goes across *end*: not behind 报社 in 回报社会."""
    costs = known_words().costs
    return text[end - 1 : end + 1] not in costs or _is_edge(text, end)


def stands_apart(text: str, start: int, end: int) -> bool:
    """Tell whether no common word goes across the start or the end of a word: not 美的 in 最美的."""
    costs = known_words().costs
    return ends_a_word(text, end) and (text[start - 1 : start + 1] not in costs or _is_edge(text, start))


def opens_citizens(text: str, end: int) -> bool:
    """Tell whether a place's last character belongs to the citizens behind it: 武汉|市民, not 武汉市|民政局."""
    return text[end - 1] == "市" and _CITIZENS.match(text, end) is not None


def lies_across(text: str, start: int, end: int) -> bool:
    """Tell whether words go across the start and the end of a term: 保定 in 医保|定点, 海地 in 沿海|地区.

    One that goes across the start alone may be an accident, 戴|着手|套, and so may be one with 在: 在手|机上.
    """
    if text[start - 1 : start] == "在" or text[start - 1 : start + 1] not in known_words().costs:
        return False
    low = max(0, start - 4)
    cuts = {a + low for a, _ in segments(text[low : end + 4])}
    return start not in cuts and end not in cuts and end < len(text)


def _is_edge(text: str, at: int) -> bool:
    low = max(0, at - 4)
    return not any(a < at - low < b for a, b in segments(text[low : at + 3]))
