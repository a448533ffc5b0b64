"""Parts of goods that say nothing of themselves: 防护服日产量3400套，其中江苏省560套、湖北省125套 are produced too."""

from __future__ import annotations

import re

from epiextract.deciding.types.gifts import SUPPLY
from epiextract.matching.reading import Decision, Figure, Reading

_AMONG = "其中"
_REACH = 120
_LEADS = frozenset({"，", ",", "。", "；", "（", "("})
_FIRST, _NEXT = re.compile(r"[，,：:]?[\u4e00-\u9fff]{2,14}"), re.compile(r"[、，,；;和及][\u4e00-\u9fff]{2,14}")
_END = re.compile(r"[、，,。；;）)和及\n]|\Z")
# What names a part; any other mention tells of something else.
_NAMED = frozenset({"PLACE", "ORG", "FACILITY", "QTY"})


def as_goods_part(reading: Reading, figure: Figure) -> Decision | None:
    """Return the decision of a part of goods with its whole's measure, where only a name tells it apart; or None.

    Args:
        reading: The document, the figures before this one decided.
        figure: The part.
    """
    own = figure.decided
    if own is None or own.type != SUPPLY or not _END.match(reading.text, figure.end):
        return None
    whole = _whole(reading, figure)
    told = whole.decided if whole else None
    if told is None or told.type != SUPPLY or told.measure == own.measure:
        return None
    return Decision(SUPPLY, told.measure, told.rule)


def _whole(reading: Reading, figure: Figure) -> Figure | None:
    """Return the figure right before the 其中 that opens the list in which a figure stands, if all count one unit."""
    text, figures = reading.text, reading.figures
    among = text.rfind(_AMONG, max(0, figure.start - _REACH), figure.start)
    at = reading.figure_after(among) - 1 if among >= 0 else -1
    if at < 0 or text[figures[at].end : among] not in _LEADS:
        return None
    last = reading.figure_after(figure.start)
    parts = figures[at + 1 : last + 1]
    unit = figures[at].quantity.surface_unit
    if any(one.quantity.surface_unit != unit for one in parts):
        return None
    if any(one.tag not in _NAMED for one in reading.mentions[reading.index_after(among + len(_AMONG)) : figure.index]):
        return None
    end, gap = among + len(_AMONG), _FIRST
    for one in parts:
        if not gap.fullmatch(text, end, one.start):
            return None
        end, gap = one.end, _NEXT
    return figures[at]
