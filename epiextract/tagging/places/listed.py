"""Zones, towns and divisions that no table holds, as items of a list of cases: 商洛市7例、|杨凌示范区1例."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import Place
from epiextract.tagging.places.localities import LOCAL

# What ends a name, and the number of cases right behind it; it comes first, so that the search runs over all others.
_HEAD = re.compile(
    r"(?:(?:示范|高新|经开|开发|集聚|实验|试验|管理|度假|新|港|产业园|工业园|科创|生态)区|农场|林场|[镇鎮乡鄉]|街道|师)"
    r"(?=(?:各有|有|为|各)?\s?[:：]?\s?\d{1,5}[例人名宗](?:[、，,；;。）)（(\s]|及|和|$))"
)
# From the mark before it on: 、|九集镇, 其中|高新区, 兵团|第八师. What tells, moves or points is no part of a name.
_OWN = re.compile(
    r"(?:(?<=[、，,；;：:（(\n])|(?<=其中)|(?<=包括)|(?<=分别[为是])|(?<![^\s]))\s*"
    r"(?P<name>(?:(?!其中|包括|分别|累计|新增|确诊|病例|死亡|治愈|报告|现有|目前|其他|其它|其余|涉及|分布|以外)[\u4e00-\u9fff]){1,10})\Z"
)
_NO_NAME = re.compile(
    r"[的了在是有及为给从向对把被由于与各全该我本某每这那余另还例人名]|[一二两三四五六七八九十几多\d]个?\Z"
)
_TOWNS = frozenset("镇鎮乡鄉")
# 重点|乡镇2例, 外来务工|返乡: common words.
_COMMON = re.compile(r"(?:\A.|[乡城老返下回重村街])\Z")
_DIVISION = re.compile(r"(?:兵团|新疆生产建设兵团)?第[一二三四五六七八九十]{1,3}\Z")
_LONGEST = 14


def with_listed(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the places with those that only their place in a list tells; a table's name that opens one goes into it.

    Args:
        text: The text as read.
        mentions: The places of the text, sorted.
    """
    found = [span for head in _HEAD.finditer(text) if (span := _named(text, head))]
    if not found:
        return list(mentions)
    out: list[Mention] = []
    at = 0
    for start, end in found:
        while at < len(mentions) and mentions[at].end <= start:
            out.append(mentions[at])
            at += 1
        inside = []
        while at < len(mentions) and mentions[at].start < end:
            inside.append(mentions[at])
            at += 1
        if any(one.end >= end or one.start < start for one in inside):
            out += inside
            continue
        name = text[start:end]
        place = Place(f"{LOCAL}:{name}", name, LOCAL, inside[0].value if inside else "")
        out.append(Mention(start, end, "PLACE", place.id, PlaceRef(place)))
    return [*out, *mentions[at:]]


def _named(text: str, head: re.Match[str]) -> tuple[int, int] | None:
    own = _OWN.search(text, max(0, head.start() - _LONGEST), head.start())
    if own is None:
        # 高新区 by itself
        alone = text[head.start() - 1 : head.start()] in ("", *"、，,；;：:（(\n")
        return head.span() if alone and len(head.group()) == len("高新区") else None
    name = own["name"]
    divides = head.group() == "师"
    if divides != (_DIVISION.fullmatch(name) is not None) or (not divides and _NO_NAME.search(name)):
        return None
    if head.group() in _TOWNS and _COMMON.search(name):
        return None
    return own.start("name"), head.end()
