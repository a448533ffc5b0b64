"""Counties and provinces abroad that no table holds, told by how foreign names are written: 英国…萨里郡."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import CHINA, Place, lineage

# The characters that foreign names are written with.
_SOUNDS = (
    "阿埃艾爱安奥巴贝比波伯布查达德迪丁多厄尔法费芬弗福夫冈戈格古哈赫亨霍基吉贾杰卡凯坎科克肯库拉莱兰朗劳勒雷里利"
    "列林伦罗洛马玛迈曼毛梅门蒙米莫姆纳奈内尼诺努欧帕佩皮普奇乔琼热日萨塞桑森沙圣什史斯苏索塔泰坦特提图托瓦万威维"
    "韦沃乌西希锡夏欣休亚扬耶伊因约泽扎詹兹佐疆拜谢切治顿略明康廷彻茨瑟纽堡"
)
# What ends a name; it comes first, so that the search runs over all other characters.
_HEAD = re.compile(
    "[郡州省县市岛区]"
    f"(?:(?<=[{_SOUNDS}]{{2}}[郡州省])|(?<=[{_SOUNDS}]{{3}}[县市岛])|(?<=[{_SOUNDS}]{{2}}大区))"
    "(?<!市(?=[场长民值政]))(?<!岛(?=屿))"
)
_OWN = re.compile(f"[新东西南北]?[{_SOUNDS}]{{2,8}}\\Z")
_LONGEST = 9
# What may stand right before a name; behind other characters it is the end of a longer one.
_BEFORE = re.compile(r"(?<![\u3400-\u9fff])|(?<=[在的和与及是从向于为对由部往赴名日月例])")


def with_unlisted_abroad(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the places with those that stand where a place abroad was named last.

    Args:
        text: The text as read.
        mentions: The places of the text, sorted.
    """
    out: list[Mention] = []
    at = 0
    for head in _HEAD.finditer(text):
        stop = head.start() - (head.group() == "区")
        own = _OWN.search(text, max(0, stop - _LONGEST), stop)
        if own is None:
            continue
        while at < len(mentions) and mentions[at].end <= head.end() and mentions[at].start <= own.start():
            out.append(mentions[at])
            at += 1
        # 阿塞拜疆 stands within 西阿塞拜疆省
        inside = [m for m in mentions[at : at + _LONGEST] if m.start < head.end()]
        start = max([own.start(), *(m.end for m in out[-1:])])
        country = _country(out[-1]) if out else ""
        if (
            not country
            or not (start == out[-1].end or _BEFORE.match(text, start))
            or head.end() - start < 3
            or any(m.end >= head.end() for m in inside)
        ):
            continue
        name = text[start : head.end()]
        out.append(
            Mention(
                start, head.end(), "PLACE", f"local:{name}", PlaceRef(Place(f"local:{name}", name, "city", country))
            )
        )
        at += len(inside)
    return [*out, *mentions[at:]]


def _country(mention: Mention) -> str:
    """Return the id of the country abroad in which a place is, or nothing."""
    assert isinstance(mention.payload, PlaceRef)
    place = mention.payload.place
    # lineage of the id knows nothing of 哈塔伊省, which no table holds either
    id = next((one.id for one in (place, *lineage(place.parent)) if one.level == "country"), "")
    return "" if id == CHINA else id
