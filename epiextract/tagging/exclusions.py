"""Places that are left out: 全国除湖北外 and 湖北以外地区 name what remains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import regex

from epiextract.tagging.geography import CHINA, WORLD, Place, lineage, places
from epiextract.tagging.mentions import Mention

_EXCEPT = regex.compile(r"(?:除了?|不含|不包括|不计|扣除)$")
_EXCEPT_ENDS, _CLOSES = frozenset("除了含括计"), frozenset("以之外")
_OUTSIDE = regex.compile(
    r"[^，。；\n]{0,6}?(?:以外|之外|外(?!地|围|卖|出|交|界|媒|援|籍|科|资|贸|汇|商|国|省|来|滞))(?:的?其他|的)?(?:地区|省份|国家|各地|地方|省市|区域)?"
)
_OTHERS = regex.compile(r"(?:以外|之外)(?:的?其他|的)?(?:地区|省份|国家|各地|地方|省市)?")
# 全国其余省份: all but the province that was told of before
_REST = regex.compile(r"的?其[他余]的?(?:[0-9]{1,2}个)?(?:省份|省市|省区市)")
_PROVINCE_OUTSIDE = regex.compile(r"(?<=省)外|(?<=湖北)外")


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


def exclude(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions, those behind 除 and before 以外 turned into what remains (全国 without 湖北省)."""
    pending: list[Mention] = []
    told: Place | None = None
    for mention in mentions:
        out = _exclusion(text, mention)
        if out is None:
            yield from pending
            # 用于武汉及|全国其他省市 leaves nothing out
            joined = text[mention.start - 1 : mention.start] in ("及", "和", "与", "、")
            rest = _REST.match(text, mention.end) if told and not joined and mention.value == CHINA else None
            if rest and told:
                mention = replace(mention, end=rest.end(), payload=PlaceRef(places()[CHINA], (told,)))
            pending = [mention]
            told = next((p for p in lineage(mention.value) if p.level == "province"), told)
            continue
        ref = mention.payload
        assert isinstance(ref, PlaceRef)
        whole = pending[-1] if pending and out.start == pending[-1].end else None
        if (
            whole is not None
            and isinstance(whole.payload, PlaceRef)
            and whole.payload.place.id in (WORLD, CHINA, ref.place.parent)
        ):
            base, start = whole.payload.place, whole.start
            pending.pop()
        else:
            base, start = places()[WORLD if ref.place.level == "country" else CHINA], out.start
            if ref.place.level in ("city", "county") and ref.place.parent in places() and out.start != mention.start:
                base = places()[ref.place.parent]
        yield from pending
        excluded = (
            (ref.place, *whole.payload.excluding)
            if whole is not None and isinstance(whole.payload, PlaceRef)
            else (ref.place,)
        )
        pending = [Mention(start, out.end, "PLACE", base.id, PlaceRef(base, excluded))]
    yield from pending


def _exclusion(text: str, mention: Mention) -> Mention | None:
    """Return the whole exclusion around a place that is excluded: from 除 to 以外, else None."""
    start = mention.start
    opening = _EXCEPT.search(text, max(0, start - 4), start) if text[start - 1 : start] in _EXCEPT_ENDS else None
    if opening:
        closing = _OUTSIDE.match(text, mention.end)
        if not closing and opening.group()[0] == "除" and text[mention.end : mention.end + 1] not in "，,、；（( ":
            # 除了意大利单日确诊人数再度破千外: not the place is left out but what is told of it
            return None
        end = closing.end() if closing else mention.end
        return replace(mention, start=opening.start(), end=end)
    if text[mention.end : mention.end + 1] not in _CLOSES:
        return None
    closing = _OTHERS.match(text, mention.end) or _PROVINCE_OUTSIDE.match(text, mention.end)
    if closing and text[mention.start - 1 : mention.start] not in ("在", "从"):
        return replace(mention, end=closing.end())
    return None
