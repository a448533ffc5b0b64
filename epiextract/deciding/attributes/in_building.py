"""Whether sites are still being built: 另有4家|正在建设, 正在新建|2座医院."""

from __future__ import annotations

import re

from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Reading

_SITES, _NUMBER = "facility", "count"
# 4家|正在建设, 4家|方舱医院在建; those of 23个|在建工地 are at work, and 正在改造 is told of what is there.
_BEHIND = re.compile(
    r"[^，,。；;：:！？、\n\d已]{0,12}?(?:(?:仍|还|尚|正)?在建(?:设|造)?(?:之中|中)?|(?:仍|还|尚)?正在(?:抓紧|加紧|加快)?(?:建设|新建|兴建|建造|修建|施工|筹建|筹备)(?:之中|中)?"
    r"|建设之?中)\s*(?=[，,。；;！）)\n]|\Z)"
)
# 正在新建|4家, 正在建设4家
_BEFORE = re.compile(
    r"(?:正在|仍在|还在)(?:抓紧|加紧|加快)?(?:建设|新建|兴建|建造|修建|筹建|扩建)[^，,。；;：:！？\n\d的已]{0,10}\Z"
)
_REACH = 20


def is_in_building(reading: Reading, filled: Filled) -> bool:
    """Tell whether the sites that a figure counts are said to be in building.

    Args:
        reading: The document as read.
        filled: The event in the making.
    """
    if filled.type != _SITES or filled.slots.get("measure") != _NUMBER:
        return False
    text, figure = reading.text, filled.figure
    start, end = reading.sentences[figure.sentence].start, reading.sentences[figure.sentence].end
    if _BEHIND.match(text, figure.end, end):
        return True
    return _BEFORE.search(text, max(start, figure.start - _REACH), figure.start) is not None
