"""What a rise beside a figure tells of it: 确诊78797例，新增6549例 and 增加97例至463例 are totals, （+756） is new."""

from __future__ import annotations

import re

from epiextract.deciding.cues import cue_of
from epiextract.deciding.filled import Filled
from epiextract.deciding.lists.changes import SIGN, changes, rises_to
from epiextract.deciding.lists.parts import says_itself
from epiextract.matching.reading import Figure, Reading

NEW, TOTAL, STOCK = "new", "cumulative", "current"
_ILL = frozenset({"confirmed", "infection", "patient"})
_OUTCOMES = frozenset({"death", "recovered"})
_STATES = frozenset({"severe", "critical", "hospitalized", "observation"})
TOTALS = _ILL | _OUTCOMES
# 确诊|+3062, 死亡10779例（|+756）: how many came on top.
_SIGNED = re.compile(rf"[一-鿿（(]\s*{SIGN}\s*\Z")
_SIGN_REACH = 4
_DAY = re.compile("当日|當日|当天|當天|昨日|昨天|今日|单日|24小时")
_NEW = re.compile(rf"新增|{SIGN}")


def risen(reading: Reading, filled: Filled) -> str | None:
    """Return how a figure is counted that came on top, or that a rise has come to; None for others.

    确诊+3062 and （↑6） are new; 463 of 死亡增加97例至463例 are all, 30 of 重症增加5例至30例 all there are.

    Args:
        reading: The document as read.
        filled: A count of cases in the making.
    """
    figure, measure = filled.figure, filled.slots.get("measure")
    if _SIGNED.search(reading.text, max(0, figure.start - _SIGN_REACH), figure.start):
        return NEW
    at = reading.figure_after(figure.start)
    if not at or measure not in TOTALS | _STATES or not rises_to(reading, reading.figures[at - 1], figure):
        return None
    return TOTAL if measure in TOTALS else STOCK


def is_total(reading: Reading, filled: Filled) -> bool:
    """Tell whether how many of a figure are new stands beside it, so that it counts all: 确诊78797例，新增6549例.

    Of those who left a hospital or died this is told where another such pair stands beside: of 出院12例，新增3例 the
    second may be cases.

    Args:
        reading: The document as read.
        filled: A count of cases in the making.
    """
    measure = filled.slots.get("measure")
    if measure not in TOTALS:
        return False
    at = reading.figure_after(filled.figure.start)
    return _parted(reading, at) and (measure in _ILL or _parted(reading, at - 2) or _parted(reading, at + 2))


def _parted(reading: Reading, at: int) -> bool:
    """Tell whether what the figure behind one counts is how many of it are new."""
    if at < 0 or at + 1 >= len(reading.figures):
        return False
    one, other = reading.figures[at], reading.figures[at + 1]
    if one.sentence != other.sentence or (other.quantity.value or 0) >= (one.quantity.value or 0):
        return False
    return changes(reading, one, other) and _NEW.search(reading.text, one.end, other.start) is not None


def beside_total(reading: Reading, total: Figure, filled: Filled) -> bool:
    """Tell whether a state of its own stands at a figure behind a total: 死亡136例，新增30例，治愈|2例.

    Args:
        reading: The document as read.
        total: A figure that is a total because how many of it are new stands beside it.
        filled: A count of cases in the making, of which nothing else is told.
    """
    figure = filled.figure
    if filled.slots.get("measure") not in TOTALS or figure.sentence != total.sentence:
        return False
    if _DAY.search(reading.text, figure.clause[0], figure.start) is not None:
        return False
    return cue_of(reading, figure, "accumulation") is None and says_itself(reading, figure)
