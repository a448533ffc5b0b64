"""Money that a charity takes in and passes on: 收到捐款9000笔，合计105万元 is given, 拨付资金3000万元 is paid out."""

from __future__ import annotations

import re

from epiextract.deciding.types.gifts import GIFT
from epiextract.matching.reading import Decision, Figure, Reading

MONEY, FINANCE, FUNDING, RULE_SUM = "money", "finance", "funding", "core/sum@1"
# 收到爱心捐款9000笔，合计|105万元: so many gifts, and what they add up to.
_ADDED_UP = re.compile(
    r"(?:收到|接收|接受|募集|募得|筹集)[^，,。；;：:\n\d]{0,16}(?:捐款|善款|捐赠|募捐)[^，,。；;：:\n\d]{0,6}"
    r"[\d,.]{1,9}[余多]?[万千百]?[余多]?(?:笔|人次|人|次|户)[，,、](?:合计|共计|总计|总额|总金额|金额|累计|共)[^，,。；;\n\d]{0,6}\Z"
)
# 收到捐款2亿元，拨付资金|3000万元; 划拨 is said of the gifts themselves that a charity hands over.
_PAID_OUT = re.compile(
    r"(?:^|[，,；;。：:\n])(?:已|并|共|累计|已累计|已经)?(?:拨付|下拨|拨出)(?:资金|专项资金|救助资金|防疫资金)[^，,。；;：:\n\d捐]{0,4}\Z"
)
_REACH = 60


def as_sum(reading: Reading, figure: Figure) -> Decision | None:
    """Return what money is that a charity takes in or passes on, where it was taken for the other; else None.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    decided = figure.decided
    start = max(reading.sentences[figure.sentence].start, figure.start - _REACH)
    if decided is None or figure.quantity.kind != MONEY:
        return None
    if decided.type == FINANCE and _ADDED_UP.search(reading.text, start, figure.start):
        return Decision(GIFT, MONEY, RULE_SUM)
    if (decided.type, decided.measure) == (GIFT, MONEY) and _PAID_OUT.search(reading.text, start, figure.start):
        return Decision(FINANCE, FUNDING, RULE_SUM)
    return None
