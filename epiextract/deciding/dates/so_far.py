"""Totals since the outbreak began, which are of no day of a gift told before: 疫情以来，江海集团已累计捐款200余万元."""

from __future__ import annotations

import re

from epiextract.deciding.filled import Filled
from epiextract.deciding.lists.carrying import DATES
from epiextract.matching.reading import Reading

GIFT = "donation"
# 疫情发生以来，…已累计|, 前期已向湖北捐赠; not 2月1日以来, which is a date of its own.
_SO_FAR = re.compile(
    r"(?:疫情(?:发生|暴发|爆发|防控(?:工作)?(?:开展|开始|打响)?)?(?:开始)?以来|抗疫以来|(?:前期|此前|之前|早前)[^，,。；;\n]{0,4}[已曾])"
    r"[^。；;！？\n]{0,50}\Z"
)
_REACH = 64


def undate_so_far(reading: Reading, filled: Filled) -> None:
    """Take from a gift since the outbreak, or from one given before, the day that another sentence tells.

    Args:
        reading: The document as read.
        filled: The event in the making, its date filled.
    """
    figure = filled.figure
    if filled.type != GIFT:
        return
    start = reading.sentences[figure.sentence].start
    dated = [mention for slot in DATES for mention in filled.mentions.get(slot, ())]
    if not dated or any(mention.start >= start for mention in dated):
        return
    if _SO_FAR.search(reading.text, max(start, figure.start - _REACH), figure.start):
        for slot in DATES:
            filled.slots.pop(slot, None)
            filled.mentions.pop(slot, None)
