"""Where what others gave is thanked for, or came: 意大利总统感谢中国捐赠的30万只口罩, 武汉市收到浙江捐赠的口罩3万只."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.brackets import brackets_of
from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.spots import Spot
from epiextract.matching.reading import Figure, Reading

# 浙江|捐赠的口罩|3万只
_GIVEN = re.compile(r"(?:捐赠|赠送|赠予|援助|支援|捐献)的[^，。；：！？\n]{0,20}\Z")
_GETS = re.compile(r"(?:感谢|感激|收到|接收|接受|获得)了?")
# 意大利|总统2月3日|感谢
_WHO = re.compile(r"[^，。；：、！？\n向给为对由从来]{0,14}")
# 黄石市|共接收捐款89万元；收到口罩: the next part of the sentence has the same subject.
_PARTS, _PARTS_REACH = ("；", ";"), 300
_WHO_GETS = re.compile(r"[^，。；：、！？\n向给为对由从来（(]{0,8}?(?:收到|接收|接受|获得)")
REACH = 100
# 竹溪县|目前筹集到的物资有：口罩3000只 is for the county, where nobody else is helped.
_COLLECTS = re.compile(
    r"(?:目前|现在?|已经?|累计|总共|共计?|先后|多方|积极|紧急){0,5}(?:[筹募]集|[筹募]得)(?![^，。；\n]{0,6}(?:小组|工作组|专班))"
)
_HELPS = re.compile("[支驰增援赴]援|援助|[捐送运寄发赠][往给到至向]|[向给为]")
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


def receives_too(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place whose receiving a later part of its sentence goes on with, or None: 黄石市接收捐款…；收到口罩.

    Args:
        reading: The document as read.
        figure: What is given.
        candidates: The candidates for its place.
    """
    text, low = reading.text, max(reading.sentences[figure.sentence].start, figure.start - _PARTS_REACH)
    part = max(text.rfind(mark, low, figure.start) for mark in _PARTS) + 1
    if not part or _GETS.match(text, part, figure.start) is None:
        return None
    brackets = brackets_of(reading, figure.sentence)
    for one in candidates:
        spot = one.spot
        if one.sentence != figure.sentence or spot.start >= part or brackets.hides(spot.start, figure.start):
            continue
        gets = _WHO_GETS.match(text, spot.end, part)
        if gets is not None and not brackets.hides(gets.end() - 1, figure.start):
            return one if len(one.mentions) == 1 else None
    return None


def is_at_home(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place of China is named by itself before a gift, and its sentence helps nobody else.

    Args:
        reading: The document as read.
        figure: What is given.
        spot: Where the place stands.
    """
    if len(spot.mentions) != 1 or spot.mentions[0].tag != "PLACE" or spot.sentence != figure.sentence:
        return False
    if spot.start >= figure.start or not spot.mentions[0].value.startswith(("cn:", "local:")):
        return False
    end = min(reading.sentences[figure.sentence].end, figure.end + _HELPS_REACH)
    return _HELPS.search(reading.text, spot.end, end) is None


def collected(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place of China that is said to collect what is given, and helps nobody else in the sentence; or None.

    Args:
        reading: The document as read.
        figure: What is given.
        candidates: The candidates for its place.
    """
    near = (one for one in candidates if one.sentence == figure.sentence and one.spot.start >= figure.start - REACH)
    for one in near:
        collects = _COLLECTS.match(reading.text, one.spot.end, figure.start)
        if collects and len(one.mentions) == 1 and is_at_home(reading, figure, one.spot):
            return one
    return None
