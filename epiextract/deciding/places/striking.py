"""Where a disaster struck, not where who reports it is: 定日县发生地震。据西藏自治区…通报."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import lineage

# What strikes one place; heavy rain and typhoons, of which 全省 counts the dead, do not.
_FALLS = "[坍垮崩倒]塌|起火|失火|爆炸"
_EVENTS = f"地震|[强余]震|火灾|事故|塌方|塌陷|{_FALLS}|山洪|泥石流|滑坡|踩踏|车祸|相撞|沉船|溃坝"
# 地震已|造成 opens what is counted, up to the figure: 126人遇难、|188人.
_CAUSES = re.compile(rf"(?:{_EVENTS})[^，。；！？\n]{{0,10}}?(?:造成|导致|致)[^。；！？\n]{{0,40}}\Z")
_CAUSES_REACH = 70
# 定日县|发生6.8级地震, 望城区|一栋居民自建房倒塌。
_STRIKES = re.compile(
    rf"[^，。；！？\n]{{0,24}}?(?:(?:发生|突发)[^，。；！？\n]{{0,16}}?(?:{_EVENTS})|(?:{_FALLS})(?=[，。；\n]))"
)
# 四川省|应急管理厅6日通报, 安阳市|消防救援支队接警后
_REPORTS = re.compile(
    r"[^，。；！？\n]{0,16}?(?:[局厅委部队办院府]|中心|总?台|台网)[^，。；！？\n]{0,12}?"
    r"(?:通报|通告|公布|发布|消息|获悉|接警|接报|赶赴|测定|介绍|披露|表示|[称说])"
)


def struck(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place where what a figure is due to happened, where only who reports it stands between, or None.

    Args:
        reading: The document as read.
        figure: People who were struck.
        candidates: The candidates for their place.
    """
    text = reading.text
    if not _CAUSES.search(text, max(0, figure.start - _CAUSES_REACH), figure.start):
        return None
    reporters: set[str] = set()
    before = [one for one in candidates if one.sentence >= 0 and one.spot.start < figure.start]
    for one in sorted(before, key=lambda one: -one.spot.start):
        if len(one.mentions) > 1:
            return None
        if _REPORTS.match(text, one.spot.end):
            reporters.add(one.mentions[0].value)
            continue
        strikes = _STRIKES.match(text, one.spot.end) is not None
        return one if strikes and reporters and reporters <= _around(one.mentions[0]) else None
    return None


def _around(mention: Mention) -> set[str]:
    """Return the ids of the places around one; of 凉水村, which no table holds, too."""
    assert isinstance(mention.payload, PlaceRef)
    return {place.id for place in lineage(mention.payload.place.parent)}
