"""Days of another figure of the sentence, or of what did not happen, that no figure behind them has.

由2月1日的183例增至366例 tells when there were 183, and 连续7天无新增，现有12例 how long nothing was new.
"""

from __future__ import annotations

import re

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.cues import cue_of, tag_of
from epiextract.matching.reading import Figure, Reading

# 由2月1日|的183例增至|366例, 从1月30日最高的|1200例降到|80例.
_FROM = frozenset("由从自從")
_CHANGED = re.compile(
    r"[^，,。；;！？\n]{2,30}?"
    r"(?:增加?|上升|攀升|爬升|回升|升|提高|提升|扩大?|扩充|扩展|涨|下降|下跌|回落|减少|降低|降|减|缩减|压缩|翻)[至到为]了?(?:约|近|逾|超过?|不足|不到)?\Z"
)
# How far behind its day the second figure stands.
REACH = 40
# 连续7天|无新增确诊病例，; what is told behind it was not counted day by day.
_NOTHING = re.compile(r"[^，,。；;！？\n]{0,16}?(?:无|無|没有?|沒有?|未|零|清零|0)[^，,。；;！？\n]{0,16}[，,；;]")
_STREAK_REACH = 160
FRESH = "new"


def is_of_change(reading: Reading, figure: Figure, one: Candidate) -> bool:
    """Tell whether a day is that from which a figure has risen or fallen to what it is.

    Of 11 such figures of annotated articles none has that day.

    Args:
        reading: The document as read.
        figure: The figure.
        one: A time that may govern it.
    """
    mention, text = one.mentions[0], reading.text
    if not mention.start < figure.start <= mention.end + REACH or one.sentence != figure.sentence:
        return False
    if text[mention.start] not in _FROM and text[mention.start - 1 : mention.start] not in _FROM:
        return False
    between = reading.figures[reading.figure_after(mention.end)]
    return between.start < figure.start and _CHANGED.fullmatch(text, mention.end, figure.start) is not None


def is_streak_before(reading: Reading, figure: Figure, one: Candidate) -> bool:
    """Tell whether a time says how long nothing was new, and a figure behind it tells of all or of those who are left.

    Of 40 such figures of annotated articles none is dated by the streak.

    Args:
        reading: The document as read.
        figure: The figure.
        one: A time that may govern it.
    """
    mention = one.mentions[0]
    if mention.value != "consecutive" or not mention.start < figure.start <= mention.end + _STREAK_REACH:
        return False
    cue = cue_of(reading, figure, "accumulation")
    told = cue.valued(tag_of(cue, "accumulation")) if cue else None
    if told == FRESH or (told is None and not figure.quantity.value):
        return False
    return _NOTHING.match(reading.text, mention.end, figure.start) is not None
