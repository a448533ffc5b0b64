"""How far a plan reaches: it holds for the items of its list, and not for what is told of now."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Reading

ACTUAL, PLANNED = "actual", "planned"
# ，目前每天检测|1万份, ，现有床位|5300张, whatever was planned before; of 244 such figures of annotated news 243
# are actual. 目前正在建设, 现可提供 and 目前合计 may tell of what is to come.
_NOW = re.compile(
    r"(?:[，,；;。：:（(\n]|\A)\s*(?:但|而|其中)?(?:目前|现有|现在|当前|原有|现)"
    r"(?:(?!计划|预计|准备|争取|决定|合计|登记|承接|安排|意向|追加|目标|改造|设计)[^，,。；;：:\n\d将拟正建可能筹待要需应够再签])"
    r"{0,14}\Z"
)
_NOW_REACH = 26
_STANDING = frozenset({"testing", "bed", "supply", "personnel", "facility"})
# 计划实现定点医院床位3万张，隔离点床位1万张: of 69 annotated pairs of one measure so near 64 are planned both.
_LIST = re.compile(r"[^。；;！？\n已曾现]{1,40}")
_BREAKS = re.compile(
    "目前|当前|截至|截止|其中|先期|首批|第一批|昨|今[天日]|当[日天]|累计|到[位货]|抵|送[达到]|运到|交付|此前|去年|上次|前一?次|原有|后来|实际|最多|用到|收到|同时"
    "|不过|但|了|的是|下发|分发|发放"
)
_ALREADY = 4


def is_now(reading: Reading, filled: Filled) -> bool:
    """Tell whether the clause of a figure opens with a word for the present and none for a plan.

    Args:
        reading: The document as read.
        filled: The event in the making.
    """
    figure = filled.figure
    if filled.type not in _STANDING:
        return False
    start = max(reading.sentences[figure.sentence].start, figure.start - _NOW_REACH)
    return _NOW.search(reading.text, start, figure.start) is not None


def with_lists(
    reading: Reading, fills: Sequence[Filled], moods: Sequence[str], sure: Sequence[str | None]
) -> list[str]:
    """Return the modality of each event, that of a plan given to the items of its list.

    Args:
        reading: The document as read.
        fills: Events in the making, in the order of the text.
        moods: Their modalities, as models see them.
        sure: What words tell of each, if any.
    """
    out = list(moods)
    for at in range(1, len(fills)):
        if (
            sure[at] is None
            and out[at] == ACTUAL
            and out[at - 1] == PLANNED
            and _is_item(reading, *fills[at - 1 : at + 1])
        ):
            out[at] = PLANNED
    return out


def _is_item(reading: Reading, one: Filled, other: Filled) -> bool:
    """Tell whether two figures count the same in one sentence, and nothing between says that the second is there."""
    first, second = one.figure, other.figure
    if one.type != other.type or one.slots.get("measure") != other.slots.get("measure"):
        return False
    if first.sentence != second.sentence or second.start - first.end > 40:
        return False
    if "已" in reading.text[second.end : second.end + _ALREADY]:
        return False
    between = _LIST.fullmatch(reading.text, first.end, second.start)
    return between is not None and _BREAKS.search(between.group()) is None
