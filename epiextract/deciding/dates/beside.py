"""A day right before a figure is its own, 由前一日的512例增至…, and one it is compared with is not: 比1月29日减少."""

from __future__ import annotations

import re

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

# 前一日|为12例, 2月5日|的2071例; what touches its day is told from hours and ages by the ranker.
_ITS = re.compile(r"的|的?(?:为|為|是|有|则为|則為|约为|約為|就有|仅有?|僅有?|只有|达到?|達到?)(?:约|約|近|逾)?")
# 比1月29日|减少2例, 较前一天的12例|少2例
_COMPARED = re.compile(r"(?:比|较|較)(?:起|之)?\Z")
_CHANGED = re.compile(
    r"[^，,。；;：:\n]{0,16}?(?:增加|增长|增長|净增|凈增|增|减少|減少|下降|上升|减|減|多|少|低|高)了?(?:约|約|近)?"
)
# The longest of both.
REACH = 24


def date_before(reading: Reading, figure: Figure) -> tuple[Mention, ...] | None:
    """Return the day that stands right before a figure and is its own, or None.

    Of 20 such days in annotated articles 17 are; the others are not days, or the annotation has none.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    at = figure.index - 1
    if at not in reading.periods:
        return None
    mention, period = reading.mentions[at], reading.periods[at]
    if mention.value != "at" or mention.start < figure.clause[0] or period.start != period.end:
        return None
    return (mention,) if _ITS.fullmatch(reading.text, mention.end, figure.start) else None


def is_compared(reading: Reading, figure: Figure, one: Candidate) -> bool:
    """Tell whether a day is that of what a figure is the change from, which is told of the day before the comma.

    Args:
        reading: The document as read.
        figure: The figure.
        one: A time that may govern it.
    """
    mention = one.mentions[0]
    if one.sentence != figure.sentence or not figure.start - REACH <= mention.end <= figure.start:
        return False
    compared = _COMPARED.search(reading.text, max(0, mention.start - 2), mention.start) is not None
    return compared and _CHANGED.fullmatch(reading.text, mention.end, figure.start) is not None
