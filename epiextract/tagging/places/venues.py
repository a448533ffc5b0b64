"""Places in the names of venues elsewhere: 首尔江南区的上海大厦 is not in 上海, 成都的泰国餐厅 not in 泰国."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import lineage

# What a venue that is named after another place is called by.
_VENUE = re.compile(
    r"(?:大厦|大楼|广场|饭店|酒店|大酒店|宾馆|酒楼|餐厅|餐馆|菜馆|面馆|饭馆|料理店?|酒吧|咖啡[馆厅店]|夜总会|超市|商店|百货|市场|杂货店|火锅店|小吃店)"
)
# 巴黎的|中国城: a quarter, wherever it is; 中国城市 is none.
_QUARTER = re.compile(r"(?<=中)(?:国|國)城(?![市乡镇区里内中])")
_OF = "的"


def outside_venues(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the places but those that a venue of another place is named after.

    Args:
        text: The text as read.
        mentions: The places of the text, sorted.
    """
    before: Mention | None = None
    for mention in mentions:
        if _QUARTER.match(text, mention.end - 1):
            continue
        # 江汉区的|湖北大厦 is in 江汉区; 湖北的|武汉饭店 is in 武汉
        beside = before is not None and text[before.end : mention.start] == _OF
        if beside and before is not None and _VENUE.match(text, mention.end) and before.value not in _around(mention):
            continue
        before = mention
        yield mention


def _around(mention: Mention) -> set[str]:
    """Return the ids of a place and of all that it lies in; of 凉水村, which no table holds, too."""
    assert isinstance(mention.payload, PlaceRef)
    place = mention.payload.place
    return {place.id, *(one.id for one in lineage(place.parent))}
