"""Places that are left out: 全国除湖北外, 湖北以外地区 and 非湖北地区 name what remains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.geography import ABROAD, CHINA, WORLD, Place, lineage, places

_EXCEPT = regex.compile(r"(?:除了?|不含|不包括|不计|扣除)$")
_EXCEPT_ENDS, _CLOSES = frozenset("除了含括计"), frozenset("以之外")
# 外地, 外贸 and 外长 are words of their own; 外地区 is what lies outside
_OWN_WORD = "地(?!区)|[围卖出交界媒援籍科资贸汇商国省来滞事办侨语长教企]"
_WHAT_LIES_THERE = "(?:的?其[他余]|的)?(?:地区|省份|国家|各地|地方|省市|区域)?"
_OUTSIDE = regex.compile(rf"[^，。；\n]{{0,6}}?(?:以外|之外|外(?!{_OWN_WORD})){_WHAT_LIES_THERE}")
_OTHERS = regex.compile(rf"(?:以外|之外){_WHAT_LIES_THERE}")
# 武汉市外|16个市州, 湖北省外|单日新增: without 以, what is counted there stands right behind, or 省 before;
# 驰援日本外，复星 and 上海外滩 leave nothing out
_BARELY_OTHERS = regex.compile(
    rf"(?:(?<=省)外(?!{_OWN_WORD}|[，。；、）])"
    r"|外(?=的|其[他余]|各|全[国省球]|[无未共]|新增|累计|现[有存]|确诊|疑似|病例|死亡|治愈|出院|报告|[单当昨][日天]|地区|省份"
    rf"|返乡|输入|\d{{1,6}}(?![\d.]|公里|千米|米|里|[万亿]?元))){_WHAT_LIES_THERE}"
)
# 全国其余省份: all but the province that was told of before
_REST = regex.compile(r"的?其[他余]的?(?:[0-9]{1,2}个)?(?:省份|省市|省区市)")
# 非湖北地区, and 非湖北省|份; 非湖北新增 at the beginning of a clause alone
_NOT = regex.compile(r"(?<![并绝而除莫无是若亦岂决即])非$")
_NOT_ENDS = regex.compile(r"地区|省份|籍|区域|(?<=省)份")
_CLAUSE_BEGINS = frozenset(("", *"，。；：、（(\n \u3000"))
# 除武汉、鄂州外 leaves out both
_JOINED = frozenset("、和及与")
# 武汉以外|16个市州 are those of its province
_CITIES = regex.compile(
    r"的?(?:其[他余])?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})?个?(?:地市|市州|州市|市[（(、]州|地级市|县市区)"
)
# 除湖北外，|全国 and 除湖北外的|全国: what remains is named behind
_THEN = frozenset(("", "，", ",", "的"))
_OPENS, _SHUTS = ("（", "("), ("）", ")")
_SHUT_OR_STOP = frozenset("，,、；（( ）)")


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """What a mention of a place means.

    Args:
        place: The place whose figure it is.
        excluding: Places that are not counted.
        deictic: Whether the words only point, or are too short to be told: 全省, 当地, 鄂.
    """

    place: Place
    excluding: tuple[Place, ...] = ()
    deictic: bool = False


@dataclass(frozen=True, slots=True)
class _Exclusion:
    """What is left out, and the words for it: from 除 to 以外."""

    start: int
    end: int
    left_out: tuple[Place, ...]


def exclude(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions, those behind 除 and before 以外 turned into what remains (全国 without 湖北省)."""
    every = list(mentions)
    pending: Mention | None = None
    told: Place | None = None
    at = 0
    while at < len(every):
        mention = every[at]
        out = _exclusion(text, every, at)
        if out is None:
            at += 1
            if pending is not None:
                yield pending
            pending = _rest(text, mention, told)
            told = next((p for p in lineage(pending.value) if p.level == "province"), told)
            continue
        at += len(out.left_out)
        remains = _out_of_before(text, pending, out)
        if remains is None:
            if pending is not None:
                yield pending
            remains = _out_of_behind(text, every[at], out) if at < len(every) else None
            at += remains is not None
        within = out.start != mention.start or _CITIES.match(text, out.end) is not None
        pending = remains or _remaining(out, within=within)
    if pending is not None:
        yield pending


def _out_of_before(text: str, whole: Mention | None, out: _Exclusion) -> Mention | None:
    """Return what remains of the place before that holds all that is left out: 全国|除湖北外, 全国|（除湖北）."""
    ref = _ref(whole)
    if whole is None or ref is None or not all(_holds(ref.place, place) for place in out.left_out):
        return None
    between = text[whole.end : out.start]
    if between not in _OPENS and whole.end != out.start:
        return None
    end = out.end + (between in _OPENS and text[out.end : out.end + 1] in _SHUTS)
    return _mention(whole.start, end, ref.place, (*out.left_out, *ref.excluding))


def _out_of_behind(text: str, whole: Mention, out: _Exclusion) -> Mention | None:
    """Return what remains of the place behind that holds all that is left out: 除武汉外，|湖北各市州."""
    ref = _ref(whole)
    if ref is None or text[out.end : whole.start] not in _THEN:
        return None
    held = all(_holds(ref.place, place) for place in out.left_out)
    return _mention(out.start, whole.end, ref.place, out.left_out) if held else None


def _mention(start: int, end: int, base: Place, left_out: tuple[Place, ...]) -> Mention:
    return Mention(start, end, "PLACE", base.id, PlaceRef(base, left_out))


def _ref(mention: Mention | None) -> PlaceRef | None:
    return mention.payload if mention is not None and isinstance(mention.payload, PlaceRef) else None


def _rest(text: str, mention: Mention, told: Place | None) -> Mention:
    """Return 全国其余省份 without the province that was told of before, any other place as it is."""
    # 用于武汉及|全国其他省市 leaves nothing out
    if told is None or mention.value != CHINA or text[mention.start - 1 : mention.start] in ("及", "和", "与", "、"):
        return mention
    rest = _REST.match(text, mention.end)
    return replace(mention, end=rest.end(), payload=PlaceRef(places()[CHINA], (told,))) if rest else mention


def _holds(whole: Place, part: Place) -> bool:
    """Tell whether a part can be left out of a whole: 湖北省 of 全国, 意大利 of 欧洲, a ship of any country."""
    if part.level == "ship":
        return whole.level in ("world", "country")
    if whole.level == "region" and part.level == "country":
        return whole.parent == WORLD
    return any(place.id == whole.id for place in lineage(part.parent))


def _remaining(out: _Exclusion, *, within: bool) -> Mention | None:
    """Return what remains where only what is left out is named: of 大邱 its country, of a country the world.

    Behind 除 a city leaves its province, 除武汉外, as in 武汉以外16个市州; 武汉以外地区 is the rest of the country. A
    ship leaves nothing sure.

    Args:
        out: What is left out.
        within: Whether a city is left out of its province.
    """
    place = out.left_out[0]
    if place.level == "ship":
        return None
    above = lineage(place.parent)
    if within and place.level in ("city", "county") and above:
        base = above[0]
    else:
        other = CHINA if place.level not in ("country", "region", "world") else WORLD
        base = next((holder for holder in above if holder.level == "country"), places()[other])
    return _mention(out.start, out.end, base, out.left_out)


def _exclusion(text: str, mentions: Sequence[Mention], at: int) -> _Exclusion | None:
    """Return the whole exclusion that a place opens: 除湖北以外, 湖北以外地区, 非湖北地区; else None."""
    mention = mentions[at]
    before = text[mention.start - 1 : mention.start]
    ref = _ref(mention)
    if ref is None:
        return None
    if before == "非":
        return _not(text, mentions, at, ref)
    opening = _EXCEPT.search(text, max(0, mention.start - 4), mention.start) if before in _EXCEPT_ENDS else None
    if opening:
        return _opened(text, mentions, at, opening.start())
    if text[mention.end : mention.end + 1] not in _CLOSES:
        return None
    closing = _OTHERS.match(text, mention.end)
    # what the first of 湖北、湖南外新增 is doing is not sure
    listed = before in _JOINED and at > 0 and mentions[at - 1].end == mention.start - 1
    if closing is None and not listed:
        closing = _BARELY_OTHERS.match(text, mention.end)
    if closing and before not in ("在", "从"):
        return _Exclusion(mention.start, closing.end(), (ref.place,))
    return None


def _opened(text: str, mentions: Sequence[Mention], at: int, start: int) -> _Exclusion | None:
    """Return the exclusion that 除 or 不含 opens at *start*, of all the places in the list behind it."""
    mention = mentions[at]
    if mention.value == ABROAD and text[mention.end - 2 : mention.end] == "以外":
        # 除|中国大陆以外: the closing word is part of the name for what is abroad
        return _Exclusion(start, mention.end, (places()[CHINA],))
    left_out: list[Place] = []
    end = mention.start
    for number in range(at, len(mentions)):
        other = mentions[number]
        ref = _ref(other)
        if ref is None or (left_out and text[end : other.start] not in _JOINED):
            break
        left_out.append(ref.place)
        end = other.end
    closing = _OUTSIDE.match(text, end)
    if closing:
        return _Exclusion(start, closing.end(), tuple(left_out))
    if text[start] == "除" and text[mention.end : mention.end + 1] not in _SHUT_OR_STOP:
        # 除了意大利单日确诊人数再度破千外: not the place is left out but what is told of it
        return None
    return _Exclusion(start, mention.end, (left_out[0],))


def _not(text: str, mentions: Sequence[Mention], at: int, ref: PlaceRef) -> _Exclusion | None:
    """Return what 非湖北地区 and 湖北省非武汉市 leave out; 并非湖北省独有 and 南非湖北商会 leave out nothing."""
    mention = mentions[at]
    start = mention.start - 1
    before = mentions[at - 1] if at else None
    if (before and before.end > start) or not _NOT.search(text, max(0, start - 1), mention.start):
        return None
    closing = _NOT_ENDS.match(text, mention.end)
    if closing is None:
        whole = _ref(before) if before and before.end == start else None
        held = whole is not None and _holds(whole.place, ref.place)
        opens = (
            text[max(0, start - 1) : start] in _CLAUSE_BEGINS and text[mention.end : mention.end + 1] not in "，。、"
        )
        if not held and not opens:
            return None
    return _Exclusion(start, closing.end() if closing else mention.end, (ref.place,))
