"""Who sends people and is named for what else he does: 江海集团捐款100万元，并派出19名技术人员."""

from __future__ import annotations

import re

from epiextract.deciding.filled import Filled
from epiextract.matching.aliases import POINTING
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

_BODIES, _GIFT = frozenset({"ORG", "FACILITY"}), "donation"
_SENDS = r"(?:派出|派遣|派驻|选派|增派|抽调|调派|组织|安排|委派)了?"
# 捐款100万元|，同时派出|19名
_AND_SENDS = re.compile(
    rf"[^，,。；;：:！？\n捐赠]{{0,20}}[，,](?:并且?|同时|还|又|另|也|此外|随后|再|紧急|迅速|连夜|主动){{0,3}}{_SENDS}[^，,。；;：:！？\n\d]{{0,8}}"
)
# 江海集团|向武汉捐款; 江海集团，|… has somebody else between.
_GAVE = re.compile(r"[^，,。；;：:！？\n由]{0,30}?(?:[捐赠贈]|资助)[^，,。；;：:！？\n]{0,24}")
_OPENS = frozenset("，,。；;：:\n ")
_GAVE_REACH = 70
# 江海省|对口支援宜昌市。
_PAIRED = re.compile(r"[^，,。；;：:！？\n\d]{0,6}?对口(?:支援|帮扶|援助)[^，,。；;：:！？\n队员\d]{2,12}[。；;，,]\s*")
# 截至2月12日，已累计派出|医疗队员311名: no one is named.
_HAS_SENT = re.compile(
    rf"(?:(?:截[至止到]|到)[^，,。；;：:！？\n]{{2,14}}[，,])?(?:目前|现|全省|该省)?[，,]?(?:已经?|累计|共|先后|陆续|分批){{0,4}}{_SENDS}[^，,。；;：:！？\n]{{0,12}}"
)
# How far before its sentence the one is looked for that the pairing names.
_PAIRED_REACH = 40


def giver_sends(reading: Reading, filled: Filled) -> Mention | None:
    """Return the body that gave what was counted before, where the sentence goes on with whom it sends.

    Args:
        reading: The document as read.
        filled: The people, nobody known who sends them.
    """
    figure, at = filled.figure, reading.figure_after(filled.figure.start)
    gift = reading.figures[at - 1] if at else None
    if gift is None or gift.sentence != figure.sentence or gift.decided is None or gift.decided.type != _GIFT:
        return None
    if not _AND_SENDS.fullmatch(reading.text, gift.end, figure.start):
        return None
    low = max(reading.sentences[figure.sentence].start, gift.start - _GAVE_REACH)
    for index in range(reading.index_after(gift.start) - 1, -1, -1):
        one = reading.mentions[index]
        if one.start < low:
            return None
        if one.tag in _BODIES and one.end <= gift.start and _opens(reading, figure, one):
            gave = one.value not in POINTING and _GAVE.fullmatch(reading.text, one.end, gift.start)
            return one if gave else None
    return None


def paired_sends(reading: Reading, filled: Filled) -> Mention | None:
    """Return the place that is paired with where people go, told in the sentence before: 江海省|对口支援宜昌市.

    Args:
        reading: The document as read.
        filled: The people, nobody known who sends them.
    """
    figure = filled.figure
    opened = reading.sentences[figure.sentence].start
    if not _HAS_SENT.fullmatch(reading.text, opened, figure.start):
        return None
    for index in range(reading.index_after(opened) - 1, -1, -1):
        one = reading.mentions[index]
        if one.start < opened - _PAIRED_REACH:
            return None
        if one.tag == "PLACE" and one.end < opened and _PAIRED.fullmatch(reading.text, one.end, opened):
            return one
    return None


def _opens(reading: Reading, figure: Figure, one: Mention) -> bool:
    opened = reading.sentences[figure.sentence].start
    return one.start == opened or reading.text[one.start - 1] in _OPENS
