"""Ships that no table holds, told by what they are: 意大利邮轮“歌诗达大西洋号”, “至尊公主”号邮轮, 航母“戴高乐号”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import Place

SHIP = "ship"
# The sorts, and what each is called; 核动力航母 and 豪华邮轮 are of the same sorts.
_SORTS = {"邮轮": "邮轮", "郵輪": "邮轮", "游轮": "邮轮", "邮船": "邮轮", "航母": "航母", "航空母舰": "航母"}
_SORTS |= {one: one for one in ("渡轮", "客轮", "货轮", "渔船", "军舰", "驱逐舰", "护卫舰", "潜艇")}
_SORT = "|".join(_SORTS)
_WORD = r"[\u4e00-\u9fff·]{2,10}?"
# “X号”, “X”号 and 「X號」; the mark comes first, so that the search runs over all other characters.
_QUOTED = re.compile(rf"[“「](?P<name>{_WORD})(?:[号號][”」]|[”」][号號])(?P<behind>\s?(?:豪华)?(?P<sort>{_SORT}))?")
_BEFORE = re.compile(rf"(?P<sort>{_SORT})\Z")
_LONGEST_SORT = 4
# A country before the sort is whose ship it is: 法国|航母“戴高乐号”, 意大利籍|豪华邮轮.
_OF = re.compile(r"(?:籍|海军)?的?(?:大型|豪华|核动力){0,2}\Z")
_OF_REACH = 10
# So many ships of one text are looked for again where nothing says what they are.
MOST = 8


def with_ships(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the places with the ships that their sort tells, a country before that taken in.

    Args:
        text: The text as read.
        mentions: The places of the text, sorted.
    """
    if "号" not in text and "號" not in text:
        return list(mentions)
    quoted = list(_QUOTED.finditer(text))
    sorts: dict[str, str] = {}
    for one in quoted:
        sort = _sort(text, one)
        if sort and len(sorts) < MOST:
            sorts.setdefault(one["name"], sort)
    if not sorts:
        return list(mentions)
    starts = [m.start for m in mentions]
    out: list[Mention] = []
    dropped: set[int] = set()
    for one in quoted:
        if one["name"] in sorts:
            start = _start(text, one, mentions, starts)
            inside = range(bisect_left(starts, start), bisect_left(starts, one.end()))
            # “钻石公主号” is known
            if any(_level(mentions[at]) == SHIP for at in inside):
                continue
            dropped.update(inside)
            out.append(_ship(start, one.end(), one["name"], sorts[one["name"]]))
    kept = [mention for at, mention in enumerate(mentions) if at not in dropped]
    return sorted([*kept, *out], key=lambda m: m.start)


def _sort(text: str, one: re.Match[str]) -> str:
    """Return the sort of a ship that stands behind its name or right before it, or nothing."""
    before = _BEFORE.search(text, max(0, one.start() - _LONGEST_SORT), one.start())
    told = one["sort"] or (before["sort"] if before else "")
    return _SORTS.get(told, "")


def _start(text: str, one: re.Match[str], mentions: Sequence[Mention], starts: Sequence[int]) -> int:
    """Return where the words for a ship begin, with its sort and the country whose ship it is."""
    before = _BEFORE.search(text, max(0, one.start() - _LONGEST_SORT), one.start())
    start = before.start() if before else one.start()
    at = bisect_left(starts, start) - 1
    if at >= 0 and start - mentions[at].end <= _OF_REACH and _level(mentions[at]) == "country":
        return mentions[at].start if _OF.fullmatch(text, mentions[at].end, start) else start
    return start


def _level(mention: Mention) -> str:
    return mention.payload.place.level if isinstance(mention.payload, PlaceRef) else ""


def _ship(start: int, end: int, name: str, sort: str) -> Mention:
    place = Place(f"{SHIP}:{name}", f"{name}号{sort}", SHIP, "")
    return Mention(start, end, "PLACE", place.id, PlaceRef(place))
