"""Where what others gave is thanked for, or came: 意大利总统感谢中国捐赠的30万只口罩, 武汉市收到浙江捐赠的口罩3万只."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.matching.reading import Figure, Reading

# 浙江|捐赠的口罩|3万只
_GIVEN = re.compile(r"(?:捐赠|赠送|赠予|援助|支援|捐献)的[^，。；：！？\n]{0,20}\Z")
_GETS = re.compile(r"(?:感谢|感激|收到|接收|接受|获得)了?")
# 意大利|总统2月3日|感谢
_WHO = re.compile(r"[^，。；：、！？\n向给为对由从来]{0,14}")
REACH = 100
# 竹溪县|目前筹集到的物资有：口罩3000只 is for the county, where nobody else is helped.
_COLLECTS = re.compile(
    r"(?:目前|现在?|已经?|累计|总共|共计?|先后|多方|积极|紧急){0,5}(?:[筹募]集|[筹募]得)(?![^，。；\n]{0,6}(?:小组|工作组|专班))"
)
_HELPS = re.compile("[支驰增赴]援|援助|[捐送运寄发赠][往给到至向]|[向给为]")
_HELPS_REACH = 40


def received(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place that gets, or thanks for, what others gave, in the same sentence before it; or None.

    Args:
        reading: The document as read.
        figure: What is given.
        candidates: The candidates for its place.
    """
    text, low = reading.text, max(reading.sentences[figure.sentence].start, figure.start - REACH)
    given = _GIVEN.search(text, max(low, figure.clause[0]), figure.start)
    if given is None:
        return None
    gets = None
    for found in _GETS.finditer(text, low, given.start()):
        gets = found
    if gets is None:
        return None
    for one in candidates:
        spot = one.spot
        if one.sentence == figure.sentence and low <= spot.start and _WHO.fullmatch(text, spot.end, gets.start()):
            return one if len(one.mentions) == 1 else None
    return None


def collected(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place of China that is said to collect what is given, and helps nobody else in the sentence; or None.

    Args:
        reading: The document as read.
        figure: What is given.
        candidates: The candidates for its place.
    """
    text, end = reading.text, min(reading.sentences[figure.sentence].end, figure.end + _HELPS_REACH)
    for one in candidates:
        spot = one.spot
        if one.sentence != figure.sentence or not figure.start - REACH <= spot.start < figure.start:
            continue
        if len(one.mentions) != 1 or not one.mentions[0].value.startswith(("cn:", "local:")):
            continue
        if _COLLECTS.match(text, spot.end, figure.start) and not _HELPS.search(text, spot.end, end):
            return one
    return None
