"""Workers who are carried and staff who are guests: 运送返岗员工2360人 counts trips, no people at work."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure

ACTIVITY = "activity"
_AMOUNT = r"(?:共计|总计|合计|累计|共|已达|达到|达|超过|超|近|约){0,2}\Z"
_WORKERS = "务工人员|务工者|农民工|民工|员工|工人|职工|劳动者|返岗人员|返工人员|复工人员|老乡"
# 运送|返岗员工|2360人; of those who carry staff that is sent, 运送医护人员1215人, annotated articles count the staff.
_CARRY = re.compile(
    rf"(?P<what>运送|接送|输送|接返|护送|接回|送返|接运)了?[^，,。；;：:、\n\d医护军警]{{0,8}}?(?:{_WORKERS}){_AMOUNT}"
)
_CARRY_BARE = re.compile(r"(?P<what>运送|接送|输送|接返|护送|接回|送返|接运)了?(?:共计?|约|近|超过?)?\Z")
_BARE = re.compile(rf"[^，,。；;：:、\n\d的医护军警]{{0,8}}?(?:{_WORKERS})(?=[，,。；;、！？）\s到至返赴前回]|\Z)")
# 263名|务工人员乘坐专列: not 工人乘包机赶赴武汉建设火神山医院.
_RIDE = re.compile(
    rf"[^，,。；;：:、\n\d的对为给医护军警]{{0,8}}?(?:{_WORKERS})[^，,。；;：:、\n\d]{{0,4}}?"
    r"(?P<what>乘坐|搭乘|坐上|登上|乘(?=专[列车机]|包[车机]|大巴|高铁|火车|动车|客车|车))"
)
_TO_WORK_THERE = re.compile("支援|驰援|援建|援助|增援|建设|参建|抢修|抢险|救援|火神山|雷神山|方舱|医院|抗疫|一线")
# 免费接待|医护人员|311人: guests of an inn or a table; 接待人员 are staff.
_HOST = re.compile(
    r"(?P<what>接待|招待|接送)了?(?!人员|员)[^，,。；;：:、\n\d]{0,10}?"
    rf"(?:医护人员|医务人员|医务工作者|医护工作者|医疗队员|医护|护士|医生|工作人员|队员){_AMOUNT}"
)
REACH, AHEAD = 30, 40


def carried(text: str, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of a number of workers who ride somewhere, or of staff who are guests, or None.

    Args:
        text: The text as read.
        figure: The figure, a number of staff.
    """
    if figure.quantity.kind not in ("person", "person_time"):
        return None
    start = max(figure.clause[0], figure.start - REACH)
    told = _CARRY.search(text, start, figure.start) or _HOST.search(text, start, figure.start)
    if told is None and _BARE.match(text, figure.end):
        told = _CARRY_BARE.search(text, start, figure.start)
    if told is None:
        told = _RIDE.match(text, figure.end)
        if told and _TO_WORK_THERE.search(text, told.end(), min(told.end() + AHEAD, len(text))):
            return None
    return (ACTIVITY, told["what"]) if told else None
