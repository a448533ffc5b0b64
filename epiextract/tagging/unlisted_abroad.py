"""Counties and provinces abroad that no table holds, told by how foreign names are written: 英国…萨里郡."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.tagging.exclusions import PlaceRef
from epiextract.tagging.geography import CHINA, Place, lineage
from epiextract.tagging.mentions import Mention

# The characters that foreign names are written with.
_SOUNDS = (
    "阿埃艾爱安奥巴贝比波伯布查达德迪丁多厄尔法费芬弗福夫冈戈格古哈赫亨霍基吉贾杰卡凯坎科克肯库拉莱兰朗劳勒雷里利"
    "列林伦罗洛马玛迈曼毛梅门蒙米莫姆纳奈内尼诺努欧帕佩皮普奇乔琼热日萨塞桑森沙圣什史斯苏索塔泰坦特提图托瓦万威维"
    "韦沃乌西希锡夏欣休亚扬耶伊因约泽扎詹兹佐疆拜谢切治顿略明康廷彻茨瑟纽堡"
)
_NAME = re.compile(
    f"[新东西南北]?[{_SOUNDS}]{{2,8}}(?:郡|大区|州|省|(?<=..[{_SOUNDS}])(?:县|市(?![场长民值政])|岛(?!屿)))"
)
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
    for found in _NAME.finditer(text):
        while at < len(mentions) and mentions[at].end <= found.end() and not _is_within(mentions[at], found):
            out.append(mentions[at])
            at += 1
        inside = [m for m in mentions[at:] if m.start < found.end()]
        start = max([found.start(), *(m.end for m in out[-1:])])
        country = _country(out[-1]) if out else ""
        if (
            not country
            or not (start == out[-1].end or _BEFORE.match(text, start))
            or found.end() - start < 3
            or any(m.end >= found.end() for m in inside)
        ):
            continue
        name = text[start : found.end()]
        out.append(
            Mention(
                start, found.end(), "PLACE", f"local:{name}", PlaceRef(Place(f"local:{name}", name, "city", country))
            )
        )
        at += len(inside)
    return [*out, *mentions[at:]]


def _is_within(mention: Mention, found: re.Match[str]) -> bool:
    """Tell whether a place is named within a longer name: 西|阿塞拜疆|省, but not 伊朗|西阿塞拜疆省."""
    return mention.start > found.start()


def _country(mention: Mention) -> str:
    """Return the id of the country abroad in which a place is, or nothing."""
    id = next((place.id for place in lineage(mention.value) if place.level == "country"), "")
    return "" if id == CHINA else id
