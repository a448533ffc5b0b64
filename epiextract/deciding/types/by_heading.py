"""What the line above a list says of goods that say nothing themselves: 武汉市急需物资如下：/口罩3万只；."""

from __future__ import annotations

import re

from epiextract.deciding.lists.headings import GIVEN, NEEDED, heading_of
from epiextract.deciding.lists.parts import says_itself
from epiextract.deciding.types.gifts import GIFT, GOODS, MOVED, SUPPLY
from epiextract.matching.reading import Decision, Figure, Reading

RULE_HEADING = "core/heading@1"
# What goods without a verb are taken for.
_TAKEN_FOR = MOVED | {"stock"}
# 急需物资如下：口罩3万只；防护服|20件, in one line.
_NEEDED_HERE = re.compile(r"(?:急需|急缺|紧缺|紧需|缺少)[^，,。；;：:、\n\d]{0,14}[：:][^：:。！？\n]*\Z")
_REACH = 120


def as_headed(reading: Reading, figure: Figure) -> Decision | None:
    """Return what goods of a list are by the line above it, where they were taken for something else; else None.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    decided = figure.decided
    supplied = decided is not None and decided.type == SUPPLY and decided.measure in _TAKEN_FOR
    given = decided is not None and (decided.type, decided.measure) == (GIFT, GOODS)
    if not (supplied or given) or says_itself(reading, figure):
        return None
    heading = heading_of(reading, figure)
    tells = heading.tells if heading else NEEDED if _needed_here(reading, figure) else None
    if tells == NEEDED:
        return Decision(SUPPLY, NEEDED, RULE_HEADING)
    return Decision(GIFT, GOODS, RULE_HEADING) if supplied and tells == GIVEN else None


def _needed_here(reading: Reading, figure: Figure) -> bool:
    start = max(reading.sentences[figure.sentence].start, figure.start - _REACH)
    return _NEEDED_HERE.search(reading.text, start, figure.start) is not None
