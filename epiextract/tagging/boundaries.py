"""Where a name begins: leftwards from its head up to a particle, a verb, a quantity or a mark, never inside a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from epiextract.rules_path import read_table
from epiextract.tagging.geography import Place, place_entries
from epiextract.tagging.name_words import FACILITY_HEAD, HEAD, TITLE, boundary_words, name_entries, surnames

_LONGEST = 26
# How far before a name's first character to look for a word that goes across it.
_ASTRIDE = 3
# Characters that no name goes across, leftwards from its head. 和 and 与 join names, though 协和 and 和平 hold the one.
_STOPS = frozenset(
    "，。、；：？！!?,;:…\n\t >（(【[〔“”‘’\"'《》<|/=+*#%~—-的了在向给為为对對由从從与與和及并将將把被等是有就也"
    "又还還都已曾让讓給經使请到往于於至自以其这這那该該本我你他她它们們个個名支家所位批次例人件只台每各余近约超"
    "逾共另仅则均更再可能会要需因如若但而且或说表示称据经過过着捐赠贈送寄援购買买运發发收获得派赴去来随受按含跟却当靠乘继跑拍來"
)
_LONGEST_WORD = 6
# Which rows of the gazetteers are words of the segmentation.
_WORD_TAGS = frozenset({"PLACE", "ORG_NAME_PART", "FACILITY_NAME_PART", HEAD, FACILITY_HEAD, TITLE})
_PARTICLES = frozenset(c for c in _STOPS if "\u3400" <= c <= "\u9fff")
# 生产|防疫物资企业: at the beginning these are verbs, though names hold them elsewhere.
_OPENING_VERB = re.compile(r"(?:生产|供应|采购|销售|服务|保障|运营)(?![型性商])(?=[\u3400-\u9fff]{2})")
# What one character that is no word costs, on the scale of words.txt; rare words cost more, common ones less.
_ALONE, _TOTAL = 4.4, 7.8


# 韩|家|墩, 杨|家|码头: families give their names to places; and 和 opens a name where a clause begins: ，和美社区.
_FAMILY = re.compile(r"家(?=[墩湾沟场沱坝嘴庄塘坪桥河山岭岗店冲垸台坡寨堡营屯峪洼坞埠集巷村]|码头)")
_WITH = re.compile(r"和(?=[\u3400-\u9fff](?:社区|小区|苑|佳园|花园))")
# Of those at which names stop, the ones that open the names of firms too: 均瑶, 运鸿, 能链, 超亚, 人福.
_OPENING_STOPS = frozenset("能超人运均可家得购会")
_CLAUSE_BEGINS = frozenset(("", *"，。；：、？！“（( \n\u3000"))
_QUOTED = re.compile(r"“[\u3400-\u9fffA-Za-z0-9]{2,8}”$")
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
        frozenset(w for w in costs if len(w) == 2 and w not in stops and not _STOPS.isdisjoint(w)) | _in_places(),
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
    return frozenset(pair for pair in pairs if not _STOPS.isdisjoint(pair))


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


def name_start(text: str, head: int, floor: int) -> int:
    """Return where the name begins whose head word stands at *head*.

    Args:
        text: The text as read.
        head: Where the head word begins.
        floor: Where the name cannot begin before: the end of a figure.
    """
    start = _walk(text, head, floor)
    if start == head:
        return start
    # of “逆行者”车队 the quotation marks hold no verb that parts it
    quote = text.find("“", start, head)
    return start if quote == start else _past_words(text, start, quote if quote > 0 else head)


def firm_start(text: str, start: int, head: int, floor: int) -> int:
    """Return where a firm's name begins that opens with a character at which names stop: 均瑶集团, 山东|能链控股.

    Such a name is known, or it opens its clause or follows a place or a kind of firms, and goes on with what is no
    word: 能|腾讯公司 holds none.

    Args:
        text: The text as read.
        start: Where the name begins without that character.
        head: Where the head word begins.
        floor: Where the name cannot begin before.
    """
    if start == head:
        # 上海家化|公司: the known name holds what no other name goes across
        return _brand_start(text, head, floor)
    at = start - 1
    if not floor <= at or text[at] not in _OPENING_STOPS or segments(text[start:head])[0][1] != 1:
        return start
    opens = at == floor or text[at - 1 : at] in _CLAUSE_BEGINS or text.endswith(("企业", "单位"), 0, at)
    if opens:
        return at
    places = known_words().places
    return next((low for low in range(max(floor, at - 6), at - 1) if text[low:at] in places), start)


def _walk(text: str, start: int, floor: int) -> int:
    """Return where a name that goes on at *start* begins at most: walk left over what names are made of."""
    words = known_words()
    before, opens = words.before, words.before_opens
    position = start
    limit = max(floor, start - _LONGEST)
    while position > limit:
        c = text[position - 1]
        if c in "）)":
            opening = max(text.rfind("（", limit, position), text.rfind("(", limit, position))
            if opening > limit and position - opening <= 8:
                # 中国建设银行（欧洲）有限公司: no verb is looked for in the name before the bracket
                position = _brand_start(text, opening, limit)
                continue
            break
        if c == "”":
            quoted = _quoted(text, position, start, limit)
            if quoted < position:
                position = quoted
                continue
            break
        if c in _STOPS and not _kept(text, position - 1):
            break
        if not ("\u3400" <= c <= "\u9fff" or c.isalnum() or c == "·"):
            break
        position -= 1
        verb = before.match(text, position) if c in opens else None
        if verb and verb.end() <= start and (len(verb[0]) > 3 or not _kept(text, position)):
            return verb.end()
    if text[position] in "（(" and position < start:
        # （一）幼儿园: what a bracket opens with is a number, no part of the name
        return max(text.find("）", position, start), text.find(")", position, start)) + 1
    return position


def _quoted(text: str, end: int, head: int, limit: int) -> int:
    """Return where the quotation marks open that a name holds and that close before *end*, else *end*: “慧眼”实验室."""
    quoted = _QUOTED.search(text, max(limit, end - 10), end)
    if not quoted or quoted[0][1:-1] in words_of("quoted") or text[head : head + 2] in words_of("unquoted"):
        return end
    stops = known_words().stops | words_of("after_quotes")
    # “封城”后|当地政府
    parted = any(text[end + a : end + b] in stops for a, b in segments(text[end:head]))
    return end if parted else quoted.start()


def _brand_start(text: str, end: int, limit: int) -> int:
    """Return where the known name begins that ends at *end*, or *end*."""
    brands = known_words().brands
    return next((start for start in range(max(limit, end - 8), end - 1) if text[start:end] in brands), end)


def _kept(text: str, position: int) -> bool:
    """Tell whether the stop at *position* is inside of a word that names hold: 协和, 有限, 支行."""
    words = known_words()
    if text[position - 1 : position + 1] in words.held or text[position : position + 2] in words.held:
        return True
    if _in_proper(text, position):
        return True
    window = text[max(0, position - 2) : position + 3]
    return any(word in window for word in words.kept.get(text[position], ()))


def _in_proper(text: str, position: int) -> bool:
    """Tell whether 家 or 和 is part of a proper name: 韩家墩, ，和美社区."""
    before = text[max(0, position - 1) : position]
    if text[position] == "家":
        return before in surnames() and _FAMILY.match(text, position) is not None
    return text[position] == "和" and before in _CLAUSE_BEGINS and _WITH.match(text, position) is not None


def _has_words(text: str, low: int, start: int, head: int) -> bool:
    """Tell whether anything stands there that can move the start: most names need no segmentation."""
    words = known_words()
    opens = words.opens
    for at in range(low, head - 1):
        if text[at : at + 2] in opens:
            return True
    costs = words.costs
    for at in range(low, start):
        for end in range(start + 1, min(head, at + 4) + 1):
            if text[at:end] in costs:
                return True
    return not _PARTICLES.isdisjoint(text[start:head])


def _past_words(text: str, start: int, head: int) -> int:
    """Return *start* behind the last verb before the head, and behind a word that goes across it.

    承担|武汉火神山医院, 一方面增加|定点医院, 发挥|运输企业.
    """
    low = start
    while low > max(0, start - _ASTRIDE) and "\u3400" <= text[low - 1] <= "\u9fff":
        low -= 1
    stops = known_words().stops
    for a, b in segments(text[low:head]) if _has_words(text, low, start, head) else ():
        a, b = a + low, b + low
        if b > start and (
            a < start or (text[a:b] in stops if b - a > 1 else text[a] in _PARTICLES and not _in_proper(text, a))
        ):
            start = b
    verb = _OPENING_VERB.match(text, start, head - 1)
    if verb:
        return verb.end()
    if head - start == 1 and text[start] in words_of("alone"):
        return head
    words = words_of("opening")
    behind = start + 1 if text[start] in words else start + 2 if text[start : start + 2] in words else start
    return behind if behind > start and _opens_place(text, behind) and not _opens_place(text, start) else start


def _opens_place(text: str, start: int) -> bool:
    """Tell whether the name of a place begins at *start*."""
    places = known_words().places
    return any(text[start:end] in places for end in range(start + 2, start + 5))
