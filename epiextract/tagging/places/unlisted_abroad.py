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
    "鲁丹加开卜俾豪济恩班昂敖芭鲍彼宾博采策察登邓狄蒂杜凡范佛盖甘哥葛根贡圭果汗柯考孔夸奎昆黎琳隆卢吕芒孟密缪墨默穆"
    "娜嫩涅派潘庞彭匹珀齐恰钦琴茹若瑞撒赛舍施舒朔司丝绥汤腾旺翁辛逊雅叶依尤赞朱喀楠赖"
)
# 开伯尔-普赫图赫瓦省 is one name
_DASHES = "-－—·"
# What ends a name; it comes first, so that the search runs over all other characters.
_HEAD = re.compile(
    "[郡州省县市岛区邦]"
    f"(?:(?<=[{_SOUNDS}]{{2}}[郡州省邦])|(?<=[{_SOUNDS}]{{3}}[县市岛])|(?<=[{_SOUNDS}]{{2}}大区))"
    f"(?<!市(?=[场长民值政]))(?<!岛(?=屿))(?<!邦(?=[{_SOUNDS}]))"
)
_OWN = re.compile(f"[新东西南北]?(?:[{_SOUNDS}]{{2,5}}[{_DASHES}])?[{_SOUNDS}]{{2,8}}\\Z")
_LONGEST = 15
# 喀布尔|省 holds the city that it is named after.
_AROUND = frozenset("省州郡邦")
# What may stand right before a name; behind other characters it is the end of a longer one.
_BEFORE = re.compile(
    rf"(?<![\u3400-\u9fff])(?<![\u3400-\u9fff][{_DASHES}])|(?<=[在的和与及是从向于为对由部往赴名日月例中成致])"
)


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
        if country and out[-1].end == head.start() and _is_around(out[-1], head.group()):
            out[-1] = _local(out[-1].start, head.end(), _place(out[-1]).name + head.group(), country)
            continue
        if (
            not country
            or not (start == out[-1].end or _BEFORE.match(text, start))
            or head.end() - start < 3
            or any(m.end >= head.end() for m in inside)
        ):
            continue
        out.append(_local(start, head.end(), text[start : head.end()], country))
        at += len(inside)
    return [*out, *mentions[at:]]


def _local(start: int, end: int, name: str, country: str) -> Mention:
    return Mention(start, end, "PLACE", f"local:{name}", PlaceRef(Place(f"local:{name}", name, "city", country)))


def _place(mention: Mention) -> Place:
    assert isinstance(mention.payload, PlaceRef)
    return mention.payload.place


def _is_around(mention: Mention, head: str) -> bool:
    """Tell whether what ends a name behind a city makes it that of what lies around it: 喀布尔|省."""
    return head in _AROUND and _place(mention).level == "city"


def _country(mention: Mention) -> str:
    """Return the id of the country abroad in which a place is, or nothing."""
    place = _place(mention)
    # lineage of the id knows nothing of 哈塔伊省, which no table holds either
    id = next((one.id for one in (place, *lineage(place.parent)) if one.level == "country"), "")
    return "" if id == CHINA else id
