"""Households that were called on: 走访摸排311户 counts households, which are no event; firms that were are one."""

from __future__ import annotations

import re

from epiextract.deciding.types.deeds import ACTIVITY
from epiextract.deciding.types.fits import OTHER
from epiextract.matching.reading import Decision, Figure, Reading

RULE_HOME, STAFF = "core/household@1", "personnel"
_HOUSEHOLDS = "户"
# Of 14 households of annotated articles that were called on 12 are other.
_CALLED_ON = re.compile(
    r"(?:走访|排查|摸排|慰问|入户|探访|上门|家访|敲门|摸底|看望)[^，,。；;：:\n\d企商店用客业营铺单养种]{0,12}\Z"
)
_FIRM = re.compile(r"[^，,。；;：:、\n\d]{0,6}(?:企业|商|店|用户|客户|公司|单位|经营|业主)")
# 2360户居民，|311人|，: who lives there, taken for staff.
_THEIR = re.compile(
    r"(?:居民|村民|住户|家庭|人家|农户)?[，,、]?(?:共计?|合计|常住人口|总人口|人口|居民|村民|共有|有){0,2}"
)
_END = re.compile(r"[，,。；;、）)\n]|\Z")
REACH = 20


def as_homes(reading: Reading, figure: Figure) -> Decision | None:
    """Return that a figure counts households that were called on, or who lives in those before it; or None.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    own = figure.decided
    if own is not None and own.type == STAFF and figure.quantity.kind == "person":
        return Decision(OTHER, None, RULE_HOME) if _lives_there(reading, figure) else None
    if own is None or own.type != ACTIVITY or figure.quantity.surface_unit != _HOUSEHOLDS:
        return None
    start = max(figure.clause[0], figure.start - REACH)
    if not _CALLED_ON.search(reading.text, start, figure.start) or _FIRM.match(reading.text, figure.end):
        return None
    return Decision(OTHER, None, RULE_HOME)


def _lives_there(reading: Reading, figure: Figure) -> bool:
    """Tell whether households stand right before a number of people that is told no more of."""
    at = reading.figure_after(figure.start)
    before = reading.figures[at - 1] if at else None
    if before is None or before.quantity.surface_unit != _HOUSEHOLDS or not _END.match(reading.text, figure.end):
        return False
    return _THEIR.fullmatch(reading.text, before.end, figure.start) is not None
