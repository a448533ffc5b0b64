"""All other countries told by how many they are: 另外，也有24个国家和地区共有确诊病例319宗; 其他15个国家共确诊68例."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import ABROAD, places

# The number stays a figure. What they did stands behind: 24个|国家和地区|共有; 来自15个国家的旅客 are from there.
_COUNTRIES = re.compile(
    r"(?<=[个個])(?:国家|國家)(?:(?:和|、|与|及|或)?(?:地区|地區))?"
    r"(?=(?:已|也|共|累计|均|都|先后|分别|陆续|新)?(?:[确確][诊診]|[报報]告|通[报報]|[发發出]现|有|新增|共|累计|的?[确確]诊))"
)
# Before it: 其他|15, 另外，也有|24, 另有|24; a number that nothing tells is not of all others.
_OTHER = re.compile(
    r"(?:其[他它余餘]|(?:[，。；\n]|\A)(?:另外|此外)[，,]?(?:也|还|還)?有?|另有|(?:[，。；\n]|\A)(?:也|还|還)有)"
    r"(?:的)?(?:约|近|至少)?[\d一二三四五六七八九十百]{1,4}[多余]?[个個]\Z"
)
_REACH = 16
# 全球其他15个国家, 欧洲其他15个国家 are of what stands before.
_TOUCHES = 1


def with_countries(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the places with 境外 where a number of countries are all others that are told of.

    Args:
        text: The text as read.
        mentions: The places of the text, sorted.
    """
    starts = [m.start for m in mentions]
    found: list[Mention] = []
    for one in _COUNTRIES.finditer(text):
        other = _OTHER.search(text, max(0, one.start() - _REACH), one.start())
        if other is None:
            continue
        at = bisect_left(starts, one.end()) - 1
        if at >= 0 and mentions[at].end + _TOUCHES >= other.start() and text[other.start()] not in "，。；\n":
            continue
        found.append(Mention(one.start(), one.end(), "PLACE", ABROAD, PlaceRef(places()[ABROAD])))
    return sorted([*mentions, *found], key=lambda m: m.start) if found else list(mentions)
