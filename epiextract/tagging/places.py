"""Places in a text: chains read as one, ambiguous names told by their context, 全省 and 当地 by what went before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from epiextract.tagging.geography import CHINA, MUNICIPALITIES, WORLD, Place, lineage, place_entries, places
from epiextract.tagging.localities import find_localities
from epiextract.tagging.mentions import Hit, Mention

# 全省 means the province that the article is about: the level that each word asks for.
_DEICTIC = {
    **dict.fromkeys(("全省", "我省", "该省", "本省", "省内", "全自治区", "全省各地", "我區", "全区各地"), "province"),
    **dict.fromkeys(("全市", "我市", "该市", "本市", "市内", "全市各区", "全城", "该城", "这座城市", "全州"), "city"),
    **dict.fromkeys(("全县", "我县", "该县", "全区", "我区", "该区", "本区", "区内", "县内"), "county"),
    **dict.fromkeys(("该国", "全美国"), "country"),
    **dict.fromkeys(("当地", "本地", "當地", "该地区"), "any"),
}
_EXCEPT = regex.compile(r"(?:除了?|不含|不包括|不计|扣除)$")
_EXCEPT_ENDS, _CLOSES = frozenset("除了含括计"), frozenset("以之外")
_OUTSIDE = regex.compile(
    r"[^，。；\n]{0,6}?(?:以外|之外|外(?!地|围|卖|出|交|界|媒|援|籍|科|资|贸|汇|商|国|省|来|滞))(?:的?其他|的)?(?:地区|省份|国家|各地|地方|省市|区域)?"
)
_OTHERS = regex.compile(r"(?:以外|之外)(?:的?其他|的)?(?:地区|省份|国家|各地|地方|省市)?")
_PROVINCE_OUTSIDE = regex.compile(r"(?<=省)外|(?<=湖北)外")


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """What a mention of a place means.

    Args:
        place: The place whose figure it is.
        excluding: Places that are not counted.
        deictic: Whether the words only point: 全省, 当地.
    """

    place: Place
    excluding: tuple[Place, ...] = ()
    deictic: bool = False


def find_places(text: str, hits: Sequence[Hit], *, context: Iterable[Place] = ()) -> list[Mention]:
    """Return the places of *text*, sorted: each with the place that it means there.

    Args:
        text: The text as read.
        hits: What the lexicon found.
        context: Places known from outside, such as the title's; the last one counts first.
    """
    state = _State(list(context))
    mentions: list[Mention] = []
    for start, end, candidates in _chains(text, hits):
        place = state.choose(candidates)
        state.see(place)
        mentions.append(Mention(start, end, "PLACE", place.id, PlaceRef(place)))
    mentions = _with_localities(text, mentions)
    mentions.extend(
        Mention(match.start(), match.end(), "PLACE", f"deictic:{_DEICTIC[match.group()]}")
        for match in _DEICTIC_WORDS.finditer(text)
    )
    mentions.sort(key=lambda m: m.start)
    return list(_excluded(text, _resolved(mentions, list(context))))


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
        if not hit.entries.places:
            continue
        found, end = _meant(hit, text)
        if not found:
            continue
        if current is not None and 0 <= hit.start - current[1] <= 1 and text[current[1] : hit.start] in ("", "·", " "):
            inside = [p for p in found if any(a.id in {c.id for c in current[2]} for a in lineage(p.parent))]
            if inside:
                current = (current[0], end, inside)
                continue
        if current is not None:
            yield current
        current = (hit.start, end, found)
    if current is not None:
        yield current


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
            if words and (entry.tag[0] == "F" or words[-1] in _SUFFIXES):
                return list(_by_name()[words]), hit.start + len(words)
            if isinstance(entry.payload, str):
                return [places()[entry.payload]], hit.end
    return found, hit.end


# 阿里巴巴 and 长安汽车 open with the names of places and tell of none.
_SUFFIXES = frozenset("省市区县州盟国")


@lru_cache(maxsize=4096)
def _opening_place(name: str) -> str:
    known = _by_name()
    return next((name[:end] for end in range(min(len(name) - 1, 12), 1, -1) if name[:end] in known), "")


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

    def __init__(self, context: list[Place]) -> None:
        self.recent: list[str] = []
        for place in context:
            self.see(place)

    def see(self, place: Place) -> None:
        for seen in (*reversed([a for a in lineage(place.parent) if a.level in ("province", "city")]), place):
            if seen.id in self.recent:
                self.recent.remove(seen.id)
            self.recent.append(seen.id)

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


def _resolved(mentions: Sequence[Mention], context: Sequence[Place]) -> Iterator[Mention]:
    """Yield the mentions with 全省, 该市 and 当地 resolved; what points at nothing is left out."""
    last: dict[str, Place] = {}

    def see(place: Place) -> None:
        chain = [place, *lineage(place.parent)]
        if place.level in ("province", "city", "county", "country"):
            last["any"] = place
        if place.level == "province" and place.id not in MUNICIPALITIES:
            # a city of another province is no longer what 全市 means
            known = last.get("city")
            if known is not None and all(a.id != place.id for a in lineage(known.parent)):
                last.pop("city")
        for item in chain:
            if item.level in ("province", "city", "county", "country"):
                last[item.level] = item
            if item.id in MUNICIPALITIES:
                last["city"] = item

    for place in context:
        see(place)
    for mention in mentions:
        if isinstance(mention.payload, PlaceRef):
            see(mention.payload.place)
            yield mention
            continue
        level = mention.value.partition(":")[2]
        target = last.get(level)
        if target is not None:
            yield replace(mention, value=target.id, payload=PlaceRef(target, deictic=True))


def _excluded(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions, those behind 除 and before 以外 turned into what remains (全国 without 湖北省)."""
    pending: list[Mention] = []
    for mention in mentions:
        out = _exclusion(text, mention)
        if out is None:
            yield from pending
            pending = [mention]
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


_DEICTIC_WORDS = regex.compile(r"(?<![完安健保])(?:\L<words>)", words=sorted(_DEICTIC, key=len, reverse=True))

__all__ = ["PlaceRef", "find_places", "place_entries"]
