"""Whose the beds of a figure are, where that is sure: 隔离点储备床位1万张, and of no hospital 全市开放床位1万张."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.spots import Spot
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

# How many mentions back a place is looked for, so that a table costs no more than prose.
MOST_BACK = 12
# What stands between a facility and the number of its beds: 武汉客厅（2000张, 隔离点的床位达到1万张.
_HAS = re.compile(
    r"[”\"]?(?:的|内|现|共|总|已|可|将|有|储备|开放|设置?|提供|新增|增加|腾出|病床|床位|规模|数量?|要|达到?|为|至|约|[（(：:])*"
)
# 医院 and 病房 are told of before; 该院 and 方舱医院 stand for themselves.
_BARE = re.compile(r"医院|新?医院|.*(?:病房|病区|房间)")
# A ward by its kind alone says whose beds they are no more than 重症 does.
_WARDS = frozenset({"ICU", "重症监护室"})
# 按"小汤山"模式: the model of what is built.
_MODEL = re.compile(r"[”\"」]?(?:医院)?[”\"」]?的?(?:模式|样式)")
# What may stand before a place that is the subject of its clause: 截至2月20日，目前|全市.
_SUBJECT = re.compile(r"(?:[，。；：\n ]|^|日|时|目前|现在|其中|此外|同时|预计|计划|显示)\Z")


def holder(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return the facility right before the number of its beds.

    Args:
        reading: The document as read.
        figure: The figure.
        spots: Where facilities stand around it.
    """
    left = [one for one in spots if one.sentence == figure.sentence and one.end <= figure.start]
    nearest = max(left, key=lambda one: one.end, default=None)
    if nearest is None or _BARE.fullmatch(nearest.words) or not _HAS.fullmatch(reading.text, nearest.end, figure.start):
        return None
    return nearest


def holds_none(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a facility has not the beds of a figure: those that a place has count for no hospital before it.

    Args:
        reading: The document as read.
        figure: The figure.
        spot: Where the facility stands.
    """
    if spot.words in _WARDS or _MODEL.match(reading.text, spot.end):
        return True
    place = _subject(reading, figure)
    return place is not None and (spot.sentence != figure.sentence or spot.end <= place.start)


def _subject(reading: Reading, figure: Figure) -> Mention | None:
    """Return the place that has the beds: 武汉市 of 武汉市开放床位6754张，空床位仅175张."""
    if figure.decided is None or figure.decided.type != "bed":
        return None
    first, _ = reading.bounds[figure.sentence]
    for index in range(figure.index - 1, max(first, figure.index - MOST_BACK) - 1, -1):
        mention = reading.mentions[index]
        if mention.tag in ("FACILITY", "ORG"):
            return None
        if mention.tag == "PLACE":
            start = max(reading.sentences[figure.sentence].start, mention.start - 4)
            subject = mention.start == start or _SUBJECT.search(reading.text, start, mention.start)
            said = reading.text[mention.end : figure.end + 4]
            # 武汉要建起有2300张床位的医院 is of the hospital
            return mention if subject and "床" in said and "建" not in said else None
    return None
