"""Which province 全省 is where none is named: the one of all cities that its cases are dealt out to.

全省新增确诊病例26例，其中广州市15例、佛山市7例: bulletins of a province's own office leave its name to the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import Place, lineage

# 其中|东胜区1例, 新增1例（|天山区）, 、|松山区: places of parts.
_OF_PARTS = re.compile(r"(?:其中|[、（(])\Z")
# What is dealt out to places of these levels, and what it is dealt out of.
_PARTS = {"province": ("city", "county"), "city": ("county",)}


def dealt_out(text: str, mentions: Iterable[Mention]) -> dict[str, Place]:
    """Return by level the place of which all places that a number touches are parts; nothing where they are of several.

    Args:
        text: The text as read.
        mentions: Its places, sorted.
    """
    wholes: dict[str, dict[str, Place]] = {level: {} for level in _PARTS}
    for mention in mentions:
        if isinstance(mention.payload, PlaceRef) and text[mention.end : mention.end + 1].isdigit():
            place = mention.payload.place
            for one in lineage(place.parent):
                if place.level in _PARTS.get(one.level, ()):
                    wholes[one.level][one.id] = one
    return {level: next(iter(found.values())) for level, found in wholes.items() if len(found) == 1}


def is_dealt_out(text: str, mention: Mention) -> bool:
    """Tell whether a place is one of those that a figure is dealt out to: 新增2例，其中|东胜区1例.

    Args:
        text: The text as read.
        mention: The place.
    """
    if text[mention.end : mention.end + 1].isdigit():
        return True
    return _OF_PARTS.search(text, max(0, mention.start - 2), mention.start) is not None
