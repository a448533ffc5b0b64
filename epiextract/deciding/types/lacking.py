"""Goods that a clause says to lack: 有防护服12套，缺护目镜15副."""

from __future__ import annotations

import re

from epiextract.deciding.types.gifts import SUPPLY
from epiextract.matching.reading import Decision, Figure, Reading

RULE_LACKS = "core/lacks@1"
# The goods alone stand between; of 缺口15万只 a pattern knows.
_LACKS = re.compile(
    r"(?:^|[，,；;。：:\n])(?:但|目前|现在|现|当前|医院|全院|[仍还尚另])?缺(?![口货位席])[^，,。；;：:\n\d的]{1,10}\Z"
)
_REACH = 20


def as_lacking(reading: Reading, figure: Figure) -> Decision | None:
    """Return a need of goods where the words right before them say that they lack and they were taken for others.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    decided = figure.decided
    if decided is None or decided.type != SUPPLY or decided.measure == "needed":
        return None
    start = max(reading.sentences[figure.sentence].start, figure.start - _REACH)
    return Decision(SUPPLY, "needed", RULE_LACKS) if _LACKS.search(reading.text, start, figure.start) else None
