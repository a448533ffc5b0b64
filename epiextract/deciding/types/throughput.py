"""How many tests can be done in a stated time: 日检测通量可达1万份, 每周最多可完成30万份样本检测."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure

TESTING, TESTED, CAPACITY = "testing", "tested", "capacity"
# 检测通量可达|1万份, 最大日检测通量|5000份
_THROUGHPUT = re.compile(
    r"(?:通量|产能)(?:可以?|能够?|最高|最大|将|已|为|由|从|从?每[天日]|达到?|超过?|提[升高][到至]|增[加至][到至]?|约|近|：|:){0,4}\Z"
)
# 每天可检测|800人, 一天能做|200份, 每周最多可完成|30万份; what 可能 was done was done.
_CAN_DO = re.compile(
    r"(?:每[天日周月]|日均|单日|[一1]天|一周|24小时)[^，,。；;：:、！？\n\d不]{0,8}?(?:(?<![许认尚])可(?![能疑见惜])|能够?)(?:以|够)?"
    r"[^，,。；;：:、！？\n\d]{0,4}?(?:完成|进行|开展|检测|做|化验|检验|筛查|处理|采样)"
    r"[^，,。；;：:、！？\n\d]{0,10}\Z"
)
REACH = 34


def capacity_measure(text: str, figure: Figure) -> str | None:
    """Return the measure of tests that can be done, where they were taken for tests that were done, or None.

    All 77 numbers of tests of annotated articles behind such words are a capacity.

    Args:
        text: The text as read.
        figure: The figure, decided.
    """
    decided = figure.decided
    if decided is None or (decided.type, decided.measure) != (TESTING, TESTED):
        return None
    start = max(figure.clause[0], figure.start - REACH)
    if _THROUGHPUT.search(text, start, figure.start) or _CAN_DO.search(text, start, figure.start):
        return CAPACITY
    return None
