"""Families of staff: 为311名医护人员家属送菜 counts whom something was done for, no staff."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure

ACTIVITY = "activity"
# 52名|支援湖北|医务人员|家属; of 20名志愿者照顾医护人员家属 and 35位医护人员及家属 the first are counted too.
_FAMILY = re.compile(
    r"(?:一线|前线|援鄂|援汉|赴鄂|赴汉|援沪|抗疫|抗击疫情|防疫|参战|驰援|支援|奔赴|湖北|武汉|本地|本市|本院|全市|全县|全区|外出|执行任务|医疗队|的){0,5}"
    r"(?:医护人员|医务人员|医务工作者|医护工作者|医疗队员|医护|队员|护士|医生|民警|辅警|警察|官兵|军人|干部|党员|职工|员工|工人|工作人员|志愿者)的?"
    r"(?P<who>家属|子女|孩子|亲属|家人|父母)(?![院楼区宿房])"
)


def family(text: str, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of a number of people who are the family of staff, or None.

    Args:
        text: The text as read.
        figure: The figure, a number of staff.
    """
    told = _FAMILY.match(text, figure.end) if figure.quantity.kind == "person" else None
    return (ACTIVITY, told["who"]) if told else None
