"""Where a disaster struck, not where who reports it is: 定日县发生地震。据西藏自治区…通报."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.disasters import disasters
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import lineage

# How far before a figure it is looked for what caused it.
_CAUSES_REACH = 70
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
    if not _causes().search(text, max(0, figure.start - _CAUSES_REACH), figure.start):
        return None
    reporters: set[str] = set()
    before = [one for one in candidates if one.sentence >= 0 and one.spot.start < figure.start]
    for one in sorted(before, key=lambda one: -one.spot.start):
        if len(one.mentions) > 1:
            return None
        if _REPORTS.match(text, one.spot.end):
            reporters.add(one.mentions[0].value)
            continue
        strikes = _strikes().match(text, one.spot.end) is not None
        return one if strikes and reporters and reporters <= _around(one.mentions[0]) else None
    return None


@lru_cache(maxsize=1)
def _causes() -> re.Pattern[str]:
    """Return what opens what is counted, up to the figure: 地震已造成126人遇难、|188人. Rain strikes no one place."""
    return re.compile(
        rf"(?:{disasters('local', 'falls')})[^，。；！？\n]{{0,10}}?(?:造成|导致|導致|致)[^。；！？\n]{{0,40}}\Z"
    )


@lru_cache(maxsize=1)
def _strikes() -> re.Pattern[str]:
    """Return what follows the place that is struck: 定日县|发生6.8级地震, 望城区|一栋居民自建房倒塌."""
    events, falls = disasters("local", "falls"), disasters("falls")
    return re.compile(
        rf"[^，。；！？\n]{{0,24}}?(?:(?:发生|發生|突发|突發)[^，。；！？\n]{{0,16}}?(?:{events})|(?:{falls})(?=[，。；\n]))"
    )


def _around(mention: Mention) -> set[str]:
    """Return the ids of the places around one; of 凉水村, which no table holds, too."""
    assert isinstance(mention.payload, PlaceRef)
    return {place.id for place in lineage(mention.payload.place.parent)}
