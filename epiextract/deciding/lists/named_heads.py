"""Lists that say of whom they are: 确诊病例12例，重症病例9例。其中确诊病例中，沈阳市8例、大连市4例 are of the 12."""

from __future__ import annotations

import re
from collections.abc import Mapping

from epiextract.deciding.lists.changes import PEOPLE
from epiextract.deciding.lists.parts import listed
from epiextract.matching.reading import Figure, Reading

# 其中|确诊病例|中，; of 新增确诊病例中 the new ones.
_HEAD = re.compile(
    r"(?<=[。；;，,：:\s中])(?P<new>新增|新确诊|当日新增)?(?P<who>[\u3400-\u9fff]{0,4}?"
    r"(?:确诊|疑似|死亡|病亡|出院|治愈|重症|危重|重型|危重型|轻症|普通型|境外输入|本土|无症状)[\u3400-\u9fff]{0,6}?"
    r"(?:病例|患者|感染者|病人))[之当]?中[，,：:]\s*"
)
# 确诊病例|共|12例, 确诊病例|累计达到|31例.
_NUMBER = re.compile(r"(?:[共为為达達有]|累计|累計|[达達]到|增至|合计|总计|：|:){0,3}\s*\Z")
_NEW, _HEADING = re.compile("新增|新确诊|新確診"), re.compile(r"[^，,。；;：:、（(\n\d]{0,12}")
# How many figures before a head its whole may stand, and how long the name of an item is.
MOST_BACK, LONGEST = 30, 24


def named_heads(reading: Reading) -> Mapping[int, Figure]:
    """Return by the index of its mention the whole of each item whose list names it, worked out once.

    Args:
        reading: The document as read.
    """
    found: Mapping[int, Figure] | None = reading.lines.get("named heads")
    if found is None:
        found = reading.lines["named heads"] = _named_heads(reading)
    return found


def _named_heads(reading: Reading) -> dict[int, Figure]:
    found: dict[int, Figure] = {}
    for head in _HEAD.finditer(reading.text):
        at = reading.figure_after(head.end())
        if at >= len(reading.figures):
            break
        first = reading.figures[at]
        if first.start - head.end() > LONGEST or not _HEADING.fullmatch(reading.text, head.end(), first.start):
            continue
        whole = _whole(reading, head, at)
        if whole is None or first.quantity.kind not in PEOPLE:
            continue
        found[first.index] = whole
        for number in range(at + 1, len(reading.figures)):
            if listed(reading, reading.figures, number) != number - 1:
                break
            found[reading.figures[number].index] = whole
    return found


def _whole(reading: Reading, head: re.Match[str], at: int) -> Figure | None:
    """Return the last figure before a head that counts who the head names, new ones where it says so."""
    text, who = reading.text, head["who"]
    for figure in reversed(reading.figures[max(0, at - MOST_BACK) : at]):
        low = max(figure.clause[0], figure.start - LONGEST)
        named = text.rfind(who, low, figure.start)
        if named < 0 or not _NUMBER.fullmatch(text, named + len(who), figure.start):
            continue
        new = _NEW.search(text, low, named) is not None or _NEW.match(who) is not None
        if new == (head["new"] is not None):
            return figure
    return None
